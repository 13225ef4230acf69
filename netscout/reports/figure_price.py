"""The price of variety as a chart: score kept against groups reached, a line for each length of the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from netscout.model.ranking import PricePoint
from netscout.reports.figure_axes import OURS, label, low_layout, step
from netscout.reports.palette import LIGHT, PLAIN


def reached(point: PricePoint) -> int:
    """Return how many companies, fields of business and ways you met the list of a point reaches."""
    return point.companies + point.fields + point.circles


def steps(curve: Sequence[PricePoint]) -> list[tuple[PricePoint, str]]:
    """Return the lists that differ, each with the words for the weights that give it, in the order of the curve."""
    found: list[list[PricePoint]] = []
    for one in curve:
        last = found[-1][-1] if found else None
        if last and replace(last, weight=one.weight, chosen=one.chosen) == one:
            found[-1].append(one)
        else:
            found.append([one])
    return [(replace(those[0], chosen=any(one.chosen for one in those)), _weights(those)) for those in found]


def price(curve: Sequence[PricePoint]) -> dict[str, Any]:
    """Return one line for each length, from the order by score alone to the greatest weight; yours stands out."""
    layout = low_layout(270)
    least = min((one.kept for one in curve), default=1.0)
    layout["yaxis"] |= {"tickformat": ".0%", "range": [least - 0.02, 1.03], "rangemode": "normal"}
    groups = [reached(one) for one in curve] or [0]
    layout["xaxis"] |= {
        "dtick": step(max(max(groups) - min(groups), 1)),
        "title": {
            "text": "companies, fields and ways you met, together",
            "font": {"size": 12, "color": LIGHT["muted"]},
        },
    }
    layout["margin"] |= {"b": 42, "l": 44, "t": 22}
    layout["annotations"] = [label("score kept", 0, 1, LIGHT["muted"])]
    lengths = sorted({one.count for one in curve})
    found = steps(curve)
    names = [*(str(length) for length in lengths[:-1]), *(f"{length} people" for length in lengths[-1:])]
    lines = [[one for one in found if one[0].count == length] for length in lengths]
    traces = [_line(points, name) for points, name in zip(lines, names, strict=True)]
    return {"data": [*traces, _own([one for one in found if one[0].chosen])], "layout": layout}


def _line(points: list[tuple[PricePoint, str]], name: str) -> dict[str, Any]:
    ends = ["" for _ in points]
    ends[0] = name
    return _marks(points) | {
        "mode": "lines+markers+text",
        "text": ends,
        "textposition": "top center",
        "textfont": {"size": 11, "color": LIGHT["muted"]},
        "line": {"color": PLAIN, "width": 1.5},
        "marker": {"size": 6, "color": PLAIN},
    }


def _own(points: list[tuple[PricePoint, str]]) -> dict[str, Any]:
    return _marks(points) | {"mode": "markers", "marker": {"size": 11, "color": OURS}}


def _marks(points: list[tuple[PricePoint, str]]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": [reached(one) for one, _ in points],
        "y": [round(one.kept, 4) for one, _ in points],
        "customdata": [[one.count, words, one.companies, one.fields, one.circles] for one, words in points],
        "cliponaxis": False,
        "hovertemplate": (
            "%{customdata[0]} people, %{customdata[1]}: %{y:.0%} of the score<br>%{customdata[2]} companies, "
            "%{customdata[3]} fields of business, %{customdata[4]} ways you met<extra></extra>"
        ),
    }


def _weights(those: Sequence[PricePoint]) -> str:
    """Return how the lists that are one and the same were chosen."""
    given = [f"{one.weight:g}" for one in those if one.weight is not None]
    alone = ["by score alone"] if those[0].weight is None else []
    own = " (yours)" if any(one.chosen for one in those) else ""
    spread = (
        [f"variety {given[0]} to {given[-1]}{own}" if len(given) > 1 else f"variety {given[0]}{own}"] if given else []
    )
    return ", ".join([*alone, *spread])
