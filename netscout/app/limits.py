"""What stands against asking anybody at all today: limits of the whole campaign, and thanks that are overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.app.campaign import workdays
from netscout.campaign.asking import bite_words, thanks_words
from netscout.campaign.caps import Campaign, bites

if TYPE_CHECKING:
    from netscout.app.pipeline import Study

_ALL = ("C3", "C4")
"""Limits that stand against asking anybody."""


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
