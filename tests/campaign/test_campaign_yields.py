"""How the asking went: shares, intervals, what was expected; no group is lost, few requests tell nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.campaign.fold import fold
from netscout.campaign.workdays import Workdays
from netscout.campaign.yields import CHANNELS, FEW, GROUPS, key_words, requests, wilson, yields
from netscout.lang import texts
from netscout.model.event import Event
from netscout.model.yields import Made, Request

DAY = date(2026, 3, 2)


def log(*days: tuple[str, int]) -> list[Event]:
    """Return entries of one person so many days after the first of them."""
    return [
        Event("p0002", event, (DAY + timedelta(days=on)).isoformat(), seq=seq)
        for seq, (event, on) in enumerate(days, 1)
    ]


def told(
    entries: Sequence[Event], made: Mapping[str, Made] | None = None, today: date = date(2027, 3, 1), ripe: str = "2027"
) -> list[Request]:
    """Return the requests of one person's log as they stand on a day."""
    return requests("p0002", entries, made or {}, fold(entries, today, Workdays()), ripe)


def test_what_became_of_each_request_is_told() -> None:
    """An answer to the second request would count for the first, or a no for silence."""
    entries = log(("asked", 0), ("declined", 3), ("asked", 300), ("replied", 302), ("met", 310))
    first, second = told(entries, {"2026-03-02": Made(list="connectors", chance=0.4)})
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
    open_one = told(log(("asked", 0)), today=DAY + timedelta(days=3))
    silent = told(log(("asked", 0)))
    found = yields([*open_one, *silent], (), 0, 0)
    assert (found.left_out, found.rates[0].asked, found.rates[0].answered) == (1, 1, 0)


def test_the_channel_is_what_the_log_says_of_it() -> None:
    """A note would be counted as a mail."""
    for note, source, channel in (
        ("by Email, short", "", "email"),
        ("e-mail.", "", "email"),
        ("a noted email", "", "email"),
        ("wrote to them", "", ""),
        ("", "export", "message"),
        ("call", "export", "call"),
    ):
        entries = [Event("p0002", "asked", "2026-03-02", note=note, source=source or "user", seq=1)]
        assert told(entries)[0].channel == channel, note


def test_whom_the_school_led_to_is_told() -> None:
    """People found through one's school would count as a cold list."""
    entries = [Event("p0002", "asked", "2026-03-02", note="alumni, email", seq=1)]
    assert (told(entries)[0].source, told(entries)[0].channel) == ("alumni", "email")
    assert told(log(("asked", 0)))[0].source == ""


def test_writing_again_while_a_request_is_open_is_a_reminder() -> None:
    """One person who answered late would count as two, one of them silent."""
    again = told(log(("asked", 0), ("asked", 9), ("replied", 10)))
    assert [(one.on, one.answered, one.days) for one in again] == [("2026-03-02", True, 10)]
    rested = told(log(("asked", 0), ("asked", 300), ("replied", 301)))
    assert [one.answered for one in rested] == [False, True]


def test_a_request_that_never_arrived_is_no_silence() -> None:
    """A wrong address would lower the share of answers."""
    lost = told(log(("asked", 0), ("bounced", 1)))
    found = yields(lost, (), 0, 0)
    assert (found.bounced, found.rates[0].asked, found.left_out) == (1, 0, 0)
    mended = told(log(("asked", 0), ("bounced", 1), ("replied", 3)))
    assert (mended[0].bounced, mended[0].answered) == (False, True)


@pytest.mark.parametrize(
    ("events", "answered", "yes"),
    [
        (("replied",), True, True),
        (("declined",), True, False),
        (("deferred",), True, False),
        (("replied", "declined"), True, False),
        (("declined", "replied"), True, True),
        (("scheduled", "met", "declined"), True, True),
        (("followed-up",), False, False),
    ],
)
def test_a_yes_is_what_led_on(events: tuple[str, ...], answered: bool, yes: bool) -> None:
    """A no, or a yes that was taken back, would count as a yes."""
    (one,) = told(log(("asked", 0), *((event, place) for place, event in enumerate(events, 2))))
    assert (one.answered, one.yes) == (answered, yes)


