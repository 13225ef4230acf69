"""The network made ready for a file: ids of ours, one type for each attribute, no address in any text."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from netscout.reports.cleaning import redact
from netscout.reports.exports.cells import xml_text
from netscout.reports.exports.fields import EDGES
from netscout.reports.exports.sheets import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    Facts = dict[str, str | int | float]

NUMBERS: dict[str, type[int | float]] = {
    "members": int,
    "sent": int,
    "received": int,
    "weight": float,
    "probability": float,
    "since_first": float,
    "latency": float,
    "x": float,
    "y": float,
    "p_reply": float,
    "practitioner_rank": int,
    "connector_rank": int,
}
"""Attributes that are numbers; all others are text, so that each has one type throughout a file."""
_OURS = frozenset(
    (
        *("kind", "person", "connected_on", "last_day", "known_from", "evidence", "basis", "file", "note", "area"),
        *("strength", "warmth_band", "verdict", "band"),
    )
)
"""Attributes whose text is ours, a day, or the user's own note: nothing is taken out of them."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A network as files show it: nodes `n1` on, in the order of the graph.

    A person's own id is the attribute `person`; what an edge calls `source` is `file`; `notes` by person id are the
    attribute `note`. Texts hold the characters of XML 1.0 alone, in every format.
    """

    graph: nx.Graph[str]
    notes: Mapping[str, str] = field(default_factory=dict)

    def names(self) -> dict[str, str]:
        """Return the id in files by the id in the graph."""
        return {node: f"n{number}" for number, node in enumerate(self.graph, start=1)}

    def nodes(self) -> Iterator[tuple[str, Facts]]:
        """Yield each node's id and attributes."""
        for number, (node, facts) in enumerate(self.graph.nodes.items(), start=1):
            own = {"person": node} if facts.get("kind") == "person" else {}
            said = {"note": self.notes[node]} if node in self.notes else {}
            yield f"n{number}", _typed({**facts, **own, **said})

    def edges(self) -> Iterator[tuple[str, str, Facts]]:
        """Yield the ids of both ends of each edge and its attributes."""
        names = self.names()
        for one, other, facts in self.graph.edges(data=True):
            plain = {"file" if key == "source" else key: value for key, value in facts.items()}
            yield names[one], names[other], _typed(plain)


def node_link(drawn: Drawn) -> str:
    """Return one JSON object that `networkx.node_link_graph(..., edges="edges")` takes; a line a node or edge."""
    head = '{"schema": 1, "command": "export", "directed": false, "multigraph": false, "graph": {},\n "nodes": [\n'
    nodes = ",\n".join(_json({"id": node, **facts}) for node, facts in drawn.nodes())
    edges = ",\n".join(_json({"source": one, "target": other, **facts}) for one, other, facts in drawn.edges())
    return f'{head}{nodes}\n ],\n "edges": [\n{edges}\n ]}}\n'


def edge_list(drawn: Drawn, *, bom: bool = False) -> str:
    """Return the edges as csv, one a row."""
    labels = {node: facts["label"] for node, facts in drawn.nodes()}
    rows = (
        {**facts, "source": one, "target": other, "source_label": labels[one], "target_label": labels[other]}
        for one, other, facts in drawn.edges()
    )
    return csv_text(EDGES, rows, bom=bom)


def _json(facts: Facts) -> str:
    return json.dumps(facts, ensure_ascii=False)


def _typed(facts: Mapping[str, Any]) -> Facts:
    """Return attributes with one type for each name."""
    made: Facts = {}
    for key, value in facts.items():
        kind = NUMBERS.get(key)
        if kind is not None:
            made[key] = kind(value)
        else:
            text = "" if value is None else str(value)
            name = key if key.isidentifier() else xml_text(redact(key))  # one that holds the name of a target
            made[name] = xml_text(text if key in _OURS else redact(text))
    return made
