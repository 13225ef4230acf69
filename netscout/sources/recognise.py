"""Which table a file is: told by its header, under any of four delimiters, below a preamble of any length."""

from __future__ import annotations

import csv
import importlib
import pkgutil
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from netscout.sources import contacts, linkedin
from netscout.sources.cells import composed
from netscout.sources.linkedin import passed_over

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from netscout.sources.declare import Table

DELIMITERS = (",", ";", "\t", "|")
_RECORDS = 20
_LINES = 400
_CELLS = 60_000
"""Cells looked at to find a header."""
_WIDEST = 2_000
"""Cells of one record in which known columns are looked for: a wider table is refused in any case."""
_COPY = re.compile(r"\s*\(\d+\)$")
_MEMBER_ID = re.compile(r"[\s_]+\d+$")
_HEADER_WORDS = re.compile(
    r"name|mail|date|title|company|organi[sz]ation|employer|position|phone|url|link|website|type|status|address|city|"
    r"country|note|label|group|first|last|created|started|from|to|subject|id|time|school|skill|message|profile|source",
    re.IGNORECASE,
)
_DATA = re.compile(r"[@/,|*=\"\\]|\w:\S|\d{3}")


@dataclass(frozen=True, slots=True)
class Header:
    """Where a table begins: `line` is the last physical line of its header, `places` where each column stands.

    `titles` are all columns as written, `plain` is the table as it is declared, `said` the columns of `--map`.
    """

    table: Table
    delimiter: str
    line: int
    width: int
    places: dict[str, int]
    doubles: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    plain: Table | None = None
    said: tuple[str, ...] = ()

    def cells(self) -> list[str]:
        """Return all columns as `fold` gives them."""
        return [fold(one) for one in self.titles]


@cache
def tables() -> tuple[Table, ...]:
    """Return every declared table, the most specific first; a new module in one of the two folders is found."""
    found: list[Table] = []
    for folder in (linkedin, contacts):
        for module in pkgutil.iter_modules(folder.__path__, f"{folder.__name__}."):
            found.extend(getattr(importlib.import_module(module.name), "TABLES", ()))
    return tuple(sorted(found, key=lambda table: (table.rank, table.kind)))


def plain_name(name: str) -> str:
    """Return the name of a member for comparing: no folder, ending, case, underscores, ` (2)`; the id suffix stays."""
    stem = PurePosixPath(name.replace("\\", "/")).name.casefold()
    for ending in (".csv", ".tsv", ".txt", ".html"):
        stem = stem.removesuffix(ending)
    return " ".join(_COPY.sub("", stem).replace("_", " ").split())


def without_id(name: str) -> str:
    """Return a plain name without the member id that Complete archives append since 2026."""
    return _MEMBER_ID.sub("", name)


def known_reason(name: str) -> str | None:
    """Return why a member is passed over by its name alone, None if its header is to be asked."""
    folder = passing_folder(name)
    if folder:
        return passed_over.FOLDERS[folder]
    plain = plain_name(name)
    return passed_over.REASONS.get(plain) or passed_over.REASONS.get(without_id(plain))


def passing_folder(name: str) -> str | None:
    """Return the folder of a member whose files are all passed over."""
    folders = PurePosixPath(name.replace("\\", "/").casefold().replace("_", " ")).parts[:-1]
    return next((folder for folder in folders if folder in passed_over.FOLDERS), None)


def is_assistant_log(name: str) -> bool:
    """Return whether the name is one of the assistant logs, which look like messages."""
    return without_id(plain_name(name)) in passed_over.ASSISTANT_LOGS


def find_header(lines: Sequence[str], name: str, among: Sequence[Table]) -> Header | None:
    """Return the first record that one of the tables knows as its header, within the first twenty."""
    for delimiter in DELIMITERS if among else ():
        for reading in (records(lines, delimiter), _single_lines(lines[:_RECORDS], delimiter)):
            for line, row in reading:
                found = _match(row, name, delimiter, line, among)
                if found and _may_be(found, name, lines):
                    return found
    return None


