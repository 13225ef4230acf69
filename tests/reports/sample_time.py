"""What an invented person wrote over time, and what variety would cost their list at other weights."""

from __future__ import annotations

from netscout.model.exchange import Exchange, Month, OldTie
from netscout.model.ranking import PricePoint

MONTHS = tuple(
    Month(f"{2022 + place // 12}-{place % 12 + 1:02d}", (place * 7) % 11, (place * 5) % 13, place % 4)
    for place in range(51)
)
"""January 2022 to March 2026."""
QUIET = (
    OldTie("p0002", 31, 28, "2018-02-03", "2021-05-30"),
    OldTie("p0008", 12, 9, "2019-11-11", "2022-01-17"),
)
EXCHANGE = Exchange(
    months=MONTHS,
    sent=sum(one.sent for one in MONTHS) + 3,
    received=sum(one.received for one in MONTHS),
    both=120,
    only_sent=31,
    only_received=9,
    quiet=QUIET,
)
"""Three messages sent have no date."""
CURVE = (
    PricePoint(None, 5, 1.0, 4, 2, 1),
    PricePoint(0.0, 5, 1.0, 4, 2, 1),
    PricePoint(0.5, 5, 0.96, 5, 3, 2, chosen=True),
    PricePoint(1.0, 5, 0.96, 5, 3, 2),
    PricePoint(None, 10, 1.0, 7, 3, 2),
    PricePoint(0.0, 10, 0.99, 8, 3, 2),
    PricePoint(0.5, 10, 0.93, 10, 5, 3, chosen=True),
    PricePoint(1.0, 10, 0.9, 10, 6, 4),
)
