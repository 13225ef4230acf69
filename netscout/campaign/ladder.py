"""How far requests came: of the people asked, how many answered, talked, were thanked and named somebody."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import sqrt

from netscout.model.campaign import Ladder
from netscout.model.event import Event
from netscout.model.standing import Standing

STEPS = ("asked", "answered", "talked", "thanked", "named")
ANSWERS = frozenset(("replied", "deferred", "declined", "scheduled", "confirmed", "met"))
"""Entries that tell of an answer to a request."""
UNTOLD = ("asked", "followed-up", "bounced")
"""Stages that say nothing of how people answer: an answer may still come, or the message never arrived."""
_Z = 1.6448536269514722
"""Standard deviations that hold nine times in ten."""


def ladder(
    logs: Mapping[str, Sequence[Event]], standings: Mapping[str, Standing], referrers: Collection[str], today: str
) -> Ladder:
    """Return how far the requests came up to a day, each person counted once, from their first request on.

    Args:
        logs: the entries of everybody, in any order.
        standings: where each of them stands on that day.
        referrers: who named somebody.
        today: the day, `YYYY-MM-DD`.
    """
    counts = dict.fromkeys(STEPS, 0)
    fresh = unasked = 0
    for person, log in logs.items():
        past = [one for one in log if one.on <= today]
        asked = _first(past, ("asked",))
        if not asked:
            unasked += bool(_first(past, ("met",)))
            continue
        talk = _first(past, ("met",), asked)
        reached = {
            "asked": True,
            "answered": bool(_first(past, ANSWERS, asked)),
            "talked": bool(talk),
            "thanked": bool(talk and _first(past, ("thanked",), talk)),
            "named": bool(talk and person in referrers),
        }
        for step in STEPS:
            counts[step] += reached[step]
        fresh += not reached["answered"] and standings[person].stage in UNTOLD
    settled = counts["asked"] - fresh
    low, high = interval(counts["answered"], settled)
    return Ladder(tuple(counts.items()), settled, fresh, low, high, unasked)


def interval(hits: int, of: int) -> tuple[float, float]:
    """Return the Wilson interval of a share that holds nine times in ten; (0, 1) where there is nothing to go by."""
    if not of:
        return 0.0, 1.0
    share, square = hits / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def _first(log: Sequence[Event], events: Collection[str], since: str = "") -> str:
    return min((one.on for one in log if one.event in events and one.on >= since), default="")
