"""The numbers of the page: each can be counted again from the data, and the sentences say what the numbers say."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from netscout.model.ranking import Part
from netscout.reports import columns, view
from netscout.reports.rows import row_view, signed, waterfall
from netscout.reports.scene import scene
from tests.reports.sample_people import DATA
from tests.reports.sample_report import report

FORBIDDEN = ("bridge", "broker", "structural hole", "knows")


def _sections(data: Any = None) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in view.build(data or report())["sections"]}


def test_order_of_sections() -> None:
    """The page would open with something else than whom to write to."""
    found = [one["id"] for one in view.build(report())["sections"]]
    assert found == [
        *("write", "glance", "changes", "whom", "echo", "map", "gaps", "ties", "shape"),
        *("everyone", "account"),
    ]


def test_view_is_json_and_repeats_itself() -> None:
    """The same data would give other bytes, or a value that JSON cannot hold."""
    one, other = (json.dumps(view.build(report()), allow_nan=False) for _ in range(2))
    assert one == other


def test_glance_counts_again() -> None:
    """A figure at a glance would not be the count of the people in the data."""
    data = report()
    shown = {one["key"]: one["value"] for one in _sections(data)["glance"]["figures"]}
    assert shown["people"] == len(data.people)
    assert shown["companies"] == len({one.company_key for one in data.people if one.company_key})
    assert shown["listed"] == sum(bool(one.listed) for one in data.people)


def test_first_target_is_the_first_pair_of_lists() -> None:
    """The page would open with the target of lower motivation."""
    whom = _sections()["whom"]
    assert whom["groups"][0]["name"] == DATA
    assert "data analyst or health data analyst" in whom["title"]


def test_whom_counts_people_who_match() -> None:
    """The title of the list would claim another number of people than the verdicts give."""
    data = report()
    matching = sum(one.verdicts[DATA] == "match" for one in data.people)
    assert _sections(data)["whom"]["title"].startswith(f"{matching} people work as data analyst or health data analyst")


def test_printed_parts_sum_to_the_printed_score() -> None:
    """Rounding would leave a waterfall whose lines do not sum to its foot."""
    for group in _sections()["whom"]["groups"]:
        for listed in group["lists"]:
            for row in listed["rows"]:
                assert sum(line["points"] for line in row["parts"]["lines"]) == pytest.approx(row["score"], abs=1e-9)
                printed = [_tenths(line["shown"]) for line in row["parts"]["lines"]]
                assert sum(printed) == _tenths(row["parts"]["shown"])


@pytest.mark.parametrize("points", [(0.04, 0.04, 0.04), (-0.05, 0.14, -33.33), (), (1e-12,)])
def test_waterfall_of_awkward_points(points: tuple[float, ...]) -> None:
    """Tiny or no parts would break the sum or give a bar outside its table."""
    made = waterfall([Part(f"k{place}", value, "") for place, value in enumerate(points)], sum(points))
    assert sum(_tenths(line["shown"]) for line in made["lines"]) == _tenths(made["shown"])
    assert all(0 <= left <= 100.1 and left + width <= 100.2 for left, width in made["bars"])


def test_each_kind_of_work_stands_once() -> None:
    """A family with jobs whose role nobody can tell would stand twice, with the same roles."""
    bare = report()
    vague = replace(bare.fields[2], people=9, askable=4)
    data = replace(bare, targets=(), lists=bare.lists[:1], asks=(), fields=(*bare.fields, vague))
    made = _sections(data)["explore"]
    assert [one["family"] for one in made["lines"]] == ["Health care practice", "Computing and mathematics"]
    assert made["title"].startswith("2 kinds of work")
    assert made["lines"][0]["people"] == 120


def test_echo_shares_count_again() -> None:
    """A share in the make-up table would not be the share of rows."""
    data = report()
    group = _sections(data)["echo"]["groups"][0]
    rows = {row.id: row for ranked in data.lists[0] for row in ranked.rows if row.rank}
    counts = Counter(row.facets["industry"] for row in rows.values())
    facet = next(one for one in group["facets"] if one["key"] == "industry")
    assert group["listed"] == len(rows)
    for line in facet["lines"]:
        if line["value"] in counts:
            assert line["here"] == counts[line["value"]]
            assert line["here_share"] == line["here"] / len(rows)
    assert sum(line["here"] for line in facet["lines"]) == len(rows)


def test_map_areas_hold_everybody() -> None:
    """Somebody would be missing from the map's table, or stand in two areas."""
    data = report()
    for one in _sections(data)["map"]["maps"]:
        assert sum(area["people"] for area in one["areas"]) == len(data.people)


