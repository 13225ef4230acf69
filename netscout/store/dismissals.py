"""Proposed events that the user does not want in the log: they are not proposed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.store.ids import current_numbers, person_id, person_number

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace

    Key = tuple[str, str, str, str]


def dismiss(ws: Workspace, key: Key, *, on: str) -> None:
    """Note on day `on` that a proposal (person id, event, day, time) is not wanted.

    Raises:
        StoreError: as `Workspace.writing`.
    """
    person, *rest = key
    with ws.writing() as db:
        db.execute("INSERT OR IGNORE INTO dismissed VALUES (?, ?, ?, ?, ?)", (person_number(person), *rest, on))


def dismissals(ws: Workspace) -> set[Key]:
    """Return what was dismissed as (person id in force, event, day, time)."""
    with ws.reading() as db:
        now = current_numbers(db)
        rows = db.execute("SELECT person, event, on_day, at FROM dismissed ORDER BY person, on_day, at, event")
        return {(person_id(now.get(person, person)), event, on, at) for person, event, on, at in rows}


def take_back(ws: Workspace, key: Key) -> None:
    """Want a proposal again (raises StoreError)."""
    with ws.writing() as db:
        numbers = {number for number, lead in current_numbers(db).items() if person_id(lead) == key[0]}
        for number in sorted(numbers | {person_number(key[0]) or 0}):
            db.execute(
                "DELETE FROM dismissed WHERE person = ? AND event = ? AND on_day = ? AND at = ?", (number, *key[1:])
            )
