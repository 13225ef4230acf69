"""P(reply): the chance that a person answers a personal message, with its interval, band and exact parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from netscout.scoring.beta import interval
from netscout.scoring.terms import REPLY, reply_facts, steady

if TYPE_CHECKING:
    from netscout.settings import Settings
    from netscout.tables import Ties

Floats = npt.NDArray[np.float64]

WEIGHT_WITH_MESSAGES = 4.0
"""v of the interval at E2: measured, beta-binomial likelihood over 880 pairs."""
WEIGHT_WITHOUT = 3.0
START = 1.0 / 3.0
"""E0: Beta(1, 2); a guess."""
LABEL_SHIFT = {"close": 1.2, "know": 0.5, "met": 0.0, "stranger": -0.6}
"""Added to the logit; a guess."""
GESTURE_SHIFT = {"recommended": 0.6, "invited_me": 0.3, "note": 0.2, "endorsed": 0.1}
"""Added to the logit at E1; a guess."""


def reply(ties: Ties, settings: Settings) -> pd.DataFrame:
    """Return one row for each tie: `id`, `p_reply`, `p_reply_low`, `p_reply_high` (80 %), `band` and the parts.

    Parts are the columns `part.reply.*`, in points: they sum to 100 ln P(reply). The logarithm is split exactly:
    ln P = ln base + f x sum of c, where the c lead from the ego's own base rate to this person's logit and
    f = (ln P - ln base)/(logit P - logit base), its limit 1 - base where the two are equal.
    `band` is "not known" where nothing but the starting guess speaks: E0 and no label.
    """
    base = ties["base"].to_numpy(np.float64)
    summands = _summands(ties, base)
    base_logit = np.log(base) - np.log1p(-base)
    step = np.sum(list(summands.values()), axis=0)
    logit = base_logit + step
    chance = steady(1.0 / (1.0 + np.exp(-logit)))
    log_chance, log_base = -np.logaddexp(0.0, -logit), -np.logaddexp(0.0, -base_logit)
    factor = np.divide(log_chance - log_base, step, out=1.0 - base, where=np.abs(step) > 1e-9)
    out = {"id": ties["id"].to_numpy(object), "p_reply": chance}
    out["p_reply_low"], out["p_reply_high"] = map(steady, _bounds(chance, ties))
    known = ((ties["evidence"] != "E0") | (ties["label"] != "")).to_numpy(bool)
    shown = np.where(
        chance >= settings.band_likely, "likely", np.where(chance >= settings.band_may, "may", "long shot")
    )
    out["band"] = np.where(known, shown, "not known").astype(object)
    out["part.reply.base"] = steady(100.0 * log_base)
    out |= {f"part.reply.{key}": steady(100.0 * factor * values) for key, values in summands.items()}
    return pd.DataFrame(out)


def _summands(ties: Ties, base: Floats) -> dict[str, Floats]:
    """Return the summands c of the logit above the base rate's; those of messages are 0 without messages."""
    messages = (ties["evidence"] == "E2").to_numpy(bool)
    base_logit = np.log(base) - np.log1p(-base)
    start = np.where(messages, REPLY.intercept, np.log(START / (1.0 - START))) - base_logit
    out = {"start": start}
    out |= {key: np.where(messages, values, 0.0) for key, values in REPLY.summands(reply_facts(ties)).items()}
    gestures = {
        "recommended": ties["recommended_me"] | ties["recommended_by_me"],
        "invited_me": ties["invited_me"],
        "note": ties["invitation_note"],
        "endorsed": (ties["endorsed_me"] > 0) | (ties["endorsed_by_me"] > 0),
    }
    for key, seen in gestures.items():
        out[key] = np.where(seen.to_numpy(bool) & ~messages, GESTURE_SHIFT[key], 0.0)
    out["label"] = ties["label"].map({"": 0.0, **LABEL_SHIFT}).to_numpy(np.float64)
    return out


def _bounds(chance: Floats, ties: Ties) -> tuple[Floats, Floats]:
    messages = (ties["evidence"] == "E2").to_numpy(bool)
    with_low, with_high = interval(chance, WEIGHT_WITH_MESSAGES)
    low, high = interval(chance, WEIGHT_WITHOUT)
    return np.where(messages, with_low, low), np.where(messages, with_high, high)
