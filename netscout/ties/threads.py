"""Ties between alters that the export shows: people in one small group conversation."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from netscout.model.graph import Link

if TYPE_CHECKING:
    from netscout.tables import Interactions, People

MOST_MEMBERS = 8
"""Larger threads show an audience, not acquaintance; a guess."""
MEET_PROBABILITY = 0.8
"""That two members of one small thread know each other: a guess."""
MOST_LINKS = 20_000


def links(people: People, interactions: Interactions) -> tuple[Link, ...]:
    """Return observed co-presence: each pair of people in one thread of at most eight persons, the ego counted.

    One link a pair, that of the smallest thread: `weight` is 1/(n-1). At most MOST_LINKS, heaviest first, ties by id.
    An inferred tie (same employer) is not among them.
    """
    best: dict[tuple[str, str], float] = {}
    for members, size in _threads(people, interactions):
        weight = 1.0 / (size - 1)
        for pair in combinations(members, 2):
            best[pair] = max(weight, best.get(pair, 0.0))
    ordered = sorted(best.items(), key=lambda item: (-item[1], item[0]))[:MOST_LINKS]
    return tuple(
        Link(one, other, "conversation", MEET_PROBABILITY, weight, "messages.csv") for (one, other), weight in ordered
    )


def _threads(people: People, interactions: Interactions) -> list[tuple[list[str], int]]:
    """Return members by id, and the number of persons with the ego, of each small group thread."""
    known = set(people["id"])
    table = interactions[((interactions["kind"] == "message") & (interactions["conversation"] != "")).to_numpy(bool)]
    crowded = table[(table["recipients"] >= 2).to_numpy(bool)].groupby("conversation", sort=True)["recipients"].max()
    small = crowded[crowded < MOST_MEMBERS]
    table = table[table["conversation"].isin(small.index).to_numpy(bool)]
    members: dict[str, set[str]] = {}
    for conversation, person in zip(table["conversation"].tolist(), table["person"].tolist(), strict=True):
        if person in known:
            members.setdefault(conversation, set()).add(person)
    sizes = dict(zip(small.index, small.to_numpy(np.int64).tolist(), strict=True))
    rows = [(sorted(who), max(sizes[thread], len(who)) + 1) for thread, who in sorted(members.items())]
    return [(who, size) for who, size in rows if len(who) >= 2 and size <= MOST_MEMBERS]
