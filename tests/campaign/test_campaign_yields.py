"""How the asking went: shares, intervals, what was expected; no group is lost, few requests tell nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.campaign.yields import FEW, GROUPS, LEARN_FROM, SHIFT_MOST, requests, shift, wilson, yields
from netscout.model.event import Event
from netscout.model.yields import Made, Request

DAY = date(2026, 3, 2)


def log(*days: tuple[str, int]) -> list[Event]:
    """Return entries of one person so many days after the first of them."""
    return [
        Event("p0002", event, (DAY + timedelta(days=on)).isoformat(), seq=seq)
        for seq, (event, on) in enumerate(days, 1)
    ]


def test_what_became_of_each_request_is_told() -> None:
    """An answer to the second request would count for the first, or a no for silence."""
    entries = log(("asked", 0), ("declined", 3), ("asked", 300), ("replied", 302), ("met", 310))
    first, second = requests("p0002", entries, {"2026-03-02": Made(list="connectors", chance=0.4)}, running=False)
    assert (first.answered, first.yes, first.met, first.days, first.list, first.chance) == (
        True,
        False,
        False,
        3,
        "connectors",
        0.4,
    )
    assert (second.answered, second.yes, second.met, second.days, second.chance) == (True, True, True, 2, None)


def test_a_young_request_is_left_out() -> None:
    """Whom one asked yesterday would lower the share of answers."""
    open_one = requests("p0002", log(("asked", 0)), {}, running=True)
    silent = requests("p0003", log(("asked", 0)), {}, running=False)
    found = yields([*open_one, *silent], (), 0, 0)
    assert (found.left_out, found.rates[0].asked, found.rates[0].answered) == (1, 1, 0)


def test_the_channel_is_what_the_log_says_of_it() -> None:
    """A note would be counted as a mail."""
    entries = [Event("p0002", "asked", "2026-03-02", note="by Email, short", seq=1)]
    assert requests("p0002", entries, {}, running=False)[0].channel == "email"


@given(st.integers(0, 400).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count))))
def test_the_interval_holds_the_share(pair: tuple[int, int]) -> None:
    """An interval beside its own share would be printed."""
    hits, count = pair
    low, high = wilson(hits, count)
    assert 0.0 <= low <= high <= 1.0
    if count:
        assert low <= hits / count <= high


def test_the_interval_is_wilsons() -> None:
    """Another formula under the same name; the figures are worked by hand for 8 of 10 at 90 %."""
    assert wilson(8, 10) == pytest.approx((0.5408, 0.9316), abs=5e-4)
    assert wilson(0, 0) == (0.0, 1.0)


MADE = st.builds(
    Request,
    st.sampled_from(["p1", "p2", "p3"]),
    st.just("2026-03-02"),
    list=st.sampled_from(["practitioners", "connectors", ""]),
    strength=st.sampled_from(["close", "warm", ""]),
    chance=st.none() | st.floats(0.01, 0.99),
    answered=st.booleans(),
    running=st.booleans(),
    days=st.none() | st.integers(0, 40),
)


@given(st.lists(MADE, max_size=40))
def test_groups_sum_to_the_whole_in_any_order(made: list[Request]) -> None:
    """A request would be lost in a group, or the order of logging tell."""
    found = yields(made, (), 0, 0)
    whole = found.rates[0]
    assert whole.asked + found.left_out == len(made)
    for group in GROUPS:
        rows = [one for one in found.rates if one.group == group]
        if rows:
            assert sum(one.asked for one in rows) == whole.asked
            assert sum(one.answered for one in rows) == whole.answered
    shuffled = sorted(made, key=lambda one: (one.days or 0, one.list))
    again = yields(shuffled, (), 0, 0)
    assert again.rates == found.rates
    assert again.expected == pytest.approx(found.expected)


def many(count: int, answered: int, chance: float = 0.5, kind: str = "") -> list[Request]:
    """Return so many finished requests, so many of them answered."""
    return [
        Request(f"p{place}", "2026-03-02", list=kind, chance=chance, answered=place < answered)
        for place in range(count)
    ]


def test_a_hint_only_where_intervals_do_not_meet() -> None:
    """Chance would be told as advice."""
    far = yields([*many(20, 19, kind="connectors"), *many(20, 2, kind="practitioners")], (), 0, 0)
    assert far.hint.startswith("Opens doors answered clearly more often than has the job.")
    near = yields([*many(20, 12, kind="connectors"), *many(20, 9, kind="practitioners")], (), 0, 0)
    assert not near.hint
    few = yields([*many(FEW - 1, FEW - 1, kind="connectors"), *many(20, 0, kind="practitioners")], (), 0, 0)
    assert not few.hint


@pytest.mark.parametrize(
    ("count", "answered", "moves"),
    [(LEARN_FROM - 1, 0, None), (30, 15, 0.0), (30, 0, -SHIFT_MOST), (30, 30, SHIFT_MOST), (40, 24, 0.323)],
)
def test_own_answers_move_the_chance_within_bounds(count: int, answered: int, moves: float | None) -> None:
    """Few answers would move everybody, or many move them without end."""
    found = shift(many(count, answered))
    assert (found[0] if found else None) == moves


def test_requests_without_a_chance_teach_nothing() -> None:
    """What nobody predicted would count as predicted."""
    bare: Sequence[Request] = [Request("p1", "2026-03-02", answered=True) for _ in range(50)]
    assert shift(bare) is None
