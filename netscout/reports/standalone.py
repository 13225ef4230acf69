"""The figures of the page, each complete in itself: title, paper and all, for whoever draws them elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from netscout.model.report import ReportData
from netscout.reports import charts, view
from netscout.reports.figure_base import FONT, wrap
from netscout.reports.figure_map import WIDE
from netscout.reports.linkview import link_view
from netscout.reports.palette import LIGHT
from netscout.reports.scene import Scene, scene
from netscout.reports.sections import map as territory_map
from netscout.reports.text import chart_text

TERRITORIES, LINKS = "territories", "links"
TITLE_LINE, SOURCE_LINE = 84, 130
"""Letters that fit one line of the width."""
TITLE_SIZE, SOURCE_SIZE = 17, 12
PLAIN_HEIGHT, PLAIN_MARGIN = 360, 40
"""What plotly would take for a chart that says nothing of its own; pixels."""


def figures(data: ReportData) -> dict[str, dict[str, Any]]:
    """Return every figure as a plain dict for plotly, in the order of the page.

    Keys are `territories` (areas by kind of work), `territories by ...` for each further field, `links`, and the ids
    of the other charts: of one that each target has, the first target's without its number. A network of nobody has
    none.
    """
    here = scene(data)
    sections = {one["id"]: one for one in view.sections(here)}
    if "map" not in sections:
        return {}
    made = _network(here, sections["map"]) | {
        one["id"].removesuffix("-0"): _dressed(one["figure"], one["title"], one.get("source", ""))
        for one in _charts(sections)
    }
    return {key: made[key] for key in made if made[key]["data"]}


def _network(here: Scene, section: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the maps and the link view, with all that the page's script would add to them."""
    made: dict[str, dict[str, Any]] = {}
    titles = [one["findings"][0] for one in section["maps"]]
    for title, (_, words, areas) in zip(titles, territory_map.layouts(here), strict=True):
        name = f"{TERRITORIES} by {words}" if made else TERRITORIES
        made[name] = _dressed(charts.territories(areas, here.shown.people), title)
    return made | {LINKS: _dressed(charts.links(link_view(here)), section["links"]["title"])}


def _charts(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # any part of the view
    """Yield every chart that a section holds, wherever in it."""
    if isinstance(value, dict) and {"id", "title", "figure"} <= set(value):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _charts(one)


def _dressed(figure: dict[str, Any], title: str, source: str = "") -> dict[str, Any]:
    """Return a figure on paper of its own, with its title above and its source below that."""
    lines, below = wrap(chart_text(title), TITLE_LINE), wrap(chart_text(source), SOURCE_LINE)
    further = lines.count("<br>") * TITLE_SIZE * 1.3
    room = 26 + TITLE_SIZE * 1.3 + further + ((1.6 + below.count("<br>") * 1.3) * SOURCE_SIZE if source else 0)
    layout = figure["layout"]
    margin = layout.get("margin", {})
    head: dict[str, Any] = {
        "text": f"<b>{lines}</b>",
        "font": {"family": FONT, "size": TITLE_SIZE, "color": LIGHT["ink"]},
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "pad": {"t": 16 + further / 2, "l": 12},
    }
    if source:
        font = {"family": FONT, "size": SOURCE_SIZE, "color": LIGHT["muted"]}
        head["subtitle"] = {"text": below, "font": font}
    changed = {
        "title": head,
        "width": WIDE,
        "height": round(layout.get("height", PLAIN_HEIGHT) + room),
        "margin": margin | {"t": round(margin.get("t", PLAIN_MARGIN) + room)},
        "paper_bgcolor": LIGHT["paper"],
    }
    return figure | {"layout": layout | changed}
