"""A file that was loaded before: known as it is, or read better this time because it is now known whose it is."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.errors import RefusedError
from netscout.store.forgotten import COUNT

if TYPE_CHECKING:
    import sqlite3

    from netscout.model.export import Export, Sighting
    from netscout.store.workspace import Workspace

Key = tuple[int, int, str, str | None, str]


@dataclass(frozen=True, slots=True)
class Former:
    """What an export taken out leaves to the one that takes its place: the number of the person of each row.

    `born` is keyed by `key_of`; `by_line` by file and line, where one row alone stands there; `owner` holds
    (slug, number) of rows that turn out to speak of the owner.
    """

    born: dict[Key, int]
    by_line: dict[tuple[int, int], int]
    owner: tuple[tuple[str, int], ...] = ()

    def number(self, one: Sighting) -> int:
        """Return the number of the person of a row read again, if need be read another way; 0 if it is new."""
        return self.born.get(key_of(one)) or self.by_line.get((one.file, one.line), 0)


def loads_of(db: sqlite3.Connection, export: Export) -> list[tuple[int, str]]:
    """Return (number, day) of the load that brought each source, [] if any source is new.

    Raises:
        RefusedError: they came with others, and are now to be read another way.
    """
    loads: list[tuple[int, str]] = []
    for source in export.sources:
        row = db.execute(
            "SELECT export.id, loaded_on FROM source_file JOIN export ON export.id = source_file.export "
            "WHERE sha256 = ? AND sha256 <> '' ORDER BY export.id LIMIT 1",
            (source.sha256,),
        ).fetchone()
        if row is None:
            return []
        loads.append(row)
    for number, _ in loads:
        if _read_otherwise(db, number, export):
            raise RefusedError(
                f"these files came with others in load {number}, and were read another way then.",
                f"Give all files of that load together, or take it out first: `netscout unload {number}`.",
            )
    return loads


def superseded(db: sqlite3.Connection, export: Export, digest: str) -> int | None:
    """Return the stored export of the very same files whose place this one takes; None if there is none.

    It takes the place of an export that was read another way, that knew no profile of its owner, or whose owner the
    user now states otherwise, or that lacks people who were forgotten and may return.
    """
    row = db.execute("SELECT id FROM export WHERE digest = ? ORDER BY id LIMIT 1", (digest,)).fetchone()
    if row is None:
        return None
    if _read_otherwise(db, row[0], export) or _missed(db, row[0]) > export.counts.get(COUNT, 0):
        return int(row[0])
    held = set(db.execute("SELECT kind, key FROM owner_key WHERE export = ?", row))
    said = {("slug", key) for key in export.owner.slugs} | {("email", key) for key in export.owner.emails}
    unknown = not any(kind == "slug" for kind, _ in held)
    return int(row[0]) if said - held and (unknown or export.owner.how == "me") else None


def loaded_before(ws: Workspace, sha256: str) -> str | None:
    """Return the day on which a file of this SHA-256 was loaded, by itself and read as every file is; None otherwise.

    Loading it again could change nothing: nobody of it was left out, and it is surely that of the first owner.
    """
    with ws.reading() as db:
        row = db.execute(
            "SELECT id, loaded_on FROM export WHERE digest = ? AND way = '' "
            "AND owner = (SELECT min(id) FROM owner) AND EXISTS "
            "(SELECT 1 FROM owner_key WHERE owner_key.export = export.id AND kind = 'slug') ORDER BY id LIMIT 1",
            (hashlib.sha256(sha256.encode()).hexdigest(),),
        ).fetchone()
        return None if row is None or _missed(db, row[0]) else str(row[1])


def _read_otherwise(db: sqlite3.Connection, number: int, export: Export) -> bool:
    """Return whether a stored export was read another way, or the user said otherwise whose it is."""
    way, stated = db.execute("SELECT way, stated FROM export WHERE id = ?", (number,)).fetchone()
    kinds = {kind for (kind,) in db.execute("SELECT kind FROM source_file WHERE export = ?", (number,))}
    if way != export.way or not {one.kind for one in export.sources} <= kinds:
        return True
    return bool(stated) and export.stated not in ("", stated)


def _missed(db: sqlite3.Connection, number: int) -> int:
    """Return how many rows of a stored export were left out because their people were to be forgotten."""
    counts = json.loads(db.execute("SELECT counts FROM export WHERE id = ?", (number,)).fetchone()[0])
    return int(counts.get(COUNT, 0))


def take_out(db: sqlite3.Connection, number: int, export: Export) -> Former:
    """Delete a stored export with all it brought, and return which persons its rows spoke of."""
    rows = db.execute(
        "SELECT file, line, kind, slug, name_key, born FROM sighting WHERE export = ? ORDER BY id DESC", (number,)
    ).fetchall()
    mine = tuple((row[3], row[5]) for row in rows if row[3] in export.owner.slugs)
    db.execute("DELETE FROM export WHERE id = ?", (number,))
    lines = Counter(row[:2] for row in rows)
    by_line = {row[:2]: row[5] for row in rows if row[1] and lines[row[:2]] == 1}
    return Former({row[:5]: row[5] for row in rows}, by_line, mine)


def key_of(one: Sighting) -> Key:
    """Return what a row is known by when the same file is read again."""
    return one.file, one.line, one.kind, one.slug, one.name_key
