"""Titles and lines that must not claim more than the data: the map, the make-up, the first section, the changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netscout.model.changes import Change, ChangeList
from netscout.model.report import ReportData
from netscout.reports import columns, view
from netscout.reports.scene import scene
from netscout.reports.sections import echo
from netscout.reports.sections.map_words import Tally, _shortlist
from netscout.reports.text import part_of
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
    assert made["write"]["title"] == "Nobody who does this work can be asked; these three may know somebody"
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
        "fits": f"still does this work ({DATA})",
    }
    assert made["hidden_words"] == "1 person keeps their name"


@pytest.mark.parametrize(
    ("listed", "wanted"),
    [
        (8, "The list leans: nursing is 80 % of the list and 50 % of the network"),
        (6, "The list leans: nursing is 60 % of the list and 50 % of the network"),
        (5, "The list is made up about the same as your network: nursing is 50 % of the list and 50 % of the network"),
        (4, "The list is no echo of your network: nursing is 40 % of the list and 50 % of the network"),
    ],
)
def test_no_echo_only_where_the_share_is_not_higher(listed: int, wanted: str) -> None:
    """A list with more of the largest group than the network would be called no echo of it."""
    data = report(40)
    rows = data.lists[0][0].rows
    order = sorted(range(40), key=lambda at: rows[at].id)
    made = tuple(
        replace(rows[at], rank=place + 1 if place < 10 else 0, facets={"family": _work(place, listed)})
        for place, at in enumerate(order)
    )
    pair = (replace(data.lists[0][0], rows=made), replace(data.lists[0][1], rows=()))
    assert _sections(replace(data, lists=(pair, data.lists[1])))["echo"]["title"] == wanted


def _work(place: int, listed: int) -> str:
    """Return the work of somebody: so many of the first ten are nurses, of all forty half."""
    nurse = place < listed if place < 10 else place < 30 - listed
    return "Nursing" if nurse else f"Work {place}"


def test_about_the_same_reaches_as_far_as_its_margin() -> None:
    """A difference nobody would notice would be told as a finding."""
    facet = {"key": "family", "top": "Nursing", "known_there": 1.0, "top_there": 0.5}
    for share, begins in (
        (0.5 + echo.SAME, "The list is made up about the same"),
        (0.5 + echo.SAME + 0.01, "The list leans"),
        (0.5 - echo.SAME, "The list is made up about the same"),
        (0.5 - echo.SAME - 0.01, echo.NO_ECHO),
    ):
        assert echo._finding([facet | {"top_here": share}], 20).startswith(begins)


def test_how_many_of_how_many() -> None:
    """A title would speak of one of the one listed, or of 14 of the 14."""
    assert part_of(1, 1, "listed") == "the one listed"
    assert part_of(4, 4, "listed") == "all four listed"
    assert part_of(1, 4, "listed") == "one of the four listed"


def _few(people: int) -> ReportData:
    """Return a network of so many people, none of them on a list."""
    data = report(13)
    lists = tuple(
        tuple(replace(one, rows=tuple(replace(row, rank=0) for row in one.rows[:people])) for one in pair)
        for pair in data.lists
    )
    return replace(data, people=data.people[:people], lists=lists, asks=(), links=())  # type: ignore[arg-type]  # pairs


@pytest.mark.parametrize(
    ("people", "listed", "wanted"),
    [
        (1, 1, "of the one listed, no strength is known"),
        (4, 1, "of the one listed, no strength is known"),
        (4, 4, "of all four listed, no strength is known"),
    ],
)
def test_the_listed_are_counted_as_people_say_it(people: int, listed: int, wanted: str) -> None:
    """A title would speak of one of the one listed, or of four of the four."""
    data = _few(people)
    rows = tuple(
        replace(row, rank=place + 1 if place < listed else 0, strength="unknown")
        for place, row in enumerate(data.lists[0][0].rows)
    )
    pair = (replace(data.lists[0][0], rows=rows), data.lists[0][1])
    made = replace(data, lists=(pair, data.lists[1]), people=tuple(replace(one, last_day=None) for one in data.people))
    assert _sections(made)["whom"]["title"].endswith(wanted)


def test_ties_of_one_person() -> None:
    """The section of ties would count one person out of one."""
    data = _few(1)
    told = replace(data.exchange, sent=1, received=1, both=1, only_sent=0, only_received=0)
    warm = tuple(replace(one, strength="warm") for one in data.people)
    made = _sections(replace(data, people=warm, exchange=told))["ties"]
    assert made["title"] == "You have written with the one person here; the tie is warm today"
    assert made["states"]["title"] == "The strength of your one tie is known"
    assert made["balance"][0].endswith("1 message sent, 1 received")
    few = _few(4)
    cold = tuple(replace(one, strength="unknown") for one in few.people)
    found = _sections(replace(few, exchange=replace(told, both=4), people=cold))["ties"]
    assert found["title"] == "You have written with all your 4 people; none of your ties is warm today"
    assert found["states"]["title"] == "Of all your 4 ties no strength is known"


def test_who_could_lead_on_in_words() -> None:
    """The map would say that one of one are somewhere."""
    tally = Tally("Law", 20, 4, 1, 0, 4)
    assert _shortlist([tally], scene(report(13)))[0].endswith("The one who could lead you on is in law.")
    both = [tally, Tally("Sales", 10, 3, 3, 0, 3)]
    assert _shortlist(both, scene(report(13)))[0].endswith("Three of the four who could lead you on are in sales.")
