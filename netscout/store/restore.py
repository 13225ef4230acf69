"""A backup put back: verified to the last row before anything is replaced, then both files together."""

from __future__ import annotations

import contextlib
import io
import os
import sqlite3
import stat
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from netscout.errors import InputError, OutputError, Place, StoreError
from netscout.files import make_folder, open_new, replace_together, sync_file
from netscout.store import content
from netscout.store.backup import holds_backup
from netscout.store.connection import APPLICATION_ID, SCHEMA_VERSION, build, connect, is_cut_off, version
from netscout.store.faults import told
from netscout.store.folder import DATABASE, TARGETS
from netscout.store.migrations import steps, upgrade_copy
from netscout.store.workspace import explain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 1 << 30
MOST_OF_TARGETS = 4 << 20
_MOST_RATIO = 100
_ANY_RATIO = 8 << 20
"""Up to this size it does not matter how well something was packed."""
_CHUNK = 1 << 20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ROLLBACK = b"\x01\x01"
"""Where a header says how it is written to: with a rollback journal, as every workspace is."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified archive: where its database waits, brought to the present schema, the toml, and how many people.

    `targets` is None if the archive holds none; `forgotten` are the hashes it keeps of forgotten people.
    """

    database: Path
    targets: bytes | None
    people: int
    forgotten: frozenset[str] = frozenset()


@contextlib.contextmanager
def read_backup(path: Path, workspace: Path, *, most: int = MOST_BYTES) -> Iterator[Backup]:
    """Give what a backup holds, its database unpacked into a file in the workspace folder that goes in the end.

    Raises:
        InputError: `not-found`, `not-a-file`, `not-a-zip`, `not-a-backup`, `damaged-archive`, `archive-too-large`.
        StoreError: `newer-store`.
        OutputError: the workspace folder cannot be written to.
    """
    place = Place(path.name)
    with _space(workspace) as database:
        targets = _members(path, database, most)
        try:
            people, forgotten = _prepared(database, place)
        except (sqlite3.Error, UnicodeDecodeError) as fault:
            raise _no_backup(place) from fault
        yield Backup(database, targets, people, forgotten)


def restore(workspace: Path, found: Backup) -> None:
    """Put a verified backup in place of database and `targets.toml`; a kill leaves both old or both new.

    A backup without `targets.toml` leaves the present one. What the present workspace remembers of files written
    elsewhere is carried over.

    Raises:
        OutputError: the folder cannot be written to; everything is as it was.
        StoreError: another netscout is writing.
    """
    make_folder(workspace)
    with _held(workspace / DATABASE) as elsewhere:
        with told(found.database), _loose(found.database) as db:
            db.executemany("INSERT OR IGNORE INTO written_file VALUES (?, ?, ?, ?)", elsewhere)
        sync_file(found.database)
        explain(workspace)
        targets = {} if found.targets is None else {TARGETS: found.targets}
        replace_together(workspace, {DATABASE: found.database, **targets})


@contextlib.contextmanager
def _space(workspace: Path) -> Iterator[Path]:
    """Give a new empty file in the workspace folder, removed in the end, as is the folder if it was made for it."""
    before = workspace.is_dir()
    make_folder(workspace)
    try:
        handle, database = open_new(workspace / DATABASE)
        os.close(handle)
        try:
            yield database
        finally:
            database.unlink(missing_ok=True)
    except OSError as fault:
        raise OutputError(
            "the backup could not be unpacked here.",
            "Look at the free space and the permissions of the folder.",
            Place(str(workspace)),
        ) from fault
    finally:
        if not before:
            with contextlib.suppress(OSError):  # something was put into it
                workspace.rmdir()


@contextlib.contextmanager
def _loose(database: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to an unpacked database, which nobody else uses and a kill may take."""
    with contextlib.closing(connect(database)) as db:
        for pragma in ("journal_mode=MEMORY", "synchronous=OFF"):
            db.execute(f"PRAGMA {pragma}").fetchall()
        yield db


def _prepared(database: Path, place: Place) -> tuple[int, frozenset[str]]:
    """Verify an unpacked database, bring it to the present schema; return how many people it holds, whom it forgot."""
    with database.open("rb") as file:
        if file.read(20)[18:] != _ROLLBACK:
            raise _no_backup(place)
    with _loose(database) as db:
        _verify(db, place)
        people = int(db.execute("SELECT count(DISTINCT person) FROM profile").fetchone()[0])
        return people, frozenset(str(one) for (one,) in db.execute("SELECT hash FROM forgotten"))


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
                    if os.name != "posix":  # pragma: no cover  # elsewhere an open file cannot be replaced
                        db.close()
            except (StoreError, sqlite3.Error) as fault:
                if getattr(fault, "code", "") == "busy":
                    raise
        yield rows


def _members(path: Path, database: Path, most: int) -> bytes | None:
    """Unpack the database into a file, and return the toml."""
    place = Place(path.name)
    try:
        mode = path.lstat().st_mode
    except OSError as fault:
        raise InputError("there is nothing at that path.", "Check the spelling.", place, code="not-found") from fault
    if not stat.S_ISREG(mode):
        raise InputError("this is no regular file.", "Give the file `backup` wrote.", place, code="not-a-file")
    targets = io.BytesIO()
    try:
        with zipfile.ZipFile(path) as archive, database.open("wb") as file:
            members = {one.filename: one for one in archive.infolist()}
            if not holds_backup(one.filename for one in archive.infolist()):
                raise _no_backup(place)
            _unpack(archive, members[DATABASE], file, most, place)
            if TARGETS in members:
                _unpack(archive, members[TARGETS], targets, min(most, MOST_OF_TARGETS), place)
    except zipfile.BadZipFile as fault:
        code = "damaged-archive" if zipfile.is_zipfile(path) else "not-a-zip"
        raise InputError("this archive is cut off or is none.", "Take another backup.", place, code=code) from fault
    except (ValueError, EOFError, zlib.error, NotImplementedError, RuntimeError) as fault:
        raise _damaged(place) from fault
    return targets.getvalue() if TARGETS in members else None


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, into: IO[bytes], most: int, place: Place) -> None:
    """Copy a member piece by piece; what it says of its own size is not believed."""
    if member.compress_type not in _METHODS or member.flag_bits & 1:
        raise _no_backup(place)
    size = 0
    with archive.open(member) as handle:
        while part := handle.read(_CHUNK):
            size += len(part)
            if size > most or (size > _ANY_RATIO and size > _MOST_RATIO * member.compress_size):
                raise InputError(
                    f"a file in this archive unpacks to more than {most:,} bytes, or {_MOST_RATIO} times its size.",
                    "Give the file `netscout backup` wrote.",
                    place,
                    code="archive-too-large",
                )
            into.write(part)


def _verify(db: sqlite3.Connection, place: Place) -> None:
    """Bring the copy to the present schema, and refuse what is not to the last cell a workspace of ours."""
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
    if is_cut_off(db):
        raise _damaged(place)
    _check(db, place)
    upgrade_copy(db, steps())
    _check(db, place)
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as ours:
        build(ours)
        if _shape(db) != _shape(ours):
            raise _no_backup(place)
    if any(content.faults(db)):
        raise _damaged(place)


def _check(db: sqlite3.Connection, place: Place) -> None:
    whole = db.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    if not whole or db.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise _damaged(place)


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


def _damaged(place: Place) -> InputError:
    return InputError("this backup is damaged.", "Take another backup.", place, code="damaged-archive")
