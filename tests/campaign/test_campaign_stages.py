"""The table of stages row by row, what ends by itself, further transitions, and what cannot be true."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from netscout.campaign import gratitude
from netscout.campaign.case import Case
from netscout.campaign.fold import fold, is_impossible
from netscout.campaign.stages import EVENTS, IMPOSSIBLE, STAGES, WARNINGS, When
from netscout.campaign.workdays import Workdays
from netscout.model.event import Event
from netscout.model.standing import Beside, Standing, Step
from tests.campaign.campaign_log import Entry, day, days, log

PLAIN = Workdays()
ASKED: Entry = ("asked", "2026-03-02")
FIXED: Entry = ("scheduled", "2026-03-05", "2026-03-20")
MET: tuple[Entry, ...] = (ASKED, ("met", "2026-03-20"))
IN_TOUCH: tuple[Entry, ...] = (*MET, ("thanked", "2026-03-21"), ("updated", "2026-03-30"))


def at(today: str, *entries: Entry, beside: Beside | None = None, year: int = 2026) -> Standing:
    """Return how things stand on a day of these entries."""
    return fold(log(*entries), day(today, year), PLAIN, beside or Beside())


ROWS: list[tuple[str, str, tuple[Entry, ...], str, str, str, str, str]] = [
    # row, today, log, stage, action, due, overdue, status
    ("listed", "Mon 2 Mar", (), "listed", "ask", "", "", "open"),
    ("asked", "Tue 10 Mar", (ASKED,), "asked", "follow-up", "Wed 11 Mar", "Mon 16 Mar", "upcoming"),
    ("asked", "Wed 11 Mar", (ASKED,), "asked", "follow-up", "Wed 11 Mar", "Mon 16 Mar", "due"),
    ("asked", "Mon 16 Mar", (ASKED,), "asked", "follow-up", "Wed 11 Mar", "Mon 16 Mar", "overdue"),
    ("resting", "Mon 30 Mar", (ASKED,), "resting", "none", "", "", "none"),
    (
        *("followed-up", "Thu 19 Mar", (ASKED, ("followed-up", "2026-03-11")), "followed-up", "let-go"),
        *("Fri 20 Mar", "", "upcoming"),
    ),
    ("resting", "Fri 20 Mar", (ASKED, ("followed-up", "2026-03-11")), "resting", "none", "", "", "none"),
    (
        *("replied", "Thu 5 Mar", (ASKED, ("replied", "2026-03-05")), "replied", "schedule"),
        *("Fri 6 Mar", "Tue 10 Mar", "upcoming"),
    ),
    (
        *("arranging", "Fri 6 Mar", (ASKED, ("replied", "2026-03-05"), ("followed-up", "2026-03-06"))),
        *("arranging", "follow-up", "Wed 11 Mar", "Mon 16 Mar", "upcoming"),
    ),
    (
        "arranging-nudged",
        "Wed 11 Mar",
        (ASKED, ("replied", "2026-03-05"), ("followed-up", "2026-03-06"), ("followed-up", "2026-03-11")),
        *("arranging", "let-go", "Fri 20 Mar", "", "upcoming"),
    ),
    (
        *("deferred", "Thu 5 Mar", (ASKED, ("deferred", "2026-03-05", "2026-05-02")), "deferred", "ask"),
        *("Mon 4 May", "Mon 11 May", "upcoming"),
    ),
    (
        *("deferred", "Thu 5 Mar", (ASKED, ("deferred", "2026-03-05")), "deferred", "ask"),
        *("Wed 3 Jun", "Wed 10 Jun", "upcoming"),
    ),
    (
        *("declined", "Thu 5 Mar", (ASKED, ("declined", "2026-03-05")), "declined", "thank"),
        *("Fri 6 Mar", "Tue 10 Mar", "upcoming"),
    ),
    (
        *("declined-thanked", "Fri 6 Mar", (ASKED, ("declined", "2026-03-05"), ("thanked", "2026-03-06"))),
        *("declined", "none", "", "", "none"),
    ),
    (
        *("bounced", "Thu 5 Mar", (ASKED, ("bounced", "2026-03-05")), "bounced", "fix-address"),
        *("Fri 6 Mar", "Fri 13 Mar", "upcoming"),
    ),
    (
        *("scheduled", "Wed 18 Mar", (ASKED, FIXED), "scheduled", "confirm"),
        *("Thu 19 Mar", "Fri 20 Mar", "upcoming"),
    ),
    ("scheduled-soon", "Fri 20 Mar", (ASKED, FIXED), "scheduled", "meet", "Fri 20 Mar", "", "due"),
    (
        *("scheduled-soon", "Thu 19 Mar", (ASKED, ("scheduled", "2026-03-19", "2026-03-20")), "scheduled", "meet"),
        *("Fri 20 Mar", "", "upcoming"),
    ),
    (
        *("confirmed", "Thu 19 Mar", (ASKED, FIXED, ("confirmed", "2026-03-19")), "confirmed", "meet"),
        *("Fri 20 Mar", "", "upcoming"),
    ),
    (
        *("scheduled-past", "Sat 21 Mar", (ASKED, FIXED), "scheduled", "record-outcome"),
        *("Sat 21 Mar", "Sun 22 Mar", "due"),
    ),
    (
        *("confirmed-past", "Sun 22 Mar", (ASKED, FIXED, ("confirmed", "2026-03-19")), "confirmed", "record-outcome"),
        *("Sat 21 Mar", "Sun 22 Mar", "overdue"),
    ),
    (
        *("slipped", "Thu 19 Mar", (ASKED, FIXED, ("cancelled", "2026-03-19")), "slipped", "reschedule"),
        *("Fri 20 Mar", "Wed 25 Mar", "upcoming"),
    ),
    ("met", "Fri 20 Mar", MET, "met", "thank", "Sat 21 Mar", "Sun 22 Mar", "upcoming"),
    (
        *("thanked", "Sat 21 Mar", (*MET, ("thanked", "2026-03-21")), "thanked", "keep-in-touch"),
        *("Mon 20 Apr", "Mon 4 May", "upcoming"),
    ),
    ("in-touch", "Mon 30 Mar", IN_TOUCH, "in-touch", "keep-in-touch", "Mon 29 Jun", "Mon 13 Jul", "upcoming"),
    ("closed", "Thu 5 Mar", (ASKED, ("closed", "2026-03-05")), "closed", "none", "", "", "none"),
    (
        *("do-not-contact", "Thu 5 Mar", (ASKED, ("do-not-contact", "2026-03-05")), "do-not-contact", "none"),
        *("", "", "none"),
    ),
]


@pytest.mark.parametrize("line", ROWS, ids=lambda line: f"{line[0]} {line[1]}")
def test_the_table_of_stages(line: tuple[str, str, tuple[Entry, ...], str, str, str, str, str]) -> None:
    """A stage would ask for the wrong thing, or on the wrong day."""
    row, today, entries, stage, action, due, overdue, status = line
    found = at(today, *entries)
    assert (found.row, found.stage, found.step.action) == (row, stage, action)
    assert [found.step.due, found.step.overdue] == days([due, overdue])
    assert found.step.status(day(today)) == status


def test_every_row_of_the_table_is_tested() -> None:
    """A new row of the table would go untested."""
    assert {one[0] for one in ROWS} == set(STAGES)


TIMES: list[tuple[str, tuple[Entry, ...], str]] = [
    # a day on which the stage rests, after that log; the day before it does not
    ("Mon 30 Mar", (ASKED,), "asked"),
    ("Fri 20 Mar", (ASKED, ("followed-up", "2026-03-11")), "followed-up"),
    ("Fri 3 Apr", (ASKED, ("replied", "2026-03-05"), ("followed-up", "2026-03-06")), "arranging"),
    (
        "Fri 20 Mar",
        (ASKED, ("replied", "2026-03-05"), ("followed-up", "2026-03-06"), ("followed-up", "2026-03-11")),
        "arranging",
    ),
    ("Thu 16 Apr", (ASKED, FIXED, ("missed", "2026-03-19")), "slipped"),
]


@pytest.mark.parametrize(("when", "entries", "before"), TIMES)
def test_stages_that_end_by_themselves(when: str, entries: tuple[Entry, ...], before: str) -> None:
    """Somebody who never answered would be waited for for ever, or be given up a day early."""
    today = day(when)
    assert fold(log(*entries), today, PLAIN).stage == "resting"
    assert fold(log(*entries), today - timedelta(days=1), PLAIN).stage == before
    assert fold(log(*entries), today, PLAIN).may_ask_from == today + timedelta(days=180)


MOVES: list[tuple[str, tuple[Entry, ...], str, list[str]]] = [
    # today, log, stage, warnings
    ("Tue 3 Mar", (ASKED, ("asked", "2026-03-03")), "followed-up", ["W-one-open", "W-early"]),
    ("Thu 5 Mar", (ASKED, ("replied", "2026-03-04"), ("asked", "2026-03-05")), "replied", ["W-one-open"]),
    ("Thu 5 Mar", (ASKED, ("followed-up", "2026-03-05")), "followed-up", ["W-early"]),
    (
        *("Fri 20 Mar", (ASKED, ("followed-up", "2026-03-11"), ("followed-up", "2026-03-12")), "followed-up"),
        ["W-second-follow-up"],
    ),
    ("Mon 6 Apr", (ASKED, ("followed-up", "2026-04-06")), "followed-up", []),
    (
        *("Mon 6 Apr", (ASKED, ("followed-up", "2026-03-11"), ("followed-up", "2026-04-06")), "resting"),
        ["W-second-follow-up"],
    ),
    ("Mon 6 Apr", (ASKED, ("asked", "2026-04-06")), "asked", ["W-too-soon"]),
    (
        *("Mon 6 Apr", (ASKED, ("deferred", "2026-03-05", "2026-05-02"), ("asked", "2026-04-06")), "asked"),
        ["W-too-soon"],
    ),
    ("Mon 6 Apr", (ASKED, ("declined", "2026-03-05"), ("asked", "2026-04-06")), "asked", ["W-declined"]),
    (
        *("Mon 6 Apr", (ASKED, ("declined", "2026-03-05"), ("heard-from", "2026-04-02"), ("asked", "2026-04-06"))),
        *("asked", []),
    ),
    ("Mon 6 Apr", (ASKED, ("declined", "2026-03-05"), ("replied", "2026-04-06")), "replied", []),
    ("Mon 6 Apr", (ASKED, ("closed", "2026-03-05"), ("replied", "2026-04-06")), "replied", []),
    ("Mon 6 Apr", (ASKED, ("closed", "2026-03-05"), ("asked", "2026-04-06")), "asked", ["W-closed"]),
    ("Mon 6 Apr", (ASKED, ("closed", "2026-03-05"), ("reopened", "2026-04-06")), "listed", []),
    ("Mon 6 Apr", (ASKED, ("replied", "2026-04-06")), "replied", []),
    (
        *("Fri 20 Mar", (ASKED, FIXED, ("cancelled", "2026-03-10"), ("scheduled", "2026-03-11", "2026-03-30"))),
        *("scheduled", []),
    ),
    (
        "Wed 18 Mar",
        (
            *(ASKED, FIXED, ("cancelled", "2026-03-10"), ("scheduled", "2026-03-11", "2026-03-17")),
            ("missed", "2026-03-17"),
        ),
        *("resting", []),
    ),
    ("Mon 23 Mar", (*MET, ("thanked", "2026-03-23")), "thanked", ["W-late-thanks"]),
    ("Mon 23 Mar", (*MET, ("thanked", "2026-03-22")), "thanked", []),
    ("Mon 30 Mar", (*MET, ("thanked", "2026-03-21"), ("thanked", "2026-03-30")), "in-touch", []),
    ("Mon 30 Mar", (*IN_TOUCH, ("met", "2026-03-30")), "met", []),
    ("Mon 30 Mar", (*MET, ("declined", "2026-03-30")), "met", []),
    ("Mon 30 Mar", (("met", "2026-03-30"),), "met", []),
    (
        *("Mon 6 Apr", (("do-not-contact", "2026-03-02"), ("asked", "2026-04-06")), "do-not-contact"),
        ["W-dnc"],
    ),
    (
        *("Mon 6 Apr", (("do-not-contact", "2026-03-02"), ("reopened", "2026-04-06")), "do-not-contact"),
        ["W-dnc"],
    ),
]


@pytest.mark.parametrize(("today", "entries", "stage", "warnings"), MOVES)
def test_further_transitions(today: str, entries: tuple[Entry, ...], stage: str, warnings: list[str]) -> None:
    """A fact out of order would be lost, or pass without its warning."""
    found = at(today, *entries)
    assert found.stage == stage
    assert [code for _, code in found.warnings] == warnings


def test_every_warning_is_tested() -> None:
    """A new warning would go untested."""
    assert {code for *_, codes in MOVES for code in codes} == set(WARNINGS)


def test_reopened_with_a_note_lifts_do_not_contact() -> None:
    """The final event could never be corrected."""
    entries = log(("do-not-contact", "2026-03-02"), ("reopened", "2026-03-03"))
    noted = [entries[0], replace(entries[1], note="they wrote and asked me to")]
    assert fold(noted, day("Mon 6 Apr"), PLAIN).stage == "listed"


IMPOSSIBLES: list[tuple[str, tuple[Entry, ...]]] = [
    ("confirmed", (ASKED,)),
    ("cancelled", (ASKED, ("replied", "2026-03-03"))),
    ("missed", ()),
    ("thanked", (ASKED,)),
    ("advice-followed", MET),
    ("advice-dropped", MET),
    ("followed-up", ()),
]


@pytest.mark.parametrize(("event", "entries"), IMPOSSIBLES)
def test_what_cannot_be_true(event: str, entries: tuple[Entry, ...]) -> None:
    """A talk could be confirmed that was never fixed; an old log that says so would crash, or move the stage."""
    entry = Event("p0001", event, "2026-04-06", seq=99)
    assert is_impossible(log(*entries), entry, PLAIN)
    before = fold(log(*entries), day("Mon 6 Apr"), PLAIN)
    assert fold([*log(*entries), entry], day("Mon 6 Apr"), PLAIN) == replace(before, skipped=(99,))


def test_every_impossible_event_is_tested() -> None:
    """A new impossible event would go untested."""
    assert {event for event, _ in IMPOSSIBLES} == set(IMPOSSIBLE)


def test_prepare_and_notes_stand_beside_the_next_action() -> None:
    """Nobody would be reminded to prepare, or to write down what was said."""
    fixed = at("Mon 9 Mar", ASKED, FIXED)
    assert fixed.sides == (Step("prepare", day("Wed 18 Mar"), day("Fri 20 Mar")),)
    assert at("Mon 9 Mar", ASKED, FIXED, ("prepared", "2026-03-06")).sides == ()
    assert at("Fri 20 Mar", *MET).sides == (Step("write-notes", day("Fri 20 Mar"), day("Sun 22 Mar")),)
    assert at("Fri 20 Mar", *MET, ("noted", "2026-03-20")).sides == ()


BY_HAND = sorted(key for key, one in EVENTS.items() if one.by_hand)


@pytest.mark.parametrize("row", sorted(set(STAGES) - {"closed", "declined", "declined-thanked", "do-not-contact"}))
def test_no_dead_ends(row: str) -> None:
    """From some stage no entry would lead on."""
    today, entries = next((day(one[1]), log(*one[2])) for one in ROWS if one[0] == row)
    on = today + timedelta(days=1)
    found = set()
    for event in BY_HAND:
        entry = Event("p0001", event, on.isoformat(), seq=99)
        if not is_impossible(entries, entry, PLAIN):
            found.add(fold([*entries, entry], on, PLAIN).row)
    assert found - {row, "closed", "do-not-contact"}


def test_a_row_without_its_anchor_is_a_fault_of_the_table() -> None:
    """A due day reckoned from a day that is not there would be some other day."""
    with pytest.raises(TypeError, match="replied"):
        Case(PLAIN).reckon(When("bd", "replied", 2))


def test_thanks_need_their_days_in_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table whose row for a talk lost its days would owe thanks on no day at all."""
    monkeypatch.setitem(STAGES, "met", replace(STAGES["met"], due=None))
    with pytest.raises(TypeError, match="met"):
        gratitude.thanks_by(day("Fri 20 Mar", 2026))
