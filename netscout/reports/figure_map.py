"""The map of territories as a plain dict for plotly: areas, companies, dots, rings, labels. SVG traces only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netscout.model.person import role_at
from netscout.model.report import NetworkPerson
from netscout.reports.crowds import fold
from netscout.reports.figure_base import base_layout, wrap
from netscout.reports.palette import LIGHT, hue, rim, veil
from netscout.reports.rows import BAND_WORDS, STRENGTH_WORDS
from netscout.reports.territories import Company, Territory, extent
from netscout.reports.text import capital, chart_text, count, number

MARKS_MOST = 3_000
"""Dots drawn at a time; above that the overview shows areas, companies and the shortlist."""
CIRCLES_MOST = 600
LABELS_MOST = 120
WIDE = 960.0
"""Width in pixels for which sizes and labels are reckoned; the page reckons again for its own width."""
STATE_SIZE = {"close": 1.0, "know": 1.0, "warm": 0.95, "cooling": 0.8, "dormant": 0.65, "met": 0.65}
SIZES = (4.0, 16.0)
"""Pixels of the dot of a close tie, at least and at most; all others are shares of it, so that none look alike."""
RIM = 0.6
"""How strong the rim of a dot is, by which also a pale one stands out from its area."""
TINTS = (0.10, 0.16)
"""How strong the ground of an area is, and that of a company on it."""
_TURN = 24


def territories(areas: Sequence[Territory], people: Sequence[NetworkPerson], title: str = "") -> dict[str, Any]:
    """Return the map: areas, companies, dots with hover texts, rings round the shortlist, labels that do not collide.

    `layout.meta` holds what the page needs to fit another width: the pixels of one unit, those of the largest dot, and
    the labels by importance.
    """
    left, right, bottom, top = extent(areas)
    for _ in range(3):
        left, right, bottom, top = extent(areas, (right - left) / WIDE)
    above = (right - left) * 0.045
    unit = WIDE / (right - left + 2)
    named = sum(len(area.dots) for area in areas)
    crowded = named > MARKS_MOST
    traces = [_areas_trace(area) for area in areas]
    traces += [trace for area in areas if (trace := _companies_trace(area, _least(areas)))]
    traces += [trace for area in areas if (trace := _dots(area, people, unit, crowded=crowded))]
    if crowded:
        traces += [trace for area in areas if (trace := _middles(area, _least(areas)))]
    traces.append(_rings(areas, people, unit))
    labels = _labels(areas, _least(areas), crowded=crowded)
    height = round(min(max((top - bottom + above + 2) * unit, 320), 860))
    layout = base_layout(title, height)
    layout["xaxis"] |= {"range": [round(left - 1, 2), round(right + 1, 2)], "constrain": "domain"}
    layout["yaxis"] |= {"range": [round(bottom - 1, 2), round(top + above + 1, 2)], "scaleanchor": "x"}
    layout["annotations"] = uncrowd(labels, unit, [(area.x, area.y, area.radius) for area in areas])
    layout["meta"] = {"unit": round(unit, 3), "size": _most(unit), "crowded": crowded, "named": named, "labels": labels}
    return {"data": traces, "layout": layout}


def uncrowd(
    labels: list[dict[str, Any]], unit: float, circles: Sequence[tuple[float, float, float]] = ()
) -> list[dict[str, Any]]:
    """Return the labels at places where none lies over an earlier one or over another area; without a place, invisible.

    An area's label is tried in two lines, for which room is kept, then in one, then in the middle of its area. Widths
    are estimated at 0.58 em a letter. The page does the same with measured widths (`labels.js`).
    """
    taken: list[tuple[float, float, float, float]] = []
    made = []
    for label in labels:
        plain = {key: value for key, value in label.items() if key not in ("room", "lane", "own", "folded", "middle")}
        plain["visible"] = False
        for place in _tries(label):
            box = _box(place, unit)
            if label["folded"] and place["yanchor"] == "middle" and not _inside(box, circles[label["own"]], unit):
                continue
            fits = not label["room"] or (
                box[1] - box[0] <= label["room"] * unit and (box[3] - box[2] <= label["lane"] * unit + 6)
            )
            free = not any(_overlap(box, one) for one in taken)
            if fits and free and not any(_touches(box, c, unit) for k, c in enumerate(circles) if k != label["own"]):
                taken.append(box)
                plain |= place | {"visible": True}
                break
        made.append(plain)
    return made


def _tries(label: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the places of a label, best first, each as the annotation's fields that differ."""
    first = {key: label[key] for key in ("text", "y", "yanchor", "x", "font")}
    if not label["folded"]:
        return [first]
    middle = {"y": label["middle"], "yanchor": "middle", "bgcolor": veil(LIGHT["paper"], 0.8)}
    folded = first | {"text": label["folded"]}
    return [folded, first, folded | middle]


