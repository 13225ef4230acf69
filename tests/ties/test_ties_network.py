"""The graph object: what it holds, and what it must never hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from netscout.lang import texts
from netscout.model.graph import Link
from netscout.tables import CANDIDATES, PEOPLE, TIES, empty
from netscout.ties import graph

if TYPE_CHECKING:
    from netscout.tables import Candidates, People, Ties

FORBIDDEN = ("bridge", "broker", "structural hole", "constraint", "betweenness", "effective_size")


def world() -> tuple[People, Ties, Candidates]:
    """Return two people, one without a name, one with a company of their own."""
    people = empty(PEOPLE).reindex(range(2)).assign(id=["a", "b"], name=["Ana Quill", ""], company="x", title="y")
    people = people.assign(connected_on="2020-01-01", known_from="connections")
    ties = empty(TIES).reindex(range(2)).assign(id=["a", "b"], sent=1, received=2, label="", evidence="E2")
    ties = ties.assign(last_day="2024-01-01")
    candidates = empty(CANDIDATES).reindex(range(2)).assign(id=["a", "b"], company_key=["x", "self:b"])
    candidates = candidates.assign(company_label="X", sector="", community="")
    return cast("People", people), cast("Ties", ties), cast("Candidates", candidates)


def test_nodes_and_edges() -> None:
    """The documented attributes are public API."""
    people, ties, candidates = world()
    link = Link("a", "b", "conversation", 0.8, 0.5, "messages.csv")
    scores = {"warmth": {"a": 0.4}, "fit": {"a": 0.9, "b": float("nan")}}
    made = graph(people, ties, candidates=candidates, links=[link], scores=scores, target="baker")
    kinds = {node: data["kind"] for node, data in made.nodes(data=True)}
    assert kinds == {"ego": "ego", "a": "person", "b": "person", "company:x": "organisation", "target:baker": "target"}
    assert made.nodes["b"]["label"] == "(no name) b"
    edges = {tuple(sorted((one, other))): data["kind"] for one, other, data in made.edges(data=True)}
    assert edges == {
        ("a", "ego"): "tie",
        ("b", "ego"): "tie",
        ("a", "company:x"): "works-at",
        ("a", "b"): "conversation",
        ("a", "target:baker"): "fits",
    }
    assert made.edges["ego", "a"]["weight"] == 0.4


def test_what_is_not_known_is_left_out() -> None:
    """A program that draws the network would take -1 for a number of days."""
    people, ties, _ = world()
    made = graph(people, ties.assign(latency=[float("nan"), 2.0], since_first=float("nan")))
    assert not {"latency", "since_first"} & set(made.edges["ego", "a"])
    assert made.edges["ego", "b"]["latency"] == 2.0


def test_no_word_of_structure() -> None:
    """One export knows no structural figure, so no text or column of ours may name one."""
    people, ties, candidates = world()
    made = graph(people, ties, candidates=candidates)
    words = [*texts("ranking"), *texts("ranking").values(), *TIES.names(), *CANDIDATES.names()]
    words += [str(key) for _, data in made.nodes(data=True) for key in data]
    words += [str(key) for *_, data in made.edges(data=True) for key in data]
    assert not [word for word in words for bad in FORBIDDEN if bad in word.casefold()]


def test_sources_name_no_structural_measure() -> None:
    """A measure computed anywhere would soon be printed."""
    package = Path(__file__).resolve().parents[2] / "netscout"
    for layer in ("ties", "scoring", "selection"):
        for file in sorted((package / layer).glob("*.py")):
            assert not [bad for bad in FORBIDDEN if bad in file.read_text(encoding="utf-8").casefold()], file.name
