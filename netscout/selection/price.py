"""The price of variety: what lists chosen with other weights would keep of the score, and whom they would reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from netscout.model.ranking import PricePoint
from netscout.selection.greedy import Run
from netscout.selection.pool import ordered

if TYPE_CHECKING:
    from netscout.settings import Settings
    from netscout.tables import Pool

WEIGHTS = (0.0, 0.25, 0.5, 0.75, 1.0)
COUNTS = (5, 10, 15, 20)
_FACETS = ("company", "industry", "community")


def price_curve(pool: Pool, settings: Settings, counts: Sequence[int] = COUNTS) -> tuple[PricePoint, ...]:
    """Return for each length the list by score alone, then the list chosen at each weight from 0 to 1.

    The user's own weight stands among them, marked `chosen`. Lengths as great as the number of people who may stand
    on the list are left out, for there everybody is chosen. The lists are those of `choose`.
    """
    table = ordered(pool)
    listed = table[table["listed"].to_numpy(bool)]
    lengths = [count for count in counts if count < len(listed)]
    if not lengths:
        return ()
    pure = [_point(listed, list(range(count)), None, 1.0, chosen=False) for count in lengths]
    found = []
    for weight in sorted({*WEIGHTS, settings.diversity}):
        run = Run(listed, replace(settings, diversity=weight))
        run.picks(max(lengths))
        own = weight == settings.diversity
        found += [_point(listed, run.order[:count], weight, 1.0 - run.price(count), chosen=own) for count in lengths]
    return tuple(sorted([*pure, *found], key=lambda one: (one.count, one.weight is not None, one.weight or 0.0)))


def _point(listed: Pool, places: list[int], weight: float | None, kept: float, *, chosen: bool) -> PricePoint:
    taken = listed.iloc[places]
    companies, fields, circles = (len({one for one in taken[facet].tolist() if one}) for facet in _FACETS)
    return PricePoint(weight, len(places), kept, companies, fields, circles, chosen)
