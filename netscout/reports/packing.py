"""Circles side by side without overlap: the largest first, each as near the middle as it fits, always the same.

Positions come from a fixed grid of points sorted by their distance from the middle; the grid keeps, for each point,
the free radius around it, so that placing a circle is one look for the first point with room enough. No randomness.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, sqrt
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]

TURN_COSINE, TURN_SINE = -0.7373688780783197, 0.6754902942615238
"""Cosine and sine of the golden angle, written out so that no library's trigonometry can differ."""
CORE = 0.56
"""Radius of a company of one, in units of the distance between two dots; a company of n has this times root n."""
RIM, APART = 0.62, 0.25
CLEAR = 0.4
"""Half a dot, kept free above and below a name."""


@dataclass(frozen=True, slots=True)
class Area:
    """One packed area round its own middle: company circles (x, y, radius), the free dots (x, y), and its radius."""

    circles: tuple[tuple[float, float, float], ...]
    dots: tuple[tuple[float, float], ...]
    radius: float


def company_radius(people: int, lane: float = 0.0) -> float:
    """Return the radius of a company's circle; dots lie 1 apart, `lane` is the height kept for its name."""
    return CORE * sqrt(people) + RIM + (lane / 2 + CLEAR if lane else 0.0)


def spiral(people: int, lane: float = 0.0) -> list[tuple[float, float]]:
    """Return the places of so many dots round (0, 0): a sunflower (Vogel 1979), parted in the middle by `lane`."""
    places, cosine, sine = [], 1.0, 0.0
    for index in range(people):
        far = CORE * sqrt(index + 0.5) if people > 1 else 0.0
        up = far * sine
        aside = (lane / 2 + CLEAR if up >= 0 else -lane / 2 - CLEAR) if lane else 0.0
        places.append((far * cosine, up + aside))
        cosine, sine = cosine * TURN_COSINE - sine * TURN_SINE, sine * TURN_COSINE + cosine * TURN_SINE
    return places


def pack_area(radii: Sequence[float], free: int) -> Area:
    """Return an area of company circles (radii, largest first) with the people of smaller ones close round them."""
    import numpy as np

    circles = _centred(pack(radii, APART))
    reach = sqrt(sum((radius + APART) ** 2 for radius in radii) * 1.5 + free * 1.3 / pi) + 3.0
    while True:
        points = _lattice(reach, 1.0, 1.0)
        room = np.full(len(points), np.inf)
        for x, y, radius in circles:
            _shrink(room, points, x, y, radius)
        found = points[room >= RIM][:free]
        if len(found) == free:
            break
        reach *= 1.3
    everything = _centred((*circles, *((float(x), float(y), RIM) for x, y in found)))
    edge = max((sqrt(x * x + y * y) + radius for x, y, radius in everything), default=RIM)
    dots = tuple((x, y) for x, y, _ in everything[len(circles) :])
    return Area(everything[: len(circles)], dots, edge + 0.4)


def _centred(circles: Sequence[tuple[float, float, float]]) -> tuple[tuple[float, float, float], ...]:
    """Return the circles moved so that the middle of the circle round all of them is (0, 0).

    The middle is walked to in ever shorter steps towards the farthest one (Badoiu and Clarkson 2003).
    """
    import numpy as np

    if not circles:
        return ()
    those = np.array(circles)
    middle = those[:, :2].mean(axis=0)
    for step in range(1, 200):
        away = those[:, :2] - middle
        length = np.sqrt((away * away).sum(axis=1))
        far = int((length + those[:, 2]).argmax())
        if not length[far]:
            break
        reach = (length[far] + those[far, 2]) / length[far]
        middle = middle + away[far] * reach / (step + 1)
    return tuple((float(x - middle[0]), float(y - middle[1]), float(radius)) for x, y, radius in those)