def test_everyone_reads_back() -> None:
    """The long table would show another title, company or address than the data."""
    data = report()
    rows = columns.decode(_sections(data)["everyone"]["people"])
    assert [row["name"] for row in rows] == [one.name for one in data.people]
    assert [row["url"] for row in rows] == [one.url for one in data.people]
    assert [row["title"] for row in rows] == [one.title for one in data.people]
    assert [row["verdict 0"] for row in rows] == [one.verdicts[DATA] for one in data.people]


def test_nobody_is_said() -> None:
    """A company without anybody would be left out or shown as 0."""
    lines = {line["company"]: line for line in _sections()["gaps"]["groups"][0]["companies"]}
    assert lines["Umbra Labs"]["people_words"] == "nobody"
    assert lines["Umbra Labs"]["search"].startswith("https://www.linkedin.com/search/results/people/?keywords=")
    assert " " not in lines["Umbra Labs"]["search"]


def test_fewer_than_three_is_said_plainly() -> None:
    """With one card the page would still promise three."""
    data = report()
    one = _sections(replace(data, asks=data.asks[:1]))["write"]
    assert one["title"] == "Write to this person this week"
    assert one["groups"][0]["note"].startswith("Only one this time")
    none = _sections(replace(data, asks=()))["write"]
    assert none["title"] == "Nobody to write to yet for this target"


def test_a_card_leads_to_its_rows_and_a_row_to_its_card() -> None:
    """A reader could not see from which list a card comes, or would look for a text that stands above."""
    found = _sections()
    rows = {
        f"row-{one['key']}-{row['rank']}": row
        for group in found["whom"]["groups"]
        for one in group["lists"]
        for row in one["rows"]
    }
    cards = [
        (f"card-{group['target']}-{at}", card)
        for group in found["write"]["groups"]
        for at, card in enumerate(group["cards"], start=1)
    ]
    assert cards
    for anchor, card in cards:
        assert card["places"]
        for place in card["places"]:
            row = rows[place["anchor"]]
            assert (row["id"], place["words"].split()[1]) == (card["id"], str(row["rank"]))
            assert row["card"] == (anchor if card["request"] else "")
    assert {row["card"] for row in rows.values()} - {""} == {anchor for anchor, card in cards if card["request"]}


def test_without_target() -> None:
    """Without a target the page would claim a fit, or not tell what the network holds."""
    data = report()
    pair = tuple(replace(ranked, target="") for ranked in data.lists[0])
    bare = replace(data, targets=(), lists=((pair[0], pair[1]),), asks=(), checks=())
    made = _sections(bare)
    assert "gaps" not in made
    assert made["explore"]["lines"][0]["people"] == 120
    assert [one["heading"] for one in made["whom"]["groups"][0]["lists"]] == [
        "People by strength and spread",
        "Connectors",
    ]


@pytest.mark.parametrize("people", [0, 1, 2, 7])
def test_small_networks(people: int) -> None:
    """An empty or tiny network would raise instead of giving a plain page."""
    data = report(12)
    few = replace(
        data,
        people=data.people[:people],
        lists=tuple((replace(one, rows=one.rows[:people]), replace(two, rows=())) for one, two in data.lists),
        asks=(),
        links=(),
    )
    assert view.build(few)["sections"]


def test_no_forbidden_word_in_our_texts() -> None:
    """A structural figure or a claim that two people know each other would stand on the page."""
    text = json.dumps(view.build(report())).casefold()
    assert not [word for word in FORBIDDEN if word in text]


def _tenths(shown: str) -> int:
    return int(shown.replace("\u2212", "-").replace("+", "").replace(".", ""))


def test_signed() -> None:
    """A minus would be a hyphen, or nought would carry a sign."""
    assert [signed(one) for one in (-123, 0, 7)] == ["\u221212.3", "0.0", "+0.7"]


def test_rows_speak_plain_english() -> None:
    """A row would say "the first with this level: plain", or keep still about how you met."""
    data = report(60)
    (practitioners, connectors), *others = data.lists
    gains = (Part("gain.seniority", 20.0, "the first with this seniority"),)
    row = next(one for one in practitioners.rows if one.rank == 1)
    bare = replace(row, gains=gains, missing="", facets={"seniority": "plain", "community": ""})
    rows = tuple(bare if one.id == row.id else one for one in practitioners.rows)
    made = row_view(bare, scene(replace(data, lists=((replace(practitioners, rows=rows), connectors), *others))))
    assert made["widens"] == "The first with this seniority: no rank in the title."
    assert made["missing"] == "How you met stands in none of the files."
