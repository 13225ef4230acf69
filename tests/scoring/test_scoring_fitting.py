"""Fit: the product of its printed factors."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from netscout.model.target import LEVELS, Target
from netscout.scoring.fitting import LEAST_FIT, RUNGS, fit, fit_parts
from netscout.settings import Settings

if TYPE_CHECKING:
    from tests.scoring.conftest import MakeWorld

SETTINGS = Settings()


def test_fit_by_hand(world: MakeWorld) -> None:
    """Every factor of the formula, once."""
    columns: dict[str, Any] = {
        "level": ["holds", "same-code", "rung", "held", "neighbour", "training", "no", "unknown"],
        "probability": 0.5,
        "company_verdict": ["match", "related", "no", "", "match", "match", "match", "match"],
        "industry_fit": ["same", "other", "unknown", "", "same", "same", "same", "same"],
        "seniority": ["junior", "plain", "senior", "lead", "", "intern", "plain", "plain"],
    }
    target = Target("t", ("Baker",), places=("Riverside",), seniority="entry")
    found = fit(world(8, **columns).candidates, SETTINGS, target)["fit"].to_numpy()
    factors = [
        1.0,
        0.8 * 0.95 * 0.9 * 1.0,
        0.6 * 0.85 * 0.95 * 0.9,
        0.5 * 0.75,
        0.45,
        0.35,
        0.0,
    ]
    place = 0.95
    known = [0.5 * place * factor for factor in factors]
    assert found[:6] == pytest.approx(known[:6])
    assert found[6] == 0.0
    assert math.isnan(found[7])


def test_every_level_has_a_rung() -> None:
    """A level that a target may name, and that the score does not know, would change nothing."""
    assert tuple(RUNGS) == LEVELS
    assert sorted(RUNGS.values()) == list(RUNGS.values())


def test_parts_sum_to_the_logarithm(world: MakeWorld) -> None:
    """Also where fit is nothing, tiny or unknown: there the floor speaks."""
    tiny = replace(SETTINGS, fit_rung=0.001)
    found = fit(world(200).candidates, tiny, Target("t", ("Baker",), seniority="vp"))
    total = np.sum(list(fit_parts(found).values()), axis=0)
    floor = np.fmax(np.nan_to_num(found["fit"].to_numpy()), LEAST_FIT)
    assert total == pytest.approx(100 * np.log(floor), abs=1e-9)


def test_no_target_no_fit(world: MakeWorld) -> None:
    """Without a target nobody fits or fails to."""
    assert fit(world(20).candidates, SETTINGS, None)["fit"].isna().all()
