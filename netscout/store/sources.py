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
    """The account of the newest export of an owner: everything the page and `load` say about it."""

    export_date: str | None = None
    sources: tuple[SourceFile, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


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
            f"WHERE owner = ?1) {NEWEST_FIRST.replace('ORDER BY', 'ORDER BY has_connections DESC,')}",
            (number,),
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


def export_dates(ws: Workspace, owner: StoredOwner | int | None = None) -> list[str]:
    """Return the days of an owner's exports, newest first, each once; undated ones are left out."""
    number = number_of(ws, owner)
    with ws.reading() as db:
        rows = db.execute(
            "SELECT DISTINCT export_date FROM export WHERE owner = ? AND export_date IS NOT NULL "
            "ORDER BY export_date DESC",
            (number,),
        )
        return [str(day) for (day,) in rows]


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
