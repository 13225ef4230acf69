"""The map: what it shows in sentences, the areas as a table, and the figures that stand beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from netscout.model.report import NetworkPerson
from netscout.reports import charts
from netscout.reports.linkview import PLACE, LinkView, finding, leading, link_view, paths
from netscout.reports.palette import SWITCH, hue, rim
from netscout.reports.scene import Scene
from netscout.reports.sections.map_words import Tally, beside, findings, in_touch, method, share_view, tallies, worst_of
from netscout.reports.territories import UNKNOWN, Territory, lay_out, offered
from netscout.reports.text import capital, percent, tidy

DRAWN = ("people", "ring")
"""Layers the page draws from the figure; areas and companies it draws from their circles."""
FIELDS: tuple[tuple[str, str, Callable[[NetworkPerson], str]], ...] = (
    ("family", "kind of work", lambda one: one.family),
    ("sector", "field of business", lambda one: one.sector),
    ("community", "how you met", lambda one: one.community),
)
"""The fields in their order: key, words, and what sorts a person; the first always, the rest where enough is known."""


def build(scene: Scene) -> dict[str, Any] | None:
    """Return findings and tables of areas per field; the figures stand under `figures`. None for an empty network."""
    if not scene.people:
        return None
    fields = {key: field for key, _, field in FIELDS}
    counted = [(key, words, areas, tallies(scene, fields[key])) for key, words, areas in layouts(scene)]
    maps = [_map((key, words), areas, those, scene) for key, words, areas, those in counted]
    worst = [(key, beside(one, words)) for key, words, _, those in counted if (one := worst_of(those, scene))]
    for made in maps:
        if made["neglect"]:
            made["findings"][3:3] = [told for key, told in worst if key != made["key"]]
    view = link_view(scene)
    return {
        "id": "map",
        "nav": "The map",
        "kicker": "The map",
        "title": maps[0]["findings"][0],
        "in_touch": in_touch(scene),
        "drawn": len(scene.shown.people),
        "ringed": any(one.listed for one in scene.shown.people),
        "maps": maps,
        "links": {
            "title": finding(view),
            "nodes": len(view.nodes),
            "people": len(paths(view)),
            "leading": len(leading(view)),
            "places": sum(node.column == PLACE for node in view.nodes),
            "left_out": view.left_out,
            "connectors": sum(node.kind == "connector" for node in view.nodes),
            "paths": paths(view),
            "conversations": sum(edge.kind == "conversation" for edge in view.edges),
            "guesses": sum(edge.kind == "shared-employer" for edge in view.edges),
        },
        "figures": _figures(maps, view, scene.index),
    }


def nobody() -> dict[str, Any]:
    """Return what the page of the map says in place of a map where there is nobody to draw."""
    return {
        "id": "nobody",
        "kicker": "The map",
        "title": "There is nobody to draw yet",
        "text": "The map needs `Connections.csv`, and none that was loaded names anybody. Load an export that holds it "
        "with `netscout load`, then make the map again with `netscout map`.",
    }


def layouts(scene: Scene) -> list[tuple[str, str, tuple[Territory, ...]]]:
    """Return for each field its key, its words and its areas, the field shown first before all others."""
    known = [
        one for place, one in enumerate(FIELDS) if not place or offered(one[2](person) for person in scene.full.people)
    ]
    return [(key, words, lay_out(scene.shown.people, field, _others(scene, field))) for key, words, field in known]


def _figures(maps: list[dict[str, Any]], view: LinkView, index: Mapping[str, int]) -> dict[str, Any]:
    """Return what the page draws: the hover text of a person stands once, under `hover`, for all maps."""
    hover: dict[int, str] = {}
    for one in maps:
        layout = one["figure"]["layout"]
        layout.pop("annotations")
        layout["meta"]["labels"] = compact(layout["meta"]["labels"])
        one["figure"]["data"] = [trace for trace in one["figure"]["data"] if trace["meta"]["layer"] in DRAWN]
        for trace in one["figure"]["data"]:
            if trace["meta"]["layer"] == "people":
                hover.update(zip(trace["customdata"], trace.pop("hovertext"), strict=True))
    return {
        "dark": SWITCH,
        "hover": [hover.get(place, "") for place in range(max(hover, default=-1) + 1)],
        "maps": {
            one["key"]: {
                "figure": one.pop("figure"),
                "areas": one.pop("geometry"),
                "neglect": one["neglect"].get("name", ""),
            }
            for one in maps
        },
        "links": _links(view, index),
    }


def _links(view: LinkView, index: Mapping[str, int]) -> dict[str, Any]:
    """Return the link view in which each mark of a person holds their index, so that the page finds the row."""
    figure = charts.links(view)
    for trace in figure["data"]:
        if trace["meta"]["layer"] in ("connector", "practitioner"):
            those = [node for node in view.nodes if node.kind == trace["meta"]["layer"]]
            trace["customdata"] = [index.get(node.key.removeprefix("p:"), -1) for node in those]
    figure["layout"]["annotations"] = compact(figure["layout"]["annotations"])
    return figure


def compact(labels: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return labels as `{"kinds": [...], "rows": [[kind, own], ...]}`: what all of one kind share stands once.

    Labels of the same font and anchor are of one kind; `charts.js` makes them whole again.
    """
    kinds: dict[str, list[dict[str, Any]]] = {}
    for one in labels:
        kinds.setdefault(_kind(one), []).append(one)
    shared = [
        {key: those[0][key] for key in those[0] if all(one.get(key) == those[0][key] for one in those)}
        for those in kinds.values()
    ]
    places = {kind: place for place, kind in enumerate(kinds)}
    rows = []
    for one in labels:
        place = places[_kind(one)]
        rows.append([place, {key: value for key, value in one.items() if key not in shared[place]}])
    return {"kinds": shared, "rows": rows}


