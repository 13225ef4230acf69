"""What the user said of one person over time: labels, the lists, who named whom, advice, reflections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netscout.store.ids import current_numbers, person_id, person_number

if TYPE_CHECKING:
    import sqlite3

    from netscout.store.workspace import Workspace

_OF = {
    "labels": "SELECT on_day, label, place, source FROM label WHERE person IN ({}) ORDER BY on_day, seq",
    "kept_off": "SELECT on_day, avoid = 1 AS off, reason, source FROM avoid WHERE person IN ({}) ORDER BY on_day, seq",
    "advice": "SELECT text, due, state, closed_on, outcome FROM advice WHERE person IN ({}) ORDER BY id",
    "reflections": "SELECT on_day, energy, fit, evidence FROM reflection WHERE person IN ({}) ORDER BY on_day, id",
}
_REFERRALS = (
    "SELECT on_day, referrer, named, name, title, company, words, may_use_name, permission_on, permission_words, "
    "intro, obtained, COALESCE(event IN (SELECT retracts FROM event WHERE retracts IS NOT NULL), 0) AS taken_back "
    "FROM referral WHERE referrer IN ({0}) OR named IN ({0}) ORDER BY on_day, id"
)


def said_of(ws: Workspace, person: str) -> dict[str, list[dict[str, Any]]]:
    """Return what the user said of a person, oldest first, by kind; a kind of which there is nothing is an empty list.

    `labels` and `kept_off` hold what was taken back as well (a label of "", off of False); of `referrals` the ends
    `referrer` and `named` are person ids, None where not known, and `taken_back` says that the line counts no more.
    """
    with ws.reading() as db:
        now = current_numbers(db)
        number = person_number(person) or 0
        number = now.get(number, number)
        numbers = ", ".join(str(one) for one in sorted({number, *(old for old, new in now.items() if new == number)}))
        found = {kind: _rows(db, query.format(numbers)) for kind, query in _OF.items()}
        referrals = _rows(db, _REFERRALS.format(numbers))
    for one in referrals:
        for end in ("referrer", "named"):
            one[end] = None if one[end] is None else person_id(now.get(one[end], one[end]))
        one["taken_back"] = bool(one["taken_back"])
    for off in found["kept_off"]:
        off["off"] = bool(off["off"])
    return {**found, "referrals": referrals}


def _rows(db: sqlite3.Connection, query: str) -> list[dict[str, Any]]:
    cursor = db.execute(query)
    names = ["on" if one[0] == "on_day" else one[0] for one in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
