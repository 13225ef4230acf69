"""The present state of each person in an owner's network, folded from their sightings."""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

KNOWN_FROM = {
    "connection": "connections",
    "message": "messages",
    "invitation": "invitations",
    "endorsement": "endorsements",
    "recommendation": "recommendations",
    "note": "notes",
    "contact": "contacts",
    "card": "contacts",
    "referral": "referral",
}
"""Kind of sighting to the word of `Person.known_from`, the best source first."""
_BEST = {kind: place for place, kind in enumerate(KNOWN_FROM)}
LISTED = ("connection", "contact", "card")
PRECEDENCE = "COALESCE(export.export_date, '') DESC, export.digest DESC, sighting.id DESC"
"""Newer exports before older ones, within an export the later row first; undated exports are the oldest."""

_WORDS = " ".join(f"WHEN '{kind}' THEN '{word}'" for kind, word in KNOWN_FROM.items())
_COPY_SINGLE = (
    "INSERT INTO profile SELECT owner, person, slug, display_name, name_key, first_name, last_name, middle_name, "  # noqa: S608  # our own words
    "credentials, emails, CASE kind WHEN 'recommendation' THEN '' ELSE company END, title, headline, connected_on, "
    f"CASE kind {_WORDS} END, "
    "kind = 'connection' AND export IS NOT ?2 "
    "FROM sighting WHERE owner = ?1 AND person <> (SELECT person FROM owner WHERE id = ?1) "
    "GROUP BY person HAVING count(*) = 1"
)
"""Most people have one sighting, which is their profile."""

# positions in a row of _sightings
_KIND, _EXPORT, _SLUG, _NAME, _CREDENTIALS, _EMAILS, _COMPANY, _CONNECTED = 1, 2, 3, 4, 9, 10, 11, 14


def rebuild(db: sqlite3.Connection, owner: int) -> None:
    """Make the profiles of one owner anew: newer values win, older ones fill gaps, empty never overwrites.

    Names, companies and titles are those of contact lists where there is one: what an old message says of a listed
    person, or a recommendation of anybody, is not their present state; an address book only fills what connections
    leave open. The owner is nobody in their own network.
    """
    db.execute("DELETE FROM profile WHERE owner = ?", (owner,))
    newest = newest_listing(db, owner)
    db.execute(_COPY_SINGLE, (owner, newest))
    db.executemany(
        "INSERT INTO profile VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (owner, person, *_fold(list(rows), newest))
            for person, rows in groupby(_sightings(db, owner), key=itemgetter(0))
        ),
    )


def newest_listing(db: sqlite3.Connection, owner: int) -> int | None:
    """Return the newest export of an owner that holds connections, None if there is none."""
    found = listings(db, owner)
    return found[0][0] if found else None


def listings(db: sqlite3.Connection, owner: int) -> list[tuple[int, str | None]]:
    """Return the exports of an owner that hold connections, with their dates, newest first."""
    rows = db.execute(
        "SELECT id, export_date FROM export WHERE owner = ? AND EXISTS ("
        "SELECT 1 FROM sighting WHERE sighting.export = export.id AND sighting.kind = 'connection') "
        "ORDER BY COALESCE(export_date, '') DESC, digest DESC, id DESC",
        (owner,),
    )
    return [(int(number), day) for number, day in rows]


def _sightings(db: sqlite3.Connection, owner: int) -> Iterable[tuple[object, ...]]:
    """Return the sightings of the people who have several, best first."""
    return db.execute(
        "SELECT person, kind, export, slug, display_name, name_key, first_name, last_name, middle_name, "  # noqa: S608  # our own ORDER BY
        "credentials, emails, company, title, headline, connected_on "
        "FROM sighting JOIN export ON export.id = sighting.export "
        "WHERE sighting.owner = ?1 AND person <> (SELECT person FROM owner WHERE id = ?1) AND person IN "
        "(SELECT person FROM sighting WHERE owner = ?1 GROUP BY person HAVING count(*) > 1) "
        "ORDER BY person, CASE kind WHEN 'connection' THEN 0 WHEN 'contact' THEN 1 WHEN 'card' THEN 1 ELSE 2 END, "
        f"{PRECEDENCE}",
        (owner,),
    )


def _fold(rows: list[tuple[object, ...]], newest: int | None) -> tuple[object, ...]:
    """Return the columns of a profile after owner and person; `rows` come best first."""
    named = next((row for row in rows if row[_NAME]), rows[0])
    present = [row for row in rows if row[_KIND] in LISTED]
    present = present or [row for row in rows if row[_KIND] != "recommendation"]
    exports = [row[_EXPORT] for row in rows if row[_KIND] == "connection"]
    return (
        _first(rows, _SLUG, None),
        *named[_NAME:_EMAILS],
        _union(str(row[_EMAILS]) for row in rows),
        *(_first(present, column, "") for column in range(_COMPANY, _CONNECTED)),
        _first(rows, _CONNECTED, None),
        KNOWN_FROM[min((str(row[_KIND]) for row in rows), key=_BEST.__getitem__)],
        bool(exports) and newest not in exports,
    )


def _first(rows: list[tuple[object, ...]], column: int, default: object) -> object:
    return next((row[column] for row in rows if row[column]), default)


def _union(lists: Iterator[str]) -> str:
    filled = [one for one in lists if one != "[]"]
    if len(filled) < 2:
        return filled[0] if filled else "[]"
    return json.dumps(list(dict.fromkeys(value for one in filled for value in json.loads(one))), ensure_ascii=False)
