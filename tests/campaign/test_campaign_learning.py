"""What one's own requests teach: nothing from few, drawn to the guess, bounded, the same however often it is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.campaign.learning import LEARN_FROM, SHIFT_MOST, bounded, moved, shift, teaching
from netscout.model.yields import Request


def many(count: int, answered: int, chance: float = 0.5) -> list[Request]:
    """Return so many finished requests, so many of them answered."""
    return [Request(f"p{place}", "2026-03-02", chance=chance, answered=place < answered) for place in range(count)]


@pytest.mark.parametrize(
    ("count", "answered", "moves"),
    [
        (LEARN_FROM - 1, 0, None),
        (30, 15, 0.0),
        (30, 0, -SHIFT_MOST),
        (30, 30, SHIFT_MOST),
        (40, 24, 0.323),
    ],
)
def test_own_answers_move_the_chance_within_bounds(count: int, answered: int, moves: float | None) -> None:
    """Few answers would move everybody, or many move them without end; 24 of 40 is (24 + 5) of 50 with the guess."""
    found = shift(many(count, answered))
    assert (found.move if found else None) == moves


def test_only_what_can_teach_does() -> None:
    """What nobody predicted, what never arrived, or what is too young to tell would count."""
    one = Request("p1", "2026-03-02", chance=0.5)
    idle = (replace(one, chance=None), replace(one, ripe=False), replace(one, running=True), replace(one, bounced=True))
    assert teaching([one, *idle]) == [one]
    assert shift([two for two in idle for _ in range(40)]) is None


CHANCES = st.lists(st.tuples(st.floats(0.02, 0.98), st.booleans()), min_size=LEARN_FROM, max_size=80)


@given(CHANCES, st.floats(-1, 1))
def test_what_was_learnt_before_never_counts_twice(rows: list[tuple[float, bool]], before: float) -> None:
    """Learning twice from the same requests would move the chance twice."""
    made = [Request(f"p{place}", "2026-03-02", chance=p, answered=yes) for place, (p, yes) in enumerate(rows)]
    plain = shift(made)
    later = shift([replace(one, chance=moved(one.chance or 0.0, before), moved=before) for one in made])
    assert plain is not None
    assert later is not None
    assert later.move == pytest.approx(plain.move, abs=0.03)  # chances are held within .005 and .995
    assert later.expected == pytest.approx(plain.expected, abs=0.2)


@given(CHANCES)
def test_a_further_answer_never_lowers_the_chance(rows: list[tuple[float, bool]]) -> None:
    """An answer would make everybody less likely to answer, or the move leave its bounds, or tell the order."""
    made = [Request(f"p{place}", "2026-03-02", chance=p, answered=yes) for place, (p, yes) in enumerate(rows)]
    found = shift(made)
    more = shift([replace(made[0], answered=True), *made[1:]])
    assert found is not None
    assert more is not None
    assert -SHIFT_MOST <= found.move <= more.move <= SHIFT_MOST
    assert shift(made[::-1]) == found
    assert (found.came - found.expected) * found.move >= -0.01


def test_a_move_is_taken_within_its_bounds() -> None:
    """A number typed into targets.toml would move the lists by one figure and be told as another."""
    assert [bounded(one) for one in (-5.0, 0.3, 2.0)] == [-SHIFT_MOST, 0.3, SHIFT_MOST]
    assert moved(0.5, 0.0) == 0.5
