"""The map: what it shows in sentences, the areas as a table, and the figures that stand beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from netscout.model.report import NetworkPerson
from netscout.reports import charts
from netscout.reports.linkview import LinkView, link_view
from netscout.reports.palette import SWITCH, hue
from netscout.reports.scene import Scene
from netscout.reports.territories import UNKNOWN, Territory, lay_out
from netscout.reports.text import capital, count, listing, percent, tidy, word

MOST = 0.5
NOTED = 1 / 3
"""Share of people whose area is not known from which on the title says so."""
FIELDS: tuple[tuple[str, str, Callable[[NetworkPerson], str]], ...] = (
    ("family", "kind of work", lambda one: one.family),
    ("sector", "field of business", lambda one: one.sector),
)


def build(scene: Scene) -> dict[str, Any] | None:
    """Return findings and tables of areas per field; the figures stand under `figures`. None for an empty network."""
    if not scene.people:
        return None
    people = scene.shown.people
    maps = []
    for key, words, field in FIELDS:
        areas = lay_out(people, field, _others(scene, field))
        maps.append(_map(key, words, areas, people, scene))
    view = link_view(scene)
    return {
        "id": "map",
        "nav": "Map",
        "kicker": "The map",
        "title": maps[0]["findings"][0],
        "maps": maps,
        "links": {
            "nodes": len(view.nodes),
            "left_out": view.left_out,
            "paths": [node.words for node in view.nodes if node.column == 1],
            "conversations": sum(edge.kind == "conversation" for edge in view.edges),
            "guesses": sum(edge.kind == "shared-employer" for edge in view.edges),
        },
        "figures": _figures(maps, view),
    }


def _figures(maps: list[dict[str, Any]], view: LinkView) -> dict[str, Any]:
    """Return what the page draws: the hover text of a person stands once, under `hover`, for all maps."""
    hover: dict[int, str] = {}
    for one in maps:
        one["figure"]["layout"].pop("annotations")
        for trace in one["figure"]["data"]:
            if trace["meta"]["layer"] == "people":
                hover.update(zip(trace["customdata"], trace.pop("hovertext"), strict=True))
    return {
        "dark": SWITCH,
        "hover": [hover.get(place, "") for place in range(max(hover, default=-1) + 1)],
        "maps": {one["key"]: {"figure": one.pop("figure"), "areas": one.pop("geometry")} for one in maps},
        "links": charts.links(view),
    }


def _others(scene: Scene, field: Callable[[NetworkPerson], str]) -> Counter[str]:
    """Return how many people of each area are counted but not named in this form."""
    if scene.personal:
        return Counter()
    return Counter(field(one) or UNKNOWN for one in scene.full.people if one.id not in scene.by_id)


def _map(
    key: str, words: str, areas: tuple[Territory, ...], people: Sequence[NetworkPerson], scene: Scene
) -> dict[str, Any]:
    return {
        "key": key,
        "words": words,
        "findings": _findings(areas, words, scene),
        "areas": [
            {
                "name": area.name,
                "label": capital(tidy(area.name)),
                "people": area.people,
                "share": area.people / scene.people,
                "share_words": percent(area.people / scene.people),
                "listed": area.listed,
                "companies": len(area.companies),
                "largest": [{"name": tidy(one.name), "people": one.people} for one in area.companies[:3]],
                "colour": hue(area.hue),
            }
            for area in areas
        ],
        "crowded": len(people) > charts.MARKS_MOST,
        "figure": charts.territories(areas, people),
        "geometry": [
            {
                "name": area.name,
                "x": area.x,
                "y": area.y,
                "r": area.radius,
                "people": area.people,
                "colour": hue(area.hue),
                "companies": [[tidy(one.name), one.x, one.y, one.radius, one.people] for one in area.companies],
            }
            for area in areas
        ],
    }


def _findings(areas: tuple[Territory, ...], words: str, scene: Scene) -> list[str]:
    """Return up to three sentences: where most people are, what the list leaves out, where the shortlist sits."""
    understood = [area for area in areas if area.name != UNKNOWN]
    if not understood:
        return [f"No {words} could be read from the titles and companies of this network"]
    blank = next((area for area in areas if area.name == UNKNOWN), None)
    found = [_largest(understood[0], blank, words, scene)]
    listed = [area for area in understood if area.listed]
    if listed:
        places = [
            f"{_low(area.name)} ({area.listed})" for area in sorted(listed, key=lambda one: (-one.listed, one.name))
        ]
        found.append(f"The shortlist sits in {listing(places[:4])}" + (" and elsewhere." if len(places) > 4 else "."))
    missed = next((area for area in understood if not area.listed), None)
    if missed:
        found.append(
            f"The largest part with nobody on the shortlist is {_low(missed.name)}, "
            f"with {count(missed.people, 'person', 'people')}."
        )
    if blank and len(found) < 3 and blank.people <= NOTED * scene.people:
        found.append(f"{capital(word(blank.people))} could not be placed.")
    return found


def _largest(top: Territory, blank: Territory | None, words: str, scene: Scene) -> str:
    """Return where most people are; "most" is said of more than half only, and of how many nothing is known."""
    share = top.people / scene.people
    head = (
        f"Most of your people are in {_low(top.name)}: {percent(share)} of the network"
        if share > MOST
        else f"The largest area is {_low(top.name)}: {percent(share)} of your people"
    )
    unknown = blank.people / scene.people if blank else 0.0
    return f"{head}; for {percent(unknown)} the {words} is not known" if unknown > NOTED else head


def _low(name: str) -> str:
    """Return a name as it stands inside a sentence: the first letter small, unless the word is an abbreviation."""
    return name[:1].lower() + name[1:] if not name[:2].isupper() else name
