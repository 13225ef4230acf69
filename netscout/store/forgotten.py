"""People whom the user asked to forget stay forgotten: rows about them are left out of later imports.

Nothing of them is kept but salted hashes of the keys their rows bore.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from netscout.model.export import Interaction
from netscout.model.ledger import CONTACT_TABLES, Notice, Unreadable
from netscout.store.forgotten_keys import (
    LISTED,
    alone_key,
    bare_key,
    hashed,
    kept_keys,
    keys_of,
    named_keys,
    own_keys,
    rows_of,
    stored_rows,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Sequence

    from netscout.model.export import Export, Sighting, SourceFile
    from netscout.model.ledger import FileAccount
    from netscout.store.forgotten_keys import Known
    from netscout.store.workspace import Workspace

REASON = "about a person you asked netscout to forget"
COUNT = "forgotten"
"""The word in the counts of a load under which rows left out stand."""
SALT = "forget-salt"


def hashes(ws: Workspace) -> frozenset[str]:
    """Return what is kept of forgotten people (raises StoreError)."""
    with ws.reading() as db:
        return frozenset(str(one) for (one,) in db.execute("SELECT hash FROM forgotten"))


def keep(db: sqlite3.Connection, numbers: Collection[int], on: str, new_salt: str) -> None:
    """Keep salted hashes of all keys by which a later row could be known to speak of these people.

    `new_salt` is taken where the workspace has none yet.
    """
    db.execute("INSERT OR IGNORE INTO meta VALUES (?, ?)", (SALT, new_salt))
    salt = str(db.execute("SELECT value FROM meta WHERE key = ?", (SALT,)).fetchone()[0])
    others = {name for person, name in db.execute("SELECT person, name_key FROM sighting") if person not in numbers}
    _add(db, [(hashed(salt, key), on) for key in keys_of(stored_rows(db, numbers), others)])


def leave_out(db: sqlite3.Connection, export: Export) -> Export:
    """Return the export without the rows of forgotten people, its account telling of them; itself if there are none.

    What else such a row says of its person is kept as further hashes, as the row would have been theirs.
    """
    held = dict(db.execute("SELECT hash, on_day FROM forgotten").fetchall())
    salt = db.execute("SELECT value FROM meta WHERE key = ?", (SALT,)).fetchone() if held else None
    if salt is None:
        return export
    rows = rows_of(export)
    out = _Leaving(db, str(salt[0]), held, rows)
    gone = out.gone()
    on = max(held.values())
    more = {hashed(str(salt[0]), key) for at in gone for key in kept_keys(rows[at])}
    _add(db, [(one, on) for one in sorted(more - held.keys())])
    return _without(export, gone) if gone else export


def _add(db: sqlite3.Connection, hashes: Sequence[tuple[str, str]]) -> None:
    db.executemany("INSERT OR IGNORE INTO forgotten VALUES (?, ?)", hashes)


class _Leaving:
    """Which rows of an import speak of forgotten people.

    A row with the profile of somebody who is still here is theirs, whatever else it says. Where an import lists a
    forgotten profile, another profile of that name is another person. A row that says a name alone speaks of the
    forgotten as long as nobody else of that name stands beside it.
    """

    def __init__(self, db: sqlite3.Connection, salt: str, held: Collection[str], rows: Sequence[Known]) -> None:
        self._salt, self._held, self._rows = salt, held, rows
        self._here = {slug for (slug,) in db.execute("SELECT DISTINCT slug FROM sighting WHERE slug IS NOT NULL")}
        self._names = {name for (name,) in db.execute("SELECT DISTINCT name_key FROM sighting")}

    def gone(self) -> set[int]:
        """Return the places of the rows to leave out."""
        found = {at for at, row in enumerate(self._rows) if not self._is_here(row) and self._any(own_keys(row))}
        apart = {row.name_key for at in found if (row := self._rows[at]).slug and row.kind in LISTED}
        found |= {
            at
            for at, row in enumerate(self._rows)
            if not self._is_here(row) and not (row.slug and row.name_key in apart) and self._any(named_keys(row))
        }
        while (wider := found | self._bearing(found)) != found:
            found = wider
        return found | self._by_name(found)

    def _bearing(self, found: Collection[int]) -> set[int]:
        """Return the rows with a profile or address that a row found bears."""
        also = {key for at in found for key in own_keys(self._rows[at])}
        rows = enumerate(self._rows) if also else ()
        return {at for at, row in rows if not self._is_here(row) and not also.isdisjoint(own_keys(row))}

    def _by_name(self, found: Collection[int]) -> set[int]:
        """Return the rows of a name alone whose only bearer is gone."""
        rows = self._rows
        beside = {
            row.name_key
            for at, row in enumerate(rows)
            if at not in found and not row.says_name_alone and (row.slug or row.kind in LISTED)
        }
        listed = {rows[at].name_key for at in found}
        return {
            at
            for at, row in enumerate(rows)
            if row.says_name_alone and row.name_key not in beside and (row.name_key in listed or self._named_alone(row))
        }

    def _named_alone(self, row: Known) -> bool:
        if not row.company and self._any((bare_key(row.name_key),)):
            return True
        return row.name_key not in self._names and self._any((alone_key(row.name_key),))

    def _is_here(self, row: Known) -> bool:
        return row.slug in self._here

    def _any(self, keys: Iterable[str]) -> bool:
        return any(hashed(self._salt, key) in self._held for key in keys)


def _without(export: Export, gone: set[int]) -> Export:
    kept = [at for at in range(len(export.sightings)) if at not in gone]
    place = {at: new for new, at in enumerate(kept)}
    listed = [one for at in sorted(gone) if f"{(one := export.sightings[at]).kind}s" in CONTACT_TABLES]
    rows, they = ("1 row is", "it was") if len(listed) == 1 else (f"{len(listed):,} rows are", "they were")
    text = f"{rows} {REASON}; {they} left out."
    if not listed:
        text = "Messages and the like of people you asked netscout to forget were left out."
    return replace(
        export,
        sources=_accounted(export, gone, listed),
        sightings=tuple(export.sightings[at] for at in kept),
        interactions=tuple(Interaction(place[one[0]], *one[1:]) for one in export.interactions if one[0] in place),
        details=tuple(one._replace(sighting=place[one.sighting]) for one in export.details if one.sighting in place),
        notes=tuple(one._replace(sighting=place[one.sighting]) for one in export.notes if one.sighting in place),
        counts=export.counts | {COUNT: len(gone), "unreadable": export.counts.get("unreadable", 0) + len(listed)},
        notices=(*export.notices, Notice("forgotten", text, count=len(listed or gone))),
        unreadable=(
            *export.unreadable,
            *(Unreadable(export.files[one.file][1], one.line, REASON) for one in listed),
        ),
    )


def _accounted(export: Export, gone: set[int], listed: Sequence[Sighting]) -> tuple[SourceFile, ...]:
    rows = Counter(export.files[one.file] for one in listed)
    contacts = Counter(export.files[one.file] for one in export.interactions if one[0] in gone)
    return tuple(
        replace(
            source, files=tuple(untaken(moved(one, rows[at, one.name]), contacts[at, one.name]) for one in source.files)
        )
        for at, source in enumerate(export.sources)
    )


def untaken(account: FileAccount, rows: int) -> FileAccount:
    """Return the account of invitations and their like with so many rows taken told as unreadable instead."""
    if not rows or "taken" not in account.counts:
        return account
    counts = dict(account.counts)
    counts["taken"] -= rows
    counts["unreadable"] = counts.get("unreadable", 0) + rows
    return replace(account, counts=counts)


def moved(account: FileAccount, rows: int, people: int = 0) -> FileAccount:
    """Return the account of a contact table with so many listed rows told as unreadable instead.

    `people` of them are taken from the count of people at least, the rest from duplicates as long as there are any.
    """
    if not rows or account.kind not in CONTACT_TABLES:
        return account
    counts = dict(account.counts)
    of_others = min(rows - people, counts.get("duplicates", 0))
    counts["duplicates"] = counts.get("duplicates", 0) - of_others
    counts["people"] = counts.get("people", 0) - (rows - of_others)
    counts["unreadable"] = counts.get("unreadable", 0) + rows
    return replace(account, counts=counts)
