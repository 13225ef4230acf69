"""What a piece of work began with: it must not bring back whom another command forgot while it went on."""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.errors import Place, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netscout.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Moment:
    """A workspace at one time: its id, how many people it holds, the last number given, and `inputs_digest`."""

    workspace: str
    people: int
    last: int
    inputs: str


def moment(ws: Workspace) -> Moment:
    """Return what the workspace is now; to be taken before the work reads anything."""
    with ws.reading() as db:
        people, last = db.execute("SELECT count(*), COALESCE(max(id), 0) FROM person").fetchone()
    return Moment(ws.id or "", int(people), int(last), inputs_digest(ws))


def ensure_since(ws: Workspace, since: Moment) -> None:
    """Refuse to go on if somebody who was there is gone: numbers are never given twice, so that counting tells.

    To be asked inside `Workspace.writing`, where nobody can go any more.

    Raises:
        StoreError: `changed-meanwhile`.
    """
    with ws.reading() as db:
        (there,) = db.execute("SELECT count(*) FROM person WHERE id <= ?", (since.last,)).fetchone()
    if there != since.people or (since.workspace and ws.id != since.workspace):
        raise StoreError(
            "people were taken out of this workspace meanwhile; nothing was written.",
            "Give the command again.",
            Place(str(ws.path)),
            code="changed-meanwhile",
        )


@contextlib.contextmanager
def held_since(ws: Workspace, since: Moment) -> Iterator[None]:
    """Keep everybody from forgetting while a file is put in place that rests on what was read since a moment.

    Raises:
        StoreError: `changed-meanwhile`, `busy`.
    """
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(ws.writing())
        except StoreError as fault:
            if not fault.is_of_reading_only:  # nobody forgets in a workspace that may only be read
                raise
        ensure_since(ws, since)
        yield


def inputs_digest(ws: Workspace) -> str:
    """Return a digest of everything stored that shapes a ranking: files loaded, labels, avoidance, events, merges."""
    with ws.reading() as db:
        loads = db.execute("SELECT id, owner, digest, export_date FROM export ORDER BY id").fetchall()
        logs = [
            db.execute(f"SELECT count(*), COALESCE(max({key}), 0) FROM {table}").fetchone()  # noqa: S608  # our own table names
            for table, key in (
                ("label", "seq"),
                ("avoid", "seq"),
                ("event", "seq"),
                ("merge_decision", "id"),
                ("apart", "decision"),
            )
        ]
        logs.append(db.execute("SELECT count(*), 0 FROM person").fetchone())
        logs += db.execute(
            "SELECT kind, alias, value FROM user_alias WHERE value <> '' ORDER BY kind, alias"
        ).fetchall()
    return hashlib.sha256(json.dumps([loads, logs]).encode()).hexdigest()[:16]
