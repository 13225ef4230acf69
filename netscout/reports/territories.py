"""The map as plain numbers: an area a field, a circle for a company of three or more, a place for each person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeAlias

from netscout.model.ranking import STRENGTHS
from netscout.model.report import NetworkPerson
from netscout.reports.packing import Area, company_radius, pack_area, pack_labelled, spiral
from netscout.reports.text import short

LEAST = 3
"""People of one company from which on it has a circle of its own."""
UNKNOWN = "Not understood"
HUES = 7
LANES_MOST = 3_000
"""People up to whom dots are drawn at once, so that a company's name needs a lane between them."""
SWELL = 1.55
"""How much wider than its people need a company's circle may get for its name, so that size still tells people."""
LINE_PIXELS, LETTER_PIXELS, WIDE = 13.5, 6.4, 960.0
PASSES = 3
"""How often the map is laid out to learn how many units a pixel is, before it is laid out for good."""
AREA_LINE, AREA_LETTER = 17.0, 8.9


@dataclass(frozen=True, slots=True)
class _Firm:
    """A company before it has a place: its people, and the lane (height, lines) that its name needs."""

    name: str
    people: int
    lane: float
    label: tuple[str, ...]


_Packed: TypeAlias = tuple[Area, tuple[_Firm, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Dot:
    """A person's place; `person` is the index in the list of people given."""

    person: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Company:
    """A company's circle, its name and how many people of the network are inside.

    `label` holds the lines of its name where there is a lane for them between the dots, () where there is none.
    """

    name: str
    x: float
    y: float
    radius: float
    people: int
    label: tuple[str, ...] = ()
    lane: float = 0.0


@dataclass(frozen=True, slots=True)
class Territory:
    """One field: its circle, its companies (largest first), its dots, and how many people, named here or not."""

    name: str
    x: float
    y: float
    radius: float
    people: int
    listed: int
    hue: int
    companies: tuple[Company, ...]
    dots: tuple[Dot, ...]


def lay_out(
    people: Sequence[NetworkPerson], field: Callable[[NetworkPerson], str], others: Counter[str] | None = None
) -> tuple[Territory, ...]:
    """Return the territories, largest first (ties by name); the seven largest understood ones have a hue, the rest -1.

    Args:
        people: those that may be shown, each with a dot.
        field: what sorts people into areas; "" is the area of what is not understood.
        others: further people per area who are counted and have no dot (a shared page).
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(people):
        groups[field(one) or UNKNOWN].append(index)
    hidden = others or Counter()
    lanes = len(people) <= LANES_MOST
    pixel = 2.05 * sqrt(len(people) + sum(hidden.values())) / WIDE
    if not lanes:
        return _lay_out(people, groups, hidden, (pixel, lanes))
    for _ in range(PASSES):
        left, right, _, _ = extent(_lay_out(people, groups, hidden, (pixel, lanes)), pixel)
        pixel = max(pixel, 1.06 * (right - left) / WIDE)
    return _lay_out(people, groups, hidden, (pixel, lanes))


def _lay_out(
    people: Sequence[NetworkPerson], groups: dict[str, list[int]], hidden: Counter[str], scale: tuple[float, bool]
) -> tuple[Territory, ...]:
    """Return the territories; `scale` is the units of a pixel, and whether companies get lanes for their names."""
    pixel, lanes = scale
    sizes = {name: len(groups.get(name, ())) + hidden[name] for name in {**groups, **hidden}}
    names = sorted((name for name in sizes if sizes[name]), key=lambda name: (-sizes[name], name))
    packed = [_one_area(people, groups.get(name, []), hidden[name], pixel if lanes else 0.0) for name in names]
    places = _places(packed, names, pixel)
    hues = {name: hue for hue, name in enumerate([one for one in names if one != UNKNOWN][:HUES])}
    made = []
    for name, (area, firms, order), (x, y) in zip(names, packed, places, strict=True):
        companies, inside = _inside(area.circles, firms, x, y)
        spots = [*inside, *((x + dx, y + dy) for dx, dy in area.dots)]
        dots = tuple(Dot(who, round(px, 2), round(py, 2)) for who, (px, py) in zip(order, spots, strict=False))
        listed = sum(bool(people[who].listed) for who in order)
        made.append(
            Territory(name, x, y, round(area.radius, 2), sizes[name], listed, hues.get(name, -1), companies, dots)
        )
    return tuple(made)


def place_order(one: NetworkPerson) -> tuple[bool, int, str, str]:
    """Return the order of dots from the middle of a circle outwards: the shortlist, then strength, then name and id."""
    strength = STRENGTHS.index(one.strength) if one.strength in STRENGTHS else len(STRENGTHS)
    return (not one.listed, strength, one.name.casefold(), one.id)


def group_of(one: NetworkPerson) -> str:
    """Return the company name under which a person stands on the map, "" for nobody's company."""
    return one.company_label if one.company_key else ""


def extent(territories: Iterable[Territory], pixel: float = 0.0) -> tuple[float, float, float, float]:
    """Return left, right, bottom and top of the whole map, with room for labels of letters `pixel` units a pixel."""
    those = tuple(territories)
    half = {one.name: max(map(len, fold(one.name, 24))) * AREA_LETTER * pixel / 2 for one in those}
    return (
        min((one.x - max(one.radius, half[one.name]) for one in those), default=-1.0),
        max((one.x + max(one.radius, half[one.name]) for one in those), default=1.0),
        min((one.y - one.radius for one in those), default=-1.0),
        max((one.y + one.radius for one in those), default=1.0),
    )


def _one_area(people: Sequence[NetworkPerson], members: list[int], hidden: int, pixel: float) -> _Packed:
    """Return the packed area, its companies, and its people in the order of their places."""
    members = sorted(members, key=lambda who: place_order(people[who]))
    groups: dict[str, list[int]] = defaultdict(list)
    for who in members:
        groups[group_of(people[who])].append(who)
    firms = sorted(
        (_firm(name, len(those), pixel) for name, those in groups.items() if name and len(those) >= LEAST),
        key=lambda one: (-company_radius(one.people, one.lane), one.name),
    )
    inside = [who for one in firms for who in groups[one.name]]
    settled = {one.name for one in firms}
    free = [who for who in members if group_of(people[who]) not in settled]
    area = pack_area([company_radius(one.people, one.lane) for one in firms], len(free) + hidden)
    return area, tuple(firms), (*inside, *free)


def _firm(name: str, people: int, pixel: float) -> _Firm:
    """Return the company with a lane for its name if the name fits in the circle; `pixel` in units, 0 for no lanes."""
    lines = fold(name)
    high, wide = len(lines) * LINE_PIXELS * pixel, max(map(len, lines)) * LETTER_PIXELS * pixel
    radius = company_radius(people, high)
    bare = company_radius(people)
    fits = pixel and radius <= SWELL * bare and 2 * sqrt(radius * radius - high * high / 4) >= wide
    return _Firm(name, people, high if fits else 0.0, lines if fits else ())


def fold(name: str, most: int = 16) -> tuple[str, ...]:
    """Return a name in one or two lines as short as they get, each at most `most` letters."""
    cuts = [place for place, letter in enumerate(name) if letter == " "]
    if len(name) <= 10 or not cuts:
        return (short(name, most),)
    cut = min(cuts, key=lambda place: (max(place, len(name) - place - 1), place))
    return (short(name[:cut], most), short(name[cut + 1 :], most))


def _inside(
    circles: tuple[tuple[float, float, float], ...], firms: tuple[_Firm, ...], x: float, y: float
) -> tuple[tuple[Company, ...], list[tuple[float, float]]]:
    """Return the companies at their places on the whole map, and the places of all dots inside them."""
    companies, spots = [], []
    for (cx, cy, radius), firm in zip(circles, firms, strict=True):
        where = (round(x + cx, 2), round(y + cy, 2), round(radius, 2))
        companies.append(Company(firm.name, *where, firm.people, firm.label, firm.lane))
        spots += [(x + cx + dx, y + cy + dy) for dx, dy in spiral(firm.people, firm.lane)]
    return tuple(companies), spots


def _places(packed: list[_Packed], names: list[str], pixel: float) -> list[tuple[float, float]]:
    """Return where each area's middle lies: the largest first, wider than high, room for its label above each."""
    radii = [area.radius for area, _, _ in packed]
    boxes = [
        (max(map(len, lines)) * AREA_LETTER * pixel, (len(lines) + 1) * AREA_LINE * pixel)
        for lines in (fold(name, 24) for name in names)
    ]
    order = sorted(range(len(radii)), key=lambda one: (-radii[one], one))
    found = pack_labelled([radii[one] for one in order], [boxes[one] for one in order], 0.5, 1.6)
    where = {one: (round(x, 2), round(y, 2)) for one, (x, y) in zip(order, found, strict=True)}
    return [where[one] for one in range(len(radii))]
