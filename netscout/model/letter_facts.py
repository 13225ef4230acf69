"""What a draft after the request may say: each from the log, the ledger or the notes of the user."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Advice:
    """A piece of advice as the user wrote it down; `followed` is the day it was followed, `outcome` what came of it."""

    text: str
    on: str
    followed: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom the person named: on which day, whether an introduction was promised, and what came of it."""

    name: str
    on: str
    promised: bool = False
    asked: str = ""
    met: str = ""


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom the user wants to be introduced to: a person by name, or somebody at a company; the other is "".

    `first` is how the person is called once they were named in full.
    """

    person: str = ""
    company: str = ""
    first: str = ""


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything that a reminder, thanks, news or a plea for an introduction may say; days are `YYYY-MM-DD`.

    Attributes:
        person, name, first_name, company: whom it goes to; company is "" if none or self-employed.
        me: the user's name for the signature, "" leaves the text unsigned.
        mode, target, as_role: the target of the user, its first role as it stands in a sentence; "" without a target.
        inside: the person works where the user works now, and plans are not known there.
        list: the list they stand on, practitioners or connectors; "" where they stand on none.
        row, stage: the row of the table of stages, and the stage in words.
        asked, offered: days of the open request, and of the user's last lines about a time; None if there are none.
        talk: day of the last talk, None if there was none.
        helped: day of the last advice or name they gave without a talk, "" if there was none or thanks are logged.
        answered, slipped: days of their yes, and on which a talk fell through, "" where that is not the last word.
        meeting, meeting_at, zone, minutes: the talk that is fixed, its hour, time zone and length; "" and 0 for none.
        offer: days on which a talk would fit the user, or times, as `YYYY-MM-DD HH:MM`, where the user gave some.
        deferred, until: days of their "not now", where that is the last word, and from which to come back.
        declined: day of their no, where it was the last word and there was no talk.
        owes_thanks: thanks for the talk or the answer are not logged yet.
        noted: something was written down of the last talk; `specifics` what of it can be named in a letter.
        will: what the user noted that they will do.
        advice, named: what they gave, oldest first; only what is not reported yet has `followed` or `met`.
        decided: (answer, day, target, its role, why) of the user's last decision since the talk, None if there is none.
        is_settled: something was decided about the target, now or earlier.
        talks_since, since: how many others the user talked with since the last talk or news, and that day.
        to_named: the line of the ledger on whom the user wants to be introduced to.
    """

    person: str
    name: str
    first_name: str
    me: str
    company: str = ""
    mode: str = "exploring"
    target: str = ""
    as_role: str = ""
    inside: bool = False
    list: str = ""
    row: str = "listed"
    stage: str = ""
    asked: str | None = None
    offered: str | None = None
    talk: str | None = None
    helped: str = ""
    answered: str = ""
    slipped: str = ""
    meeting: str = ""
    meeting_at: str = ""
    zone: str = ""
    minutes: int = 0
    offer: tuple[str, ...] = ()
    deferred: str = ""
    until: str = ""
    declined: str | None = None
    owes_thanks: bool = False
    noted: bool = False
    specifics: tuple[str, ...] = ()
    will: str = ""
    advice: tuple[Advice, ...] = ()
    named: tuple[Named, ...] = ()
    decided: tuple[str, str, str, str, str] | None = None
    is_settled: bool = False
    talks_since: int = 0
    since: str = ""
    to_named: Named | None = None

    @property
    def is_open(self) -> bool:
        """Return whether the user says openly to look for work."""
        return self.mode == "job-seeking"


def day_words(day: str, today: date) -> str:
    """Return `2026-03-12` as "12 March", with the year where it is not that of today."""
    from netscout.model.days import MONTHS

    on = date.fromisoformat(day)
    year = "" if on.year == today.year else f" {on.year}"
    return f"{on.day} {MONTHS[on.month - 1]}{year}"
