"""The map as plain numbers: an area a field, a circle for a company of three or more, a place for each person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from netscout.model.report import NetworkPerson
from netscout.reports.arranging import arrange
from netscout.reports.crowds import Crowd, Packed, fold, sized
from netscout.reports.homes import hashed
from netscout.reports.packing import spiral

LEAST = 3
"""People of one company from which on it has a circle of its own."""
UNKNOWN = "Not understood"
KNOWN = 0.25
"""Share of people of whom a field must be known: with less, a map shows little but what is not known."""
POOL = "{} smaller areas"
HUES = 7
LANES_MOST = 3_000
"""People up to whom dots are drawn at once, so that a company's name needs a lane between them."""
WIDE = 960.0
PASSES, ENOUGH = 3, 1.02
"""How often the map is laid out to learn how many units a pixel is, and how nearly it must be known."""
AREA_LINE, AREA_LETTER = 17.0, 8.9


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

    @cached_property
    def crowds(self) -> list[tuple[Crowd, dict[str, list[int]]]]:
        """Return who is in each area, and its people by circle."""
        return [_crowd(self, share) for share in self.shares]


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

    `fields` are those it stands for: one, or several small ones, whose circles stand in the place of companies. `step`
    is how far its dots lie apart.
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
    step: float


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
    packed = sized([crowd for crowd, _ in plan.crowds], pixel if lanes else 0.0)
    made = []
    for share, (_, groups), one, (x, y) in zip(
        plan.shares, plan.crowds, packed, _places(plan, packed, pixel), strict=True
    ):
        companies, inside = _inside(one, x, y)
        spots = [*inside, *((x + dx, y + dy) for dx, dy in one.area.dots)]
        order = [who for firm in one.firms for who in groups[firm.name]] + groups[""]
        dots = tuple(Dot(who, round(px, 2), round(py, 2)) for who, (px, py) in zip(order, spots, strict=False))
        size = (round(one.area.radius, 2), share.people, share.hue)
        made.append(Territory(share.name, x, y, *size, companies, dots, share.fields, round(one.stretch, 3)))
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


def _crowd(plan: _Plan, share: _Share) -> tuple[Crowd, dict[str, list[int]]]:
    """Return who is to be packed into an area, and its people by circle, those without one under ""."""
    pooled = len(share.fields) > 1
    groups: dict[str, list[int]] = defaultdict(list)
    for who, name in enumerate(plan.names):
        if name in share.fields:
            groups[name if pooled else group_of(plan.people[who])].append(who)
    counts = Counter({name: len(those) for name, those in groups.items()})
    if pooled:
        counts += Counter({name: plan.hidden[name] for name in share.fields})
    circles = {name: many for name, many in counts.items() if name and (pooled or many >= LEAST)}
    free = sorted(who for name, those in groups.items() if name not in circles for who in those)
    hidden = 0 if pooled else plan.hidden[share.name]
    alone = () if hidden else tuple(hashed(plan.people[who].id) for who in free)
    shown = tuple((name, many, len(groups[name])) for name, many in circles.items())
    inside = {name: groups[name] for name in circles}
    return Crowd(share.people, shown, len(free) + hidden, alone), inside | {"": free}


def _inside(one: Packed, x: float, y: float) -> tuple[tuple[Company, ...], list[tuple[float, float]]]:
    """Return the companies at their places on the whole map, and the places of all dots inside them."""
    companies, spots, wide = [], [], one.stretch
    for (cx, cy, radius), firm in zip(one.area.circles, one.firms, strict=True):
        where = (round(x + cx, 2), round(y + cy, 2), round(radius, 2))
        companies.append(Company(firm.name, *where, firm.people, firm.label, firm.lane * wide))
        places = spiral(firm.people, firm.lane)[: firm.shown]
        spots += [(x + cx + wide * dx, y + cy + wide * dy) for dx, dy in places]
    return tuple(companies), spots


def _places(plan: _Plan, packed: Sequence[Packed], pixel: float) -> list[tuple[float, float]]:
    """Return where each area's middle lies, in the order of the areas: neighbours by name, what is left over last."""
    shapes = [
        (one.area.radius, max(map(len, lines)) * AREA_LETTER * pixel, (len(lines) + 1) * AREA_LINE * pixel)
        for one, lines in zip(packed, (fold(one.name, 24) for one in plan.shares), strict=True)
    ]
    order = sorted(range(len(shapes)), key=lambda one: (plan.shares[one].hue < 0, plan.shares[one].name))
    found = arrange([shapes[one] for one in order])
    where = {one: (round(x, 2), round(y, 2)) for one, (x, y) in zip(order, found, strict=True)}
    return [where[one] for one in range(len(shapes))]
