"""The interval's numbers, against closed forms."""

from __future__ import annotations

import numpy as np
import pytest

from netscout.scoring.beta import cdf, interval, quantile


@pytest.mark.parametrize(("a", "b"), [(1.0, 2.0), (1.0, 3.0), (2.0, 1.0), (0.02, 1.0), (1.0, 30.0)])
def test_closed_forms_with_a_shape_of_one(a: float, b: float) -> None:
    """Beta(1, b) and Beta(a, 1) have quantiles one can write down."""
    share = np.array([0.1, 0.5, 0.9])
    known = 1 - (1 - share) ** (1 / b) if a == 1 else share ** (1 / a)
    assert quantile(share, np.full(3, a), np.full(3, b)) == pytest.approx(known, abs=1e-9)


def test_distribution_of_two_and_two() -> None:
    """I_x(2, 2) is 3x^2 - 2x^3."""
    x = np.linspace(0.01, 0.99, 50)
    assert cdf(x, np.full(50, 2.0), np.full(50, 2.0)) == pytest.approx(3 * x**2 - 2 * x**3, abs=1e-12)


def test_the_starting_guess_and_the_even_chance() -> None:
    """The two intervals the documents quote: Beta(1, 2) .05-.68, p = .5 at E2 .20-.80."""
    low, high = interval(np.array([1 / 3]), 3.0)
    assert (low[0], high[0]) == pytest.approx((1 - 0.9**0.5, 1 - 0.1**0.5), abs=1e-4)
    low, high = interval(np.array([0.5]), 4.0)
    assert (round(low[0], 2), round(high[0], 2)) == (0.20, 0.80)


def test_between_grid_points() -> None:
    """Interpolation must keep the promised accuracy."""
    mean = np.random.default_rng(5).uniform(0.01, 0.99, 300)
    for weight in (3.0, 4.0):
        low, high = interval(mean, weight)
        exact = [quantile(np.full(300, share), weight * mean, weight * (1 - mean)) for share in (0.1, 0.9)]
        assert low == pytest.approx(exact[0], abs=1e-4)
        assert high == pytest.approx(exact[1], abs=1e-4)


def test_less_evidence_is_never_narrower() -> None:
    """Removing the messages lowers the weight from 4 to 3; at an equal mean the interval may only widen.

    Wherever a mean without messages can lie: from a stranger (.22) to a close friend with every gesture (.85).
    """
    mean = np.linspace(0.2, 0.86, 67)
    three, four = (np.subtract(*interval(mean, weight)[::-1]) for weight in (3.0, 4.0))
    assert (three > four).all()


def test_bounds_grow_with_the_mean() -> None:
    """A likelier answer cannot have lower bounds."""
    low, high = interval(np.linspace(0.001, 0.999, 999), 4.0)
    assert (np.diff(low) >= 0).all()
    assert (np.diff(high) >= 0).all()
