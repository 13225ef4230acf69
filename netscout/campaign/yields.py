"""How the asking went: what became of each request, shares with their intervals, what was expected and what came."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from netscout.campaign.fold import order
from netscout.lang import fill, texts
from netscout.model.event import Event
from netscout.model.standing import Standing
from netscout.model.yields import Made, Rate, Request, Yields

Z90 = 1.6448536269514722
"""The two-sided 90 % point of the normal distribution."""
FEW = 5
"""Requests from which a share is worth comparing."""
GROUPS = ("list", "strength", "source", "channel", "company")
CHANNELS = ("note", "message", "email", "call", "card")
_SPELT = {"e-mail": "email", "mail": "email", "phone": "call", "called": "call", "messaged": "message"}
_ALUMNI = frozenset(("alumni", "alumnus", "alumna", "alumnae", "alum"))
_HINTED = ("list", "strength", "source", "channel")
_EXPORT = "export"
"""The source of an entry that messages told of."""
_ANSWERS = ("replied", "deferred", "declined", "scheduled", "confirmed", "met")
_YES = ("replied", "scheduled", "confirmed", "met")
_NO_REQUEST = ("W-one-open", "W-dnc")
"""Warnings of the fold about entries that open no request of their own."""


def requests(
    person: str, log: Iterable[Event], made: Mapping[str, Made], standing: Standing, ripe: str
) -> list[Request]:
    """Return the requests to one person, oldest first.

    A request ends where the next begins; writing again while one is open is a reminder of it. `made` has what was
    known at each by its day, `standing` is where things stand today, `ripe` the day up to which a
    request had time for an answer.
    """
    entries = sorted(log, key=order)
    again = {seq for seq, code in standing.warnings if code in _NO_REQUEST}
    starts = [place for place, one in enumerate(entries) if one.event == "asked" and one.seq not in again]
    found = []
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(entries)
        known = made.get(entries[start].on, Made())
        one = _request(person, entries[start:end], known, running=standing.asking and end == len(entries))
        found.append(replace(one, ripe=one.on <= ripe))
    return found


def _request(person: str, entries: Sequence[Event], known: Made, *, running: bool) -> Request:
    first = entries[0]
    events = [one.event for one in entries]
    answers = [one for one in entries if one.event in _ANSWERS]
    words = {word.strip(".,;:()!") for word in first.note.casefold().split()}
    return Request(
        person,
        first.on,
        known.list,
        "" if known.strength == "unknown" else known.strength,
        source="alumni" if words & _ALUMNI else "",
        channel=_channel(first, words),
        chance=known.chance,
        answered=bool(answers),
        yes="met" in events or bool(answers and answers[-1].event in _YES),
        met="met" in events,
        days=(date.fromisoformat(answers[0].on) - date.fromisoformat(first.on)).days if answers else None,
        running=running and not answers,
        bounced="bounced" in events and not answers,
        moved=known.moved,
    )


def _channel(first: Event, words: Collection[str]) -> str:
    """Return the channel that the entry names; what messages told of was a message."""
    named = {_SPELT.get(one, one) for one in words}
    return next((one for one in CHANNELS if one in named), "message" if first.source == _EXPORT else "")


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
    from statistics import median  # brings fractions and decimals, which nothing else of a short answer needs

    told = [one for one in made if not one.running and not one.bounced]
    rates = [_rate("all", "", told)]
    for group in groups:
        rows = _rates(group, told)
        rates += rows if len(rows) > 1 or len(groups) == 1 else []
    ripe = [one for one in told if one.ripe]  # a group of young requests would look better than it is
    days = [one.days for one in told if one.days is not None]
    found = Yields(
        tuple(steps),
        tuple(rates),
        sum(one.running for one in made),
        names,
        talks,
        median(days) if days else None,
        hint=hint([one for group in groups for one in _rates(group, ripe)]),
        bounced=sum(one.bounced and not one.running for one in made),
    )
    return _forecast(found, told)


def _forecast(found: Yields, told: Sequence[Request]) -> Yields:
    """Add what was expected of the requests that had time for an answer, where a chance was known when made."""
    ripe = [one for one in told if one.ripe]
    pairs = sorted((one.chance, one.answered) for one in ripe if one.chance is not None)
    found = replace(found, unpredicted=len(ripe) - len(pairs))
    if not pairs:
        return found
    return replace(
        found,
        predicted=len(pairs),
        expected=math.fsum(chance for chance, _ in pairs),
        spread=math.sqrt(math.fsum(chance * (1.0 - chance) for chance, _ in pairs)),
        came=sum(came for _, came in pairs),
        brier=math.fsum((chance - came) ** 2 for chance, came in pairs) / len(pairs),
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


def _rates(group: str, made: Sequence[Request]) -> list[Rate]:
    """Return a line for each member of a group, those with most requests first."""
    keys = sorted({getattr(one, group) for one in made})
    rows = [_rate(group, key, [one for one in made if getattr(one, group) == key]) for key in keys]
    return sorted(rows, key=lambda one: (-one.asked, one.key))


def _rate(group: str, key: str, made: Sequence[Request]) -> Rate:
    answered = sum(one.answered for one in made)
    low, high = wilson(answered, len(made))
    yes, met = sum(one.yes for one in made), sum(one.met for one in made)
    return Rate(group, key, len(made), answered, yes, met, low, high, len(made) >= FEW)


def hint(rates: Sequence[Rate]) -> str:
    """Return one suggestion, from the two groups whose intervals lie furthest apart; "" where all overlap."""
    fair = [one for one in rates if one.enough and one.key and one.group in _HINTED]
    pairs = [
        (better.low - worse.high, better, worse)
        for better in fair
        for worse in fair
        if better.group == worse.group and better.low > worse.high
    ]
    if not pairs:
        return ""
    _, better, worse = max(pairs, key=lambda one: (one[0], one[1].group, one[1].key, one[2].key))
    words = texts("stats")
    values = {"better": words.get(f"who.{better.key}", better.key), "worse": words.get(f"who.{worse.key}", worse.key)}
    values |= {"most": f"{better.answered} of {better.asked}", "least": f"{worse.answered} of {worse.asked}"}
    said = fill(words["hint.channel" if better.group == "channel" else "hint"], values)
    return said[0].upper() + said[1:]


def key_words(group: str, key: str) -> str:
    """Return the name of a group's member in words; companies keep theirs."""
    words = texts("stats")
    return words["key."] if not key else key if group == "company" else words.get(f"key.{key}", key)
