"""How far a list hangs on our weights: each part's weight moved by up to a fifth, a hundred times, seeded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from netscout.scoring.lists import Scores

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

DRAWS, MOVE, HEAD, SHOWN = 100, 0.2, 10, 100
_APART = 1e6


def stability(scores: Scores, seed: int) -> Floats:
    """Return for each person the share of 100 draws in which they stay among the first ten by score.

    In each draw every part's weight is moved by up to 20 %, evenly, from a generator seeded with `seed`. People who
    may not stand on the list have 0.
    """
    listed, drawn = _draws(scores, seed)
    out = np.zeros(len(scores.table))
    if len(listed):
        last = np.sort(drawn, axis=0)[-min(HEAD, len(listed))]
        out[listed] = (drawn >= last).mean(axis=1)
    return out


def kendall_tau(scores: Scores, seed: int) -> float:
    """Return the mean Kendall tau-b of the first hundred by score between our weights and each draw of `stability`.

    1 where the order never changes or there is no order to change (Kendall 1945, with ties).
    """
    listed, drawn = _draws(scores, seed)
    table = scores.table.iloc[listed]
    ours = table["score"].to_numpy(np.float64) - _APART * table["tier"].to_numpy(np.float64)
    first = np.argsort(-ours, kind="stable")[:SHOWN]
    one = _signs(ours[first])
    if not one.any():
        return 1.0
    other = [_signs(column) for column in drawn[first].T]
    agreed = [float((one * two).sum() / np.sqrt(np.abs(one).sum() * max(1, np.abs(two).sum()))) for two in other]
    return float(np.mean(agreed))


def _draws(scores: Scores, seed: int) -> tuple[Ints, Floats]:
    """Return the rows of those who may stand on the list, and their score in each draw, tiers kept apart."""
    table = scores.table
    names = sorted(name for name in table.columns if name.startswith("part."))
    factors = 1.0 + np.random.default_rng(seed).uniform(-MOVE, MOVE, (len(names), DRAWS))
    listed = np.flatnonzero(table["listed"].to_numpy(bool))
    drawn = table[names].to_numpy(np.float64)[listed] @ factors
    return listed, drawn - _APART * table["tier"].to_numpy(np.float64)[listed, None]


def _signs(values: Floats) -> Ints:
    """Return for each pair which comes first; equal to nine decimals is a tie."""
    apart = np.round(values[:, None] - values, 9)
    return np.sign(apart).astype(np.int64)
