"""What was known when a request was made: kept beside the entry of the log, so that it can be held against the answer.

Kept as a note of a theme of its own, on the day of the entry; where the entry was taken back, nothing asks for it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from netscout.model.yields import Made
from netscout.store.notes import add, all_notes

if TYPE_CHECKING:
    from netscout.model.event import Event
    from netscout.store.workspace import Workspace

ASKED = "log:asked"
"""Theme of what was known at a request."""


def keep_made(ws: Workspace, entry: Event, made: Made) -> None:
    """Keep what was known at a request (raises StoreError)."""
    known: dict[str, Any] = {"target": made.target, "mode": made.mode, "list": made.list, "p": made.chance}
    known |= {"strength": made.strength} | ({"moved": made.moved} if made.moved else {})
    add(ws, entry.person, ASKED, json.dumps(known, ensure_ascii=False, sort_keys=True), on=entry.on)


def all_made(ws: Workspace) -> dict[str, dict[str, Made]]:
    """Return what was known at requests, by person and day; of several of one day the last (raises StoreError)."""
    found: dict[str, dict[str, Made]] = {}
    for one in all_notes(ws):
        if one.theme == ASKED and (known := _read(one.text)):
            found.setdefault(one.person, {})[one.on] = _made(known)
    return found


def _made(known: dict[str, Any]) -> Made:
    chance, moved = (_number(known.get(key)) for key in ("p", "moved"))
    target, mode, kind, strength = (str(known.get(key) or "") for key in ("target", "mode", "list", "strength"))
    return Made(target, mode, kind, strength, chance if chance is not None and 0 <= chance <= 1 else None, moved or 0.0)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _read(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
