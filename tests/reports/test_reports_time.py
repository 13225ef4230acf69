"""Ties over time: bars that add up to the people and messages counted, and no name where only totals belong."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from netscout.model.exchange import Exchange
from netscout.model.report import ReportData
from netscout.reports import view
from netscout.reports.page import render
from netscout.reports.palette import RIMS
from tests.reports.page_parts import Parts
from tests.reports.sample_report import report
from tests.reports.sample_time import EXCHANGE, MONTHS


def made(data: ReportData) -> dict[str, Any] | None:
    """Return the section, None where the page leaves it out."""
    return next((one for one in view.build(data)["sections"] if one["id"] == "ties"), None)


def charts(data: ReportData) -> dict[str, dict[str, Any]]:
    """Return the charts of the section by id."""
    found = made(data)
    return {one["id"]: one for one in found["charts"]} if found else {}


def test_growth_counts_everybody_with_a_day() -> None:
    """A quarter would be missing between first and last, or somebody would stand in none."""
    data = report()
    chart = charts(data)["growth"]
    bars = chart["figure"]["data"][0]
    days = [one.connected_on for one in data.people if one.connected_on]
    assert sum(bars["y"]) == len(days)
    assert bars["x"][0] <= min(days)
    assert bars["x"] == sorted(set(bars["x"]))
    first, last = (4 * int(one[:4]) + (int(one[5:7]) - 1) // 3 for one in (bars["x"][0], bars["x"][-1]))
    assert len(bars["x"]) == last - first + 1
    assert sum(int(row[-1].replace(",", "")) for row in chart["table"]["rows"]) == len(days)
    quarters = sum(int(cell.replace(",", "")) for row in chart["table"]["rows"] for cell in row[1:5])
    assert quarters == len(days)


def test_who_has_no_day_is_told() -> None:
    """People without a day would vanish from the chart without a word."""
    data = report()
    some = tuple(replace(one, connected_on=None) if place < 3 else one for place, one in enumerate(data.people))
    undated = sum(one.connected_on is None for one in some)
    assert f"{undated} people have no day and are left out." in charts(replace(data, people=some))["growth"]["source"]


def test_messages_of_three_years_and_what_lies_before() -> None:
    """The bars would not be the messages, or older ones would be dropped in silence."""
    chart = charts(report())["messages"]
    received, sent = chart["figure"]["data"]
    drawn = MONTHS[-36:]
    assert received["x"] == sent["x"] == [f"{one.month}-01" for one in drawn]
    assert received["y"] == [one.received for one in drawn]
    assert sent["y"] == [-one.sent for one in drawn]
    before = sum(one.sent + one.received for one in MONTHS[:-36])
    assert f"{before} messages before April 2023 are not drawn." in chart["source"]
    assert [int(row[1]) for row in chart["table"]["rows"]] == [one.sent for one in drawn]


@pytest.mark.parametrize("factor", [1, 3, 0])
def test_title_of_messages_says_what_the_bars_say(factor: int) -> None:
    """The title would claim a rise where there is a fall."""
    level = [replace(one, sent=4, received=4) for one in MONTHS]
    months = (*level[:-13], *(replace(one, sent=factor * 4, received=factor * 4) for one in level[-13:]))
    data = replace(report(), exchange=replace(EXCHANGE, months=months))
    title = f"{96 * factor} messages to and fro in the last twelve months, 96 in the twelve before"
    assert charts(data)["messages"]["title"] == title


def test_states_are_everybody() -> None:
    """Somebody would be in no state, or in two."""
    data = report()
    found = made(data)
    assert found is not None
    assert sum(line[1] for line in found["states"]["lines"]) == len(data.people)
    states = found["states"]
    counts = [line[1] for line in states["lines"]]
    assert states["bars"] == [max(round(100 * one / max(counts)), 1) for one in counts], "the title's number has a bar"
    assert states["hollow"] == len(counts) - 1, "what is not known is no state"


@pytest.mark.parametrize(
    ("key", "end", "words"),
    [
        ("growth", "2025-12-20", "A bar is three months; the last ends on 20 December 2025, where the data ends."),
        ("growth", "2026-03-24", "A bar is three months."),
        ("messages", "2026-03-24", "A bar is a month; the last ends on 24 March 2026, where the data ends."),
        ("messages", "2026-04-01", "A bar is a month."),
    ],
)
def test_a_bar_says_how_long_it_is(key: str, end: str, words: str) -> None:
    """The last bar, of some days alone, would be read as the end of all friendship."""
    found = charts(replace(report(), export_date=end))[key]
    assert words in found["source"]
    assert found["figure"]["data"][0]["x"][-1] == {"growth": "2025-10-01", "messages": "2026-03-01"}[key]


def test_every_bar_is_seen_on_paper() -> None:
    """The pale bars of messages received would be as faint as the paper."""
    for bars in charts(report())["messages"]["figure"]["data"]:
        marker = bars["marker"]
        assert marker["line"]["color"] == RIMS[marker["color"]]
        assert marker["line"]["width"] >= 1


def test_balance_is_told() -> None:
    """Who writes one way only would be told the wrong way round."""
    found = made(report())
    assert found is not None
    assert found["balance"][0].endswith(f"{EXCHANGE.sent} messages sent, {EXCHANGE.received} received")
    assert found["balance"][1] == (
        "With 120 people it went both ways. 31 you wrote to sent nothing back; nine wrote to you and got no word."
    )


def test_old_ties_are_named_with_why() -> None:
    """The list of old ties would name somebody without saying what there was."""
    data = report()
    found = made(data)
    assert found is not None
    names = {one.id: one.name for one in data.people}
    assert [one["name"] for one in found["quiet"]] == [names[one.person] for one in EXCHANGE.quiet]
    assert found["quiet_title"] == "Two old ties you could wake"
    assert found["quiet"][0]["why"] == "You sent 31 and got 28 messages between February 2018 and May 2021."


@pytest.mark.parametrize("hide", [False, True])
def test_shared_pages_hold_totals_alone(hide: bool) -> None:
    """An old tie would be named on a page made to be shown."""
    data = replace(report(), form="share", hide_names=hide)
    found = made(data)
    assert found is not None
    assert found["quiet"] == []
    assert found["states"] is not None
    assert found["charts"]
    listed = {one.name for one in data.people if one.listed}
    others = [one.name for one in data.people if one.name not in listed]
    assert not [name for name in others if name in json.dumps(found, ensure_ascii=False)]


def test_without_messages_growth_alone() -> None:
    """An export without messages would be read as a life without words."""
    found = made(replace(report(), exchange=Exchange()))
    assert found is not None
    assert [one["id"] for one in found["charts"]] == ["growth"]
    assert found["states"] is None
    assert found["balance"] == []
    assert "holds no messages" in found["silent"]
    assert "is not known" in found["title"]


def test_without_days_and_messages_no_section() -> None:
    """Contact files alone would make an empty section."""
    data = report()
    bare = tuple(replace(one, connected_on=None, last_day=None) for one in data.people)
    assert made(replace(data, exchange=Exchange(), people=bare)) is None


def test_charts_stand_in_the_page() -> None:
    """A chart would lack its figure, its words for those who do not see it, or its table."""
    parts = Parts(render(report()))
    small = parts.block("chart-data")["small"]
    plots = {tag["data-figure"]: tag for _, tag in parts.tags if "data-figure" in tag}
    assert set(small) == set(plots) == {"growth", "messages", "price-0"}
    assert all(tag["role"] == "img" and tag["aria-label"] for tag in plots.values())
    assert {trace["type"] for one in small.values() for trace in one["data"]} == {"bar", "scatter"}, "WebGL is refused"
    assert "The same as a table" in parts.text
