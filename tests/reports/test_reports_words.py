"""Titles and lines that must not claim more than the data: the map, the make-up, the first section, the changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from netscout.model.changes import Change, ChangeList
from netscout.model.report import ReportData
from netscout.reports import columns, view
from tests.reports.sample_people import DATA
from tests.reports.sample_report import report


def _sections(data: ReportData) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in view.build(data)["sections"]}


def _with_families(shares: dict[str, int]) -> ReportData:
    data = report(100)
    names = [name for name, many in shares.items() for _ in range(many)]
    return replace(data, people=tuple(replace(one, family=name) for one, name in zip(data.people, names, strict=True)))


def test_most_means_more_than_half() -> None:
    """The map would say "most" of less than half, or hide how many are not understood."""
    most = _sections(_with_families({"Sales": 51, "Law": 49}))["map"]
    assert most["title"] == "51 % of your people are in sales"
    assert most["maps"][0]["findings"][1] == "Most of your people are in sales, with 51 of 100, then law (49)."
    less = _sections(_with_families({"Sales": 40, "Law": 30, "": 30}))["map"]["maps"][0]["findings"]
    assert less[1] == "Your largest kind of work is sales, with 40 of 100, then law (30)."
    dark = _sections(_with_families({"Sales": 30, "Law": 25, "": 45}))["map"]["maps"][0]["findings"]
    assert dark[1].endswith("then law (25). Of 45 people the kind of work is not known.")


def test_no_answer_where_little_is_known() -> None:
    """The question of the echo chamber would be answered with "No" although hardly a circle is known."""
    data = report(60)
    lists = tuple(
        tuple(
            replace(
                ranked,
                rows=tuple(
                    replace(row, facets={"company": row.company, "community": "school" if place % 5 == 0 else ""})
                    for place, row in enumerate(ranked.rows)
                ),
            )
            for ranked in pair
        )
        for pair in data.lists
    )
    title = _sections(replace(data, lists=lists))["echo"]["title"]  # type: ignore[arg-type]  # pairs of two
    assert title.startswith("Too little is known to say: how you met is known for ")


def test_glance_says_who_the_people_are() -> None:
    """The people of the network would be more than the connections, and nobody told why."""
    data = report(20)
    odd = [replace(one, known_from="messages") for one in data.people[:3]] + [replace(data.people[3], gone=True)]
    made = _sections(replace(data, people=(*odd, *data.people[4:])))["glance"]["made_of"]
    assert made == ("20 people: 16 connections, 3 known from messages only and 1 no longer listed in the newest export")
    assert _sections(data)["glance"]["made_of"] == ""


def test_open_asks_are_told() -> None:
    """Somebody who was asked would vanish from the page without a word."""
    data = report(60)
    reason = "you asked on 2026-03-20; wait for the answer before you ask again"
    pair = data.lists[0]
    waiting = next(row for row in pair[0].rows if not row.rank)
    rows = tuple(replace(row, excluded=reason) if row.id == waiting.id else row for row in pair[0].rows)
    people = tuple(replace(one, excluded=reason) if one.id == waiting.id else one for one in data.people)
    asked = replace(data, lists=((replace(pair[0], rows=rows), pair[1]), *data.lists[1:]), people=people)
    made = _sections(asked)
    assert made["write"]["waiting"] == f"{waiting.name} (asked 20 March)"
    told = [row["left out"] for row in columns.decode(made["everyone"]["people"]) if row["left out"]]
    assert told == ["You asked on 20 March 2026; wait for the answer before you ask again."]
    assert _sections(replace(asked, form="share"))["write"]["waiting"] == ""


def test_title_without_practitioners_or_target() -> None:
    """The page would promise people who do the work where there are none, or where no work was named."""
    data = report(60)
    nobody = replace(data.lists[0][0], rows=tuple(replace(row, rank=0) for row in data.lists[0][0].rows))
    made = _sections(replace(data, lists=((nobody, data.lists[0][1]), *data.lists[1:])))
    assert made["write"]["title"] == "Nobody here does this work yet; these three may know somebody"
    assert made["whom"]["groups"][0]["lists"][0]["about"] == ""
    assert made["whom"]["groups"][0]["lists"][0]["note"].startswith("Nobody you know does this work")
    pair = tuple(replace(ranked, target="") for ranked in data.lists[0])
    asks = tuple(replace(one, target="") for one in data.asks if one.target == DATA)
    bare = _sections(replace(data, targets=(), lists=((pair[0], pair[1]),), asks=asks, checks=()))
    assert bare["write"]["title"] == "Talk to these three first"
    row = bare["whom"]["groups"][0]["lists"][0]["rows"][0]
    assert (row["verdict_words"], row["verdict_reason"]) == ("", "")


def test_changes_into_the_work_come_first() -> None:
    """Somebody who now does the work would stand far down in a closed fold."""
    data = report(60)
    does = next(one for one in data.people if one.verdicts[DATA] == "match")
    other = next(one for one in data.people if one.verdicts[DATA] == "no")
    moved = ChangeList(
        "2025-06-01",
        "2026-03-20",
        (
            Change("title", other.id, "Aaron", "Nurse", "Ward manager"),
            Change("title", does.id, "Zoe", "", "Data analyst"),
            Change("new", "p0009", "Bo"),
        ),
        1,
    )
    made = _sections(replace(data, changes=moved))["changes"]
    assert made["title"] == "Since 1 June 2025: 2 have a new title and 1 is new"
    assert made["kinds"][0]["open"]
    assert made["kinds"][0]["lines"][0] == {
        "name": "Zoe",
        "before": "no title before",
        "after": "Data analyst",
        "fits": "still does this work",
    }
    assert made["hidden_words"] == "1 person keeps their name"