def _box(place: dict[str, Any], unit: float) -> tuple[float, float, float, float]:
    """Return left, right, bottom and top of a label in pixels."""
    size = place["font"]["size"]
    lines = place["text"].replace("<b>", "").replace("</b>", "").split("<br>")
    wide, high = max(len(line) for line in lines) * size * 0.58 + 4, len(lines) * size * 1.25 + 2
    x, y = place["x"] * unit, place["y"] * unit + (high / 2 if place["yanchor"] == "bottom" else 0.0)
    return (x - wide / 2, x + wide / 2, y - high / 2, y + high / 2)


def _inside(box: tuple[float, float, float, float], circle: tuple[float, float, float], unit: float) -> bool:
    """Return whether a label in the middle of a circle leaves enough of it to be seen."""
    return box[1] - box[0] <= 2.2 * circle[2] * unit and box[3] - box[2] <= 1.2 * circle[2] * unit


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _touches(box: tuple[float, float, float, float], circle: tuple[float, float, float], unit: float) -> bool:
    x, y, radius = (value * unit for value in circle)
    across = x - min(max(x, box[0]), box[1])
    along = y - min(max(y, box[2]), box[3])
    return across * across + along * along < radius * radius


def _round(x: float, y: float, radius: float, points: int = _TURN) -> tuple[list[float | None], list[float | None]]:
    """Return a closed ring of points, by repeated turning so that no library's sine can differ."""
    cosine, sine = (0.9659258262890683, 0.25881904510252074) if points == _TURN else (0.8660254037844387, 0.5)
    ax, ay = radius, 0.0
    xs: list[float | None] = []
    ys: list[float | None] = []
    for _ in range(points + 1):
        xs.append(round(x + ax, 2))
        ys.append(round(y + ay, 2))
        ax, ay = ax * cosine - ay * sine, ax * sine + ay * cosine
    return xs, ys


def _areas_trace(area: Territory) -> dict[str, Any]:
    xs, ys = _round(area.x, area.y, area.radius)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "fill": "toself",
        "fillcolor": veil(hue(area.hue), TINTS[0]),
        "line": {"color": rim(area.hue), "width": 1.2, "shape": "spline", "smoothing": 1.3},
        "hoverinfo": "skip",
        "meta": {"layer": "area"},
    }


def _least(areas: Sequence[Territory]) -> int:
    """Return the size from which on companies are drawn, so that at most 600 are."""
    sizes = sorted((one.people for area in areas for one in area.companies), reverse=True)
    return sizes[CIRCLES_MOST] + 1 if len(sizes) > CIRCLES_MOST else 1


def _companies_trace(area: Territory, least: int) -> dict[str, Any] | None:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for one in area.companies:
        if one.people >= least:
            ring_x, ring_y = _round(one.x, one.y, one.radius, 12)
            xs += [*ring_x, None]
            ys += [*ring_y, None]
    if not xs:
        return None
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "fill": "toself",
        "fillcolor": veil(hue(area.hue), TINTS[1]),
        "line": {"color": rim(area.hue), "width": 0.7, "shape": "spline", "smoothing": 1.3},
        "hoverinfo": "skip",
        "meta": {"layer": "company"},
    }


def _dots(area: Territory, people: Sequence[NetworkPerson], unit: float, *, crowded: bool) -> dict[str, Any] | None:
    dots = [dot for dot in area.dots if not crowded or people[dot.person].listed]
    if not dots:
        return None
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [dot.x for dot in dots],
        "y": [dot.y for dot in dots],
        "customdata": [dot.person for dot in dots],
        "hovertext": [person_words(people[dot.person]) for dot in dots],
        "hoverinfo": "text",
        "marker": {
            "size": [_size(people[dot.person], unit) for dot in dots],
            "color": hue(area.hue),
            "opacity": 0.92,
            "line": {"width": 0.6, "color": veil(LIGHT["ink"], RIM)},
        },
        "meta": {"layer": "people"},
    }


