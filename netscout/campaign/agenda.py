"""What to do now: everybody's next step and what is owed, the most urgent first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from netscout.model.standing import Agenda, Line, Standing

SOON = 7
"""Calendar days within which a step to come is shown."""
_FIRST = ("thank", "report-back")
"""Gratitude before appetite: where these are overdue they come before everything else."""
_WAITING = frozenset(("let-go",))
"""Steps that ask nothing of the user but patience."""


def agenda(standings: Mapping[str, Standing], today: date) -> Agenda:
    """Return the agenda of a day; each person's lines by urgency, day, then id."""
    lines = [line for person, one in standings.items() for line in _lines(person, one, today)]
    lines.sort(key=_urgency)
    soon = today + timedelta(days=SOON)
    now = tuple(one for one in lines if one.status in ("due", "overdue") and one.step.action not in _WAITING)
    later = tuple(
        one for one in lines if one.status == "upcoming" and one.step.due and one.step.due <= soon and one not in now
    )
    shown = {one.person for one in (*now, *later)}
    open_asks = tuple(one for one in lines if one.standing.asking and one.person not in shown)
    fixed = tuple(one for one in open_asks if one.standing.meeting is not None and one.step == one.standing.step)
    waiting = _once(tuple(one for one in open_asks if one.standing.meeting is None))
    return Agenda(now, tuple(one for one in later if one.step.action not in _WAITING), waiting, fixed)


def _lines(person: str, standing: Standing, today: date) -> list[Line]:
    steps = dict.fromkeys((standing.step, *standing.debts, *standing.sides))
    return [Line(person, one, standing, one.status(today)) for one in steps if one.action != "none"]


def _urgency(line: Line) -> tuple[int, date, int, str]:
    order = ("overdue", "due", "upcoming", "open").index(line.status)
    first = line.status == "overdue" and line.step.action in _FIRST
    return (-1 if first else order, line.step.due or date.max, len(line.person), line.person)


def _once(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the first line of each person."""
    return tuple({one.person: one for one in reversed(lines)}.values())[::-1]
