"""Rows of contact files enter the book: each once, its days read, its owner's own row refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from netscout.model.export import Detail, PrivateNote
from netscout.model.ledger import CONTACT_SUM
from netscout.sources.dates import DateColumn
from netscout.sources.people import OWN_ROW

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netscout.sources.book import Book
    from netscout.sources.records import Entry
    from netscout.sources.sheet import Sheet

_NO_YEAR = re.compile(r"--(\d{2})-?(\d{2})")
_LEAP = 2000
_NO_DAY = " \t0./-"
"""What stands, and nothing else, in a cell such as `0.0.00`: Outlook's way to say that there is no day."""


@dataclass(slots=True)
class AddressBooks:
    """What the contact files of one load say besides their sightings.

    Attributes:
        own_slugs, own_emails: by what the owner's own row is known.
        with_email, undated, newest: of the rows taken: how many have an address, how many of a file with dates have
            none that can be read, and the latest of these.
        doubts: the date columns that left a doubt, with the lines of cells that could not be read, by sheet.
    """

    book: Book
    own_slugs: frozenset[str]
    own_emails: frozenset[str]
    details: list[Detail] = field(default_factory=list)
    notes: list[PrivateNote] = field(default_factory=list)
    with_email: int = 0
    undated: int = 0
    newest: str = ""
    doubts: list[tuple[Sheet, DateColumn, list[int]]] = field(default_factory=list)
    _seen: set[Entry] = field(default_factory=set)

    def take(self, sheet: Sheet, file: int, today: date, order: str) -> None:
        """Enter the rows of a sheet and write its account."""
        entries: list[Entry] = sheet.records  # type: ignore[assignment]  # what a sheet of contacts holds
        sheet.counts = {**dict.fromkeys(CONTACT_SUM, 0), **sheet.counts}
        days = _Days((one.connected for one in entries), today, order)
        births = _Days((one.birthday or "" for one in entries), today, order, births=True)
        for line, entry in zip(sheet.lines, entries, strict=True):
            if entry.slug in self.own_slugs or not self.own_emails.isdisjoint(entry.emails):
                sheet.refuse(line, OWN_ROW)
            elif entry in self._seen:
                sheet.counts["duplicates"] += 1
            else:
                self._seen.add(entry)
                sheet.counts["people"] += 1
                self._enter(file, line, entry, days.day(entry.connected, line), births.day(entry.birthday or "", line))
        if "date" in sheet.desk.columns:
            sheet.counts["undated"] = sum(1 for one in entries if not days.day(one.connected))
            self.undated += sheet.counts["undated"]
        self.newest = max([self.newest, *(day for one in entries if (day := days.day(one.connected)))])
        self.doubts += [(sheet, one.column, one.bad) for one in (days, births)]

    def _enter(self, file: int, line: int, entry: Entry, day: str | None, birthday: str | None) -> None:
        place = self.book.add_entry(file, line, entry, day)
        self.with_email += bool(entry.emails)
        detail = Detail(place, birthday, entry.phones, entry.labels, entry.class_year, entry.mentor)
        if detail != Detail(place):
            self.details.append(detail)
        if entry.note:
            self.notes.append(PrivateNote(place, entry.note))


class _Days:
    """One column of days: `bad` are the lines of cells that are no day."""

    def __init__(self, cells: Iterable[str], today: date, order: str, *, births: bool = False) -> None:
        self.column = DateColumn(cells, today, order, births=births)
        self.bad: list[int] = []

    def day(self, cell: str, line: int = 0) -> str | None:
        """Return `YYYY-MM-DD`, or `--MM-DD` where no year is known; a line is kept if its cell is no date at all."""
        found = _yearless(cell.strip())
        if found is None and cell.strip(_NO_DAY):
            stamp = self.column.read(cell)
            found = stamp.iso() if stamp and stamp.day else None
            if stamp is None and line:
                self.bad.append(line)
        return found


def _yearless(cell: str) -> str | None:
    """Return a day of any year as `--MM-DD`, None if the cell is none."""
    found = _NO_YEAR.fullmatch(cell)
    if found is None:
        return None
    try:
        date(_LEAP, int(found[1]), int(found[2]))
    except ValueError:
        return None
    return f"--{found[1]}-{found[2]}"
