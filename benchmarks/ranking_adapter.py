"""netscout's facts, scores and list for `../shared/bench/ranking/score_ranking.py`.

usage: python ../shared/bench/ranking/score_ranking.py benchmarks/ranking_adapter.py

Reads the bench's own exports by hand (no parser, no workspace): what is judged here is `ties`, `scoring` and
`selection`. The way through the command line is judged by the bench's `netscout_cli.py`.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from netscout import scoring, selection, ties
from netscout.settings import Settings

if TYPE_CHECKING:
    from netscout.tables import Interactions, People, Ties

SETTINGS = Settings()
PRODUCT = "NETSCOUT_BENCH_PRODUCT" in os.environ


@lru_cache(maxsize=1)
def facts(export_dir: Path, today: date) -> tuple[list[str], Ties]:
    """Return the profile URLs and the facts of each tie of one export."""
    people = pd.read_csv(export_dir / "Connections.csv", skiprows=3, dtype=str, keep_default_na=False)
    urls = people["URL"].tolist()
    table = pd.DataFrame({"id": urls, "slug": urls, "name": "", "company": people["Company"], "title": ""})
    table = table.assign(headline="", connected_on=None, known_from="connections", gone=False)
    messages = _messages(export_dir)
    found = ties.features(cast("People", table), messages, positions=(), labels={}, company_keys={}, today=today)
    return urls, found


def rank_replies(export_dir: Path, today: date) -> dict[str, float]:
    """Return P(reply) by profile URL."""
    urls, found = facts(export_dir, today)
    return dict(zip(urls, scoring.reply(found, SETTINGS)["p_reply"].tolist(), strict=True))


def rank_contact(export_dir: Path, today: date) -> dict[str, float]:
    """Return the log odds of warmth by profile URL: lists go by logarithms, and so does their spread here."""
    urls, found = facts(export_dir, today)
    warmth = scoring.warmth(found, SETTINGS)["warmth"].to_numpy()
    return dict(zip(urls, np.log(warmth / (1.0 - warmth)).tolist(), strict=True))


def reply_intervals(export_dir: Path, today: date) -> dict[str, tuple[float, float]]:
    """Return the 80 % interval by profile URL."""
    urls, found = facts(export_dir, today)
    table = scoring.reply(found, SETTINGS)
    bounds = zip(table["p_reply_low"].tolist(), table["p_reply_high"].tolist(), strict=True)
    return dict(zip(urls, bounds, strict=True))


def diversify(candidates: pd.DataFrame, k: int) -> list[str]:
    """Return the first k people by coverage alone: company is the only facet the bench has.

    Quota and the unexpected place are lifted (`PRODUCT` keeps them): they are rules of courtesy towards companies,
    while the bench's groups are departments and communities.
    """
    pool = selection.plain_pool(*(candidates[name].tolist() for name in ("url", "score", "company")))
    return [
        pick.id
        for pick in selection.choose(
            pool, k, SETTINGS if PRODUCT else replace(SETTINGS, per_company=0, unexpected_slots=0)
        ).picks
    ]


def _messages(export_dir: Path) -> Interactions:
    profile = pd.read_csv(export_dir / "Profile.csv", dtype=str, keep_default_na=False).iloc[0]
    owner = f"{profile['First Name']} {profile['Last Name']}"
    table = pd.read_csv(export_dir / "messages.csv", dtype=str, keep_default_na=False)
    at = pd.to_datetime(table["DATE"], format="%Y-%m-%d %H:%M:%S UTC").to_numpy("datetime64[s]").astype(np.float64)
    sent = (table["FROM"] == owner).to_numpy(bool)
    recipients = [cell.split(",") for cell in table["RECIPIENT PROFILE URLS"]]
    out = pd.DataFrame({"at": at, "recipients": [len(one) for one in recipients], "sent": sent})
    out["conversation"] = table["CONVERSATION ID"].to_numpy(object)
    rows = zip(recipients, sent, table["SENDER PROFILE URL"], strict=True)
    out["person"] = [to if mine else [who] for to, mine, who in rows]
    out = out.explode("person", ignore_index=True)
    out["direction"] = np.where(out["sent"].to_numpy(bool), "out", "in")
    out = out.assign(kind="message", detail="")
    names = ["person", "kind", "direction", "at", "recipients", "conversation", "detail"]
    return cast("Interactions", out[names])
