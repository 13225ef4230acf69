"""A stored list as a whole, which no command needs: what it says of everybody, and whether its inputs changed since."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from netscout.store.moment import inputs_digest
from netscout.store.owners import number_of
from netscout.version import __version__

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One stored list: `rows` by person id; `day` is when it was made, `stale` whether its inputs changed since."""

    target: str
    kind: str
    day: str
    settings: str
    version: str
    stale: bool
    rows: dict[str, dict[str, Any]]


def load(ws: Workspace, target: str, kind: str) -> Snapshot | None:
    """Return a stored list of the first owner, None if it was never made."""
    with ws.reading() as db:
        row = db.execute(
            "SELECT target, list, day, settings, version, inputs, json FROM ranking "
            "WHERE owner = ? AND target = ? AND list = ?",
            (number_of(ws, None), target, kind),
        ).fetchone()
    if row is None:
        return None
    _, _, day, settings, version, inputs, text = row
    stale = inputs != inputs_digest(ws) or version != __version__
    return Snapshot(target, kind, day, settings, version, stale, json.loads(text))
