"""Homes: inside the circle or the square, always the same, little changed by slightly other weights."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netscout.reports.homes import along_curve, hashed


@given(st.text())
def test_homes_lie_in_the_unit_circle(name: str) -> None:
    """Somebody's home would lie outside every area."""
    x, y = hashed(name)
    assert x * x + y * y <= 1 + 1e-9
    assert hashed(name) == (x, y)


def test_homes_never_change() -> None:
    """Everybody would move with the next release of netscout or of Python."""
    assert [round(value, 6) for value in hashed("p0042")] == [-0.522588, -0.34194]


def test_homes_spread_over_the_circle() -> None:
    """Everybody's home would lie in one corner."""
    homes = [hashed(f"p{number:04}") for number in range(2_000)]
    assert abs(sum(x for x, _ in homes)) < 60
    assert abs(sum(y for _, y in homes)) < 60
    assert 0.15 < sum(x * x + y * y < 0.25 for x, y in homes) / 2_000 < 0.35


@given(st.lists(st.floats(0.1, 100.0), min_size=1, max_size=30))
def test_curve_stays_in_the_square_and_changes_little(weights: list[float]) -> None:
    """An area would have its home beside the map, or far away after a small change."""
    spots = along_curve(weights)
    assert len(spots) == len(weights)
    assert all(abs(x) <= 1 and abs(y) <= 1 for x, y in spots)
    other = along_curve([weight * 1.001 for weight in weights])
    assert all(abs(x - u) + abs(y - v) < 0.05 for (x, y), (u, v) in zip(spots, other, strict=True))


def test_curve_fills_the_square_evenly() -> None:
    """A quarter of the map would stay empty."""
    spots = along_curve([1.0] * 256)
    quarters = [
        sum((x > 0) == right and (y > 0) == up for x, y in spots) for right in (False, True) for up in (False, True)
    ]
    assert quarters == [64] * 4
