"""Facts that the user wrote down: a note that begins with the kind of fact, as in "school: Westmark University"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from netscout.campaign.workdays import Workdays
from netscout.model.event import Event
from netscout.model.lint import Fact
from netscout.model.referral import Referral
from netscout.model.standing import Standing

NOTED = ("employer", "school", "group", "met", "referral", "article", "internal", "connected")
REMINDER_DAYS = 7
NOTES_DAYS = 30
_FACT = re.compile(rf"\s*({'|'.join(NOTED)})\s*:\s*(.+)", re.IGNORECASE | re.DOTALL)
_TALK = ("met", "noted", "advised")
_HELP = ("advised", "referred")
_THANKED = ("thanked", "reported-back", "updated")
_ANSWERS = ("replied", "scheduled", "confirmed", "met", "heard-from", "cancelled", "missed")


def facts_in(notes: Iterable[str]) -> list[Fact]:
    """Return the facts that notes hold, in their order."""
    found = (_FACT.fullmatch(one) for one in notes)
    return [Fact(one[1].lower(), " ".join(one[2].split())) for one in found if one]


def talk_notes(log: Sequence[Event], notes: Iterable[tuple[str, str]], talk: str | None) -> tuple[str, ...]:
    """Return what was written down of the last talk: with the talk itself, and on that day or later."""
    if talk is None:
        return ()
    logged = [one.note for one in log if one.note and one.event in _TALK and one.on >= talk]
    typed = [text for on, text in notes if on >= talk]
    return tuple(one for one in (*logged, *typed) if not _FACT.fullmatch(one))


def helped_on(log: Sequence[Event], ledger: Iterable[Referral]) -> str:
    """Return the day of the last advice or name that somebody gave; "" where thanks or news were logged since.

    `log` is that person's own; of the ledger the lines count that they are the referrer of.
    """
    people = {one.person for one in log}
    given = [one.on for one in log if one.event in _HELP]
    given += [one.on for one in ledger if one.referrer in people]
    last = max(given, default="")
    return "" if any(one.event in _THANKED and one.on >= last for one in log) else last


def help_notes(log: Sequence[Event], named: Iterable[str], since: str) -> tuple[str, ...]:
    """Return what was written down of help without a talk: the advice, and whom they named."""
    return (*(one.note for one in log if one.note and one.event in _HELP and one.on <= since), *named)


def ask_of(log: Sequence[Event], standing: Standing, days: Workdays) -> tuple[str | None, str | None, bool, bool]:
    """Return the open ask: its day, from when a reminder fits, whether one was sent, whether they answered."""
    if standing.asked is None:
        return None, None, False, False
    since = standing.asked.isoformat()
    after = [one.event for one in log if one.on >= since]
    may_remind = days.bd(standing.asked, REMINDER_DAYS).isoformat()
    return since, may_remind, "followed-up" in after, any(one in _ANSWERS for one in after)


def notes_sent(log: Iterable[Event], today: date) -> int:
    """Return how many requests of the last thirty days were invitation notes, by what the log says of them."""
    since = (today - timedelta(days=NOTES_DAYS)).isoformat()
    return sum(one.event == "asked" and one.on > since and "note" in one.note.lower().split() for one in log)
