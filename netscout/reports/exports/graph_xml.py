"""The network as GraphML and GEXF, written line by line: a tree in memory would take several times the file."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from netscout.reports.exports.graphs import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from netscout.reports.exports.graphs import Drawn, Facts

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_SIGNS = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_TYPES = {int: ("int", "integer"), float: ("double", "double"), str: ("string", "string")}
"""The word of each format for a type."""
_OWN = ("label", "weight")
"""What GEXF writes as attributes of its own: the label of a node, the weight of an edge."""
_SPACE = "http://www.gexf.net/1.2draft"
_STRETCH = 25
"""A unit of the map in GEXF: programs draw a node as a circle of radius 10 unless told otherwise."""


def graphml(drawn: Drawn) -> str:
    """Return the network as GraphML: typed attributes, no document type."""
    node_keys = _keys(facts for _, facts in drawn.nodes())
    edge_keys = _keys(facts for _, _, facts in drawn.edges())
    number = count()
    node_ids = {key: f"d{next(number)}" for key in node_keys}
    edge_ids = {key: f"d{next(number)}" for key in edge_keys}
    lines = chain(
        (_HEAD, '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'),
        (_key(name, key, "node") for key, name in node_ids.items()),
        (_key(name, key, "edge") for key, name in edge_ids.items()),
        ('<graph edgedefault="undirected">',),
        (f'<node id="{node}">{_data(facts, node_ids)}</node>' for node, facts in drawn.nodes()),
        (
            f'<edge source="{one}" target="{other}">{_data(facts, edge_ids)}</edge>'
            for one, other, facts in drawn.edges()
        ),
        ("</graph>", "</graphml>", ""),
    )
    return "\n".join(lines)


def gexf(drawn: Drawn, day: str) -> str:
    """Return the network as GEXF 1.2; `day` is its date of change, as no clock is read."""
    node_ids = _numbered(_keys(facts for _, facts in drawn.nodes()))
    edge_ids = _numbered(_keys(facts for _, _, facts in drawn.edges()))
    lines = chain(
        (_HEAD, f'<gexf xmlns="{_SPACE}" xmlns:viz="{_SPACE}/viz" version="1.2">'),
        (f'<meta lastmodifieddate="{day}"><creator>netscout</creator></meta>',),
        ('<graph defaultedgetype="undirected" mode="static">',),
        _declared("node", node_ids),
        _declared("edge", edge_ids),
        ("<nodes>",),
        (
            f'<node id="{node}" label="{_safe(facts["label"])}">{_values(facts, node_ids)}{_position(facts)}</node>'
            for node, facts in drawn.nodes()
        ),
        ("</nodes>", "<edges>"),
        (
            f'<edge id="{number}" source="{one}" target="{other}" weight="{facts.get("weight", 1.0)}">'
            f"{_values(facts, edge_ids)}</edge>"
            for number, (one, other, facts) in enumerate(drawn.edges())
        ),
        ("</edges>", "</graph>", "</gexf>", ""),
    )
    return "\n".join(lines)


def _keys(found: Iterable[Facts]) -> list[str]:
    """Return every attribute in the order of its first sighting."""
    return list(dict.fromkeys(chain.from_iterable(found)))


def _numbered(keys: Iterable[str]) -> dict[str, str]:
    return {key: str(number) for number, key in enumerate(one for one in keys if one not in _OWN)}


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
    told = "".join(f'<attvalue for="{ids[key]}" value="{_safe(value)}"/>' for key, value in facts.items() if key in ids)
    return f"<attvalues>{told}</attvalues>"


def _position(facts: Facts) -> str:
    """Return where a program draws a node, "" if it has no place; `x` and `y` stand among its attributes as well."""
    if "x" not in facts:
        return ""
    x, y = (round(float(facts[key]) * _STRETCH, 2) for key in ("x", "y"))
    return f'<viz:position x="{x}" y="{y}" z="0.0"/>'


def _safe(value: float | str) -> str:
    return escape(value, _SIGNS) if isinstance(value, str) else repr(value)
