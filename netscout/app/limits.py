"""What the limits say beside a draft: why to ask nobody today, and which days hold talks enough."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from netscout.app.campaign import Desk, desk, workdays
from netscout.campaign.asking import bite_words, offer_words, thanks_words
from netscout.campaign.caps import Campaign, bites, day_bites
from netscout.lang import texts

if TYPE_CHECKING:
    from netscout.app.pipeline import Study
    from netscout.app.session import Session
    from netscout.model.event import Event
    from netscout.model.standing import Standing
    from netscout.store.workspace import Workspace

_ALL = ("C3", "C4")
"""Limits that stand against asking anybody."""
_OFFER = frozenset(("schedule", "reschedule"))
"""Steps for which the user offers days."""


def pauses(found: Study) -> tuple[str, ...]:
    """Return in sentences why not to ask anybody today, gratitude first; nothing to go ahead."""
    standings, today = found.said.standings, found.session.today
    if not standings:
        return ()
    owed = [
        person
        for person, one in sorted(standings.items())
        if one.talk
        and any(step.action == "thank" and step.status(today) == "overdue" for step in (one.step, *one.debts))
    ]
    campaign = Campaign(standings, {}, workdays(found.plan), found.plan.limits)
    names = {one: name for one, name in zip(found.people["id"], found.people["name"], strict=True) if name}
    held = [bite_words(one, names) for one in bites("", campaign, today) if one.cap in _ALL]
    return tuple(one for one in (thanks_words(owed, names), *held) if one)


def full_day_words(session: Session, workspace: Workspace, entry: Event) -> str:
    """Return in a sentence that the day of a talk held enough of them already; "" where it did not, or is over."""
    if entry.event != "scheduled" or entry.for_day is None or entry.for_day < session.today.isoformat():
        return ""
    held = desk(session, workspace)
    day = date.fromisoformat(entry.for_day)
    bite = day_bites(_campaign(held, held.standings()), day, entry.person).get(day)
    return f"{bite_words(bite, _shown(workspace, bite.people))} {texts('asking')['full.note']}" if bite else ""


def days_to_leave(workspace: Workspace, held: Desk, standings: Mapping[str, Standing]) -> list[str]:
    """Return in sentences which days not to offer, as they hold talks enough; none where nobody waits for days."""
    steps = [one.step for one in standings.values() if one.step.action in _OFFER]
    if not any(one.status(held.today) in ("due", "overdue") for one in steps):
        return []
    found = day_bites(_campaign(held, standings), held.today)
    return [offer_words(day, one, _shown(workspace, one.people)) for day, one in found.items()]


def _campaign(held: Desk, standings: Mapping[str, Standing]) -> Campaign:
    return Campaign(standings, {}, held.days, held.limits)


def _shown(workspace: Workspace, people: tuple[str, ...]) -> dict[str, str]:
    from netscout.store.people import person_of

    return {one: person_of(workspace, one).shown_name for one in people}
