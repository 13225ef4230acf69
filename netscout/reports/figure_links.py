"""The link view as a plain dict that plotly draws: four columns, width by strength, paths in words on hover.

Names stand right of their marks; a line leaves level and turns only where the longest name of its column has ended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from typing import Any

from netscout.reports.crowds import fold
from netscout.reports.figure_base import base_layout, wrap
from netscout.reports.linkview import Edge, LinkView, Node
from netscout.reports.palette import LIGHT, hue
from netscout.reports.text import chart_text

COLOURS = {"tie": (hue(0), 0.8), "works-at": (LIGHT["muted"], 0.75), "leads-to": (hue(2), 1.0)}
"""Colour and opacity of the lines of each kind: at least three times as dark as the paper."""
COLUMNS = (0.0, 0.75, 1.9, 3.0)
"""Where the columns stand: least room before the people, for no name stands there."""
LETTER, MARK = 0.031, 0.06
"""The width of a letter, and from the middle of a mark to its name, in the units of the columns."""
LINE_MOST, FOLDED_MOST = 22, 30
"""Letters of a name in one line, and of each of the two lines of a longer one."""
ROW, FOLDED_ROW = 27, 34
"""Pixels from one name to the next; more where two names of two lines follow each other."""


def links(view: LinkView, title: str = "") -> dict[str, Any]:
    """Return the link view: four columns, link width by strength, paths in words on hover; guesses off at first."""
    where = {node.key: node for node in view.nodes}
    rows = max([node.y for node in view.nodes] or [0.0]) + 1
    traces = _edge_traces(view, where)
    for kind, dash in (("conversation", "solid"), ("shared-employer", "dash")):
        those = [edge for edge in view.edges if edge.kind == kind]
        if those:
            traces += [_arcs(those, where, kind, dash), _arc_middles(those, where, kind)]
    traces += [_node_trace(view.nodes, kind) for kind in ("you", "connector", "practitioner", "organisation", "target")]
    layout = base_layout(title, round(max(300, 64 + rows * _row(view.nodes))))
    layout["margin"] = {"l": 8, "r": 8, "t": 30, "b": 8}
    layout["xaxis"] |= {"range": [-0.12, 4.0]}
    layout["yaxis"] |= {"range": [rows - 0.4, -1.5]}
    layout["annotations"] = [*_node_labels(view.nodes), *_column_heads(view.nodes)]
    return {"data": [one for one in traces if one["x"]], "layout": layout}


def _edge_traces(view: LinkView, where: dict[str, Node]) -> list[dict[str, Any]]:
    """Return one trace for all edges of a kind and width, the widest first."""
    groups: dict[tuple[str, float], list[Edge]] = defaultdict(list)
    for edge in view.edges:
        if edge.kind in COLOURS:
            groups[edge.kind, edge.width].append(edge)
    traces = []
    clear = _clear(view.nodes)
    for kind, width in sorted(groups, key=lambda one: (list(COLOURS).index(one[0]), -one[1])):
        xs: list[float | None] = []
        ys: list[float | None] = []
        for edge in groups[kind, width]:
            line_x, line_y = _line(where[edge.one], where[edge.other], edge.past, clear)
            xs += [*line_x, None]
            ys += [*line_y, None]
        colour, opacity = COLOURS[kind]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": xs,
                "y": ys,
                "hoverinfo": "skip",
                "opacity": opacity,
                "line": {"color": colour, "width": width, "shape": "spline"},
                "meta": {"layer": kind},
            }
        )
    return traces


def _row(nodes: Sequence[Node]) -> int:
    """Return the pixels from one name to the next with which no two names of two lines touch."""
    tall = sorted((node.column, node.y) for node in nodes if len(_lines(node.label)) > 1)
    near = any(one[0] == other[0] and (other[1] - one[1]) * ROW < FOLDED_ROW for one, other in pairwise(tall))
    return FOLDED_ROW if near else ROW


def _lines(label: str) -> tuple[str, ...]:
    return (label,) if len(label) <= LINE_MOST else fold(label, FOLDED_MOST)


def _clear(nodes: Sequence[Node]) -> list[float]:
    """Return for each column where its longest name ends."""
    letters = [0] * len(COLUMNS)
    for node in nodes:
        letters[node.column] = max(letters[node.column], *map(len, _lines(node.label)))
    return [
        min(x + MARK + LETTER * many, after - 0.25)
        for x, many, after in zip(COLUMNS, letters, (*COLUMNS[1:], 4.0), strict=True)
    ]


def _line(
    one: Node, other: Node, past: float | None, clear: Sequence[float]
) -> tuple[list[float | None], list[float | None]]:
    """Return the points of a line from node to node, level beside every name it passes."""
    if not one.column:
        end = COLUMNS[other.column]
        return _curve((0.0, one.y), (0.35 * end, one.y), (0.55 * end, other.y), (end, other.y))
    heights = {one.column: one.y, other.column: other.y} | ({2: past} if past is not None else {})
    xs: list[float | None] = [COLUMNS[one.column]]
    ys: list[float | None] = [one.y]
    for column, after in pairwise(sorted(heights)):
        start, end = clear[column], COLUMNS[after] - 0.04
        middle, before, then = (start + end) / 2, heights[column], heights[after]
        turn_x, turn_y = _curve((start, before), (middle, before), (middle, then), (end, then))
        xs += [start - 0.04, *turn_x, COLUMNS[after]]
        ys += [before, *turn_y, then]
    return xs, ys


def _curve(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float], steps: int = 6
) -> tuple[list[float | None], list[float | None]]:
    """Return points on the cubic curve from a to d (de Casteljau's polynomial form)."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for step in range(steps + 1):
        t = step / steps
        u = 1 - t
        xs.append(round(u**3 * a[0] + 3 * u * u * t * b[0] + 3 * u * t * t * c[0] + t**3 * d[0], 2))
        ys.append(round(u**3 * a[1] + 3 * u * u * t * b[1] + 3 * u * t * t * c[1] + t**3 * d[1], 2))
    return xs, ys


def _arcs(edges: list[Edge], where: dict[str, Node], kind: str, dash: str) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for edge in edges:
        one, other = where[edge.one], where[edge.other]
        start, out = COLUMNS[1] - 0.015, COLUMNS[1] - _bulge(one.y, other.y)
        arc_x, arc_y = _curve((start, one.y), (out, one.y), (out, other.y), (start, other.y))
        xs += [*arc_x, None]
        ys += [*arc_y, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "hoverinfo": "skip",
        "visible": kind == "conversation",
        "line": {"color": LIGHT["ink"], "width": 1.2, "dash": dash, "shape": "spline"},
        "meta": {"layer": kind},
    }


def _arc_middles(edges: list[Edge], where: dict[str, Node], kind: str) -> dict[str, Any]:
    """Return a small mark on each arc that answers the pointer with its words."""
    heights = [(where[edge.one].y, where[edge.other].y) for edge in edges]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(COLUMNS[1] - 0.015 * 0.25 - _bulge(one, other) * 0.75, 3) for one, other in heights],
        "y": [round((one + other) / 2, 3) for one, other in heights],
        "hoverinfo": "text",
        "hovertext": [chart_text(edge.words) for edge in edges],
        "visible": kind == "conversation",
        "marker": {"size": 5, "color": LIGHT["ink"]},
        "meta": {"layer": kind},
    }


