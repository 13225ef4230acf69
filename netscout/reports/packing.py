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
HOMING = 0.15
"""How much nearness to its home counts for a company against nearness to the middle of its area."""
FIRST = 12
"""Circles that are drawn to the middle of those before them; so many have a middle that moves no more."""
ROUND, WIDER = 12, 1.16
"""Dots up to which an area without circles is a sunflower, so much wider that no two lie nearer than 1.

So few points of a grid would lie lopsided in their circle.
"""


@dataclass(frozen=True, slots=True)
class Area:
    """One packed area round its own middle: company circles (x, y, radius), the free dots (x, y), and its radius."""

    circles: tuple[tuple[float, float, float], ...]
    dots: tuple[tuple[float, float], ...]
    radius: float

    def stretched(self, times: float) -> Area:
        """Return the same area so many times as wide, with all that lies in it."""
        return Area(
            tuple((x * times, y * times, radius * times) for x, y, radius in self.circles),
            tuple((x * times, y * times) for x, y in self.dots),
            self.radius * times,
        )


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


def pack_area(
    radii: Sequence[float],
    free: int,
    homes: Sequence[tuple[float, float]] = (),
    alone: Sequence[tuple[float, float]] = (),
) -> Area:
    """Return an area of company circles (radii, largest first) with so many free dots close round them.

    `homes` and `alone` are where circles and free dots would lie alone, as points of the unit circle; there may be
    fewer of `alone` than free dots, and the first dots are theirs.
    """
    import numpy as np

    circles = _centred(pack(radii, APART, homes))
    found = _free(circles, free) if circles or free > ROUND else WIDER * np.array(spiral(free)).reshape(-1, 2)
    if len(alone) == free > 0:
        found = settle(found, np.array(alone))
    everything = _centred((*circles, *((float(x), float(y), RIM) for x, y in found)))
    edge = max((sqrt(x * x + y * y) + radius for x, y, radius in everything), default=RIM)
    dots = tuple((x, y) for x, y, _ in everything[len(circles) :])
    return Area(everything[: len(circles)], dots, edge + 0.4)


def _free(circles: Sequence[tuple[float, float, float]], many: int) -> Floats:
    """Return so many points of a grid outside the circles, nearest the middle first."""
    import numpy as np

    reach = sqrt(sum((radius + APART) ** 2 for _, _, radius in circles) * 1.5 + many * 1.3 / pi) + 3.0
    while True:
        points = _lattice(reach, 1.0)
        room = np.full(len(points), np.inf)
        for x, y, radius in circles:
            np.minimum(room, _away(points, x, y) - radius, out=room)
        found = points[room >= RIM][:many]
        if len(found) == many:
            return found
        reach *= 1.3


def _centred(circles: Sequence[tuple[float, float, float]]) -> tuple[tuple[float, float, float], ...]:
    """Return the circles moved so that the middle of the circle round all of them is (0, 0).

    The middle is walked to in ever shorter steps towards the farthest one (Badoiu and Clarkson 2003).
    """
    import numpy as np

    if not circles:
        return ()
    those = np.array(circles)
    middle = those[:, :2].mean(axis=0)
    for step in range(1, 120):
        away = those[:, :2] - middle
        length = np.sqrt((away * away).sum(axis=1))
        far = int((length + those[:, 2]).argmax())
        if not length[far]:
            break
        reach = (length[far] + those[far, 2]) / length[far]
        middle = middle + away[far] * reach / (step + 1)
    return tuple((float(x - middle[0]), float(y - middle[1]), float(radius)) for x, y, radius in those)


def pack(
    radii: Sequence[float], gap: float, homes: Sequence[tuple[float, float]] = ()
) -> tuple[tuple[float, float, float], ...]:
    """Return (x, y, radius) for each radius, in the order given: no two circles nearer than `gap`.

    Give the largest first. Each lies where it is near the middle of those before it and near its home, a point of the
    unit circle; the middle is home to those without one.
    """
    import numpy as np

    if not radii:
        return ()
    reach = sqrt(sum((radius + gap / 2) ** 2 for radius in radii) * 1.7) + 2 * max(radii)
    while True:
        points = _lattice(reach, max(min(radii) / 5, reach / 90))
        room, middle = np.full(len(points), np.inf), _away(points, 0.0, 0.0)
        placed: list[tuple[float, float, float]] = []
        for place, radius in enumerate(radii):
            if 1 < place < FIRST:
                middle = _away(points, *(sum(one[axis] for one in placed) / place for axis in (0, 1)))
            x, y = homes[place] if homes else (0.0, 0.0)
            cost = middle + HOMING * _away(points, x * reach / 2, y * reach / 2)
            cost[room < radius + gap] = np.inf
            best = int(cost.argmin())
            if not np.isfinite(cost[best]):
                break
            x, y = float(points[best, 0]), float(points[best, 1])
            placed.append((x, y, radius))
            np.minimum(room, _away(points, x, y) - radius, out=room)
        if len(placed) == len(radii):
            return tuple(placed)
        reach *= 1.3


def settle(slots: Floats, homes: Floats) -> Floats:
    """Return a slot for each home, each slot once: those whose homes are near get slots that are near.

    Both are cut into as many upright strips of equal number; strip by strip the lowest gets the lowest.
    """
    import numpy as np

    found = np.empty_like(slots)
    found[_strips(homes)] = slots[_strips(slots)]
    return found


def _strips(points: Floats) -> NDArray[np.intp]:
    """Return the order of points by strip, then height."""
    import numpy as np

    rank = np.empty(len(points), dtype=np.intp)
    rank[np.lexsort((points[:, 1], points[:, 0]))] = np.arange(len(points))
    strip = rank // max(round(sqrt(len(points))), 1)
    return np.asarray(np.lexsort((points[:, 0], points[:, 1], strip)))


def _away(points: Floats, x: float, y: float) -> Floats:
    """Return how far each point lies from one."""
    import numpy as np

    across, along = points[:, 0] - x, points[:, 1] - y
    return np.asarray(np.sqrt(across * across + along * along))


def _lattice(reach: float, step: float) -> Floats:
    """Return the points of a triangular grid within `reach`, nearest the middle first, in one fixed order."""
    import numpy as np

    rows = int(reach / (step * 0.8660254037844386)) + 1
    columns = int(reach / step) + 1
    row = np.arange(-rows, rows + 1)
    x = (np.arange(-columns, columns + 1)[None, :] + (row[:, None] % 2) * 0.5) * step
    y = np.broadcast_to((row * (step * 0.8660254037844386))[:, None], x.shape)
    points = np.stack([x.ravel(), y.ravel()], axis=1)
    far = points[:, 0] ** 2 + points[:, 1] ** 2
    points, far = points[far <= reach * reach], far[far <= reach * reach]
    return np.asarray(points[np.lexsort((points[:, 0], points[:, 1], np.round(far, 6)))])
