"""What a newer export of an owner says that the one before it did not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from netscout.model.changes import Change, ChangeList
from netscout.model.ledger import Notice
from netscout.store.ids import person_id
from netscout.store.owners import number_of
from netscout.store.profiles import listings

if TYPE_CHECKING:
    import sqlite3

    from netscout.store.owners import StoredOwner
    from netscout.store.workspace import Workspace

KINDS = ("new", "gone", "company", "title", "renamed", "email")
"""The kinds of change, in the order they are listed."""
_MANY = 0.2


class _Entry(NamedTuple):
    name: str
    company: str
    title: str
    has_email: bool


def changes(ws: Workspace, owner: StoredOwner | int | None = None, since: str | None = None) -> ChangeList:
    """Return what the newest export with connections says anew.

    Compared with the export before it, or with the newest one of day `since` (`YYYY-MM-DD`) or earlier. Where there
    is none that old, or one export only, there are no changes, and `before` is None.

    Raises:
        StoreError: as `Workspace.reading`.
    """
    with ws.reading() as db:
        number = number_of(ws, owner)
        found = listings(db, number)
        if not found:
            return ChangeList(None, None)
        (after, day), *older = found
        if since is not None:
            older = [one for one in older if (one[1] or "") <= since]
        return _compare(db, older[0] if older else None, (after, day))


def of_export(db: sqlite3.Connection, owner: int, export: int) -> ChangeList:
    """Return the changes of one export against the one before it by date."""
    found = listings(db, owner)
    numbers = [number for number, _ in found]
    if export not in numbers:
        day = db.execute("SELECT export_date FROM export WHERE id = ?", (export,)).fetchone()[0]
        return ChangeList(None, day)
    at = numbers.index(export)
    return _compare(db, found[at + 1] if at + 1 < len(found) else None, found[at])


def many_gone(db: sqlite3.Connection, owner: int, export: int, against: ChangeList) -> tuple[Notice, ...]:
    """Return the warning that more than a fifth of the connections are missing from an export, if so."""
    found = [number for number, _ in listings(db, owner)]
    gone = len(against.of("gone"))
    if not gone or export not in found or found.index(export) + 1 == len(found):
        return ()
    before = len(_entries(db, found[found.index(export) + 1]))
    if gone <= _MANY * before:
        return ()
    text = f"{gone:,} of the {before:,} connections of your previous export are missing; this one may be incomplete."
    return (Notice("many-gone", text, count=gone),)


def _compare(
    db: sqlite3.Connection, before: tuple[int, str | None] | None, after: tuple[int, str | None]
) -> ChangeList:
    if before is None:
        return ChangeList(None, after[1], (), _hidden(db, after[0]))
    old, new = _entries(db, before[0]), _entries(db, after[0])
    found = [_gone(person, entry) for person, entry in old.items() if person not in new]
    for person, entry in new.items():
        was = old.get(person)
        if was is None:
            found.append(Change("new", person_id(person), entry.name, "", _role(entry)))
        else:
            found += _differences(person, was, entry)
    found.sort(key=lambda one: (KINDS.index(one.kind), one.name.casefold(), len(one.person), one.person))
    return ChangeList(before[1], after[1], tuple(found), _hidden(db, after[0]))


def _gone(person: int, entry: _Entry) -> Change:
    return Change("gone", person_id(person), entry.name, _role(entry))


def _role(entry: _Entry) -> str:
    return ", ".join(part for part in (entry.title, entry.company) if part)


def _differences(person: int, was: _Entry, now: _Entry) -> list[Change]:
    """Return the changes of a person in both exports; a value that became empty is no change."""
    key = person_id(person)
    pairs = (
        ("company", was.company, now.company),
        ("title", was.title, now.title),
        ("renamed", was.name, now.name),
    )
    found = [Change(kind, key, now.name, before, after) for kind, before, after in pairs if after and after != before]
    if now.has_email and not was.has_email:
        found.append(Change("email", key, now.name))
    return found


def _entries(db: sqlite3.Connection, export: int) -> dict[int, _Entry]:
    """Return what an export's connections say of each person, the last row of a person first."""
    found: dict[int, _Entry] = {}
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
            else _Entry(was.name or name, was.company or company, was.title or title, was.has_email or bool(has_email))
        )
    return found


def _hidden(db: sqlite3.Connection, export: int) -> int:
    rows = db.execute("SELECT ledger FROM source_file WHERE export = ? ORDER BY place", (export,))
    files = (one for (ledger,) in rows for one in json.loads(ledger)["files"])
    return sum(int(one["counts"].get("hidden", 0)) for one in files if one["kind"] == "connections")
