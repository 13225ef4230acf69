"""The people of Connections files: rows of one person become one, the later row wins."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netscout.sources.book import merged, person_key
from netscout.sources.dates import DateColumn

if TYPE_CHECKING:
    from datetime import date

    from netscout.sources.book import Book
    from netscout.sources.records import Contact
    from netscout.sources.sheet import Sheet

OWN_ROW = "the row is about the owner of the export"


@dataclass(slots=True)
class Row:
    """One person so far: the file and line of the row that won, and the day of the connection."""

    file: int
    line: int
    contact: Contact
    day: str | None


@dataclass(slots=True)
class People:
    """All persons of the Connections files of one load, in order of first appearance."""

    rows: dict[tuple[str, ...], Row] = field(default_factory=dict)
    newest: str = ""

    def take(self, sheet: Sheet, file: int, today: date, order: str) -> tuple[DateColumn, list[int]]:
        """Take in a sheet; return how its dates were read and the lines of those that could not be."""
        contacts: list[Contact] = sheet.records  # type: ignore[assignment]  # a Connections sheet holds contacts
        column = DateColumn((one.connected for one in contacts), today, order)
        days: dict[str, str | None] = {}
        unread: set[str] = set()
        bad: list[int] = []
        counts: Counter[str] = Counter(people=0, duplicates=0, hidden=0, empty=0, unreadable=0)
        for line, contact in zip(sheet.lines, contacts, strict=True):
            cell = contact.connected
            if cell not in days:
                stamp = column.read(cell)
                days[cell] = stamp.iso() if stamp and stamp.day else None
                if stamp is None and cell.strip():
                    unread.add(cell)
            day = days[cell]
            if cell in unread:
                bad.append(line)
            counts[self._add(file, line, contact, day)] += 1
        counts.update(sheet.counts)
        sheet.counts = dict(counts)
        self.newest = max([self.newest, *(day for day in days.values() if day)])
        return column, bad

    def _add(self, file: int, line: int, contact: Contact, day: str | None) -> str:
        key = person_key(contact)
        before = self.rows.get(key)
        if before is None:
            self.rows[key] = Row(file, line, contact, day)
            return "people"
        self.rows[key] = Row(file, line, merged(before.contact, contact), day or before.day)
        return "duplicates"

    def remove_owner(self, slugs: tuple[str, ...]) -> list[Row]:
        """Take out and return the rows about the owner: nobody is their own tie."""
        own = [("url", slug) for slug in slugs if ("url", slug) in self.rows]
        return [self.rows.pop(key) for key in own]

    def enter(self, book: Book) -> None:
        """Write everybody into the book."""
        for row in self.rows.values():
            book.add_connection(row.file, row.line, row.contact, row.day)

    def undated(self, file: int) -> int:
        """Return how many of the people whose row in this file holds have no usable date."""
        return sum(1 for row in self.rows.values() if row.file == file and row.day is None)

    def totals(self) -> dict[str, int]:
        """Return how many have an e-mail address, and how many no usable date."""
        rows = self.rows.values()
        return {
            "with_email": sum(1 for row in rows if row.contact.emails),
            "undated": sum(1 for row in rows if row.day is None),
        }
