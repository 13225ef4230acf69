"""A table of no known program: people by whatever their columns are called, Thunderbird's and alumni lists too."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from netscout.sources.cells import clean, clean_lines, emails
from netscout.sources.declare import REST, Column, Desk, Table, family
from netscout.sources.entries import (
    class_year,
    first_profile,
    groups,
    headline_parts,
    mails,
    name_from,
    outcome,
    parts,
    yes_or_no,
)
from netscout.sources.faults import fault
from netscout.sources.records import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS: dict[str, tuple[str, ...]] = {
    "first": ("first name", "given name", "preferred name", "firstname"),
    "last": ("last name", "surname", "family name", "lastname"),
    "full": ("name", "full name", "display name", "fullname"),
    "middle": ("middle name", "additional name"),
    "company": ("company", "employer", "organization", "organisation", "company name", "firm"),
    "title": ("title", "job title", "role", "position", "occupation"),
    "email": ("email", "e-mail", "email address", "emails", "primary email", "secondary email"),
    "url": ("linkedin", "linkedin url", "profile url", "url", "website", "web page 1", "web page 2"),
    "headline": ("headline",),
    "labels": ("tags", "labels", "categories"),
    "class_year": ("class year", "grad year", "graduation year", "class of"),
    "mentor": ("mentor", "willing to mentor"),
    "date": ("connected on",),
    "note": ("notes", "note"),
    "phone": ("phone", "phone number", "phone numbers", "mobile number", "mobile phone", "work phone", "home phone"),
    "birthday": ("birthday",),
}
"""Every field of `--map`, with the headers it is known by."""
_TELLING = ("first", "last", "full", "email", "url")
_SEVERAL = ("email", "url", "labels", "phone")
_MOMENT = range(11, 14)  # digits of a count of milliseconds


def record(cells: Sequence[str], desk: Desk) -> Entry | str:
    """Return the person of a row; a headline tells title and company only where no column does."""
    first, last, full, middle, company, title, mail, sites, headline, *more = cells
    labels, year, mentor, day, note, phones, born, _ = more
    said = clean(headline)
    if said and desk.columns.isdisjoint(("company", "title")):
        title, company = headline_parts(said)
    entry = Entry(
        first_profile((sites,), desk),
        name_from(first, last, full),
        clean(middle),
        emails(mails(mail)) if mail else (),
        clean(company),
        clean(title),
        headline=said,
        note=clean_lines(note),
        connected=_day(day.strip()),
        birthday=clean(born) or None,
        phones=tuple(parts(phones, ";")),
        labels=groups(labels, ";"),
        class_year=class_year(year),
        mentor=yes_or_no(mentor),
    )
    return outcome(entry, cells)


def _day(cell: str) -> str:
    """Return a date as written; milliseconds since 1970 become the day in UTC."""
    if cell.isdecimal() and len(cell) in _MOMENT:
        return datetime.fromtimestamp(int(cell) / 1000, UTC).date().isoformat()
    return cell


def _column(name: str, words: Sequence[str]) -> Column:
    both = dict.fromkeys(form for word in words for form in (word, word.replace(" ", "_"), word.replace(" ", "-")))
    return Column(name, tuple(both), family=name in _SEVERAL)


TABLES = (
    Table(
        kind="contacts",
        source="csv",
        columns=(*(_column(name, words) for name, words in WORDS.items()), family("rest", REST)),
        record=record,
        rank=200,
        marks=tuple((spelling,) for name in _TELLING for spelling in _column(name, WORDS[name]).spellings),
        network=True,
        wordy=True,
    ),
)


def mapped(table: Table, mapping: Mapping[str, str]) -> Table:
    """Return the table with columns said by the user: `mapping` gives the field of each header, in lower case.

    A field so said is read from these columns alone, and a record that holds one of them is the header.

    Raises:
        InputError: `unknown-field`, with the fields there are.
    """
    strange = sorted(set(mapping.values()) - set(WORDS))
    if strange:
        raise fault("unknown-field", f"--map knows no field {strange[0][:40]}.", f"The fields are {', '.join(WORDS)}.")
    _check_fields(mapping)
    columns = []
    for one in table.columns:
        said = tuple(header for header, name in mapping.items() if name == one.name)
        left = tuple(word for word in one.spellings if word not in mapping)
        columns.append(replace(one, spellings=said or left, family=one.family or len(said) > 1))
    return replace(table, columns=tuple(columns), marks=tuple((header,) for header in mapping))


def _check_fields(mapping: Mapping[str, str]) -> None:
    for name in dict.fromkeys(mapping.values()):
        said = [header[:40] for header in mapping if mapping[header] == name]
        if len(said) > 1 and name not in _SEVERAL:
            raise fault(
                "unknown-field",
                f"--map gives {len(said)} columns for {name}: {', '.join(said)}.",
                f"Give {name} one column; only {', '.join(_SEVERAL)} may have several.",
            )
