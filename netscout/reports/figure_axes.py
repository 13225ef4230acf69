"""What the small charts share: a low figure with quiet axes, in the colours of the light page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netscout.reports.figure_base import base_layout
from netscout.reports.palette import LIGHT
from netscout.reports.text import day

OURS, THEIRS = "#0072B2", "#E69F00"
"""The two hues of charts that hold you against others."""
YEAR = 12
"""Months."""


def low_layout(height: int = 230) -> dict[str, Any]:
    """Return a layout with both axes shown, a thin grid of values, and nothing to drag."""
    layout = base_layout("", height)
    layout["margin"] = {"l": 36, "r": 8, "t": 20, "b": 26}
    layout["xaxis"] = _axis() | {"showgrid": False, "linecolor": LIGHT["line"], "showline": True}
    layout["yaxis"] = _axis() | {"gridcolor": LIGHT["line"], "rangemode": "tozero", "nticks": 5}
    return layout


def label(text: str, x: float, y: float, colour: str, anchor: str = "left") -> dict[str, Any]:
    """Return a label inside the chart; x and y are shares of its width and height."""
    return {
        "text": text,
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "xanchor": anchor,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12, "color": colour},
    }


def step(most: int) -> int:
    """Return the distance of the marks of an axis of whole numbers on which at most three reach the greatest."""
    power: int = 10 ** (len(str(most)) - 1)
    return next(one for one in (max(power // 5, 1), max(power // 2, 1), power, 2 * power, 5 * power) if 3 * one >= most)


def year_axis(days: Sequence[str], apart: int) -> dict[str, Any]:
    """Return what an axis of months needs where they lie within a year: that year, and months so far apart by name.

    `days` are first days of months, oldest first. Plotly itself would divide so few into weeks, days or hours; with
    more it names years, and {} is returned.
    """
    places = [_place(one) for one in (*days[:1], *days[-1:])]
    if not places or places[-1] - places[0] >= YEAR:
        return {}
    named = [_month(places[-1] - back) for back in range(0, YEAR, apart)][::-1]
    ends = [f"{_month(places[-1] - YEAR)}-15", f"{_month(places[-1] + 1)}-20"]  # room for the name of the last
    return {
        "range": ends,
        "tickmode": "array",
        "tickvals": [f"{one}-01" for one in named],
        "ticktext": [*map(day, named)],
    }


def _place(iso: str) -> int:
    return YEAR * int(iso[:4]) + int(iso[5:7]) - 1


def _month(place: int) -> str:
    return f"{place // YEAR}-{place % YEAR + 1:02d}"


def _axis() -> dict[str, Any]:
    return {"fixedrange": True, "zeroline": False, "tickfont": {"size": 11, "color": LIGHT["muted"]}}
