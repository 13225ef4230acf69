"""The referral ledger and the user's decisions, as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.model.referral import Decision, Referral
from netscout.store.ids import current_numbers, person_id, person_number

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace

_COLUMNS = (
    "referrer, named, name, on_day, title, company, COALESCE(slug, ''), words, may_use_name, "
    "COALESCE(permission_on, ''), permission_words, intro, event, id"
)


def referrals(ws: Workspace) -> list[Referral]:
    """Return every line of the ledger that was not taken back, in the order written (raises StoreError).

    A line is taken back with the entry of the log that it belongs to; persons that were merged have the id of now, and
    one that was forgotten is "".
    """
    with ws.reading() as db:
        now = current_numbers(db)
        rows = db.execute(
            f"SELECT {_COLUMNS} FROM referral "  # noqa: S608  # our own column names
            "WHERE event IS NULL OR event NOT IN (SELECT retracts FROM event WHERE retracts IS NOT NULL) ORDER BY id"
        ).fetchall()
    return [Referral(_current(row[0], now), _current(row[1], now), *row[2:]) for row in rows]


def add_referral(ws: Workspace, line: Referral, *, logged_on: str) -> None:
    """Append a line to the ledger; nothing that stands there is rewritten (raises StoreError)."""
    ends = (person_number(line.referrer), person_number(line.named))
    with ws.writing() as db:
        db.execute(
            "INSERT INTO referral (event, referrer, named, name, title, company, slug, on_day, words, may_use_name, "
            "permission_on, permission_words, intro, logged_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(line.event, *ends, line.name, line.title, line.company, line.slug or None, line.on, line.words),
                *(line.permission, line.permission_on or None, line.permission_words, line.intro, logged_on),
            ),
        )


def decisions(ws: Workspace) -> list[Decision]:
    """Return what the user decided about targets, in the order written (raises StoreError)."""
    with ws.reading() as db:
        rows = db.execute("SELECT target, answer, on_day, why FROM decision ORDER BY id").fetchall()
    return [Decision(*row) for row in rows]


def _current(number: int | None, now: dict[int, int]) -> str:
    return "" if number is None else person_id(now.get(number, number))
