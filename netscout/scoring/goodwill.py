"""Goodwill: what asking has cost so far, what is owed, and which requests still run, read from the user's own log.

The log holds dated facts; everything here follows from those up to a day. Points: `Settings.ask_points` for each
request of the last 180 days, `open_ask_points` while one waits for an answer, `favour_points` for each favour not yet
returned, at most `favour_points_most`; all guesses.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netscout.model.event import Event
    from netscout.settings import Settings

REMEMBERED = 180
"""Days after which a request costs nothing any more."""
WAITS = 28
"""Days (20 working days) without news from which a request no longer runs."""
DEFERRED = 90
"""Days after which "not now" may be taken up again where no day was named."""
_REQUESTS = frozenset(("asked", "followed-up"))
_UNDER_WAY = frozenset(("replied", "scheduled", "confirmed", "cancelled", "missed"))
_ENDS = {"declined": "declined", "deferred": "deferred", "closed": "closed", "do-not-contact": "do-not-contact"}
_FREES = frozenset(("met", "bounced", "heard-from", "reopened"))
_FAVOURS = frozenset(("met", "advised", "referred"))
_RETURNS = frozenset(("gave-back", "reported-back"))


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand with one person; days are `YYYY-MM-DD`, "" for none.

    `stage` is "" (free to ask), asked (no answer yet), running (answered, under way), declined, deferred, closed or
    do-not-contact; `on` the day it began, `until` the day from which a request no longer runs, or "not now" is over.
    `asks` are the days of all requests, `favours` those not yet returned, `owes_since` that of a talk without thanks.
    """

    today: str
    stage: str = ""
    on: str = ""
    until: str = ""
    asks: tuple[str, ...] = ()
    favours: int = 0
    owes_since: str = ""

    @property
    def recent(self) -> int:
        """Return how many requests of the last 180 days there were."""
        return sum(_days(day, self.today) < REMEMBERED for day in self.asks)

    @property
    def runs(self) -> bool:
        """Return whether a request is open: asked or under way, with news in the last 20 working days."""
        return self.stage in ("asked", "running") and self.today < self.until

    @property
    def waits(self) -> bool:
        """Return whether an open request has no answer yet."""
        return self.stage == "asked" and self.runs

    @property
    def owes(self) -> int:
        """Return for how many days thanks have been owed; 0 if none are."""
        return _days(self.owes_since, self.today) if self.owes_since else 0

    def points(self, settings: Settings) -> float:
        """Return the points of goodwill spent."""
        favours = min(settings.favour_points * self.favours, settings.favour_points_most)
        return settings.ask_points * self.recent + settings.open_ask_points * self.waits + favours


def standings(events: Iterable[Event], today: date) -> dict[str, Standing]:
    """Return the standing of everybody named in the log, from the entries up to today in any order."""
    out: dict[str, Standing] = {}
    day = today.isoformat()
    for one in sorted(events, key=lambda one: (one.on, one.at or "~", one.seq)):
        if one.on <= day:
            out[one.person] = _after(out.get(one.person, Standing(day)), one)
    return out


def _after(now: Standing, one: Event) -> Standing:
    """Return the standing after one more entry; nobody who is never to be written to is freed but by `reopened`."""
    what = one.event
    if now.stage == "do-not-contact" and what != "reopened":
        return now
    counted = replace(
        now,
        asks=(*now.asks, one.on) if what == "asked" else now.asks,
        favours=max(0, now.favours + (what in _FAVOURS) - (what in _RETURNS)),
        owes_since=one.on if what == "met" else "" if what == "thanked" else now.owes_since,
    )
    if what in _REQUESTS:
        on = one.on if what == "asked" or not now.on else now.on
        return replace(counted, stage="asked", on=on, until=_later(one.on, WAITS))
    if what in _UNDER_WAY:
        return replace(counted, stage="running", on=one.on, until=_later(one.for_day or one.on, WAITS))
    if what in _ENDS:
        until = one.for_day or _later(one.on, DEFERRED) if what == "deferred" else ""
        return replace(counted, stage=_ENDS[what], on=one.on, until=until)
    return replace(counted, stage="", on="", until="") if what in _FREES else counted


def _days(since: str, until: str) -> int:
    return (date.fromisoformat(until) - date.fromisoformat(since)).days


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