def _size(person: NetworkPerson, unit: float) -> float:
    return round(_most(unit) * STATE_SIZE.get(person.strength, 0.5), 1)


def _most(unit: float) -> float:
    """Return the pixels of the dot of a close tie."""
    return round(min(max(unit * 0.8, SIZES[0]), SIZES[1]), 1)


def _middles(area: Territory, least: int) -> dict[str, Any] | None:
    """Return a small mark in the middle of each company that answers the pointer, where people are too many to draw."""
    those = [one for one in area.companies if one.people >= least]
    if not those:
        return None
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [one.x for one in those],
        "y": [one.y for one in those],
        "hovertext": [f"<b>{chart_text(one.name)}</b><br>{count(one.people, 'person', 'people')}" for one in those],
        "hoverinfo": "text",
        "marker": {"size": 4, "color": hue(area.hue), "opacity": 0.9},
        "meta": {"layer": "middle"},
    }


def _rings(areas: Sequence[Territory], people: Sequence[NetworkPerson], unit: float) -> dict[str, Any]:
    dots = [dot for area in areas for dot in area.dots if people[dot.person].listed]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [dot.x for dot in dots],
        "y": [dot.y for dot in dots],
        "hoverinfo": "skip",
        "marker": {
            "size": [round(_size(people[dot.person], unit) + 5, 1) for dot in dots],
            "symbol": "circle-open",
            "color": LIGHT["ink"],
            "line": {"width": 2, "color": LIGHT["ink"]},
        },
        "meta": {"layer": "ring"},
    }


def person_words(person: NetworkPerson) -> str:
    """Return the hover text of a person: name, role, company, strength and chance, escaped for plotly."""
    state = STRENGTH_WORDS.get(person.strength, person.strength)
    lines = [
        f"<b>{chart_text(person.name)}</b>",
        wrap(chart_text(role_at(person.title, person.company_label or person.company))),
        chart_text(f"{state}; {BAND_WORDS.get(person.band, person.band)}" if person.band else state),
        "on the shortlist" if person.listed else "",
    ]
    return "<br>".join(one for one in lines if one)


def _labels(areas: Sequence[Territory], least: int, *, crowded: bool) -> list[dict[str, Any]]:
    """Return the labels by importance: areas by size, then companies by size."""
    made = [
        {
            "x": area.x,
            "y": round(area.y + area.radius, 2),
            "yanchor": "bottom",
            "text": f"<b>{chart_text(capital(area.name))}</b><br>{number(area.people)}",
            "folded": f"<b>{_lines(fold(capital(area.name), 24))}</b><br>{number(area.people)}",
            "middle": area.y,
            "font": {"size": 13, "color": LIGHT["ink"]},
            "showarrow": False,
            "own": place,
            "room": 0.0,
            "lane": 0.0,
        }
        for place, area in enumerate(areas)
    ]
    companies = sorted(
        (
            (-one.people, one.name, one.x, place, one)
            for place, area in enumerate(areas)
            for one in area.companies
            if one.label or (crowded and one.people >= least)
        ),
        key=lambda found: found[:4],
    )
    made += [_company_label(one, place, crowded=crowded) for *_, place, one in companies[:LABELS_MOST]]
    return made


def _company_label(one: Company, place: int, *, crowded: bool) -> dict[str, Any]:
    lines = one.label or fold(one.name)
    return {
        "x": one.x,
        "y": one.y,
        "yanchor": "middle",
        "text": _lines(lines),
        "folded": "",
        "middle": one.y,
        "font": {"size": 11, "color": LIGHT["ink"]},
        "bgcolor": veil(LIGHT["paper"], 0.75 if crowded else 0.0),
        "showarrow": False,
        "own": place,
        "room": round(2.1 * one.radius, 2),
        "lane": round(one.radius * 2 if crowded else one.lane, 2),
    }


def _lines(lines: tuple[str, ...]) -> str:
    return "<br>".join(chart_text(line) for line in lines)
