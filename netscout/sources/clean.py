"""Reads clean tables in bulk, column by column, with the very records that the strict reading would give.

A piece of a file is taken only with a proof that the strict reading would split it alike: `csv` has no quote open at
its end, every row has the columns of the header, and no row has more lines than its kind may have. A file with any
other piece is left to `reading` as a whole.
"""

from __future__ import annotations

import csv
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from netscout.sources.text import physical_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from netscout.settings import Limits
    from netscout.sources.recognise import Header
    from netscout.sources.row_guard import RowGuard
    from netscout.sources.sheet import Sheet
    from netscout.sources.text import Text

    Progress = Callable[[str, int], None]

_END = "\ue000end\ue000"


class CleanReader:
    """One attempt at one file; the sheet is filled, and of use only if `read` says so."""

    def __init__(self, sheet: Sheet, text: Text, limits: Limits, guard: RowGuard, progress: Progress | None) -> None:
        """Take an empty sheet, the text it is to be filled from, and the guard of its rows."""
        self._sheet, self._text, self._limits, self._guard, self._progress = sheet, text, limits, guard, progress
        self._header, self._table = sheet.header, sheet.header.table
        self._line = self._header.line + 1  # of what is read next
        self._rows = 0

    def read(self) -> bool:
        """Return whether the whole file was clean.

        Raises:
            InputError: a damaged member, or more rows than the limit.
        """
        before = csv.field_size_limit(self._limits.field_bytes)
        try:
            return self._read()
        finally:
            csv.field_size_limit(before)

    def _read(self) -> bool:
        held = ""
        for piece in body(self._text, self._header):
            held += piece
            end = _whole_records(held)
            if len(held) - end > self._limits.field_bytes or (end and not self._take(held[:end])):
                return False
            held = held[end:]
        return (not held or self._take(held)) and self._text.foreign == 0 and self._text.first_nul is None

    def _take(self, chunk: str) -> bool:
        """Read some whole rows; return False if they may not be whole after all."""
        sheet = self._sheet
        columns = self._columns(chunk)
        if not columns:
            return False
        size = len(columns[0])
        self._rows += size
        self._guard.check(self._rows)
        if self._table.span == 1:
            numbers: Sequence[int] = range(self._line, self._line + size)
            self._line += size
        else:
            numbers = ()
        blank = [""] * size
        places = (self._header.places.get(one.name) for one in self._table.columns)
        taken = self._keep([blank if place is None else columns[place] for place in places], numbers)
        if self._progress:
            self._progress(sheet.name, len(sheet.records))
        return taken

    def _keep(self, columns: list[Sequence[str]], numbers: Sequence[int]) -> bool:
        sheet, table = self._sheet, self._table
        found = table.bulk(columns, sheet.desk) if table.bulk else None
        if found is None:
            found = [table.record(cells, sheet.desk) for cells in zip(*columns, strict=True)]
        if not any(one.__class__ is str for one in found):
            sheet.records += found  # type: ignore[arg-type]  # none of them is a word
            sheet.lines += numbers
            return True
        if not numbers:
            return False  # a refusal names its line
        for line, one in zip(numbers, found, strict=True):
            sheet.keep(line, one)
        return True

    def _columns(self, chunk: str) -> list[Sequence[str]] | None:
        """Return the columns of a chunk, None if a row is open, too long or of another width."""
        lines, span = physical_lines(chunk), self._table.span
        reader = csv.reader(chain(lines, (_END,)), delimiter=self._header.delimiter)
        rows: list[list[str]] = []
        last = 0
        try:
            for row in reader:
                if reader.line_num - last > span:
                    return None
                last = reader.line_num
                rows.append(row)
        except csv.Error:
            return None
        if rows.pop() != [_END] or {*map(len, rows)} != {self._header.width}:
            return None
        return list(zip(*rows, strict=True))


def body(text: Text, header: Header) -> Iterator[str]:
    """Yield the text below the header, block by block, each but the last with whole lines."""
    skipped = 0
    for piece in text.texts():
        if skipped < header.line:
            lines = physical_lines(piece)
            yield "".join(lines[header.line - skipped :])
            skipped += len(lines)
        else:
            yield piece


def lines_of(text: Text, header: Header, limits: Limits, places: Sequence[int]) -> list[int]:
    """Return the first physical lines of some rows, their places ascending, of a file that was clean."""
    before = csv.field_size_limit(limits.field_bytes)
    try:
        return _lines_of(text, header, places)
    finally:
        csv.field_size_limit(before)


def _lines_of(text: Text, header: Header, places: Sequence[int]) -> list[int]:
    wanted, found = set(places), []
    lines = chain.from_iterable(text.blocks())
    reader = csv.reader(islice(lines, header.line, None), delimiter=header.delimiter)
    line = header.line + 1
    for place, _ in enumerate(reader):
        if place in wanted:
            found.append(line)
        line = header.line + reader.line_num + 1
    return found


def _whole_records(text: str) -> int:
    """Return where the last line ends before which the quotes are even."""
    end = len(text)
    odd: Any = text.count('"') & 1
    while odd and end > 0:
        start = text.rfind("\n", 0, end - 1) + 1
        odd ^= text.count('"', start, end) & 1
        end = start
    return end