def _bulge(one: float, other: float) -> float:
    return min(0.10 + 0.05 * sqrt(abs(one - other)), 0.42)


_LOOKS = {
    "you": (16, "circle", LIGHT["ink"]),
    "connector": (13, "diamond", hue(5)),
    "practitioner": (12, "circle", hue(0)),
    "organisation": (11, "square", LIGHT["muted"]),
    "target": (16, "star", hue(2)),
}


def _node_trace(nodes: Sequence[Node], kind: str) -> dict[str, Any]:
    size, symbol, colour = _LOOKS[kind]
    those = [node for node in nodes if node.kind == kind]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [COLUMNS[node.column] for node in those],
        "y": [node.y for node in those],
        "hoverinfo": "text",
        "hovertext": [wrap(chart_text(node.words), 70) for node in those],
        "marker": {"size": size, "symbol": symbol, "color": colour, "line": {"width": 1, "color": LIGHT["paper"]}},
        "meta": {"layer": kind},
    }


def _node_labels(nodes: Sequence[Node]) -> list[dict[str, Any]]:
    you = {"xanchor": "center", "yanchor": "top", "yshift": -10, "text": "<b>you</b>"}
    right = {"xanchor": "left", "xshift": 11, "yanchor": "middle", "bgcolor": LIGHT["paper"], "borderpad": 1}
    return [
        {
            "x": COLUMNS[node.column],
            "y": node.y,
            "font": {"size": 12.5, "color": LIGHT["ink"]},
            "showarrow": False,
            **(
                right | {"align": "left", "text": "<br>".join(map(chart_text, _lines(node.label)))}
                if node.column
                else you
            ),
        }
        for node in nodes
    ]


def _column_heads(nodes: Sequence[Node]) -> list[dict[str, Any]]:
    heads = {1: "on your lists", 2: "where they work", 3: "what you are curious about"}
    present = {node.column for node in nodes}
    return [
        {
            "x": COLUMNS[column] - 0.02,
            "y": -1.15,
            "xanchor": "left",
            "text": words,
            "font": {"size": 12, "color": LIGHT["muted"]},
            "showarrow": False,
        }
        for column, words in heads.items()
        if column in present
    ]
