"""Reads the rows of one table strictly: no row is lost to an unclosed quote, a long field or a missing cell."""

from __future__ import annotations

import csv
from collections import deque
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from netscout.model.ledger import Notice
from netscout.sources.clean import CleanReader, lines_of
from netscout.sources.declare import Desk
from netscout.sources.dialect import ESCAPE, is_well_formed
from netscout.sources.faults import counted
from netscout.sources.recognise import likely_names
from netscout.sources.row_guard import RowGuard
from netscout.sources.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from netscout.settings import Limits
    from netscout.sources.recognise import Header
    from netscout.sources.text import Text

_END = "\ue000end\ue000"
_MOST_LINES = 200
_PATIENCE = 200_000
_WIDE = 8  # so many delimiters in one line of a note are another row
_PREAMBLE = 4
"""Lines within which the column names stand in a file as LinkedIn delivers it."""
UNCLOSED = "a quote is opened and never closed"


def read_sheet(
    name: str, header: Header, text: Callable[[], Text], limits: Limits, progress: Callable[[str, int], None] | None
) -> Sheet:
    r"""Return all rows of a file, read with doubled quotes, or with `\"` where only that gives whole records.

    A clean file is read in bulk; any other one row by row.

    Raises:
        InputError: a damaged member, or more rows than the limit.
    """
    guard = RowGuard(name, header, text, limits)
    source = text()
    sheet = Sheet(name, header.table.kind, header, Desk(frozenset(header.places), header.table.direction))
    if CleanReader(sheet, source, limits, guard, progress).read():
        if header.table.span > 1:
            sheet.locate = lambda places: lines_of(text(), header, limits, places)
        sheet = _closed(sheet, source, progress)
    else:
        source = text()
        sheet = _Reader(sheet, source, limits, guard, progress).read(escaped=False)
    return (_escaped(sheet, text, limits, guard, progress) if source.escapes else None) or sheet


def _escaped(
    plain: Sheet, text: Callable[[], Text], limits: Limits, guard: RowGuard, progress: Callable[[str, int], None] | None
) -> Sheet | None:
    r"""Return a file as read with `\"` if all its records are whole so, and not so with doubled quotes."""
    broken = plain.uneven or plain.unreadable
    if not broken and (
        is_well_formed(text(), plain.header, limits, escaped=False)
        or not is_well_formed(text(), plain.header, limits, escaped=True)
    ):
        return None
    sheet = _Reader(plain, text(), limits, guard, progress).read(escaped=True)
    return None if sheet.uneven or sheet.unreadable else sheet


