"""Circles side by side without overlap, the same for the same sizes: the largest first, each as near the middle as it fits.

Positions come from a fixed grid of points sorted by their distance from the middle; the grid keeps, for each point,
the free radius around it, so that placing a circle is one look for the first point with room enough. No randomness.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    type Floats = NDArray[np.float64]

TURN_COSINE, TURN_SINE = -0.7373688780783197, 0.6754902942615238
"""Cosine and sine of the golden angle, written out so that no library's trigonometry can differ."""
CORE = 0.56
"""Radius of a company of one, in units of the distance between two dots; a company of n has this times root n."""
RIM, APART = 0.62, 0.25


@dataclass(frozen=True, slots=True)
class Area:
    """One packed area round its own middle: company circles (x, y, radius), the free dots (x, y), and its radius."""

    circles: tuple[tuple[float, float, float], ...]
    dots: tuple[tuple[float, float], ...]
    radius: float


def company_radius(people: int) -> float:
    """Return the radius of a company's circle; the distance between two dots is 1."""
    return CORE * sqrt(people) + RIM


def spiral(people: int) -> list[tuple[float, float]]:
    """Return the places of so many dots in a circle round (0, 0): a sunflower (Vogel 1979), turned by the golden angle."""
    places, cosine, sine = [], 1.0, 0.0
    for index in range(people):
        far = CORE * sqrt(index + 0.5) if people > 1 else 0.0
        places.append((far * cosine, far * sine))
        cosine, sine = cosine * TURN_COSINE - sine * TURN_SINE, sine * TURN_COSINE + cosine * TURN_SINE
    return places


def pack_area(companies: Sequence[int], free: int) -> Area:
    """Return an area of company circles (sizes in people, largest first) with the people of smaller ones round them."""
    import numpy as np

    radii = [company_radius(people) for people in companies]
    circles = pack(radii, APART)
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
    dots = tuple((float(x), float(y)) for x, y in found)
    edge = [sqrt(x * x + y * y) + radius for x, y, radius in circles] + [sqrt(x * x + y * y) + RIM for x, y in dots]
    return Area(circles, dots, max(edge, default=RIM) + 0.45)


def pack(radii: Sequence[float], gap: float, aspect: float = 1.0) -> tuple[tuple[float, float, float], ...]:
    """Return (x, y, radius) for each radius, in the order given: no two circles nearer than `gap`.

    Give the largest first. `aspect` above 1 lets the whole grow wider than high.
    """
    import numpy as np

    if not radii:
        return ()
    reach = sqrt(sum((radius + gap / 2) ** 2 for radius in radii) * 1.7) + 2 * max(radii)
    while True:
        step = max(min(radii) / 2.5, reach / 75)
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
