"""Whom to ask the user about: where one label changes the lists most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netscout.model.person import Person

if TYPE_CHECKING:
    from netscout.app.pipeline import Study

_WORTH = {"match": 3.0, "related": 2.0}


def most_useful(found: Study, count: int) -> list[Person]:
    """Return up to `count` unlabelled people, most useful first.

    First those whose title fits a target, then those whose work brings together many people or who sit at a company
    of people who fit, then colleagues of former employers and the longest connected. Nobody barred from the lists.
    """
    from netscout.app.pipeline import candidates

    people = found.people
    worth = np.zeros(len(people))
    free = np.ones(len(people), bool)
    for target in found.plan.targets or (None,):
        table = candidates(found, target)
        fits = table["verdict"].map(lambda verdict: _WORTH.get(verdict, 0.0)).to_numpy(float)
        firms = set(table.loc[(fits > 0) & (table["company_key"] != ""), "company_key"])
        meets = (table["role_kind"] != "").to_numpy(bool) | table["company_key"].isin(firms).to_numpy(bool)
        worth = np.maximum(worth, fits + 1.5 * meets)
        free &= (table["excluded"] == "").to_numpy(bool)
    worth += 0.5 * (found.ties["shared_employer"] != "").to_numpy(bool)
    unlabelled = ~people["id"].isin(found.labels).to_numpy(bool)
    order = sorted(
        np.flatnonzero(free & unlabelled),
        key=lambda place: (-worth[place], str(people["connected_on"].iloc[place] or "9"), people["id"].iloc[place]),
    )
    return [_person(found, int(place)) for place in order[:count]]


def _person(found: Study, place: int) -> Person:
    row = found.people.iloc[place]
    slug = row["slug"] if isinstance(row["slug"], str) else None
    return Person(row["id"], slug, row["name"], company=row["company"], title=row["title"], headline=row["headline"])
