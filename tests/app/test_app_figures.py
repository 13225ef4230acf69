"""The public figures and `why`: what a notebook draws and reads is what the page says."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import netscout
from netscout.errors import UnknownPersonError
from tests.conftest import TODAY
from tests.reports.page_parts import Parts

if TYPE_CHECKING:
    from pathlib import Path

TODAY_DATE = date.fromisoformat(TODAY)


@pytest.fixture(scope="module")
def drawn(demo_workspace: Path) -> dict[str, Any]:
    """Return the figures of the demo, each as JSON-able values."""
    return {name: one.to_plotly_json() for name, one in netscout.figures(demo_workspace, today=TODAY_DATE).items()}


@pytest.fixture(scope="module")
def chart_data(demo_workspace: Path) -> dict[str, Any]:
    """Return what the page of the demo draws from."""
    page = (demo_workspace.parent / "report.html").read_text(encoding="utf-8")
    return dict(Parts(page).block("chart-data"))


@pytest.mark.slow
def test_the_same_places_as_on_the_page(drawn: dict[str, Any], chart_data: dict[str, Any]) -> None:
    """A map that lies elsewhere in the notebook would be another map of the same people."""
    names = [name for name in drawn if name.startswith("territories")]
    assert len(names) == len(chart_data["maps"])
    for name, one in zip(names, chart_data["maps"].values(), strict=True):
        assert _dots(drawn[name]) == _dots(one["figure"])
        assert len(_dots(drawn[name])) > 500
        areas = [trace for trace in drawn[name]["data"] if trace["meta"]["layer"] == "area"]
        right = [max(trace["x"]) for trace in areas]
        assert right == pytest.approx([area["x"] + area["r"] for area in one["areas"]], abs=0.02)
    assert _places(drawn["links"]) == _places(chart_data["links"])


@pytest.mark.slow
def test_the_small_charts_are_those_of_the_page(drawn: dict[str, Any], chart_data: dict[str, Any]) -> None:
    """Every chart of the page can be had in a notebook, with the same numbers."""
    small = chart_data.get("small", {})
    assert small
    for name, figure in small.items():
        assert _places(drawn[name.removesuffix("-0")]) == _places(figure)


@pytest.mark.slow
def test_hovers_name_people(drawn: dict[str, Any], demo_workspace: Path) -> None:
    """Every dot says who it is; nobody is drawn twice."""
    people = netscout.people(demo_workspace)
    traces = [one for one in drawn["territories"]["data"] if one["meta"]["layer"] == "people"]
    names = [re.match("<b>(.*?)</b>", text) for trace in traces for text in trace["hovertext"]]
    told = sorted(one.group(1) for one in names if one)
    assert len(told) == len(people)
    assert told == sorted(_escaped(name) for name in people["name"])


@pytest.mark.slow
def test_why_adds_up(demo_workspace: Path) -> None:
    """A score whose parts do not sum to it explains nothing; a person is found by id, address and name alike."""
    first = netscout.rank(demo_workspace, today=TODAY_DATE).iloc[0]
    why = netscout.why(demo_workspace, str(first["id"]), today=TODAY_DATE)
    assert list(why.columns) == ["list", "key", "points", "sentence", "source"]
    assert why.loc[why["list"] == first["list"], "points"].sum() == pytest.approx(first["score"], abs=1e-9)
    assert netscout.why(demo_workspace, str(first["name"]), today=TODAY_DATE).equals(why)
    with pytest.raises(UnknownPersonError):
        netscout.why(demo_workspace, "p9999999", today=TODAY_DATE)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _dots(figure: dict[str, Any]) -> dict[int, tuple[float, float]]:
    """Return where each person stands, by their place in the list of people."""
    return {
        person: (x, y)
        for trace in figure["data"]
        if trace["meta"]["layer"] == "people"
        for person, x, y in zip(trace["customdata"], trace["x"], trace["y"], strict=True)
    }


def _places(figure: dict[str, Any]) -> list[Any]:
    """Return where every trace has its marks."""
    return [(one["type"], list(one.get("x", [])), list(one.get("y", []))) for one in figure["data"]]
