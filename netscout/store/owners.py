"""The members whose exports the workspace holds, and which of them a new export belongs to."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from netscout.model.owner import Owner, Position, School
from netscout.store.ids import SQL_ID

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from netscout.store.workspace import Workspace

NEWEST_FIRST = "ORDER BY COALESCE(export_date, '') DESC, digest DESC, id DESC"


@dataclass(frozen=True, slots=True)
class StoredOwner:
    """An owner of the workspace: `number` keys the tables, `id` is their person id (`p0001`).

    `consent_on` is the day (`YYYY-MM-DD`) they agreed to their export being here, where the user recorded one.
    """

    number: int
    id: str
    owner: Owner
    consent_on: str | None = None


def owners(ws: Workspace) -> list[StoredOwner]:
    """Return every owner, the first loaded first."""
    with ws.reading() as db:
        rows = db.execute(f"SELECT id, {SQL_ID.format('person')}, consent_on FROM owner ORDER BY id").fetchall()  # noqa: S608  # our own column name
        return [StoredOwner(number, person, _owner(db, number), consent) for number, person, consent in rows]


def default_owner(ws: Workspace) -> StoredOwner | None:
    """Return the owner chosen for this workspace, else the one loaded first; None in an empty workspace."""
    number = number_of(ws, None)
    return next((one for one in owners(ws) if one.number == number), None)


def owner_of(ws: Workspace, owner: StoredOwner | int | None = None) -> Owner | None:
    """Return what is known of an owner, the first loaded by default; None if there is none."""
    number = number_of(ws, owner)
    return next((one.owner for one in owners(ws) if one.number == number), None)


def match_me(ws: Workspace, text: str) -> StoredOwner | None:
    """Return the owner whom a person id, profile URL, slug, e-mail address or name names; None if nobody."""
    wanted = text.strip()
    slug = slug_of(wanted)
    key = fold(wanted)
    for one in owners(ws):
        if wanted.casefold() in (one.id, *one.owner.emails) or slug in one.owner.slugs or key == fold(one.owner.name):
            return one
    return None


def number_of(ws: Workspace, owner: StoredOwner | int | None) -> int:
    """Return the owner's number; for None that of the one chosen or else loaded first, 0 in an empty workspace."""
    if owner is not None:
        return owner if isinstance(owner, int) else owner.number
    if ws.owner is not None:
        return ws.owner
    with ws.reading() as db:
        return int(db.execute("SELECT COALESCE(min(id), 0) FROM owner").fetchone()[0])


def is_stranger(ws: Workspace, claim: Owner) -> bool:
    """Return whether an export with this owner would bring another member into a workspace that has one."""
    with ws.reading() as db:
        known = {number for (number,) in db.execute("SELECT id FROM owner")}
        return bool(known) and assign(db, -1, claim)[0] not in known


def set_consent(ws: Workspace, number: int, day: str) -> None:
    """Note the day (`YYYY-MM-DD`) on which an owner agreed to their export being here.

    Raises:
        StoreError: as `Workspace.writing`.
    """
    with ws.writing() as db:
        db.execute("UPDATE owner SET consent_on = ? WHERE id = ?", (day, number))


def export_days(ws: Workspace, owner: StoredOwner) -> list[str | None]:
    """Return the day of each export of an owner, None for one of an unknown day, the newest first."""
    with ws.reading() as db:
        rows = db.execute(f"SELECT export_date FROM export WHERE owner = ? {NEWEST_FIRST}", (owner.number,))  # noqa: S608  # our own ORDER BY
        return [day for (day,) in rows]


def persons(ws: Workspace) -> int:
    """Return how many people the workspace knows of, each counted once, its owners included."""
    with ws.reading() as db:
        row = db.execute("SELECT count(*) FROM (SELECT person FROM sighting UNION SELECT person FROM owner)")
        return int(row.fetchone()[0])


