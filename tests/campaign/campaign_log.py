"""Logs of invented people for the tests of the campaign: `2026-03-02` may be written `2 Mar` in tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from netscout.model.event import Event

Entry = tuple[str, str] | tuple[str, str, str]


def log(*entries: Entry, person: str = "p0001") -> list[Event]:
    """Return entries (event, day, and the day it speaks of), numbered in this order."""
    return [
        Event(person, one[0], one[1], for_day=one[2] if len(one) > 2 else None, logged_on=one[1], seq=place)
        for place, one in enumerate(entries, 1)
    ]


def day(words: str, year: int = 2026) -> date:
    """Return `Mon 2 Mar` as a day, and hold it against the weekday that stands there."""
    found = datetime.strptime(f"{words} {year}", "%a %d %b %Y").date()  # noqa: DTZ007  # a day, in no zone
    if f"{found:%a}" != words[:3]:
        raise ValueError(words)
    return found


def days(words: Sequence[str]) -> list[date | None]:
    """Return days; "" for none."""
    return [day(one) if one else None for one in words]
