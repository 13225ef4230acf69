"""The order of choosing: exclusions, quota, reserved places, coverage, fixed ties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from netscout.model.ranking import Over, Pick, Selection
from netscout.selection.facets import Facet
from netscout.selection.pool import ordered, scaled
from netscout.selection.slots import HEAD, Slots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netscout.settings import Settings
    from netscout.tables import Pool

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

SPREAD_PLACES = 100
"""After so many places the list goes by value alone: nobody reads spread there."""


def choose(pool: Pool, n: int, settings: Settings) -> Selection:
    """Return the first n places of the diversified list, and what it cost.

    Next is the argmax of value (scaled to 0..1 within the list) + diversity x sum over facets of
    a (sqrt(n_g + 1) - sqrt(n_g)). In the first ten hold the quota (`settings.per_company`, hard while anybody else is
    left, lifted by 0) and the reserved places (`netscout.selection.slots`); `settings.diversity` 0 lifts coverage and
    reserved places. A shorter list is always the beginning of a longer one. Only `listed` people get a place.

    Args:
        pool: `tables.POOL`, rows in any order.
        n: places wanted.
        settings: diversity, per_company, slots, facet weights.
    """
    table = ordered(pool)
    pure = tuple(table.loc[~table["excluded"].to_numpy(bool), "id"].tolist())
    listed = table[table["listed"].to_numpy(bool)]
    run = Run(listed, settings)
    head = run.picks(max(min(n, SPREAD_PLACES), min(HEAD, len(listed))))
    tail = run.rest(n - len(head)) if n > len(head) else []
    first = [pick.id for pick in head[:HEAD]]
    price, passed = run.price(len(first)), run.passed_over(len(first))
    return Selection((*head[:n], *tail), pure, price, passed)


class Run:
    """The state of one choosing: who is left, how the facets stand; `order` holds the places taken, `value` is 0..1."""

    def __init__(self, listed: Pool, settings: Settings) -> None:
        """Take the people who may stand on the list, in the pure order."""
        self.ids: list[str] = listed["id"].tolist()
        self.value = scaled(listed["value"].to_numpy(np.float64))
        self.tier = listed["tier"].to_numpy(np.int64)
        self.left = np.ones(len(self.ids), bool)
        self.order: list[int] = []
        self.strength = settings.diversity
        self.quota = settings.per_company if settings.per_company > 0 else len(self.ids)
        weights = {
            "company": settings.facet_company,
            "community": settings.facet_community,
            "industry": settings.facet_industry,
            "seniority": settings.facet_seniority,
            "place": settings.facet_place,
        }
        self.facets = [Facet(name, weight, listed[name].to_numpy(object)) for name, weight in weights.items()]
        self.company = self.facets[0]
        self.slots = Slots(listed, settings)
        self.outrun: set[int] = set()  # whose place went to somebody a slot was kept for

    def picks(self, wanted: int) -> list[Pick]:
        """Return the next picks, at most `wanted`."""
        return [self._next() for _ in range(min(wanted, len(self.ids)))]

    def rest(self, wanted: int) -> list[Pick]:
        """Return further picks by value alone."""
        places = np.flatnonzero(self.left)[:wanted]
        points = (100.0 * self.value[places]).tolist()
        ids = [self.ids[place] for place in places]
        return [Pick(one, gain, (("score", gain, -1),)) for one, gain in zip(ids, points, strict=True)]

    def price(self, count: int) -> float:
        """Return the share of the value of the pure first `count` that the chosen first `count` lack."""
        best = float(self.value[:count].sum())
        return max(0.0, 1.0 - float(self.value[self.order[:count]].sum()) / best) if best > 0 else 0.0

    def passed_over(self, count: int) -> dict[str, Over]:
        """Return for each of the pure first `count` who is not among the chosen first what kept them off."""
        chosen = self.order[:count]
        return {self.ids[place]: self._kept_off(place, chosen) for place in range(count) if place not in chosen}

    def _kept_off(self, place: int, chosen: Sequence[int]) -> Over:
        """Return what kept a person off: the quota, a reserved place, or the facet by which they add least."""
        alike = {facet.name: facet.shared(place, chosen) for facet in self.facets}
        if alike["company"] >= self.quota:
            return Over("quota", alike["company"])
        if place in self.outrun:
            return Over("slot")
        least = max(self.facets, key=lambda facet: facet.lost(alike[facet.name]))
        shares = self.strength > 0 and least.lost(alike[least.name]) > 0
        return Over(least.name, alike[least.name]) if shares else Over("spread")

    def _next(self) -> Pick:
        terms = [self.strength * facet.gains() for facet in self.facets] if self.strength > 0 else []
        gain = np.sum([self.value, *terms], axis=0)
        allowed = self._allowed()
        best, slot = self._best(gain, allowed), ""
        if self.strength > 0:
            wanted, name = self.slots.claim(len(self.order), self.order, allowed)
            if name and not wanted[best]:
                self.outrun.add(best)
                best, slot = self._best(gain, wanted), name
        parts = [("score", 100.0 * float(self.value[best]), -1)]
        pairs = zip(self.facets, terms, strict=True) if terms else ()
        parts += [(facet.name, 100.0 * float(term[best]), facet.count(best)) for facet, term in pairs]
        self._take(best)
        return Pick(self.ids[best], sum(part[1] for part in parts), tuple(parts), slot)

    def _allowed(self) -> Bools:
        """Return who may be next: left, under the quota in the first ten, of the lowest tier left."""
        allowed = self.left
        if len(self.order) < HEAD:
            full = np.append(self.company.chosen >= self.quota, False)[self.company.codes]
            allowed = self.left & ~full if (self.left & ~full).any() else self.left
        return np.asarray(allowed & (self.tier == self.tier[allowed].min()), np.bool_)

    @staticmethod
    def _best(gain: Floats, allowed: Bools) -> int:
        return int(np.argmax(np.where(allowed, gain, -np.inf)))

    def _take(self, place: int) -> None:
        self.left[place] = False
        self.order.append(place)
        for facet in self.facets:
            facet.take(place)
