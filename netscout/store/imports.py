"""An export taken in: one transaction, after which the workspace holds all of it or is as it was."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from netscout.model.changes import ChangeList
from netscout.model.ledger import Notice
from netscout.store import again, changes, details, forgotten, identities, ledgers, owners, profiles, repeats
from netscout.store.ids import person_id

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from netscout.model.export import Export
    from netscout.model.identity import IdentityRow
    from netscout.store.workspace import Workspace

    Resolve = Callable[[Sequence[IdentityRow]], list[int]]
    Progress = Callable[[str], None]

_MANY = 10_000
NOTICED = ("many-gone", "other-owner")
"""Codes of the notices that come of comparing a load with the rest of the workspace."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did.

    Attributes:
        counts: the counts of the export with `people`, `others`, `duplicates`, `possible_duplicates` settled.
        changes: against the previous export of the same owner by date.
        already_loaded_on: the day all of this was loaded before, None if something is new.
        owner: number of the owner in the store; `owner_id` is their person id.
        sequence: number of the load.
        notices: what the import itself noticed (`many-gone`, `other-owner`), besides those of the export.
        taken: the export as it was taken in, without the rows of forgotten people.
        anew_of: the day of the load whose place this one takes, None if it takes none.
    """

    counts: dict[str, int]
    changes: ChangeList
    already_loaded_on: str | None
    owner: int
    owner_id: str
    sequence: int
    notices: tuple[Notice, ...] = field(default=())
    taken: Export | None = None
    anew_of: str | None = None


def import_export(
    ws: Workspace, export: Export, *, today: str, resolve: Resolve, progress: Progress | None = None
) -> ImportResult:
    """Take an export into the workspace and say what became of it.

    `today` is the day of the load (`YYYY-MM-DD`); `resolve` gives a group number to each row
    (`netscout.matching.identity.resolve`); `progress` hears the name of each stage begun. Files whose SHA-256 are
    all known change nothing, unless they are read another way, or it is only now known whose export they are: then
    they are taken in anew in place of the first time, and every person keeps their number. Otherwise all identities
    are made anew from all sightings, so that the order of loads does not matter.

    Raises:
        RefusedError: some files of an earlier load, to be read another way than then; nothing was changed.
        StoreError: `busy`, `no-space` and their like; nothing was changed.
    """
    tell = progress or (lambda _: None)
    with ws.writing() as db:
        tell("begin")
        digest = _digest(export)
        export = forgotten.leave_out(db, export)
        old = again.superseded(db, export, digest)
        known = _known(db, export) if old is None else None
        if known is not None:
            return known
        number = _number(db)
        anew_of = None if old is None else _loaded_on(db, old)
        former = None if old is None else again.take_out(db, old, export)
        owner = _take_owner(db, number, export)
        tell("export")
        _add_export(db, (number, owner, digest), export, today)
        tell("people")
        first = identities.settle(db, (number, owner, export), resolve, former)
        for (one,) in db.execute("SELECT id FROM owner ORDER BY id").fetchall():
            profiles.rebuild(db, one)
        tell("interactions")
        _add_interactions(db, first, owner, export)
        details.add(db, first, export)
        repeats.mark(db, owner)
        tell("ledger")
        result = _account(db, number, owner, export)
        _name_workspace(db, export)
        tell("commit")
    tell("done")
    return replace(result, taken=export, anew_of=anew_of)


def _loaded_on(db: sqlite3.Connection, number: int) -> str:
    return str(db.execute("SELECT loaded_on FROM export WHERE id = ?", (number,)).fetchone()[0])


def _known(db: sqlite3.Connection, export: Export) -> ImportResult | None:
    """Return the result of a load that brings nothing, None if any source is new."""
    loads = again.loads_of(db, export)
    if not loads:
        return None
    number, day = max(loads)
    owner, person, counts = db.execute(
        "SELECT owner.id, person, counts FROM export JOIN owner ON owner.id = export.owner WHERE export.id = ?",
        (number,),
    ).fetchone()
    date = export.export_date
    same = ChangeList(date, date)
    return ImportResult(json.loads(counts), same, day, owner, person_id(person), number, _other_owner(db, owner))


def _digest(export: Export) -> str:
    return hashlib.sha256("\n".join(sorted(one.sha256 for one in export.sources)).encode()).hexdigest()


def _other_owner(db: sqlite3.Connection, owner: int) -> tuple[Notice, ...]:
    """Return the word that an export is not that of the owner whom the lists are for, if so."""
    if owner == db.execute("SELECT min(id) FROM owner").fetchone()[0]:
        return ()
    text = "This export belongs to another member; it is kept beside yours, and lists stay those of the first owner."
    return (Notice("other-owner", text),)


def _number(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT COALESCE(max(id), 0) + 1 FROM export").fetchone()[0])


def _take_owner(db: sqlite3.Connection, export_number: int, export: Export) -> int:
    """Return the owner's number; an owner who turns out to be another one already known becomes that one."""
    owner, same = owners.assign(db, export_number, export.owner)
    if db.execute("SELECT 1 FROM owner WHERE id = ?", (owner,)).fetchone() is None:
        person = identities.new_person(db)
        db.execute("INSERT INTO owner (id, person, born) VALUES (?, ?, ?)", (owner, person, person))
    for other in [*same, *_deserted(db, owner)]:
        for table in ("export", "source_file", "sighting", "interaction"):
            db.execute(f"UPDATE {table} SET owner = ? WHERE owner = ?", (owner, other))  # noqa: S608  # our own table names
        db.execute("DELETE FROM profile WHERE owner = ?", (other,))
        db.execute(
            "INSERT OR REPLACE INTO person_alias SELECT other.person, one.person FROM owner AS one, owner AS other "
            "WHERE one.id = ? AND other.id = ? AND one.person <> other.person",
            (owner, other),
        )
        db.execute("DELETE FROM owner WHERE id = ?", (other,))
    return owner


