"""The calendar: talks and steps with their days as a file that any calendar takes in, as often as one likes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netscout.app.campaign import desk
from netscout.app.session import Session
from netscout.errors import RefusedError
from netscout.model.caps import CAPS
from netscout.model.dated import TALK, Dated

if TYPE_CHECKING:
    from netscout.model.event import Event
    from netscout.store.workspace import Workspace

NAME = "calendar.ics"


@dataclass(frozen=True, slots=True)
class Calendar:
    """What was written: the file, its entries in order, whether notes stand in it, what it replaced ("" nothing)."""

    path: Path
    entries: tuple[Dated, ...]
    private: bool
    replaced: str = ""

    @property
    def talks(self) -> int:
        """Return how many talks that hold stand in it."""
        return sum(one.kind == TALK and not one.off for one in self.entries)

    @property
    def off(self) -> int:
        """Return how many entries call something off."""
        return sum(one.off for one in self.entries)

    @property
    def steps(self) -> int:
        """Return how many steps to take stand in it."""
        return len(self.entries) - self.talks - self.off


def write_calendar(session: Session, out: Path | None, *, private: bool = False) -> Calendar:
    """Write the calendar file and return what stands in it.

    Raises:
        RefusedError: the file is to end otherwise than in .ics; nothing has a day so far.
        OutputError: the file cannot be written; an older one is kept.
        StoreError: the workspace cannot be read.
        SettingsError: `targets.toml` cannot be read.
    """
    from netscout.app.written import began, noted, replacing
    from netscout.reports.exports.ics import ics_text
    from netscout.reports.exports.writing import default_place, write

    if out is not None and out.suffix.lower() != ".ics":
        raise RefusedError("a calendar is not written to a file of this ending.", "End it in .ics.")
    since = began(session)
    with session.open() as workspace:
        entries, made_in = entries_of(session, workspace, private=private), workspace.id or ""
    if not entries:
        raise RefusedError(
            "nothing has a day so far, so there is nothing to put into a calendar.",
            "Log what happens first, for example: netscout log PERSON asked",
        )
    path = out or default_place(session.workspace, NAME)
    replaced = replacing(session, path)
    text = ics_text(entries, made_in)
    with noted(session, path, "calendar", "ics", since=since):
        write(path, text)
    return Calendar(path, tuple(entries), private, replaced)


def entries_of(session: Session, workspace: Workspace, *, private: bool = False) -> list[Dated]:
    """Return the entries of everybody, by day, time and key (raises as `write_calendar`)."""
    from netscout.app.asking import company_clock
    from netscout.campaign.dates import Whose, dates, in_order
    from netscout.campaign.fold import C6, NOTHING
    from netscout.store.events import events
    from netscout.store.people import person_of

    held = desk(session, workspace)
    logs: dict[str, list[Event]] = {}
    for one in events(workspace, all_entries=True):
        logs.setdefault(one.person, []).append(one)
    clock, wait = company_clock(session, workspace, held), held.limits.get("C7", CAPS["C7"].number)
    found: list[Dated] = []
    for person, log in logs.items():
        name = person_of(workspace, person).shown_name
        whose = Whose(person, name, log, held.besides.get(person, NOTHING), private)
        whose = replace(whose, second=wait if person in clock else 0, second_now=clock.get(person, False))
        found += dates(whose, session.today, held.days, held.limits.get("C6", C6))
    return sorted(found, key=in_order)


def as_json(done: Calendar) -> dict[str, Any]:
    """Return the payload of `calendar --json`."""
    return {
        "path": str(done.path),
        "private": done.private,
        "replaced": bool(done.replaced),
        "talks": done.talks,
        "steps": done.steps,
        "off": done.off,
        "entries": [_plain(one) for one in done.entries],
    }


def _plain(one: Dated) -> dict[str, Any]:
    return {
        "key": one.key,
        "kind": one.kind,
        "person": one.person,
        "day": one.day.isoformat(),
        "at": f"{one.at:%H:%M}" if one.at else None,
        "zone": one.zone or None,
        "minutes": one.minutes or None,
        "title": one.title,
        "sequence": one.sequence,
        "off": one.off,
    }


def upcoming(done: Calendar, today: date) -> Dated | None:
    """Return the next entry that holds, None if nothing is to come."""
    return next((one for one in done.entries if one.day >= today and not one.off), None)
