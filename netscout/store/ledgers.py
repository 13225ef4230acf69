"""The account of an import settled: how many persons the rows came to, file by file."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from netscout.model.ledger import CONTACT_TABLES

if TYPE_CHECKING:
    import sqlite3

    from netscout.model.export import Export
    from netscout.model.ledger import FileAccount


def settle(db: sqlite3.Connection, export_number: int, owner: int, export: Export) -> dict[str, int]:
    """Store the sources of an export with their settled accounts, and return the settled totals.

    A person counts in the first table of a kind that lists them; every further row of theirs is a duplicate there.
    The totals are those of the connections, or of the address book where the export holds no connections.
    """
    held = {account.kind for source in export.sources for account in source.files}
    main = "contacts" if "contacts" in held and "connections" not in held else "connections"
    found = _persons(db, export_number, owner)
    listed = found["connections"] | found["contacts"]
    counts = dict(export.counts)
    tables = {key: at for at, key in enumerate(export.files)}
    duplicates, any_list = 0, False
    for place, source in enumerate(export.sources):
        accounts = []
        for account in source.files:
            at = tables.get((place, account.name))
            settled = _settled(account, listed.get(at, (0, 0)) if at is not None else (0, 0))
            if settled.kind == main or (settled is not account and settled.kind != "contacts"):
                any_list = True
                duplicates += settled.counts["duplicates"]
            accounts.append(settled)
        ledger = {"files": [asdict(one) for one in accounts], "ignored": [asdict(one) for one in source.ignored]}
        db.execute(
            "INSERT INTO source_file (export, owner, place, name, kind, sha256, ledger) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                *(export_number, owner, place, _base_name(source.path), source.kind, source.sha256),
                json.dumps(ledger, ensure_ascii=False, sort_keys=True),
            ),
        )
    counts["others"] = _others(db, export_number, owner, main)
    if any_list or found[main]:
        people = sum(first for first, _ in found[main].values())
        counts["people"] = people
        counts["duplicates"] = duplicates if any_list else sum(rows for _, rows in found[main].values()) - people
        counts["possible_duplicates"] = _possible_duplicates(db, owner)
    if main == "contacts" and "with_email" in counts:
        counts["with_email"] = _with_email(db, export_number, owner)
    return counts


def _base_name(path: str) -> str:
    """Return the last part of a path: where the file lay is nobody's business."""
    return path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def _settled(account: FileAccount, found: tuple[int, int]) -> FileAccount:
    """Return the account with its people and duplicates as identities came out; other tables stay as they are."""
    people, rows = found
    if account.kind not in CONTACT_TABLES and not rows:
        return account
    told = account.counts.get("people", 0) + account.counts.get("duplicates", 0) or rows
    return replace(account, counts={**account.counts, "people": people, "duplicates": told - people})


def _persons(db: sqlite3.Connection, export_number: int, owner: int) -> dict[str, dict[int, tuple[int, int]]]:
    """Return by kind and table (persons it is the first of its kind to list, rows that list somebody)."""
    own = db.execute("SELECT person FROM owner WHERE id = ?", (owner,)).fetchone()[0]
    seen: dict[str, set[int]] = {kind: {own} for kind in CONTACT_TABLES}
    found: dict[str, dict[int, tuple[int, int]]] = {kind: {} for kind in CONTACT_TABLES}
    for person, file, kind in db.execute(
        "SELECT person, file, kind || 's' FROM sighting WHERE export = ? AND kind IN ('connection', 'contact') "
        "ORDER BY file, id",
        (export_number,),
    ):
        people, rows = found[kind].get(file, (0, 0))
        found[kind][file] = (people + (person not in seen[kind]), rows + 1)
        seen[kind].add(person)
    return found


def _others(db: sqlite3.Connection, export_number: int, owner: int, main: str) -> int:
    """Return how many persons an export knows, besides its owner, that its tables of the main kind do not list."""
    row = db.execute(
        "SELECT count(DISTINCT person) FROM sighting WHERE export = ?1 "
        "AND person <> (SELECT person FROM owner WHERE id = ?2) "
        "AND person NOT IN (SELECT person FROM sighting WHERE export = ?1 AND kind || 's' = ?3)",
        (export_number, owner, main),
    ).fetchone()
    return int(row[0])


def _with_email(db: sqlite3.Connection, export_number: int, owner: int) -> int:
    """Return how many persons of an address book, its owner aside, have an address."""
    row = db.execute(
        "SELECT count(DISTINCT person) FROM sighting WHERE export = ?1 AND kind = 'contact' AND emails <> '[]' "
        "AND person <> (SELECT person FROM owner WHERE id = ?2)",
        (export_number, owner),
    ).fetchone()
    return int(row[0])


def _possible_duplicates(db: sqlite3.Connection, owner: int) -> int:
    row = db.execute(
        "SELECT count(*) FROM (SELECT 1 FROM sighting WHERE owner = ?1 AND name_key <> '' "
        "AND person <> (SELECT person FROM owner WHERE id = ?1) "
        "GROUP BY name_key HAVING min(person) <> max(person))",
        (owner,),
    ).fetchone()
    return int(row[0])
