"""SQLite's errors as sentences: what happened to the workspace, and what to do next."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
from importlib.resources import files
from typing import TYPE_CHECKING

from netscout.errors import Place, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DAMAGED = (
    "damaged-store",
    "the database of this workspace is damaged or is no database of netscout; it was left as it is.",
    "Put a backup back with `netscout restore FILE`, or load your exports again into a new folder (--workspace).",
)
_MISSING = re.compile(r"no such (?:table|column): (?:\w+\.)?(\w+)|table (\w+) has (?:no column|\d+ columns)")
_UNREADABLE = re.compile("Could not decode to UTF-8|malformed JSON|unsupported file format")
_BY_PRIMARY_CODE: dict[int, tuple[str, str, str]] = {
    sqlite3.SQLITE_BUSY: ("busy", "another netscout is writing; nothing was changed.", "Try again in a moment."),
    sqlite3.SQLITE_LOCKED: ("busy", "another netscout is writing; nothing was changed.", "Try again in a moment."),
    sqlite3.SQLITE_FULL: (
        "no-space",
        "there is no room to write the workspace; nothing was changed.",
        "Free some space and give the command again.",
    ),
    sqlite3.SQLITE_IOERR: (
        "io-error",
        "the system could not read or write the workspace; nothing was changed.",
        "Look at free space and at the disk, then give the command again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "read-only",
        "this workspace may not be written to.",
        "Look at the permissions of the folder, or choose another with --workspace.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "no-permission",
        "the database of this workspace cannot be opened.",
        "Look at the permissions of the folder, or choose another with --workspace.",
    ),
    sqlite3.SQLITE_PERM: (
        "no-permission",
        "the database of this workspace cannot be opened.",
        "Look at the permissions of the folder, or choose another with --workspace.",
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}


def damaged(path: Path) -> StoreError:
    """Return the error of a database that cannot be trusted; the file is kept."""
    code, message, step = _DAMAGED
    return StoreError(message, step, Place(str(path)), code=code)


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside into a `StoreError` that names the file; leave faults of ours as they are.

    Texts that are no UTF-8 and cells that are no JSON, though they should be, are damage too.

    Raises:
        StoreError: `busy`, `no-space`, `io-error`, `read-only`, `no-permission`, `damaged-store`.
    """
    try:
        yield
    except sqlite3.Error as fault:
        extended = getattr(fault, "sqlite_errorcode", None)
        known = _BY_PRIMARY_CODE.get(extended & 0xFF) if extended is not None else None
        if known is None and (_lacks_ours(str(fault)) or _UNREADABLE.match(str(fault))):
            known = _DAMAGED
        if known is None:
            raise
        code, message, step = known
        raise StoreError(message, step, Place(str(path)), code=code) from fault
    except (UnicodeDecodeError, json.JSONDecodeError) as fault:
        raise damaged(path) from fault


def _lacks_ours(said: str) -> bool:
    """Return whether SQLite misses a table or column that every workspace has; one of no workspace is a bug of ours."""
    found = _MISSING.match(said)
    if found is None:
        return False
    schema = files("netscout.store").joinpath("schema.sql").read_text(encoding="utf-8")
    return re.search(rf"\b{found[1] or found[2]}\b", schema) is not None
