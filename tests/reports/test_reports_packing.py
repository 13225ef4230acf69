"""Packing and the map: no circle over another, everybody once, the same each time."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.reports.figure_map import MARKS_MOST, territories, uncrowd
from netscout.reports.homes import hashed
from netscout.reports.packing import company_radius, pack, pack_area, settle, spiral
from netscout.reports.territories import lay_out
from tests.reports.sample_report import report


def _clear(circles: tuple[tuple[float, float, float], ...], gap: float) -> None:
    for (x, y, r), (u, v, s) in combinations(circles, 2):
        assert ((x - u) ** 2 + (y - v) ** 2) ** 0.5 >= r + s + gap - 1e-6


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(1.0, 12.0), max_size=25))
def test_circles_keep_apart(radii: list[float]) -> None:
    """Two circles would lie over each other."""
    ordered = sorted(radii, reverse=True)
    circles = pack(ordered, 0.25)
    assert [radius for _, _, radius in circles] == ordered
    _clear(circles, 0.25)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(2.0, 8.0), max_size=12), st.integers(0, 200))
def test_area_holds_its_people(radii: list[float], free: int) -> None:
    """A dot would lie outside its area or inside a company that is not its own."""
    area = pack_area(sorted(radii, reverse=True), free)
    assert len(area.dots) == free
    for x, y in area.dots:
        assert (x * x + y * y) ** 0.5 < area.radius
        assert all((x - cx) ** 2 + (y - cy) ** 2 >= radius * radius for cx, cy, radius in area.circles)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(1.2, 9.0), max_size=12), st.integers(0, 150))
def test_free_dots_keep_apart_and_circles_stay_inside(radii: list[float], free: int) -> None:
    """Two people would lie on each other, or a company over the edge of its area."""
    homes = [hashed(f"c{place}") for place in range(len(radii))]
    alone = [hashed(f"p{place}") for place in range(free)]
    area = pack_area(sorted(radii, reverse=True), free, homes, alone)
    assert all((x * x + y * y) ** 0.5 + radius <= area.radius for x, y, radius in area.circles)
    _clear(tuple((x, y, 0.5) for x, y in area.dots), 0.0)
    assert area == pack_area(sorted(radii, reverse=True), free, homes, alone)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([1.6, 1.9, 2.6, 4.0]), min_size=3, max_size=11), st.integers(0, 999))
def test_few_circles_lie_close(radii: list[float], seed: int) -> None:
    """Three companies would lie in a row, or at three ends of an area that is empty in its middle."""
    ordered = sorted(radii, reverse=True)
    area = pack_area(ordered, 0, [hashed(f"{seed} {place}") for place in range(len(ordered))])
    least = sum(radius * radius for radius in ordered)
    assert (area.radius - 0.4) ** 2 <= (2.75 if len(ordered) > 3 else 2.2) * least


@given(st.integers(2, 40))
def test_few_dots_lie_about_their_middle(many: int) -> None:
    """Five people would all lie in the lower half of their area."""
    area = pack_area([], many)
    if many > 3:
        assert min(y for _, y in area.dots) < -0.3 * area.radius
        assert max(y for _, y in area.dots) > 0.3 * area.radius
    _clear(tuple((x, y, 0.5) for x, y in area.dots), 0.0)


@given(st.integers(1, 400), st.sampled_from([0.0, 1.5, 3.0]))
def test_spiral_keeps_dots_apart_and_inside(people: int, lane: float) -> None:
    """The people of a company would lie on each other or outside its circle."""
    spots = spiral(people, lane)
    radius = company_radius(people, lane)
    assert all((x * x + y * y) ** 0.5 + 0.5 <= radius + 1e-9 for x, y in spots)
    near = spots[:60]
    assert all(((x - u) ** 2 + (y - v) ** 2) ** 0.5 >= 0.8 for (x, y), (u, v) in combinations(near, 2))


@given(st.integers(1, 120))
def test_settle_gives_each_slot_once(many: int) -> None:
    """Two people would get one place, and another stay empty."""
    slots = np.array([[place % 11, place // 11] for place in range(many)], dtype=float)
    homes = np.array([hashed(f"p{place}") for place in range(many)])
    found = settle(slots, homes)
    assert sorted(map(tuple, found.tolist())) == sorted(map(tuple, slots.tolist()))


def test_settle_keeps_people_near_when_some_come_and_go() -> None:
    """One who leaves would move everybody after them to another corner."""
    slots = np.array(spiral(220))
    names = [f"p{place}" for place in range(220)]
    before = dict(zip(names[:200], settle(slots[:200], np.array([hashed(one) for one in names[:200]])), strict=True))
    stay = [one for place, one in enumerate(names) if place % 40]
    after = dict(zip(stay, settle(slots[: len(stay)], np.array([hashed(one) for one in stay])), strict=True))
    moved = sorted(float(np.hypot(*(before[one] - after[one]))) for one in stay if one in before)
    assert moved[len(moved) // 2] < 0.2 * company_radius(200)


@pytest.mark.parametrize("lane", [0.0, 2.0])
def test_spiral_leaves_the_lane(lane: float) -> None:
    """A dot would lie under the company's name."""
    spots = spiral(40, lane)
    assert len(set(spots)) == 40
    assert not lane or all(abs(y) >= lane / 2 for _, y in spots)


def test_hover_text_belongs_to_the_dot() -> None:
    """The pointer would name another person than the dot stands for."""
    people = report(200).people
    figure = territories(lay_out(people, lambda one: one.family), people)
    for trace in figure["data"]:
        if trace["meta"]["layer"] == "people":
            for person, words in zip(trace["customdata"], trace["hovertext"], strict=True):
                assert words.startswith(f"<b>{people[person].name}</b>")


def test_marks_are_few_in_a_crowd() -> None:
    """A large network would be drawn dot by dot and freeze the page."""
    people = report(MARKS_MOST + 200).people
    figure = territories(lay_out(people, lambda one: one.family), people)
    marks = sum(len(trace["x"]) for trace in figure["data"] if trace["mode"] == "markers")
    assert figure["layout"]["meta"]["crowded"]
    assert marks < 700


def test_uncrowd_hides_what_would_collide() -> None:
    """Two labels would be printed over each other."""
    label = {
        "x": 0.0,
        "y": 0.0,
        "yanchor": "middle",
        "text": "Northwind",
        "folded": "",
        "middle": 0.0,
        "font": {"size": 12},
        "own": 0,
        "room": 0.0,
        "lane": 0.0,
    }
    made = uncrowd([label, dict(label), {**label, "y": 50.0}], 1.0)
    assert [one["visible"] for one in made] == [True, False, True]
