"""The charts over time: new connections by quarter, messages by month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netscout.model.exchange import Month
from netscout.reports.figure_axes import OURS, THEIRS, label, low_layout, step, year_axis
from netscout.reports.palette import LIGHT, RIMS

WIDTH = 24 * 24 * 60 * 60 * 1000
"""Milliseconds a bar of a month takes: a single one would fill the chart."""


def growth(quarters: Sequence[tuple[str, int]]) -> dict[str, Any]:
    """Return bars of new people by quarter; each is the first day of the quarter (`2019-04-01`) and a number."""
    layout = low_layout(210)
    layout["bargap"] = 0.15
    layout["xaxis"] |= year_axis([day for day, _ in quarters], 6)
    layout["yaxis"] |= {"dtick": step(max([1, *(people for _, people in quarters)]))}
    layout["annotations"] = [label("new people", 0, 1, LIGHT["muted"])]
    bars = {
        "type": "bar",
        "x": [day for day, _ in quarters],
        "y": [people for _, people in quarters],
        "marker": {"color": OURS},
        "hovertemplate": "Three months from %{x|%B %Y}: %{y} new<extra></extra>",
    }
    return {"data": [bars], "layout": layout}


def messages(months: Sequence[Month]) -> dict[str, Any]:
    """Return bars by month: messages received above the line, messages sent below it."""
    layout = low_layout(250)
    layout["barmode"] = "relative"
    days = [f"{one.month}-01" for one in months]
    layout["xaxis"] |= year_axis(days, 4)
    apart = step(max([1, *(one.sent for one in months), *(one.received for one in months)]))
    marks = [apart * place for place in range(-4, 5)]
    layout["yaxis"] |= {
        "tickmode": "array",
        "tickvals": marks,
        "ticktext": [str(abs(one)) for one in marks],
        "zeroline": True,
        "zerolinecolor": LIGHT["muted"],
    }
    layout["annotations"] = [
        label("messages to you", 0, 1, LIGHT["muted"]),
        label("messages from you", 0, 0, LIGHT["muted"]) | {"bgcolor": LIGHT["paper"]},
    ]
    return {
        "data": [
            _bars(days, [one.received for one in months], THEIRS, "%{y} to you"),
            _bars(days, [-one.sent for one in months], OURS, "%{customdata} from you")
            | {"customdata": [one.sent for one in months]},
        ],
        "layout": layout,
    }


def _bars(days: list[str], counts: list[int], colour: str, words: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": days,
        "y": counts,
        "width": WIDTH,
        "marker": {"color": colour, "line": {"color": RIMS[colour], "width": 1}},
        "hovertemplate": f"%{{x|%B %Y}}: {words}<extra></extra>",
    }
