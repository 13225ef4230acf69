"""What an export of an owner says that an older one did not: any two of them, compared by day."""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from netscout.model.changes import KINDS, Change, ChangeList, Step
from netscout.model.ledger import Notice
from netscout.store.ids import person_id
from netscout.store.owners import number_of
from netscout.store.profiles import listings

if TYPE_CHECKING:
    import sqlite3

    from netscout.store.owners import StoredOwner
    from netscout.store.workspace import Workspace


class _Day(NamedTuple):
    """The exports with connections of one day: the parts of one delivery are one export."""

    day: str
    exports: tuple[int, ...]


class _Entry(NamedTuple):
    name: str
    company: str
    title: str
    has_email: bool


def changes(
    ws: Workspace, owner: StoredOwner | int | None = None, since: str | None = None, until: str | None = None
) -> ChangeList:
    """Return what one export with connections says anew against an older one.

    The newer one is the newest of all, or of day `until` (`YYYY-MM-DD`) or earlier; the older one is that before it,
    or the newest of day `since` or earlier. Where there is none that old, or one export only, there are no changes,
    and `before` is None. Exports without a day stand in no order and are not compared. A company is another one as
    soon as its letters differ: who knows more of names must look again.

    Raises:
        StoreError: as `Workspace.reading`.
    """
    with ws.reading() as db:
        found = [one for one in _days(db, number_of(ws, owner)) if until is None or one.day <= until]
        if not found:
            return ChangeList(None, None)
        after, *older = found
        if since is not None:
            older = [one for one in older if one.day <= since]
        return _compare(db, older[0] if older else None, after)


def export_days(ws: Workspace, owner: StoredOwner | int | None = None) -> tuple[str, ...]:
    """Return the days of an owner's exports with connections, oldest first."""
    with ws.reading() as db:
        return tuple(one.day for one in reversed(_days(db, number_of(ws, owner))))


def of_export(db: sqlite3.Connection, owner: int, export: int) -> ChangeList:
    """Return the changes of one export against the one before it by date."""
    days = _days(db, owner)
    at = next((place for place, one in enumerate(days) if export in one.exports), None)
    if at is None:
        day = db.execute("SELECT export_date FROM export WHERE id = ?", (export,)).fetchone()[0]
        return ChangeList(None, day)
    return _compare(db, days[at + 1] if at + 1 < len(days) else None, days[at])


def many_gone(against: ChangeList, load: int) -> tuple[Notice, ...]:
    """Return the warning that more than a fifth of the connections are missing from the export of a load, if so."""
    gone = len(against.of("gone"))
    if not against.is_doubtful:
        return ()
    before = against.listed_before
    text = (
        f"{gone:,} of the {before:,} connections of your previous export are missing; this one may be incomplete. "
        f"`netscout unload {load}` takes it out again; `netscout merge` joins people who are in it under another name."
    )
    return (Notice("many-gone", text, count=gone),)


def _days(db: sqlite3.Connection, owner: int) -> list[_Day]:
    """Return the days on which an owner has exports with connections, newest first."""
    dated = [(day, number) for number, day in listings(db, owner) if day]
    return [_Day(day, tuple(number for _, number in group)) for day, group in groupby(dated, key=itemgetter(0))]


def _compare(db: sqlite3.Connection, before: _Day | None, after: _Day) -> ChangeList:
    if before is None:
        return ChangeList(None, after.day, (), _hidden(db, after))
    old, new = _entries(db, before), _entries(db, after)
    found = [_gone(person, entry) for person, entry in old.items() if person not in new]
    steps: list[Step] = []
    for person, entry in new.items():
        was = old.get(person)
        made = [_new(person, entry)] if was is None else _differences(person, was, entry)
        found += made
        if any(one.kind in ("new", "company", "title") for one in made):
            steps.append(_step(person, was, entry))
    found.sort(key=lambda one: (KINDS.index(one.kind), one.name.casefold(), len(one.person), one.person))
    steps.sort(key=lambda one: (one.name.casefold(), len(one.person), one.person))
    return ChangeList(before.day, after.day, tuple(found), _hidden(db, after), len(old), len(new), tuple(steps))


def _new(person: int, entry: _Entry) -> Change:
    return Change("new", person_id(person), entry.name, "", _role(entry))


def _gone(person: int, entry: _Entry) -> Change:
    return Change("gone", person_id(person), entry.name, _role(entry))


def _role(entry: _Entry) -> str:
    return ", ".join(part for part in (entry.title, entry.company) if part)


def _step(person: int, was: _Entry | None, now: _Entry) -> Step:
    """Return both states; what the newer export leaves empty is taken to be as it was."""
    key = person_id(person)
    if was is None:
        return Step(key, now.name, now.title, now.company, new=True)
    return Step(key, now.name, now.title or was.title, now.company or was.company, was.title, was.company)


def _differences(person: int, was: _Entry, now: _Entry) -> list[Change]:
    """Return the changes of a person in both exports; becoming empty is no change, nor is another case or space."""
    key = person_id(person)
    pairs = (
        ("company", was.company, now.company),
        ("title", was.title, now.title),
        ("renamed", was.name, now.name),
    )
    found = [
        Change(kind, key, now.name, before, after)
        for kind, before, after in pairs
        if after and _bare(after) != _bare(before)
    ]
    if now.has_email and not was.has_email:
        found.append(Change("email", key, now.name))
    return found


def _bare(text: str) -> str:
    return " ".join(text.casefold().split())


def _entries(db: sqlite3.Connection, of: _Day) -> dict[int, _Entry]:
    """Return what the connections of a day say of each person: its first export before the others, last rows first."""
    found: dict[int, _Entry] = {}
    for export in of.exports:
        rows = db.execute(
            "SELECT sighting.person, display_name, company, title, emails <> '[]' FROM sighting "
            "JOIN owner ON owner.id = sighting.owner "
            "WHERE export = ? AND kind = 'connection' AND sighting.person <> owner.person ORDER BY sighting.id DESC",
            (export,),
        )
        for person, name, company, title, has_email in rows:
            was = found.get(person)
            found[person] = (
                _Entry(name, company, title, bool(has_email))
                if was is None
                else _Entry(
                    was.name or name, was.company or company, was.title or title, was.has_email or bool(has_email)
                )
            )
    return found


def _hidden(db: sqlite3.Connection, of: _Day) -> int:
    """Return how many connections of a day are withheld; parts of one delivery withhold the same ones."""
    return max((_withheld(db, export) for export in of.exports), default=0)


def _withheld(db: sqlite3.Connection, export: int) -> int:
    rows = db.execute("SELECT ledger FROM source_file WHERE export = ? ORDER BY place", (export,))
    files = (one for (ledger,) in rows for one in json.loads(ledger)["files"])
    return sum(int(one["counts"].get("hidden", 0)) for one in files if one["kind"] == "connections")
