"""The diversified list: facet coverage, quotas and reserved places, with what each cost and whom it passed over."""

from __future__ import annotations

from netscout.selection.greedy import choose
from netscout.selection.pool import plain_pool
from netscout.selection.price import price_curve

__all__ = ["choose", "plain_pool", "price_curve"]
