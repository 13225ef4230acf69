"""The log of one person read entry by entry: each moves the case from one row of the table of stages to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from netscout.campaign.stages import DEFERRED_DAYS, LATE_THANKS, REMINDED, STAGES, When
from netscout.campaign.workdays import Workdays
from netscout.model.caps import CAPS
from netscout.model.event import Event

_TALKED = frozenset(("met", "thanked", "in-touch"))
_FIXED = frozenset(("scheduled", "confirmed"))
_ARRANGED = frozenset(("replied", "arranging", "arranging-nudged", "scheduled", "confirmed", "slipped"))


@dataclass(slots=True)
class Case:
    """What the entries so far come to; `row` is the key of a row of STAGES, `on` the day it was entered."""

    days: Workdays
    rest_days: int = CAPS["C6"].number
    row: str = "listed"
    on: date | None = None
    asked: date | None = None
    followed: date | None = None
    replied: date | None = None
    made: date | None = None
    meeting: date | None = None
    talk: date | None = None
    until: date | None = None
    rested: date | None = None
    contact: date | None = None
    reminded: bool = False
    prepared: bool = False
    noted: date | None = None
    declined: bool = False
    slips: int = 0
    talks: int = 0
    owes_thanks: bool = False
    helped: bool = False
    advice: list[tuple[date, date | None]] = field(default_factory=list)
    reports: list[date] = field(default_factory=list)
    decisions: list[date] = field(default_factory=list)
    warnings: list[tuple[int, str]] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)

    def reckon(self, when: When, due: date | None = None) -> date:
        """Return the day that a row of a table means; `due` stands in for the anchors of a debt."""
        anchor = due or getattr(self, when.anchor)
        if not isinstance(anchor, date):
            raise TypeError(when.anchor)
        day = self.days.bd(anchor, when.days) if when.how == "bd" else anchor + timedelta(days=when.days)
        day = self.days.roll(day) if when.how == "roll" else day
        return self.days.bd(day, when.then) if when.then else day

    def pass_time(self, today: date) -> None:
        """Let a stage that ends by itself come to rest, if its day has come."""
        rests = STAGES[self.row].rests
        if rests is not None and (day := self.reckon(rests)) <= today:
            self.enter("resting", day)
            self.rested = day

    def enter(self, row: str, on: date) -> None:
        """Go to a row of the table."""
        self.row, self.on = row, on

    def take(self, one: Event) -> None:
        """Let an entry happen; one that cannot be true is left out and noted under `skipped`."""
        on = date.fromisoformat(one.on)
        self.pass_time(on)
        if self.row == "do-not-contact" and not (one.event == "reopened" and one.note):
            self.warn(one, "W-dnc")
        elif self.is_impossible(one.event):
            self.skipped.append(one.seq)
        elif one.event in MOVES:
            MOVES[one.event](self, one, on)

    def is_impossible(self, event: str) -> bool:
        """Return whether an entry of this kind cannot be true where things stand."""
        if self.row == "do-not-contact":
            return False
        if event in ("confirmed", "cancelled", "missed"):
            return self.row not in _FIXED
        if event == "thanked":
            return not (self.talks or self.helped or self.row.startswith(("declined", "deferred")))
        if event in ("advice-followed", "advice-dropped"):
            return not self.advice
        return event == "followed-up" and self.asked is None and self.row not in _ARRANGED

    def is_rested(self, on: date) -> bool:
        """Return whether a request that came to rest has rested long enough for a new one."""
        return self.rested is not None and on >= self.rested + timedelta(days=self.rest_days)

    def warn(self, one: Event, code: str) -> None:
        """Note that a rule was broken by an entry that is kept all the same."""
        self.warnings.append((one.seq, code))


def _asked(case: Case, one: Event, on: date) -> None:
    if case.row in ("asked", "followed-up"):
        case.warn(one, "W-one-open")
        _followed_up(case, one, on)
        return
    if case.row in _ARRANGED:
        case.warn(one, "W-one-open")
        return
    if case.declined:
        case.warn(one, "W-declined")
    elif _is_too_soon(case, on):
        case.warn(one, "W-too-soon")
    elif case.row == "closed":
        case.warn(one, "W-closed")
    case.asked, case.reminded, case.slips, case.declined = on, False, 0, False
    case.enter("asked", on)


def _is_too_soon(case: Case, on: date) -> bool:
    rests = case.row == "resting" and not case.is_rested(on)
    return bool(rests or (case.row == "deferred" and case.until and on < case.until))


def _followed_up(case: Case, one: Event, on: date) -> None:
    if case.row in REMINDED or (case.row == "resting" and case.reminded):
        case.warn(one, "W-second-follow-up")
    if case.row in ("replied", "slipped"):
        case.followed, case.reminded = on, True
        case.enter("arranging", on)
    elif case.row in ("arranging", "arranging-nudged"):
        case.followed = on
        case.enter("arranging-nudged", on)
    elif case.row == "asked" or (case.row == "resting" and not case.reminded):
        if case.asked and on < case.days.bd(case.asked, 7):
            case.warn(one, "W-early")
        case.followed, case.reminded = on, True
        case.enter("followed-up", on)
    elif case.row in ("followed-up", "resting"):
        case.followed = on
        case.enter("followed-up" if case.row == "followed-up" else "resting", _since(case, on))
    elif case.row.startswith("declined"):
        case.warn(one, "W-declined")
    elif case.row == "deferred":
        case.warn(one, "W-too-soon")


def _since(case: Case, on: date) -> date:
    return on if case.row == "followed-up" or case.on is None else case.on


def _replied(case: Case, _: Event, on: date) -> None:
    if case.row in _TALKED:
        case.contact = on
    elif case.row not in _FIXED:
        case.replied, case.declined = on, False
        case.enter("replied", on)


def _deferred(case: Case, one: Event, on: date) -> None:
    if case.row in _TALKED:
        case.contact = on
        return
    case.until, case.declined = date.fromisoformat(one.for_day or str(on + timedelta(days=DEFERRED_DAYS))), False
    case.enter("deferred", on)


def _declined(case: Case, _: Event, on: date) -> None:
    if case.row in _TALKED:
        case.contact = on
        return
    case.declined = True
    case.enter("declined", on)


def _bounced(case: Case, _: Event, on: date) -> None:
    if case.row not in _TALKED:
        case.enter("bounced", on)


def _scheduled(case: Case, one: Event, on: date) -> None:
    case.made, case.meeting = on, date.fromisoformat(one.for_day or one.on)
    case.prepared = case.prepared and case.row in _FIXED
    case.declined = False
    case.enter("scheduled", on)


def _prepared(case: Case, _: Event, __: date) -> None:
    case.prepared = True


def _confirmed(case: Case, _: Event, on: date) -> None:
    case.enter("confirmed", on)


def _slipped(case: Case, _: Event, on: date) -> None:
    case.slips += 1
    case.enter("slipped" if case.slips == 1 else "resting", on)
    case.rested = on if case.slips > 1 else case.rested
    case.reminded = case.reminded or case.slips > 1


def _met(case: Case, _: Event, on: date) -> None:
    case.talk, case.contact, case.owes_thanks = on, on, True
    case.talks, case.slips, case.declined, case.prepared = case.talks + 1, 0, False, False
    case.enter("met", on)


def _thanked(case: Case, one: Event, on: date) -> None:
    if case.row.startswith("declined"):
        case.row = "declined-thanked"
    elif case.owes_thanks:
        if case.talk and on >= case.talk + timedelta(days=LATE_THANKS):
            case.warn(one, "W-late-thanks")
        case.owes_thanks, case.contact = False, on
        if case.row == "met":
            case.enter("thanked", on)
    else:
        _touched(case, one, on)


def _advised(case: Case, one: Event, on: date) -> None:
    case.helped = True
    case.advice.append((on, date.fromisoformat(one.for_day) if one.for_day else None))


def _advice_followed(case: Case, _: Event, on: date) -> None:
    case.advice.pop(0)
    case.reports.append(on)


def _advice_dropped(case: Case, _: Event, __: date) -> None:
    case.advice.pop(0)


def _referred(case: Case, _: Event, __: date) -> None:
    case.helped = True


def _referral_met(case: Case, _: Event, on: date) -> None:
    case.reports.append(on)


def _decided(case: Case, _: Event, on: date) -> None:
    if case.talks:
        case.decisions.append(on)


def _reported(case: Case, one: Event, on: date) -> None:
    case.reports.clear()
    _touched(case, one, on)


def _touched(case: Case, one: Event, on: date) -> None:
    if one.event != "gave-back":
        case.decisions.clear()
    case.contact = on
    if case.row == "thanked":
        case.enter("in-touch", on)


def _heard(case: Case, _: Event, on: date) -> None:
    case.contact, case.declined = on, False


def _closed(case: Case, _: Event, on: date) -> None:
    case.enter("closed", on)


def _reopened(case: Case, _: Event, on: date) -> None:
    case.asked, case.reminded, case.slips, case.declined = None, False, 0, False
    case.enter("listed", on)


def _never(case: Case, _: Event, on: date) -> None:
    case.enter("do-not-contact", on)


def _noted(case: Case, _: Event, on: date) -> None:
    case.noted = on


MOVES: dict[str, Callable[[Case, Event, date], None]] = {
    "asked": _asked,
    "followed-up": _followed_up,
    "replied": _replied,
    "deferred": _deferred,
    "declined": _declined,
    "bounced": _bounced,
    "scheduled": _scheduled,
    "prepared": _prepared,
    "confirmed": _confirmed,
    "cancelled": _slipped,
    "missed": _slipped,
    "met": _met,
    "thanked": _thanked,
    "advised": _advised,
    "advice-followed": _advice_followed,
    "advice-dropped": _advice_dropped,
    "referred": _referred,
    "referral-met": _referral_met,
    "decided": _decided,
    "reported-back": _reported,
    "updated": _touched,
    "gave-back": _touched,
    "heard-from": _heard,
    "closed": _closed,
    "reopened": _reopened,
    "do-not-contact": _never,
    "noted": _noted,
}
"""What each entry does; `referral-asked` shows in what is owed, which is read from the referrals."""
