"""Packing and the map: no circle over another, everybody once, the same each time."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.reports.figure_map import MARKS_MOST, territories, uncrowd
from netscout.reports.packing import pack, pack_area, pack_labelled, spiral
from netscout.reports.territories import fold, lay_out
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


def test_labels_keep_apart() -> None:
    """An area's label would lie over another area."""
    radii, label = [9.0, 7.0, 4.0, 4.0, 2.0], (8.0, 2.0)
    places = pack_labelled(radii, [label] * 5, 0.5, 1.6)
    for (one, (x, y)), (two, (u, v)) in combinations(zip(radii, places, strict=True), 2):
        assert ((x - u) ** 2 + (y - v) ** 2) ** 0.5 >= one + two + 0.5 - 1e-6
        beside = abs(x - u) >= 8.5
        assert beside or abs((y + one) - (v + two)) >= 2.5 - 1e-6


@pytest.mark.parametrize("lane", [0.0, 2.0])
def test_spiral_leaves_the_lane(lane: float) -> None:
    """A dot would lie under the company's name."""
    spots = spiral(40, lane)
    assert len(set(spots)) == 40
    assert not lane or all(abs(y) >= lane / 2 for _, y in spots)


def test_map_holds_everybody_once_and_is_steady() -> None:
    """Somebody would have two dots or none, or the map would change from run to run."""
    people = report(400).people
    areas = lay_out(people, lambda one: one.family)
    assert areas == lay_out(people, lambda one: one.family)
    assert sorted(dot.person for area in areas for dot in area.dots) == list(range(400))
    for area in areas:
        assert all((dot.x - area.x) ** 2 + (dot.y - area.y) ** 2 <= area.radius**2 for dot in area.dots)


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
