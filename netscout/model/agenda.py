"""What the agenda offers beside the steps of the log: how to do a step, whom to ask next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Doing:
    """Help with one step: what to write or think of, the command that helps, the one that logs it; "" for none."""

    say: str = ""
    do: str = ""
    then: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Somebody on a stored list, in its order: who it is, and the company (its key and its name)."""

    id: str
    name: str
    company: str
    at: str


@dataclass(frozen=True, slots=True)
class Second:
    """A second person to write to at a company whose first request, of day `asked`, has no answer."""

    at: str
    asked: date
    placed: Placed


@dataclass(frozen=True, slots=True)
class NextAsks:
    """Whom to ask next: up to three people, `room` for how many in all; `limit` says why where there is none.

    `target` is whose lists these are, "" without a stored list; `day` is that of the lists, "" where they still hold.
    """

    people: tuple[Placed, ...] = ()
    room: int = 0
    limit: str = ""
    seconds: tuple[Second, ...] = ()
    target: str = ""
    day: str = ""
