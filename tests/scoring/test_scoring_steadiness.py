"""How far a list hangs on the weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.scoring import Scores, connectors, kendall_tau, practitioners
from netscout.scoring.steadiness import DRAWS, MOVE
from netscout.scoring.whynot import by_strength
from netscout.settings import Settings

if TYPE_CHECKING:
    from tests.scoring.conftest import MakeWorld

SETTINGS = Settings()


def test_tau_against_a_slow_reading(world: MakeWorld) -> None:
    """The mean over the draws of the share of pairs in the same order less those in the other."""
    scores = practitioners(world(60), SETTINGS)
    table = scores.table[scores.table["listed"].to_numpy(bool)]
    names = sorted(name for name in table.columns if name.startswith("part."))
    factors = 1 + np.random.default_rng(3).uniform(-MOVE, MOVE, (len(names), DRAWS))
    ours, drawn = table["score"].to_numpy(), table[names].to_numpy() @ factors
    found = []
    for column in drawn.T:
        signs = [
            np.sign(ours[a] - ours[b]) * np.sign(column[a] - column[b]) for a in range(len(ours)) for b in range(a)
        ]
        found.append(np.mean(signs))
    assert kendall_tau(scores, 3) == pytest.approx(np.mean(found), abs=1e-9)


@given(st.integers(0, 60), st.booleans())
def test_tau_repeats_and_is_bounded(world: MakeWorld, seed: int, doors: bool) -> None:
    """Same seed, same figure; nothing to order is no disorder."""
    scores = (connectors if doors else practitioners)(world(40, seed), SETTINGS)
    assert kendall_tau(scores, 7) == kendall_tau(scores, 7)
    assert -1 <= kendall_tau(scores, 7) <= 1
    empty = Scores(scores.kind, scores.table.assign(listed=False))
    assert kendall_tau(empty, 7) == 1.0


def test_place_by_strength(world: MakeWorld) -> None:
    """Warmest first, the user's word counted, nobody placed whose strength is not known."""
    scores = practitioners(world(80), SETTINGS)
    table = scores.table.assign(place=by_strength(scores))
    assert (table.loc[~table["warmth_known"].to_numpy(bool), "place"] == 0).all()
    ranked = table[table["listed"].to_numpy(bool) & table["warmth_known"].to_numpy(bool)].sort_values("place")
    assert ranked["place"].tolist() == list(range(1, len(ranked) + 1))
    assert ranked["warmth"].is_monotonic_decreasing
