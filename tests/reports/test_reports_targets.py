"""Several targets, or none: what stands above the lists holds for the target shown, and leads to what is there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from netscout.model.ranking import RankedList
from netscout.model.report import ReportData, TargetCheck
from netscout.reports import view
from netscout.reports.left_out import left_out
from netscout.reports.page import render
from netscout.reports.scene import scene
from tests.reports.page_parts import Parts
from tests.reports.sample_people import CARE, DATA
from tests.reports.sample_report import report

TITLED = ("write", "whom", "echo", "gaps")
"""Sections whose finding is of one target."""
EMPTY = {
    "write": "Nobody to write to yet for this target",
    "whom": "Nobody for these lists yet",
    "echo": "Too few people are listed for this target to compare",
}


def _sections(data: ReportData) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in view.build(data)["sections"]}


def _unlisted(ranked: RankedList, kept: int = 0) -> RankedList:
    return replace(ranked, rows=tuple(row if 0 < row.rank <= kept else replace(row, rank=0) for row in ranked.rows))


def _bare_at(place: int) -> ReportData:
    """Return a network in which nobody stands on the lists of the target at a place."""
    data = report(60)
    name = (DATA, CARE)[place]
    pairs = [(_unlisted(pair[0]), _unlisted(pair[1])) if at == place else pair for at, pair in enumerate(data.lists)]
    checks = tuple(TargetCheck(name, (("none", "", 0, 0),)) if one.target == name else one for one in data.checks)
    asks = tuple(one for one in data.asks if one.target != name)
    return replace(data, lists=tuple(pairs), checks=checks, asks=asks)


def _without_target(data: ReportData) -> ReportData:
    first = tuple(replace(one, target="") for one in data.lists[0])
    asks = tuple(replace(one, target="") for one in data.asks if one.target == DATA)
    chosen = {row.id for one in first for row in one.rows if row.rank}
    people = tuple(replace(one, listed=("/practitioners",) if one.id in chosen else ()) for one in data.people)
    return replace(data, targets=(), lists=((first[0], first[1]),), asks=asks, checks=(), people=people)


@pytest.mark.parametrize("place", [0, 1])
def test_a_target_without_people_has_titles_of_its_own(place: int) -> None:
    """The finding of one target would stand over the empty lists of another, or the other way round."""
    made = _sections(_bare_at(place))
    for key in TITLED:
        titles = [one["title"] for one in made[key]["groups"]]
        assert len(titles) == 2
        assert EMPTY.get(key, titles[place]) == titles[place] != titles[1 - place]
        assert made[key]["title"] == titles[0]


@pytest.mark.parametrize("place", [0, 1])
def test_every_title_stands_in_the_page_as_a_pane_of_its_target(place: int) -> None:
    """The switch would hide the lists of a target and leave its title, or a page on paper would not say whose it is."""
    data = _bare_at(place)
    page, made = render(data), _sections(data)
    for key in TITLED:
        found = re.search(rf'<h2 id="{key}-title">(.*?)</h2>', page, re.DOTALL)
        assert found
        told = re.findall(
            r'<span class="pane" data-target="(\d)"><small class="pane-name">For <bdi>(.*?)</bdi>: ', found[1]
        )
        assert told == [("0", DATA), ("1", CARE)]
        words = Parts(found[1]).text
        assert all(one["title"] in words for one in made[key]["groups"])
    assert page.count("<h2 ") == len(made)


def test_one_target_has_plain_titles() -> None:
    """A page with one target would speak of "this target" and hold panes that nobody can switch."""
    data = report(60)
    one = replace(data, targets=data.targets[1:], lists=data.lists[:1], checks=data.checks[:1])
    page = render(one)
    assert not re.search(r'<h2 [^>]*><span class="pane"', page)
    assert not any("this target" in made["title"] for made in _sections(one).values())


def test_titles_of_nobody_who_does_the_work() -> None:
    """A title would say that nobody does the work where people do who may not be asked, or forget the connectors."""
    data = report(60)
    pair = (_unlisted(data.lists[0][0]), _unlisted(data.lists[0][1], kept=1))
    made = _sections(replace(data, lists=(pair, data.lists[1])))
    assert made["write"]["title"] == "Nobody who does this work can be asked; these three may know somebody"
    assert made["whom"]["title"] == "Nobody to ask about this work itself yet; one could introduce you to others"
    nobody = replace(data, lists=(pair, data.lists[1]), people=tuple(replace(one, verdicts={}) for one in data.people))
    assert _sections(nobody)["write"]["title"] == "Nobody here does this work yet; these three may know somebody"


def test_changes_name_the_target_of_several() -> None:
    """Work called "this" would be that of the first target whichever is shown."""
    data = report(60)
    told = [line["fits"] for kind in _sections(data)["changes"]["kinds"] for line in kind["lines"] if line["fits"]]
    assert told
    assert all(re.search(rf" \(({DATA}|{CARE})\)$", one) for one in told)


@pytest.mark.parametrize(("form", "hidden"), [("mine", False), ("share", False), ("share", True)])
def test_without_target_whatever_is_pointed_at_is_there(form: str, hidden: bool) -> None:
    """A card would lead to a list that the page leaves out, or a count would be of people who stand nowhere."""
    data = replace(_without_target(report(60)), form=form, hide_names=hidden)
    page, made = render(data), _sections(data)
    parts = Parts(page)
    anchors = {found.get("id") for _, found in parts.tags}
    goals = [
        found["href"] or "" for tag, found in parts.tags if tag == "a" and (found.get("href") or "").startswith("#")
    ]
    assert [one for one in goals if one[1:] not in anchors] == []
    rows = {row["name"] for one in made["whom"]["groups"][0]["lists"] for row in one["rows"]}
    listed = next(one["value"] for one in made["glance"]["figures"] if one["key"] == "listed")
    assert {one["list"] for one in made["whom"]["groups"][0]["lists"]} == {"practitioners", "connectors"}
    assert len(rows) == listed
    assert {card["list"] for card in made["write"]["groups"][0]["cards"]} == {"practitioners", "connectors"}


def test_without_target_and_connectors_one_list() -> None:
    """An empty list of connectors would stand on the page of somebody who named no work yet."""
    data = _without_target(report(60))
    bare = replace(data, lists=((data.lists[0][0], _unlisted(data.lists[0][1])),))
    lists = _sections(bare)["whom"]["groups"][0]["lists"]
    assert [one["heading"] for one in lists] == ["People by strength and spread"]
    turned = replace(data, lists=((_unlisted(data.lists[0][0]), _unlisted(data.lists[0][1], kept=2)),))
    assert _sections(turned)["whom"]["title"] == "Two could introduce you to others"


def test_left_out_of_one_person() -> None:
    """One person would be told as several, or twice in one sentence."""
    data = report(13)
    people = tuple(replace(one, excluded="") for one in data.people[1:])

    def told(reason: str) -> str:
        return left_out(scene(replace(data, people=(replace(data.people[0], excluded=reason), *people))))

    assert told("works at your present employer").startswith("1 person at your present employer, so that")
    assert told("recruits for your present employer").startswith("1 person who recruits for")
    assert told("no longer among your connections").startswith("1 person who is no longer among")
    two = tuple(replace(one, excluded="recruits for your present employer") for one in data.people[:2])
    assert left_out(scene(replace(data, people=(*two, *people[1:])))).startswith("2 people who recruit for")
