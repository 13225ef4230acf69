"""Merge and split: the user's word on who is who, which outranks the rules and can always be taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from netscout.errors import RefusedError
from netscout.model.identity import Apart
from netscout.store import decisions, profiles, repeats
from netscout.store.eras import rows_by_key
from netscout.store.identities import new_person, resettle
from netscout.store.ids import current_numbers, person_id, person_number
from netscout.store.people import person_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from netscout.model.identity import IdentityRow
    from netscout.store.workspace import Workspace

    Resolve = Callable[[Sequence[IdentityRow]], list[int]]


def merge(ws: Workspace, kept: str, given_up: str, *, on: str, resolve: Resolve) -> None:
    """Make two people one, under the id of the first; what was said of the second is said of the first until a split.

    Raises:
        RefusedError: they are one person already.
        UnknownPersonError: nobody has one of these ids.
        StoreError: as `Workspace.writing`; nothing was changed.
    """
    one, other = (person_number(person_of(ws, text).id) or 0 for text in (kept, given_up))
    if one == other:
        raise RefusedError("these two are one person already.", f"See `netscout show {person_id(one)}`.")
    with ws.writing() as db:
        decisions.decide(db, "merge", one, other, on)
        _renew(db, resolve)


def unmerge(ws: Workspace, person: str, *, on: str, resolve: Resolve) -> Apart:
    """Take every merge of a person back; `others` is empty where the user merged nobody with them.

    Raises:
        UnknownPersonError: nobody has this id.
        StoreError: as `Workspace.writing`; nothing was changed.
    """
    kept = person_of(ws, person).id
    with ws.writing() as db:
        now = current_numbers(db)
        number = person_number(kept)
        pairs = [pair for pair in _merged_pairs(db) if now.get(pair[0], pair[0]) == number]
        if not pairs:
            return Apart(kept, ())
        for one, other in pairs:
            decisions.decide(db, "split", one, other, on)
        _renew(db, resolve)
        now = current_numbers(db)
        ends = {now.get(end, end) for pair in pairs for end in pair}
    return Apart(kept, tuple(person_id(end) for end in sorted(ends) if end != number))


def split_off(ws: Workspace, person: str, numbers: Sequence[int], *, on: str, resolve: Resolve) -> Apart:
    """Set the rows behind these numbers (`Era.number`) apart for good: they are another person from now on.

    Both keep what was said of their ids; what the user said of the joint person stays with `person`.

    Raises:
        RefusedError: no such number, all of them, a person of merges, or rows that are a member's own.
        UnknownPersonError: nobody has this id.
        StoreError: as `Workspace.writing`; nothing was changed.
    """
    kept = person_of(ws, person).id
    rows = rows_by_key(ws, kept)
    keys = [key for at, key in enumerate(rows, 1) if at in numbers]
    with ws.writing() as db:
        _refuse(db, kept, len(set(numbers)) - len(keys), len(rows) - len(keys))
        off = [one for key in keys for one in rows[key]]
        left = [one for key, ones in rows.items() if key not in keys for one in ones]
        fresh = _born_anew(db, off, left)
        decision = decisions.set_apart(db, keys, fresh, on)
        _renew(db, resolve)
        now = [_person_of_sighting(db, ones[0]) for ones in (left, off)]
        db.execute("UPDATE apart SET person = ? WHERE decision = ?", (now[1], decision))
    return Apart(person_id(now[0]), (person_id(now[1]),))


def parted_on(ws: Workspace) -> dict[frozenset[str], str]:
    """Return the day by pair of ids of those whom the user took apart and has not merged since."""
    pairs: dict[frozenset[int], tuple[str, str]] = {}
    with ws.reading() as db:
        for decision, one, other, day in db.execute(
            "SELECT decision, one, other, on_day FROM merge_decision ORDER BY id"
        ):
            pairs[frozenset((one, other))] = (decision, day)
    return {frozenset(map(person_id, pair)): day for pair, (decision, day) in pairs.items() if decision == "split"}


def _merged_pairs(db: sqlite3.Connection) -> list[tuple[int, int]]:
    """Return each pair (kept, given up) whose newest decision is a merge, the earliest first."""
    found: dict[frozenset[int], tuple[str, tuple[int, int]]] = {}
    for decision, one, other in db.execute("SELECT decision, one, other FROM merge_decision ORDER BY id").fetchall():
        key = frozenset((one, other))
        found.pop(key, None)
        found[key] = (decision, (one, other))
    return [pair for decision, pair in found.values() if decision == "merge"]


def _refuse(db: sqlite3.Connection, person: str, unknown: int, left: int) -> None:
    """Raise RefusedError where rows may not leave a person."""
    again = f"`netscout split {person}` lists them with their numbers."
    number = person_number(person)
    now = current_numbers(db)
    if any(now.get(one, one) == number for one, _ in _merged_pairs(db)):
        raise RefusedError("you merged people into this person.", f"Take that back first: netscout split {person}")
    if unknown or not left:
        raise RefusedError(
            "there are no rows of that number." if unknown else "a person cannot be left without rows.", again
        )
    if db.execute("SELECT 1 FROM owner WHERE person = ?", (number,)).fetchone():
        raise RefusedError(
            "this is a member whose own export is in the workspace, so their rows belong together.",
            "Load that export again with --me if it was taken for somebody else's.",
        )


def _born_anew(db: sqlite3.Connection, off: Sequence[int], left: Sequence[int]) -> int:
    """Give rows that leave a number of their own where they share theirs with rows that stay; return a number."""
    ids = json.dumps(off)
    shared = [
        number
        for (number,) in db.execute(
            "SELECT id FROM sighting WHERE id IN (SELECT value FROM json_each(?)) AND born IN "
            "(SELECT born FROM sighting WHERE id IN (SELECT value FROM json_each(?)))",
            (ids, json.dumps(left)),
        )
    ]
    if not shared:
        return int(db.execute("SELECT born FROM sighting WHERE id = ?", (off[0],)).fetchone()[0])
    fresh = new_person(db)
    db.executemany("UPDATE sighting SET born = ? WHERE id = ?", ((fresh, number) for number in shared))
    return fresh


def _person_of_sighting(db: sqlite3.Connection, number: int) -> int:
    return int(db.execute("SELECT person FROM sighting WHERE id = ?", (number,)).fetchone()[0])


def _renew(db: sqlite3.Connection, resolve: Resolve) -> None:
    """Make identities, profiles and the marks of repeated contacts anew."""
    resettle(db, resolve)
    for (owner,) in db.execute("SELECT id FROM owner ORDER BY id").fetchall():
        profiles.rebuild(db, owner)
        repeats.mark(db, owner)


def listed_in(ws: Workspace) -> dict[str, frozenset[int]]:
    """Return by person id the exports that list them as a connection."""
    found: dict[int, set[int]] = {}
    with ws.reading() as db:
        for person, export in db.execute("SELECT DISTINCT person, export FROM sighting WHERE kind = 'connection'"):
            found.setdefault(person, set()).add(export)
    return {person_id(person): frozenset(exports) for person, exports in found.items()}
