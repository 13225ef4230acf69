"""Taking a load back out: all it brought goes, what others say as well stays, as if it had never been loaded."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from netscout.errors import RefusedError
from netscout.model.load import Load
from netscout.store import changes, cleaning, profiles, repeats
from netscout.store.forget import delete, finish
from netscout.store.identities import resettle
from netscout.store.ids import current_numbers, person_id
from netscout.store.imports import NOTICED, noticed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from netscout.model.identity import IdentityRow
    from netscout.store.workspace import Workspace

    Resolve = Callable[[Sequence[IdentityRow]], list[int]]

_OF_PEOPLE = "person <> (SELECT person FROM owner WHERE owner.id = sighting.owner)"
_HERE = "SELECT person FROM sighting WHERE export = ?1 UNION SELECT person FROM owner WHERE id = ?2"
_ALONE = (
    f"SELECT id FROM person WHERE id IN ({_HERE}) "  # noqa: S608  # our own words
    "AND id NOT IN (SELECT person FROM sighting WHERE export <> ?1) "
    "AND id NOT IN (SELECT person FROM owner WHERE id <> ?2) ORDER BY id"
)
_LABELS = ("label", "avoid")
_LOGS = ("event", "advice", "reflection", "note")


def loads(ws: Workspace) -> list[Load]:
    """Return every load in the order of loading (raises StoreError)."""
    with ws.reading() as db:
        found = db.execute("SELECT id FROM export ORDER BY id").fetchall()
        return [_load(db, number) for (number,) in found]


def load_of(ws: Workspace, number: int) -> Load:
    """Return a load by its number.

    Raises:
        RefusedError: there is none of that number.
        StoreError: as `Workspace.reading`.
    """
    with ws.reading() as db:
        _owner(db, number)
        return _load(db, number)


def unload(ws: Workspace, number: int, *, on: str, resolve: Resolve) -> list[Path]:
    """Take a load out with everybody known from it alone; return the files the system did not let go.

    Nothing is kept by which the same file could not be loaded again. A member without any export left goes as well,
    unless they are the only one. A kill leaves the load whole, or gone with a cleaning that the next command finishes.

    Raises:
        RefusedError: there is no load of that number.
        StoreError: `busy`, `no-space` and their like; nothing was changed.
    """
    with ws.writing() as db:
        owner = _owner(db, number)
        cleaning.begin(db, on)
        leaving = _leaving(db, number, owner)
        here = {person for (person,) in db.execute(_HERE, (number, leaving))}
        elsewhere = dict(
            db.execute("SELECT person, min(id) FROM sighting WHERE export <> ? GROUP BY person", (number,)).fetchall()
        )
        db.execute("DELETE FROM export WHERE id = ?", (number,))
        for table, key in (("profile", "owner"), ("ranking", "owner"), ("owner", "id")):
            db.execute(f"DELETE FROM {table} WHERE {key} = ?", (leaving,))  # noqa: S608  # our own names
        resettle(db, resolve)
        _lead_on(db, {person: elsewhere[person] for person in sorted(here & elsewhere.keys())})
        delete(db, _unknown(db, here))
        _renew(db)
    return finish(ws)


def _owner(db: sqlite3.Connection, number: int) -> int:
    row = db.execute("SELECT owner FROM export WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise RefusedError(f"there is no load {number} in this workspace.", "`netscout unload` lists the loads.")
    return int(row[0])


def _leaving(db: sqlite3.Connection, number: int, owner: int) -> int:
    """Return the number of the owner who goes with a load: they have no other, and somebody else has; 0 if nobody."""
    has_more = db.execute("SELECT 1 FROM export WHERE owner = ? AND id <> ? LIMIT 1", (owner, number)).fetchone()
    is_only = db.execute("SELECT 1 FROM owner WHERE id <> ? LIMIT 1", (owner,)).fetchone() is None
    return 0 if has_more or is_only else owner


def _load(db: sqlite3.Connection, number: int) -> Load:
    owner = _owner(db, number)
    loaded_on, day, person, name = db.execute(
        "SELECT loaded_on, export_date, person, owner_name FROM export JOIN owner ON owner.id = export.owner "
        "WHERE export.id = ?",
        (number,),
    ).fetchone()
    files = db.execute("SELECT name FROM source_file WHERE export = ? ORDER BY place", (number,)).fetchall()
    people = db.execute(
        f"SELECT count(DISTINCT person) FROM sighting WHERE export = ? AND {_OF_PEOPLE}",  # noqa: S608  # our own words
        (number,),
    ).fetchone()[0]
    alone = [one for (one,) in db.execute(_ALONE, (number, _leaving(db, number, owner))).fetchall()]
    counts = (_bearing(db, alone, tables) for tables in (_LABELS, _LOGS))
    names = tuple(one for (one,) in files)
    return Load(number, loaded_on, day, person_id(person), name, names, people, tuple(map(person_id, alone)), *counts)


def _bearing(db: sqlite3.Connection, persons: Collection[int], tables: Collection[str]) -> int:
    """Return how many of these people have a row in one of these tables, under any number of theirs."""
    now = current_numbers(db)
    union = " UNION ".join(f"SELECT person FROM {table}" for table in tables)  # noqa: S608  # our own names
    return len({now.get(person, person) for (person,) in db.execute(union)} & set(persons))


def _lead_on(db: sqlite3.Connection, kept: dict[int, int]) -> None:
    """Let numbers that came from the load alone lead to who their people are now; `kept` has a row of theirs each."""
    in_force = {number for (number,) in db.execute("SELECT person FROM sighting UNION SELECT person FROM owner")}
    aliases = current_numbers(db)
    for number, sighting in kept.items():
        if number not in in_force and number not in aliases:
            now = db.execute("SELECT person FROM sighting WHERE id = ?", (sighting,)).fetchone()[0]
            db.execute("UPDATE person_alias SET person = ? WHERE person = ?", (now, number))
            db.execute("INSERT INTO person_alias VALUES (?, ?)", (number, now))


def _unknown(db: sqlite3.Connection, here: Collection[int]) -> set[int]:
    """Return the numbers of those nobody tells of any more, with the numbers that were given up for them."""
    in_force = {number for (number,) in db.execute("SELECT person FROM sighting UNION SELECT person FROM owner")}
    aliases = current_numbers(db)
    gone = set(here) - in_force - aliases.keys()
    return gone | {alias for alias, number in aliases.items() if number in gone}


def _renew(db: sqlite3.Connection) -> None:
    """Make anew what was derived of all loads: profiles, repeated contacts, and what their imports noticed."""
    db.execute("UPDATE interaction SET repeated = 0 WHERE repeated <> 0")
    for (owner,) in db.execute("SELECT id FROM owner ORDER BY id").fetchall():
        profiles.rebuild(db, owner)
        repeats.mark(db, owner)
    for number, owner, text in db.execute("SELECT id, owner, notices FROM export ORDER BY id").fetchall():
        told = [one for one in json.loads(text) if one["code"] not in NOTICED]
        told += [asdict(one) for one in noticed(db, number, owner, changes.of_export(db, owner, number))]
        after = json.dumps(told, ensure_ascii=False, sort_keys=True)
        db.execute("UPDATE export SET notices = ? WHERE id = ?", (after, number))
