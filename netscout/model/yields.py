"""What became of requests: each with what is known of it, and how many were answered, by group."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """What was known when a request was made: target, mode, list, strength, chance to answer.

    `chance` is None for somebody who was not ranked by the day of the request; `moved` is by how many logits earlier
    answers had moved it.
    """

    target: str = ""
    mode: str = ""
    list: str = ""
    strength: str = ""
    chance: float | None = None
    moved: float = 0.0


@dataclass(frozen=True, slots=True)
class Request:
    """One request and what became of it.

    `answered` is any answer, a no or "not now" included; `yes` one that led on, `met` a talk. `days` are calendar days
    to the first answer, `running` says that it is younger than its let-go day and still without an answer, `bounced`
    that it never arrived, `ripe` that an answer had time to come, whether or not one came. `chance` and `moved` are as
    of `Made`.
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
    bounced: bool = False
    ripe: bool = True
    moved: float = 0.0


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
class Learnt:
    """What finished requests teach: of `count`, `came` were answered where `expected` were; `move` is in logits.

    `expected` and `move` are reckoned from the chances as they were before anything was learnt, so that the same
    requests never count twice.
    """

    count: int
    came: int
    expected: float
    move: float


@dataclass(frozen=True, slots=True)
class Yields:
    """How the asking went.

    `steps` are (key, people) of the funnel; `rates` begin with all requests; `left_out` are requests too young to tell,
    `bounced` those that never arrived. `names` counts those named, `talks` the talks; `days` is the median number of
    days to an answer. `expected` is the sum of the chances of the `predicted` requests that had one and time for an
    answer, `spread` its standard deviation, `came` how many of those were answered, `brier` their mean squared error
    (None without any); `unpredicted` had time for an answer and no chance known before.
    `hint` is one sentence for the next requests, "" where nothing can be told apart. `learnt` is by how many logits
    everybody's chance is moved by what was learnt before.
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
    bounced: int = 0
    brier: float | None = None
    unpredicted: int = 0
    learnt: float = 0.0
