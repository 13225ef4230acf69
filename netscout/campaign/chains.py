"""Who led to whom: the referral ledger read as pairs, chains and dead ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from netscout.model.event import Event
from netscout.model.referral import ME, NOT_ASKED, Branch, Referral, Tie, word_on

_OVER = ("declined", "resting", "bounced", "closed", "do-not-contact")
"""Stages in which somebody who was named led no further."""


def ties(lines: Iterable[Referral], logs: Mapping[str, Sequence[Event]], today: str) -> tuple[Tie, ...]:
    """Return each pair of referrer and named once, in the order of naming, with what came of it up to a day.

    Of several lines on one pair the earliest day counts, of everything else the newest word. Lines that name nobody
    speak of a referrer's name at large, and are no pair; nor are two who turned out to be one person, and whoever was
    named by somebody who was forgotten since.
    """
    known = sorted((one for one in lines if one.referrer and one.on <= today), key=lambda one: (one.on, one.number))
    by_referrer: dict[str, list[Referral]] = {}
    pairs: dict[tuple[str, str], list[Referral]] = {}
    for one in known:
        by_referrer.setdefault(one.referrer, []).append(one)
        if one.named != one.referrer if one.named else one.name:
            pairs.setdefault((one.referrer, one.named or one.name), []).append(one)
    return tuple(_tie(pair, by_referrer[pair[0].referrer], logs, today) for pair in pairs.values())


def tree(found: Iterable[Tie]) -> tuple[Branch, ...]:
    """Return the chains from those whom nobody named, each person's followers told once; circles are cut.

    Whoever stands in a circle that nobody leads into begins it where the ledger does.
    """
    after: dict[str, list[str]] = {}
    led: set[str] = set()
    for one in found:
        after.setdefault(one.referrer, []).append(one.key)
        led.add(one.key)
    begins = [key for key in after if key not in led]
    told: set[str] = set()
    out: list[Branch] = []
    for begin in (*begins, *after):
        waiting = [(0, begin)] if begin not in told else []
        while waiting:
            depth, key = waiting.pop()
            again = key in told and key in after
            out.append(Branch(depth, key, again))
            told.add(key)
            waiting += [(depth + 1, one) for one in reversed(after.get(key, ()))] if not again else []
    return tuple(out)


def dead_ends(found: Iterable[Tie], stages: Mapping[str, str]) -> dict[str, str]:
    """Return by key those who were named and led no further: the stage that ended it, or `met` where they named nobody.

    `stages` has the stage of everybody of the log.
    """
    all_of = tuple(found)
    leads = {one.referrer for one in all_of}
    ends: dict[str, str] = {}
    for one in all_of:
        stage = stages.get(one.named, "")
        if one.key not in leads and (stage in _OVER or one.met):
            ends[one.key] = stage if stage in _OVER else "met"
    return ends


def _tie(
    pair: Sequence[Referral], all_lines: Sequence[Referral], logs: Mapping[str, Sequence[Event]], today: str
) -> Tie:
    first, last = pair[0], pair[-1]
    word = word_on(all_lines, first.named, first.name)
    log = logs.get(first.named, ()) if first.named else ()
    met = _first(log, ("met",), first.on, today)
    wrote = ("asked",) if last.intro == ME else ("asked", "replied")
    return Tie(
        first.referrer,
        first.named,
        last.name,
        first.on,
        title=_newest(one.title for one in pair),
        company=_newest(one.company for one in pair),
        words=_newest(one.words for one in pair),
        permission=word.permission if word else NOT_ASKED,
        permission_on=word.permission_on or word.on if word else "",
        permission_words=word.permission_words if word else "",
        intro=last.intro,
        contacted=_first(log, (*wrote, "met"), first.on, today),
        met=met,
        reported=_first(logs.get(first.referrer, ()), ("reported-back",), met, today) if met else "",
    )


def _newest(texts: Iterable[str]) -> str:
    return next((one for one in reversed(tuple(texts)) if one), "")


def _first(log: Sequence[Event], events: Sequence[str], since: str, until: str) -> str:
    return min((one.on for one in log if one.event in events and since <= one.on <= until), default="")
