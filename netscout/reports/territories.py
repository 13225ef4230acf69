"""The map as plain numbers: an area a field, a circle for a company of three or more, a place for each person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import TypeAlias

from netscout.model.report import NetworkPerson
from netscout.reports.arranging import arrange
from netscout.reports.homes import hashed
from netscout.reports.packing import Area, company_radius, pack_area, spiral
from netscout.reports.text import short

LEAST = 3
"""People of one company from which on it has a circle of its own."""
UNKNOWN = "Not understood"
KNOWN = 0.25
"""Share of people of whom a field must be known: with less, a map shows little but what is not known."""
POOL = "{} smaller areas"
HUES = 7
LANES_MOST = 3_000
"""People up to whom dots are drawn at once, so that a company's name needs a lane between them."""
SWELL = 1.55
"""How much wider than its people need a company's circle may get for its name, so that size still tells people."""
POOL_SWELL = 1.9
"""The same for a small field among others, which nothing else names."""
LINE_PIXELS, LETTER_PIXELS, WIDE = 13.5, 6.4, 960.0
PASSES, ENOUGH = 3, 1.02
"""How often the map is laid out to learn how many units a pixel is, and how nearly it must be known."""
AREA_LINE, AREA_LETTER = 17.0, 8.9


@dataclass(frozen=True, slots=True)
class _Firm:
    """A circle before it has a place: its people, how many of them have a dot, and the lane its name needs."""

    name: str
    people: int
    shown: int
    radius: float
    lane: float
    label: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Share:
    """An area before it has a place: its fields, its people, its hue (-1 for none)."""

    name: str
    fields: tuple[str, ...]
    people: int
    hue: int


@dataclass(frozen=True)
class _Plan:
    """Who is to be laid out, and into which areas."""

    people: Sequence[NetworkPerson]
    field: Callable[[NetworkPerson], str]
    hidden: Counter[str]
    shares: tuple[_Share, ...]

    @cached_property
    def names(self) -> list[str]:
        """Return the field of each person."""
        return [self.field(one) or UNKNOWN for one in self.people]


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
    """One area: its circle, its companies (largest first), its dots, and how many people, named here or not.

    `fields` are those it stands for: one, or several small ones, whose circles stand in the place of companies.
    """

    name: str
    x: float
    y: float
    radius: float
    people: int
    hue: int
    companies: tuple[Company, ...]
    dots: tuple[Dot, ...]
    fields: tuple[str, ...]


def lay_out(
    people: Sequence[NetworkPerson], field: Callable[[NetworkPerson], str], others: Counter[str] | None = None
) -> tuple[Territory, ...]:
    """Return the territories, largest first (ties by name).

    The seven largest fields that are understood have an area and a hue each; where two or more are left over they
    share one without a hue, with a circle for each field in the place of companies.

    Args:
        people: those that may be shown, each with a dot.
        field: what sorts people into areas; "" is the area of what is not understood.
        others: further people per field who are counted and have no dot (a shared page).
    """
    hidden = others or Counter()
    sizes = Counter(field(one) or UNKNOWN for one in people) + hidden
    plan = _Plan(people, field, hidden, tuple(_shares(sizes)))
    pixel = 2.05 * sqrt(sizes.total()) / WIDE
    if len(people) > LANES_MOST:
        return _lay_out(plan, pixel, lanes=False)
    for _ in range(PASSES):
        areas = _lay_out(plan, pixel, lanes=True)
        left, right, _, _ = extent(areas, pixel)
        needed = 1.06 * (right - left) / WIDE
        if needed <= ENOUGH * pixel:
            return areas
        pixel = needed
    return _lay_out(plan, pixel, lanes=True)


def offered(values: Iterable[str]) -> bool:
    """Return whether a field is known of enough people for a map; `values` are its words, "" where not known."""
    known = [bool(one) for one in values]
    return bool(known) and sum(known) >= KNOWN * len(known)


def _shares(sizes: Counter[str]) -> list[_Share]:
    """Return the areas, largest first, with the fields in each; hues go by name, which sizes do not change."""
    known = sorted((name for name in sizes if name != UNKNOWN), key=lambda name: (-sizes[name], name))
    left = known[HUES:] if len(known) > HUES + 1 else []
    own = known[: len(known) - len(left)]
    hues = {name: hue for hue, name in enumerate(sorted(own[:HUES]))}
    shares = [_Share(name, (name,), sizes[name], hues.get(name, -1)) for name in own]
    if left:
        shares.append(_Share(POOL.format(len(left)), tuple(left), sum(sizes[name] for name in left), -1))
    if sizes[UNKNOWN]:
        shares.append(_Share(UNKNOWN, (UNKNOWN,), sizes[UNKNOWN], -1))
    return sorted(shares, key=lambda one: (-one.people, one.name))


