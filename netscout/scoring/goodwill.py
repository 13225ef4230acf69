"""What goodwill spent costs in points.

`Settings.ask_points` for each request of the last 180 days, `open_ask_points` while one waits for an answer,
`favour_points` for each favour not yet returned, at most `favour_points_most`; all guesses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netscout.model.goodwill import Goodwill
    from netscout.settings import Settings


def points(spent: Goodwill, settings: Settings) -> float:
    """Return the points of goodwill spent."""
    favours = min(settings.favour_points * spent.favours, settings.favour_points_most)
    return settings.ask_points * spent.asks + settings.open_ask_points * spent.waits + favours
