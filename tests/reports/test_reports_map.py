"""The map in words and as a table: true, recomputable, and careful where little is known."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from netscout.model.report import NetworkPerson, ReportData
from netscout.reports import view
from netscout.reports.figure_map import SIZES, STATE_SIZE
from netscout.reports.page import render_map
from netscout.reports.scene import scene
from netscout.reports.sections.map import FIELDS, build, compact
from netscout.reports.sections.map_words import PART, Tally, findings, low, neglected, tallies, two_years_before
from netscout.reports.territories import UNKNOWN
from tests.examples import some
from tests.reports.page_parts import Parts
from tests.reports.sample_report import report

FAMILY = FIELDS[0][2]


def _map(data: ReportData) -> dict[str, Any]:
    made = build(scene(data))
    assert made is not None
    return made


def _tally(name: str, people: int, *, listed: int = 0, recent: int = 0) -> Tally:
    return Tally(name, people, listed, 0, recent, listed + recent)


def _with(people: tuple[NetworkPerson, ...]) -> ReportData:
    return replace(
        report(60),
        people=people,
        asks=(),
        links=(),
        lists=tuple((replace(one, rows=()), replace(two, rows=())) for one, two in report(60).lists),
    )


def test_neglected_is_the_field_that_lacks_most_people() -> None:
    """The page would blame a small field, or one where everybody is in touch."""
    fields = [
        _tally("Law", 100, recent=30),
        _tally("Sales", 60, recent=3),
        _tally("Arts", 20, recent=1),
        _tally("Care", PART - 1),
        _tally(UNKNOWN, 80),
    ]
    worst = neglected(fields)
    assert worst is not None
    assert worst.field.name == "Sales"
    assert worst.share == 3 / 60
    assert worst.elsewhere == 31 / 209


@pytest.mark.parametrize(
    "fields",
    [
        [_tally("Law", 100, recent=20), _tally("Sales", 50, recent=9)],
        [_tally("Law", 100, recent=20)],
        [_tally("Law", 8), _tally("Sales", 9, recent=9)],
        [_tally(UNKNOWN, 50), _tally("Sales", 50, recent=30)],
        [],
    ],
    ids=["nearly even", "one field", "few people", "not understood", "nobody"],
)
def test_nothing_is_neglected_without_a_reason(fields: list[Tally]) -> None:
    """A reader would be told to mend what is no fault, by chance or for want of knowledge."""
    assert neglected(fields) is None


def test_findings_can_be_counted_from_the_people() -> None:
    """A number of the findings would be another than the people give."""
    data = report(600)
    here = scene(data)
    fields = tallies(here, FAMILY)
    said = findings(fields, "kind of work", here)
    worst = neglected(fields)
    assert worst is not None
    since = two_years_before(data.today)
    there = [one for one in data.people if one.family == worst.field.name]
    recent = [one for one in there if (one.last_day or "") >= since]
    reached = [one for one in data.people if one.listed or (one.last_day or "") >= since]
    assert said[0] == f"The kind of work you neglect most is {low(worst.field.name)}"
    assert (worst.field.people, worst.field.recent) == (len(there), len(recent))
    assert worst.share == sum(one.family == worst.field.name for one in reached) / len(there)
    assert worst.elsewhere == sum(one.family != worst.field.name for one in reached) / (600 - len(there))
    assert f"You neglect {low(worst.field.name)}: {len(there)} people" in said[2]
    assert len(said) == 4


def test_table_counts_everybody_once() -> None:
    """The table would lack the small fields that share an area on the drawing."""
    data = report(600)
    spread = tuple(replace(one, family=f"{one.family} {place % 3}") for place, one in enumerate(data.people))
    one = _map(replace(data, people=spread))["maps"][0]
    assert sum(row["people"] for row in one["areas"]) == 600
    assert len(one["areas"]) > 10
    areas = {area["name"]: area for area in _map(replace(data, people=spread))["figures"]["maps"]["family"]["areas"]}
    for row in one["areas"]:
        assert row["name"] in areas[row["area"]].get("of", [row["area"]])
    assert sum(area["people"] for area in areas.values()) == 600


def test_small_field_has_a_circle_of_its_own_to_open() -> None:
    """The button of a field of two would open the circle of all small fields, with 32 people in it."""
    data = report(600)
    spread = tuple(replace(one, family=f"{one.family} {place % 3}") for place, one in enumerate(data.people))
    made = _map(replace(data, people=spread))
    areas = {area["name"]: area for area in made["figures"]["maps"]["family"]["areas"]}
    small = [row for row in made["maps"][0]["areas"] if row["area"] != row["name"]]
    assert len(small) > 3
    for row in made["maps"][0]["areas"]:
        inside = {name: people for name, *_, people in areas[row["area"]]["companies"]}
        assert inside[row["circle"]] == row["people"] if row in small else row["circle"] == ""
    assert f'data-circle="{small[0]["circle"]}"' in render_map(replace(data, people=spread))


def test_map_of_nobody_says_why_and_what_to_do() -> None:
    """A page with a header and a footer would leave one to guess what went wrong."""
    data = _with(())
    page = Parts(render_map(data))
    assert "There is nobody to draw yet" in page.text
    assert "Connections.csv" in page.text
    assert "netscout load" in page.text
    assert "chart-data" not in render_map(data)


def test_shared_map_without_a_shortlist_says_that_nobody_is_drawn() -> None:
    """A reader would look for dots and rings that are not there."""
    data = _with(tuple(replace(one, listed=()) for one in report(60).people))
    shared = Parts(render_map(replace(data, form="share"))).text
    assert "No person is drawn" in shared
    assert "A dot is one person" not in shared
    assert "A dot is one person" in Parts(render_map(data)).text


@pytest.mark.parametrize("form", ["mine", "share"])
def test_legend_speaks_of_what_is_drawn(form: str) -> None:
    """A reader of a shared map would look for everybody, and for companies, that it does not draw."""
    data = replace(report(300), form=form)
    text = Parts(render_map(data)).text
    told = {
        "A dot is one person: the larger, the warmer the tie. A ring marks": form == "mine",
        "A ringed dot is one person on": form == "share",
        "Everybody else is counted in the numbers, not drawn.": form == "share",
        "Largest companies": form == "mine",
    }
    assert {words: words in text for words in told} == told
    maps = _map(data)
    for one in maps["maps"]:
        areas = maps["figures"]["maps"][one["key"]]["areas"]
        drawn = {"of" in area for area in areas if area["companies"]}
        assert one["circles"] == {"companies": False in drawn, "fields": True in drawn}
    lone = tuple(replace(one, company_key=one.id, company_label=one.id, family="Management") for one in data.people)
    assert "A tinted circle" in text
    bare = replace(data, people=tuple(replace(one, sector="", community="") for one in lone))
    assert "tinted circle" not in Parts(render_map(bare)).text
    assert (
        "A ring marks"
        not in Parts(render_map(replace(data, people=tuple(replace(one, listed=()) for one in data.people)))).text
    )


@pytest.mark.parametrize("people", some(4, [6, 9, 60, 600, 3_000]))
def test_the_warmer_the_larger_in_every_network(people: int) -> None:
    """The page says that a larger dot is a warmer tie, and all would be of one size in a small network."""
    some = (report(people).people if people > 60 else report(60).people)[:people]
    here = tuple(replace(one, strength=tuple(STATE_SIZE)[place % 6]) for place, one in enumerate(some))
    chart = _map(_with(here))["figures"]["maps"]["family"]["figure"]
    sizes: dict[str, set[float]] = {}
    for trace in chart["data"]:
        if trace["meta"]["layer"] == "people":
            for row, size in zip(trace["customdata"], trace["marker"]["size"], strict=True):
                sizes.setdefault(here[row].strength, set()).add(size)
    assert all(len(those) == 1 for those in sizes.values())
    found = {state: min(those) for state, those in sizes.items()}
    for (one, size), (other, less) in combinations(found.items(), 2):
        assert (size > less, size < less) == (
            STATE_SIZE[one] > STATE_SIZE[other],
            STATE_SIZE[one] < STATE_SIZE[other],
        )
    assert max(found.values()) <= chart["layout"]["meta"]["size"] <= SIZES[1]


def test_without_messages_nobody_is_said_to_neglect() -> None:
    """Somebody who loaded Connections.csv alone would be told whom they do not write to, out of nothing."""
    data = report(300)
    silent = tuple(replace(one, last_day=None) for one in data.people)
    one = _map(replace(data, people=silent))
    said = one["maps"][0]["findings"]
    assert "neglect" not in said[0]
    assert said[2].startswith("Which kind of work you neglect cannot be told")
    assert not one["maps"][0]["method"]
    assert not one["in_touch"]
    assert not one["maps"][0]["neglect"]


def test_one_field_and_none_are_told_plainly() -> None:
    """A network of one field, or of titles nobody understands, would read as nonsense."""
    people = report(40).people
    alike = _map(_with(tuple(replace(one, family="Law", sector="") for one in people)))["maps"]
    assert alike[0]["findings"][0] == "All of your people are in law"
    blank = _map(_with(tuple(replace(one, family="") for one in people)))["maps"]
    assert blank[0]["findings"] == ["No kind of work could be read from the titles and companies of this network"]
    assert [row["people"] for row in blank[0]["areas"]] == [40]


def test_fields_of_which_little_is_known_are_not_offered() -> None:
    """A button would lead to a map of what is not known; or how you met could not be looked at where it is known."""
    data = report(120)
    assert [one["key"] for one in _map(data)["maps"]] == ["family", "sector", "community"]
    bare = tuple(replace(one, community="", sector="") for one in data.people)
    assert [one["key"] for one in _map(replace(data, people=bare))["maps"]] == ["family"]


def test_hidden_names_are_in_no_figure() -> None:
    """A page with names hidden would give them away in the data of its drawings."""
    data = replace(report(200), form="share", hide_names=True)
    block = json.dumps(Parts(render_map(data)).block("chart-data"), ensure_ascii=False)
    for one in data.people:
        assert one.name not in block
    assert "Person 1" in block


def test_shared_map_draws_the_listed_alone() -> None:
    """People who are on no list would lie as dots on a page made to be shown."""
    data = replace(report(300), form="share")
    one = _map(data)
    listed = sum(bool(person.listed) for person in data.people)
    chart = one["figures"]["maps"]["family"]
    dots = [
        index
        for trace in chart["figure"]["data"]
        if trace["meta"]["layer"] == "people"
        for index in trace["customdata"]
    ]
    assert sorted(dots) == list(range(listed))
    assert sum(area["people"] for area in chart["areas"]) == 300


def test_map_alone_says_the_same() -> None:
    """The map of its own would tell another story than the map of the page."""
    data = report(100)
    whole = next(one for one in view.build(data)["sections"] if one["id"] == "map")
    alone = view.build_map(data)["sections"][0]
    assert whole["maps"] == alone["maps"]


def test_compact_labels_lose_nothing() -> None:
    """A label would be drawn at another place, or in another size, than the figure says."""
    labels = [
        {"text": "a", "x": 1.0, "font": {"size": 13}, "folded": "a"},
        {"text": "b", "x": 2.0, "font": {"size": 13}, "folded": ""},
        {"text": "c", "x": 2.0, "font": {"size": 13}, "folded": ""},
        {"text": "d", "x": 4.0, "font": {"size": 11}},
    ]
    small = compact(labels)
    assert [{**small["kinds"][kind], **own} for kind, own in small["rows"]] == labels
    assert [own for _, own in small["rows"]][2] == {"text": "c"}