def _lay_out(plan: _Plan, pixel: float, *, lanes: bool) -> tuple[Territory, ...]:
    """Return the territories; `pixel` in units, `lanes` is whether circles get one for their names."""
    packed = [_one_area(plan, share, pixel if lanes else 0.0) for share in plan.shares]
    made = []
    for share, (area, firms, order), (x, y) in zip(plan.shares, packed, _places(plan, packed, pixel), strict=True):
        companies, inside = _inside(area.circles, firms, x, y)
        spots = [*inside, *((x + dx, y + dy) for dx, dy in area.dots)]
        dots = tuple(Dot(who, round(px, 2), round(py, 2)) for who, (px, py) in zip(order, spots, strict=False))
        made.append(
            Territory(share.name, x, y, round(area.radius, 2), share.people, share.hue, companies, dots, share.fields)
        )
    return tuple(made)


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


def _one_area(plan: _Plan, share: _Share, pixel: float) -> _Packed:
    """Return the packed area, its circles, and its people in the order of their places."""
    pooled = len(share.fields) > 1
    members = [who for who, name in enumerate(plan.names) if name in share.fields]
    groups: dict[str, list[int]] = defaultdict(list)
    for who in members:
        groups[plan.names[who] if pooled else group_of(plan.people[who])].append(who)
    counts = Counter({name: len(those) for name, those in groups.items()})
    if pooled:
        counts += Counter({name: plan.hidden[name] for name in share.fields})
    swell = POOL_SWELL if pooled else SWELL
    firms = sorted(
        (
            _firm(name, (many, len(groups[name])), pixel, swell)
            for name, many in counts.items()
            if name and (pooled or many >= LEAST)
        ),
        key=lambda one: (-one.radius, one.name),
    )
    settled = {one.name for one in firms}
    inside = [who for one in firms for who in groups[one.name]]
    free = [who for who in members if not pooled and group_of(plan.people[who]) not in settled]
    hidden = 0 if pooled else plan.hidden[share.name]
    alone = [] if hidden else [hashed(plan.people[who].id) for who in free]
    area = pack_area([one.radius for one in firms], len(free) + hidden, [hashed(one.name) for one in firms], alone)
    return area, tuple(firms), (*inside, *free)


def _firm(name: str, many: tuple[int, int], pixel: float, swell: float) -> _Firm:
    """Return the circle with a lane for its name if the name fits in; `many` are its people and those with a dot.

    `pixel` in units, 0 for no lanes; `swell` is how much wider the circle may get for its name.
    """
    people, shown = many
    lines = fold(name)
    high, wide = len(lines) * LINE_PIXELS * pixel, max(map(len, lines)) * LETTER_PIXELS * pixel
    bare = company_radius(people)
    radius = max(company_radius(people, high), sqrt(wide * wide + high * high) / 2)
    if pixel and radius <= swell * bare:
        return _Firm(name, people, shown, radius, high, lines)
    return _Firm(name, people, shown, bare, 0.0, ())


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
        spots += [(x + cx + dx, y + cy + dy) for dx, dy in spiral(firm.people, firm.lane)[: firm.shown]]
    return tuple(companies), spots


def _places(plan: _Plan, packed: list[_Packed], pixel: float) -> list[tuple[float, float]]:
    """Return where each area's middle lies, in the order of the areas: neighbours by name, what is left over last."""
    shapes = [
        (area.radius, max(map(len, lines)) * AREA_LETTER * pixel, (len(lines) + 1) * AREA_LINE * pixel)
        for (area, _, _), lines in zip(packed, (fold(one.name, 24) for one in plan.shares), strict=True)
    ]
    order = sorted(range(len(shapes)), key=lambda one: (plan.shares[one].hue < 0, plan.shares[one].name))
    found = arrange([shapes[one] for one in order])
    where = {one: (round(x, 2), round(y, 2)) for one, (x, y) in zip(order, found, strict=True)}
    return [where[one] for one in range(len(shapes))]
