"""Fit: how well a person holds the target role, in the context the target names (settled: role x context)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from netscout.scoring.terms import steady

if TYPE_CHECKING:
    from netscout.model.target import Target
    from netscout.settings import Settings
    from netscout.tables import Candidates

Floats = npt.NDArray[np.float64]

LEAST_FIT = 0.01
"""A score takes the logarithm of no smaller fit."""
RUNGS = {
    "intern": 0,
    "entry": 1,
    "junior": 1,
    "plain": 2,
    "mid": 2,
    "senior": 3,
    "lead": 4,
    "manager": 5,
    "director": 6,
    "vp": 7,
    "c-level": 8,
    "founder": 8,
}
"""Rungs of seniority, their distance being the difference."""
FACTORS = ("role", "probability", "company", "industry", "place", "seniority")


def fit(candidates: Candidates, settings: Settings, target: Target | None = None) -> pd.DataFrame:
    """Return `id`, `fit` (0..1, NaN where unknown) and its factors as columns `factor.*`, whose product it is.

    Fit = level x calibrated probability of the verdict x company x industry x place x seniority. The place of a
    contact is in no LinkedIn export, so where the target names places that factor is the same for all. A seniority
    that is not understood costs nothing. Without a target every fit is unknown.
    """
    levels = settings.fit_levels()
    numbers = {name: np.nan if value is None else value for name, value in levels.items()}
    role = candidates["level"].map(numbers).to_numpy(np.float64)
    if target is None:
        role = np.full(len(candidates), np.nan)
    factors = {
        "role": role,
        "probability": np.where(role > 0, candidates["probability"].to_numpy(np.float64), 1.0),
        "company": _mapped(candidates["company_verdict"], _company(settings)),
        "industry": _mapped(candidates["industry_fit"], _industry(settings)),
        "place": np.full(len(candidates), settings.place_unknown if target and target.places else 1.0),
        "seniority": _seniority(candidates["seniority"], target.seniority if target else "", settings),
    }
    out: dict[str, Any] = {"id": candidates["id"].to_numpy(object)}
    out["fit"] = steady(np.prod([factors[name] for name in FACTORS], axis=0))
    return pd.DataFrame(out | {f"factor.{name}": factors[name] for name in FACTORS})


def fit_parts(fits: pd.DataFrame) -> dict[str, Floats]:
    """Return the columns `part.fit.*` in points: they sum to 100 ln max(fit, .01), and to 100 ln .01 where unknown."""
    value = fits["fit"].to_numpy(np.float64)
    low = np.isnan(value) | (value < LEAST_FIT)
    out = {}
    for name in FACTORS:
        factor = fits[f"factor.{name}"].to_numpy(np.float64)
        out[f"part.fit.{name}"] = 100.0 * np.log(np.where(low, 1.0, factor))
    out["part.fit.role"] = np.where(low, 100.0 * np.log(LEAST_FIT), out["part.fit.role"])
    return out


def _company(settings: Settings) -> dict[str, float]:
    other, related = settings.company_other, settings.company_related
    return {"": 1.0, "match": 1.0, "related": related, "no": other, "unknown": other}


def _industry(settings: Settings) -> dict[str, float]:
    return {"": 1.0, "same": 1.0, "unknown": settings.industry_unknown, "other": settings.industry_other}


def _mapped(values: pd.Series, numbers: dict[str, float]) -> Floats:
    return np.asarray(values.map(numbers), np.float64)


def _seniority(values: pd.Series, wanted: str, settings: Settings) -> Floats:
    rung = RUNGS.get(wanted.strip().casefold())
    if rung is None:
        return np.ones(len(values))
    distance = np.abs(values.map(RUNGS).to_numpy(np.float64) - rung)
    far = np.where(distance >= 3, settings.seniority_three, 1.0)
    return np.asarray(np.where(distance == 2, settings.seniority_two, far), np.float64)
