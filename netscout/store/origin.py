"""In which file what is known of somebody stands."""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from netscout.model.ledger import CONTACT_TABLES
from netscout.model.origin import Origin, Stands
from netscout.store.ids import person_id
from netscout.store.owners import NEWEST_FIRST, number_of
from netscout.store.profiles import PRECEDENCE

if TYPE_CHECKING:
    import sqlite3

    from netscout.store.owners import StoredOwner
    from netscout.store.workspace import Workspace


def origin(ws: Workspace, owner: StoredOwner | int | None = None) -> Origin:
    """Return the files loaded for an owner (the first loaded by default), and whose title or company is elsewhere."""
    number = number_of(ws, owner)
    with ws.reading() as db:
        tables, books = _files(db, number)
        return Origin(tables, books, _people(db, number))


def _files(db: sqlite3.Connection, owner: int) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the name of the table of each kind, that of the newest export, and those of contact files by name."""
    tables: dict[str, str] = {}
    books: set[str] = set()
    rows = db.execute(
        "SELECT ledger FROM source_file JOIN export ON export.id = source_file.export WHERE export.owner = ? "  # noqa: S608  # our own ORDER BY
        f"{NEWEST_FIRST.replace(' id DESC', ' export.id DESC')}, place",
        (owner,),
    )
    for (ledger,) in rows:
        for one in json.loads(ledger)["files"]:
            name = _base(one["name"])
            if one["kind"] in CONTACT_TABLES and one["kind"] != "connections":
                books.add(name)
            else:
                tables.setdefault(one["kind"], name)
    return tables, tuple(sorted(books))


def _people(db: sqlite3.Connection, owner: int) -> dict[str, Stands]:
    """Return where title and company stand of those whom a file other than the connections lists or names."""
    rows = db.execute(
        "SELECT sighting.person, COALESCE(export_file.name, ''), "  # noqa: S608  # our own ORDER BY
        "COALESCE(NULLIF(sighting.title, ''), sighting.headline), "
        "COALESCE(NULLIF(profile.title, ''), profile.headline), sighting.company, profile.company "
        "FROM profile JOIN sighting ON sighting.person = profile.person AND sighting.owner = profile.owner "
        "JOIN export ON export.id = sighting.export "
        "LEFT JOIN export_file ON export_file.export = sighting.export AND export_file.place = sighting.file "
        "WHERE profile.owner = ?1 AND (profile.known_from <> 'connections' OR profile.person IN "
        "(SELECT person FROM sighting WHERE owner = ?1 AND kind IN ('contact', 'card'))) "
        "ORDER BY sighting.person, CASE sighting.kind WHEN 'connection' THEN 0 WHEN 'contact' THEN 1 "
        f"WHEN 'card' THEN 1 ELSE 2 END, {PRECEDENCE}",
        (owner,),
    )
    found: dict[str, Stands] = {}
    for person, told in groupby(rows, key=itemgetter(0)):
        said = list(told)
        title = next((_base(row[1]) for row in said if row[3] and row[2] == row[3]), "")
        company = next((_base(row[1]) for row in said if row[5] and row[4] == row[5]), "")
        found[person_id(person)] = Stands(title, company)
    return found


def _base(name: str) -> str:
    """Return a file's own name, without the folders inside an archive."""
    return str(name).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
