"""The one way to a connection: every pragma that keeps a workspace whole and private is set here."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

APPLICATION_ID = 0x6E73636F
"""`nsco`, kept in the header of the file: a database without it is not ours."""
SCHEMA_VERSION = 2
BUSY_MILLISECONDS = 5000
_STRICT_FROM = (3, 37)
_PRAGMAS = (
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cell_size_check=ON",
    "PRAGMA cache_size=-262144",
)


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection to an existing file; transactions are begun by hand, rows are plain tuples.

    Raises:
        sqlite3.Error: as SQLite tells it; callers stand inside `faults.told`.
    """
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        db.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
        for pragma in _PRAGMAS:
            db.execute(pragma).fetchall()
    except BaseException:
        db.close()
        raise
    return db


def build(db: sqlite3.Connection) -> None:
    """Make the tables of the present schema in an empty database, in one transaction."""
    text = files("netscout.store").joinpath("schema.sql").read_text(encoding="utf-8")
    if sqlite3.sqlite_version_info < _STRICT_FROM:
        text = text.replace(") STRICT, WITHOUT ROWID;", ") WITHOUT ROWID;").replace(") STRICT;", ");")
    db.executescript(
        f"BEGIN IMMEDIATE;\n{text}\nPRAGMA application_id={APPLICATION_ID};"
        f"\nPRAGMA user_version={SCHEMA_VERSION};\nCOMMIT;"
    )


def version(db: sqlite3.Connection) -> tuple[int, int]:
    """Return the application id and the schema version that the file bears."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    return int(application), int(db.execute("PRAGMA user_version").fetchone()[0])


def is_cut_off(db: sqlite3.Connection) -> bool:
    """Return whether the file ends inside a page: SQLite takes what is missing there for zeros and calls it sound."""
    page = int(db.execute("PRAGMA page_size").fetchone()[0])
    try:
        return Path(db.execute("PRAGMA database_list").fetchone()[2]).stat().st_size % page != 0
    except OSError:
        return False  # it cannot be looked at: what reads it next says so
