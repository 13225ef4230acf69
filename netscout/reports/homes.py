"""Where things would lie if they lay alone: places that change little from one export to the next.

What lies near its home lies near its old place on the next map.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from math import sqrt

TURNS = 6
"""The curve visits 4 to the power of this many cells."""
SAMPLES = 16


def hashed(name: str) -> tuple[float, float]:
    """Return a point of the unit circle that looks arbitrary and is always the same for a name."""
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    x, y = (int.from_bytes(digest[at : at + 4], "big") / 2**31 - 1 for at in (0, 4))
    far = sqrt(x * x + y * y)
    return (x, y) if far <= 1 else (x / far / far, y / far / far)


def along_curve(weights: Sequence[float]) -> list[tuple[float, float]]:
    """Return the middle of each one's stretch of a curve that fills the square from -1 to 1 (Hilbert 1891)."""
    whole = sum(weights) or 1.0
    found, start = [], 0.0
    for weight in weights:
        spots = [_cell((start + weight * (one + 0.5) / SAMPLES) / whole) for one in range(SAMPLES)]
        found.append((sum(x for x, _ in spots) / SAMPLES, sum(y for _, y in spots) / SAMPLES))
        start += weight
    return found


def _cell(share: float) -> tuple[float, float]:
    """Return the middle of the cell that the curve visits after this share of its length."""
    side = 2**TURNS
    rest = min(int(share * side * side), side * side - 1)
    x, y, size = 0, 0, 1
    while size < side:
        right = 1 & (rest // 2)
        up = 1 & (rest ^ right)
        if not up:
            x, y = (size - 1 - y, size - 1 - x) if right else (y, x)
        x, y = x + size * right, y + size * up
        rest //= 4
        size *= 2
    return ((2 * x + 1) / side - 1, (2 * y + 1) / side - 1)
