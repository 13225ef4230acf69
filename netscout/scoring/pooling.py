"""The scores as a pool to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pandas as pd

from netscout.tables import POOL, check

if TYPE_CHECKING:
    from netscout.scoring.inputs import Inputs
    from netscout.scoring.lists import Scores
    from netscout.tables import Pool

BY = ("value", "strength")
SPAN = 150.0
"""Points below the best from which on a score counts as nothing beside spread (e to the -1.5: a fifth of it).

Without it the worst of the list would set the scale: one hopeless score would make all good ones look alike. A guess.
"""


def pool(inputs: Inputs, scored: Scores, by: str = "value") -> Pool:
    """Return the people of one list with their facets (`tables.POOL`).

    Args:
        inputs: as for the scores.
        scored: of `practitioners` or `connectors`.
        by: `value` lists by score, `strength` by warmth (the label's where there is one, 0 where unknown); without
            a target the list goes by strength whatever is said. Tiers hold for `value` only.
    """
    scores, candidates, people = scored.table, inputs.candidates, inputs.people
    strength = by == "strength" or inputs.target is None
    warm = np.where(scores["warmth_known"], scores["warmth"], 0.0)
    points = scores["score"].to_numpy(np.float64)
    best = points[scores["listed"].to_numpy(bool)].max(initial=-np.inf)
    columns: dict[str, Any] = {
        "id": scores["id"].to_numpy(object),
        "url": np.array([slug if isinstance(slug, str) else "" for slug in people["slug"].tolist()], object),
        "connected_on": np.array(
            [day if isinstance(day, str) else None for day in people["connected_on"].tolist()], object
        ),
        "excluded": (scores["excluded"] != "").to_numpy(bool),
        "listed": scores["listed"].to_numpy(bool),
        "tier": np.zeros(len(scores), np.int64) if strength else scores["tier"].to_numpy(np.int64),
        "value": warm if strength else np.maximum(points, best - SPAN),
        "score": scores["score"].to_numpy(np.float64),
        "company": candidates["company_key"].to_numpy(object),
        "community": candidates["community"].to_numpy(object),
        "industry": candidates["sector"].to_numpy(object),
        "seniority": candidates["seniority"].to_numpy(object),
        "place": np.full(len(scores), "", object),
    }
    columns |= {name: scores[name].to_numpy(bool) for name in ("slot_fit", "dormant", "entry")}
    return cast("Pool", check(pd.DataFrame(columns), POOL))
