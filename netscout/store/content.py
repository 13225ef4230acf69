"""Whether what a database holds could have been written by us: a sound file may still say what no command survives."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any

from netscout.model.dump import TABLES, Column, Table
from netscout.model.dump_check import fits, odd
from netscout.model.ledger import FileAccount, Ignored, Notice, Unreadable
from netscout.store.profiles import KNOWN_FROM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LARGE = ("list", "object")
_OF = {"notices": Notice, "unreadable": Unreadable, "files": FileAccount, "ignored": Ignored}
_DERIVED: dict[tuple[str, str], Callable[[Any], bool]] = {
    ("profile", "credentials"): lambda said: fits("list", said, nullable=False),
    ("profile", "emails"): lambda said: fits("list", said, nullable=False),
    ("ranking", "json"): lambda said: isinstance(said, dict),
    ("title_link", "json"): lambda said: isinstance(said, list),
}
_FREE = ("text", "slug", "person", "own", "owner")
"""Kinds of columns where any text will do, or whose numbers SQLite holds together."""
_NUMBERED = (("person", "id"), ("event", "seq"), ("label", "seq"), ("avoid", "seq"))
"""Tables in which no number is given twice."""


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a sentence for each column that holds what none of our programs writes; texts themselves are not told.

    The database has our tables and passed SQLite's own check.
    """
    unread = [name for name in _tables(db) if not _decodes(db, name)]
    yield from (f"texts in the table {name} cannot be read." for name in unread)
    if unread:
        return
    for table in TABLES.values():
        for column in table.columns:
            if column.column and table.name != "sqlite_sequence" and _wrong(db, table, column):
                yield f"the table {table.name} holds a {column.column} that makes no sense."
    for (name, cell), right in _DERIVED.items():
        if not all(right(_parsed(text)) for text in _distinct(db, name, cell)):
            yield f"the table {name} holds a {cell} that makes no sense."
    if any(word not in KNOWN_FROM.values() for word in _distinct(db, "profile", "known_from")):
        yield "the table profile holds a known_from that makes no sense."
    given = dict(db.execute("SELECT name, seq FROM sqlite_sequence"))
    for name, key in _NUMBERED:
        last = db.execute(f"SELECT COALESCE(max({key}), 0) FROM {name}").fetchone()[0]  # noqa: S608  # our own names
        if not isinstance(said := given.get(name, 0), int) or said < last:
            yield f"the numbers of the table {name} could be given twice."


def _tables(db: sqlite3.Connection) -> list[str]:
    return [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]


def _decodes(db: sqlite3.Connection, table: str) -> bool:
    """Return whether every text of a table is UTF-8."""
    try:
        for _ in db.execute(f'SELECT * FROM "{table}"'):  # noqa: S608  # a name of our own schema
            pass
    except (sqlite3.OperationalError, UnicodeDecodeError):
        return False
    return True


def _distinct(db: sqlite3.Connection, table: str, column: str) -> Iterator[Any]:
    return (value for (value,) in db.execute(f"SELECT DISTINCT {column} FROM {table}"))  # noqa: S608  # our own names


def _wrong(db: sqlite3.Connection, table: Table, column: Column) -> bool:
    if column.kind in _FREE:
        return False
    if column.kind == "int":
        ends = db.execute(f"SELECT min({column.column}), max({column.column}) FROM {table.name}").fetchone()  # noqa: S608  # our own names
        return any(odd(table, column.name, value) for value in ends if value is not None)
    test = _TESTS.get((table.name, column.column), _is_plain)
    return any(not test(table, column, value) for value in _distinct(db, table.name, column.column))


def _is_plain(table: Table, column: Column, value: Any) -> bool:  # noqa: ANN401  # a cell
    said = _parsed(value) if column.kind in _LARGE and value is not None else value
    return fits(column.kind, said, nullable=column.nullable) and not odd(table, column.name, said)


def _is_list(_: Table, column: Column, value: Any) -> bool:  # noqa: ANN401  # a cell
    return _are(_parsed(value), _OF[column.column])


def _is_ledger(_: Table, __: Column, value: Any) -> bool:  # noqa: ANN401  # a cell
    said = _parsed(value)
    return (
        isinstance(said, dict)
        and said.keys() == {"files", "ignored"}
        and all(_are(said[name], _OF[name]) for name in said)
        and all(_are_counts(one.get("counts", {})) for one in said["files"])
    )


def _is_counts(_: Table, __: Column, value: Any) -> bool:  # noqa: ANN401  # a cell
    return _are_counts(_parsed(value))


def _are(said: Any, kind: type) -> bool:  # noqa: ANN401  # JSON
    """Return whether this is a list of objects of which `kind` can be made."""
    if not isinstance(said, list):
        return False
    known = {one.name: str(one.type) for one in fields(kind)}
    needed = {one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING}
    return all(
        isinstance(one, dict)
        and needed <= one.keys() <= known.keys()
        and all(_is_of(known[name], value) for name, value in one.items())
        for one in said
    )


def _is_of(kind: str, value: object) -> bool:
    if kind.startswith("dict"):
        return isinstance(value, dict)
    if kind == "str":
        return fits("text", value, nullable=False)
    return fits("int", value, nullable="None" in kind)


def _are_counts(said: object) -> bool:
    return isinstance(said, dict) and all(fits("int", value, nullable=False) for value in said.values())


def _parsed(text: Any) -> Any:  # noqa: ANN401  # a cell, JSON
    """Return the JSON of a cell, None if it is none."""
    try:
        return json.loads(text)
    except (TypeError, ValueError, RecursionError):
        return None


_TESTS: dict[tuple[str, str], Callable[[Table, Column, Any], bool]] = {
    ("export", "counts"): _is_counts,
    ("export", "notices"): _is_list,
    ("export", "unreadable"): _is_list,
    ("source_file", "ledger"): _is_ledger,
}
