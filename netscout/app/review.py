"""Whom to ask the user about: where one label changes the lists most."""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING

import numpy as np

from netscout.model.person import Person

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from netscout.app.pipeline import Study

    Floats = npt.NDArray[np.float64]


def most_useful(found: Study, count: int) -> list[Person]:
    """Return up to `count` unlabelled people, most useful first; nobody barred from the lists.

    A word of the user's decides who stands among those who can open doors, and moves those who have the job; so the
    two kinds take turns: who may open most, and whose title fits best. Equal ones: shared employers and schools, then
    the longest connected.
    """
    opens, fits, free = _worth(found)
    free &= ~found.people["id"].isin(found.labels).to_numpy(bool)
    queues = [_queue(found, free & (worth > 0), worth) for worth in (opens, fits)]
    rest = _queue(found, free, np.zeros(len(free)))
    turns = (place for pair in zip_longest(*queues) for place in pair if place is not None)
    order = dict.fromkeys(chain(turns, rest))
    return [_person(found, place) for place in list(order)[:count]]


def _worth(found: Study) -> tuple[Floats, Floats, npt.NDArray[np.bool_]]:
    """Return for everybody the most they may open and fit over all targets, and whether no list bars them."""
    from netscout.app.options import RankOptions
    from netscout.app.pipeline import candidates
    from netscout.app.rank import score
    from netscout.model.lists import CONNECTORS

    size = len(found.people)
    opens, fits, free = np.zeros(size), np.zeros(size), np.ones(size, bool)
    for target in found.plan.targets or (None,):
        table = score(found, candidates(found, target), target, RankOptions(), CONNECTORS).scores.table
        opens = np.maximum(opens, _numbers(table, "reach.expected"))
        fits = np.maximum(fits, _numbers(table, "fit"))
        free &= (table["excluded"] == "").to_numpy(bool)
    return opens, fits, free


def _numbers(table: pd.DataFrame, name: str) -> Floats:
    return np.asarray(np.nan_to_num(table[name].to_numpy(np.float64)), np.float64)


def _queue(found: Study, mask: npt.NDArray[np.bool_], worth: Floats) -> list[int]:
    """Return the marked rows, most worth first."""
    ties, people = found.ties, found.people
    shared = ((ties["shared_employer"] != "") | (ties["shared_school"] != "")).to_numpy(bool)
    days, ids = people["connected_on"].tolist(), people["id"].tolist()
    places = np.flatnonzero(mask).tolist()
    return sorted(places, key=lambda at: (-worth[at], not shared[at], str(days[at] or "9"), ids[at]))


def _person(found: Study, place: int) -> Person:
    row = found.people.iloc[place]
    slug = row["slug"] if isinstance(row["slug"], str) else None
    return Person(row["id"], slug, row["name"], company=row["company"], title=row["title"], headline=row["headline"])
