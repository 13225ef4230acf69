"""A file that was loaded before: known as it is, or read better this time because it is now known whose it is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.store.forgotten import COUNT

if TYPE_CHECKING:
    import sqlite3

    from netscout.model.export import Export, Sighting

Key = tuple[int, int, str, str | None, str]


@dataclass(frozen=True, slots=True)
class Former:
    """What an export taken out leaves to the one that takes its place: the number of the person of each row.

    `born` is keyed by `key_of`; `owner` holds (slug, number) of rows that turn out to speak of the owner.
    """

    born: dict[Key, int]
    owner: tuple[tuple[str, int], ...] = ()


def loads_of(db: sqlite3.Connection, export: Export) -> list[tuple[int, str]]:
    """Return (number, day) of the load that brought each source, [] if any source is new."""
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
    return loads


def superseded(db: sqlite3.Connection, export: Export, digest: str) -> int | None:
    """Return the stored export of the very same files that this one names the owner of; None if there is none.

    It takes the place of an export that knew no profile of its owner, or whose owner the user now states otherwise,
    or that lacks people who were forgotten and may return.
    """
    row = db.execute("SELECT id FROM export WHERE digest = ? ORDER BY id LIMIT 1", (digest,)).fetchone()
    if row is None:
        return None
    if _missed(db, row[0]) > export.counts.get(COUNT, 0):
        return int(row[0])
    held = set(db.execute("SELECT kind, key FROM owner_key WHERE export = ?", row))
    said = {("slug", key) for key in export.owner.slugs} | {("email", key) for key in export.owner.emails}
    unknown = not any(kind == "slug" for kind, _ in held)
    return int(row[0]) if said - held and (unknown or export.owner.how == "me") else None


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
    return Former({row[:5]: row[5] for row in rows}, mine)


def key_of(one: Sighting) -> Key:
    """Return what a row is known by when the same file is read again."""
    return one.file, one.line, one.kind, one.slug, one.name_key
