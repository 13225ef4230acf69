"""Areas side by side: apart with their labels, in a decent rectangle, hardly moved by slightly other sizes."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.reports.arranging import ASPECT, GAP, NEAR, Shape, arrange, overlap

SHAPES = st.lists(st.tuples(st.floats(1.0, 20.0), st.floats(2.0, 12.0), st.floats(1.0, 4.0)), max_size=9)


def _box(places: tuple[tuple[float, float], ...], shapes: list[Shape]) -> tuple[float, float, float, float]:
    both = list(zip(places, shapes, strict=True))
    return (
        min(x - max(r, wide / 2) for (x, _), (r, wide, _) in both),
        max(x + max(r, wide / 2) for (x, _), (r, wide, _) in both),
        min(y - r for (_, y), (r, _, _) in both),
        max(y + r + high for (_, y), (r, _, high) in both),
    )


@settings(max_examples=40, deadline=None)
@given(SHAPES)
def test_circles_and_labels_keep_apart(shapes: list[Shape]) -> None:
    """Two areas would lie over each other, or an area over the name of another."""
    places = arrange(shapes)
    assert len(places) == len(shapes)
    for (one, (x, y)), (two, (u, v)) in combinations(zip(shapes, places, strict=True), 2):
        assert ((x - u) ** 2 + (y - v) ** 2) ** 0.5 >= one[0] + two[0] + GAP - 2 * NEAR
        assert overlap((x - u, y - v), one, two)[0] <= 2 * NEAR


@settings(max_examples=40, deadline=None)
@given(SHAPES.filter(bool))
def test_the_middle_of_the_whole_is_nought(shapes: list[Shape]) -> None:
    """The map would be drawn with an empty margin on one side, and move as a whole from export to export."""
    left, right, bottom, top = _box(arrange(shapes), shapes)
    assert abs(left + right) < 1e-6
    assert abs(bottom + top) < 1e-6


def test_way_out_is_clear() -> None:
    """An area pushed off another's label would lie in it still, and the areas would never come to rest."""
    one, two = (3.0, 8.0, 2.0), (4.0, 6.0, 2.0)
    for x, y in ((0.1, 1.0), (4.0, 0.0), (0.5, -6.5), (5.0, 6.0)):
        away = (x, y)
        for _ in range(60):
            deep, across, along = overlap(away, one, two)
            if deep <= NEAR:
                break
            away = (away[0] + across, away[1] + along)
        assert overlap(away, one, two)[0] <= NEAR


def test_areas_fill_a_wide_rectangle() -> None:
    """Areas would float as far-off islands, or stand in a tower on a page that is wider than high."""
    shapes = [(radius, 9.0, 2.5) for radius in (14.0, 12.0, 9.0, 8.0, 6.0, 5.0, 4.0, 3.0, 3.0)]
    left, right, bottom, top = _box(arrange(shapes), shapes)
    taken = sum(3.14 * radius**2 + wide * high for radius, wide, high in shapes)
    assert taken / ((right - left) * (top - bottom)) > 0.55
    assert 1.0 < (right - left) / (top - bottom) < ASPECT * 1.25


def test_slightly_other_sizes_move_little() -> None:
    """An area would jump to the other side of the map because a few people came to it."""
    shapes = [(radius, 9.0, 2.5) for radius in (14.0, 12.0, 9.0, 8.0, 6.0, 5.0, 4.0, 3.0, 3.0)]
    before = arrange(shapes)
    wide = 2 * max(x for x, _ in before)
    for step in range(1, 6):
        after = arrange(
            [(radius * (1 + 0.004 * step * (-1) ** place), a, b) for place, (radius, a, b) in enumerate(shapes)]
        )
        moved = [((x - u) ** 2 + (y - v) ** 2) ** 0.5 for (x, y), (u, v) in zip(before, after, strict=True)]
        assert max(moved) < 0.25 * wide
        assert sorted(moved)[4] < 0.06 * wide


def test_neighbours_by_order_are_neighbours() -> None:
    """The order given would say nothing of the place."""
    places = arrange([(4.0, 2.0, 1.0)] * 9)
    near = [((x - u) ** 2 + (y - v) ** 2) ** 0.5 for (x, y), (u, v) in pairwise(places)]
    far = [((x - u) ** 2 + (y - v) ** 2) ** 0.5 for (x, y), (u, v) in combinations(places, 2)]
    assert sum(near) / len(near) < sum(far) / len(far)
