"""What asking somebody has cost so far, and what is owed: what a score may know of the campaign."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goodwill:
    """What was spent with one person up to a day.

    `asks` counts the requests of the last 180 days, `waits` says whether one is open without an answer, `favours`
    counts theirs not yet returned, `owes` the days for which thanks for a talk have been owed (0 if none are).
    """

    asks: int = 0
    waits: bool = False
    favours: int = 0
    owes: int = 0
