"""Contacts.csv and ImportedContacts.csv: the address book the owner once uploaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.sources.cells import clean, emails
from netscout.sources.declare import COMPANY_ONLY, EMPTY, Desk, Table, column
from netscout.sources.names import full_name, name_of
from netscout.sources.records import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

_READ = ("FirstName", "MiddleName", "LastName", "FullName", "Companies", "Title", "Emails", "Profiles")
_OTHER = (
    *("PhoneNumbers", "CreatedAt", "UpdatedAt", "BookmarkedAt", "Source", "Addresses", "Sites"),
    *("InstantMessageHandles", "Birthday", "Location"),
)


def record(cells: Sequence[str], desk: Desk) -> Entry | str:
    """Return the person of a row; phone numbers and addresses are only asked whether there are any."""
    first, middle, last, full, companies, title, mails, profiles, *_ = cells
    name = name_of(first, last)
    if not name.shown and full:
        name = full_name(clean(full))
    slug = next((slug for part in profiles.split(",") if (slug := desk.slug(part.strip()))), None)
    addresses = emails(mails) if mails else ()
    company = next((text for part in companies.split(",") if (text := clean(part))), "")
    if name.shown or slug or addresses:
        return Entry(slug, name, clean(middle), addresses, company, clean(title))
    if company:
        return COMPANY_ONLY
    return "the row names nobody" if any(clean(cell) for cell in cells) else EMPTY


def _table(rank: int, *needed: str, names: tuple[str, ...] = ()) -> Table:
    return Table(
        kind="contacts",
        columns=tuple(column(one, one, needed=one in needed) for one in (*_READ, *_OTHER)),
        record=record,
        rank=rank,
        names=names,
        wordy=True,
    )


_NAMED = ("FirstName", "LastName", "Emails")
TABLES = (
    _table(73, *_NAMED, "PhoneNumbers"),
    _table(74, *_NAMED, "CreatedAt"),
    _table(75, *_NAMED, names=("contacts",)),
)
