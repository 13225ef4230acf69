"""P(reply): the chance that a person answers a personal message, with its interval, band and exact parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from netscout.scoring.beta import interval
from netscout.scoring.terms import MOST_SILENT, REPLY, reply_facts, steady

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
"""Added to the logit without messages; a guess."""
ADDRESS_BOOK_SHIFT = 0.1
"""Added to the logit without messages; a guess, as an endorsement: an upload sweeps in everyone."""
HISTORY_SHIFT = {"shared_in_tenure": 0.15, "shared_employer": 0.05, "shared_school": 0.05}
"""Added to the logit without messages, the largest where several hold; a guess, smaller than any step of fit."""


def reply(ties: Ties, settings: Settings) -> pd.DataFrame:
    """Return one row for each tie: `id`, `p_reply`, `p_reply_low`, `p_reply_high` (80 %), `band` and the parts.

    Parts are the columns `part.reply.*`, in points: they sum to 100 ln P(reply). The logarithm is split exactly:
    ln P = ln base + f x sum of c, where the c lead from the ego's own base rate to this person's logit and
    f = (ln P - ln base)/(logit P - logit base), its limit 1 - base where the two are equal.
    `band` is "not known" where nothing but the starting guess speaks: E0 and no label.
    """
    base = ties["base"].to_numpy(np.float64)
    summands = _summands(ties, base, settings)
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


def _summands(ties: Ties, base: Floats, settings: Settings) -> dict[str, Floats]:
    """Return the summands c of the logit above the base rate's; those of messages are 0 without messages."""
    messages = (ties["evidence"] == "E2").to_numpy(bool)
    base_logit = np.log(base) - np.log1p(-base)
    start = np.where(messages, REPLY.intercept, _guess(ties, base)) - base_logit
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
    out["address_book"] = np.where(ties["address_book"].to_numpy(bool) & ~messages, ADDRESS_BOOK_SHIFT, 0.0)
    out["history"] = np.where(messages, 0.0, _history(ties))
    if settings.reply_shift:
        out["learnt"] = np.full(len(ties), max(-1.0, min(1.0, settings.reply_shift)))
    out["label"] = ties["label"].map({"": 0.0, **LABEL_SHIFT}).to_numpy(np.float64)
    return out


def _guess(ties: Ties, base: Floats) -> Floats:
    """Return the logit from which people without messages start.

    Where the export holds messages with others, it is at most what a first answered exchange would give, however long
    ago: an answer can never lower the chance.
    """
    guess = np.full(len(ties), np.log(START / (1.0 - START)))
    if not bool(ties["has_messages"].any()):
        return guess
    rate = (1.0 + 2.0 * base) / 3.0
    one = np.full(len(ties), np.log(2.0))
    silent = np.full(len(ties), np.sqrt(MOST_SILENT))
    first = {"reply_rate": np.log(rate / (1.0 - rate)), "received_alone": one, "sent": one, "since_received": silent}
    return np.asarray(np.minimum(guess, REPLY.logit(first)), np.float64)


def _history(ties: Ties) -> Floats:
    """Return the shift for people at an employer or school of the ego's, the largest where several hold."""
    seen = {
        "shared_in_tenure": ties["shared_in_tenure"],
        "shared_employer": ties["shared_employer"] != "",
        "shared_school": ties["shared_school"] != "",
    }
    shifts = [HISTORY_SHIFT[name] * one.to_numpy(np.float64) for name, one in seen.items()]
    return np.asarray(np.max(shifts, axis=0), np.float64)


def _bounds(chance: Floats, ties: Ties) -> tuple[Floats, Floats]:
    """Return the 80 % interval.

    Without messages it holds that of the starting guess as well: a word or a gesture moves the guess, it measures
    nothing. So removing the messages can never make an interval narrower.
    """
    messages = (ties["evidence"] == "E2").to_numpy(bool)
    with_low, with_high = interval(chance, WEIGHT_WITH_MESSAGES)
    low, high = interval(chance, WEIGHT_WITHOUT)
    least, most = interval(np.full(len(chance), START), WEIGHT_WITHOUT)
    return np.where(messages, with_low, np.minimum(low, least)), np.where(messages, with_high, np.maximum(high, most))
