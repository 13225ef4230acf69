"""Proposed events: what a message may tell of at each stage, for whom, and never twice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netscout.campaign.proposals import as_event, key_of, not_to_be_contacted, open_proposals, propose
from netscout.campaign.stages import EVENTS
from netscout.campaign.workdays import Workdays
from netscout.model.event import Event
from netscout.model.proposal import Message, Proposal

TODAY = date(2026, 11, 16)
NAMES = {"p0002": "Nora Quill", "p0003": "Tomas Hale"}


def logged(*entries: str, person: str = "p0002") -> list[Event]:
    """Return a log: `asked 03-02`, with `> 06-01` for the day an entry speaks of."""
    found = []
    for place, text in enumerate(entries, 1):
        event, on, *more = text.split()
        for_day = f"2026-{more[1]}" if more else None
        found.append(Event(person, event, f"2026-{on}", for_day, seq=place))
    return found


def letters(*moments: str, person: str = "p0002") -> list[Message]:
    """Return messages: `out 03-02` at noon, `in 03-02 16:30` at that time."""
    found = []
    for text in moments:
        direction, day, *clock = text.split()
        moment = datetime.fromisoformat(f"2026-{day}T{clock[0] if clock else '12:00'}:00+00:00")
        found.append(Message(person, direction, int(moment.timestamp())))
    return found


def told(found: list[Proposal]) -> list[str]:
    """Return proposals as `replied 03-12`."""
    return [f"{one.event} {one.on[5:]}" for one in found]


CASES = [
    # an answer, an answer to it, and the nudge after that; one a day for each side
    ("asked 03-02", "in 03-12", "replied 03-12"),
    ("asked 03-02", "in 03-12|in 03-12 14:00|in 03-13", "replied 03-12"),
    ("asked 03-02", "in 03-12|out 03-12 14:00|in 03-12 16:00", "replied 03-12, followed-up 03-12"),
    ("asked 03-02", "in 03-12|out 03-13|out 03-18|out 03-25", "replied 03-12, followed-up 03-13, followed-up 03-18"),
    # a long exchange: the first answer, and the last with what followed it
    ("asked 03-02", "in 03-12|out 03-13|in 03-14", "replied 03-12, replied 03-14"),
    (
        "asked 03-02",
        "out 03-10|in 03-12|out 03-13|in 03-14|out 03-15",
        ("followed-up 03-10, replied 03-12, replied 03-14, followed-up 03-15"),
    ),
    ("replied 03-02", "out 03-03|in 03-04|out 03-05|in 03-06", "replied 03-06"),
    ("replied 03-02", "out 03-03|out 03-04", "followed-up 03-03, followed-up 03-04"),
    ("noted 03-01", "out 03-02|in 03-03|out 03-04|in 03-05", "asked 03-02, replied 03-03, replied 03-05"),
    # one reminder; a new request after four weeks of silence since
    ("asked 03-02", "out 03-11|out 03-13|out 03-20", "followed-up 03-11"),
    ("asked 03-02|followed-up 03-11", "out 04-20", "asked 04-20"),
    ("asked 01-02", "out 10-20", "asked 10-20"),
    ("asked 01-02", "in 10-20", "replied 10-20"),
    # at rest: the one reminder may still come; somebody reminded is written to anew after four weeks, or half a year
    ("asked 01-02", "out 02-20", "followed-up 02-20"),
    ("asked 01-02|followed-up 01-13", "out 01-28", ""),
    ("asked 01-02|replied 01-05|followed-up 01-06", "out 04-20", "asked 04-20"),
    ("asked 01-02|scheduled 01-05 > 01-20|missed 01-20", "out 04-20", "followed-up 04-20"),
    # the day of the entry itself: the request is that message, what follows it is news
    ("asked 03-02", "out 03-02 09:00|out 03-02 10:00", ""),
    ("asked 03-02", "in 03-02 08:00|out 03-02 09:00|in 03-02 16:00", "replied 03-02"),
    ("asked 03-02", "in 03-02 08:00", ""),
    ("asked 03-01|replied 03-02", "in 03-02 08:00|out 03-02 09:00", "followed-up 03-02"),
    # nothing before the last entry
    ("asked 03-02|replied 03-12", "out 03-02|in 03-12|out 03-11", ""),
    # a note and the preparation are no news that would hide an answer
    ("asked 03-02|noted 05-01|prepared 05-02", "in 03-12", "replied 03-12"),
    # not asked yet
    ("noted 03-01", "out 03-05|in 03-06", "asked 03-05, replied 03-06"),
    ("noted 03-01", "in 03-05|in 03-07|in 04-01", "heard-from 03-05, heard-from 04-01"),
    ("bounced 03-01", "out 03-05", "asked 03-05"),
    # not now, no, over
    ("deferred 03-01 > 06-01", "out 03-02|out 06-02", "asked 06-02"),
    ("deferred 03-01", "out 05-29", ""),
    ("deferred 03-01", "out 05-30", "asked 05-30"),
    ("deferred 03-01", "in 03-20", "replied 03-20"),
    ("declined 03-01", "out 03-02", ""),
    ("declined 03-01", "in 03-20", "replied 03-20"),
    ("closed 03-01", "out 03-02|in 03-20", "replied 03-20"),
    ("asked 03-01|do-not-contact 03-02", "out 03-05|in 03-06", ""),
    ("asked 03-01|do-not-contact 03-02|reopened 03-03", "out 03-05|in 03-06", ""),
    # a date is fixed: letters about it tell nothing; called off, they do
    ("asked 03-01|scheduled 03-05 > 03-20", "in 03-06|out 03-07", ""),
    ("asked 03-01|scheduled 03-05 > 03-20|cancelled 03-19", "out 03-21|in 03-22", "followed-up 03-21, replied 03-22"),
    # after a talk: thanks are the user's to log, what they wrote restarts the cadence
    ("asked 03-01|met 03-20", "out 03-21|in 03-22|in 03-23", "replied 03-22"),
    ("asked 03-01|replied 03-18|met 03-20", "in 03-22", "heard-from 03-22"),
    ("met 03-20|asked 05-01", "in 05-03", "replied 05-03"),
    ("met 03-20|declined 05-01", "in 05-03|in 05-20", "heard-from 05-20"),
    # requests in a running exchange, and one soon after another
    ("asked 03-01|replied 03-05|asked 03-06", "out 03-08", "followed-up 03-08"),
    ("asked 03-01|asked 03-06", "out 03-08", ""),
    ("asked 03-01|followed-up 03-06|followed-up 03-08", "in 03-09", "replied 03-09"),
]


@pytest.mark.parametrize(("log", "messages", "expected"), CASES, ids=lambda one: one.replace("|", " "))
def test_a_message_tells_of_one_event(log: str, messages: str, expected: str) -> None:
    """A proposal that the stage does not allow, one that is missing, or one too many."""
    found = propose(logged(*log.split("|")), letters(*messages.split("|")), NAMES, TODAY)
    assert ", ".join(told(found)) == expected


def test_business_days_are_the_users() -> None:
    """With another weekend or holidays a request comes to rest on another day here than in the log."""
    log, mail = logged("asked 03-02"), letters("out 09-26")
    assert told(propose(log, mail, NAMES, TODAY)) == ["asked 09-26"]
    off = Workdays(holidays=tuple(date(2026, 3, day) for day in range(3, 10)))
    assert told(propose(log, mail, NAMES, TODAY, off)) == ["followed-up 09-26"]


def test_who_is_not_to_be_contacted() -> None:
    """Somebody who asked for silence would be announced as news; a reopening without a note lifts it."""
    log = logged("do-not-contact 03-02", "reopened 03-03")
    assert not_to_be_contacted(log) == {"p0002"}
    lifted = [*log, Event("p0002", "reopened", "2026-03-04", note="she wrote", seq=3)]
    assert not_to_be_contacted(lifted) == set()
    assert told(propose(lifted, letters("out 03-05"), NAMES, TODAY)) == ["asked 03-05"]


def test_a_proposal_carries_its_second_and_its_fact() -> None:
    """Two events of one day would stand in the wrong order, or without a reason."""
    found = propose(logged("noted 03-01"), letters("out 03-05 09:15", "in 03-05 17:40"), NAMES, TODAY)
    assert found[0] == Proposal(
        1, "p0002", "Nora Quill", "asked", "2026-03-05", "09:15:00", "You wrote to Nora Quill on 5 March 2026."
    )
    assert "whether it was a yes is not in the export" in found[1].fact
    assert as_event(found[1], TODAY) == Event(
        "p0002", "replied", "2026-03-05", at="17:40:00", zone="UTC", source="export", logged_on="2026-11-16"
    )
    assert "(no name) answered" in propose(logged("asked 03-01"), letters("in 03-05"), {}, TODAY)[0].fact


def test_people_outside_the_log_and_the_future_are_passed_over() -> None:
    """Everybody the user ever wrote to would be in the campaign."""
    mail = [*letters("out 03-05", person="p0003"), *letters("in 12-24")]
    assert propose(logged("asked 03-01"), mail, NAMES, TODAY) == []
    assert propose(logged("asked 12-01"), letters("in 11-02"), NAMES, TODAY) == []


def test_a_reminder_rests_on_its_request() -> None:
    """A reminder would be logged for which there is no request."""
    mail = [*letters("out 03-05", "out 03-12"), *letters("in 03-06", person="p0003")]
    log = [*logged("noted 03-01"), *logged("asked 03-02", person="p0003")]
    found = propose(log, mail, NAMES, TODAY)
    assert [(one.number, one.person, one.event, one.rests_on) for one in found] == [
        (1, "p0002", "asked", 0),
        (2, "p0003", "replied", 0),
        (3, "p0002", "followed-up", 1),
    ]


def test_numbers_stay_when_others_are_taken() -> None:
    """Giving the same command twice would log something else."""
    log = [*logged("noted 03-01"), *logged("asked 03-02", person="p0003")]
    mail = [*letters("out 03-05", "in 03-12"), *letters("in 03-06", person="p0003")]
    first = open_proposals(log, mail, NAMES, TODAY)
    assert [one.number for one in first] == [1, 2, 3]
    taken = [*log, as_event(first[1], TODAY)]
    assert open_proposals(taken, mail, NAMES, TODAY) == [first[0], first[2]]
    rest = [*taken, as_event(first[2], TODAY)]
    assert open_proposals(rest, mail, NAMES, TODAY) == []


CHAIN = ("out 06-04 09:00", "in 06-04 12:00", "out 06-04 18:00", "in 06-20")
"""After `closed 04-04` the second answer is told of only once the first is logged."""


def test_all_at_once_is_all_there_is() -> None:
    """What only shows once the first are taken would be logged unseen by whoever says yes twice."""
    log, mail = logged("closed 04-04"), letters(*CHAIN)
    first = propose(log, mail, NAMES, TODAY)
    assert told(first) == ["replied 06-04"]
    assert told(propose([*log, *(as_event(one, TODAY) for one in first)], mail, NAMES, TODAY)) == ["replied 06-20"]
    found = open_proposals(log, mail, NAMES, TODAY)
    assert [(one.number, one.event, one.on) for one in found] == [
        (1, "replied", "2026-06-04"),
        (2, "replied", "2026-06-20"),
    ]
    assert open_proposals([*log, *(as_event(one, TODAY) for one in found)], mail, NAMES, TODAY) == []


def test_what_was_dismissed_is_proposed_no_more() -> None:
    """A no would be asked for again at every look, or take what the user does want with it."""
    log, mail = logged("noted 03-01"), letters("out 03-05", "in 03-12", "out 03-13")
    found = open_proposals(log, mail, NAMES, TODAY)
    assert told(found) == ["asked 03-05", "replied 03-12", "followed-up 03-13"]
    left = open_proposals(log, mail, NAMES, TODAY, {key_of(found[1])})
    assert left == [found[0], found[2]]
    taken = [*log, *(as_event(one, TODAY) for one in left)]
    assert open_proposals(taken, mail, NAMES, TODAY, {key_of(found[1])}) == []
    assert told(open_proposals(log, mail, NAMES, TODAY, {key_of(found[0])})) == ["replied 03-12"]
    assert open_proposals(log, mail, NAMES, TODAY, {key_of(one) for one in found}) == []


def test_reminders_of_a_dismissed_request_stay_away() -> None:
    """A reminder of a request that was no request would come back once the answer is taken."""
    log, mail = logged("noted 03-01"), letters("out 03-02 09:00", "in 03-02 10:00", "out 03-03", "out 03-04")
    found = open_proposals(log, mail, NAMES, TODAY)
    assert told(found) == ["asked 03-02", "replied 03-02", "followed-up 03-03", "followed-up 03-04"]
    left = open_proposals(log, mail, NAMES, TODAY, {key_of(found[0])})
    assert told(left) == ["replied 03-02"]
    taken = [*log, *(as_event(one, TODAY) for one in left)]
    assert open_proposals(taken, mail, NAMES, TODAY, {key_of(found[0])}) == []


_DAYS = st.integers(0, 200).map(lambda one: date(2026, 3, 1).toordinal() + one).map(date.fromordinal)
_EVENTS = st.sampled_from([name for name, kind in EVENTS.items() if kind.by_hand])
_PEOPLE = st.sampled_from(["p0002", "p0003"])


@given(
    st.lists(st.tuples(_PEOPLE, _EVENTS, _DAYS), max_size=6),
    st.lists(st.tuples(_PEOPLE, st.sampled_from(["in", "out"]), _DAYS, st.integers(0, 86_399)), max_size=12),
)
@example(
    [("p0002", "asked", date(2026, 3, 2))],
    [
        *(("p0002", "in", date(2026, 3, 3), 0), ("p0002", "in", date(2026, 3, 4), 0)),
        *(("p0002", "in", date(2026, 3, 4), 1), ("p0002", "out", date(2026, 3, 4), 0)),
    ],
)
def test_what_is_accepted_is_proposed_no_more(log: list[Any], mail: list[Any]) -> None:
    """An accepted event that comes back under another guise, or one that the log holds already."""
    entries = [Event(who, what, on.isoformat(), seq=place) for place, (who, what, on) in enumerate(log, 1)]
    messages = [
        Message(who, side, int(datetime(on.year, on.month, on.day, tzinfo=UTC).timestamp()) + second)
        for who, side, on, second in mail
    ]
    found = open_proposals(entries, messages, NAMES, TODAY)
    assert found == open_proposals(entries, messages[::-1], NAMES, TODAY)
    known = {(one.person, one.event, one.on) for one in entries}
    assert all((one.person, one.event, one.on) not in known for one in found)
    assert {one.person for one in found} <= {one.person for one in entries}
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    after = [*entries, *(as_event(one, TODAY) for one in found)]
    assert open_proposals(after, messages, NAMES, TODAY) == []
    dismissed = {key_of(one) for one in found[::2]}
    left = open_proposals(entries, messages, NAMES, TODAY, dismissed)
    assert dismissed.isdisjoint(key_of(one) for one in left)
    after = [*entries, *(as_event(one, TODAY) for one in left)]
    assert open_proposals(after, messages, NAMES, TODAY, dismissed) == []
