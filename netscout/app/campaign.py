"""The campaign as it stands: the log of everybody folded up to a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from netscout.app.session import Session
from netscout.campaign.beside import besides
from netscout.campaign.fold import C6, NOTHING, fold
from netscout.campaign.words import action_words, rest_words, stage_words, urgency_words, warning_words
from netscout.campaign.workdays import Workdays
from netscout.model.event import Event
from netscout.model.notes import ANSWERS, CADENCES
from netscout.model.person import Person
from netscout.model.referral import Decision, Referral
from netscout.model.standing import Beside, Standing
from netscout.settings import Plan

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace


_FRESH = 7
"""Days for which thanks for a "not now" are fresh."""


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry that was logged or taken back, with where it leaves things.

    `warnings` are the codes it called for, `full_day` the sentence on a day that holds talks enough, "" where it does
    not.
    """

    person: Person
    entry: Event
    standing: Standing
    warnings: tuple[str, ...] = ()
    full_day: str = ""

    @property
    def thanks_for_later(self) -> bool:
        """Return whether this is a "not now" that came a moment ago: worth a word of thanks, though none is owed."""
        heard = date.fromisoformat(self.entry.logged_on or self.entry.on) - date.fromisoformat(self.entry.on)
        return self.entry.event == "deferred" and self.standing.stage == "deferred" and heard.days <= _FRESH


def outlook(standing: Standing, today: date) -> list[str]:
    """Return in sentences where things stand and what comes next."""
    steps = [(one, urgency_words(one, today)) for one in (standing.step, *standing.sides)]
    now = f"Now: {stage_words(standing)}. {rest_words(standing)}".strip()
    return [now, *(f"Next: {action_words(one, standing)}, {urgency}." for one, urgency in steps if urgency)]


def notes(warnings: Sequence[str], full_day: str = "") -> list[str]:
    """Return in sentences which rules an entry broke, and that it fills a day."""
    told = [f"Note: {warning_words(one)}." for one in warnings]
    return [*told, f"Note: {full_day}"] if full_day else told


def workdays(plan: Plan) -> Workdays:
    """Return the business days that `targets.toml` says."""
    return Workdays(plan.calendar.weekend, plan.calendar.holidays)


def standing_of(session: Session, workspace: Workspace, person: str) -> Standing:
    """Return how things stand with one person today."""
    held = desk(session, workspace)
    return held.standing(person)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything of the campaign on one desk, by person id: logs in the order of logging, what stands beside them.

    `limits` are those on asking that were set, by their id in CAPS.
    """

    logs: Mapping[str, Sequence[Event]]
    besides: Mapping[str, Beside]
    referrals: Sequence[Referral]
    days: Workdays
    today: date
    limits: Mapping[str, int] = field(default_factory=dict)

    def standing(self, person: str) -> Standing:
        """Return how things stand with one person; `listed` where nothing is logged."""
        beside = self.besides.get(person, NOTHING)
        return fold(self.logs.get(person, ()), self.today, self.days, beside, self.limits.get("C6", C6))

    def standings(self) -> dict[str, Standing]:
        """Return how things stand with everybody of the log."""
        return {person: self.standing(person) for person in self.logs}


def desk(session: Session, workspace: Workspace, log: Iterable[Event] | None = None) -> Desk:
    """Read the campaign of an open workspace; `log` stands in for the entries it holds, later ones are left out.

    Raises:
        StoreError: the workspace cannot be read.
        SettingsError: `targets.toml` cannot be read.
    """
    from netscout.store.events import events
    from netscout.store.notes import CADENCE, all_notes
    from netscout.store.referrals import decisions, referrals

    logs: dict[str, list[Event]] = {}
    day = session.today.isoformat()
    for one in events(workspace) if log is None else log:
        if one.on <= day:
            logs.setdefault(one.person, []).append(one)
    plan, ledger, notes = session.plan(), referrals(workspace), all_notes(workspace)
    kept = {str(days): days for days in CADENCES.values() if days is not None}
    cadences = {one.person: kept[one.text] for one in notes if one.theme == CADENCE and one.text in kept}
    noted: dict[str, list[str]] = {}
    for note in notes:
        if ":" not in note.theme:
            noted.setdefault(note.person, []).append(note.on)
    known_targets = {one.name for one in plan.targets}  # nobody is told of a target that was removed
    last = {one.target: one for one in decisions(workspace) if one.answer in ANSWERS and one.target in known_targets}
    decided = _to_be_told(workspace, plan, logs, list(last.values()))
    return Desk(
        logs, besides(logs, ledger, decided, cadences, noted), ledger, workdays(plan), session.today, plan.limits
    )


def _to_be_told(
    workspace: Workspace, plan: Plan, logs: Mapping[str, Sequence[Event]], decisions: Sequence[Decision]
) -> dict[str, list[str]]:
    """Return by person the day of the decision about the target they were met for, up to that day.

    That is the target their request was made for, where one was noted; else the one whose lists they stand on.
    """
    from netscout.app.aims import aims
    from netscout.store.asked import all_made

    first = {person: min((e.on for e in log if e.event == "met"), default="") for person, log in logs.items()}
    met = [person for person, on in first.items() if on] if decisions else []
    goals, made = aims(workspace, plan.targets, met), all_made(workspace) if met else {}
    asked = {person: {one.target for one in made.get(person, {}).values() if one.target} for person in met}
    found: dict[str, list[str]] = {}
    for one in decisions:
        for person in met:
            if one.target in (asked[person] or {goals.get(person, "")}) and first[person] <= one.on:
                found.setdefault(person, []).append(one.on)
    return found
