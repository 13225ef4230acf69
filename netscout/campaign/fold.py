"""Stage, next action, dates and debts as a pure function of the log, the referrals, the calendar and a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from netscout.campaign.case import Case
from netscout.campaign.stages import CADENCE, DEBTS, STAGES
from netscout.campaign.workdays import Workdays
from netscout.model.caps import CAPS
from netscout.model.event import Event
from netscout.model.standing import Beside, Standing, Step

NOTHING = Beside()
C6 = CAPS["C6"].number
_UNTIMED = "}"
"""After every time of a day, and before what follows from others ("~")."""
_OWES_NOTHING = frozenset(("closed", "do-not-contact", "listed"))
"""Stages in which nothing is owed any more."""


def fold(log: Iterable[Event], today: date, days: Workdays, beside: Beside = NOTHING, rest_days: int = C6) -> Standing:
    """Return where the entries of one person leave things at the end of a day.

    Args:
        log: standing entries (none of them taken back), in any order of logging; later ones than `today` are left out.
        today: the day.
        days: which days are business days.
        beside: whom this person named, decisions, and how often to keep in touch.
        rest_days: days from coming to rest to a new ask.
    """
    case = Case(days, rest_days)
    for one in sorted((*_known(log, today), *_derived(beside, today)), key=order):
        case.take(one)
    case.pass_time(today)
    return _standing(case, today, beside)


def order(one: Event) -> tuple[str, str, int]:
    """Return by what entries are ordered: day, time where one was given, then logging.

    Of one day the timed entries come first: what was typed without a time says more of what an export tells with one.
    The time of a talk to come is none of the day it was fixed.
    """
    return one.on, (one.at or _UNTIMED) if one.event != "scheduled" else _UNTIMED, one.seq


def is_impossible(log: Iterable[Event], entry: Event, days: Workdays) -> bool:
    """Return whether a new entry cannot be true on its day, after what the log holds up to then."""
    case = Case(days)
    on = date.fromisoformat(entry.on)
    for one in sorted(_known(log, on), key=order):
        case.take(one)
    case.pass_time(on)
    return case.is_impossible(entry.event)


def _known(log: Iterable[Event], today: date) -> Iterable[Event]:
    return (one for one in log if one.on <= today.isoformat())


def _derived(beside: Beside, today: date) -> Iterable[Event]:
    """Return what nobody logs, after the entries of its day: a talk with whom they named, a decision, a note."""
    met = [("referral-met", one.met) for one in beside.referrals if one.met and one.met >= one.on]
    told = [*met, *(("decided", day) for day in beside.decisions), *(("noted", day) for day in beside.notes)]
    return (Event("", what, day.isoformat(), at="~") for what, day in told if day <= today)


def _standing(case: Case, today: date, beside: Beside) -> Standing:
    row = _row(case, today)
    stage = STAGES[row]
    debts = _debts(case, row, beside, today)
    step = Step(
        stage.action,
        case.reckon(stage.due) if stage.due else None,
        case.reckon(stage.overdue) if stage.overdue else None,
    )
    if stage.action == "debt":
        step = debts[0] if debts else Step("none")
    return Standing(
        stage.name,
        row,
        case.on,
        step,
        _sides(case, row, today),
        debts,
        stage.asking,
        case.asked,
        _may_ask_from(case, row),
        case.meeting if stage.name in ("scheduled", "confirmed") else None,
        case.talk,
        case.talks,
        case.declined,
        tuple(case.warnings),
        tuple(case.skipped),
    )


def _row(case: Case, today: date) -> str:
    """Return the row of the table that holds on this day: a fixed talk is near, today, or over."""
    if case.row not in ("scheduled", "confirmed") or case.meeting is None or case.made is None:
        return case.row
    if today > case.meeting:
        return f"{case.row}-past"
    soon = case.made >= case.days.bd(case.meeting, -1) or today == case.meeting
    return "scheduled-soon" if case.row == "scheduled" and soon else case.row


def _sides(case: Case, row: str, today: date) -> tuple[Step, ...]:
    """Return what stands beside the next action: preparing a talk that is fixed, writing notes after one."""
    found = []
    if row in ("scheduled", "scheduled-soon", "confirmed") and not case.prepared and case.meeting and case.made:
        found.append(Step("prepare", max(case.made, case.days.bd(case.meeting, -2)), case.meeting))
    if row == "met" and case.talk and (case.noted is None or case.noted < case.talk) and today >= case.talk:
        found.append(Step("write-notes", case.talk, case.talk + timedelta(days=2)))
    return tuple(found)


def _may_ask_from(case: Case, row: str) -> date | None:
    if row == "resting" and case.rested:
        return case.rested + timedelta(days=case.rest_days)
    return case.until if row == "deferred" else None


def _debts(case: Case, row: str, beside: Beside, today: date) -> tuple[Step, ...]:
    """Return what is owed after a talk, the earliest first, equal days in the order of the table."""
    if row in _OWES_NOTHING:
        return ()
    owed: list[tuple[str, date, date | None]] = [("report-back", made, None) for made in case.reports]
    owed += [("follow-advice", made, due) for made, due in case.advice]
    for one in beside.referrals:
        promised = one.intro == "them"
        done = [day for day in (one.asked, one.replied if promised else None, one.met) if day and day <= today]
        if one.on <= today and not done:
            owed.append(("check-intro" if promised else "contact-referral", one.on, None))
    owed += [("tell-decision", made, None) for made in case.decisions]
    found = [_debt(case, *one) for one in owed]
    every = CADENCE.get(row, 0) if beside.cadence is None else beside.cadence
    if row in CADENCE and case.contact and every:
        found.append(_debt(case, "keep-in-touch", case.contact, None, every))
    if case.owes_thanks and case.talk and row != "met":
        due, overdue = STAGES["met"].due, STAGES["met"].overdue
        found.append(Step("thank", case.reckon(due) if due else None, case.reckon(overdue) if overdue else None))
    keys = ("thank", *DEBTS)
    return tuple(sorted(found, key=lambda one: (one.due or date.max, keys.index(one.action))))


def _debt(case: Case, key: str, made: date, due: date | None, every: int = 0) -> Step:
    rule = DEBTS[key]
    when = replace(rule.due, days=every) if every else rule.due
    first = due or case.reckon(when, made)
    return Step(key, first, case.reckon(rule.overdue, first if rule.overdue.anchor == "due" else made))
