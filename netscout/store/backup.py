"""One archive of a workspace: its database, copied whole and checked, and `targets.toml`."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING

from netscout.errors import OutputError, Place
from netscout.files import write_atomic
from netscout.store import content
from netscout.store.connection import is_cut_off
from netscout.store.faults import damaged, told
from netscout.store.folder import DATABASE, TARGETS
from netscout.store.guard import refuse_own
from netscout.store.written import record, withdraw

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from netscout.store.workspace import Workspace

_DAY = (1980, 1, 1, 0, 0, 0)
_KIND = "backup"


def backup(ws: Workspace, path: Path, *, on: str) -> int:
    """Write the archive to `path`, readable by its owner only, and return its size in bytes.

    The same workspace gives the same bytes. The archive knows of itself, so that a restored workspace can name it.

    Raises:
        OutputError: the place cannot be written to, or another file than a backup stands there; it is kept.
        StoreError: the database fails its check, or cannot be read.
    """
    refuse_own(ws.path, path)
    if path.is_file() and not _is_backup(path):
        raise OutputError(
            "another file than a backup stands there.", "Give a name that is free.", Place(str(path)), code="refused"
        )
    record(ws, path, _KIND, "", on)
    try:
        raw = _archive(_copy(ws), _targets(ws))
        write_atomic(path, raw)
    except BaseException:
        withdraw(ws, path)
        raise
    return len(raw)


def _copy(ws: Workspace) -> bytes:
    """Return the database as one sound file."""
    with told(ws.path / DATABASE), closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        ws.db.backup(copy)
        whole = copy.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok" and not is_cut_off(ws.db)
        if not whole or any(content.faults(copy)):
            raise damaged(ws.path / DATABASE)
        if copy.execute("PRAGMA freelist_count").fetchone()[0]:
            copy.execute("VACUUM")  # free pages are nothing but size
        return copy.serialize()


def _targets(ws: Workspace) -> bytes | None:
    path = ws.path / TARGETS
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as fault:
        raise OutputError("this file cannot be read.", "Look at its permissions.", Place(TARGETS)) from fault


def _archive(database: bytes, targets: bytes | None) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ((DATABASE, database), (TARGETS, targets)):
            if data is None:
                continue
            member = zipfile.ZipInfo(name, _DAY)
            member.create_system, member.external_attr = 3, 0o600 << 16
            archive.writestr(member, data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def holds_backup(names: Iterable[str]) -> bool:
    """Return whether these are the members of a backup: a database, and `targets.toml` if there was one."""
    return sorted(names) in ([DATABASE], [DATABASE, TARGETS])


def _is_backup(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return holds_backup(archive.namelist())
    except (OSError, zipfile.BadZipFile, ValueError):
        return False
