"""What became of requests: each with what is known of it, and how many were answered, by group."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """What was known when a request was made: target, mode, list, strength, chance to answer (None if not ranked)."""

    target: str = ""
    mode: str = ""
    list: str = ""
    strength: str = ""
    chance: float | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One request and what became of it.

    `answered` is any answer, a no or "not now" included; `yes` one that led on, `met` a talk. `days` are calendar days
    to the first answer, `running` says that it is younger than its let-go day and still without an answer.
    """

    person: str
    on: str
    list: str = ""
    strength: str = ""
    source: str = ""
    channel: str = ""
    company: str = ""
    chance: float | None = None
    answered: bool = False
    yes: bool = False
    met: bool = False
    days: int | None = None
    running: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """One group of requests: how many, answered, with a yes, with a talk.

    `low` and `high` bound the share of answers (Wilson, 90 %); `enough` says whether it is worth comparing.
    """

    group: str
    key: str
    asked: int
    answered: int
    yes: int
    met: int
    low: float
    high: float
    enough: bool


@dataclass(frozen=True, slots=True)
class Yields:
    """How the asking went.

    `steps` are (key, people) of the funnel; `rates` begin with all requests; `left_out` are requests too young to tell.
    `names` counts those named, `talks` the talks; `days` is the median number of days to an answer. `expected` is the
    sum of the chances of the `predicted` requests that had one, `came` how many of those were answered. `hint` is one
    sentence for the next requests, "" where nothing can be told apart.
    """

    steps: tuple[tuple[str, int], ...]
    rates: tuple[Rate, ...]
    left_out: int = 0
    names: int = 0
    talks: int = 0
    days: float | None = None
    predicted: int = 0
    expected: float = 0.0
    spread: float = 0.0
    came: int = 0
    hint: str = ""
