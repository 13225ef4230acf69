"""One dated thing that happened in the campaign."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the append-only log; `seq` orders entries of one day that carry no time, 0 before it is logged.

    `on` is the day it happened, `for_day` the day it speaks of, `at` the time (`HH:MM`, of a message
    `HH:MM:SS`) with the `zone` as the user wrote it, `retracts` the entry that a `retracted` one cancels, `source` who
    logged it: user, answers or export.
    """

    person: str
    event: str
    on: str
    for_day: str | None = None
    at: str | None = None
    zone: str | None = None
    minutes: int | None = None
    note: str = ""
    retracts: int | None = None
    source: str = "user"
    logged_on: str = ""
    seq: int = 0
