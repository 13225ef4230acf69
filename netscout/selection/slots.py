"""Reserved places of the first ten: dormant ties, the entry level, and somebody unexpected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netscout.settings import Settings
    from netscout.tables import Pool

Bools = npt.NDArray[np.bool_]

HEAD = 10
"""Quota and reserved places hold in the first ten."""


class Slots:
    """Says when the next place of the first ten must go to a reserved group.

    Dormant ties (Levin, Walter and Murnighan 2011) and the entry level are served as late as possible, so that the
    head of the list stays the best; the last place goes to the best of a company and industry not yet on the list.
    Everybody needs `slot_fit`. With ten people or fewer all are chosen and nothing is reserved.
    """

    def __init__(self, listed: Pool, settings: Settings) -> None:
        """Count what can be reserved among the people who may stand on the list."""
        fit = listed["slot_fit"].to_numpy(bool)
        self.fit = fit
        self.groups = (
            ("dormant", fit & listed["dormant"].to_numpy(bool), settings.dormant_slots),
            ("entry-level", fit & listed["entry"].to_numpy(bool), settings.entry_level_least),
        )
        self.unexpected = settings.unexpected_slots
        self.company: npt.NDArray[Any] = listed["company"].to_numpy(object)
        self.industry: npt.NDArray[Any] = listed["industry"].to_numpy(object)
        self.idle = len(listed) <= HEAD

    def claim(self, taken: int, chosen: Sequence[int], allowed: Bools) -> tuple[Bools, str]:
        """Return who may take the place after `taken` places and the slot's name; everybody and "" if none is due."""
        places = HEAD - taken
        if self.idle or places <= 0:
            return allowed, ""
        if places <= self.unexpected:
            fresh = allowed & self.fit & self._fresh(chosen)
            return (fresh, "unexpected") if fresh.any() else (allowed, "")
        owed = [(name, group & allowed, self._owed(group, chosen, least)) for name, group, least in self.groups]
        if sum(least for _, _, least in owed) >= places - self.unexpected:
            for name, group, least in owed:
                if least and group.any():
                    return group, name
        return allowed, ""

    @staticmethod
    def _owed(group: Bools, chosen: Sequence[int], least: int) -> int:
        """Return how many of a group are still due: never more than there are."""
        return max(0, min(least, int(group.sum())) - int(group[list(chosen)].sum()))

    def _fresh(self, chosen: Sequence[int]) -> Bools:
        """Return whose company and industry are absent from the list; an unknown one counts as absent."""
        picked = list(chosen)
        seen_company = np.isin(self.company.astype(str), [one for one in self.company[picked] if one])
        seen_industry = np.isin(self.industry.astype(str), [one for one in self.industry[picked] if one])
        return ~seen_company & ~seen_industry
