"""Circles with their labels spread over a rectangle: each at its home, then drawn together and pushed apart.

Every step is continuous in the sizes, so that slightly other sizes give slightly other places.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from netscout.reports.homes import along_curve

ASPECT = 1.6
"""How much wider than high the whole is meant to be."""
GAP = 0.5
STEPS, REST, MORE = 150, 80, 400
"""Steps of drawing together, of coming to rest, and of drawing apart what comes to no rest: by SPREAD each."""
SPREAD = 1.02
FILL = 0.6
"""Share of the rectangle that circles and labels take at first."""
PULL = 0.05
"""Share of the way that a circle is drawn at each step, less and less, upright more than sideways."""
KEEP = 0.5
"""Where a circle is drawn to, between the middle (0) and its home (1): so that neighbours do not change sides."""
NEAR = 1e-3

Shape = tuple[float, float, float]
"""Radius of a circle, width and height of the label on its top."""


def arrange(shapes: Sequence[Shape]) -> tuple[tuple[float, float], ...]:
    """Return the middle of each circle, in the order given: no circle or label over another.

    Those near each other in the order lie near each other.
    """
    sizes = [3.2 * radius * radius + 0.7 * wide * high for radius, wide, high in shapes]
    half = sqrt(sum(sizes) / FILL / 4 / ASPECT)
    homes = [(x * half * ASPECT, y * half) for x, y in along_curve(sizes)]
    spots = list(homes)
    for step in range(STEPS + REST + MORE):
        pull = max(PULL * (1 - step / STEPS), 0.0)
        spots = [
            (x + pull / ASPECT**2 * (KEEP * u - x), y + pull * (KEEP * v - y))
            for (x, y), (u, v) in zip(spots, homes, strict=True)
        ]
        if _part(spots, shapes) < NEAR and step >= STEPS:
            break
        if step > STEPS + REST:
            spots = [(SPREAD * x, SPREAD * y) for x, y in spots]
    return _framed(spots, shapes)


def _framed(spots: list[tuple[float, float]], shapes: Sequence[Shape]) -> tuple[tuple[float, float], ...]:
    """Return the places with the middle of the whole, labels and all, at (0, 0)."""
    both = list(zip(spots, shapes, strict=True))
    left = min((x - max(radius, wide / 2) for (x, _), (radius, wide, _) in both), default=0.0)
    right = max((x + max(radius, wide / 2) for (x, _), (radius, wide, _) in both), default=0.0)
    bottom = min((y - radius for (_, y), (radius, _, _) in both), default=0.0)
    top = max((y + radius + high for (_, y), (radius, _, high) in both), default=0.0)
    return tuple((x - (left + right) / 2, y - (bottom + top) / 2) for x, y in spots)


def _part(spots: list[tuple[float, float]], shapes: Sequence[Shape]) -> float:
    """Push each pair apart, the larger one less; return the deepest overlap there was."""
    deepest = 0.0
    clear = [(max(radius, wide / 2) + GAP, radius + GAP, radius + high + GAP) for radius, wide, high in shapes]
    for one, (reach, bottom, top) in enumerate(clear):
        for other in range(one):
            (x, y), (u, v) = spots[one], spots[other]
            width, below, above = clear[other]
            if abs(x - u) > reach + width or y - v > bottom + above or v - y > top + below:
                continue
            deep, across, along = overlap((x - u, y - v), shapes[one], shapes[other])
            if deep > 0:
                deepest = max(deepest, deep)
                mass, weight = shapes[one][0] ** 2, shapes[other][0] ** 2
                share = weight / (mass + weight)
                spots[one] = (x + across * share, y + along * share)
                spots[other] = (u - across * (1 - share), v - along * (1 - share))
    return deepest


def overlap(away: tuple[float, float], one: Shape, other: Shape) -> tuple[float, float, float]:
    """Return how deep `one`, so far away from `other`, lies in it, and the shortest way out; zeros if it is clear."""
    x, y = away
    far = sqrt(x * x + y * y)
    deep = one[0] + other[0] + GAP - far
    ways = [
        (deep, deep * x / far, deep * y / far) if far else (deep, deep, 0.0),
        _labels(x, y + one[0] + one[2] / 2 - other[0] - other[2] / 2, one, other),
        _label_on_circle(x, y + one[0], one, other[0]),
    ]
    deep, across, along = _label_on_circle(-x, -y + other[0], other, one[0])
    return max([*ways, (deep, -across, -along), (0.0, 0.0, 0.0)], key=lambda way: way[0])


def _labels(x: float, y: float, one: Shape, other: Shape) -> tuple[float, float, float]:
    """Return the overlap of two labels whose middles lie (x, y) apart."""
    across, along = (one[1] + other[1]) / 2 + GAP - abs(x), (one[2] + other[2]) / 2 + GAP - abs(y)
    if across < along:
        return across, across if x > 0 else -across, 0.0
    return along, 0.0, along if y > 0 else -along


def _label_on_circle(x: float, y: float, one: Shape, radius: float) -> tuple[float, float, float]:
    """Return the overlap of a label whose lower edge has its middle at (x, y) with a circle round (0, 0)."""
    across = min(max(0.0, x - one[1] / 2), x + one[1] / 2)
    along = min(max(0.0, y), y + one[2])
    far = sqrt(across * across + along * along)
    deep = radius + GAP - far
    return (deep, deep * across / far, deep * along / far) if far else (deep, 0.0, deep)
