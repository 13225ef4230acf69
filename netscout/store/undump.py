"""A dump put back into an empty workspace: the same rows under the same numbers, ids included."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from netscout.model.dump import LOG_TABLES, TABLES, BadLine, Card, Column, Dump, Row, default, person_number
from netscout.store import dump_owners, profiles, repeats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from netscout.model.dump import ReadDump, Table

_SEQUENCES = ("person", "event", "label", "avoid")
_HIGHEST = 10**15 - 1


@dataclass(slots=True)
class Restored:
    """What came of putting a dump back: rows of the log taken, and the lines that had no place.

    `left` are the cards and rows without a number, which somebody wrote by hand and which are still to be taken in.
    """

    taken: int = 0
    bad: list[BadLine] = field(default_factory=list)
    left: Dump = field(default_factory=Dump)


def is_empty(db: sqlite3.Connection) -> bool:
    """Return whether nothing was ever stored here that a dump could collide with."""
    checked = ("person", "owner", "export", "decision", "user_alias", "forgotten")
    return all(db.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is None for table in checked)  # noqa: S608  # our own table names


def restore(db: sqlite3.Connection, read: ReadDump) -> Restored:
    """Put the rows of a dump into an empty workspace, inside the transaction of the caller.

    A row that contradicts another, or points to what is not there, is told and left out.
    """
    found = Restored()
    loose: list[Card] = []
    placed: dict[str, list[tuple[Row, str, str | None]]] = {name: [] for name in TABLES}
    for row in read.dump.rows:
        placed[row.table].append((row, read.name if read.kind != "cards" else "_workspace.md", None))
    for card in read.dump.cards:
        waiting = []
        for row in card.rows:
            key = TABLES[row.table].key
            if not card.id or (key and key not in row.values):
                waiting.append(row)
            else:
                placed[row.table].append((row, card.file, card.id))
        loose.append(replace(card, rows=tuple(waiting)))
    db.executemany("INSERT INTO person (id) VALUES (?)", ((number,) for number in _numbers(read.dump)))
    owners = _owner_numbers(placed["owner"])
    cards = frozenset(card.id for card in read.dump.cards)
    for name, table in TABLES.items():
        if name == "person":
            continue
        put = _putter(db, table, owners)
        for row, file, own in sorted(placed[name], key=lambda one: _order(table, one[0])):
            fault = "" if _may_stand(row, own, cards) else "it contradicts another card"
            fault = fault or put(row, own)
            if fault:
                found.bad.append(BadLine(file, row.line, fault, name in LOG_TABLES))
            else:
                found.taken += name in LOG_TABLES
    for (owner,) in db.execute("SELECT id FROM owner ORDER BY id").fetchall():
        profiles.rebuild(db, owner)
        repeats.mark(db, owner)
    found.left = replace(
        read.dump, cards=tuple(loose), rows=tuple(row for row in read.dump.rows if row.table in dump_owners.TABLES)
    )
    return found


def _numbers(dump: Dump) -> list[int]:
    """Return the numbers of all persons, those given up included."""
    held = {person_number(card.id) for card in dump.cards if card.id}
    for row in (*dump.rows, *(row for card in dump.cards for row in card.rows if row.table == "person_alias")):
        for name in {"person": ("person",), "person_alias": ("alias",), "owner": ("person", "born")}.get(row.table, ()):
            held.add(person_number(row.values[name]))
    return sorted(number for number in held if 0 < number <= _HIGHEST)


def _owner_numbers(rows: Iterable[tuple[Row, str, str | None]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for row, _, _ in rows:
        number = row.values.get("n", 0)
        found.setdefault(row.values["person"], number)
        found.setdefault(str(number), number)
    return found


def _may_stand(row: Row, own: str | None, cards: frozenset[str]) -> bool:
    """Return whether a row agrees with the cards: ids given up have none, and a sighting is of its own card."""
    if row.table == "person_alias":
        return row.values["alias"] not in cards
    return row.table != "sighting" or row.values.get("person", own) == own


def _order(table: Table, row: Row) -> tuple[int, int]:
    number = row.values.get(table.key, 0) if table.key else 0
    return (number, row.line)


def _putter(db: sqlite3.Connection, table: Table, owners: dict[str, int]) -> Callable[[Row, str | None], str]:
    """Return a function that stores one row of a table and says what is wrong with it, "" if nothing is."""
    columns = [one for one in table.columns if one.column]
    names = ", ".join(one.column for one in columns)
    marks = ", ".join("?" * len(columns))
    text = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608  # our own names
    key = next((at for at, one in enumerate(columns) if one.name == table.key), None)
    stored: dict[int, tuple[Any, ...]] = {}

    def put(row: Row, own: str | None) -> str:
        if table.name == "sqlite_sequence":
            return _raise_sequence(db, row)
        try:
            values = tuple(cell(one, row.values, own, owners) for one in columns)
            db.execute(text, values)
        except sqlite3.IntegrityError:
            again = key is not None and stored.get(values[key]) == values
            return "" if again else "it contradicts another line, or speaks of what is not there"
        except KeyError:
            return "it speaks of what is not there"
        if key is not None:
            stored[values[key]] = values
        return ""

    return put


def cell(column: Column, values: Any, own: str | None, owners: dict[str, int]) -> Any:  # noqa: ANN401  # JSON in, SQL out
    """Return a value as the store holds it; KeyError where it speaks of an owner who is not there."""
    value = values[column.name] if column.name in values else default(column, own)
    if value is None:
        return None
    if column.kind in ("person", "own"):
        return person_number(value)
    if column.kind == "owner":
        return owners[value]
    if column.kind in ("list", "object"):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return int(value) if column.kind in ("int", "bool") else value


def _raise_sequence(db: sqlite3.Connection, row: Row) -> str:
    """Let numbers that were given once stay given."""
    name, last = row.values.get("name"), row.values["last"]
    if name not in _SEQUENCES or not 0 <= last <= _HIGHEST:
        return "a sequence that is not known"
    if db.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, name)).rowcount == 0:
        db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, last))
    return ""