def _rows_below(header: Header, lines: Sequence[str], most: int) -> list[list[str]]:
    """Return the first rows below a header, with cells of any length."""
    before = csv.field_size_limit(sum(map(len, lines)) + 1)
    try:
        return list(islice(csv.reader(iter(lines[header.line :]), delimiter=header.delimiter), most))
    finally:
        csv.field_size_limit(before)


def _may_be(header: Header, name: str, lines: Sequence[str]) -> bool:
    """Return whether the rows of a file are as many, and what one of its kind may have."""
    table, most = header.table, header.table.most
    if not most:
        return True
    rows = [[*row, ""] for row in _rows_below(header, lines, 10 * most) if any(row)]
    if len(rows) > most:
        return False
    places = [header.places.get(one.name, -1) for one in table.columns]
    cells = [[row[place] if place < len(row) else "" for place in places] for row in rows]
    return table.fits is None or table.fits(plain_name(name), cells)


def columns_seen(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the cells of the first record that looks like column names; none if it may be somebody's data."""
    return likely_names(names_line(lines)[1])


def names_line(lines: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """Return the last line and the filled cells of the longest record that looks like column names, 0 for none."""
    found: tuple[int, tuple[str, ...]] = (0, ())
    for delimiter in DELIMITERS:
        for line, row in records(lines, delimiter):
            cells = tuple(" ".join(cell.split()) for cell in row if cell.strip())
            if len(cells) > max(len(found[1]), 1) and _looks_like_names(cells):
                found = line, cells
    return found


def may_be_shown(cell: str) -> bool:
    """Return whether a cell is short and holds nothing that only data holds."""
    return len(cell) <= 40 and not _DATA.search(cell)


def says_name(cell: str) -> bool:
    """Return whether a cell holds a word that names of columns are made of."""
    return _HEADER_WORDS.search(cell) is not None


def likely_names(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the cells that may be shown as column names, cut; a cell of somebody's row may stand among them."""
    likely = (cell for cell in cells if says_name(cell) and may_be_shown(cell))
    return tuple(islice(likely, 20))


def fold(cell: str) -> str:
    """Return a header cell for comparing: NFC, casefolded, trimmed, marks of byte order removed."""
    return " ".join(composed(cell.replace("\ufeff", "")).casefold().split())


def _looks_like_names(cells: tuple[str, ...]) -> bool:
    named = sum(map(says_name, cells))
    data = any("@" in cell or "://" in cell or cell.isdigit() or len(cell) > 60 for cell in cells)
    return not data and 2 * named >= len(cells)


def records(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the first twenty filled records with their last lines; what stands far below is not looked at."""
    reader = csv.reader(_narrow(lines[:_LINES], delimiter), delimiter=delimiter)
    seen = 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                seen += 1
                yield reader.line_num, row
            if seen >= _RECORDS:
                return
    except csv.Error:
        return


def _narrow(lines: Sequence[str], delimiter: str) -> Iterator[str]:
    """Yield the lines as long as they hold no more cells together than any table has in its first lines."""
    left = _CELLS
    for line in lines:
        left -= line.count(delimiter)
        if left < 0:
            return
        yield line


def _single_lines(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each line as a record of its own: an unclosed quote above the header must not hide it."""
    for number, line in enumerate(_narrow(lines, delimiter), 1):
        try:
            yield number, next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            continue


def _match(row: list[str], name: str, delimiter: str, line: int, asked: Sequence[Table]) -> Header | None:
    header = [fold(cell) for cell in row[:_WIDEST]]
    plain = plain_name(name)
    for table in asked:
        if (table.names and not any(word in plain for word in table.names)) or len(row) < 2 - (table.source == "csv"):
            continue
        places = table.places(header)
        if places is not None and (places or table.marks):
            tally = Counter(header)
            doubles = tuple(sorted(word for word, times in tally.items() if word and times > 1))
            fitted, known = table.fitted(header, places)
            return Header(fitted, delimiter, line, len(row), known, doubles, tuple(row), table)
    return None
