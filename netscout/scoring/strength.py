"""Warmth and strength: how alive a tie is by the data, and what is shown, where the user's own word wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from netscout.scoring.terms import WARMTH, steady, warmth_facts

if TYPE_CHECKING:
    from netscout.settings import Settings
    from netscout.tables import Ties

Floats = npt.NDArray[np.float64]

LABEL_WARMTH = {"close": 1.0, "know": 0.6, "met": 0.3, "stranger": 0.0}
"""Warmth by the user's word; a guess."""


def warmth(ties: Ties, settings: Settings) -> pd.DataFrame:
    """Return `id`, `warmth`, `warmth_data`, `warmth_band`, `strength`, `warmth_known`, `percentile` for each tie.

    `warmth_data` is the model's 0..1, whatever the user said; `warmth` the label's value where there is a label.
    `warmth_band` (close, warm, cooling, dormant, unknown) is of the data: the word "close" is left to the user, so the
    data's best band is warm. `strength` is the label, else the band. `percentile` is the place of `warmth` among the
    people whose warmth is known by messages or label, 0..1, NaN for the others.
    """
    data = steady(1.0 / (1.0 + np.exp(-WARMTH.logit(warmth_facts(ties)))))
    messages = ties["has_messages"].to_numpy(bool)
    label = ties["label"].to_numpy(object)
    said = label != ""
    value = np.where(said, ties["label"].map({"": 0.0, **LABEL_WARMTH}).to_numpy(np.float64), data)
    band = _bands(data, ties["since_any"].to_numpy(np.float64), settings)
    band = np.where(messages, band, "unknown").astype(object)
    known = messages | said
    place = pd.Series(np.where(known, value, np.nan)).rank()
    return pd.DataFrame(
        {
            "id": ties["id"].to_numpy(object),
            "warmth": value,
            "warmth_data": data,
            "warmth_band": band,
            "strength": np.where(said, label, band).astype(object),
            "warmth_known": known,
            "percentile": ((place - 0.5) / max(int(known.sum()), 1)).to_numpy(np.float64),
        }
    )


def _bands(value: Floats, silent: Floats, settings: Settings) -> npt.NDArray[np.str_]:
    """Return warm, cooling or dormant.

    A year of silence is dormant whatever the warmth; below the cooling cut half of it is enough. A thin but recent
    exchange is cooling: to call it dormant would be untrue.
    """
    dormant = silent >= np.where(value < settings.cooling_from, settings.dormant_days / 2, settings.dormant_days)
    return np.where(dormant, "dormant", np.where(value >= settings.warm_from, "warm", "cooling"))
