"""Today: what to do now in the campaign, with how to do it, and whom to ask next; light enough for every morning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from netscout.app.asking import next_asks
from netscout.app.campaign import Desk, desk
from netscout.app.limits import days_to_leave
from netscout.app.session import Session
from netscout.campaign.agenda import agenda
from netscout.campaign.doing import doing
from netscout.campaign.words import action_words, stage_words, urgency_words
from netscout.lang import fill, texts
from netscout.model.agenda import Doing, NextAsks
from netscout.model.standing import Agenda, Line, Standing

if TYPE_CHECKING:
    from netscout.model.referral import Referral
    from netscout.store.workspace import Workspace

_FIXED = ("scheduled", "confirmed")
_BEFORE = ("confirm", "meet")
_AGREED = ("replied", "arranging", "slipped", *_FIXED)


@dataclass(frozen=True, slots=True)
class Today:
    """The agenda with the names of its people; `proposals` counts what newer messages tell of, `logged` people.

    `help` has what helps with each step, `asks` whom to ask next, `hints` sentences with the command that helps,
    `hours` by person at what time a talk that is fixed begins, where the log says so.
    """

    agenda: Agenda
    names: Mapping[str, str]
    proposals: int
    logged: int
    asks: NextAsks = field(default_factory=NextAsks)
    help: Mapping[Line, Doing] = field(default_factory=dict)
    hints: tuple[tuple[str, str], ...] = ()
    hours: Mapping[str, str] = field(default_factory=dict)

    def told(self, one: Line, day: date) -> str:
        """Return a line of the agenda in a sentence."""
        what = f"{self.names[one.person]} ({one.person}): {action_words(one.step, one.standing)}"
        is_own = one.step == one.standing.step and one.standing.asking
        where = f"; {stage_words(one.standing)}" if is_own and one.step.action != "meet" else ""
        hour = self.hours.get(one.person, "") if is_own and one.step.action in _BEFORE else ""
        at = f" at {hour}" if hour else ""
        if where:
            return f"{what}, {urgency_words(one.step, day)}{where}{at}."
        return f"{what}, {urgency_words(one.step, day)}{at}."

    @property
    def owes(self) -> bool:
        """Return whether thanks or reports are overdue: gratitude comes before new requests."""
        return any(
            one.status == "overdue" and one.step.action in ("thank", "report-back", "tell-decision")
            for one in self.agenda.now
        )


def today(session: Session) -> Today:
    """Return what is to be done today.

    Raises:
        StoreError: the workspace cannot be read.
        SettingsError: `targets.toml` cannot be read.
    """
    from netscout.app.proposals import read

    with session.open() as workspace:
        held = desk(session, workspace)
        standings = held.standings()
        found = agenda(standings, session.today)
        people = {one.person for one in (*found.now, *found.soon, *found.waiting, *found.fixed)}
        return Today(
            found,
            _names(workspace, people),
            len(read(session, workspace)),
            len(held.logs),
            next_asks(session, workspace, held, standings),
            {one: doing(one, held.logs[one.person], _waiting(workspace, held, one)) for one in found.now},
            (
                *_openness(session, workspace, held, standings),
                *((one, "") for one in days_to_leave(workspace, held, standings)),
                *_hints(workspace, standings),
            ),
            _hours(held, standings),
        )


def _hours(held: Desk, standings: Mapping[str, Standing]) -> dict[str, str]:
    found: dict[str, str] = {}
    for person, one in standings.items():
        for entry in held.logs[person] if one.meeting else ():
            if entry.event == "scheduled" and one.meeting and entry.for_day == one.meeting.isoformat():
                found[person] = (entry.at or "")[:5]
    return found


def _names(workspace: Workspace, people: set[str]) -> dict[str, str]:
    from netscout.store.people import person_of

    return {one: person_of(workspace, one).shown_name for one in sorted(people)}


def _waiting(workspace: Workspace, held: Desk, line: Line) -> list[tuple[Referral, str]]:
    """Return whom somebody named and nobody wrote to yet, with the name to show."""
    from netscout.errors import UnknownPersonError
    from netscout.store.people import person_of

    found: dict[str, tuple[Referral, str]] = {}
    for one in held.referrals:
        begun = any(entry.event in ("asked", "met") and entry.on >= one.on for entry in held.logs.get(one.named, ()))
        if one.referrer != line.person or begun:
            continue
        try:
            found[one.named or one.name] = (one, person_of(workspace, one.named).shown_name if one.named else one.name)
        except UnknownPersonError:
            found[one.named or one.name] = (one, one.name)
    return list(found.values())


def _openness(
    session: Session, workspace: Workspace, held: Desk, standings: Mapping[str, Standing]
) -> Iterator[tuple[str, str]]:
    """Yield for whom the aim has changed since they were asked, and they agreed to talk: nobody is to be misled."""
    from netscout.store.asked import all_made
    from netscout.store.people import person_of

    modes = {one.name: one.mode for one in session.plan().targets}
    made = all_made(workspace)
    for person, one in standings.items():
        known = made.get(person, {})
        asked = [known[entry.on] for entry in held.logs[person] if entry.event == "asked" and entry.on in known]
        now = modes.get(asked[-1].target, "") if asked else ""
        if one.stage in _AGREED and now and asked[-1].mode not in ("", now):
            name = person_of(workspace, person).shown_name
            yield fill(texts("doing")[f"hint.{now}"], {"name": f"{name} ({person})"}), ""


def _hints(workspace: Workspace, standings: Mapping[str, Standing]) -> tuple[tuple[str, str], ...]:
    """Return what else helps: before the first talk of all, a rehearsal."""
    from netscout.store.notes import REHEARSAL, themed

    if any(one.talks for one in standings.values()):
        return ()
    coming = sorted(
        (one.meeting, person)
        for person, one in standings.items()
        if one.stage in _FIXED and one.meeting and not one.row.endswith("-past")
    )
    if not coming or any(REHEARSAL in themed(workspace, person) for _, person in coming):
        return ()
    return ((texts("doing")["hint.practice"], f"netscout practice {coming[0][1]}"),)
