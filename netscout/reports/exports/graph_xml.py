"""The network as GraphML and GEXF, written line by line: a tree in memory would take several times the file."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from netscout.reports.exports.graphs import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from netscout.reports.exports.graphs import Drawn, Facts

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_SIGNS = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_SPECIAL = re.compile('[&<>"\n\r\t]')
_TYPES = {int: ("int", "integer"), float: ("double", "double"), str: ("string", "string")}
"""The word of each format for a type."""
_OWN = ("label", "weight")
"""What GEXF writes as attributes of its own: the label of a node, the weight of an edge."""
_SPACE = "http://www.gexf.net/1.2draft"
_STRETCH = 25
"""A unit of the map in GEXF: programs draw a node as a circle of radius 10 unless told otherwise."""


class _Ids(dict[str, str]):
    """Attributes to their ids, numbered as they are met."""

    def __init__(self, letter: str = "", first: int = 0) -> None:
        super().__init__()
        self._letter, self._first = letter, first

    def __missing__(self, key: str) -> str:
        self[key] = f"{self._letter}{self._first + len(self)}"
        return self[key]


def graphml(drawn: Drawn) -> str:
    """Return the network as GraphML: typed attributes, no document type."""
    node_ids = _Ids("d")
    nodes = [f'<node id="{node}">{_data(facts, node_ids)}</node>' for node, facts in drawn.nodes()]
    edge_ids = _Ids("d", len(node_ids))
    edges = [
        f'<edge source="{one}" target="{other}">{_data(facts, edge_ids)}</edge>' for one, other, facts in drawn.edges()
    ]
    lines = chain(
        (_HEAD, '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'),
        (_key(name, key, "node") for key, name in node_ids.items()),
        (_key(name, key, "edge") for key, name in edge_ids.items()),
        ('<graph edgedefault="undirected">',),
        nodes,
        edges,
        ("</graph>", "</graphml>", ""),
    )
    return "\n".join(lines)


def gexf(drawn: Drawn, day: str) -> str:
    """Return the network as GEXF 1.2; `day` is its date of change, as no clock is read."""
    node_ids, edge_ids = _Ids(), _Ids()
    nodes = [
        f'<node id="{node}" label="{_safe(facts["label"])}">{_values(facts, node_ids)}{_position(facts)}</node>'
        for node, facts in drawn.nodes()
    ]
    edges = [
        f'<edge id="{number}" source="{one}" target="{other}" weight="{facts.get("weight", 1.0)}">'
        f"{_values(facts, edge_ids)}</edge>"
        for number, (one, other, facts) in enumerate(drawn.edges())
    ]
    lines = chain(
        (_HEAD, f'<gexf xmlns="{_SPACE}" xmlns:viz="{_SPACE}/viz" version="1.2">'),
        (f'<meta lastmodifieddate="{day}"><creator>netscout</creator></meta>',),
        ('<graph defaultedgetype="undirected" mode="static">',),
        _declared("node", node_ids),
        _declared("edge", edge_ids),
        ("<nodes>",),
        nodes,
        ("</nodes>", "<edges>"),
        edges,
        ("</edges>", "</graph>", "</gexf>", ""),
    )
    return "\n".join(lines)


def _key(name: str, key: str, of: str) -> str:
    return f'<key id="{name}" for="{of}" attr.name="{_safe(key)}" attr.type="{_TYPES[NUMBERS.get(key, str)][0]}"/>'


def _data(facts: Facts, ids: Mapping[str, str]) -> str:
    return "".join(f'<data key="{ids[key]}">{_safe(value)}</data>' for key, value in facts.items())


def _declared(of: str, ids: Mapping[str, str]) -> Iterator[str]:
    yield f'<attributes class="{of}" mode="static">'
    for key, name in ids.items():
        yield f'<attribute id="{name}" title="{_safe(key)}" type="{_TYPES[NUMBERS.get(key, str)][1]}"/>'
    yield "</attributes>"


def _values(facts: Facts, ids: Mapping[str, str]) -> str:
    told = "".join(
        f'<attvalue for="{ids[key]}" value="{_safe(value)}"/>' for key, value in facts.items() if key not in _OWN
    )
    return f"<attvalues>{told}</attvalues>"


def _position(facts: Facts) -> str:
    """Return where a program draws a node, "" if it has no place; `x` and `y` stand among its attributes as well."""
    if "x" not in facts:
        return ""
    x, y = (round(float(facts[key]) * _STRETCH, 2) for key in ("x", "y"))
    return f'<viz:position x="{x}" y="{y}" z="0.0"/>'


def _safe(value: float | str) -> str:
    if not isinstance(value, str):
        return repr(value)
    return value if _SPECIAL.search(value) is None else escape(value, _SIGNS)
