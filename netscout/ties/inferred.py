"""Ties between alters that are only inferred: people at one employer. Kept apart from what was observed."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from netscout.model.graph import Link
from netscout.model.origin import Origin, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netscout.tables import Candidates, People

STAFF = 1_000
"""People at an employer whose size is not known: no export tells it. A guess."""
MOST, MOST_TWINS = 0.5, 0.6
"""The highest probability, and that of people of one title who connected within TWIN_DAYS of each other; guesses."""
TWIN_DAYS = 14
CROWD = 200
"""From more own contacts at one employer on, only people of one title are linked: being there is a facet, no tie."""
LEAST = 0.05
"""A lower probability says nothing and is left out."""
MOST_LINKS = 20_000


class _One(NamedTuple):
    id: str
    title: str
    day: int


def inferred(people: People, candidates: Candidates, origin: Origin | None = None) -> tuple[Link, ...]:
    """Return a link of kind `shared-employer` for pairs at one employer.

    Probability min(.5, c/1000), c being the ego's own contacts there; twice that, at most .6, where titles agree and
    both connected within two weeks; from 200 own contacts there on the latter alone. One-person companies have none.
    At most MOST_LINKS, likeliest first, ties by id. `origin` says in which files their companies stand.
    """
    files = origin or Origin()
    facts = zip(people["id"].tolist(), people["title"].tolist(), people["connected_on"].tolist(), strict=True)
    known = {one: _One(one, title.strip().casefold(), _day(day)) for one, title, day in facts}
    groups: dict[str, list[_One]] = {}
    for person, key in zip(candidates["id"].tolist(), candidates["company_key"].tolist(), strict=True):
        if key and not key.startswith("self:") and person in known:
            groups.setdefault(key, []).append(known[person])
    found: list[tuple[float, str, str]] = []
    for members in sorted(groups.values(), key=len, reverse=True):
        if len(found) >= MOST_LINKS:
            break
        found += _pairs(members)
    ordered = sorted(found, key=lambda one: (-one[0], one[1:]))[:MOST_LINKS]
    return tuple(
        Link(one, two, "shared-employer", chance, 0.0, joined([files.company(one), files.company(two)]))
        for chance, one, two in ordered
    )


def _pairs(members: list[_One]) -> list[tuple[float, str, str]]:
    plain = min(MOST, len(members) / STAFF)
    twins = min(MOST_TWINS, 2.0 * plain)
    if len(members) >= CROWD:
        return [(twins, min(one.id, two.id), max(one.id, two.id)) for one, two in _twins(members)]
    if twins < LEAST:
        return []
    alike = {frozenset((one.id, two.id)) for one, two in _twins(members)}
    chances = (
        (twins if frozenset((one.id, two.id)) in alike else plain, one.id, two.id)
        for one, two in combinations(sorted(members), 2)
    )
    return [one for one in chances if one[0] >= LEAST]


def _twins(members: list[_One]) -> Iterator[tuple[_One, _One]]:
    """Give pairs of one title who connected within two weeks of each other, at most MOST_LINKS."""
    left = MOST_LINKS
    dated = sorted((one for one in members if one.title and one.day), key=lambda one: (one.title, one.day, one.id))
    for place, one in enumerate(dated):
        for after in range(place + 1, len(dated)):
            two = dated[after]
            if two.title != one.title or two.day - one.day > TWIN_DAYS:
                break
            if not left:
                return
            left -= 1
            yield one, two


def _day(text: object) -> int:
    """Return a day as a number, 0 if unknown."""
    return date.fromisoformat(text).toordinal() if isinstance(text, str) else 0
