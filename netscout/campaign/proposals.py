"""Events that messages tell of: proposed to the user, never logged unasked.

Only people with an entry in the log are looked at, and only messages after the last entry that moved things. Messages
say who wrote and when, nothing else: an answer may have been a no. So the fewest events are proposed that keep the
clock right: one a day for each side, one reminder for each unanswered request, of a long exchange their first and last
answer, and after a talk only what they wrote.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter

from netscout.lang import fill, texts
from netscout.model.days import MONTHS
from netscout.model.event import Event
from netscout.model.proposal import Message, Proposal

Key = tuple[str, str, str, str]

EXPORT = "export"
"""The source of an event that was proposed and accepted."""
RESTS = timedelta(days=28)
"""Silence (20 working days) after which an unanswered request is over, and writing again is a new one."""
AGAIN = RESTS + timedelta(days=180)
"""Silence after which writing again is a new request even where nobody was reminded."""
DEFERRED = timedelta(days=90)
"""How long "not now" holds where no day was named."""
QUIET = timedelta(days=14)
"""Silence after which their next message counts as news again."""
_SILENT = frozenset(("noted", "prepared", "retracted"))
"""Events that move nothing."""
_STATES = {
    "deferred": "deferred",
    "bounced": "bounced",
    "scheduled": "scheduled",
    "confirmed": "scheduled",
    "cancelled": "slipped",
    "missed": "slipped",
    "closed": "closed",
    "do-not-contact": "off",
}
_UNANSWERED = ("asked", "followed")
_EXCHANGE = ("replied", "arranging", "nudged", "scheduled", "slipped")
_ANSWERED = ("replied", "arranging", "nudged")
_NOT_YET = ("listed", "bounced")


@dataclass(frozen=True, slots=True)
class _State:
    """Where things stand with one person: the stage as far as messages can move it.

    `out` and `into` are the days of the last message or event of each side, `until` the end of "not now", `wrote`
    whether the user wrote since the last entry of the log, `ask` the number of the proposed request that runs.
    """

    stage: str = "listed"
    out: date = date.min
    into: date = date.min
    until: date = date.min
    wrote: bool = False
    ask: int = 0


def propose(
    events: Iterable[Event], messages: Iterable[Message], names: Mapping[str, str], today: date
) -> list[Proposal]:
    """Return what messages say happened after the last entry of each person of the log, in order of time.

    Once these are logged, later messages may tell of more: `to_the_end` has that as well.

    Args:
        events: standing entries of the log, in the order of logging.
        messages: direct messages of anybody; those of people outside the log are passed over.
        names: the name to show by person id.
        today: later messages and entries are left out.
    """
    logs: dict[str, list[Event]] = {}
    for one in events:
        if one.on <= today.isoformat():
            logs.setdefault(one.person, []).append(one)
    threads: dict[str, list[Message]] = {person: [] for person in logs}
    for letter in messages:
        if letter.person in threads and _moment(letter).date() <= today:
            threads[letter.person].append(letter)
    found = [one for person in logs for one in _of_person(logs[person], threads[person], names.get(person, ""))]
    return _numbered(found)


def to_the_end(
    events: Iterable[Event],
    messages: Sequence[Message],
    names: Mapping[str, str],
    today: date,
    dismissed: Container[Key] = (),
) -> list[Proposal]:
    """Return what `propose` says, and what it would say once that is logged, until nothing is left to say.

    Those `dismissed`, and reminders of a request among them, are neither logged nor returned.
    """
    log, found, seen = list(events), list[Proposal](), set[Key]()
    while True:
        said = propose(log, messages, names, today)
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
    dismissed: Container[Key] = (),
) -> list[Proposal]:
    """Return the proposals that are neither taken nor dismissed, under numbers that stay when others are taken.

    All of them logged, nothing is left to propose. Numbers count what the messages say against the log without its
    accepted proposals.
    """
    whole = to_the_end([one for one in events if one.source != EXPORT], messages, names, today)
    numbers = {key_of(one): one.number for one in whole}
    left = to_the_end(events, messages, names, today, dismissed)
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
    return {person for person, log in logs.items() if _fold(log).stage == "off"}


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


def _of_person(log: Sequence[Event], messages: Iterable[Message], name: str) -> list[Proposal]:
    """Return the proposals for one person, numbered from 1."""
    state = _fold(log)
    found: list[Proposal] = []
    if state.stage == "off":
        return found
    answered = state.stage in _ANSWERED
    for letter in _later(log, sorted(messages, key=attrgetter("at", "direction"))):
        event, text = _told(state, letter)
        if event:
            found.append(_proposal(len(found) + 1, letter, name, event, text, state.ask))
        state = _moved(state, letter, event, len(found) if event == "asked" else state.ask)
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


def _proposal(number: int, letter: Message, name: str, event: str, text: str, ask: int) -> Proposal:
    moment = _moment(letter)
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
    last = max((one for one in log if one.event not in _SILENT), key=_order, default=None)
    if last is None:
        return list(messages)
    if last.at and last.zone == "UTC":
        return [one for one in messages if _clock(one) > (last.on, last.at)]
    side = {"asked": "out", "followed-up": "out", "replied": "in", "heard-from": "in"}.get(last.event, "")
    same = [one for one in messages if _clock(one)[0] == last.on] if side else []
    first = next((place for place, one in enumerate(same) if one.direction == side), len(same))
    answers = [one for one in same[first:] if one.direction != side]
    return [*answers, *(one for one in messages if _clock(one)[0] > last.on)]


def _order(one: Event) -> tuple[str, str, int]:
    return (one.on, one.at or "", one.seq)


def _clock(one: Message) -> tuple[str, str]:
    moment = _moment(one)
    return moment.date().isoformat(), moment.strftime("%H:%M:%S")


def _moment(one: Message) -> datetime:
    return datetime.fromtimestamp(one.at, UTC)


def _fold(log: Iterable[Event]) -> _State:
    """Return where the entries of one person leave things."""
    state = _State()
    for one in sorted(log, key=_order):
        if one.event == "reopened":
            state = state if state.stage == "off" and not one.note else _State()
        elif one.event not in _SILENT and state.stage != "off":
            state = _entered(state, one)
    return state


def _entered(state: _State, one: Event) -> _State:
    on = date.fromisoformat(one.on)
    if one.event in ("asked", "followed-up"):
        return replace(state, stage=_asked_again(state, one.event, on), out=on)
    if one.event in ("replied", "heard-from"):
        return replace(state, stage=_answered(state, one.event), into=on)
    if one.event == "declined":
        return replace(state, stage="talked" if state.stage == "talked" else "declined", into=on)
    if one.event == "met":
        return replace(state, stage="talked", into=date.min)
    until = date.fromisoformat(one.for_day) if one.for_day else on + DEFERRED
    return replace(state, stage=_STATES.get(one.event, state.stage), until=until)


def _answered(state: _State, event: str) -> str:
    """Return the stage after `replied` or `heard-from`; after a talk an answer is a sign of life alone."""
    return "replied" if event == "replied" and state.stage != "talked" else state.stage


def _asked_again(state: _State, event: str, on: date) -> str:
    """Return the stage after an entry `asked` or `followed-up`; a request in a running exchange changes nothing."""
    if event == "asked":
        running = state.stage in _UNANSWERED and on - state.out < RESTS
        return "followed" if running else state.stage if state.stage in _EXCHANGE else "asked"
    return {"asked": "followed", "replied": "arranging", "slipped": "arranging", "arranging": "nudged"}.get(
        state.stage, state.stage
    )


def _told(state: _State, letter: Message) -> tuple[str, str]:
    """Return the event that a message tells of, and the key of its sentence; ("", "") for none."""
    day = _moment(letter).date()
    return _told_by_them(state, day) if letter.direction == "in" else _told_by_me(state, day)


def _told_by_me(state: _State, day: date) -> tuple[str, str]:
    if day <= state.out:
        return "", ""
    if state.stage in _NOT_YET or (state.stage == "deferred" and day >= state.until):
        return "asked", "asked"
    if state.stage == "asked":
        return ("asked", "asked") if day - state.out >= AGAIN else ("followed-up", "followed_up")
    if state.stage == "followed" and day - state.out >= RESTS:
        return "asked", "asked"
    if state.stage in ("replied", "slipped", "arranging"):
        return "followed-up", "answered_back" if state.stage == "replied" else "followed_up"
    return "", ""


def _told_by_them(state: _State, day: date) -> tuple[str, str]:
    answers = state.wrote and state.out > state.into
    if day <= state.into or state.stage in ("replied", "scheduled"):
        return "", ""
    if state.stage not in ("talked", *_NOT_YET):
        return "replied", "replied"
    if answers:
        return "replied", "replied"
    return ("", "") if day - state.into < QUIET else ("heard-from", "heard_from")


def _moved(state: _State, letter: Message, event: str, ask: int) -> _State:
    """Return where a message leaves things, whether or not it is proposed as an event."""
    day = _moment(letter).date()
    if letter.direction == "in":
        counts = event or state.stage in ("talked", *_NOT_YET)
        return replace(state, stage=_answered(state, event), into=day if counts else state.into)
    stage = _asked_again(state, event, day) if event else state.stage
    return replace(state, stage=stage, out=max(day, state.out), wrote=True, ask=ask)