def _kind(label: dict[str, Any]) -> str:
    return repr([label["font"], label.get("xanchor"), label.get("yanchor"), bool(label.get("folded")), sorted(label)])


def _others(scene: Scene, field: Callable[[NetworkPerson], str]) -> Counter[str]:
    """Return how many people of each area are counted but not named in this form."""
    if scene.personal:
        return Counter()
    return Counter(field(one) or UNKNOWN for one in scene.full.people if one.id not in scene.by_id)


def _map(field: tuple[str, str], areas: tuple[Territory, ...], fields: Sequence[Tally], scene: Scene) -> dict[str, Any]:
    key, words = field
    worst = worst_of(fields, scene)
    people = scene.shown.people
    return {
        "key": key,
        "words": words,
        "findings": findings(fields, words, scene),
        "method": method(words, worst, scene),
        "neglect": share_view(worst),
        "areas": _rows(areas, fields, scene),
        "circles": _circles(areas),
        "crowded": len(people) > charts.MARKS_MOST,
        "figure": charts.territories(areas, people),
        "geometry": [_geometry(area) for area in areas],
    }


def _circles(areas: Sequence[Territory]) -> dict[str, bool]:
    """Return which kinds of circles stand inside areas: `companies`, and `fields` that share an area."""
    inside = {len(area.fields) > 1 for area in areas if area.companies}
    return {"companies": False in inside, "fields": True in inside}


def _rows(areas: tuple[Territory, ...], fields: Sequence[Tally], scene: Scene) -> list[dict[str, Any]]:
    """Return the table: a row for each field, those of an area that several share among them."""
    whole = {name: area for area in areas for name in area.fields}
    return [
        {
            "name": one.name,
            "area": whole[one.name].name,
            "circle": tidy(one.name) if len(whole[one.name].fields) > 1 else "",
            "label": capital(tidy(one.name)),
            "people": one.people,
            "share": one.people / scene.people,
            "share_words": percent(one.people / scene.people),
            "listed": one.listed,
            "connectors": one.connectors,
            "recent": one.recent,
            "reached": one.reached,
            "largest": _largest(whole[one.name]),
            "colour": hue(whole[one.name].hue),
        }
        for one in fields
    ]


def _largest(area: Territory) -> list[dict[str, Any]]:
    """Return the largest companies of an area that stands for one field."""
    if len(area.fields) > 1:
        return []
    return [
        {"name": tidy(one.name), "people": one.people}
        for one in sorted(area.companies, key=lambda one: (-one.people, one.name))[:3]
    ]


def _geometry(area: Territory) -> dict[str, Any]:
    """Return what the page draws an area from; `of` names the fields of one that several share."""
    made = {
        "name": area.name,
        "x": area.x,
        "y": area.y,
        "r": area.radius,
        "step": area.step,
        "people": area.people,
        "colour": hue(area.hue),
        "rim": rim(area.hue),
        "companies": [[tidy(one.name), one.x, one.y, one.radius, one.people] for one in area.companies],
    }
    return made | ({"of": list(area.fields)} if len(area.fields) > 1 else {})
