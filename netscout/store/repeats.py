"""Contacts that several exports of one owner tell: each export repeats the history, and each contact counts once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3

# Equal are messages of one person, direction and second, endorsements of one skill as well.
_TOLD = (
    "SELECT interaction.id, repeated, person, interaction.kind || direction, COALESCE(at, day), "
    "CASE interaction.kind WHEN 'endorsement' THEN detail END "
    "FROM sighting CROSS JOIN interaction ON sighting.id = interaction.sighting "
    "WHERE sighting.export = ? ORDER BY interaction.id"
)
_MARK = "UPDATE interaction SET repeated = ? WHERE id IN (SELECT value FROM json_each(?))"


def mark(db: sqlite3.Connection, owner: int) -> None:
    """Mark each contact of an owner that a newer export tells as well; a single export repeats nothing.

    The n-th of several equal contacts in one export is the n-th in another. The newest export tells it best, older
    ones add what it no longer holds.
    """
    exports = db.execute(
        "SELECT id FROM export WHERE owner = ? ORDER BY COALESCE(export_date, '') DESC, digest DESC, id DESC", (owner,)
    ).fetchall()
    if len(exports) < 2:
        return
    told: dict[tuple[Any, ...], int] = {}
    for left, (export,) in zip(reversed(range(len(exports))), exports, strict=True):
        here: dict[tuple[Any, ...], int] = {}
        changed: dict[bool, list[int]] = {True: [], False: []}
        for row in db.execute(_TOLD, (export,)):
            key = row[2:]
            nth = here[key] = here.get(key, 0) + 1
            again = nth <= told.get(key, 0)
            if again != row[1]:
                changed[again].append(row[0])
        for again, numbers in changed.items():  # one statement for all takes a third of one for each
            db.execute(_MARK, (again, json.dumps(numbers)))
        if left:  # the oldest export is the last word
            told |= {key: count for key, count in here.items() if count > told.get(key, 0)}
