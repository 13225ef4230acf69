"""The second half of every forgetting: files that may still name the person, and the free pages of the database.

The first half leaves a row in `cleaning`, so that a command killed in between is finished by the next one.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.store import folder

if TYPE_CHECKING:
    import sqlite3


def begin(db: sqlite3.Connection, on: str) -> None:
    """Note, inside the transaction that deletes, that a cleaning must follow."""
    db.execute("INSERT INTO cleaning (on_day) VALUES (?)", (on,))


def pending(db: sqlite3.Connection) -> bool:
    """Return whether a cleaning was begun and not finished."""
    return db.execute("SELECT 1 FROM cleaning LIMIT 1").fetchone() is not None


def finish(path: Path, db: sqlite3.Connection) -> list[Path]:
    """Remove what may name the forgotten, rebuild the database without its free pages, and clear the note.

    Return the files that the system did not let go: then the note stays, and the next command tries again.
    Every step may be done twice. Raises sqlite3.Error; callers stand inside `faults.told`.
    """
    ours = [*folder.temporaries(path), *folder.pages(path), *folder.backups(path)]
    ours += [part for one in written_here(path, db) for part in folder.inside(one)]
    left = [one for one in dict.fromkeys(ours) if not folder.remove(one)]
    if not left:
        gone = [(str(one),) for one in written_here(path, db)]
        db.executemany("DELETE FROM written_file WHERE path = ?", gone)
    db.execute("VACUUM")
    if not left:
        db.execute("DELETE FROM cleaning")
    return left


def written_here(path: Path, db: sqlite3.Connection) -> list[Path]:
    """Return the files that were written into the workspace folder because the user named a place in it."""
    root = Path(os.path.abspath(path))  # noqa: PTH100  # as the paths were written down
    rows = db.execute("SELECT path FROM written_file ORDER BY path").fetchall()
    ours = {root / name for name in (folder.DATABASE, folder.JOURNAL, folder.TARGETS)}
    if folder.explained(path):
        ours.add(root / folder.README)
    return [one for (text,) in rows if (one := Path(text)).is_relative_to(root) and one not in ours]
