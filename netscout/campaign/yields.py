"""How the asking went: what became of each request, shares with their intervals, what was expected and what came."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median

from netscout.campaign.fold import order
from netscout.lang import fill, texts
from netscout.model.event import Event
from netscout.model.yields import Made, Rate, Request, Yields

Z90 = 1.6448536269514722
"""The two-sided 90 % point of the normal distribution."""
FEW = 5
"""Requests from which a share is worth comparing."""
LEARN_FROM = 30
"""Finished requests from which one's own answers may move the base of the chance."""
PRIOR = 10.0
"""With how many requests the guess counts against one's own; a guess."""
SHIFT_MOST = 1.0
"""The most that one's own answers move the logit; a guess."""
GROUPS = ("list", "strength", "source", "channel", "company")
CHANNELS = ("note", "message", "email", "call", "card")
_ANSWERS = ("replied", "deferred", "declined", "scheduled", "confirmed", "met")
_YES = ("replied", "scheduled", "confirmed", "met")


def requests(person: str, log: Iterable[Event], made: Mapping[str, Made], *, running: bool) -> list[Request]:
    """Return the requests to one person, oldest first.

    A request ends where the next begins; `made` has what was known at each by its day, `running` says
    whether the last is still open.
    """
    entries = sorted(log, key=order)
    starts = [place for place, one in enumerate(entries) if one.event == "asked"]
    found = []
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(entries)
        known = made.get(entries[start].on, Made())
        found.append(_request(person, entries[start:end], known, running=running and end == len(entries)))
    return found


def _request(person: str, entries: Sequence[Event], known: Made, *, running: bool) -> Request:
    first = entries[0]
    events = [one.event for one in entries]
    answer = next((one for one in entries if one.event in _ANSWERS), None)
    words = first.note.casefold().replace(",", " ").split()
    return Request(
        person,
        first.on,
        known.list,
        known.strength,
        channel=next((one for one in CHANNELS if one in words), ""),
        chance=known.chance,
        answered=answer is not None,
        yes=any(one in _YES for one in events),
        met="met" in events,
        days=(date.fromisoformat(answer.on) - date.fromisoformat(first.on)).days if answer else None,
        running=running and answer is None,
    )


def yields(
    made: Sequence[Request], steps: Sequence[tuple[str, int]], names: int, talks: int, groups: Sequence[str] = GROUPS
) -> Yields:
    """Return how the asking went.

    Args:
        made: every request, in any order.
        steps: (key, people) of the funnel.
        names: how many were named by others.
        talks: how many talks there were.
        groups: by which fields of a request shares are told.
    """
    told = [one for one in made if not one.running]
    rates = [_rate("all", "", told)]
    for group in groups:
        keys = sorted({getattr(one, group) for one in told})
        rows = [_rate(group, key, [one for one in told if getattr(one, group) == key]) for key in keys]
        rates += sorted(rows, key=lambda one: (-one.asked, one.key)) if len(rows) > 1 else []
    chances = [one for one in told if one.chance is not None]
    expected = sum(one.chance or 0.0 for one in chances)
    spread = math.sqrt(sum((one.chance or 0.0) * (1.0 - (one.chance or 0.0)) for one in chances))
    days = [one.days for one in told if one.days is not None]
    return Yields(
        tuple(steps),
        tuple(rates),
        len(made) - len(told),
        names,
        talks,
        median(days) if days else None,
        len(chances),
        expected,
        spread,
        sum(one.answered for one in chances),
        _hint(rates),
    )


def wilson(hits: int, count: int, z: float = Z90) -> tuple[float, float]:
    """Return the interval of a share of `hits` in `count`, (0, 1) for none.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
    """
    if not count:
        return 0.0, 1.0
    share, square = hits / count, z * z
    middle = share + square / (2 * count)
    half = z * math.sqrt(share * (1 - share) / count + square / (4 * count * count))
    low, high = (middle - half) / (1 + square / count), (middle + half) / (1 + square / count)
    return (0.0 if hits == 0 else low), (1.0 if hits == count else high)


def shift(made: Iterable[Request]) -> tuple[float, int, int, float] | None:
    """Return by how much the logit of everybody's chance moves, with (finished, answered, expected); None if too few.

    The share answered is drawn towards the expected one as if PRIOR requests had gone as expected, and the move is
    bounded by SHIFT_MOST either way.
    """
    told = [one for one in made if not one.running and one.chance is not None]
    if len(told) < LEARN_FROM:
        return None
    count, came, expected = len(told), sum(one.answered for one in told), sum(one.chance or 0.0 for one in told)
    mean = min(0.995, max(0.005, expected / count))
    share = min(0.995, max(0.005, (came + PRIOR * mean) / (count + PRIOR)))
    move = math.log(share / (1 - share)) - math.log(mean / (1 - mean))
    return max(-SHIFT_MOST, min(SHIFT_MOST, round(move, 3))), count, came, expected


def _rate(group: str, key: str, made: Sequence[Request]) -> Rate:
    answered = sum(one.answered for one in made)
    low, high = wilson(answered, len(made))
    yes, met = sum(one.yes for one in made), sum(one.met for one in made)
    return Rate(group, key, len(made), answered, yes, met, low, high, len(made) >= FEW)


def _hint(rates: Sequence[Rate]) -> str:
    """Return one suggestion, from the two groups whose intervals lie furthest apart; "" where all overlap."""
    fair = [one for one in rates if one.enough and one.key and one.group != "company"]
    pairs = [
        (better.low - worse.high, better, worse)
        for better in fair
        for worse in fair
        if better.group == worse.group and better.low > worse.high
    ]
    if not pairs:
        return ""
    _, better, worse = max(pairs, key=lambda one: (one[0], one[1].key, one[2].key))
    words = texts("stats")
    return fill(words["hint"], {"better": key_words(better.key).capitalize(), "worse": key_words(worse.key)})


def key_words(key: str) -> str:
    """Return the name of a group's member in words."""
    return texts("stats").get(f"key.{key}", key)
