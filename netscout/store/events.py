"""The campaign's log: entries are appended and never rewritten; a retraction is an entry of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netscout.errors import RefusedError
from netscout.model.event import Event
from netscout.store.ids import current_numbers, person_id, person_number
from netscout.store.people import person_of

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace

RETRACTED = "retracted"
_COLUMNS = "person, event, on_day, for_day, at, zone, minutes, note, retracts, source, logged_on"


def append_event(ws: Workspace, event: Event) -> Event:
    """Append an entry and return it with its sequence number and the id its person has now.

    Raises:
        UnknownPersonError: nobody has this id.
        StoreError: as `Workspace.writing`.
    """
    number = person_number(person_of(ws, event.person).id) or 0
    with ws.writing() as db:
        seq = db.execute(
            f"INSERT INTO event ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  # our own column names
            (
                *(number, event.event, event.on, event.for_day, event.at, event.zone, event.minutes, event.note),
                *(event.retracts, event.source, event.logged_on),
            ),
        ).lastrowid
    return _event((seq or 0, number, *_values(event)), number)


def events(ws: Workspace, person: str | None = None, *, all_entries: bool = False) -> list[Event]:
    """Return the log of everybody or of one person, in the order of logging.

    Entries that were taken back, and the retractions themselves, are left out unless `all_entries`.
    """
    with ws.reading() as db:
        now = current_numbers(db)
        rows = db.execute(f"SELECT seq, {_COLUMNS} FROM event ORDER BY seq").fetchall()  # noqa: S608  # our own column names
    found = [_event(row, now.get(row[1], row[1])) for row in rows]
    taken_back = {one.retracts for one in found if one.retracts is not None}
    number = person_number(person) if person is not None else None
    wanted = None if person is None else person_id(now.get(number or 0, number or 0))
    return [
        one
        for one in found
        if (wanted is None or one.person == wanted)
        and (all_entries or (one.event != RETRACTED and one.seq not in taken_back))
    ]


def is_begun(ws: Workspace) -> bool:
    """Return whether a campaign has begun: something was logged, or somebody named."""
    with ws.reading() as db:
        return bool(db.execute("SELECT EXISTS (SELECT 1 FROM event) OR EXISTS (SELECT 1 FROM referral)").fetchone()[0])


def retract(ws: Workspace, seq: int | None = None, *, on: str, logged_on: str = "") -> Event:
    """Take back an entry (the last one by default) and return it; both stay in the log.

    Raises:
        RefusedError: there is no such entry, or it was taken back before.
        StoreError: as `Workspace.writing`.
    """
    standing = {one.seq: one for one in events(ws)}
    found = standing.get(max(standing, default=0) if seq is None else seq)
    if found is None:
        raise RefusedError("there is no such entry to take back.", "See the log with `netscout show PERSON`.")
    append_event(ws, Event(found.person, RETRACTED, on, retracts=found.seq, logged_on=logged_on or on))
    return found


def _values(event: Event) -> tuple[str | int | None, ...]:
    return (
        *(event.event, event.on, event.for_day, event.at, event.zone, event.minutes, event.note),
        *(event.retracts, event.source, event.logged_on),
    )


def _event(row: tuple[Any, ...], person: int) -> Event:
    seq, _, event, on, for_day, at, zone, minutes, note, retracts, source, logged_on = row
    return Event(person_id(person), event, on, for_day, at, zone, minutes, note, retracts, source, logged_on, seq)
