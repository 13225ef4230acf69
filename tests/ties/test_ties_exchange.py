"""What was written over time: months that add up, and silences worth naming."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netscout.model.exchange import Exchange, Month, OldTie
from netscout.ties import exchange
from tests.ties.test_ties_facts import TODAY, contacts, people, ties_of

IDS = ("p1", "p2", "p3")
ROWS = st.lists(
    st.tuples(
        st.sampled_from([*IDS, "p9"]),
        st.sampled_from(["in", "out", "co"]),
        st.one_of(st.none(), st.integers(-5, 5), st.integers(-30, 3000)),
        st.integers(1, 3),
    ),
    max_size=40,
)


def told(*rows: tuple[Any, ...], leave_out: tuple[str, ...] = ()) -> Exchange:
    """Return the exchange of three people."""
    what = contacts(*rows)
    return exchange(what, ties_of(people(*IDS), what), TODAY, leave_out)


@given(ROWS)
def test_months_are_the_dated_messages(rows: list[tuple[Any, ...]]) -> None:
    """A message would be counted twice, or one to a group, of a stranger or of today as a word between two."""
    found = told(*rows)
    direct = [one for one in rows if one[0] in IDS and one[1] in ("in", "out") and one[3] == 1]
    dated = [one for one in direct if one[2] is not None and one[2] > 0]
    assert sum(one.sent for one in found.months) == sum(one[1] == "out" for one in dated)
    assert sum(one.received for one in found.months) == sum(one[1] == "in" for one in dated)
    undated = [one for one in direct if one[2] is None]
    assert found.sent + found.received == len(dated) + len(undated)
    names = [one.month for one in found.months]
    assert names == sorted(set(names))
    if names:
        span = [12 * int(one[:4]) + int(one[5:]) for one in (names[0], names[-1])]
        assert len(names) == span[1] - span[0] + 1


def test_months_by_hand() -> None:
    """A message of the last second of a month would stand in the next one."""
    found = told(("p1", "out", 1.0, 1), ("p1", "in", 1.5, 1), ("p2", "in", 40, 1), ("p2", "out", 31.001, 1))
    assert found.months == (Month("2024-04", 1, 1, 1), Month("2024-05", 1, 1, 1))
    assert (found.both, found.only_sent, found.only_received) == (2, 0, 0)


def test_one_way_is_told_by_its_direction() -> None:
    """Who never answered would count as one who was never answered."""
    found = told(("p1", "out", 10, 1), ("p2", "in", 10, 1), ("p3", "in", 10, 3))
    assert (found.both, found.only_sent, found.only_received) == (0, 1, 1)


def test_quiet_are_once_close_and_silent_for_two_years() -> None:
    """Somebody written with last year, or heard from once, would be named as an old tie."""
    old = [("p1", way, age, 1) for way in ("in", "out") for age in (900, 1000, 1100)]
    lately = [("p2", way, age, 1) for way in ("in", "out") for age in (100, 1000, 1100)]
    once = [("p3", "in", 900, 1), ("p3", "out", 900, 1)]
    assert told(*old, *lately, *once).quiet == (OldTie("p1", 3, 3, "2021-05-28", "2021-12-14"),)
    for way in ("in", "out"):
        assert told(*old, ("p1", way, 50, 4)).quiet == (), "a word in a group is no silence"
    assert told(*old, leave_out=("p1",)).quiet == ()


def test_most_written_with_first_and_no_more_than_ten() -> None:
    """The list of old ties would grow without end or hang on the order of rows."""
    ids = [f"p{place:02d}" for place in range(14)]
    rows = [(one, way, 900 + n, 1) for place, one in enumerate(ids) for way in ("in", "out") for n in range(2 + place)]
    what = contacts(*reversed(rows))
    found = exchange(what, ties_of(people(*ids), what), TODAY).quiet
    assert [one.person for one in found] == ids[::-1][:10]


def test_nothing_but_counts_and_days() -> None:
    """A text of a message would reach the page."""
    kinds = {str(one.type) for kind in (Exchange, Month) for one in fields(kind)}
    assert kinds == {"int", "str", "tuple[Month, ...]", "tuple[OldTie, ...]"}
    assert told().months == ()
