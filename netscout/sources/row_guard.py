"""Counts the rows of a long file before their records fill the memory."""

from __future__ import annotations

import csv
from itertools import chain, islice
from typing import TYPE_CHECKING

from netscout.sources import faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netscout.errors import InputError
    from netscout.settings import Limits
    from netscout.sources.recognise import Header
    from netscout.sources.text import Text

_SHARE = 20
"""The part of the limit after which a file is long: most are not, and are never read for their rows alone."""
_MOST_LINES = 200  # of one row: a longer one is a quote that was never closed, and its lines are rows


class RowGuard:
    """The limit of rows of one file, asked while it is read."""

    def __init__(self, name: str, header: Header, text: Callable[[], Text], limits: Limits) -> None:
        """Take the file, and what opens it anew."""
        self._name, self._header, self._text, self._limits = name, header, text, limits
        self._counted = False

    def check(self, rows: int) -> None:
        """Let so many rows pass; a file that turns out to be long is counted to its end, once.

        Raises:
            InputError: the file has more rows than the limit, whether or not they have been read.
        """
        if rows > self._limits.rows:
            raise self._refusal()
        if self._counted or rows * _SHARE <= self._limits.rows:
            return
        self._counted = True
        if self._text().row_bound(_MOST_LINES) - self._header.line > self._limits.rows and self._is_beyond():
            raise self._refusal()

    def _is_beyond(self) -> bool:
        """Return whether a plain reading meets one row more than the limit."""
        before = csv.field_size_limit(self._limits.field_bytes)
        try:
            return next(islice(self._rows(), self._limits.rows, None), None) is not None
        finally:
            csv.field_size_limit(before)

    def _rows(self) -> Iterator[bool]:
        """Yield once for each row; blank lines are none, and a row with a cell beyond the limit is not read on."""
        lines = islice(chain.from_iterable(self._text().blocks()), self._header.line, None)
        reader = csv.reader(lines, delimiter=self._header.delimiter)
        last = 0
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error:
                row = ["", ""]
            span, last = reader.line_num - last, reader.line_num
            if len(row) > 1 or (row and row[0].strip()):
                yield from (True for _ in range(1 if span <= _MOST_LINES or self._header.table.wordy else span))

    def _refusal(self) -> InputError:
        return faults.too_many_rows(self._name, self._limits.rows)
