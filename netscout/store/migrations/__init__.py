"""Forward migrations: `NNNN.sql` in this folder brings a workspace of schema NNNN - 1 to schema NNNN."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from importlib.resources import files
from typing import TYPE_CHECKING

from netscout.files import sync_folder
from netscout.store.connection import SCHEMA_VERSION
from netscout.store.faults import damaged

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def steps() -> dict[int, str]:
    """Return the SQL of each migration by the version it leads to."""
    found = (one for one in files(__name__).iterdir() if one.name.endswith(".sql"))
    return {int(one.name[:4]): one.read_text(encoding="utf-8") for one in sorted(found, key=lambda one: one.name)}


def upgrade(path: Path, db: sqlite3.Connection, sql: Mapping[int, str], to: int = SCHEMA_VERSION) -> None:
    """Bring an older database to version `to`: a backup beside it first, then everything in one transaction.

    Raises:
        StoreError: the database fails its check before or after; it is left as it was.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        held = int(db.execute("PRAGMA user_version").fetchone()[0])
        if held < to:
            _check(path, db)
            _keep(path, path.with_name(f"{path.name}.v{held}.bak"))
            for number in range(held + 1, to + 1):
                _run(db, sql[number])
            db.execute(f"PRAGMA user_version={to:d}")
            _check(path, db)
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def upgrade_copy(db: sqlite3.Connection, sql: Mapping[int, str], to: int = SCHEMA_VERSION) -> None:
    """Bring a copy that stands nowhere but in memory to version `to`; no backup of it is kept."""
    for number in range(int(db.execute("PRAGMA user_version").fetchone()[0]) + 1, to + 1):
        _run(db, sql[number])
        db.execute(f"PRAGMA user_version={number:d}")


def _run(db: sqlite3.Connection, script: str) -> None:
    """Run each statement by itself: `executescript` would commit what went before."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


def _check(path: Path, db: sqlite3.Connection) -> None:
    whole = db.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    if not whole or db.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise damaged(path)


def _keep(path: Path, backup: Path) -> None:
    """Copy the database by SQLite's own means; the copy is there whole or not at all."""
    temporary = backup.with_name(f".{backup.name}.tmp")
    temporary.unlink(missing_ok=True)
    os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with (
            contextlib.closing(sqlite3.connect(path)) as source,
            contextlib.closing(sqlite3.connect(temporary)) as copy,
        ):
            source.backup(copy)
        temporary.replace(backup)
        sync_folder(backup.parent)
    finally:
        temporary.unlink(missing_ok=True)
