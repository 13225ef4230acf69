"""The people of each area packed into a disc that is as large as they are many, at one measure for the whole map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from netscout.reports.homes import hashed
from netscout.reports.packing import Area, company_radius, pack_area
from netscout.reports.text import short

SWELLS = (1.9, 1.7, 1.55, 1.4, 1.25, 1.12)
"""How much wider than its people need a circle may get for its name: the first with which the area has room."""
USUAL = 1.55
"""The one that is reckoned with when all areas together get their measure."""
SLACK = 1.11
"""How much wider than its due an area may get: less than a quarter more ground for each of its people."""
DENSEST = 0.8
"""Share of an area that its circles take at most: what takes more need not be tried."""
FEW = 8
"""People from which on an area is held to its due; that of fewer is as wide as its circles need."""
LINE_PIXELS, LETTER_PIXELS = 13.5, 6.8


@dataclass(frozen=True, slots=True)
class Crowd:
    """The people of an area: circles as (name, people, those with a dot), and how many are in none.

    `alone` holds where the first of these would lie alone, as points of the unit circle.
    """

    people: int
    circles: tuple[tuple[str, int, int], ...]
    free: int
    alone: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Firm:
    """A circle before it has a place: its people, how many of them have a dot, and the lane its name needs."""

    name: str
    people: int
    shown: int
    radius: float
    lane: float
    label: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """An area round its own middle, what its circles are, and how many times as wide as its people need it is."""

    area: Area
    firms: tuple[Firm, ...]
    stretch: float = 1.0


def sized(crowds: Sequence[Crowd], pixel: float) -> list[Packed]:
    """Return the areas, each with about the same ground for each of its people.

    That ground is what the least dense area needs, or what all together need with most names in their circles. What
    would be smaller is stretched; what would be larger for its names has fewer of them.

    Args:
        crowds: who is in each area.
        pixel: units of a pixel, 0 where no name gets a lane.
    """
    bare = [_pack(one, _firms(one, 0.0, 1.0)) for one in crowds]
    usual = [_pack(one, _firms(one, pixel, USUAL)) for one in crowds] if pixel else bare
    judged = [place for place, one in enumerate(crowds) if one.people >= FEW] or range(len(crowds))
    ground = max(
        sum(usual[place].area.radius ** 2 for place in judged) / max(sum(crowds[place].people for place in judged), 1),
        max((bare[place].area.radius ** 2 / crowds[place].people for place in judged), default=0.0) / SLACK**2,
    )
    return [_fitted(one, pixel, sqrt(ground * one.people), plain) for one, plain in zip(crowds, bare, strict=True)]


def _fitted(crowd: Crowd, pixel: float, due: float, bare: Packed) -> Packed:
    """Return the area with as many names as its due radius has room for, as wide as that is."""
    found = bare
    for swell in SWELLS if pixel else ():
        firms = _firms(crowd, pixel, swell)
        if firms == bare.firms:
            break
        if sum(one.radius**2 for one in firms) > DENSEST * (SLACK * due) ** 2:
            continue
        made = _pack(crowd, firms)
        if made.area.radius <= SLACK * due:
            found = made
            break
    times = max(due / found.area.radius, 1.0)
    return Packed(found.area.stretched(times), found.firms, times)


@lru_cache(maxsize=256)  # areas are laid out again and again until names and map fit one another
def _pack(crowd: Crowd, firms: tuple[Firm, ...]) -> Packed:
    homes = [hashed(one.name) for one in firms]
    return Packed(pack_area([one.radius for one in firms], crowd.free, homes, crowd.alone), firms)


def _firms(crowd: Crowd, pixel: float, swell: float) -> tuple[Firm, ...]:
    """Return the circles, widest first, ties by name."""
    made = (_firm(name, people, shown, pixel, swell) for name, people, shown in crowd.circles)
    return tuple(sorted(made, key=lambda one: (-one.radius, one.name)))


def _firm(name: str, people: int, shown: int, pixel: float, swell: float) -> Firm:
    """Return the circle with a lane for its name if the name fits into one so many times as wide as it need be."""
    lines = fold(name)
    high, wide = len(lines) * LINE_PIXELS * pixel, max(map(len, lines)) * LETTER_PIXELS * pixel
    bare = company_radius(people)
    radius = max(company_radius(people, high), sqrt(wide * wide + high * high) / 2)
    if pixel and radius <= swell * bare:
        return Firm(name, people, shown, radius, high, lines)
    return Firm(name, people, shown, bare, 0.0, ())


def fold(name: str, most: int = 16) -> tuple[str, ...]:
    """Return a name in one or two lines as short as they get, each at most `most` letters."""
    cuts = [place for place, letter in enumerate(name) if letter == " "]
    if len(name) <= 10 or not cuts:
        return (short(name, most),)
    cut = min(cuts, key=lambda place: (max(place, len(name) - place - 1), place))
    return (short(name[:cut], most), short(name[cut + 1 :], most))
