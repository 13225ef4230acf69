"""The paper for a session with a counsellor: lists, agenda, funnel, and the sheets of the talks that are fixed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from netscout.app.session import Session
from netscout.model.handout import Handout, Noted
from netscout.reports.cleaning import without_addresses

if TYPE_CHECKING:
    from netscout.model.event import Event
    from netscout.model.ranking import RankedList
    from netscout.model.sheet import Sheet
    from netscout.model.standing import Line, Standing
    from netscout.store.workspace import Workspace

_FIXED = ("scheduled", "confirmed")
_WAITING = 2
"""Place of those waited for among the parts of the agenda."""


def handout(session: Session, target: str | None = None, count: int = 10, *, private: bool = False) -> Handout:
    """Return the paper of a session; only if `private` with notes, of talks too: goal, findings, place, what is open.

    Raises:
        SettingsError: there is no target of that name.
        StoreError: the workspace cannot be read.
    """
    from netscout.app.campaign import desk
    from netscout.app.options import RankOptions
    from netscout.app.rank import rank
    from netscout.app.stats import yields_of
    from netscout.app.today import today
    from netscout.store.owners import default_owner

    plan = session.plan()
    aim = plan.target(target)
    ranking = rank(session, RankOptions(target=target, count=count), explain_all=True)
    agenda = today(session)
    with session.open() as workspace:
        held = desk(session, workspace)
        standings = held.standings()
        steps = yields_of(workspace, held).steps
        owner = default_owner(workspace)
        lists = tuple(_placed(one, count) for one in ranking.lists)
        shown = {row.id for one in lists for row in one.rows}
        notes = _noted(workspace, shown) if private else ()
        talks = tuple(_talks(workspace, held.logs, standings, session.today))
    parts = (agenda.agenda.now, agenda.agenda.soon, agenda.agenda.waiting)
    now, soon, waiting = (
        tuple(without_addresses(agenda.told(one, session.today)) for one in part if _is_open(one, place))
        for place, part in enumerate(parts)
    )
    return Handout(
        plan.me.name or (owner.owner.name if owner else ""),
        session.today.isoformat(),
        aim.name if aim else "",
        aim.mode if aim else "",
        count,
        lists,
        tuple(steps),
        now,
        soon,
        waiting,
        talks,
        _sheets(session, standings, target, private=private),
        notes,
        private,
    )


def _is_open(one: Line, place: int) -> bool:
    """Return whether a line belongs where the agenda has it: with a talk fixed, no answer is waited for."""
    return place < _WAITING or one.standing.stage not in _FIXED


def _talks(
    workspace: Workspace, logs: Mapping[str, Sequence[Event]], standings: Mapping[str, Standing], today: date
) -> Iterator[tuple[str, str]]:
    """Yield the name and the day, with the time, of the talks that are fixed for today or later, the next first."""
    from netscout.campaign.talks import talks
    from netscout.campaign.workdays import Workdays
    from netscout.model.days import long_day
    from netscout.store.people import person_of

    for person in _coming(standings, today):
        last = talks(logs[person], today, Workdays())[-1]
        time = f", {last.at:%H:%M}" if last.at else ""
        name = f"{person_of(workspace, person).shown_name} ({person})"
        yield name, f"{long_day(last.day)}{time}"


def _coming(standings: Mapping[str, Standing], today: date) -> list[str]:
    """Return with whom a talk is fixed for today or later, the next first."""
    fixed = [(one.meeting, person) for person, one in standings.items() if one.stage in _FIXED and one.meeting]
    return [person for day, person in sorted(fixed) if day >= today]


def _placed(one: RankedList, count: int) -> RankedList:
    """Return a list with its places alone, no address or number in any text."""
    rows = tuple(without_addresses(row) for row in one.chosen[:count])
    return replace(one, rows=rows, note=without_addresses(one.note))


def _sheets(
    session: Session, standings: Mapping[str, Standing], target: str | None, *, private: bool
) -> tuple[Sheet, ...]:
    """Return the sheets of the talks that are fixed for today or later, the next first."""
    from netscout.app.prep import PrepWish, talk_sheet

    coming = _coming(standings, session.today)
    made = (talk_sheet(session, person, PrepWish(target=target), noted=private) for person in coming)
    return tuple(without_addresses(one) for one in made)


def _noted(workspace: Workspace, shown: Collection[str]) -> tuple[Noted, ...]:
    """Return what was noted on those shown and on everybody of the log, oldest first, undated notes before."""
    from netscout.store.details import notes
    from netscout.store.events import events
    from netscout.store.notes import all_notes
    from netscout.store.people import person_of

    found: dict[str, list[tuple[str, str]]] = {}
    log = events(workspace)
    logged = {one.person for one in log}
    typed = [(one.person, one.on, one.text) for one in all_notes(workspace) if ":" not in one.theme]
    held = notes(workspace).items()
    files = [(person, one.on or "", one.text) for person, each in held for one in each if one.source == "file"]
    for person, on, text in (*files, *typed):
        if person in shown or person in logged:
            found.setdefault(person, []).append((on, text))
    for event in log:
        if event.note:
            found.setdefault(event.person, []).append((event.on, f"{event.event}: {event.note}"))
    return tuple(
        Noted(person, person_of(workspace, person).shown_name, tuple(sorted(found[person], key=lambda one: one[0])))
        for person in sorted(found, key=lambda one: (len(one), one))
    )
