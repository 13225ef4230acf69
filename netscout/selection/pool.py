"""The people to choose from, in the order that settles equal gains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pandas as pd

from netscout.tables import POOL, check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netscout.tables import Pool


def plain_pool(ids: Sequence[str], value: Sequence[float], company: Sequence[str]) -> Pool:
    """Return a pool in which everybody is listed and only the company is known (`tables.POOL`)."""
    size = len(ids)
    columns: dict[str, Any] = {name: np.full(size, "", object) for name in POOL.names()}
    columns |= {"id": list(ids), "url": list(ids), "connected_on": np.full(size, None, object)}
    columns |= {"value": list(value), "score": list(value), "company": list(company), "tier": np.zeros(size, np.int64)}
    columns |= {name: np.zeros(size, bool) for name in ("excluded", "dormant", "entry")}
    columns |= {name: np.ones(size, bool) for name in ("listed", "slot_fit")}
    return cast("Pool", check(pd.DataFrame(columns).astype({"value": float, "score": float}), POOL))


def ordered(pool: Pool) -> Pool:
    """Return the pool by tier, value, score, day of connection (unknown last), URL and id: the pure order.

    People who may stand on the list come first, then those off it, then the excluded.
    """
    keys = pd.DataFrame(
        {
            "excluded": pool["excluded"],
            "off": ~pool["listed"],
            "tier": pool["tier"],
            "value": -pool["value"],
            "score": -pool["score"],
            "day": [day if isinstance(day, str) else "9999" for day in pool["connected_on"].tolist()],
            "url": pool["url"].to_numpy(object),
            "id": pool["id"].to_numpy(object),
        },
        index=pool.index,
    )
    order = keys.sort_values(list(keys.columns), kind="stable").index
    return pool.loc[order].reset_index(drop=True)


def scaled(value: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return the values on 0..1 within the list, 0 for all where they are equal."""
    if not len(value):
        return value
    span = value.max() - value.min()
    return (value - value.min()) / span if span > 0 else np.zeros(len(value))
