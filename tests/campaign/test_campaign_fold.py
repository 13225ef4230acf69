"""The fold of a log: debts, the worked timeline, and its laws."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.campaign.fold import fold
from netscout.campaign.stages import DEBTS, EVENTS, STAGES
from netscout.campaign.workdays import Workdays
from netscout.model.event import Event
from netscout.model.standing import Beside, Referred, Standing
from tests.campaign.campaign_log import Entry, day, days, log
from tests.examples import examples

PLAIN = Workdays()
ASKED: Entry = ("asked", "2026-03-02")
FIXED: Entry = ("scheduled", "2026-03-05", "2026-03-20")
MET: tuple[Entry, ...] = (ASKED, ("met", "2026-03-20"))
IN_TOUCH: tuple[Entry, ...] = (*MET, ("thanked", "2026-03-21"), ("updated", "2026-03-30"))


def at(today: str, *entries: Entry, beside: Beside | None = None, year: int = 2026) -> Standing:
    """Return how things stand on a day of these entries."""
    return fold(log(*entries), day(today, year), PLAIN, beside or Beside())


def _debts(today: str, *entries: Entry, beside: Beside | None = None) -> list[tuple[str, date | None, date | None]]:
    return [(one.action, one.due, one.overdue) for one in at(today, *MET, *entries, beside=beside).debts]


THANKED: Entry = ("thanked", "2026-03-21")
KEEP = ("keep-in-touch", "Mon 20 Apr", "Mon 4 May")
_REFERRED = Referred(date(2026, 3, 20))
OWED: list[tuple[str, tuple[Entry, ...], Beside, list[tuple[str, str, str]]]] = [
    ("Sat 21 Mar", (THANKED,), Beside(), [KEEP]),
    ("Sat 21 Mar", (THANKED,), Beside(cadence=60), [("keep-in-touch", "Wed 20 May", "Wed 3 Jun")]),
    ("Sat 21 Mar", (THANKED,), Beside(cadence=0), []),
    (
        *("Sat 21 Mar", (("advised", "2026-03-20"), THANKED), Beside()),
        [("follow-advice", "Fri 3 Apr", "Fri 10 Apr"), KEEP],
    ),
    (
        *("Sat 21 Mar", (("advised", "2026-03-20", "2026-04-01"), THANKED), Beside()),
        [("follow-advice", "Wed 1 Apr", "Wed 8 Apr"), KEEP],
    ),
    (
        *("Wed 1 Apr", (("advised", "2026-03-20"), THANKED, ("advice-followed", "2026-04-01")), Beside()),
        [("report-back", "Wed 8 Apr", "Wed 15 Apr"), KEEP],
    ),
    ("Wed 1 Apr", (("advised", "2026-03-20"), THANKED, ("advice-dropped", "2026-04-01")), Beside(), [KEEP]),
    ("Sat 21 Mar", (THANKED,), Beside((_REFERRED,)), [("contact-referral", "Wed 25 Mar", "Fri 3 Apr"), KEEP]),
    ("Sat 21 Mar", (THANKED,), Beside((replace(_REFERRED, asked=date(2026, 3, 21)),)), [KEEP]),
    (
        *("Sat 21 Mar", (THANKED,), Beside((replace(_REFERRED, intro="them"),))),
        [("check-intro", "Fri 27 Mar", "Mon 30 Mar"), KEEP],
    ),
    ("Sat 21 Mar", (THANKED,), Beside((replace(_REFERRED, intro="them", replied=date(2026, 3, 21)),)), [KEEP]),
    (
        "Wed 1 Apr",
        (THANKED,),
        Beside((replace(_REFERRED, asked=date(2026, 3, 21), met=date(2026, 4, 1)),)),
        [("report-back", "Wed 8 Apr", "Wed 15 Apr"), KEEP],
    ),
    (
        *("Wed 1 Apr", (THANKED,), Beside(decisions=(date(2026, 4, 1),))),
        [("tell-decision", "Wed 15 Apr", "Wed 22 Apr"), KEEP],
    ),
    (
        *("Thu 2 Apr", (THANKED, ("updated", "2026-04-02")), Beside(decisions=(date(2026, 4, 1),))),
        [("keep-in-touch", "Wed 1 Jul", "Wed 15 Jul")],
    ),
    (
        *("Mon 23 Mar", (("asked", "2026-03-23"),), Beside()),
        [("thank", "Sat 21 Mar", "Sun 22 Mar")],
    ),
]


@pytest.mark.parametrize(("today", "entries", "beside", "wanted"), OWED)
def test_debts(today: str, entries: tuple[Entry, ...], beside: Beside, wanted: list[tuple[str, str, str]]) -> None:
    """Advice, referrals and thanks would be forgotten, or reminded of on the wrong day."""
    found = _debts(today, *entries, beside=beside)
    assert found == [(action, day(due), day(overdue)) for action, due, overdue in wanted]


def test_every_debt_is_tested() -> None:
    """A new kind of debt would go untested."""
    assert {one[0] for *_, wanted in OWED for one in wanted} == {"thank", *DEBTS}


NORA = Referred(date(2026, 3, 23), asked=date(2026, 3, 26), met=date(2026, 4, 7))
TIMELINE: list[tuple[str, str, str, str, str, str, str, str]] = [
    # day, person, entry, the day it speaks of, stage after, next action, due, overdue
    ("Mon 2 Mar", "nora", "asked", "", "asked", "follow-up", "Wed 11 Mar", "Mon 16 Mar"),
    ("Thu 5 Mar", "tomas", "asked", "", "asked", "follow-up", "Mon 16 Mar", "Thu 19 Mar"),
    ("Wed 11 Mar", "nora", "followed-up", "", "followed-up", "let-go", "Fri 20 Mar", ""),
    ("Thu 12 Mar", "nora", "replied", "", "replied", "schedule", "Fri 13 Mar", "Tue 17 Mar"),
    ("Fri 13 Mar", "nora", "followed-up", "", "arranging", "follow-up", "Wed 18 Mar", "Mon 23 Mar"),
    ("Mon 16 Mar", "nora", "scheduled", "Mon 23 Mar", "scheduled", "confirm", "Fri 20 Mar", "Mon 23 Mar"),
    ("Mon 16 Mar", "tomas", "declined", "", "declined", "thank", "Tue 17 Mar", "Thu 19 Mar"),
    ("Tue 17 Mar", "tomas", "thanked", "", "declined", "none", "", ""),
    ("Fri 20 Mar", "nora", "confirmed", "", "confirmed", "meet", "Mon 23 Mar", ""),
    ("Mon 23 Mar", "nora", "met", "", "met", "thank", "Tue 24 Mar", "Wed 25 Mar"),
    ("Mon 23 Mar", "nora", "advised", "", "met", "thank", "Tue 24 Mar", "Wed 25 Mar"),
    ("Tue 24 Mar", "nora", "thanked", "", "thanked", "contact-referral", "Thu 26 Mar", "Mon 6 Apr"),
    ("Thu 26 Mar", "nora", "", "", "thanked", "follow-advice", "Mon 6 Apr", "Mon 13 Apr"),
    ("Wed 1 Apr", "nora", "advice-followed", "", "thanked", "report-back", "Wed 8 Apr", "Wed 15 Apr"),
    ("Thu 2 Apr", "nora", "reported-back", "", "in-touch", "keep-in-touch", "Wed 1 Jul", "Wed 15 Jul"),
    ("Tue 7 Apr", "nora", "", "", "in-touch", "report-back", "Tue 14 Apr", "Tue 21 Apr"),
    ("Wed 8 Apr", "nora", "reported-back", "", "in-touch", "keep-in-touch", "Tue 7 Jul", "Tue 21 Jul"),
]


def test_the_worked_timeline() -> None:
    """A whole campaign told day by day would come out otherwise."""
    logs: dict[str, list[Event]] = {"nora": [], "tomas": []}
    for number, (when, person, event, ahead, *wanted) in enumerate(TIMELINE, 1):
        today = day(when)
        if event:
            speaks = day(ahead).isoformat() if ahead else None
            logs[person].append(Event(person, event, today.isoformat(), for_day=speaks, seq=number))
        beside = Beside((NORA,)) if person == "nora" else Beside()
        found = fold(logs[person], today, PLAIN, beside)
        assert [found.stage, found.step.action] == wanted[:2], when
        assert [found.step.due, found.step.overdue] == days(wanted[2:]), when
        assert not found.warnings


BY_HAND = sorted(key for key, one in EVENTS.items() if one.by_hand)
ENTRIES = st.lists(
    st.tuples(st.sampled_from(BY_HAND), st.integers(0, 400), st.one_of(st.none(), st.integers(0, 200))), max_size=25
)
START = date(2027, 11, 1)
"""A start from which a year reaches over a leap day."""


def _drawn(drawn: list[tuple[str, int, int | None]]) -> list[Event]:
    found = []
    for place, (event, after, ahead) in enumerate(drawn, 1):
        on = START + timedelta(days=after)
        speaks = (on + timedelta(days=ahead)).isoformat() if ahead is not None and EVENTS[event].ahead else None
        found.append(Event("p0001", event, on.isoformat(), for_day=speaks, seq=place))
    return found


NAMED = st.lists(st.tuples(st.integers(0, 400), st.booleans()), max_size=3)
Drawn = list[tuple[str, int, int | None]]


def _gives_one_stage(drawn: Drawn, later: int, named: list[tuple[int, bool]]) -> None:
    today = START + timedelta(days=later)
    beside = Beside(tuple(Referred(START + timedelta(days=on), "them" if them else "me") for on, them in named))
    entries = _drawn(drawn)
    found = fold(entries, today, PLAIN, beside)
    assert entries == _drawn(drawn)
    assert found.stage == STAGES[found.row].name
    assert found == fold(list(reversed(_drawn(drawn))), today, PLAIN, beside)
    if found.stage in ("do-not-contact", "closed"):
        assert (found.step.action, found.debts, found.sides) == ("none", (), ())
    if found.stage == "resting":
        assert found.step.action == "none"
    if found.row == "declined":
        assert found.step.action == "thank"
    assert found.asking == STAGES[found.row].asking
    working = found.step.due and found.step.action in ("follow-up", "let-go", "schedule", "reschedule", "confirm")
    assert not working or PLAIN.works(found.step.due or today)
    if found.step.action == "ask":
        assert not found.declined
        assert not found.may_ask_from or found.step.due is not None
        assert not found.may_ask_from or (found.step.due or today) >= found.may_ask_from


def _loses_nothing(drawn: Drawn, later: int) -> None:
    today = START + timedelta(days=later)
    entries = _drawn(drawn)
    found = fold(entries, today, PLAIN)
    known = {one.seq for one in entries if one.on <= today.isoformat()}
    assert {seq for seq, _ in found.warnings} | {*found.skipped} <= known
    left = [one for one in entries if one.seq not in found.skipped]
    assert fold(left, today, PLAIN) == replace(found, skipped=())
    talks = sum(one.event == "met" for one in left if one.seq in known)
    silenced = any(code == "W-dnc" for _, code in found.warnings)
    assert found.talks == talks or (silenced and found.talks < talks)


@settings(max_examples=examples(2000), deadline=None)
@given(ENTRIES, st.integers(0, 600), NAMED)
def test_any_log_gives_exactly_one_stage(drawn: Drawn, later: int, named: list[tuple[int, bool]]) -> None:
    """Some order of entries would crash, give no stage, or propose to write to somebody who must be left alone."""
    _gives_one_stage(drawn, later, named)


@settings(max_examples=examples(500), deadline=None)
@given(ENTRIES, st.integers(0, 600))
def test_no_entry_is_lost(drawn: Drawn, later: int) -> None:
    """A talk would not count, or an entry that cannot be true would move things all the same."""
    _loses_nothing(drawn, later)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(ENTRIES, st.integers(0, 600), NAMED)
def test_ten_thousand_logs(drawn: Drawn, later: int, named: list[tuple[int, bool]]) -> None:
    """What two thousand draws do not find."""
    _gives_one_stage(drawn, later, named)
    _loses_nothing(drawn, later)


@settings(max_examples=examples(500), deadline=None)
@given(ENTRIES, st.integers(0, 600), st.randoms(use_true_random=False))
def test_the_order_of_logging_across_days_never_matters(
    drawn: list[tuple[str, int, int | None]], later: int, chance: object
) -> None:
    """Somebody who logs late would end up elsewhere than somebody who logs at once."""
    unlike = list({after: (event, after, ahead) for event, after, ahead in drawn}.values())
    shuffled = list(unlike)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    today = START + timedelta(days=later)
    one, other = (fold(_drawn(entries), today, PLAIN) for entries in (unlike, shuffled))
    assert replace(one, warnings=(), skipped=()) == replace(other, warnings=(), skipped=())
    assert [code for _, code in one.warnings] == [code for _, code in other.warnings]


URGENCY = ("none", "open", "upcoming", "due", "overdue")


@settings(max_examples=examples(500), deadline=None)
@given(ENTRIES, st.integers(400, 600))
def test_time_makes_nothing_less_urgent(drawn: list[tuple[str, int, int | None]], later: int) -> None:
    """A task would fade by waiting, though its stage did not end."""
    entries = _drawn(drawn)
    today = START + timedelta(days=later)
    one, other = (fold(entries, one, PLAIN) for one in (today, today + timedelta(days=1)))
    if one.row == other.row and one.step.action == other.step.action:
        assert URGENCY.index(other.step.status(today + timedelta(days=1))) >= URGENCY.index(one.step.status(today))
