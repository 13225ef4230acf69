"""Every figure of the page as it stands alone: complete, titled, on paper of its own."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from netscout.model.report import ReportData
from netscout.reports import view
from netscout.reports.standalone import figures
from tests.reports.sample_report import report

DATA = report(120)


@cache
def made() -> dict[str, dict[str, Any]]:
    """Return the figures of the sample."""
    return figures(DATA)


def charts(value: Any) -> list[dict[str, Any]]:
    """Return every chart of the page, found another way than the program's: by its table."""
    if isinstance(value, dict):
        return [value] if "figure" in value and "table" in value else [c for one in value.values() for c in charts(one)]
    return [c for one in value for c in charts(one)] if isinstance(value, list) else []


def test_names_are_those_promised() -> None:
    """A notebook asks for a figure by its name."""
    names = list(made())
    assert names[0] == "territories"
    assert "territories by field of business" in names
    assert "links" in names
    small = [one["id"].removesuffix("-0") for one in charts(view.build(DATA)["sections"])]
    assert names[names.index("links") + 1 :] == small


def test_all_are_figures() -> None:
    """Plotly refuses a property that it does not know, which a browser would only pass over."""
    graph_objects = pytest.importorskip("plotly.graph_objects")
    for name, one in made().items():
        figure = graph_objects.Figure(one)
        assert len(figure.data) > 0, name
        assert figure.layout.title.text.startswith("<b>"), name
        assert figure.layout.width == 960, name
        assert {trace.type for trace in figure.data} <= {"scatter", "bar"}, "other traces need WebGL or look foreign"


def test_titles_are_the_findings_of_the_page() -> None:
    """A figure that travels alone must say what it shows, and the same as on the page."""
    section = next(one for one in view.build(DATA)["sections"] if one["id"] == "map")
    title = made()["territories"]["layout"]["title"]["text"].replace("<br>", " ")
    assert title == f"<b>{section['maps'][0]['findings'][0]}</b>"
    for one in charts(view.build(DATA)["sections"]):
        head = made()[one["id"].removesuffix("-0")]["layout"]["title"]
        assert head["text"].count("<b>") == 1
        assert not one.get("source") or head["subtitle"]["text"]


def test_the_map_is_whole() -> None:
    """The page's script adds labels and hovers as it draws; alone, a figure has to bring them."""
    figure = made()["territories"]
    dots = [trace for trace in figure["data"] if trace["meta"]["layer"] == "people"]
    words = [text for trace in dots for text in trace["hovertext"]]
    assert len(words) == len(DATA.people)
    assert all(any(one.name in text for text in words) for one in DATA.people[:10])
    assert sum(one["visible"] for one in figure["layout"]["annotations"]) >= 3
    assert figure["layout"]["yaxis"]["scaleanchor"] == "x", "a circle must be round"


def test_room_for_the_title_is_added_above() -> None:
    """A title that lies over the map hides the people under it."""
    layout = made()["territories"]["layout"]
    plain = [one for one in layout["annotations"] if one["visible"]]
    assert layout["margin"]["t"] >= 40
    assert plain


def test_names_are_text_and_not_markup() -> None:
    """Plotly reads some HTML in titles and hovers: a person called <b>Mara</b> keeps the name and changes nothing."""
    first = replace(DATA.people[0], name="<b>Mara</b><script>")
    told = str(figures(replace(DATA, people=(first, *DATA.people[1:])))["territories"])
    assert "<script" not in told
    assert "&lt;b&gt;Mara" in told


def test_a_network_of_nobody_has_none() -> None:
    """An empty workspace gives an empty answer, not a fault."""
    assert figures(_nobody()) == {}


def _nobody() -> ReportData:
    empty = tuple((replace(one, rows=()), replace(two, rows=())) for one, two in DATA.lists)
    return replace(DATA, people=(), links=(), lists=empty, asks=())
