"""How the minutes of a talk are shared out: one row for each length, sums exact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from netscout.errors import RefusedError

LEAST, MOST, USUAL = 15, 30, 20
RESUME_MINUTES = 2


@dataclass(frozen=True, slots=True)
class TimePlan:
    """Minutes by phase, those of the thanks, those left free for what comes up, and the most questions to bring."""

    minutes: int
    phases: Mapping[str, int]
    thanks: int
    free: int
    questions: int


def _row(opening: int, work: int, entry: int, culture: int, trends: int, advice: int) -> Mapping[str, int]:
    return {
        "opening": opening,
        "work": work,
        "entry": entry,
        "culture": culture,
        "trends": trends,
        "advice": advice,
        "close": 4,
    }


PLANS = {
    15: TimePlan(15, _row(1, 2, 2, 2, 0, 1), 1, 2, 8),
    20: TimePlan(20, _row(1, 3, 3, 3, 2, 1), 1, 2, 12),
    25: TimePlan(25, _row(2, 4, 3, 4, 2, 2), 1, 3, 13),
    30: TimePlan(30, _row(2, 5, 4, 4, 3, 3), 1, 4, 16),
}
"""The close is two minutes for names, one for target companies together, one for the use of the name."""


def time_plan(minutes: int, *, offered: bool = False) -> TimePlan:
    """Return the plan of a talk of so many minutes: the row at or below, the rest free.

    Raises:
        RefusedError: under 15 minutes, or over 30 that nobody offered.
    """
    if minutes < LEAST:
        raise RefusedError(
            f"{minutes} minutes are too short for a talk; write your question instead.",
            f"Give --minutes {LEAST} to {MOST}.",
        )
    if minutes > MOST and not offered:
        raise RefusedError(
            f"{MOST} is the limit you asked for.",
            f"Give --minutes {MOST}, or add --offered if they offered more.",
        )
    row = PLANS[max(one for one in PLANS if one <= minutes)]
    return TimePlan(minutes, row.phases, row.thanks, row.free + minutes - row.minutes, row.questions)
