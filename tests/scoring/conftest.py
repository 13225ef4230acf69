"""A small invented network for the tests of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

import numpy as np
import pandas as pd
import pytest

from netscout.model.target import Target
from netscout.scoring import Inputs, inputs
from netscout.tables import CANDIDATES, PEOPLE, TIES

if TYPE_CHECKING:
    from netscout.tables import Candidates, People, Ties

TARGET = Target("bakery", ("Baker",), companies=("Old Mill",), industries=("Food",))
_LEVELS = {"match": "holds", "related": "rung", "no": "no", "unknown": "unknown"}
_DAY = "2024-01-01"


class MakeTies(Protocol):
    """Make ties from the values given for some columns."""

    def __call__(self, size: int, **columns: Any) -> Ties:
        """Return `size` rows, silent strangers but for the columns given."""


class MakeWorld(Protocol):
    """Make a random network."""

    def __call__(self, size: int, seed: int = 0, **candidate_columns: Any) -> Inputs:
        """Return the tables of a network of `size` people."""


def _ids(size: int) -> list[str]:
    return [f"p{number:04d}" for number in range(size)]


def _ties(size: int, **columns: Any) -> Ties:
    numbers = dict.fromkeys(("sent", "received", "sent_all", "received_all", "opened"), 0)
    numbers |= dict.fromkeys(("endorsed_me", "endorsed_by_me"), 0)
    floats = dict.fromkeys(("asked", "hits", "received_alone", "reciprocal", "conversations"), 0.0)
    floats |= {"base": 0.4, "reply_rate": 0.4, "since_received": 800.0, "since_any": 800.0}
    floats |= {"since_first": np.nan, "latency": np.nan}
    flags = ("has_messages", "recommended_me", "recommended_by_me", "invited_me", "invited_by_me", "invitation_note")
    truths = dict.fromkeys((*flags, "shared_in_tenure", "address_book"), False)
    texts = {"last_day": None, "last_received_day": None, "shared_employer": "", "shared_school": ""}
    texts |= {"label": "", "evidence": "E0"}
    table = pd.DataFrame({"id": _ids(size)}).assign(**(numbers | floats | truths | texts))
    return cast("Ties", table.assign(**columns)[TIES.names()])


def _world(size: int, seed: int = 0, **candidate_columns: Any) -> Inputs:
    rng = np.random.default_rng(seed)
    ids = _ids(size)
    sent, received = rng.integers(0, 9, size), rng.integers(0, 9, size)
    wrote = (sent + received) > 0
    asked = np.where(sent > 0, sent * rng.uniform(0.5, 1, size), 0.0)
    hits = asked * rng.uniform(0, 1, size) * (received > 0)
    silent = np.where(wrote, rng.uniform(1, 900, size), 1800.0)
    ties = _ties(
        size,
        sent=sent,
        received=received,
        sent_all=sent,
        received_all=received,
        asked=asked,
        hits=hits,
        reply_rate=np.clip((hits + 0.8) / (asked + 2), 0.005, 0.995),
        received_alone=received.astype(float),
        since_received=silent,
        since_any=silent,
        reciprocal=np.sqrt(sent * received) * rng.uniform(0, 1, size),
        conversations=np.where(wrote, 1.0, 0.0),
        has_messages=wrote,
        last_day=np.where(wrote, _DAY, ""),
        recommended_me=rng.random(size) < 0.1,
        label=rng.choice(["", "", "", "close", "know", "met", "stranger"], size),
        evidence=np.where(wrote, "E2", rng.choice(["E0", "E1"], size)),
    )
    verdict = rng.choice(["match", "related", "no", "unknown"], size)
    company = rng.choice(["", *"abcdefgh"], size)
    columns: dict[str, Any] = {
        "id": ids,
        "verdict": verdict,
        "level": [_LEVELS[one] for one in verdict],
        "probability": rng.uniform(0.5, 1, size),
        "title_reason": "the title says so",
        "seniority": rng.choice(["", "junior", "plain", "senior", "director"], size),
        "company_verdict": rng.choice(["match", "related", "no"], size),
        "company_reason": "the name says so",
        "company_key": company,
        "company_label": company,
        "sector": rng.choice(["", "Food", "Steel"], size),
        "industry_fit": rng.choice(["same", "other", "unknown"], size),
        "family": "",
        "community": rng.choice(["", "worked at Old Mill"], size),
        "connected_on": "2020-01-01",
        "role_kind": rng.choice(["", "", "", "alumni"], size),
        "excluded": rng.choice(["", "", "", "your manager"], size),
        "flags": "",
    }
    candidates = pd.DataFrame(columns | candidate_columns)[CANDIDATES.names()]
    days = [f"20{year:02d}-01-01" for year in rng.integers(10, 24, size)]
    people = pd.DataFrame({"id": ids, "slug": ids, "name": ids, "company": company, "title": "Baker"})
    people = people.assign(headline="", connected_on=days, known_from="connections", gone=False)[PEOPLE.names()]
    return inputs(cast("People", people), ties, cast("Candidates", candidates), target=TARGET)


@pytest.fixture
def ties_table() -> MakeTies:
    """Return a maker of ties."""
    return _ties


@pytest.fixture
def world() -> MakeWorld:
    """Return a maker of random networks."""
    return _world
