"""A look at the health of a workspace: it reads, names what it finds, and changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.errors import NetscoutError
from netscout.model.ledger import FileAccount
from netscout.store.workspace import DATABASE, README, Workspace, exists

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

_OURS = (DATABASE, f"{DATABASE}-journal", README, "targets.toml", "reports", "taxonomies")
_SYNCED = ("dropbox", "onedrive", "icloud", "google drive", "googledrive", "nextcloud")
_LEAST_FREE = 100 * 1024 * 1024
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth knowing: `severity` is error or warning."""

    severity: str
    code: str
    message: str
    next_step: str = ""


def doctor(path: Path) -> list[Finding]:
    """Return what is wrong or worth knowing about the workspace in a folder, errors first; empty if all is sound."""
    if not exists(path):
        return [
            Finding(
                "error",
                "no-workspace",
                f"there is no workspace in {path}.",
                "Load your export first: `netscout start`, or `netscout load FILE`.",
            )
        ]
    found = [*_database(path), *_modes(path), *_place(path), *_strangers(path)]
    return sorted(found, key=lambda one: (one.severity != "error", one.code, one.message))


def _database(path: Path) -> Iterator[Finding]:
    backups = sorted(one.name for one in path.glob(f"{DATABASE}.v*.bak"))
    try:
        with Workspace.open(path, create=False) as ws, ws.reading() as db:
            yield from _soundness(db)
            yield from _ledgers(db)
    except NetscoutError as fault:
        hint = f" The newest backup here is {backups[-1]}." if backups else ""
        yield Finding("error", fault.code, fault.message, f"{fault.next_step}{hint}")
    for name in backups:
        text = f"{name} is the database as it was before an update of netscout."
        yield Finding("warning", "old-backup", text, "Delete it once you are content with the update.")


def _soundness(db: sqlite3.Connection) -> Iterator[Finding]:
    restore = (
        "Copy a backup of netscout.db back to its place, or load your exports again into a new folder (--workspace)."
    )
    rows = [row[0] for row in db.execute("PRAGMA integrity_check(20)")]
    if rows != ["ok"]:
        yield Finding("error", "damaged-store", f"the database fails its check in {len(rows)} places.", restore)
        return
    broken = len(db.execute("PRAGMA foreign_key_check").fetchall())
    if broken:
        yield Finding("error", "broken-links", f"{broken} rows of the database point to rows that are gone.", restore)
    if db.execute("SELECT 1 FROM cleaning").fetchone():
        text = "a `forget` was interrupted before it had cleaned up."
        yield Finding("warning", "pending-cleaning", text, "Give the `forget` command again; it finishes the cleaning.")


def _ledgers(db: sqlite3.Connection) -> Iterator[Finding]:
    again = "Load this file again; if this stays, tell us."
    for export, name, ledger in db.execute("SELECT export, name, ledger FROM source_file ORDER BY export, place"):
        accounts = [FileAccount(**one) for one in json.loads(ledger)["files"]]
        for account in accounts:
            if not account.adds_up():
                text = f"load {export}: the rows of {name}, {account.name} do not add up."
                yield Finding("error", "ledger", text, again)
    for export, rows, told in db.execute(
        "SELECT export.id, (SELECT count(*) FROM sighting WHERE export = export.id AND kind = 'connection'), "
        "(SELECT sum(json_extract(file.value, '$.counts.people') + json_extract(file.value, '$.counts.duplicates')) "
        "FROM source_file, json_each(source_file.ledger, '$.files') AS file "
        "WHERE source_file.export = export.id AND json_extract(file.value, '$.kind') = 'connections') "
        "FROM export ORDER BY export.id"
    ):
        if told is not None and rows > told:
            text = f"load {export}: {rows} rows of connections are stored, the account tells of {told}."
            yield Finding("error", "ledger", text, again)


def _modes(path: Path) -> Iterator[Finding]:
    if os.name != "posix":
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
    free = shutil.disk_usage(path).free
    if free < _LEAST_FREE:
        text = f"only {free // (1024 * 1024)} MB are free on this disk."
        yield Finding("warning", "little-space", text, "Free some space before the next import.")


def _strangers(path: Path) -> Iterator[Finding]:
    for one in sorted(path.iterdir()):
        if one.name in _OURS or (one.name.startswith(f"{DATABASE}.v") and one.name.endswith(".bak")):
            continue
        yield Finding("warning", "not-ours", f"{one.name} is no file of netscout.", "Look at it, and move it away.")
