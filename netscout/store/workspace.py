"""A workspace: the folder, its database, and the one way to write to it."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Self

from netscout.errors import Place, StoreError
from netscout.files import finish_replacing, make_folder, replacing, sync_folder, write_atomic
from netscout.store import cleaning, folder
from netscout.store.connection import APPLICATION_ID, SCHEMA_VERSION, build, connect, version
from netscout.store.faults import damaged, told

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

DATABASE = folder.DATABASE
README = folder.README
_HEADER = b"SQLite format 3\x00"
_README_TEXT = f"""\
{folder.README_HEAD}

netscout.db    your network, labels and campaign: one SQLite database
targets.toml   what you are looking for; yours to edit
reports/       pages netscout wrote for you

It holds data about other people. Only you can read it as netscout made it; keep it so, and keep it out of synced
and shared folders. `netscout doctor` checks it, `netscout backup FILE` copies it, `netscout forget PERSON` deletes
a person from it, and `netscout forget --everything` deletes all that netscout knows.
"""


class Workspace:
    """An open workspace; use it in a `with` statement, which closes it.

    Attributes:
        path: the folder.
        db: the connection. Reads are free; writes belong inside `writing()`.
        owner: number of the owner whose network is meant where none is named; None for the one loaded first.
    """

    __slots__ = ("db", "owner", "path")

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        """Keep an opened connection; `Workspace.open` is the way to make one."""
        self.path = path
        self.db = db
        self.owner: int | None = None

    @classmethod
    def open(cls, path: Path, *, create: bool) -> Workspace:
        """Open the workspace in the folder `path`; with `create`, make it if there is none.

        Raises:
            StoreError: `no-workspace` (and not `create`), `damaged-store`, `newer-store`, `busy`, `no-permission`,
                `read-only`, `no-space`, `io-error`. A file that stands there is never replaced.
            OutputError: the folder cannot be made.
        """
        database = path / DATABASE
        _finish_restore(path)
        if not os.path.lexists(database):
            if not create:
                raise absent(path)
            make_folder(path)
            explain(path)  # first: no workspace stands without it after a kill
            with told(database):
                _give_birth(database)
        _look_at_header(database)
        with told(database):
            db = connect(database)
        try:
            with told(database):
                _check_version(database, db)
            _finish_cleaning(path, db)
        except BaseException:
            db.close()
            raise
        return cls(path, db)

    def __enter__(self) -> Self:
        """Return the workspace itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connection; what was not committed is undone."""
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self.db.close()

    @property
    def id(self) -> str | None:
        """Return the opaque id of the workspace (`w7f3ab1`), None before the first import."""
        return self.meta("workspace")

    def meta(self, key: str) -> str | None:
        """Return a word the workspace keeps about itself, None if it has none."""
        with self.reading():
            row = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for reads; SQLite's errors inside become sentences.

        Raises:
            StoreError: as `faults.told`.
        """
        with told(self.path / DATABASE):
            yield self.db

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside one transaction: all of it is kept, or nothing of it; one inside another is one.

        Raises:
            StoreError: as `faults.told`; nothing was changed.
        """
        if self.db.in_transaction:
            yield self.db
            return
        with told(self.path / DATABASE):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield self.db
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise


def explain(path: Path) -> None:
    """Write the README that tells a finder what the folder is (raises OutputError)."""
    write_atomic(path / README, _README_TEXT)


def absent(path: Path) -> StoreError:
    """Return the error that there is no database; a folder that holds other files of ours may have lost its own."""
    if folder.explained(path) or any((path / name).exists() for name in (folder.TARGETS, folder.REPORTS)):
        return StoreError(
            f"there is no {DATABASE} in this workspace.",
            "If there was one, put a backup back: `netscout restore BACKUP`. If not: `netscout load FILE`.",
            Place(str(path)),
            code="no-workspace",
        )
    return StoreError(
        "there is no workspace here yet.",
        "Load your export first: `netscout start`, or `netscout load FILE`.",
        Place(str(path)),
        code="no-workspace",
    )


def exists(path: Path) -> bool:
    """Return whether the folder holds a database, whole or not."""
    return os.path.lexists(path / DATABASE) or replacing(path)


def _finish_restore(path: Path) -> None:
    try:
        finish_replacing(path)
    except OSError as fault:
        raise StoreError(
            "a `restore` was interrupted, and this place does not let it be finished.",
            "Look at the permissions of the folder and at the free space, then try again.",
            Place(str(path)),
            code="no-permission",
        ) from fault


def _finish_cleaning(path: Path, db: sqlite3.Connection) -> None:
    """Do what an interrupted `forget` left undone; a workspace that may only be read is left as it is."""
    try:
        with told(path / DATABASE):
            if cleaning.pending(db):
                cleaning.finish(path, db)
    except StoreError as fault:
        if fault.code not in ("read-only", "no-permission"):
            raise


def _give_birth(database: Path) -> None:
    """Make the database under another name and link it in place: a kill leaves none, two at once leave one."""
    temporary = _new_file(database)
    try:
        db = connect(temporary)
        try:
            build(db)
        finally:
            db.close()
        try:
            os.link(temporary, database)
        except FileExistsError:
            return
        except OSError:  # file systems without hard links
            if not database.exists():
                temporary.rename(database)
        sync_folder(database.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _new_file(database: Path) -> Path:
    number = 0
    while True:
        candidate = database.with_name(f".{database.name}.{number}.tmp")
        try:
            os.close(os.open(candidate, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            number += 1
        except OSError as fault:
            raise StoreError(
                "the workspace could not be made here.",
                "Look at the permissions of the folder, or choose another with --workspace.",
                Place(str(database.parent)),
                code="no-permission",
            ) from fault
        else:
            return candidate


def _look_at_header(database: Path) -> None:
    """Refuse what is no database before SQLite touches it: an emptied file would pass for a new one."""
    try:
        if not database.is_file():
            raise damaged(database)
        with database.open("rb") as handle:
            if handle.read(len(_HEADER)) != _HEADER:
                raise damaged(database)
    except OSError as fault:
        raise StoreError(
            "the database of this workspace cannot be read.",
            "Look at the permissions of the folder, or choose another with --workspace.",
            Place(str(database)),
            code="no-permission",
        ) from fault


def _check_version(database: Path, db: sqlite3.Connection) -> None:
    application, held = version(db)
    if application != APPLICATION_ID or held < 1:
        raise damaged(database)
    if held > SCHEMA_VERSION:
        raise StoreError(
            f"this workspace was written by a newer netscout (schema {held}; this one reads up to {SCHEMA_VERSION}).",
            "Update netscout, then give the command again.",
            Place(str(database)),
            code="newer-store",
        )
    if held < SCHEMA_VERSION:
        from netscout.store.migrations import steps, upgrade

        upgrade(database, db, steps())
