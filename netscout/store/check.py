"""A look at the health of a workspace: it reads, names what it finds, and changes nothing."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.errors import NetscoutError
from netscout.store import cleaning, content, folder, ledger_check
from netscout.store.connection import connect, is_cut_off
from netscout.store.untouched import untouched
from netscout.store.workspace import DATABASE, Workspace, absent, exists
from netscout.store.written import written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_DAMAGED = "damaged-store"
_SHOWN = 20
_LONG = 24
"""Months after which people nobody dealt with are told where the user set no limit."""
_SYNCED = ("dropbox", "onedrive", "icloud", "google drive", "googledrive", "nextcloud")
_NETWORK = ("nfs", "cifs", "smb", "afs", "fuse.sshfs", "ncpfs", "davfs")
_MOUNTS = Path("/proc/mounts")
_LEAST_FREE = 100 * 1024 * 1024
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth knowing: `severity` is error or warning."""

    severity: str
    code: str
    message: str
    next_step: str = ""


def doctor(path: Path, *, today: date | None = None, keep_months: int = 0) -> list[Finding]:
    """Return what is wrong or worth knowing about the workspace in a folder, errors first; empty if all is sound.

    Where `today` is given, people untouched for `keep_months` by then are told as ids; without such a limit those
    untouched for two years. Nothing is changed but what every opening of a workspace finishes.
    """
    if not exists(path):
        fault = absent(path)
        return [Finding("error", fault.code, fault.message, fault.next_step)]
    limit = (today, keep_months) if today else None
    found = [*_database(path, limit), *_modes(path), *_place(path), *_left(path)]
    return sorted(found, key=lambda one: (one.severity != "error", one.code, one.message))


def _database(path: Path, limit: tuple[date, int] | None) -> Iterator[Finding]:
    old = [one.name for one in folder.backups(path)]
    here: set[Path] = set()
    try:
        with Workspace.open(path, create=False) as ws:
            with ws.reading() as db:
                sound = list(_soundness(db))
                yield from sound
                if not any(one.code == _DAMAGED for one in sound):
                    yield from _ledgers(db)
                here = {Path(one.path) for one in written(ws)}
            if limit:
                yield from _untouched(ws, *limit)
    except NetscoutError as fault:
        yield Finding(
            "error", fault.code, fault.message, f"{fault.next_step}{_newest(old)}{_salvage(path, fault.code)}"
        )
    for name in old:
        text = f"{name} is the database as it was before an update of netscout."
        yield Finding("warning", "old-backup", text, "Delete it once you are content with the update.")
    for one in folder.strangers(path):
        yield _stranger(path, one, ours=Path(os.path.abspath(one)) in here)  # noqa: PTH100  # as paths are written down


def _stranger(path: Path, one: Path, *, ours: bool) -> Finding:
    name = one.relative_to(path).as_posix()
    if ours:
        text = f"{name} was written into the workspace by netscout; the next `forget` deletes it."
        return Finding("warning", "written-here", text, "Move it to a place of its own if you want to keep it.")
    return Finding("warning", "not-ours", f"{name} is no file of netscout.", "Look at it, and move it away.")


def _newest(old: list[str]) -> str:
    return f" The newest backup here is {max(old, key=lambda name: (len(name), name))}." if old else ""


def _salvage(path: Path, code: str) -> str:
    """Return how much of a damaged database can still be read; it is only looked at."""
    if code != _DAMAGED:
        return ""
    try:
        with contextlib.closing(connect(path / DATABASE)) as db:
            rows = {table: _readable(db, table) for table in ("sighting", "event", "label", "note")}
    except (sqlite3.Error, UnicodeDecodeError):
        rows = {}
    told = ", ".join(f"{count} in {table}" for table, count in rows.items() if count)
    if not told:
        return " Nothing in it can be read as a table; keep it until the backup is in place."
    return f" Rows that can still be read: {told}. Keep the file: netscout changes nothing in it."


def _readable(db: sqlite3.Connection, table: str) -> int:
    count = 0
    try:
        for _ in db.execute(f"SELECT * FROM {table}"):  # noqa: S608  # our own names
            count += 1
    except (sqlite3.Error, UnicodeDecodeError):
        pass
    return count


