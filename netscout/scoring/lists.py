"""The two lists: one utility each, a sum of printed parts in points (100 x natural logarithm)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from netscout.model.lists import CONNECTORS, PRACTITIONERS
from netscout.scoring.chance import reply
from netscout.scoring.fitting import fit, fit_parts
from netscout.scoring.goodwill import points
from netscout.scoring.reach import knows, reach
from netscout.scoring.strength import LABEL_WARMTH, warmth
from netscout.scoring.terms import steady

if TYPE_CHECKING:
    from netscout.scoring.inputs import Inputs
    from netscout.settings import Settings

Floats = npt.NDArray[np.float64]

INFO_WIDTH = 0.25
"""How far the slider moves Info; a guess."""
LEAST_WARMTH = 0.25
"""Warmth' = .25 + .75 x warmth; a guess."""
WILLING = {"recommended_me": 0.5, "recommended_by_me": 0.3, "opened": 0.3, "close": 0.2}
WILLING_MOST = 2.0
"""Willing = 1 + the sum of these, at most 2; guesses."""
HEAD = 10
ONE_DOOR = 1.0
"""Expected number of people of the target from which a connector can open a door; a guess."""
LISTED_VERDICTS = ("match", "related")
RECRUITER_RULE = "X9"
RECRUITER_REASON = "recruits for the role and does not hold it"


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of one list: `kind` practitioners or connectors, `table` a row for everybody in the order of people.

    Columns: `id`; `p_reply`, `p_reply_low`, `p_reply_high`, `band`; `warmth`, `warmth_data`, `warmth_band`,
    `strength`, `warmth_known`, `percentile`; `fit` (NaN where unknown) and `factor.*`; `verdict`, `level`,
    `excluded` ("" if not), `cost`, `tier`, `dormant`, `listed`, `slot_fit`, `entry`; connectors also `known` and
    `reach.*`; `score`, and the parts `part.*` in points, which sum to it.
    """

    kind: str
    table: pd.DataFrame


def practitioners(inputs: Inputs, settings: Settings) -> Scores:
    """Return the practitioners' scores, a row for everybody.

    U = 100 ln P(reply) + 100 ln max(Fit, .01) + 100 ln Info - Cost - Familiarity. `listed` are those not excluded with
    verdict match or related and a fit above 0; without a target everybody, and fit is no part.
    """
    out = _common(inputs, settings)
    parts = _parts(out)
    if inputs.target is not None:
        parts |= fit_parts(out)
    parts["part.info"] = 100.0 * np.log(_info(out["percentile"].to_numpy(np.float64), settings.info_slider))
    parts["part.cost"] = 0.0 - out["cost"].to_numpy(np.float64)
    close = (inputs.ties["label"] == "close").to_numpy(bool)
    parts["part.familiarity"] = np.where(close, -settings.familiarity_points, 0.0)
    barred = inputs.candidates["flags"].map(lambda flags: RECRUITER_RULE in flags.split()).to_numpy(bool)
    reason = out["excluded"].to_numpy(object)
    out["excluded"] = np.where((reason == "") & barred, RECRUITER_REASON, reason).astype(object)
    fits = (out["fit"] > 0).to_numpy(bool) & out["verdict"].isin(LISTED_VERDICTS).to_numpy(bool)
    out["listed"] = (out["excluded"] == "") & (fits | (inputs.target is None))
    out["slot_fit"] = (out["fit"] >= settings.dormant_fit).to_numpy(bool) | (inputs.target is None)
    out["entry"] = inputs.candidates["seniority"].isin(["intern", "junior"]).to_numpy(bool)
    return _scored(out, parts, PRACTITIONERS)


def connectors(inputs: Inputs, settings: Settings) -> Scores:
    """Return the connectors' scores, a row for everybody.

    U = 100 ln P(reply) + 100 ln Warmth' + 100 ln Willing + 100 ln Reach - Cost. `listed` are those not excluded with
    evidence of knowing the ego. Those who cannot be expected to open even one person of the target come after all who
    can (`tier` 1), and only as many as fill the first ten: a dear friend in another world is a friend, no connector.
    """
    out = _common(inputs, settings)
    parts = _parts(out)
    found = reach(inputs, out["fit"].to_numpy(np.float64))
    for name in found.columns:
        out[f"reach.{name}"] = found[name].to_numpy()
    label = inputs.ties["label"]
    # the data's warmth stands unless the user's word says that the person knows them
    warm = np.where(label.isin(["close", "know"]), label.map({"": 0.0, **LABEL_WARMTH}), out["warmth_data"])
    parts["part.warmth"] = 100.0 * np.log(LEAST_WARMTH + (1.0 - LEAST_WARMTH) * warm.astype(np.float64))
    parts["part.willing"] = 100.0 * np.log(_willing(inputs))
    parts["part.reach"] = 100.0 * np.log1p(np.log1p(found["expected"].to_numpy(np.float64)))
    parts["part.cost"] = 0.0 - out["cost"].to_numpy(np.float64)
    opens = (found["expected"] >= ONE_DOOR).to_numpy(bool)
    out["tier"] = np.where(opens, 0, 1).astype(np.int64)
    out["known"] = knows(inputs)
    out["slot_fit"] = opens
    out["entry"] = False
    out["listed"] = (out["excluded"] == "").to_numpy(bool) & out["known"].to_numpy(bool)
    scored = _scored(out, parts, CONNECTORS)
    return Scores(CONNECTORS, scored.table.assign(listed=_worth_listing(scored.table)))


def _common(inputs: Inputs, settings: Settings) -> pd.DataFrame:
    """Return the columns both lists share.

    `dormant` is somebody once warm (three messages received, or label close or know) and silent for a year.
    """
    out = reply(inputs.ties, settings)
    for table in (warmth(inputs.ties, settings), fit(inputs.candidates, settings, inputs.target)):
        for name in table.columns[1:]:
            out[name] = table[name].to_numpy()
    for name in ("verdict", "level", "excluded"):
        out[name] = inputs.candidates[name].to_numpy(object)
    spent = {person: points(one, settings) for person, one in inputs.asks.items()}
    out["cost"] = [spent.get(person, 0.0) for person in out["id"].tolist()]
    out["tier"] = np.zeros(len(out), np.int64)
    once_warm = (inputs.ties["received"] >= 3) | inputs.ties["label"].isin(["close", "know"])
    silent = inputs.ties["has_messages"] & (inputs.ties["since_any"] >= settings.dormant_days)
    out["dormant"] = (once_warm & silent).to_numpy(bool)
    return out


def _parts(table: pd.DataFrame) -> dict[str, Floats]:
    return {name: table[name].to_numpy(np.float64) for name in table.columns if name.startswith("part.")}


def _scored(out: pd.DataFrame, parts: dict[str, Floats], kind: str) -> Scores:
    """Return the table with its parts last and `score`, their sum from left to right."""
    score = np.zeros(len(out))
    parts = {name: steady(values) for name, values in parts.items()}
    for values in parts.values():
        score = score + values
    kept = out.drop(columns=[name for name in out.columns if name.startswith("part.")])
    table = pd.DataFrame(parts, index=kept.index)
    return Scores(kind, pd.concat([kept.assign(score=score), table], axis=1))


def _worth_listing(table: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Return who stands on the connectors list: tier 0, and the best of tier 1 while fewer than ten stand there."""
    listed, first = table["listed"].to_numpy(bool), (table["tier"] == 0).to_numpy(bool)
    free = max(0, HEAD - int((listed & first).sum()))
    rest = table.loc[listed & ~first, ["score", "id"]].sort_values(["score", "id"], ascending=[False, True])
    return (listed & first) | table["id"].isin(rest["id"].head(free)).to_numpy(bool)


def _info(percentile: Floats, slider: float) -> Floats:
    """Return Info = 1 + .25 u (8 s (1 - s) - 1), 1 where warmth is unknown."""
    bow = 8.0 * percentile * (1.0 - percentile) - 1.0
    return np.where(np.isnan(percentile), 1.0, 1.0 + INFO_WIDTH * slider * np.nan_to_num(bow))


def _willing(inputs: Inputs) -> Floats:
    ties = inputs.ties
    signs = {
        "recommended_me": ties["recommended_me"],
        "recommended_by_me": ties["recommended_by_me"],
        "opened": ties["opened"] > 0,
        "close": ties["label"] == "close",
    }
    total = np.sum([WILLING[name] * seen.to_numpy(np.float64) for name, seen in signs.items()], axis=0)
    return np.asarray(np.minimum(1.0 + total, WILLING_MOST), np.float64)
