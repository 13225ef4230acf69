"""The campaign: an entry as typed, how things stand with one person, what is owed, what is to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Referred:
    """Somebody whom a person named: on which day, who writes first (`me` or `them`), and what came of it so far."""

    on: date
    intro: str = "me"
    asked: date | None = None
    replied: date | None = None
    met: date | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What bears on a standing beside the person's own log.

    `referrals` are those whom this person named, `decisions` the days on which the user decided about a target this
    person was met for, `cadence` the calendar days between contacts after a talk (None for those of the table, 0 for
    off), `notes` the days of notes on them.
    """

    referrals: tuple[Referred, ...] = ()
    decisions: tuple[date, ...] = ()
    cadence: int | None = None
    notes: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do: from `due` on it is due, from `overdue` on overdue; without `due` it is open, at any time."""

    action: str
    due: date | None = None
    overdue: date | None = None

    def status(self, today: date) -> str:
        """Return none, open, upcoming, due or overdue."""
        if self.action == "none":
            return "none"
        if self.due is None:
            return "open"
        if self.overdue is not None and today >= self.overdue:
            return "overdue"
        return "due" if today >= self.due else "upcoming"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the log leaves things on a day.

    `stage` is one of campaign.md's, `row` the key of its row in `stages.STAGES`, `since` the day it was entered (None
    for `listed` without a log). `asked` is the day of the open or last request, `asking` whether it is open.
    `may_ask_from` is set while a request rests or was put off. `meeting` is the day of the talk that is fixed, `talk`
    that of the last one. `debts` are all that is owed, the next first. `warnings` are (entry, code), `skipped` the
    entries that could not be true.
    """

    stage: str
    row: str
    since: date | None
    step: Step
    sides: tuple[Step, ...] = ()
    debts: tuple[Step, ...] = ()
    asking: bool = False
    asked: date | None = None
    may_ask_from: date | None = None
    meeting: date | None = None
    talk: date | None = None
    talks: int = 0
    declined: bool = False
    warnings: tuple[tuple[int, str], ...] = ()
    skipped: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One step of one person, with its status of the day."""

    person: str
    step: Step
    standing: Standing
    status: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is to be done `now`, what comes within a week (`soon`), and whose answer is waited for (`waiting`).

    `fixed` are the talks that lie further away.
    """

    now: tuple[Line, ...]
    soon: tuple[Line, ...]
    waiting: tuple[Line, ...]
    fixed: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """What the user typed of an entry, as they typed it; "" for what they left out."""

    event: str
    on: str = ""
    ahead: str = ""
    at: str = ""
    zone: str = ""
    minutes: int | None = None
    note: str = ""
