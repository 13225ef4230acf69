"""Entries of the log as they are typed: days, times, what is refused and why."""

from __future__ import annotations

from datetime import date

import pytest

from netscout.campaign.entry import NOTE_MOST, check_possible, entry
from netscout.campaign.stages import EVENTS
from netscout.campaign.workdays import Workdays
from netscout.errors import RefusedError
from netscout.model.event import Event
from netscout.model.standing import Typed
from tests.campaign.campaign_log import log

TODAY = date(2026, 3, 16)


@pytest.mark.parametrize("event", [key for key, one in EVENTS.items() if one.by_hand and key != "scheduled"])
def test_an_entry_of_today(event: str) -> None:
    """An event of the table could not be logged."""
    found = entry("p0001", Typed(event), TODAY)
    assert found == Event("p0001", event, "2026-03-16", logged_on="2026-03-16")


def test_everything_typed_is_kept() -> None:
    """A time, a zone or a note would be lost, or a time be kept in two forms."""
    typed = Typed("scheduled", "2026-03-12", "2026-03-23", "9:05", " Europe/Berlin ", 30, " by phone\nher number ")
    assert entry("p0001", typed, TODAY) == Event(
        *("p0001", "scheduled", "2026-03-12", "2026-03-23", "09:05", "Europe/Berlin", 30, "by phone\nher number"),
        logged_on="2026-03-16",
    )


@pytest.mark.parametrize("event", ["scheduled", "deferred"])
def test_a_day_to_come_is_what_it_speaks_of(event: str) -> None:
    """`log PERSON scheduled --on` with the day of the talk would be refused, or fix the talk for today."""
    found = entry("p0001", Typed(event, "2026-03-23"), TODAY)
    assert (found.on, found.for_day) == ("2026-03-16", "2026-03-23")


REFUSED = [
    (Typed("askd"), "Did you mean asked"),
    (Typed("sang"), "log --help"),
    (Typed("referred"), "not logged by hand"),
    (Typed("retracted"), "--undo"),
    (Typed("asked", "2026-03-17"), "still to come"),
    (Typed("met", "2027-01-01"), "still to come"),
    (Typed("asked", "soon"), "--on cannot be read"),
    (Typed("asked", "2026-02-30"), "--on cannot be read"),
    (Typed("asked", ahead="2026-03-20"), "no other day"),
    (Typed("scheduled"), "day of the talk is missing"),
    (Typed("scheduled", "2026-03-10"), "day of the talk is missing"),
    (Typed("scheduled", "2026-03-10", "2026-03-09"), "lies before"),
    (Typed("scheduled", ahead="2026-03-20", at="25:00"), "--at cannot be read"),
    (Typed("scheduled", ahead="2026-03-20", at="half past"), "--at cannot be read"),
    (Typed("noted", note="x" * (NOTE_MOST + 1)), "10,001 characters"),
    (Typed("noted", zone="x" * 61), "61 characters"),
]


@pytest.mark.parametrize(("typed", "says"), REFUSED, ids=lambda one: one if isinstance(one, str) else one.event)
def test_what_is_refused(typed: Typed, says: str) -> None:
    """A wrong entry would be logged, or be refused without saying what to do."""
    with pytest.raises(RefusedError) as fault:
        entry("p0001", typed, TODAY)
    assert says in str(fault.value)
    assert fault.value.next_step


def test_controls_become_blanks() -> None:
    """A note would carry what runs on a terminal, or turns the direction of writing."""
    note = "a\x1b[31mb\u202ec\x00"
    assert entry("p0001", Typed("noted", note=note), TODAY).note == "a [31mb c"


def test_impossible_entries_name_the_reason() -> None:
    """A talk would be confirmed that was never fixed."""
    entries = log(("asked", "2026-03-02"))
    with pytest.raises(RefusedError, match="no talk is fixed") as fault:
        check_possible(entries, entry("p0001", Typed("confirmed"), TODAY), Workdays())
    assert fault.value.code == "E-impossible"
    check_possible(entries, entry("p0001", Typed("replied"), TODAY), Workdays())


def test_late_entries_are_held_against_their_own_day() -> None:
    """A confirmation logged late, of a day on which the talk was fixed, would be refused because the talk is over."""
    entries = log(("asked", "2026-03-02"), ("scheduled", "2026-03-04", "2026-03-12"), ("met", "2026-03-12"))
    check_possible(entries, entry("p0001", Typed("confirmed", "2026-03-11"), TODAY), Workdays())
    with pytest.raises(RefusedError, match="no talk is fixed"):
        check_possible(entries, entry("p0001", Typed("confirmed", "2026-03-13"), TODAY), Workdays())
