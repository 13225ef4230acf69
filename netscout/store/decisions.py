"""What the user decided on who is who: merges of persons, and rows set apart from the person they were part of."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from netscout.model.identity import IdentityRow


def merged_numbers(db: sqlite3.Connection, aliases: dict[int, int]) -> dict[int, int]:
    """Return for each number that a merge gave up the number it is merged into; `aliases` are the rules' own.

    The newest decision on a pair holds; the first-named of a merge stays, the earlier merge before the later.
    """
    lead: dict[int, int] = {}
    for kept, given_up, _ in merges_in_force(db, aliases):
        first, second = lead.get(kept, kept), lead.get(given_up, given_up)
        if first != second:
            lead |= {second: first} | {number: first for number, held in lead.items() if held == second}
    return lead


def merges_in_force(db: sqlite3.Connection, aliases: dict[int, int]) -> list[tuple[int, int, str]]:
    """Return (number kept, number given up, day) of each merge that no later split took back, the earlier first."""
    pairs: dict[tuple[int, int], tuple[str, int, int, str]] = {}
    rows = db.execute("SELECT decision, one, other, on_day FROM merge_decision ORDER BY id")
    for decision, one, other, day in rows.fetchall():
        first, second = aliases.get(one, one), aliases.get(other, other)
        key = (min(first, second), max(first, second))
        pairs.pop(key, None)
        pairs[key] = (decision, first, second, day)
    return [(one, other, day) for decision, one, other, day in pairs.values() if decision == "merge"]


def decide(db: sqlite3.Connection, decision: str, one: int, other: int, day: str) -> None:
    """Note a `merge` of two persons (the first stays), or the `split` that takes one back."""
    db.execute(
        "INSERT INTO merge_decision (decision, one, other, on_day) VALUES (?, ?, ?, ?)", (decision, one, other, day)
    )


def set_apart(db: sqlite3.Connection, keys: Sequence[str], person: int, day: str) -> int:
    """Note that rows of these keys are a person of their own; return the number of the decision."""
    number = int(db.execute("SELECT COALESCE(max(decision), 0) + 1 FROM apart").fetchone()[0])
    db.executemany("INSERT INTO apart VALUES (?, ?, ?, ?)", ((number, key, person, day) for key in sorted(set(keys))))
    return number


def sided(db: sqlite3.Connection, rows: Sequence[IdentityRow]) -> Sequence[IdentityRow]:
    """Return the rows in order, those that the user set apart with the side of the newest decision on them."""
    sides = dict(db.execute("SELECT key, decision FROM apart ORDER BY decision"))
    if not sides:
        return rows
    return [
        row if row.kind == "owner" or (side := sides.get(row_key(row))) is None else row._replace(side=f"apart {side}")
        for row in rows
    ]


def row_key(row: IdentityRow) -> str:
    """Return a digest of what a row says of its person; another export of the same says it again.

    A profile address is one person, whatever else a row says. Without one it is the name with the day of connection,
    with the e-mail address, or with the company, in files of the same kind of the same owner.
    """
    if row.slug:
        said: list[object] = ["slug", row.slug]
    else:
        said = ["row", row.owner, row.kind, row.name_key]
        if row.connected_on:
            said += ["day", row.connected_on]
        elif row.emails:
            said += ["email", min(row.emails)]
        else:
            said += ["company", row.company.casefold()]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:32]
