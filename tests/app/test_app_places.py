"""Places of the graph: those of the page, in every file, in the middle of their circles."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import netscout
from netscout.app.export import Wish, export
from netscout.app.report import gather
from netscout.app.session import Session
from netscout.reports.scene import scene
from netscout.reports.sections.map import FIELDS, layouts

TODAY = date(2026, 11, 16)


@pytest.fixture
def places(loaded: Path) -> dict[str, tuple[float, float, str]]:
    """Return where the page draws everybody, and in which area."""
    here = scene(gather(Session(loaded, TODAY)))
    _, _, areas = layouts(here)[0]
    people = here.shown.people
    return {
        people[dot.person].id: (dot.x, dot.y, FIELDS[0][2](people[dot.person]) or area.name)
        for area in areas
        for dot in area.dots
    }


def _people(nodes: Any) -> dict[str, tuple[float, float, str]]:
    found = (facts for _, facts in nodes if facts["kind"] == "person")
    return {facts["person"]: (facts["x"], facts["y"], facts["area"]) for facts in found}


@pytest.mark.parametrize("form", ["graphml", *(pytest.param(one, marks=pytest.mark.slow) for one in ("gexf", "json"))])
def test_files_have_the_places_of_the_page(
    loaded: Path, tmp_path: Path, places: dict[str, tuple[float, float, str]], form: str
) -> None:
    """The network would look another way in a graph program than on the page."""
    out = tmp_path / f"network.{form}"
    export(Session(loaded, TODAY), Wish("graph", out, form))
    if form == "json":
        back = nx.node_link_graph(json.loads(out.read_text(encoding="utf-8")), edges="edges")
    else:
        back = nx.read_graphml(out) if form == "graphml" else nx.read_gexf(out)
    assert _people(back.nodes(data=True)) == places
    assert len(places) > 20


def test_companies_lie_among_their_people(loaded: Path) -> None:
    """A company would lie somewhere else than the people who work there."""
    graph = netscout.graph(loaded, today=TODAY)
    for node, facts in graph.nodes(data=True):
        if facts["kind"] == "organisation":
            staff = [graph.nodes[one] for one in graph[node] if graph.nodes[one]["kind"] == "person"]
            assert min(one["x"] for one in staff) - 2 <= facts["x"] <= max(one["x"] for one in staff) + 2
            assert min(one["y"] for one in staff) - 2 <= facts["y"] <= max(one["y"] for one in staff) + 2


def test_gexf_places_every_node(loaded: Path, tmp_path: Path) -> None:
    """A graph program reads places from `viz:position` alone, and would draw our map as a heap."""
    out = tmp_path / "network.gexf"
    export(Session(loaded, TODAY), Wish("graph", out, "gexf"))
    nodes = [facts for _, facts in nx.read_gexf(out).nodes(data=True)]
    spots = [facts["viz"]["position"] for facts in nodes]
    unit = {round(spot["x"] / facts["x"], 3) for spot, facts in zip(spots, nodes, strict=True) if abs(facts["x"]) > 1}
    assert unit == {25.0}
    across = [facts["x"] for facts in nodes if facts["kind"] not in ("ego", "target")]
    (ego,), (target,) = ([one["x"] for one in nodes if one["kind"] == kind] for kind in ("ego", "target"))
    assert ego < min(across) < max(across) < target