def _deserted(db: sqlite3.Connection, but: int) -> list[int]:
    """Return owners without an export: theirs was taken out, and turned out to be another's."""
    rows = db.execute("SELECT id FROM owner WHERE id <> ? AND id NOT IN (SELECT owner FROM export) ORDER BY id", (but,))
    return [number for (number,) in rows.fetchall()]


def _add_export(db: sqlite3.Connection, key: tuple[int, int, str], export: Export, today: str) -> None:
    """Store what the export says of itself and its owner; `key` is its number, its owner's number and its digest."""
    me, number = export.owner, key[0]
    values: tuple[Any, ...] = (*key, export.export_date, today, export.has_connections)
    db.execute(
        "INSERT INTO export VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', '[]', ?, ?, ?)",
        (
            *(*values, me.name, me.how, me.headline, me.industry),
            *(_json([asdict(one) for one in export.unreadable]), export.way, export.stated),
        ),
    )
    keys = [("slug", at, key) for at, key in enumerate(me.slugs)] + [
        ("email", at, key) for at, key in enumerate(me.emails)
    ]
    db.executemany("INSERT INTO owner_key VALUES (?, ?, ?, ?)", ((number, *key) for key in keys))
    db.executemany("INSERT INTO position VALUES (?, ?, ?, ?, ?, ?, ?)", _careers(number, export))
    db.executemany(
        "INSERT INTO school VALUES (?, ?, ?, ?, ?, ?)",
        ((number, at, one.name, one.degree, one.started_on, one.finished_on) for at, one in enumerate(me.schools)),
    )
    db.executemany("INSERT INTO follow VALUES (?, ?, ?)", ((number, at, name) for at, name in enumerate(me.follows)))
    db.executemany(
        "INSERT INTO export_file VALUES (?, ?, ?, ?)",
        ((number, at, source, name) for at, (source, name) in enumerate(export.files)),
    )


def _add_interactions(db: sqlite3.Connection, first: int, owner: int, export: Export) -> None:
    """Store the contacts; where they are many and the first, their index is made once at the end."""
    many = len(export.interactions) >= _MANY and db.execute("SELECT 1 FROM interaction LIMIT 1").fetchone() is None
    if many:
        index = db.execute("SELECT sql FROM sqlite_master WHERE name = 'interaction_sighting'").fetchone()[0]
        db.execute("DROP INDEX interaction_sighting")
    db.executemany(
        "INSERT INTO interaction (sighting, owner, file, kind, direction, at, day, recipients, conversation, "  # noqa: S608  # two numbers of our own
        f"length, detail) VALUES (? + {first:d}, {owner:d}, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        export.interactions,
    )
    if many:
        db.execute(index)


def _careers(number: int, export: Export) -> Iterator[tuple[object, ...]]:
    for at, one in enumerate(export.owner.positions):
        yield number, at, one.company, one.title, one.started_on, one.finished_on, one.current


def _account(db: sqlite3.Connection, number: int, owner: int, export: Export) -> ImportResult:
    """Settle the ledger, store it, and say what changed."""
    person = int(db.execute("SELECT person FROM owner WHERE id = ?", (owner,)).fetchone()[0])
    counts = ledgers.settle(db, number, owner, export)
    against = changes.of_export(db, owner, number)
    found = noticed(db, number, owner, against)
    db.execute(
        "UPDATE export SET counts = ?, notices = ? WHERE id = ?",
        (_json(counts), _json([asdict(one) for one in (*export.notices, *found)]), number),
    )
    return ImportResult(counts, against, None, owner, person_id(person), number, found)


def noticed(db: sqlite3.Connection, number: int, owner: int, against: ChangeList) -> tuple[Notice, ...]:
    """Return what only an import can notice of a load, of which `against` are the changes: codes of `NOTICED`."""
    return (*changes.many_gone(against, number), *_other_owner(db, owner))


def _name_workspace(db: sqlite3.Connection, export: Export) -> None:
    """Give the workspace its opaque name, made of the first file it ever took in."""
    first = "\n".join(one.sha256 for one in export.sources[:1])
    name = "w" + hashlib.sha256(f"netscout workspace {first}".encode()).hexdigest()[:6]
    db.execute("INSERT OR IGNORE INTO meta VALUES ('workspace', ?)", (name,))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
