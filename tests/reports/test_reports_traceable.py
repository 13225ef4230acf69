"""Every figure of the page follows from the data in the page: counted again, summed again, and a wrong one is found."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from netscout.model.report import ReportData
from netscout.reports.embedded import parts
from netscout.reports.page import render
from netscout.reports.rows import signed
from netscout.reports.text import day, number
from tests.examples import some
from tests.reports.page_figures import SMALL, Figures
from tests.reports.page_tables import Tables
from tests.reports.sample_report import report

SAMPLE = Path(__file__).resolve().parents[2] / "reports" / "demo.html"
FIGURES_LEAST = {"whom": 500, "ties": 100, "map": 60, "echo": 60, "shape": 30, "gaps": 10, "glance": 4, "everyone": 4}
"""Figures a page of 600 people shows at the least, so that the test cannot pass by reading nothing."""
NEAR_LEAST = {"map": 0.65, "shape": 0.7, "everyone": 0.5, "glance": 0.4}
"""Share of numbers wrong by one that must be found; where small numbers abound, one may be another's."""


def _without_target(data: ReportData) -> ReportData:
    first = data.lists[0]
    pair = (replace(first[0], target=""), replace(first[1], target=""))
    return replace(data, targets=(), lists=(pair,), asks=(), checks=())


@pytest.fixture(scope="module")
def figures() -> Figures:
    """Return the figures of the page of 600 people."""
    return Figures(render(report(600)))


def _untraced(found: Figures) -> list[tuple[str, str, str]]:
    return [(scope.section, one, text) for scope, text, one in found.shown() if not found.traced(scope, one)]


def test_figures_of_600(figures: Figures) -> None:
    """A number would stand on the page that its data does not give, or the test would read none."""
    assert _untraced(figures) == []
    sections = [scope.section for scope, _, _ in figures.shown()]
    assert {key: least for key, least in FIGURES_LEAST.items() if sections.count(key) < least} == {}


@pytest.mark.parametrize("form", some(2, ["mine", "private", "share", "hidden"]))
def test_figures_of_every_form(form: str) -> None:
    """A form of the page would show a number without its data."""
    data = replace(report(60), form="share" if form == "hidden" else form, hide_names=form == "hidden")
    assert _untraced(Figures(render(data))) == []


@pytest.mark.parametrize("people", [0, 1, 13])
def test_figures_of_small_networks(people: int) -> None:
    """A tiny network would bring sentences whose numbers stand nowhere."""
    data = report(13)
    kept = {one.id for one in data.people[:people]}
    lists = tuple(
        (replace(one, rows=tuple(row for row in one.rows if row.id in kept)), replace(two, rows=()))
        for one, two in data.lists
    )
    few = replace(data, people=data.people[:people], lists=lists, asks=(), links=())
    assert _untraced(Figures(render(few))) == []


def test_figures_without_target() -> None:
    """The page for a reader without a target would show numbers of its own making."""
    assert _untraced(Figures(render(_without_target(report(60))))) == []


def test_figures_of_the_committed_sample() -> None:
    """The page people see first would hold a number nobody can trace."""
    if not SAMPLE.exists():
        pytest.skip("the sample page is not here: make it with tools/make_sample_report.py")
    assert _untraced(Figures(SAMPLE.read_text(encoding="utf-8"))) == []


def _far(shown: str) -> str:
    """Return a number far off, in the same form."""
    if shown in SMALL:
        return "9,731"
    if shown.endswith(" %"):
        return f"{int(shown.removeprefix('under ')[:-2]) + 131} %"
    return re.sub(r"\d", lambda found: f"97{found[0]}", shown, count=1)


def test_a_number_far_off_is_found(figures: Figures) -> None:
    """The test would wave through whatever stands on the page."""
    missed = [(scope, one) for scope, _, one in figures.shown() if figures.traced(scope, _far(one))]
    assert missed == []


@pytest.mark.parametrize("section", sorted(NEAR_LEAST))
def test_a_number_off_by_one_is_found(figures: Figures, section: str) -> None:
    """A count wrong by one would pass for another number of the section."""
    those = [(scope, one) for scope, _, one in figures.shown() if scope.section == section and one not in SMALL]
    wrong = [(scope, re.sub(r"\d(?=\D*$)", lambda last: str((int(last[0]) + 1) % 10), one)) for scope, one in those]
    found = sum(not figures.traced(scope, one) for scope, one in wrong)
    assert found / len(those) >= NEAR_LEAST[section]


@pytest.mark.slow
def test_a_planted_number_is_found() -> None:
    """A title, tally or cell whose number somebody changed would not be noticed."""
    page = render(report(60))
    figures = Figures(page)
    places = (
        '<h2 id="whom-title">.*?</small>',
        '<h2 id="glance-title">',
        '<ul class="tally">\\s*<li><strong>',
        "<dd>",
        '<td class="num">',
    )
    for place in places:
        found = re.search(f"({place}[^<\\d]*)(\\d+)", page)
        assert found
        planted = Figures(f"{page[: found.start(2)]}{int(found[2]) + 7000}{page[found.end(2) :]}")
        assert len(_untraced(planted)) == 1, place
    assert _untraced(figures) == []


def _waterfall_rows(data: dict[str, Any], chart: dict[str, Any]) -> list[str]:
    """Return the points of a waterfall as they must be printed: each the difference of two rounded sums."""
    sums = [0.0]
    for *_, points in parts(data, chart):
        sums.append(sums[-1] + points)
    tenths = [round(one * 10) for one in sums]
    lines = [signed(here - before) for before, here in pairwise(tenths)]
    return [*lines, signed(tenths[-1] if lines else round(chart["total"] * 10))]


def test_waterfalls_are_summed_again(figures: Figures) -> None:
    """A line of a score would not be the points in the data, or would stand in another order."""
    shown = [one for one in Tables(render(report(600))).tables if "waterfall" in one.kind]
    wanted = [
        _waterfall_rows(figures.data, row[key])
        for row in figures.rows.values()
        for key in ("parts", "gains")
        if key == "parts" or row[key]["parts"]
    ]
    assert [[row[1] for row in one.rows] for one in shown] == wanted


def test_chart_tables_are_the_charts_again(figures: Figures) -> None:
    """The table under a chart would say other than its bars."""
    tables = {one.chart: one for one in Tables(render(report(600))).tables if one.chart and "data" in one.kind}
    bars = {key: figures.charts[key]["data"] for key in ("growth", "messages")}
    quarters = dict(zip(bars["growth"][0]["x"], bars["growth"][0]["y"], strict=True))
    for year, *cells in tables["growth"].rows:
        counts = [quarters.get(f"{year}-{month:02d}-01", 0) for month in (1, 4, 7, 10)]
        assert cells == [number(one) for one in (*counts, sum(counts))]
    got, sent = bars["messages"]
    for place, (month, *cells) in enumerate(tables["messages"].rows):
        assert month == day(got["x"][place][:7])
        assert cells[:2] == [number(-sent["y"][place]), number(got["y"][place])]
