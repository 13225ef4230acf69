"""Which values of which columns a look at the health finds wrong; REWRITE_GOLDEN=1 writes it anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.matching.identity import resolve
from netscout.store import content, ledger_check
from netscout.store.imports import import_export
from netscout.store.workspace import Workspace
from tests.examples import some
from tests.store.store_builders import fill_sample
from tests.store.test_store_dump import WORDS
from tests.written_out import hold

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "data" / "sick"
PARTS = ("abcd", "efghijk", "lmno", "pqr", "stuvwxyz")
"""Tables by their first letter."""
PLAIN = ("NULL", "''", "'x'", "-1", "2", "'2026-02-30'", "CAST(x'ff' AS TEXT)")
LISTS = (
    "'[]'", "'[1]'", "'[\"x\"]'", "'[{}]'", "'{}'", "'{\"x\": 1}'", "'{\"x\": \"y\"}'",
    "'{\"files\": [], \"ignored\": []}'", "'{\"files\": [{\"name\": \"x\"}], \"ignored\": []}'",
)  # fmt: skip
_ASIDE = ("sqlite_sequence", "meta")


def told(db: sqlite3.Connection) -> list[str]:
    """Return what is found wrong."""
    return list(content.faults(db)) or list(ledger_check.faults(db))


def cells(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield every column of every table that holds anything."""
    for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
        if table not in _ASIDE and db.execute(f"SELECT 1 FROM {table}").fetchone():  # noqa: S608  # our own names
            for row in db.execute(f"PRAGMA table_info({table})").fetchall():
                yield table, row[1]


def tried(db: sqlite3.Connection, table: str, column: str) -> Iterator[str]:
    """Yield what is found with each value in every row of a column; several with the same finding in one line."""
    found: dict[str, list[str]] = {}
    first = db.execute(f"SELECT {column} FROM {table}").fetchone()[0]  # noqa: S608  # our own names
    for value in (*PLAIN, *LISTS) if str(first).startswith(("[", "{")) else PLAIN:
        db.execute("SAVEPOINT tried")
        try:
            db.execute(f"UPDATE {table} SET {column} = {value}")  # noqa: S608  # our own names
            text = " | ".join(told(db)) or "well"
        except sqlite3.Error as fault:
            text = f"not taken: {type(fault).__name__}"
        finally:
            db.execute("ROLLBACK TO tried")
            db.execute("RELEASE tried")
        found.setdefault(text, []).append(value)
    for text, values in found.items():
        yield f"    {' '.join(values)}: {text}"


@pytest.mark.parametrize("part", some(1, PARTS, pytest.mark.deep))
def test_what_is_found_in_each_cell(part: str, tmp_path: Path) -> None:
    """A value that no program of ours writes, taken for sound, would end a later command in the midst."""
    lines = []
    with Workspace.open(tmp_path / "full", create=True) as ws:
        fill_sample(ws, lambda one: import_export(ws, one, today="2026-02-06", resolve=resolve))
        ws.db.executescript(WORDS)
        ws.db.execute("INSERT INTO title_link VALUES ('esco', '1', 'Analyst', '[]')")
        assert not told(ws.db)
        ws.db.execute("PRAGMA foreign_keys = OFF")
        for table, column in cells(ws.db):
            if table[0] in part:
                lines += [f"{table}.{column}", *tried(ws.db, table, column)]
    hold(FOLDER / f"{part[0]}_to_{part[-1]}.txt", lines)
