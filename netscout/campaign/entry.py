"""An entry of the log from what the user typed: read, held against the calendar and against what can be true."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from netscout.campaign.fold import is_impossible
from netscout.campaign.stages import EVENTS, IMPOSSIBLE
from netscout.campaign.workdays import Workdays
from netscout.errors import RefusedError
from netscout.model.days import is_of_campaign
from netscout.model.event import Event
from netscout.model.standing import Typed

NOTE_MOST = 10_000
"""Characters of a note."""
ZONE_MOST = 60
OFFERED_MOST = 5
"""Times from which somebody is to choose one."""
_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")
_SPEAKS = "scheduled, deferred or advised"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def entry(person: str, typed: Typed, today: date) -> Event:
    """Return the entry, not yet logged.

    A day to come given as `on` of `scheduled` or `deferred` is the day it speaks of, and `on` is today.

    Raises:
        RefusedError: an unknown event, or one that writes itself; a day or time that cannot be read; a day to come; a
            talk without its day, or one fixed for a day before it was fixed.
    """
    _check_event(typed.event)
    on = _day(typed.on, "--on") if typed.on else today
    ahead = _day(typed.ahead, "--for") if typed.ahead else None
    if on > today and typed.event in ("scheduled", "deferred") and ahead is None:
        on, ahead = today, on
    _check_days(typed.event, on, ahead, today)
    return Event(
        *(person, typed.event, on.isoformat(), ahead.isoformat() if ahead else None),
        at=_time(typed.at) if typed.at else None,
        zone=_zone(typed.zone) or None,
        minutes=typed.minutes,
        note=long_note(typed.note),
        logged_on=today.isoformat(),
    )


def check_possible(log: Sequence[Event], one: Event, days: Workdays) -> None:
    """Refuse an entry that cannot be true after what the log holds up to its day (raises RefusedError)."""
    if is_impossible(log, one, days):
        raise RefusedError(
            f"{one.event} cannot be true on {one.on}: {IMPOSSIBLE[one.event]}.",
            "Look at the log with `netscout log PERSON`; what came before may be missing.",
            code="E-impossible",
        )


def past_day(text: str, today: date) -> date:
    """Return the day after --on, today where there is none (raises RefusedError: not a day, or one to come)."""
    on = _day(text, "--on") if text else today
    if on > today:
        raise RefusedError(
            f"{on.isoformat()} is still to come, and the log holds what has happened.",
            "Give the day it happened, or leave --on out.",
            code="future",
        )
    return on


def offered(typed: Sequence[str], today: date) -> tuple[str, ...]:
    """Return what the user offers for a talk, in order and once each: `YYYY-MM-DD HH:MM`, or a day alone.

    Raises:
        RefusedError: a day or an hour cannot be read or is over, or there are too many to choose from.
    """
    found = sorted({_offered(one, today) for one in typed})
    if len(found) > OFFERED_MOST:
        raise RefusedError(
            "so many times are hard to choose from.", f"Offer two or three; {OFFERED_MOST} are the most."
        )
    return tuple(found)


def _offered(text: str, today: date) -> str:
    on, _, at = text.strip().partition(" ")
    day = _day(on, "--time")
    if day < today:
        raise RefusedError(f"{day.isoformat()} is over, so no talk can be offered for it.", "Offer days to come.")
    return f"{day.isoformat()} {_time(at, '--time')}" if at else day.isoformat()


def _check_event(event: str) -> None:
    if event not in EVENTS:
        from difflib import get_close_matches

        near = get_close_matches(event, [key for key, one in EVENTS.items() if one.by_hand], 1)
        hint = f"Did you mean {near[0]}?" if near else "`netscout log --help` lists them."
        raise RefusedError("there is no event of that name.", hint, code="unknown-event")
    if not EVENTS[event].by_hand:
        raise RefusedError(
            f"{event} is not logged by hand: {EVENTS[event].meaning}.", "`netscout log --help` lists what is."
        )


def _check_days(event: str, on: date, ahead: date | None, today: date) -> None:
    if on > today:
        raise RefusedError(
            f"{on.isoformat()} is still to come, and the log holds what has happened.",
            f"Only {_SPEAKS} may speak of a day to come, with --for.",
            code="future",
        )
    if ahead is not None and not EVENTS[event].ahead:
        raise RefusedError(f"{event} speaks of no other day.", f"Leave --for out; {_SPEAKS} take it.")
    if event == "scheduled" and ahead is None:
        raise RefusedError("the day of the talk is missing.", "Add it: --for 2026-03-23")
    if ahead is not None and ahead < on:
        raise RefusedError("the day it speaks of lies before the day it happened.", "Look at --on and --for.")


def _day(text: str, option: str) -> date:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as fault:
        raise RefusedError(f"the day after {option} cannot be read.", "Write it as 2026-03-23.") from fault
    if not is_of_campaign(day):
        raise RefusedError(f"the year after {option} cannot be meant.", "Write it as 2026-03-23.")
    return day


def _time(text: str, option: str = "--at") -> str:
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise RefusedError(f"the time after {option} cannot be read.", "Write it as 14:30.")
    return f"{int(found[1]):02}:{found[2]}"


def _zone(text: str) -> str:
    found = clean_note(text)
    if len(found) > ZONE_MOST:
        raise RefusedError(
            f"the time zone has {len(found):,} characters; {ZONE_MOST} are the most.",
            "Write it as Europe/Vienna, or put it into --note.",
        )
    return found


def long_note(text: str) -> str:
    """Return a note without controls (raises RefusedError where it is too long)."""
    found = clean_note(text)
    if len(found) > NOTE_MOST:
        raise RefusedError(
            f"the note has {len(found):,} characters; {NOTE_MOST:,} are the most.", "Keep the long form in a file."
        )
    return found


def clean_note(text: str) -> str:
    """Return a text without controls and marks that turn the direction of writing."""
    return _CONTROLS.sub(" ", text).strip()
