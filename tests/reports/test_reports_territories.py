"""Areas, circles and dots: everybody once and inside, small fields together, little moved by a newer export."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import combinations
from math import hypot
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.model.report import NetworkPerson
from netscout.reports.territories import HUES, KNOWN, LANES_MOST, UNKNOWN, Territory, extent, lay_out, offered
from tests.examples import some
from tests.reports.sample_people import person
from tests.reports.sample_report import report

ROOT = Path(__file__).resolve().parents[2]


def _family(one: NetworkPerson) -> str:
    return one.family


def _apart(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    return hypot(one[0] - other[0], one[1] - other[1]) - one[2] - other[2]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 160), st.integers(1, 40), st.integers(0, 30))
def test_everybody_once_inside_and_apart(many: int, fields: int, hidden: int) -> None:
    """Somebody would have two dots or none, or lie in another company or area than their own."""
    people = [replace(person(place), family=f"field {place * place % fields}") for place in range(many)]
    others = Counter({"field 0": hidden, "elsewhere": hidden // 3})
    areas = lay_out(people, _family, others)
    assert sorted(dot.person for area in areas for dot in area.dots) == list(range(many))
    assert sum(area.people for area in areas) == many + hidden + hidden // 3
    assert all(_apart((a.x, a.y, a.radius), (b.x, b.y, b.radius)) > 0 for a, b in combinations(areas, 2))
    for area in areas:
        assert {people[dot.person].family for dot in area.dots} <= set(area.fields)
        _check_inside(area, people)


def _check_inside(area: Territory, people: list[NetworkPerson]) -> None:
    whole = (area.x, area.y, area.radius)
    assert all(_apart((dot.x, dot.y, 0.0), whole) + 2 * 0.3 < 0 for dot in area.dots)
    circles = [(one.x, one.y, one.radius) for one in area.companies]
    assert all(_apart(one, other) > 0 for one, other in combinations(circles, 2))
    for x, y, radius in circles:
        assert _apart((x, y, -radius), whole) <= 0.02
    for one, circle in zip(area.companies, circles, strict=True):
        for dot in area.dots:
            own = people[dot.person].company_label if len(area.fields) == 1 else people[dot.person].family
            assert (_apart((dot.x, dot.y, 0.0), circle) < 0) == (own == one.name)


def test_at_most_eight_areas_have_a_name_of_their_own() -> None:
    """Twenty small areas would lie about like islands, in more colours than anybody can tell apart."""
    people = [replace(person(place), family=f"field {min(place % 40, place % 7)}") for place in range(300)]
    people += [replace(person(place), family=f"rare {place}") for place in range(300, 306)]
    people += [replace(person(400), family="")]
    areas = {area.name: area for area in lay_out(people, _family)}
    assert len(areas) == HUES + 2
    assert sorted(area.hue for area in areas.values()) == [-1, -1, *range(HUES)]
    assert areas["6 smaller areas"].fields == tuple(f"rare {place}" for place in range(300, 306))
    assert [one.people for one in areas["6 smaller areas"].companies] == [1] * 6
    assert areas[UNKNOWN].people == 1


def test_one_small_field_more_stands_alone() -> None:
    """A single field left over would hide behind the words "1 smaller areas"."""
    people = [replace(person(place), family=f"field {place % (HUES + 1)}") for place in range(90)]
    areas = lay_out(people, _family)
    assert sorted(area.name for area in areas) == [f"field {place}" for place in range(HUES + 1)]
    assert sorted(area.hue for area in areas) == [-1, *range(HUES)]


def test_hues_follow_names_not_sizes() -> None:
    """Two areas would swap their colours because one has a person more."""
    people = [replace(person(place), family="ab"[place % 2]) for place in range(40)]
    first = {area.name: area.hue for area in lay_out(people, _family)}
    assert first == {area.name: area.hue for area in lay_out([*people, replace(person(41), family="b")], _family)}


def _next_export(people: tuple[NetworkPerson, ...], seed: int) -> tuple[NetworkPerson, ...]:
    """Return the people a year later: a few gone, four in a hundred in another job, five in a hundred new."""
    draw = random.Random(seed)  # noqa: S311  # a fixed choice
    later = []
    for one in people:
        if draw.random() < 0.015:
            continue
        other = draw.choice(people) if draw.random() < 0.04 else one
        moved = replace(one, family=other.family, company_label=other.company_label, company_key=other.company_key)
        later.append(replace(moved, strength=draw.choice(("warm", "cooling", "dormant"))))
    return (*later, *(replace(draw.choice(people), id=f"new{place}", name="") for place in range(len(people) // 20)))


@pytest.mark.parametrize("seed", some(1, range(3)))
def test_next_export_moves_little(seed: int) -> None:
    """The map one has learnt to read would be another one after each export."""
    before, after = report(600).people, _next_export(report(600).people, seed)
    old, new = lay_out(before, _family), lay_out(after, _family)
    left, right, _, _ = extent(old)
    was = {before[dot.person].id: dot for area in old for dot in area.dots}
    now = {after[dot.person].id: dot for area in new for dot in area.dots}
    moved = sorted(((was[one].x - now[one].x) ** 2 + (was[one].y - now[one].y) ** 2) ** 0.5 for one in was.keys() & now)
    assert moved[len(moved) // 2] < 0.1 * (right - left)
    assert moved[len(moved) * 3 // 4] < 0.18 * (right - left)
    places = {area.name: area for area in new}
    for one, other in combinations([area for area in old if area.people > 30], 2):
        across = other.x - one.x
        if abs(across) > 0.25 * (right - left):
            assert (places[other.name].x > places[one.name].x) == (across > 0), (one.name, other.name)


def test_names_have_room_where_dots_are_drawn() -> None:
    """The names of the large companies would lie over their people."""
    areas = lay_out(report(400).people, _family)
    named = [one for area in areas for one in area.companies if one.label]
    assert {"Larkfield"} <= {one.label[0] for one in named}
    for area in areas:
        for one in area.companies:
            inside = [dot for dot in area.dots if _apart((dot.x, dot.y, 0.0), (one.x, one.y, one.radius)) < 0]
            assert not one.label or all(abs(dot.y - one.y) > one.lane / 2 for dot in inside)


def test_crowd_has_no_lanes() -> None:
    """Circles would swell for names that nobody sees at that size."""
    assert not any(one.lane for area in lay_out(report(LANES_MOST + 1).people, _family) for one in area.companies)


def test_field_is_offered_where_enough_is_known() -> None:
    """A map of what is not known would be offered, or a good one held back."""
    most = 100
    known = round(KNOWN * most)
    assert offered(["x"] * known + [""] * (most - known))
    assert not offered(["x"] * (known - 1) + [""] * (most - known + 1))
    assert not offered([])


def test_same_bytes_under_any_hash_seed() -> None:
    """The same network would give another map on another machine."""
    code = (
        "from tests.reports.sample_report import report\n"
        "from netscout.reports.territories import lay_out\n"
        "print(lay_out(report(300).people, lambda one: one.family))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "LC_ALL": locale},
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale in (("1", "C"), ("2", "de_DE.UTF-8"))
    }
    assert len(found) == 1
