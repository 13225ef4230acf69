"""Why a file given by itself is not taken in: the columns seen, those that are needed, and what to say of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from netscout.sources import faults, foreign
from netscout.sources.asked import AUTO, CARDS, GENERIC, LINKEDIN
from netscout.sources.faults import counted
from netscout.sources.recognise import (
    DELIMITERS,
    fold,
    likely_names,
    may_be_shown,
    names_line,
    records,
    says_name,
)
from netscout.sources.renamed import no_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netscout.errors import InputError
    from netscout.sources.asked import Asked

_CODE = "unrecognised-header"
_MOST = 20
_FULL_NAME = re.compile(r"[^\W\d_a-zà-ÿ][\w.'-]*(?: [^\W\d_a-zà-ÿ][\w.'-]*)+")
_SIGNS = re.compile(r"[\d@]|://")


class _Heading(NamedTuple):
    """The line that may hold the names of columns: how many it has, and those that may be shown."""

    line: int = 0
    width: int = 0
    shown: tuple[str, ...] = ()

    def said(self) -> str:
        """Return what was seen, as a sentence."""
        if not self.line:
            return "No line of it looks like column names."
        columns = counted(self.width, "column", "columns")
        if len(self.shown) == self.width:
            return f"Its {columns} in line {self.line}: {', '.join(self.shown)}."
        if self.shown:
            return f"Line {self.line} has {columns}, among them {', '.join(self.shown)}."
        return f"Line {self.line} has {columns}; whether these are column names or data, netscout cannot tell."


def passed_over(name: str, reason: str) -> InputError:
    """Return the error for a file that is never read, with a word on spreadsheets and their like."""
    form = foreign.by_name(name)
    if form is not None:
        return foreign.refusal(form, name)
    then = "Load Connections.csv, or the whole archive."
    return faults.fault(_CODE, f"netscout does not read this file: {reason}.", then, name)


def refusal(name: str, lines: Sequence[str], asked: Asked) -> InputError:
    """Return the error for a file whose columns nothing knows; cells that may be somebody's data are not shown."""
    if any("<html" in line.lower() or "<!doctype" in line.lower() for line in lines[:5]):
        return faults.fault(_CODE, "this is a web page, not a table.", "Request a new export from LinkedIn.", name)
    form = foreign.by_name(name)
    if form is not None:
        return foreign.refusal(form, name)
    if asked.source == CARDS:
        return faults.fault(
            _CODE,
            "this is no vCard file: such a file is text, and its first line is BEGIN:VCARD.",
            "Export the contacts as vCard (.vcf) and load that, or leave --source out for a table.",
            name,
        )
    return _no_column(name, lines, asked) if asked.mapping else _no_table(name, lines, asked)


def _no_table(name: str, lines: Sequence[str], asked: Asked) -> InputError:
    heading = _heading(lines)
    example = heading.shown[0].replace('"', "") if heading.shown else "Full name"
    which = "Say what it is with --source" if asked.source == AUTO else "Leave --source out"
    return faults.fault(
        _CODE,
        f"this is no file netscout knows. {heading.said()} {_needed(heading, asked)}",
        f'{which}, or what a column holds with --map COLUMN=FIELD, as in --map "{example}"=full.',
        name,
        heading.line or None,
    )


def _needed(heading: _Heading, asked: Asked) -> str:
    """Return what the nearest kind of file needs: one that shares columns with this one, else a table of contacts."""
    words = {fold(one) for one in heading.shown}
    able = [one for one in asked.programs() if one.source != GENERIC]
    nearest = max(able, key=lambda one: (len({*one.needs()} & words), one.kind == "connections"), default=None)
    if nearest is None or (asked.source == AUTO and words.isdisjoint(nearest.needs())):
        return "A table of contacts needs a column for the name, the e-mail address or the LinkedIn address."
    kind = nearest.kind if nearest.source == LINKEDIN else f"{nearest.kind} ({nearest.source})"
    return f"A file of kind {kind} needs {nearest.needed()}."


def _no_column(name: str, lines: Sequence[str], asked: Asked) -> InputError:
    """Return the error for columns of `--map` that the file has not: which, and what columns there are."""
    heading = _heading(lines)
    return no_column(list(asked.typed), name, heading.line or None, heading.said())


def _shown(line: int, cells: Sequence[str]) -> _Heading:
    clean = tuple(" ".join(cell.split()) for cell in cells)
    return _Heading(line, len(clean), tuple(cell for cell in clean if may_be_shown(cell))[:_MOST])


def _heading(lines: Sequence[str]) -> _Heading:
    """Return the record that looks like column names; else the first filled one, its cells where they are no data."""
    line, cells = names_line(lines)
    if line:
        return _Heading(line, len(cells), likely_names(cells))
    widest = _Heading()
    for delimiter in DELIMITERS:
        first, *below = [*records(lines, delimiter)] or [(0, [])]
        width = sum(1 for cell in first[1] if cell.strip())
        if width > widest.width:
            names = [cell for cell in first[1] if cell.strip()]
            telling = _are_names(first[1], [row for _, row in below])
            widest = _shown(first[0], names) if telling else _Heading(first[0], width)
    return widest


def _are_names(cells: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Return whether the first record of a file is one of names, told by the rows of its width below it.

    Half of what it names must hold something there, and one column more than a name of it could.
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    folded = {fold(cell) for cell in filled}
    if not 1 < len(filled) == len(folded) or any(_is_data(cell) for cell in filled):
        return False
    if any(fold(cell) in folded for row in below for cell in row):
        return False
    columns = [[row[place].strip() for row in below if len(row) == len(cells)] for place in range(len(cells))]
    if 2 * sum(any(column) for head, column in zip(cells, columns, strict=True) if head.strip()) < len(filled):
        return False
    return any(_is_richer(column, head.strip()) for head, column in zip(cells, columns, strict=True))


def _is_data(cell: str) -> bool:
    named = _FULL_NAME.fullmatch(cell) and not says_name(cell)
    return bool(named) or not may_be_shown(cell) or _SIGNS.search(cell) is not None


def _is_richer(column: Sequence[str], head: str) -> bool:
    """Return whether every filled cell has more words than the head, or holds a digit or an address."""
    filled = [cell for cell in column if cell]
    words = len(head.split())
    return bool(head and filled) and all(len(cell.split()) > words or _SIGNS.search(cell) for cell in filled)
