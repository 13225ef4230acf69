"""Deleting a workspace: all of its files that are netscout's, the database last, so that a kill can be made good."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.errors import StoreError
from netscout.store import folder
from netscout.store.cleaning import written_here
from netscout.store.connection import connect
from netscout.store.faults import told
from netscout.store.folder import DATABASE, JOURNAL, README, REPLACING, REPORTS, TARGETS, TAXONOMIES, explained

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Emptied:
    """What deleting a workspace left: paths written outside it, files in it that are not netscout's or would not go.

    `known` is False where the database could not be read, so that files outside may exist unnamed.
    """

    outside: tuple[str, ...]
    strangers: tuple[str, ...]
    stuck: tuple[str, ...]
    known: bool = True


def is_there(path: Path) -> bool:
    """Return whether the folder is a workspace, or was one before a deletion was interrupted."""
    return any((path / name).exists() for name in (DATABASE, REPLACING)) or explained(path)


def everything(path: Path) -> Emptied:
    """Delete all that is netscout's in the folder, and the folder itself where nothing else stands in it.

    The database may be damaged, newer, or gone already. Files that are not netscout's stay and are named.

    Raises:
        StoreError: `busy`: another netscout is writing; nothing was deleted.
    """
    database = path / DATABASE
    here: list[Path] = []
    outside: list[str] = []
    known = not database.is_file()
    with contextlib.ExitStack() as stack:
        if database.is_file():
            try:
                with told(database):
                    db = stack.enter_context(contextlib.closing(connect(database)))
                    db.execute("BEGIN IMMEDIATE")
                    here = written_here(path, db)
                    rows = db.execute("SELECT path FROM written_file ORDER BY path").fetchall()
                    outside = [text for (text,) in rows if text not in {str(one) for one in here}]
                    known = True
            except (StoreError, sqlite3.Error) as fault:
                if getattr(fault, "code", "") == "busy":
                    raise
        parts = [part for one in here for part in folder.inside(one)]
        stuck = [one for one in dict.fromkeys([*_files(path), *parts]) if not folder.remove(one)]
    stuck += [one for one in (path / JOURNAL, database) if not folder.remove(one)]
    strangers = folder.strangers(path)
    stuck = [one for one in stuck if not any(one in stranger.parents for stranger in strangers)]
    for one in (path / REPORTS, path / TAXONOMIES):
        folder.remove(one)
    if explained(path) and not stuck and not folder.remove(path / README):  # last: by it a kill can be made good
        stuck.append(path / README)
    folder.remove(path)
    return Emptied(tuple(outside), tuple(map(str, strangers)), tuple(map(str, stuck)), known)


def _files(path: Path) -> list[Path]:
    """Return our files but database and journal, what names most people first; README comes last of all."""
    found = [*folder.pages(path), *folder.backups(path), *folder.temporaries(path), *folder.taxonomy_files(path)]
    pending = path / REPLACING
    if pending.is_dir():
        found += [*sorted(pending.iterdir()), pending]
    return [*found, path / TARGETS]
