"""What bears on how things stand with a person beside their own log: whom they named, decisions, how often to write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from netscout.model.event import Event
from netscout.model.referral import Referral
from netscout.model.scrub import FORGOTTEN
from netscout.model.standing import Beside, Referred


def besides(
    logs: Mapping[str, Sequence[Event]],
    referrals: Iterable[Referral],
    decided: Mapping[str, Sequence[str]],
    cadences: Mapping[str, int],
    noted: Mapping[str, Sequence[str]],
) -> dict[str, Beside]:
    """Return by person what stands beside the log; nobody for whom there is nothing.

    `decided` has the days of decisions for whoever is to hear of them, `cadences` the calendar days between contacts
    that the user set (0 for off), `noted` the days of notes on people. Of several lines on one pair the earliest day
    counts, and who writes by the latest. Lines that name nobody, or somebody who was forgotten, are owed nothing.
    """
    named: dict[str, dict[str, Referral]] = {}
    for one in sorted(referrals, key=lambda one: (one.on, one.number)):
        known = one.named or one.name not in ("", FORGOTTEN)
        if one.referrer and one.referrer != one.named and known:
            held = named.setdefault(one.referrer, {})
            first = held.get(one.named or one.name, one)
            held[one.named or one.name] = _later(first, one)
    people = sorted({*named, *decided, *cadences, *noted})
    return {
        person: Beside(
            tuple(_referred(one, logs.get(one.named, ())) for one in named.get(person, {}).values()),
            tuple(sorted(date.fromisoformat(day) for day in decided.get(person, ()))),
            cadences.get(person),
            tuple(date.fromisoformat(day) for day in noted.get(person, ())),
        )
        for person in people
    }


def _later(first: Referral, one: Referral) -> Referral:
    return first if first is one else Referral(one.referrer, one.named, one.name, first.on, intro=one.intro)


def _referred(one: Referral, log: Sequence[Event]) -> Referred:
    """Return what came of somebody who was named, as their own log tells from that day on."""

    def first(*events: str) -> date | None:
        days = [entry.on for entry in log if entry.event in events and entry.on >= one.on]
        return date.fromisoformat(min(days)) if days else None

    return Referred(date.fromisoformat(one.on), one.intro, first("asked"), first("replied"), first("met"))
