"""People whom a contact named and no file tells of: taken in as rows of their own, so that they are people like all."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from netscout.model.export import Export, SourceFile
from netscout.model.ledger import FileAccount
from netscout.model.owner import Owner
from netscout.store import profiles
from netscout.store.forget import counts_of
from netscout.store.identities import resettle
from netscout.store.ids import person_id, person_number
from netscout.store.imports import import_export
from netscout.store.owners import default_owner
from netscout.store.people import person_of
from netscout.store.sources import NAMED

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from netscout.model.export import Sighting
    from netscout.model.identity import IdentityRow
    from netscout.store.workspace import Workspace

    Resolve = Callable[[Sequence[IdentityRow]], list[int]]

KIND = NAMED
"""Kind of the rows."""
_TOLD = "what you were told"
"""What stands where other rows name their file."""


def take_named(ws: Workspace, row: Sighting, entry: int, *, today: str, resolve: Resolve) -> str | None:
    """Take in somebody who was named in an entry of the log, and return their id.

    They are joined with others as any row of a file is. None where the user had them forgotten: they stay out.

    Raises:
        StoreError: as `Workspace.writing`.
    """
    me = default_owner(ws)
    owner = Owner(me.owner.name, me.owner.slugs, me.owner.emails, me.owner.how) if me else Owner()
    account = FileAccount(_TOLD, "referrals", 1, {"taken": 1})
    source = SourceFile(_TOLD, NAMED, _digest(entry), (account,))
    export = Export((source,), ((0, _TOLD),), None, owner, (row,))
    with ws.writing() as db:
        load = import_export(ws, export, today=today, resolve=resolve).sequence
        found = db.execute("SELECT person FROM sighting WHERE export = ?", (load,)).fetchone()
    return None if found is None else person_id(found[0])


def amend_named(ws: Workspace, person: str, said: tuple[str, str, str | None], *, resolve: Resolve) -> str:
    """Say of somebody who was named before which (title, company, slug) they have, and return the id they have then.

    What is empty stays as it is; rows of files are left alone.

    Raises:
        UnknownPersonError: nobody has this id.
        StoreError: as `Workspace.writing`.
    """
    title, company, slug = said
    number = person_number(person_of(ws, person).id)
    with ws.writing() as db:
        db.execute(
            "UPDATE sighting SET title = COALESCE(NULLIF(?, ''), title), company = COALESCE(NULLIF(?, ''), company), "
            "slug = COALESCE(?, slug) WHERE person = ? AND kind = ?",
            (title, company, slug, number, KIND),
        )
        resettle(db, resolve)
        _renew(db)
    return person_of(ws, person).id


def withdraw_named(ws: Workspace, entry: int) -> bool:
    """Take back whom an entry of the log brought, if nothing else is known or said of them; return whether it was so.

    Raises:
        StoreError: as `Workspace.writing`.
    """
    with ws.writing() as db:
        row = db.execute(
            "SELECT sighting.export, person FROM sighting JOIN source_file ON source_file.export = sighting.export "
            "WHERE sha256 = ? AND source_file.kind = ?",
            (_digest(entry), NAMED),
        ).fetchone()
        if row is None or not _alone(ws, person_id(row[1])):
            return False
        db.execute("DELETE FROM export WHERE id = ?", (row[0],))
        db.execute("DELETE FROM person WHERE id = ?", (row[1],))
    return True


def _alone(ws: Workspace, person: str) -> bool:
    """Return whether the one row, its profile and the one line of the ledger are all that is held of a person."""
    own = ("sighting", "profile", "referral")
    held = counts_of(ws, [person])
    return all(count == 0 or (table in own and count == 1) for table, count in held.items())


def _renew(db: sqlite3.Connection) -> None:
    for (owner,) in db.execute("SELECT id FROM owner ORDER BY id").fetchall():
        profiles.rebuild(db, owner)


def _digest(entry: int) -> str:
    """Return what a row is known by: made of the number of its entry, never of whom it names."""
    return hashlib.sha256(json.dumps(["named", entry]).encode()).hexdigest()
