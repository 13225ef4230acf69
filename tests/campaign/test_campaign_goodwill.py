"""What asking has cost, from the log; and why the log says not to ask somebody now."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.campaign.asking import log_reason
from netscout.campaign.fold import fold
from netscout.campaign.goodwill import goodwill
from netscout.campaign.workdays import Workdays
from netscout.model.event import Event
from netscout.model.goodwill import Goodwill
from netscout.model.standing import Standing

PLAIN = Workdays()
TODAY = date(2026, 6, 1)
Told = tuple[tuple[str, int], ...]


def _log(entries: Told, for_day: str | None = None) -> list[Event]:
    return [
        Event("p1", what, str(TODAY - timedelta(days=ago)), for_day=for_day, seq=number)
        for number, (what, ago) in enumerate(entries, 1)
    ]


def standing(*entries: tuple[str, int], for_day: str | None = None) -> Standing:
    """Return how things stand after these entries: event, days before today."""
    return fold(_log(entries, for_day), TODAY, PLAIN)


def spent(*entries: tuple[str, int]) -> Goodwill:
    """Return what these entries have cost."""
    return goodwill(_log(entries), standing(*entries), TODAY)


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        ((("asked", 5),), Goodwill(1, waits=True)),
        ((("asked", 40),), Goodwill(1)),
        ((("asked", 179),), Goodwill(1)),
        ((("asked", 180),), Goodwill(0)),
        ((("asked", 5), ("replied", 3)), Goodwill(1)),
        ((("asked", 100), ("met", 90), ("asked", 5)), Goodwill(2, waits=True, favours=1, owes=90)),
        ((("met", 30), ("thanked", 29), ("advised", 30), ("referred", 29), ("referred", 28)), Goodwill(0, favours=4)),
        ((("met", 30), ("thanked", 29), ("gave-back", 3)), Goodwill()),
        ((("gave-back", 40), ("met", 30), ("thanked", 29)), Goodwill(favours=1)),
        ((("asked", 20), ("followed-up", 5)), Goodwill(1, waits=True)),
        ((("met", 12),), Goodwill(favours=1, owes=12)),
        ((("met", 12), ("thanked", 11)), Goodwill(favours=1)),
        ((("asked", 5), ("declined", 3)), Goodwill(1)),
        ((("noted", 1), ("asked", -3)), Goodwill()),
    ],
)
def test_goodwill_by_hand(entries: Told, wanted: Goodwill) -> None:
    """Requests of half a year, one that waits, favours not yet returned, thanks that are owed; the future is none."""
    assert spent(*entries) == wanted


@given(st.lists(st.tuples(st.sampled_from(["asked", "replied", "met", "thanked", "noted"]), st.integers(0, 400))))
def test_the_order_in_memory_is_no_input(entries: list[tuple[str, int]]) -> None:
    """Late entry is allowed: days decide, and within a day the order of logging."""
    log, stands = _log(tuple(entries)), standing(*entries)
    assert goodwill(log, stands, TODAY) == goodwill(log[::-1], stands, TODAY)


REASONS: list[tuple[Told, str | None, str]] = [
    ((("noted", 3),), None, ""),
    ((("asked", 5),), None, "you asked on 2026-05-27; wait for the answer before you ask again"),
    (
        *((("asked", 10), ("followed-up", 3)), None),
        "you asked on 2026-05-22; wait for the answer before you ask again",
    ),
    (
        *((("asked", 100),), None),
        "your request came to rest on 2026-03-20; ask again from 2026-09-16 on, and only with a new reason",
    ),
    ((("asked", 250),), None, ""),
    (
        *((("asked", 5), ("replied", 3)), None),
        "your request is under way, last news on 2026-05-29: they answered",
    ),
    (
        *((("asked", 5), ("scheduled", 3)), "2026-06-05"),
        "your request is under way, last news on 2026-05-29: a talk is fixed for Friday 5 June 2026",
    ),
    (
        *((("asked", 9), ("scheduled", 8), ("missed", 3)), None),
        "your request is under way, last news on 2026-05-29: the talk fell through",
    ),
    ((("asked", 5), ("declined", 3)), None, "declined on 2026-05-29; it is for them to take it up again"),
    ((("declined", 20), ("heard-from", 5)), None, ""),
    ((("declined", 20), ("deferred", 5)), "2026-05-31", ""),
    ((("deferred", 10),), None, "asked you on 2026-05-22 to come back later; wait until 2026-08-20"),
    ((("deferred", 10),), "2026-06-02", "asked you on 2026-05-22 to come back later; wait until 2026-06-02"),
    ((("deferred", 10),), "2026-06-01", ""),
    ((("asked", 9), ("bounced", 8)), None, ""),
    ((("closed", 8),), None, "you closed this on 2026-05-24"),
    ((("closed", 8), ("reopened", 1)), None, ""),
    ((("do-not-contact", 8), ("asked", 1)), None, "not to be written to again, since 2026-05-24"),
    (
        *((("met", 3),), None),
        "you talked on 2026-05-29; say thank you first, and ask for nothing new before 2026-06-26",
    ),
    ((("met", 28),), None, ""),
    ((("met", 3), ("thanked", 2)), None, ""),
]


@pytest.mark.parametrize(("entries", "for_day", "wanted"), REASONS)
def test_why_the_log_says_not_to_ask(entries: Told, for_day: str | None, wanted: str) -> None:
    """Whoever said no, not now, or is still asked would stand on the list; or somebody free would be kept off it."""
    assert log_reason(standing(*entries, for_day=for_day), TODAY) == wanted
