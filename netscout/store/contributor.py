"""A member leaves a pool: their exports go, and everybody who is known from those exports alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.errors import RefusedError
from netscout.store import cleaning, profiles
from netscout.store.forget import delete, finish
from netscout.store.ids import current_numbers, person_id, person_number
from netscout.store.owners import match_me

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from netscout.store.workspace import Workspace

_ALONE = (
    "SELECT id FROM person WHERE id NOT IN (SELECT person FROM sighting WHERE owner <> ?1) "
    "AND id NOT IN (SELECT person FROM owner WHERE id <> ?1) AND id NOT IN (SELECT alias FROM person_alias) "
    "ORDER BY id"
)


def contributor_of(ws: Workspace, text: str) -> str:
    """Return the person id of the member whom an id, profile URL, e-mail address or name means.

    Raises:
        RefusedError: no member who gave an export answers to it.
    """
    found = match_me(ws, text)
    if found is None:
        raise RefusedError(
            "nobody who gave an export to this workspace answers to that.",
            "Give the address of their profile on LinkedIn.",
        )
    return found.id


def resting_on(ws: Workspace, person: str) -> list[str]:
    """Return the ids of all who are known from this member's exports alone, the member among them if so.

    Raises:
        RefusedError: this person gave no export, or is the one whose workspace it is.
    """
    with ws.reading() as db:
        return [person_id(number) for (number,) in db.execute(_ALONE, (_owner(db, person),))]


def forget_contributor(ws: Workspace, person: str, *, on: str) -> list[Path]:
    """Take out a member's exports with all that rests on them alone; return the files the system did not let go.

    Raises:
        RefusedError: as `resting_on`.
        StoreError: `busy`, `no-space` and their like.
    """
    with ws.writing() as db:
        owner = _owner(db, person)
        cleaning.begin(db, on)
        alone = {number for (number,) in db.execute(_ALONE, (owner,))}
        alone |= {alias for alias, number in current_numbers(db).items() if number in alone}
        for table in ("profile", "export", "ranking", "owner"):
            key = "id" if table == "owner" else "owner"
            db.execute(f"DELETE FROM {table} WHERE {key} = ?", (owner,))  # noqa: S608  # our own names
        delete(db, alone)
        for (one,) in db.execute("SELECT id FROM owner ORDER BY id").fetchall():
            profiles.rebuild(db, one)
    return finish(ws)


def _owner(db: sqlite3.Connection, person: str) -> int:
    number = person_number(person) or 0
    number = current_numbers(db).get(number, number)
    row = db.execute("SELECT id FROM owner WHERE person = ?", (number,)).fetchone()
    if row is None:
        raise RefusedError(
            "this person gave no export to this workspace.", "To forget one person: `netscout forget PERSON`."
        )
    if row[0] == db.execute("SELECT min(id) FROM owner").fetchone()[0]:
        raise RefusedError(
            "this workspace is made of this person's own export.",
            "To delete all of it: `netscout forget --everything`.",
        )
    return int(row[0])
