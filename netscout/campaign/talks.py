"""The talks of one person as the log tells them: fixed, moved, held, called off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from netscout.campaign.case import Case
from netscout.campaign.fold import order
from netscout.campaign.workdays import Workdays
from netscout.model.event import Event

FIXED, HELD, OFF = "fixed", "held", "off"
_FIXED_ROWS = ("scheduled", "confirmed")


@dataclass(slots=True)
class Talk:
    """A talk from its first day fixed to its end; `number` is its first entry in the log, `fixed` the one that holds.

    `state` is FIXED, HELD or OFF; `met` is the entry of a talk that was held, `confirmed` the confirmation.
    """

    number: int
    fixed: Event
    state: str = FIXED
    met: Event | None = None
    confirmed: Event | None = None

    @property
    def day(self) -> date:
        """Return the day it is fixed for, or was held on."""
        return date.fromisoformat(self.met.on if self.met else self.fixed.for_day or self.fixed.on)

    @property
    def at(self) -> time | None:
        """Return when it begins, None if nobody said."""
        said = self._said("at")
        return time.fromisoformat(said) if isinstance(said, str) else None

    @property
    def zone(self) -> str:
        """Return the time zone in the words of the user, "" if they gave none."""
        return str(self._said("zone") or "")

    @property
    def minutes(self) -> int | None:
        """Return how long it takes, None if nobody said."""
        said = self._said("minutes")
        return said if isinstance(said, int) else None

    def move(self, one: Event) -> None:
        """Fix another day; zone and length stay as they were unless said anew."""
        zone, minutes = one.zone or self.fixed.zone, one.minutes or self.fixed.minutes
        self.fixed, self.number = replace(one, zone=zone, minutes=minutes), min(self.number, one.seq)
        self.confirmed = None

    def confirm(self, one: Event) -> None:
        """Take what a confirmation says of time, zone and length."""
        at, zone, minutes = one.at or self.fixed.at, one.zone or self.fixed.zone, one.minutes or self.fixed.minutes
        self.fixed, self.confirmed = replace(self.fixed, at=at, zone=zone, minutes=minutes), one

    def _said(self, what: str) -> str | int | None:
        """Return what the entry of the talk held says; else what was fixed, unless it took place on another day."""
        said: str | int | None = getattr(self.met, what) if self.met else None
        moved = self.met is not None and self.met.on != (self.fixed.for_day or self.fixed.on)
        return said if said is not None or (moved and what == "at") else getattr(self.fixed, what)


def talks(log: Iterable[Event], today: date, days: Workdays) -> list[Talk]:
    """Return the talks that were ever fixed, in the order of happening, as they stand at the end of a day.

    Args:
        log: standing entries of one person, in any order of logging; later ones than `today` are left out.
        today: the day.
        days: which days are business days.
    """
    case, found = Case(days), list[Talk]()
    for one in sorted((one for one in log if one.on <= today.isoformat()), key=order):
        case.take(one)
        open_one = found[-1] if found and found[-1].state == FIXED else None
        if one.event == "scheduled" and case.row == "scheduled":
            if open_one is None:
                found.append(Talk(one.seq, one))
            else:
                open_one.move(one)
        elif open_one is not None:
            _go_on(open_one, one, case.row)
    return found


def _go_on(talk: Talk, one: Event, row: str) -> None:
    if row not in _FIXED_ROWS:
        held = one.event == "met"
        talk.state, talk.met = (HELD, one) if held else (OFF, None)
    elif one.event == "confirmed":
        talk.confirm(one)
