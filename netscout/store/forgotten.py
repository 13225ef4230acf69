"""People whom the user asked to forget stay forgotten: rows about them are left out of later imports.

Nothing of them is kept but salted hashes of the keys their rows bore.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from netscout.model.export import Interaction
from netscout.model.ledger import CONTACT_TABLES, Notice, Unreadable

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from netscout.model.export import Export, Sighting, SourceFile
    from netscout.model.ledger import FileAccount

REASON = "about a person you asked netscout to forget"
COUNT = "forgotten"
"""The word in the counts of a load under which rows left out stand."""
SALT = "forget-salt"


def keys_of(slug: str | None, emails: Iterable[str], name_key: str, company: str) -> list[str]:
    """Return what a row's person may be known again by: slug and addresses, or else name with company."""
    found = [f"slug\n{slug}"] if slug else []
    found += [f"email\n{one}" for one in emails]
    if not found and name_key:
        found.append(f"name\n{name_key}\n{company.casefold()}")
    return found


def hashed(salt: str, key: str) -> str:
    """Return what is kept of a key."""
    return hashlib.sha256(f"{salt}\n{key}".encode()).hexdigest()


def leave_out(db: sqlite3.Connection, export: Export) -> Export:
    """Return the export without the rows of forgotten people, its account telling of them; itself if there are none."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (SALT,)).fetchone()
    held = {one for (one,) in db.execute("SELECT hash FROM forgotten")} if row else set()
    if not held:
        return export
    salt = str(row[0])
    gone = {at for at, one in enumerate(export.sightings) if any(hashed(salt, key) in held for key in _keys(one))}
    return _without(export, gone) if gone else export


def _keys(one: Sighting) -> list[str]:
    return keys_of(one.slug, one.emails, one.name_key, one.company)


def _without(export: Export, gone: set[int]) -> Export:
    kept = [at for at in range(len(export.sightings)) if at not in gone]
    place = {at: new for new, at in enumerate(kept)}
    listed = [one for at in sorted(gone) if f"{(one := export.sightings[at]).kind}s" in CONTACT_TABLES]
    text = f"{len(listed):,} rows are {REASON}; they were left out."
    return replace(
        export,
        sources=_accounted(export, gone, listed),
        sightings=tuple(export.sightings[at] for at in kept),
        interactions=tuple(Interaction(place[one[0]], *one[1:]) for one in export.interactions if one[0] in place),
        details=tuple(one._replace(sighting=place[one.sighting]) for one in export.details if one.sighting in place),
        notes=tuple(one._replace(sighting=place[one.sighting]) for one in export.notes if one.sighting in place),
        counts=export.counts | {COUNT: len(gone), "unreadable": export.counts.get("unreadable", 0) + len(listed)},
        notices=(*export.notices, Notice("forgotten", text, count=len(listed))) if listed else export.notices,
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