def pack(radii: Sequence[float], gap: float, aspect: float = 1.0) -> tuple[tuple[float, float, float], ...]:
    """Return (x, y, radius) for each radius, in the order given: no two circles nearer than `gap`.

    Give the largest first. `aspect` above 1 lets the whole grow wider than high.
    """
    import numpy as np

    if not radii:
        return ()
    reach = sqrt(sum((radius + gap / 2) ** 2 for radius in radii) * 1.7) + 2 * max(radii)
    while True:
        step = max(min(radii) / 5, reach / 90)
        points = _lattice(reach, step, aspect)
        room = np.full(len(points), np.inf)
        placed: list[tuple[float, float, float]] = []
        for radius in radii:
            fits = room >= radius + gap
            first = int(fits.argmax())
            if not fits[first]:
                break
            x, y = float(points[first, 0]), float(points[first, 1])
            placed.append((x, y, radius))
            _shrink(room, points, x, y, radius)
        if len(placed) == len(radii):
            return tuple(placed)
        reach *= 1.3


def pack_labelled(
    radii: Sequence[float], labels: Sequence[tuple[float, float]], gap: float, aspect: float
) -> tuple[tuple[float, float], ...]:
    """Return the middle of each circle, in the order given, with room above each for its label (width, height).

    No circle or label lies nearer than `gap` to another. Give the largest first; labels stand on the top of the circle.
    """
    import numpy as np

    reach = sqrt(sum((radius + gap) ** 2 for radius in radii) * 1.7) + 2 * max(radii, default=0.0)
    while True:
        points = _lattice(reach, reach / 60, aspect)
        placed: list[tuple[float, float]] = []
        for radius, label in zip(radii, labels, strict=True):
            free = np.full(len(points), fill_value=True)
            for (x, y), other, tag in zip(placed, radii, labels, strict=False):
                free &= _apart(points - (x, y), (radius, *label), (other, *tag), gap)
            first = int(free.argmax())
            if not free[first]:
                break
            placed.append((float(points[first, 0]), float(points[first, 1])))
        if len(placed) == len(radii):
            return tuple(placed)
        reach *= 1.3


def _apart(
    away: Floats, one: tuple[float, float, float], other: tuple[float, float, float], gap: float
) -> NDArray[np.bool_]:
    """Return for each offset whether `one` (radius, label width, label height) keeps clear of `other`."""
    import numpy as np

    x, y = away[:, 0], away[:, 1]
    circles = x * x + y * y >= (one[0] + other[0] + gap) ** 2
    side = (one[1] + other[1]) / 2 + gap
    rise = y + one[0] - other[0]
    labels = (np.abs(x) >= side) | (rise >= other[2] + gap) | (-rise >= one[2] + gap)
    mine = _beside(x, y + one[0], one, other[0] + gap)
    theirs = _beside(-x, -y + other[0], other, one[0] + gap)
    return np.asarray(circles & labels & mine & theirs)


def _beside(x: Floats, y: Floats, box: tuple[float, float, float], radius: float) -> NDArray[np.bool_]:
    """Return whether a box whose lower edge has its middle at (x, y) keeps clear of a circle round (0, 0)."""
    import numpy as np

    across = np.maximum(np.abs(x) - box[1] / 2, 0.0)
    along = np.maximum(np.maximum(y, -(y + box[2])), 0.0)
    return np.asarray(across * across + along * along >= radius * radius)


def _shrink(room: Floats, points: Floats, x: float, y: float, radius: float) -> None:
    """Take a circle's place out of the free radius of every point."""
    import numpy as np

    across, along = points[:, 0] - x, points[:, 1] - y
    np.minimum(room, np.sqrt(across * across + along * along) - radius, out=room)


def _lattice(reach: float, step: float, aspect: float) -> Floats:
    """Return the points of a triangular grid within `reach`, nearest the middle first, in one fixed order."""
    import numpy as np

    rows = int(reach / (step * 0.8660254037844386)) + 1
    columns = int(reach * aspect / step) + 1
    row = np.arange(-rows, rows + 1)
    x = (np.arange(-columns, columns + 1)[None, :] + (row[:, None] % 2) * 0.5) * step
    y = np.broadcast_to((row * (step * 0.8660254037844386))[:, None], x.shape)
    points = np.stack([x.ravel(), y.ravel()], axis=1)
    far = (points[:, 0] / aspect) ** 2 + points[:, 1] ** 2
    points, far = points[far <= reach * reach], far[far <= reach * reach]
    return np.asarray(points[np.lexsort((points[:, 0], points[:, 1], np.round(far, 6)))])
