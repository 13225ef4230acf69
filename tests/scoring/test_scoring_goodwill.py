"""What asking costs: the fold of the log, its points, and its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.model.event import Event
from netscout.scoring import assemble, pool, practitioners, why
from netscout.scoring.goodwill import Standing, standings
from netscout.selection import choose
from netscout.settings import Settings

if TYPE_CHECKING:
    from tests.scoring.conftest import MakeWorld

SETTINGS = Settings()
TODAY = date(2026, 6, 1)


def logged(*entries: tuple[str, int], for_day: str | None = None) -> Standing:
    """Return how things stand with somebody after these entries: event, days before today."""
    log = [
        Event("p1", what, str(TODAY - timedelta(days=ago)), for_day=for_day, seq=number)
        for number, (what, ago) in enumerate(entries)
    ]
    return standings(log, TODAY)["p1"]


@pytest.mark.parametrize(
    ("entries", "points"),
    [
        ((("asked", 5),), 15 + 30),
        ((("asked", 40),), 15),
        ((("asked", 181),), 0),
        ((("asked", 5), ("replied", 3)), 15),
        ((("asked", 100), ("met", 90), ("asked", 5)), 15 + 15 + 30 + 10),
        ((("met", 30), ("advised", 30), ("referred", 29), ("referred", 28)), 30),
        ((("met", 30), ("gave-back", 3)), 0),
        ((("asked", 40), ("followed-up", 5)), 15 + 30),
        ((("noted", 1),), 0),
    ],
)
def test_points_by_hand(entries: tuple[tuple[str, int], ...], points: float) -> None:
    """15 a request of the last half-year, 30 while one waits, 10 a favour not returned, at most 30."""
    assert logged(*entries).points(SETTINGS) == points


@pytest.mark.parametrize(
    ("entries", "stage", "runs"),
    [
        ((("asked", 27),), "asked", True),
        ((("asked", 28),), "asked", False),
        ((("asked", 40), ("replied", 20)), "running", True),
        ((("asked", 40), ("met", 20)), "", False),
        ((("asked", 40), ("declined", 20)), "declined", False),
        ((("declined", 20), ("heard-from", 5)), "", False),
        ((("do-not-contact", 20), ("heard-from", 5), ("asked", 1)), "do-not-contact", False),
        ((("do-not-contact", 20), ("reopened", 5)), "", False),
        ((("asked", -3), ("noted", 1)), "", False),
    ],
)
def test_stages(entries: tuple[tuple[str, int], ...], stage: str, runs: bool) -> None:
    """What was declined, deferred or closed must not be proposed again; the future says nothing yet."""
    found = logged(*entries)
    assert (found.stage, found.runs) == (stage, runs)


def test_not_now_names_its_day() -> None:
    """Without a day ninety are kept."""
    assert logged(("deferred", 10)).until == str(TODAY + timedelta(days=80))
    assert logged(("deferred", 10), for_day="2026-09-01").until == "2026-09-01"


def test_thanks_are_owed_until_given() -> None:
    """The days since the last talk without thanks."""
    assert logged(("met", 12)).owes == 12
    assert logged(("met", 12), ("thanked", 11)).owes == 0


@given(st.lists(st.tuples(st.sampled_from(["asked", "replied", "met", "thanked", "noted"]), st.integers(0, 400))))
def test_the_order_of_logging_is_no_input(entries: list[tuple[str, int]]) -> None:
    """Late entry is allowed: days decide, and within a day the order of logging."""
    log = [Event("p1", what, str(TODAY - timedelta(days=ago)), seq=n) for n, (what, ago) in enumerate(entries)]
    assert standings(log, TODAY) == standings(log[::-1], TODAY)


def test_the_cost_is_told(world: MakeWorld) -> None:
    """A part of the score, with its fact, and what is owed in `why`."""
    made = world(30, verdict="match", level="holds", excluded="")
    first = made.people["id"][0]
    made = replace(made, asks={first: logged(("asked", 40), ("met", 12))})
    scores = practitioners(made, SETTINGS)
    chosen = choose(pool(made, scores), 10, SETTINGS)
    row = next(row for row in assemble(made, scores, chosen, SETTINGS, explain=[first]).rows if row.id == first)
    (part,) = (one for one in row.parts if one.key == "cost")
    assert part.points == -25
    assert part.sentence == "you asked 1 time in the last 180 days; 1 favour of theirs not yet returned"
    assert why(made, scores, chosen, SETTINGS, person=first).owed == "You owe them thanks for a talk, since 12 days."
