"""Goodwill: how often somebody was asked lately, what they gave, what is owed to them, read from their log."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from netscout.campaign.fold import order
from netscout.model.event import Event
from netscout.model.goodwill import Goodwill
from netscout.model.standing import Standing

REMEMBERED = 180
"""Days after which a request costs nothing any more."""
UNANSWERED = frozenset(("asked", "followed-up"))
"""Stages in which an open request has no answer yet."""
_FAVOURS = frozenset(("met", "advised", "referred"))
_RETURNS = frozenset(("gave-back", "reported-back"))


def goodwill(log: Iterable[Event], standing: Standing, today: date) -> Goodwill:
    """Return what the entries of one person up to a day have cost; `standing` is what the same log comes to."""
    known = [one for one in log if one.on <= today.isoformat()]
    since = (today - timedelta(days=REMEMBERED)).isoformat()
    favours = 0
    for one in sorted(known, key=order):
        favours = max(0, favours + (one.event in _FAVOURS) - (one.event in _RETURNS))
    return Goodwill(
        sum(one.event == "asked" and one.on > since for one in known),
        standing.stage in UNANSWERED,
        favours,
        (today - standing.talk).days if standing.talk and owes_thanks(standing) else 0,
    )


def owes_thanks(standing: Standing) -> bool:
    """Return whether thanks for a talk are still to be said."""
    return standing.row == "met" or any(one.action == "thank" for one in standing.debts)