class _Reader:
    """One pass over one file."""

    def __init__(
        self, former: Sheet, text: Text, limits: Limits, guard: RowGuard, progress: Callable[[str, int], None] | None
    ) -> None:
        """Take the sheet of an earlier pass, whose file is read afresh, into a sheet of its own."""
        self._text, self._limits, self._guard, self._progress = text, limits, guard, progress
        header = self._header = former.header
        self._table = header.table
        self._sheet = Sheet(
            former.name, header.table.kind, header, Desk(frozenset(header.places), header.table.direction)
        )
        self._blocks = self._keep_blocks()
        self._recent: deque[tuple[int, list[str]]] = deque()
        self._start = 1  # first line of the record that is being read: what stands before it may be forgotten
        self._ended = False
        self._patience = _PATIENCE

    def read(self, *, escaped: bool) -> Sheet:
        """Return the sheet."""
        before = csv.field_size_limit(self._limits.field_bytes)
        try:
            next(self._blocks, None)
            line: int | None = self._header.line
            while line is not None:
                line = self._run(line, escaped=escaped)
        finally:
            csv.field_size_limit(before)
        self._guard.check(self._sheet.taken())
        return _closed(self._sheet, self._text, self._progress)

    def _keep_blocks(self) -> Iterator[list[str]]:
        """Yield the blocks of the text, the recent ones kept so that a broken record can be read again."""
        sheet, recent, number = self._sheet, self._recent, 1
        for lines in self._text.blocks():
            while recent and recent[0][0] + len(recent[0][1]) <= self._start:
                recent.popleft()
            self._guard.check(sheet.taken())
            if self._progress and sheet.records:
                self._progress(sheet.name, len(sheet.records))
            recent.append((number, lines))
            number += len(lines)
            yield lines

    def _lines_after(self, line: int) -> Iterator[str]:
        """Yield the physical lines after a line: the kept ones, then the rest of the file."""
        for number, lines in list(self._recent):
            yield from lines[max(0, line + 1 - number) :]
        yield from chain.from_iterable(self._blocks)

    def _end(self) -> Iterator[str]:
        """Yield a last line of our own: a record that holds it was open when the file ended."""
        self._ended = True
        yield _END

    def _rows_after(self, line: int, *, escaped: bool) -> Iterator[list[str]]:
        """Return a csv reader over the lines after a line."""
        self._ended = False
        kept = [lines[max(0, line + 1 - number) :] for number, lines in self._recent]
        feed = chain(chain.from_iterable(kept), chain.from_iterable(self._blocks), self._end())
        delimiter = self._header.delimiter
        if self._patience < 0:
            return _OneByOne(feed, delimiter)
        return csv.reader(feed, delimiter=delimiter, escapechar=ESCAPE if escaped else None)

    def _run(self, base: int, *, escaped: bool) -> int | None:
        """Read the records after line `base`; return the line after which to read on, None at the end."""
        sheet, table, width = self._sheet, self._table, self._header.width
        pick = itemgetter(*(self._header.places.get(one.name, width) for one in table.columns))
        record, desk, keep, note, span = table.record, sheet.desk, sheet.records.append, sheet.lines.append, table.span
        rows, last, mending = self._rows_after(base, escaped=escaped), base, base > self._header.line
        try:
            for row in rows:
                now = base + rows.line_num  # type: ignore[attr-defined]  # csv.reader has it, its type is private
                line = last + 1
                if (now - last > span or (self._ended and now != line)) and self._is_swallowed(row, now - last):
                    return self._reread(line, now)
                self._start = now + 1
                last = now
                if len(row) == width:
                    row.append("")
                    mending = False
                elif not self._fit(row, line, mending=mending):
                    continue
                found = record(pick(row), desk)
                if found.__class__ is str:
                    sheet.keep(line, found)
                else:
                    keep(found)  # type: ignore[arg-type]  # what is no word is a record
                    note(line)
        except csv.Error:
            return self._skip_long(last + 1)
        return None

    def _fit(self, row: list[str], line: int, *, mending: bool) -> bool:
        """Bring a short or long record to the header's width; return whether it is a row at all."""
        sheet, width = self._sheet, self._header.width
        if not row or row == [_END] or (len(row) == 1 and not row[0].strip()):
            return False
        if len(row) > self._limits.columns:
            sheet.refuse(line, f"the row has more than {self._limits.columns:,} cells")
            return False
        if len(row) < width and mending and self._table.wordy:
            return False  # the rest of the text whose quote was never closed
        sheet.uneven += 1
        if len(row) < width or any(cell.strip() for cell in row[width:]):
            sheet.ragged += 1
            sheet.first_ragged = sheet.first_ragged or line
        row[width:] = [""] * (width + 1 - min(len(row), width)) if len(row) < width else [""]
        return True

    def _is_swallowed(self, row: list[str], span: int) -> bool:
        """Return whether a record of many lines holds other records: an unclosed quote took them in."""
        if self._ended:
            return row != [_END]
        if span > _MOST_LINES and not self._table.wordy:
            return True
        least, delimiter = max(1, self._header.width - 2), self._header.delimiter
        wide = self._table.kind == "contacts" and least >= _WIDE
        for cell in row:
            if "\n" not in cell and "\r" not in cell:
                continue
            if not self._table.wordy and cell.count(delimiter) >= least:
                return True
            rows = (part for part in cell.splitlines()[1:] if part.count(delimiter) >= least)
            if any(wide or "linkedin.com/" in part for part in rows):
                return True
        return False

    def _reread(self, line: int, now: int) -> int:
        """Count a record whose quote is never closed as unreadable; its next physical line is read afresh."""
        self._patience -= 1 + now - line
        self._sheet.refuse(line, UNCLOSED)
        return line

    def _skip_long(self, line: int) -> int:
        """Count a record with a field beyond the limit as unreadable; return its last line."""
        limit = self._limits.field_bytes
        self._sheet.refuse(line, f"a cell is longer than {limit:,} characters")
        quotes = size = 0
        for number, text in enumerate(self._lines_after(line - 1), line):
            quotes, size = quotes + text.count('"'), size + len(text)
            if quotes % 2 == 0:
                return number
            if size > 4 * limit:
                break
        return line