def test_a_young_request_has_had_no_time_for_an_answer() -> None:
    """Quick answers beside silences not yet counted would look like many answers."""
    quick = told(log(("asked", 0), ("replied", 1)), {"2026-03-02": Made(chance=0.5)}, ripe="2026-03-01")
    old = told(log(("asked", 0), ("replied", 1)), {"2026-03-02": Made(chance=0.5)}, ripe="2026-03-02")
    assert [one.ripe for one in (*quick, *old)] == [False, True]
    found = yields([*quick, *old], (), 0, 0)
    assert (found.rates[0].asked, found.predicted) == (2, 1)


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
    bounced=st.booleans(),
    ripe=st.booleans(),
    days=st.none() | st.integers(0, 40),
)


@given(st.lists(MADE, max_size=40))
def test_groups_sum_to_the_whole_in_any_order(made: list[Request]) -> None:
    """A request would be lost in a group, or the order of logging tell."""
    found = yields(made, (), 0, 0)
    whole = found.rates[0]
    assert whole.asked + found.left_out + found.bounced == len(made)
    assert found.predicted + found.unpredicted <= whole.asked
    for group in GROUPS:
        rows = [one for one in found.rates if one.group == group]
        if rows:
            assert sum(one.asked for one in rows) == whole.asked
            assert sum(one.answered for one in rows) == whole.answered
    shuffled = sorted(made, key=lambda one: (one.days or 0, one.list))
    again = yields(shuffled, (), 0, 0)
    assert again.rates == found.rates
    assert (again.expected, again.spread, again.brier, again.hint) == (
        found.expected,
        found.spread,
        found.brier,
        found.hint,
    )


def many(count: int, answered: int, chance: float = 0.5, kind: str = "") -> list[Request]:
    """Return so many finished requests, so many of them answered."""
    return [
        Request(f"p{place}", "2026-03-02", list=kind, chance=chance, answered=place < answered)
        for place in range(count)
    ]


def test_a_hint_only_where_intervals_do_not_meet() -> None:
    """Chance would be told as advice."""
    far = yields([*many(20, 19, kind="connectors"), *many(20, 2, kind="practitioners")], (), 0, 0)
    assert far.hint.startswith(
        "People who open doors answered clearly more often so far (19 of 20) than people who have the job (2 of 20)."
    )
    near = yields([*many(20, 12, kind="connectors"), *many(20, 9, kind="practitioners")], (), 0, 0)
    assert not near.hint
    few = yields([*many(FEW - 1, FEW - 1, kind="connectors"), *many(20, 0, kind="practitioners")], (), 0, 0)
    assert not few.hint


def test_a_hint_needs_time_for_answers() -> None:
    """The group asked last would look best, its silences not being counted yet."""
    young = [replace(one, ripe=False) for one in many(20, 20, kind="connectors")]
    assert not yields([*young, *many(20, 2, kind="practitioners")], (), 0, 0).hint


def test_what_was_expected_is_reckoned_by_hand() -> None:
    """A wrong sum, spread or score: 3 at .5, two of them answered, and one at .9 that was not."""
    found = yields([*many(3, 2), *many(1, 0, 0.9)], (), 0, 0)
    assert (found.predicted, found.came) == (4, 2)
    assert found.expected == pytest.approx(2.4)
    assert found.spread == pytest.approx((3 * 0.25 + 0.09) ** 0.5)
    assert found.brier == pytest.approx((3 * 0.25 + 0.81) / 4)


def test_every_member_of_a_group_has_its_words() -> None:
    """A key of ours would be printed, or the name of a company taken for one."""
    words = texts("stats")
    members = ("practitioners", "connectors", "referral", "list", "other", "alumni", *CHANNELS)
    bands = ("close", "know", "met", "stranger", "warm", "cooling", "dormant")
    assert [one for one in (*members, *bands) if f"who.{one}" not in words] == []
    assert (key_words("channel", "email"), key_words("company", "email"), key_words("company", "")) == (
        "e-mail",
        "email",
        "not known",
    )
