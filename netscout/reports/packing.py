"""Circles side by side without overlap: the largest first, each as near the middle as it fits, always the same.

Positions come from a fixed grid of points sorted by their distance from the middle; the grid keeps, for each point,
the free radius around it, so that placing a circle is one look for the first point with room enough. No randomness.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
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
_HIGH = 0.8660254037844386
"""Height of a row of the grid, in steps."""
_SWEEP = 8
"""Circles after which points that no circle can take any more are left out."""
_SLACK = 1e-6
"""What rounding may add to a distance, many times over."""
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
        across, along = _lattice(reach, 1.0)
        far = _away(across, along, 0.0, 0.0)
        taken = np.zeros(len(across), dtype=bool)
        for x, y, radius in circles:
            middle, rim = sqrt(x * x + y * y), radius + RIM + _SLACK
            ring = slice(*np.searchsorted(far, (middle - rim, middle + rim)).tolist())
            near = _away(across[ring], along[ring], x, y)
            near -= radius
            taken[ring] |= near < RIM
        across, along = across[~taken], along[~taken]
        if len(across) >= many:
            return np.stack([across[:many], along[:many]], axis=1)
        reach *= 1.3


def _centred(circles: Sequence[tuple[float, float, float]]) -> tuple[tuple[float, float, float], ...]:
    """Return the circles moved so that the middle of the circle round all of them is (0, 0).

    The middle is walked to in ever shorter steps towards the farthest one (Badoiu and Clarkson 2003).
    """
    import numpy as np

    if not circles:
        return ()
    across, along, radii = np.ascontiguousarray(np.array(circles).T)
    x, y = float(across.mean()), float(along.mean())
    for step in range(1, 120):
        length = _away(across, along, x, y)
        far = int((length + radii).argmax())
        if not length[far]:
            break
        reach = float((length[far] + radii[far]) / length[far])
        x, y = (
            x + (float(across[far]) - x) * reach / (step + 1),
            y + (float(along[far]) - y) * reach / (step + 1),
        )
    return tuple(zip((across - x).tolist(), (along - y).tolist(), (radius for _, _, radius in circles), strict=True))


def pack(
    radii: Sequence[float], gap: float, homes: Sequence[tuple[float, float]] = ()
) -> tuple[tuple[float, float, float], ...]:
    """Return (x, y, radius) for each radius, in the order given: no two circles nearer than `gap`.

    Give the largest first. Each lies where it is near the middle of those before it and near its home, a point of the
    unit circle; the middle is home to those without one.
    """
    if not radii:
        return ()
    reach = sqrt(sum((radius + gap / 2) ** 2 for radius in radii) * 1.7) + 2 * max(radii)
    while True:
        placed = _placed(radii, gap, homes, reach)
        if len(placed) == len(radii):
            return tuple(placed)
        reach *= 1.3


def _placed(
    radii: Sequence[float], gap: float, homes: Sequence[tuple[float, float]], reach: float
) -> list[tuple[float, float, float]]:
    """Return the circles, up to the first that found no point of a grid so wide."""
    import numpy as np

    least = min(radii)
    across, along = _lattice(reach, max(least / 5, reach / 90))
    room, middle = np.full(len(across), np.inf), _away(across, along, 0.0, 0.0)
    placed: list[tuple[float, float, float]] = []
    for place, radius in enumerate(radii):
        if 1 < place < FIRST:
            middle = _away(across, along, *(sum(one[axis] for one in placed) / place for axis in (0, 1)))
        x, y = homes[place] if homes else (0.0, 0.0)
        cost = _away(across, along, x * reach / 2, y * reach / 2)
        cost *= HOMING
        cost += middle
        cost[room < radius + gap] = np.inf
        best = int(cost.argmin()) if len(cost) else -1
        if best < 0 or not np.isfinite(cost[best]):
            break
        x, y = float(across[best]), float(along[best])
        placed.append((x, y, radius))
        near = _away(across, along, x, y)
        near -= radius
        np.minimum(room, near, out=room)
        if place % _SWEEP == 0:
            free = room >= least + gap
            across, along, room, middle = across[free], along[free], room[free], middle[free]
    return placed


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


def _away(across: Floats, along: Floats, x: float, y: float) -> Floats:
    """Return how far each point lies from one."""
    import numpy as np

    far, up = across - x, along - y
    far *= far
    up *= up
    far += up
    return np.sqrt(far, out=far)


def _lattice(reach: float, step: float) -> tuple[Floats, Floats]:
    """Return x and y of the points of a triangular grid within `reach`: nearest the middle first, in one order."""
    steps = int(reach / step) + 2
    far, column, row = _grid(1 << steps.bit_length())
    many = int(far.searchsorted(4 * steps * steps))
    across, along = column[:many] * step, row[:many] * (step * _HIGH)
    inside = across * across + along * along <= reach * reach
    return across[inside], along[inside]


@cache
def _grid(reach: int) -> tuple[NDArray[np.int64], Floats, Floats]:
    """Return the points within `reach` steps, ordered by distance, then from below, then from the left.

    Of each its squared distance in quarters of a squared step, which is a whole number, its column and its row.
    """
    import numpy as np

    rows = int(reach / _HIGH) + 1
    row = np.arange(-rows, rows + 1)
    column = 2 * np.arange(-reach - 1, reach + 2)[None, :] + row[:, None] % 2
    far = column * column + 3 * (row * row)[:, None]
    inside = far <= 4 * reach * reach
    row, column, far = np.broadcast_to(row[:, None], far.shape)[inside], column[inside], far[inside]
    order = np.argsort(far, kind="stable")  # rows from below, each from the left: that is how they lie
    return far[order], column[order] * 0.5, row[order].astype(np.float64)
