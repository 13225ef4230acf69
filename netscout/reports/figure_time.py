"""The charts over time: new connections by quarter, messages by month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netscout.model.exchange import Month
from netscout.reports.figure_axes import OURS, THEIRS, label, low_layout
from netscout.reports.palette import LIGHT


def growth(quarters: Sequence[tuple[str, int]]) -> dict[str, Any]:
    """Return bars of new people by quarter; each is the first day of the quarter (`2019-04-01`) and a number."""
    layout = low_layout(210)
    layout["bargap"] = 0.15
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
    layout["bargap"] = 0.15
    step = _step(max([1, *(one.sent for one in months), *(one.received for one in months)]))
    marks = [step * place for place in range(-4, 5)]
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
    days = [f"{one.month}-01" for one in months]
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
        "marker": {"color": colour},
        "hovertemplate": f"%{{x|%B %Y}}: {words}<extra></extra>",
    }


def _step(most: int) -> int:
    """Return the distance of the marks of an axis on which at most three reach the greatest number."""
    power: int = 10 ** (len(str(most)) - 1)
    return next(one for one in (max(power // 5, 1), max(power // 2, 1), power, 2 * power, 5 * power) if 3 * one >= most)
