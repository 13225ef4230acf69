"""What both figures share: the bare layout, the font, and the breaking of long hover lines."""

from __future__ import annotations

from typing import Any

from netscout.reports.palette import LIGHT
from netscout.reports.text import chart_text

FONT = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif"


def base_layout(title: str, height: int) -> dict[str, Any]:
    """Return a layout without axes, legend or dragging, in the colours of the light page."""
    axis = {"visible": False, "fixedrange": True, "zeroline": False, "showgrid": False}
    layout: dict[str, Any] = {
        "height": height,
        "margin": {"l": 4, "r": 4, "t": 4, "b": 4},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "font": {"family": FONT, "size": 12, "color": LIGHT["ink"]},
        "hoverlabel": {
            "bgcolor": LIGHT["card"],
            "bordercolor": LIGHT["muted"],
            "align": "left",
            "font": {"family": FONT, "size": 13, "color": LIGHT["ink"]},
        },
        "xaxis": dict(axis),
        "yaxis": dict(axis),
    }
    if title:
        layout["title"] = {"text": chart_text(title)}
    return layout


def wrap(text: str, most: int = 56) -> str:
    """Break a long line at spaces; entities hold no space, so none is torn."""
    lines, line = [], ""
    for piece in text.split(" "):
        if line and len(line) + len(piece) >= most:
            lines.append(line)
            line = piece
        else:
            line = f"{line} {piece}".strip()
    return "<br>".join([*lines, line][:4])
