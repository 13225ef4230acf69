"""Tables of a taxonomy as rows of text: tab-separated without quoting, or comma-separated with it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from netscout.errors import InputError, Place
from netscout.sources.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netscout.settings import Limits
    from netscout.sources.containers import Stream


@dataclass(frozen=True, slots=True)
class Table:
    """A table read whole: its file, its header and its rows."""

    name: str
    header: tuple[str, ...]
    rows: tuple[list[str], ...]

    def has(self, *columns: str) -> bool:
        """Say whether it has all these columns."""
        return all(column in self.header for column in columns)

    def columns(self, *names: str) -> Iterator[tuple[str, ...]]:
        """Yield some cells of each row, trimmed; "" where a row or the table has none."""
        places = [self.header.index(name) if name in self.header else -1 for name in names]
        for row in self.rows:
            yield tuple(row[place].strip() if 0 <= place < len(row) else "" for place in places)


def table_of(name: str, rows: Iterator[list[str]], limits: Limits) -> Table:
    """Return the table of some rows, the first of them its header.

    Raises:
        InputError: more rows than the limit, or a cell that is opened and never closed.
    """
    try:
        header = next(rows, [])
        body = tuple(islice(rows, limits.rows + 1))
    except csv.Error as fault:
        raise InputError(
            "a row of this table cannot be read.", "Download it again.", Place(name), code="not-a-taxonomy"
        ) from fault
    if len(body) > limits.rows or len(header) > limits.columns:
        raise InputError("this table is larger than netscout reads.", "", Place(name), code="archive-too-large")
    return Table(name, tuple(cell.strip().lstrip("\ufeff") for cell in header), body)


def tab_rows(opened: Callable[[], Stream], limits: Limits) -> Iterator[list[str]]:
    """Yield the rows of a tab-separated file without quoting."""
    for line in _lines(opened, limits):
        yield line.rstrip("\r\n").split("\t")


def csv_rows(opened: Callable[[], Stream], limits: Limits) -> Iterator[list[str]]:
    """Yield the rows of a quoted CSV file; cells may hold line feeds."""
    return csv.reader(_lines(opened, limits), strict=True)


def _lines(opened: Callable[[], Stream], limits: Limits) -> Iterator[str]:
    for block in Text(opened, limits.field_bytes).blocks():
        yield from block
