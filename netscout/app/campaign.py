"""The campaign as it stands: the log of everybody folded up to a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from netscout.app.session import Session
from netscout.campaign.fold import fold
from netscout.campaign.words import action_words, rest_words, stage_words, urgency_words, warning_words
from netscout.campaign.workdays import Workdays
from netscout.model.event import Event
from netscout.model.person import Person
from netscout.model.standing import Standing
from netscout.settings import Plan

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry that was logged or taken back, with where it leaves things; `warnings` are the codes it called for."""

    person: Person
    entry: Event
    standing: Standing
    warnings: tuple[str, ...] = ()


def outlook(standing: Standing, today: date) -> list[str]:
    """Return in sentences where things stand and what comes next."""
    steps = [(one, urgency_words(one, today)) for one in (standing.step, *standing.sides)]
    now = f"Now: {stage_words(standing)}. {rest_words(standing)}".strip()
    return [now, *(f"Next: {action_words(one, standing)}, {urgency}." for one, urgency in steps if urgency)]


def notes(warnings: Sequence[str]) -> list[str]:
    """Return in sentences which rules an entry broke."""
    return [f"Note: {warning_words(one)}." for one in warnings]


def workdays(plan: Plan) -> Workdays:
    """Return the business days that `targets.toml` says."""
    return Workdays(plan.calendar.weekend, plan.calendar.holidays)


def standing_of(session: Session, workspace: Workspace, person: str) -> Standing:
    """Return how things stand with one person today."""
    from netscout.store.events import events

    return fold(events(workspace, person), session.today, workdays(session.plan()))
