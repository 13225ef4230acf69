"""A backup put back: verified to the last row before anything is replaced, then both files together."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.errors import InputError, Place, StoreError
from netscout.files import make_folder, replace_together
from netscout.store.connection import APPLICATION_ID, SCHEMA_VERSION, build, connect, version
from netscout.store.faults import told
from netscout.store.folder import DATABASE, TARGETS
from netscout.store.migrations import steps, upgrade_copy
from netscout.store.workspace import explain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 4 << 30
_CHUNK = 1 << 20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified archive: the database as bytes, brought to the present schema, the toml, and how many people."""

    database: bytes
    targets: bytes
    people: int


def read_backup(path: Path, *, most: int = MOST_BYTES) -> Backup:
    """Return what a backup holds; nothing is written.

    Raises:
        InputError: `not-found`, `not-a-file`, `not-a-zip`, `not-a-backup`, `damaged-archive`, `archive-too-large`.
        StoreError: `newer-store`.
    """
    database, targets = _members(path, most)
    place = Place(path.name)
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        db.execute("PRAGMA trusted_schema=OFF")
        db.deserialize(database)
        _verify(db, place)
        people = int(db.execute("SELECT count(DISTINCT person) FROM profile").fetchone()[0])
        return Backup(db.serialize(), targets, people)
    except sqlite3.Error as fault:
        raise _no_backup(place) from fault
    finally:
        db.close()


def restore(workspace: Path, found: Backup) -> None:
    """Put a verified backup in place of database and `targets.toml`; a kill leaves both old or both new.

    What the present workspace remembers of files written elsewhere is carried over.

    Raises:
        OutputError: the folder cannot be written to; everything is as it was.
        StoreError: another netscout is writing.
    """
    make_folder(workspace)
    with _held(workspace / DATABASE) as elsewhere:
        database = _carrying(found.database, elsewhere)
        explain(workspace)
        replace_together(workspace, {DATABASE: database, TARGETS: found.targets})


@contextlib.contextmanager
def _held(database: Path) -> Iterator[list[tuple[str, ...]]]:
    """Keep others from the present database while it is replaced; give the files it knows of elsewhere.

    A database that is missing or damaged is held by nobody and knows nothing.
    """
    rows: list[tuple[str, ...]] = []
    with contextlib.ExitStack() as stack:
        if database.is_file():
            try:
                with told(database):
                    db = stack.enter_context(contextlib.closing(connect(database)))
                    db.execute("BEGIN EXCLUSIVE")
                    rows = db.execute("SELECT path, kind, form, on_day FROM written_file ORDER BY path").fetchall()
                    if os.name != "posix":  # elsewhere an open file cannot be replaced
                        db.close()
            except (StoreError, sqlite3.Error) as fault:
                if getattr(fault, "code", "") == "busy":
                    raise
        yield rows


def _carrying(database: bytes, elsewhere: list[tuple[str, ...]]) -> bytes:
    if not elsewhere:
        return database
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.deserialize(database)
        db.executemany("INSERT OR IGNORE INTO written_file VALUES (?, ?, ?, ?)", elsewhere)
        return db.serialize()


def _members(path: Path, most: int) -> tuple[bytes, bytes]:
    place = Place(path.name)
    try:
        mode = path.lstat().st_mode
    except OSError as fault:
        raise InputError("there is nothing at that path.", "Check the spelling.", place, code="not-found") from fault
    if not stat.S_ISREG(mode):
        raise InputError("this is no regular file.", "Give the file `backup` wrote.", place, code="not-a-file")
    try:
        with zipfile.ZipFile(path) as archive:
            names = [one.filename for one in archive.infolist()]
            if sorted(names) not in ([DATABASE], [DATABASE, TARGETS]):
                raise _no_backup(place)
            held = {one.filename: _read(archive, one, most, place) for one in archive.infolist()}
    except zipfile.BadZipFile as fault:
        code = "damaged-archive" if zipfile.is_zipfile(path) else "not-a-zip"
        raise InputError("this archive is cut off or is none.", "Take another backup.", place, code=code) from fault
    except (OSError, ValueError, EOFError, zlib.error, NotImplementedError, RuntimeError) as fault:
        raise InputError(
            "this archive cannot be read.", "Take another backup.", place, code="damaged-archive"
        ) from fault
    return held[DATABASE], held.get(TARGETS, b"")


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int, place: Place) -> bytes:
    if member.compress_type not in _METHODS or member.flag_bits & 1:
        raise _no_backup(place)
    parts, size = [], 0
    with archive.open(member) as handle:
        while part := handle.read(_CHUNK):
            size += len(part)
            if size > most:
                raise InputError(
                    f"a file in this archive unpacks to more than {most:,} bytes.",
                    "Give the file `netscout backup` wrote.",
                    place,
                    code="archive-too-large",
                )
            parts.append(part)
    return b"".join(parts)


def _verify(db: sqlite3.Connection, place: Place) -> None:
    """Bring the copy to the present schema, and refuse what is not to the last table a workspace of ours."""
    application, held = version(db)
    if application != APPLICATION_ID or held < 1:
        raise _no_backup(place)
    if held > SCHEMA_VERSION:
        raise StoreError(
            f"this backup was written by a newer netscout (schema {held}; this one reads up to {SCHEMA_VERSION}).",
            "Update netscout, then give the command again.",
            place,
            code="newer-store",
        )
    _check(db, place)
    upgrade_copy(db, steps())
    _check(db, place)
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as ours:
        build(ours)
        if _shape(db) != _shape(ours):
            raise _no_backup(place)


def _check(db: sqlite3.Connection, place: Place) -> None:
    whole = db.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    if not whole or db.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise InputError(
            "the database in this backup is damaged.", "Take another backup.", place, code="damaged-archive"
        )


def _shape(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    """Return names, kinds and columns of all that a database holds: no trigger or view of another's comes in."""
    held = db.execute(
        "SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY type, name"
    ).fetchall()
    views = [sql for (sql,) in db.execute("SELECT sql FROM sqlite_master WHERE type = 'view' ORDER BY name")]
    columns = [
        (name, *row[1:])
        for kind, name, _ in held
        if kind == "table"
        for row in db.execute("SELECT * FROM pragma_table_info(?) ORDER BY name", (name,))
    ]
    return [*held, *((one,) for one in views), *columns]


def _no_backup(place: Place) -> InputError:
    return InputError(
        "this is no backup of netscout.", "Give the file `netscout backup` wrote.", place, code="not-a-backup"
    )
