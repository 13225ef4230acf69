"""Events that messages tell of: proposed to the user, never logged unasked.

Only people with an entry in the log are looked at, and only messages after the last entry that moved things. Messages
say who wrote and when, nothing else: an answer may have been a no. So the fewest events are proposed that keep the
clock right: one a day for each side, one reminder for each unanswered request, of a long exchange their first and last
answer, and after a talk only what they wrote.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter

from netscout.campaign.case import Case
from netscout.campaign.fold import order
from netscout.campaign.workdays import Workdays
from netscout.lang import fill, texts
from netscout.model.days import MONTHS
from netscout.model.event import Event
from netscout.model.proposal import Message, Proposal

Key = tuple[str, str, str, str]

EXPORT = "export"
"""The source of an event that was proposed and accepted."""
SILENCE = timedelta(days=28)
"""Silence (20 working days) after which writing again to somebody who was reminded is a new request."""
QUIET = timedelta(days=14)
"""Silence after which their next message counts as news again."""
PLAIN = Workdays()
_SILENT = frozenset(("noted", "prepared", "retracted"))
"""Events that move nothing."""
_ANSWERED = frozenset(("replied", "arranging", "arranging-nudged"))
_NOT_YET = frozenset(("listed", "bounced"))
_TALKED = frozenset(("met", "thanked", "in-touch"))
_MINE = frozenset(("asked", "followed-up"))
_THEIRS = frozenset(("replied", "heard-from", "declined"))


@dataclass(slots=True)
class _Thread:
    """Where things stand with one person (`case`), and how far their messages have been read.

    `out` and `into` are the days of the last message or event of each side, `wrote` whether the user wrote since the
    last entry of the log, `ask` the number of the proposed request that runs.
    """

    case: Case
    out: date = date.min
    into: date = date.min
    wrote: bool = False
    ask: int = 0

    def enter(self, one: Event) -> None:
        """Take an entry of the log, or an event as if it were logged."""
        on, before = date.fromisoformat(one.on), self.case.row
        self.case.take(one)
        if before == "do-not-contact" and self.case.row == before:
            return
        if one.event in _MINE:
            self.out = on
        elif one.event in _THEIRS:
            self.into = on
        elif one.event == "met":
            self.into = date.min
        elif one.event == "reopened":
            self.out = self.into = date.min


def propose(
    events: Iterable[Event],
    messages: Iterable[Message],
    names: Mapping[str, str],
    today: date,
    days: Workdays = PLAIN,
) -> list[Proposal]:
    """Return what messages say happened after the last entry of each person of the log, in order of time.

    Once these are logged, later messages may tell of more: `to_the_end` has that as well.

    Args:
        events: standing entries of the log, in the order of logging.
        messages: direct messages of anybody; those of people outside the log are passed over.
        names: the name to show by person id.
        today: later messages and entries are left out.
        days: which days are business days.
    """
    logs: dict[str, list[Event]] = {}
    for one in events:
        if one.on <= today.isoformat():
            logs.setdefault(one.person, []).append(one)
    threads: dict[str, list[Message]] = {person: [] for person in logs}
    for letter in messages:
        if letter.person in threads and _moment(letter).date() <= today:
            threads[letter.person].append(letter)
    heard = [person for person in logs if threads[person]]
    found = [one for person in heard for one in _of_person(logs[person], threads[person], names.get(person, ""), days)]
    return _numbered(found)


def to_the_end(
    events: Iterable[Event],
    messages: Sequence[Message],
    names: Mapping[str, str],
    today: date,
    dismissed: Container[Key] = (),
    days: Workdays = PLAIN,
) -> list[Proposal]:
    """Return what `propose` says, and what it would say once that is logged, until nothing is left to say.

    Those `dismissed`, and reminders of a request among them, are neither logged nor returned.
    """
    log, found, seen = list(events), list[Proposal](), set[Key]()
    while True:
        said = propose(log, messages, names, today, days)
        left = [one for one in _wanted(said, dismissed) if key_of(one) not in seen]
        seen |= {key_of(one) for one in said}
        if not left:
            return _numbered(found)
        found += [_after(one, found) for one in left]
        log += [as_event(one, today) for one in left]


def open_proposals(
    events: Sequence[Event],
    messages: Sequence[Message],
    names: Mapping[str, str],
    today: date,
    dismissed: Collection[Key] = (),
    days: Workdays = PLAIN,
) -> list[Proposal]:
    """Return the proposals that are neither taken nor dismissed, under numbers that stay when others are taken.

    All of them logged, nothing is left to propose. Numbers count what the messages say against the log without its
    accepted proposals.
    """
    whole = to_the_end([one for one in events if one.source != EXPORT], messages, names, today, days=days)
    numbers = {key_of(one): one.number for one in whole}
    refused = {one.number for one in whole if key_of(one) in dismissed}
    gone = {key_of(one) for one in whole if one.number in refused or one.rests_on in refused}
    left = to_the_end(events, messages, names, today, gone | set(dismissed), days)
    for one in left:
        numbers.setdefault(key_of(one), len(numbers) + 1)
    now = {one.number: numbers[key_of(one)] for one in left}
    return [replace(one, number=now[one.number], rests_on=now.get(one.rests_on, 0)) for one in left]


def as_event(one: Proposal, today: date) -> Event:
    """Return the entry of the log for an accepted proposal."""
    return Event(one.person, one.event, one.on, at=one.at, zone="UTC", source=EXPORT, logged_on=today.isoformat())


def not_to_be_contacted(events: Iterable[Event]) -> set[str]:
    """Return whom the log says never to write to again."""
    logs: dict[str, list[Event]] = {}
    for one in events:
        logs.setdefault(one.person, []).append(one)
    return {person for person, log in logs.items() if _read(log, PLAIN).case.row == "do-not-contact"}


def key_of(one: Proposal) -> Key:
    """Return what a proposal is known by whatever else is proposed: person, event, day and time."""
    return (one.person, one.event, one.on, one.at)


def _wanted(said: Sequence[Proposal], dismissed: Container[Key]) -> list[Proposal]:
    """Return the proposals that were not dismissed and rest on none that was."""
    gone = {one.number for one in said if key_of(one) in dismissed}
    return [one for one in said if one.number not in gone and one.rests_on not in gone]


def _after(one: Proposal, found: Sequence[Proposal]) -> Proposal:
    """Return a proposal numbered after those found before; a reminder rests on the request it follows among them."""
    asked = [earlier.number for earlier in found if earlier.person == one.person and earlier.event == "asked"]
    last = max((earlier.number for earlier in found), default=0)
    rests_on = last + one.rests_on if one.rests_on else 0
    if one.event == "followed-up" and not rests_on and asked:
        rests_on = asked[-1]
    return replace(one, number=last + one.number, rests_on=rests_on)


def _numbered(found: list[Proposal]) -> list[Proposal]:
    """Number the proposals by time, and let each name the number of the request it rests on."""
    order = sorted(found, key=lambda one: (one.on, one.at, len(one.person), one.person, one.number))
    numbers = {(one.person, one.number): place for place, one in enumerate(order, 1)}
    return [
        replace(one, number=numbers[one.person, one.number], rests_on=numbers.get((one.person, one.rests_on), 0))
        for one in order
    ]


def _of_person(log: Sequence[Event], messages: Iterable[Message], name: str, days: Workdays) -> list[Proposal]:
    """Return the proposals for one person, numbered from 1."""
    thread = _read(log, days)
    found: list[Proposal] = []
    if thread.case.row == "do-not-contact":
        return found
    answered = thread.case.row in _ANSWERED
    for letter in _later(log, sorted(messages, key=attrgetter("at", "direction"))):
        event, text = _told(thread, letter)
        if event:
            found.append(_proposal(len(found) + 1, letter, name, (event, text), thread.ask))
        _move(thread, letter, event, len(found) if event == "asked" else thread.ask)
    runs = [place for place, one in enumerate(found) if one.event == "asked"]
    starts = [0, *(place for place in runs if place)]
    parts = [found[start:end] for start, end in zip(starts, [*starts[1:], len(found)], strict=True)]
    return [one for place, part in enumerate(parts) for one in _telling(part, answered=answered and not place)]


def _telling(run: list[Proposal], *, answered: bool) -> list[Proposal]:
    """Return of one exchange what moves the clock: all up to their first answer, and all from their last one on.

    Where they had `answered` before, the first is no news.
    """
    replies = [place for place, one in enumerate(run) if one.event == "replied"]
    if not replies:
        return run
    first = -1 if answered else replies[0]
    return [one for place, one in enumerate(run) if place <= first or place >= replies[-1]]


def _proposal(number: int, letter: Message, name: str, told: tuple[str, str], ask: int) -> Proposal:
    (event, text), moment = told, _moment(letter)
    day = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    fact = fill(texts("changes")[text], {"name": name or "(no name)", "day": day})
    at = moment.strftime("%H:%M:%S")
    rests_on = ask if event == "followed-up" else 0
    return Proposal(number, letter.person, name, event, moment.date().isoformat(), at, fact, rests_on)


def _later(log: Sequence[Event], messages: Sequence[Message]) -> list[Message]:
    """Return the messages after the last entry that moved things.

    An entry that carries the second of a message is followed by later seconds. One of a day alone is followed by
    later days, and on its own day by what the other side wrote after the message that the entry speaks of.
    """
    last = max((one for one in log if one.event not in _SILENT), key=order, default=None)
    if last is None:
        return list(messages)
    if last.at and last.zone == "UTC":
        return [one for one in messages if _clock(one) > (last.on, last.at)]
    side = {"asked": "out", "followed-up": "out", "replied": "in", "heard-from": "in"}.get(last.event, "")
    same = [one for one in messages if _clock(one)[0] == last.on] if side else []
    first = next((place for place, one in enumerate(same) if one.direction == side), len(same))
    answers = [one for one in same[first:] if one.direction != side]
    return [*answers, *(one for one in messages if _clock(one)[0] > last.on)]


def _clock(one: Message) -> tuple[str, str]:
    moment = _moment(one)
    return moment.date().isoformat(), moment.strftime("%H:%M:%S")


def _moment(one: Message) -> datetime:
    return datetime.fromtimestamp(one.at, UTC)


def _read(log: Iterable[Event], days: Workdays) -> _Thread:
    """Return where the entries of one person leave things."""
    thread = _Thread(Case(days))
    for one in sorted(log, key=order):
        thread.enter(one)
    return thread


def _told(thread: _Thread, letter: Message) -> tuple[str, str]:
    """Return the event that a message tells of, and the key of its sentence; ("", "") for none."""
    day = _moment(letter).date()
    thread.case.pass_time(day)
    return _told_by_them(thread, day) if letter.direction == "in" else _told_by_me(thread, day)


def _told_by_me(thread: _Thread, day: date) -> tuple[str, str]:
    case = thread.case
    if day <= thread.out:
        return "", ""
    if case.row in _NOT_YET or (case.row == "deferred" and case.until and day >= case.until):
        return "asked", "asked"
    if case.row == "resting":
        return _told_at_rest(thread, day)
    if case.row in ("asked", "replied", "slipped", "arranging"):
        return "followed-up", "answered_back" if case.row == "replied" else "followed_up"
    return "", ""


def _told_at_rest(thread: _Thread, day: date) -> tuple[str, str]:
    """Return what writing again to somebody who never answered is: the one reminder, or a new request."""
    if not thread.case.is_rested(day) and not thread.case.reminded:
        return "followed-up", "followed_up"
    return ("asked", "asked") if day - thread.out >= SILENCE else ("", "")


def _told_by_them(thread: _Thread, day: date) -> tuple[str, str]:
    row = thread.case.row
    answers = thread.wrote and thread.out > thread.into
    if day <= thread.into or row in ("replied", "scheduled", "confirmed"):
        return "", ""
    if row not in _TALKED | _NOT_YET or answers:
        return "replied", "replied"
    return ("", "") if day - thread.into < QUIET else ("heard-from", "heard_from")


def _move(thread: _Thread, letter: Message, event: str, ask: int) -> None:
    """Let a message happen, whether or not it is proposed as an event."""
    day = _moment(letter).date()
    counts = event or thread.case.row in _TALKED | _NOT_YET
    if event:
        thread.case.take(Event(letter.person, event, day.isoformat()))
    if letter.direction == "in":
        thread.into = day if counts else thread.into
    else:
        thread.out, thread.wrote, thread.ask = max(day, thread.out), True, ask