def _untouched(ws: Workspace, today: date, months: int) -> Iterator[Finding]:
    found = untouched(ws, today=today, months=months or _LONG)
    if found:
        more = " and more" if len(found) > _SHOWN else ""
        who = "person was" if len(found) == 1 else "people were"
        text = f"{len(found):,} {who} untouched for {months or _LONG} months: {', '.join(found[:_SHOWN])}{more}."
        step = "" if months else "Set keep_months in [weights] of targets.toml if that is longer than you need; then "
        yield Finding("warning", "kept-long", text, f"{step}`netscout forget --untouched` forgets them.")


def _soundness(db: sqlite3.Connection) -> Iterator[Finding]:
    restore = "Put a backup back with `netscout restore`, or load your exports again into a new folder (--workspace)."
    if is_cut_off(db):
        yield Finding(
            "error",
            _DAMAGED,
            "the database ends where no page of it does: something was cut off or put after it.",
            restore,
        )
        return
    rows = [row[0] for row in db.execute("PRAGMA integrity_check(20)")]
    if rows != ["ok"]:
        places = "1 place" if len(rows) == 1 else f"{len(rows)} places"
        yield Finding("error", _DAMAGED, f"the database fails its check in {places}.", restore)
        return
    wrong = list(content.faults(db))
    yield from (Finding("error", _DAMAGED, text, restore) for text in wrong)
    if wrong:
        return
    broken = len(db.execute("PRAGMA foreign_key_check").fetchall())
    if broken:
        lost = "1 row of the database points" if broken == 1 else f"{broken} rows of the database point"
        yield Finding("error", "broken-links", f"{lost} to rows that are gone.", restore)
    if cleaning.pending(db):
        text = "a `forget` was interrupted, and its cleaning cannot be finished here."
        yield Finding("warning", "pending-cleaning", text, "Make the folder writable, then give any command.")


def _ledgers(db: sqlite3.Connection) -> Iterator[Finding]:
    for text in ledger_check.faults(db):
        yield Finding("error", "ledger", text, "Load this file again; if this stays, tell us.")


def _modes(path: Path) -> Iterator[Finding]:
    if os.name != "posix":  # pragma: no cover  # there are no such modes elsewhere
        return
    for one in [path, *sorted(path.rglob("*"))]:
        try:
            mode = stat.S_IMODE(one.lstat().st_mode)
        except OSError:
            continue
        if mode & _OTHERS and not one.is_symlink():
            name = "the workspace folder" if one == path else one.relative_to(path).as_posix()
            right = "700" if one.is_dir() else "600"
            yield Finding(
                "warning", "readable-by-others", f"{name} can be read by others (mode {mode:o}).", f"Set it to {right}."
            )


def _place(path: Path) -> Iterator[Finding]:
    whole = str(path.absolute()).casefold()
    if any(word in whole for word in _SYNCED):
        text = "the workspace lies in a folder that is copied to a service outside this computer."
        yield Finding("warning", "synced-folder", text, "Move it, and name the new place with --workspace.")
    if _on_network(path):
        text = "the workspace lies on a network drive, where two commands at once can damage it."
        yield Finding("warning", "network-folder", text, "Move it to a disk of this computer.")
    free = shutil.disk_usage(path).free
    if free < _LEAST_FREE:
        text = f"only {free // (1024 * 1024)} MB are free on this disk."
        yield Finding("warning", "little-space", text, "Free some space before the next import.")


def _on_network(path: Path) -> bool:
    """Return whether the folder is mounted from another computer, as far as the system tells."""
    whole = str(path.absolute())
    if whole.startswith(("\\\\", "//")):
        return True
    try:
        mounts = [line.split() for line in _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()]
    except OSError:
        return False
    inside = [
        (len(row[1]), row[2]) for row in mounts if len(row) > 2 and (whole + "/").startswith(row[1].rstrip("/") + "/")
    ]
    return bool(inside) and max(inside)[1].startswith(_NETWORK)


def _left(path: Path) -> Iterator[Finding]:
    for one in folder.temporaries(path):
        text = f"{one.relative_to(path).as_posix()} is what an interrupted netscout left."
        yield Finding("warning", "left-over", text, "Delete it if no netscout is running.")
