"""Areas as large as their people are many, with names only where there is room for them."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.model.report import NetworkPerson
from netscout.reports.crowds import FEW, SLACK, Crowd, Packed, fold, sized
from netscout.reports.homes import hashed
from netscout.reports.sections.map import FIELDS
from netscout.reports.territories import lay_out
from tests.examples import some
from tests.reports.sample_report import report

PIXEL = 0.07
"""Units of a pixel on a map of about 400 people."""
FAIR = 0.25
"""How far the ground of a person may be from that of all together."""


def _crowd(name: str, circles: list[int], free: int) -> Crowd:
    """Return an area whose companies have two words for a name."""
    shown = tuple((f"Company {name}{place}", many, many) for place, many in enumerate(circles))
    return Crowd(sum(circles) + free, shown, free, tuple(hashed(f"{name}{place}") for place in range(free)))


def _ground(one: Packed, crowd: Crowd) -> float:
    return one.area.radius**2 / crowd.people


_CROWDS = st.lists(
    st.tuples(st.lists(st.integers(3, 60), max_size=9), st.integers(0, 90)).filter(lambda one: sum(one[0]) + one[1]),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(_CROWDS, st.sampled_from([0.0, PIXEL]))
def test_everybody_has_about_the_same_ground(given_: list[tuple[list[int], int]], pixel: float) -> None:
    """A field of small companies would look larger than one of three times as many people."""
    crowds = [_crowd(str(place), circles, free) for place, (circles, free) in enumerate(given_)]
    packed = sized(crowds, pixel)
    grounds = [_ground(one, crowd) for one, crowd in zip(packed, crowds, strict=True) if crowd.people >= FEW]
    if grounds:
        assert max(grounds) <= min(grounds) * SLACK**2 * (1 + 1e-9)
    for one, crowd in zip(packed, crowds, strict=True):
        assert len(one.area.dots) == crowd.free
        assert sorted(firm.people for firm in one.firms) == sorted(many for _, many, _ in crowd.circles)
        for x, y, radius in one.area.circles:
            assert hypot(x, y) + radius <= one.area.radius


@pytest.mark.parametrize("people", some(2, [60, 600, 3_001]))
@pytest.mark.parametrize("field", [one[2] for one in FIELDS], ids=[one[0] for one in FIELDS])
def test_size_of_an_area_tells_its_people(people: int, field: Callable[[NetworkPerson], str]) -> None:
    """The page says that the size of an area tells how many people it holds; it would not."""
    areas = [one for one in lay_out(report(people).people, field) if one.people >= FEW]
    whole = sum(one.radius**2 for one in areas) / sum(one.people for one in areas)
    for one in areas:
        assert abs(one.radius**2 / one.people / whole - 1) <= FAIR, (one.name, one.people, one.radius)


def test_a_name_is_given_up_before_the_measure() -> None:
    """One area would swell for the names of its many small companies, or no area would have any name."""
    crowds = [_crowd("a", [40, *[3] * 12], 0), _crowd("b", [30, 20], 60), _crowd("c", [], 80)]
    small, large, _ = sized(crowds, PIXEL)
    assert {firm.people for firm in large.firms if firm.label} == {30, 20}
    assert not any(firm.label for firm in small.firms if firm.people == 3)
    assert not any(firm.label for one in sized(crowds, 0.0) for firm in one.firms)


def test_all_is_stretched_alike() -> None:
    """The dots of a wide area would lie in a heap with nothing around."""
    tight, wide = sized([_crowd("a", [3] * 8, 0), _crowd("b", [30], 30)], 0.0)
    assert tight.stretch == 1.0
    assert wide.stretch > 1.1
    plain = sized([_crowd("b", [30], 30)], 0.0)[0]
    assert plain.stretch == pytest.approx(1.0, abs=0.16)
    assert [round(x / wide.stretch * plain.stretch, 6) for x, _ in wide.area.dots] == [
        round(x, 6) for x, _ in plain.area.dots
    ]
    assert hypot(*wide.area.dots[-1]) > 0.6 * wide.area.radius


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ash", ("Ash",)),
        ("Northwind Clinic", ("Northwind", "Clinic")),
        ("Unbreakableverylongname", ("Unbreakableveryl"[:15] + "…",)),
    ],
)
def test_fold(name: str, lines: tuple[str, ...]) -> None:
    """A company's name would be cut although it fits in two lines."""
    assert fold(name) == lines