def fold(text: str) -> str:
    """Return a text for comparison: no accents, no case, no punctuation, single spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = (" " if not sign.isalnum() else sign for sign in plain if not unicodedata.combining(sign))
    return " ".join("".join(letters).split())


def slug_of(text: str) -> str:
    """Return the slug a profile URL names, or the text itself as a slug."""
    bare = text.strip().split("?", 1)[0].split("#", 1)[0].rstrip("/")
    low = bare.casefold()
    for mark in ("linkedin.com/mwlite/in/", "linkedin.com/in/"):
        if mark in low:
            bare = bare[low.index(mark) + len(mark) :].split("/", 1)[0]
            break
    else:
        if "linkedin.com/pub/" in low:
            bare = bare[low.index("linkedin.com/") + len("linkedin.com/") :]
    return unicodedata.normalize("NFC", unquote(bare)).lower()


def assign(db: sqlite3.Connection, export: int, claim: Owner) -> tuple[int, list[int]]:
    """Return the owner number of a new export, and the numbers of owners that it proves to be the same.

    Equal slug or e-mail, or an equal name where one side has neither. An export that says nothing of its owner
    belongs to the first one; a first owner of whom nothing is known takes the first claim that comes.
    """
    known = _claims(db, export)
    if not known:
        return 1, []
    hits = sorted({number for number, held in known if _same(held, claim)})
    if not hits:
        first = min(number for number, _ in known)
        silent = all(_is_silent(held) for number, held in known if number == first)
        if silent or _is_silent(claim):
            return first, []
        return max(number for number, _ in known) + 1, []
    return hits[0], hits[1:]


def _is_silent(claim: Owner) -> bool:
    return not (claim.slugs or claim.emails or claim.name)


def _same(one: Owner, other: Owner) -> bool:
    if set(one.slugs) & set(other.slugs) or set(one.emails) & set(other.emails):
        return True
    keyed = (one.slugs or one.emails) and (other.slugs or other.emails)
    comparable = (one.slugs and other.slugs) or (one.emails and other.emails)
    return bool(one.name) and fold(one.name) == fold(other.name) and not (keyed and comparable)


def _claims(db: sqlite3.Connection, but: int) -> list[tuple[int, Owner]]:
    rows = db.execute("SELECT id, owner, owner_name FROM export WHERE id <> ? ORDER BY id", (but,)).fetchall()
    return [(number, Owner(name, _keys(db, [at], "slug"), _keys(db, [at], "email"))) for at, number, name in rows]


def _keys(db: sqlite3.Connection, exports: Sequence[int], kind: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for export in exports:
        rows = db.execute("SELECT key FROM owner_key WHERE export = ? AND kind = ? ORDER BY place", (export, kind))
        found.update((key, None) for (key,) in rows)
    return tuple(found)


def _owner(db: sqlite3.Connection, number: int) -> Owner:
    rows = db.execute(
        "SELECT id, owner_name, owner_how, owner_headline, owner_industry FROM export "  # noqa: S608  # our own ORDER BY
        f"WHERE owner = ? {NEWEST_FIRST}",
        (number,),
    ).fetchall()
    exports = [row[0] for row in rows]
    name, how, headline, industry = (next((row[at] for row in rows if row[at]), "") for at in range(1, 5))
    return Owner(
        name,
        _keys(db, exports, "slug"),
        _keys(db, exports, "email"),
        how,
        headline,
        industry,
        next(filter(None, (_positions(db, one) for one in exports)), ()),
        next(filter(None, (_schools(db, one) for one in exports)), ()),
        next(filter(None, (_follows(db, one) for one in exports)), ()),
    )


def _positions(db: sqlite3.Connection, export: int) -> tuple[Position, ...]:
    rows = db.execute(
        "SELECT company, title, started_on, finished_on, current FROM position WHERE export = ? ORDER BY place",
        (export,),
    )
    return tuple(
        Position(company, title, started, finished, bool(current))
        for company, title, started, finished, current in rows
    )


def _schools(db: sqlite3.Connection, export: int) -> tuple[School, ...]:
    rows = db.execute(
        "SELECT name, degree, started_on, finished_on FROM school WHERE export = ? ORDER BY place", (export,)
    )
    return tuple(School(*row) for row in rows)


def _follows(db: sqlite3.Connection, export: int) -> tuple[str, ...]:
    rows = db.execute("SELECT name FROM follow WHERE export = ? ORDER BY place", (export,))
    return tuple(name for (name,) in rows)
