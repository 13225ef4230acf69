"""Google Contacts: the table of 2024 and later, and the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.sources.cells import clean, clean_lines, emails
from netscout.sources.declare import REST, Desk, Table, column, family
from netscout.sources.entries import first_profile, groups, mails, name_from, outcome, parts
from netscout.sources.records import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence


def record(cells: Sequence[str], desk: Desk) -> Entry | str:
    """Return the person of a row; somebody with an address and no name is a person all the same."""
    first, middle, last, full, mail, company, title, note, labels, born, phones, sites, _ = cells
    entry = Entry(
        first_profile((sites,), desk),
        name_from(first, last, full),
        clean(middle),
        emails(mails(mail)) if mail else (),
        next(iter(parts(company)), ""),
        next(iter(parts(title)), ""),
        note=clean_lines(note),
        birthday=clean(born) or None,
        phones=tuple(parts(phones)),
        labels=groups(labels),
    )
    return outcome(entry, cells)


TABLES = (
    Table(
        kind="contacts",
        source="google",
        columns=(
            column("first", "First Name", "Given Name"),
            column("middle", "Middle Name", "Additional Name"),
            column("last", "Last Name", "Family Name"),
            column("full", "Name"),
            family("email", "E-mail # - Value"),
            family("company", "Organization Name", "Organization # - Name"),
            family("title", "Organization Title", "Organization # - Title"),
            column("note", "Notes"),
            family("labels", "Labels", "Group Membership"),
            column("birthday", "Birthday"),
            family("phone", "Phone # - Value"),
            family("site", "Website # - Value", "Custom Field # - Value"),
            family("rest", REST),
        ),
        record=record,
        rank=80,
        marks=(
            ("e-mail 1 - value",),
            ("organization name", "labels"),
            ("given name", "group membership"),
        ),
        network=True,
        wordy=True,
    ),
)
