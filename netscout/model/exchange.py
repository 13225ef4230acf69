"""What was written between the owner and their people over time: counts and days, never a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Month:
    """The direct messages of one month (`2026-03`): sent and received, and with how many people."""

    month: str
    sent: int
    received: int
    people: int


@dataclass(frozen=True, slots=True)
class OldTie:
    """Somebody the owner once wrote with: direct messages both ways, and the days of the first and the last."""

    person: str
    sent: int
    received: int
    first_day: str
    last_day: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """The direct messages of an owner, those before today.

    `months` run without a gap from the first month with a message to the last; `sent` and `received` are all
    messages, those without a date included. `both`, `only_sent` and `only_received` count people: who wrote either
    way, whom the owner wrote to without a word back, who got no word back. `quiet` are those the owner wrote with
    most and has not for two years, the most first.
    """

    months: tuple[Month, ...] = ()
    sent: int = 0
    received: int = 0
    both: int = 0
    only_sent: int = 0
    only_received: int = 0
    quiet: tuple[OldTie, ...] = ()
