"""The account of every load held against the rows that are stored: what was counted in must be there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from netscout.model.ledger import CONTACT_TABLES, FileAccount

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_EVIDENCE = ("invitations", "endorsements", "recommendations")
"""Kinds of tables (`endorsements_given` among them) of which every row taken is one stored contact."""
_LISTED = "SELECT export, file, count(*) FROM sighting WHERE kind IN ('connection', 'contact') GROUP BY export, file"
_CONTACTS = (
    "SELECT sighting.export, interaction.file, count(*), sum(interaction.recipients <= 1 AND direction <> 'co') "
    "FROM interaction JOIN sighting ON sighting.id = interaction.sighting GROUP BY sighting.export, interaction.file"
)
_NOTES = (
    "SELECT export, file, count(*) FROM sighting_note JOIN sighting ON sighting.id = sighting_note.sighting "
    "GROUP BY export, file"
)

Counts = dict[tuple[int, int], int]


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a sentence for each table whose account does not add up, or tells of other rows than are stored."""
    listed: Counts = {(export, file): count for export, file, count in db.execute(_LISTED)}
    noted: Counts = {(export, file): count for export, file, count in db.execute(_NOTES)}
    contacts = {(export, file): (every, direct) for export, file, every, direct in db.execute(_CONTACTS)}
    places = {
        (export, source, name): place
        for export, source, name, place in db.execute("SELECT export, source, name, place FROM export_file")
    }
    for export, source, name, ledger in db.execute(
        "SELECT export, place, name, ledger FROM source_file ORDER BY export, place"
    ):
        for account in (FileAccount(**one) for one in json.loads(ledger)["files"]):
            where = f"load {export}: {name}, {account.name}"
            key = (export, places.get((export, source, account.name), -1))
            if not account.adds_up():
                yield f"{where}: its rows do not add up."
            text = _other_rows(account, listed.get(key, 0), contacts.get(key, (0, 0)), noted.get(key, 0))
            if text:
                yield f"{where}: {text}"


def _other_rows(account: FileAccount, listed: int, contacts: tuple[int, int], noted: int) -> str:
    """Return what is wrong with the rows stored of one table, "" if nothing is."""
    counts = account.counts
    if account.kind in CONTACT_TABLES:
        people = counts.get("people", 0)
        if not people <= listed <= people + counts.get("duplicates", 0):
            return f"rows of people stored: {listed}; the account tells of {people}."
    elif account.kind.startswith(_EVIDENCE):
        if contacts[0] != counts.get("taken", 0):
            return f"contacts stored: {contacts[0]}; the account tells of {counts.get('taken', 0)}."
    elif account.kind == "messages" and contacts[1] > (most := counts.get("direct", 0) + counts.get("group", 0)):
        # a message to one person in a conversation of several counts as a group's
        return f"messages to one person stored: {contacts[1]}; the account tells of {most}."
    elif noted > account.rows:
        return f"notes stored: {noted}; rows the account tells of: {account.rows}."
    return ""
