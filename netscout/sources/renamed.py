"""Columns that the user names with `--map`: in a file of a known program they change what is read, not the kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from netscout.model.ledger import CONTACT_TABLES
from netscout.sources import faults
from netscout.sources.recognise import find_header

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from netscout.errors import InputError
    from netscout.sources.asked import Asked
    from netscout.sources.classify import Pile
    from netscout.sources.declare import Table
    from netscout.sources.recognise import Header

_ALSO = {"date": ("connected",), "url": ("site",), "headline": ("title",)}
"""What a field of `--map` is called in the tables of known programs, where they call it otherwise."""


def renamed_header(header: Header, name: str, asked: Asked) -> Header | None:
    """Return the header of a known program as the user names its columns; None if `--map` makes it another table.

    Raises:
        InputError: `unknown-field`, for a field that such a file does not hold.
    """
    said = {one: field for one, field in asked.mapping.items() if one in header.cells()}
    if not said or header.plain is None:
        return header
    if header.table.kind not in CONTACT_TABLES:
        return None
    table = _renamed(header.plain, said, name)
    places = table.places(header.cells())
    if places is None:
        return None
    fitted, known = table.fitted(header.cells(), places)
    return replace(header, table=fitted, places=known, said=tuple(said))


def named_header(name: str, lines: Sequence[str], asked: Asked) -> Header | None:
    """Return the header of a table of no known program that holds a column of `--map`; None if none is there."""
    found = find_header(lines, name, asked.named())
    if found is None:
        return None
    exact = find_header(lines, name, asked.named(found.cells())) or found
    return replace(exact, said=tuple(one for one in asked.mapping if one in exact.cells()))


def check_all_found(piles: Sequence[Pile], asked: Asked) -> None:
    """Refuse a column of `--map` that no file has.

    Raises:
        InputError: `unknown-column`, with the columns there are where it is one file.
    """
    found = [header for pile in piles for _, header in pile.found]
    seen = {one for header in found for one in header.said}
    missing = [typed for typed, column in zip(asked.typed, asked.mapping, strict=True) if column not in seen]
    if missing:
        only = found[0] if len(found) == 1 else None
        name = piles[0].found[0][0].name if only else ""
        raise no_column(missing, name, only.line if only else None, _columns(only) if only else "")


def no_column(missing: Sequence[str], name: str, line: int | None, seen: str) -> InputError:
    """Return the error for columns of `--map` that are not there; `seen` says what there is."""
    columns = ", ".join(one[:40] for one in missing)
    what = "a column that is not there" if len(missing) == 1 else "columns that are not there"
    return faults.fault(
        "unknown-column",
        f"--map names {what}: {columns}. {seen}".rstrip(),
        "Give the columns of --map as the file spells them.",
        name,
        line,
    )


def _columns(header: Header) -> str:
    cells = [" ".join(one.split())[:40] for one in header.titles if one.strip()]
    return f"The columns in line {header.line}: {', '.join(cells[:20])}{', ...' if len(cells) > 20 else ''}."


def _renamed(table: Table, said: Mapping[str, str], name: str) -> Table:
    names = {one.name for one in table.columns}
    goals: dict[str, list[str]] = {}
    for column, field in said.items():
        goal = next((one for one in (field, *_ALSO.get(field, ())) if one in names), None)
        if goal is None:
            raise faults.fault(
                "unknown-field",
                f"a {table.source} file of {table.kind} holds no {field}, which --map gives for a column.",
                "Leave that --map out, or give --source csv to read the file as any list of contacts.",
                name,
            )
        goals.setdefault(goal, []).append(column)
    columns = []
    for one in table.columns:
        left = tuple(word for word in one.spellings if word not in said)
        words = tuple(goals.get(one.name, ())) or left
        columns.append(replace(one, spellings=words, family=one.family or len(goals.get(one.name, ())) > 1))
    several = any(one.family for one in columns)
    return replace(table, columns=tuple(columns), bulk=None if several else table.bulk)