def _closed(sheet: Sheet, text: Text, progress: Callable[[str, int], None] | None) -> Sheet:
    sheet.rows = sheet.taken()
    sheet.sha256 = text.sha256
    sheet.notices.extend(_notices(sheet, text))
    if progress:
        progress(sheet.name, sheet.rows)
    return sheet


class _OneByOne:
    """Reads each physical line as a record of its own: for files with more broken quotes than patience."""

    def __init__(self, lines: Iterator[str], delimiter: str) -> None:
        self._lines, self._delimiter, self.line_num = lines, delimiter, 0

    def __iter__(self) -> Iterator[list[str]]:
        return self

    def __next__(self) -> list[str]:
        line = next(self._lines)
        self.line_num += 1
        return next(csv.reader([line], delimiter=self._delimiter), [])


def _notices(sheet: Sheet, text: Text) -> Iterator[Notice]:
    name, header = sheet.name, sheet.header
    if sheet.ragged:
        yield Notice(
            "ragged-row",
            counted(sheet.ragged, "row has", "rows have")
            + " more or fewer cells than the header; such rows were read by column.",
            name,
            sheet.first_ragged,
            sheet.ragged,
        )
    unclosed = [one.line for one in sheet.unreadable if one.reason == UNCLOSED]
    if unclosed:
        yield Notice(
            "unclosed-quote",
            counted(len(unclosed), "quote is", "quotes are") + " opened and never closed; the rows after were read.",
            name,
            unclosed[0],
            len(unclosed),
        )
    if header.line > _PREAMBLE and not sheet.rows:
        yield Notice(
            "rows-above-header",
            "The column names stand below other lines, and nothing stands below them: those lines were not read. "
            "Put the line of column names first, and load the file again.",
            name,
            header.line,
            header.line - 1,
        )
    if header.doubles:
        yield Notice(
            "duplicate-header", f"Columns of one name: {_shown(header.doubles)}. The first of them was read.",
            name, header.line, len(header.doubles),
        )  # fmt: skip
    if text.torn:
        yield Notice("mixed-encoding", "A byte of this UTF-16 file is missing; what follows was not read well.", name)
    if text.first_nul is not None:
        yield Notice("mixed-encoding", "This file holds zero bytes; they were left out.", name, text.first_nul)
    if text.foreign and text.multibyte:
        yield Notice(
            "mixed-encoding",
            counted(text.foreign, "line is not UTF-8 and was", "lines are not UTF-8 and were")
            + " read as Windows-1252.",
            name,
            text.first_foreign,
            text.foreign,
        )
    elif text.foreign:
        yield Notice(
            "assumed-cp1252", "This file is not UTF-8; it was read as Windows-1252.", name, text.first_foreign,
            text.foreign,
        )  # fmt: skip


def _shown(doubles: Sequence[str]) -> str:
    """Return the names that occur twice, those of a damaged file's data as their number."""
    names = likely_names(doubles)
    others = counted(len(doubles) - len(names), "other", "others") if len(names) < len(doubles) else ""
    return ", ".join(part for part in (*names, others) if part)
