"""What was loaded: files, days, and the account of their rows."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from netscout.model.export import SourceFile
from netscout.model.ledger import FileAccount, Ignored, Notice, Unreadable
from netscout.store.owners import NEWEST_FIRST, number_of

if TYPE_CHECKING:
    import sqlite3

    from netscout.store.owners import StoredOwner
    from netscout.store.workspace import Workspace


NAMED = "referral"
"""Kind of the source of people who were named to the user: no file, so that no account of files tells of it."""


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file as it was loaded: `sequence` is the number of its load, `owner` the number of its owner."""

    sequence: int
    owner: int
    export_date: str | None
    loaded_on: str
    source: SourceFile


@dataclass(frozen=True, slots=True)
class Account:
    """The account of the newest export of an owner, or of all: everything the page says about it.

    `days` are those of the exports that `sources` belong to, one each; of an undated one that of loading.
    """

    export_date: str | None = None
    sources: tuple[SourceFile, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    days: tuple[str, ...] = ()


def loaded(ws: Workspace) -> list[LoadedFile]:
    """Return every loaded file in the order of loading."""
    with ws.reading() as db:
        rows = db.execute(
            "SELECT export.id, export.owner, export_date, loaded_on, name, kind, sha256, ledger "
            "FROM source_file JOIN export ON export.id = source_file.export ORDER BY export.id, place"
        )
        return [
            LoadedFile(sequence, owner, export_date, loaded_on, _source(*source))
            for sequence, owner, export_date, loaded_on, *source in rows
        ]


def account(ws: Workspace, owner: StoredOwner | int | None = None) -> Account:
    """Return the account of the newest export of an owner (the first loaded by default).

    Exports of one day are one delivery in parts: their accounts stand together, and where two speak of the same
    count, that of the part with connections does.
    """
    number = number_of(ws, owner)
    with ws.reading() as db:
        rows = db.execute(
            "SELECT id, export_date, counts, notices, unreadable FROM export "  # noqa: S608  # our own ORDER BY
            f"WHERE owner = ?1 AND COALESCE(export_date, '') = (SELECT max(COALESCE(export_date, '')) FROM export "
            "WHERE owner = ?1) AND id NOT IN (SELECT export FROM source_file WHERE kind = ?2) "
            f"{NEWEST_FIRST.replace('ORDER BY', 'ORDER BY has_connections DESC,')}",
            (number, NAMED),
        ).fetchall()
        if not rows:
            return Account()
        counts: dict[str, int] = {}
        for row in reversed(rows):
            counts |= json.loads(row[2])
        return Account(
            rows[0][1],
            tuple(one for row in rows for one in _sources(db, row[0])),
            counts,
            tuple(Notice(**one) for row in rows for one in json.loads(row[3])),
            tuple(Unreadable(**one) for row in rows for one in json.loads(row[4])),
        )


def whole_account(ws: Workspace, owner: StoredOwner | int | None = None) -> Account:
    """Return the account of everything loaded for an owner: LinkedIn's exports, newest first, then other files by name.

    `export_date` is that of the newest export; of each count the newest export that has it is told.
    """
    number = number_of(ws, owner)
    with ws.reading() as db:
        rows = db.execute(
            "SELECT id, export_date, loaded_on, counts, notices, unreadable FROM export "  # noqa: S608  # our own ORDER BY
            f"WHERE owner = ? {NEWEST_FIRST}",
            (number,),
        ).fetchall()
        found = [(_sources(db, row[0]), row) for row in rows]
    found = [one for one in found if one[0] and one[0][0].kind != NAMED]
    foreign = [one for one in found if one[0][0].kind != "linkedin"]
    ordered = [one for one in found if one[0][0].kind == "linkedin"]
    ordered += sorted(foreign, key=lambda one: (one[0][0].path, one[0][0].sha256))
    counts: dict[str, int] = {}
    for _, row in reversed(ordered):
        counts |= json.loads(row[3])
    return Account(
        max((row[1] for _, row in found if row[1]), default=None),
        tuple(source for sources, _ in ordered for source in sources),
        counts,
        tuple(Notice(**one) for _, row in ordered for one in json.loads(row[4])),
        tuple(Unreadable(**one) for _, row in ordered for one in json.loads(row[5])),
        tuple(row[1] or row[2] for sources, row in ordered for _ in sources),
    )


def workspace_id(ws: Workspace) -> str:
    """Return the opaque id of the workspace (`w7f3ab1`), "" before the first import."""
    return ws.id or ""


def _sources(db: sqlite3.Connection, export: int) -> list[SourceFile]:
    rows = db.execute(
        "SELECT name, kind, sha256, ledger FROM source_file WHERE export = ? ORDER BY place", (export,)
    ).fetchall()
    return [_source(*row) for row in rows]


def _source(name: str, kind: str, sha256: str, ledger: str) -> SourceFile:
    told: dict[str, list[dict[str, Any]]] = json.loads(ledger)
    return SourceFile(
        name,
        kind,
        sha256,
        tuple(FileAccount(**one) for one in told["files"]),
        tuple(Ignored(**one) for one in told["ignored"]),
    )
