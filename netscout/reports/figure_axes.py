"""What the small charts share: a low figure with quiet axes, in the colours of the light page."""

from __future__ import annotations

from typing import Any

from netscout.reports.figure_base import base_layout
from netscout.reports.palette import LIGHT

OURS, THEIRS = "#0072B2", "#E69F00"
"""The two hues of charts that hold you against others."""


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


def _axis() -> dict[str, Any]:
    return {"fixedrange": True, "zeroline": False, "tickfont": {"size": 11, "color": LIGHT["muted"]}}
