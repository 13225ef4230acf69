"""The owner's own files that are no contact with anybody: private notes, organisations followed, comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.model.export import PrivateNote
from netscout.sources.dates import DateColumn
from netscout.sources.people import OWN_ROW

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.sources.book import Book
    from netscout.sources.records import Follow, Jotting
    from netscout.sources.sheet import Sheet

    Dates = Callable[[list[str]], DateColumn]


class OwnFiles:
    """Takes the rows of such files one after the other, over several files; each text or name is kept once.

    Attributes:
        notes: in file order.
        newest: the newest day of any note.
    """

    def __init__(self, book: Book, dates: Dates, slugs: tuple[str, ...], owner_key: str) -> None:
        """Take where people are found, how a column of dates is read, and who the owner is."""
        self._book, self._dates = book, dates
        self._slugs, self._owner_key = slugs, owner_key
        self.notes: list[PrivateNote] = []
        self.newest = ""
        self._seen: set[tuple[int, str]] = set()
        self._followed: dict[str, tuple[str, str]] = {}

    def take(self, sheet: Sheet, file: int) -> tuple[DateColumn, list[int]]:
        """Take a sheet in; return how its dates were read and the lines of those that could not be."""
        if sheet.kind == "notes":
            return self._take_notes(sheet, file)
        return self._take_follows(sheet) if sheet.kind == "company_follows" else self._take_comments(sheet)

    def _take_notes(self, sheet: Sheet, file: int) -> tuple[DateColumn, list[int]]:
        """Take private notes in."""
        rows: list[Jotting] = sheet.records  # type: ignore[assignment]  # what a sheet of notes holds
        column = self._dates([cell for row in rows for cell in (row.created, row.edited)])
        bad = []
        lines = sheet.lines_of(range(len(rows)))
        counts = {"taken": 0, "duplicates": 0}
        for line, row in zip(lines, rows, strict=True):
            if any(cell.strip() and not column.read(cell) for cell in (row.created, row.edited)):
                bad.append(line)
            if row.slug in self._slugs if row.slug else row.name.key == self._owner_key:
                sheet.refuse(line, OWN_ROW)
                continue
            place = self._book.find_noted(row.slug, row.name, file, line)
            fresh = (place, row.text) not in self._seen
            counts["taken" if fresh else "duplicates"] += 1
            if fresh:
                self._seen.add((place, row.text))
                self.notes.append(PrivateNote(place, row.text, self._day(column, row)))
        sheet.counts = {**counts, **sheet.counts}
        return column, bad

    def _day(self, column: DateColumn, row: Jotting) -> str | None:
        stamps = [stamp for cell in (row.created, row.edited) if (stamp := column.read(cell)) and stamp.day]
        day = max((stamp.iso() for stamp in stamps), default=None)
        self.newest = max(self.newest, day or "")
        return day

    def _take_follows(self, sheet: Sheet) -> tuple[DateColumn, list[int]]:
        """Take organisations in."""
        rows: list[Follow] = sheet.records  # type: ignore[assignment]  # what a sheet of follows holds
        column = self._dates([row.date for row in rows])
        counts = {"taken": 0, "duplicates": 0}
        bad = []
        for place, row in enumerate(rows):
            stamp = column.read(row.date)
            if stamp is None and row.date.strip():
                bad.append(place)
            key, day = row.organisation.casefold(), stamp.iso() if stamp else ""
            before = self._followed.get(key)
            counts["duplicates" if before else "taken"] += 1
            if before is None or day > before[0]:
                self._followed[key] = (day, row.organisation)
        sheet.counts = {**counts, **sheet.counts}
        return column, sheet.lines_of(bad)

    def follows(self) -> tuple[str, ...]:
        """Return the organisations, those followed last first, undated ones at the end."""
        by_name = sorted(self._followed.values(), key=lambda one: (one[1].casefold(), one[1]))
        return tuple(name for _, name in sorted(by_name, key=lambda one: one[0], reverse=True))

    def _take_comments(self, sheet: Sheet) -> tuple[DateColumn, list[int]]:
        """Count comments, and those without a usable date."""
        cells: list[str] = [record.date for record in sheet.records]  # type: ignore[attr-defined]  # a sheet of remarks
        column = self._dates(cells)
        undated = [place for place, cell in enumerate(cells) if column.read(cell) is None]
        sheet.counts = {"skipped": len(cells), **sheet.counts, "undated": len(undated)}
        return column, sheet.lines_of([place for place in undated if cells[place].strip()])
