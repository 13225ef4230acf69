"""What the graph says of each person beside their place: the words and places of the page."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

import netscout
from netscout.app.export import Wish, export
from netscout.app.report import gather
from netscout.app.session import Session
from tests.examples import some

TODAY = date(2026, 11, 16)
KEYS = ("strength", "warmth_band", "band", "verdict", "practitioner_rank", "connector_rank", "p_reply")


def test_graph_says_what_the_page_says(loaded: Path) -> None:
    """A network coloured by strength, verdict or place in a graph program would tell another story than the page."""
    data = gather(Session(loaded, TODAY))
    graph = netscout.graph(loaded, today=TODAY)
    assert {
        one.id: (one.strength, one.warmth_band, one.band, one.verdicts[data.targets[0].name]) for one in data.people
    } == {one.id: tuple(graph.nodes[one.id][key] for key in KEYS[:4]) for one in data.people}
    for ranked, key in zip(data.lists[0], ("practitioner_rank", "connector_rank"), strict=True):
        assert {row.id: row.rank for row in ranked.rows} == {row.id: graph.nodes[row.id][key] for row in ranked.rows}
        assert max(row.rank for row in ranked.rows) > 10
    assert all(row.p_reply == graph.nodes[row.id]["p_reply"] for row in data.lists[0][0].rows)


@pytest.mark.slow
def test_further_targets_have_a_verdict_of_their_own(loaded: Path) -> None:
    """Of several targets only the first could be coloured; without one nobody is judged."""
    name = "events <& more> of x@mail.example"
    netscout.add_target(loaded, name, ["event manager"], motivation=1)
    data = gather(Session(loaded, TODAY))
    graph = netscout.graph(loaded, today=TODAY)
    for one in data.people:
        assert graph.nodes[one.id][f"verdict: {name}"] == one.verdicts[name]
    (loaded / "targets.toml").write_text("", encoding="utf-8")
    bare = [facts for _, facts in netscout.graph(loaded, today=TODAY).nodes(data=True) if facts["kind"] == "person"]
    assert {facts["verdict"] for facts in bare} == {""}
    assert not any(key.startswith("verdict:") for facts in bare for key in facts)


@pytest.mark.parametrize("form", some(1, ["graphml", "gexf", "json"]))
def test_every_file_holds_them(loaded: Path, tmp_path: Path, form: str) -> None:
    """An attribute would be lost on the way, or the name of a target break the file or bring an address into it."""
    netscout.add_target(loaded, "events <& more> of x@mail.example", ["event manager"], motivation=1)
    out = tmp_path / f"network.{form}"
    export(Session(loaded, TODAY), Wish("graph", out, form))
    assert "x@mail.example" not in out.read_text(encoding="utf-8")
    if form == "json":
        back = nx.node_link_graph(json.loads(out.read_text(encoding="utf-8")), edges="edges")
    else:
        back = nx.read_graphml(out) if form == "graphml" else nx.read_gexf(out)
    graph = netscout.graph(loaded, today=TODAY)
    people = [facts for _, facts in back.nodes(data=True) if facts["kind"] == "person"]
    assert {one["person"]: tuple(one[key] for key in KEYS) for one in people} == {
        one["person"]: tuple(graph.nodes[one["person"]][key] for key in KEYS) for one in people
    }
    assert {"match", "no"} <= {one["verdict: events <& more> of (e-mail removed)"] for one in people}
