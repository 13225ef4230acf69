"""Talks moved, confirmed, held, called off; the clock of gratitude at midnight, year's end and clock changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from netscout.campaign.fold import fold
from netscout.campaign.gratitude import thanks_by, zone_of
from netscout.campaign.talks import FIXED, HELD, OFF, talks
from netscout.campaign.workdays import Workdays
from tests.campaign.campaign_log import log

TODAY = date(2026, 4, 30)
DAYS = Workdays()


def test_a_moved_talk_stays_one_and_keeps_its_zone() -> None:
    """The calendar would hold both days, or the moved talk would lose its zone."""
    first, second = log(("scheduled", "2026-03-16", "2026-03-23"), ("scheduled", "2026-03-18", "2026-03-25"))
    moved = [replace(first, at="14:30", zone="Europe/Berlin", minutes=25), replace(second, at="10:00")]
    (found,) = talks(moved, TODAY, DAYS)
    assert (found.number, found.day, found.at, found.zone, found.minutes, found.state) == (
        *(1, date(2026, 3, 25), time(10), "Europe/Berlin", 25),
        FIXED,
    )


def test_a_confirmation_may_say_the_time() -> None:
    """A time that was settled last would not reach the calendar; a later move would still count as confirmed."""
    entries = log(("scheduled", "2026-03-16", "2026-03-23"), ("confirmed", "2026-03-20"))
    entries[1] = replace(entries[1], at="16:15", zone="Europe/London")
    (found,) = talks(entries, TODAY, DAYS)
    assert found.confirmed is not None
    assert (found.at, found.zone) == (time(16, 15), "Europe/London")
    (moved,) = talks([*entries, replace(entries[0], on="2026-03-21", for_day="2026-03-24", seq=3)], TODAY, DAYS)
    assert (moved.confirmed, moved.at, moved.zone) == (None, None, "Europe/London")


@pytest.mark.parametrize(
    "end", ["cancelled", "missed", "declined", "deferred", "bounced", "closed", "reopened", "do-not-contact"]
)
def test_whatever_ends_a_fixed_talk_takes_it_off(end: str) -> None:
    """A talk that will not take place would stand in the calendar for ever."""
    (found,) = talks(log(("scheduled", "2026-03-16", "2026-03-23"), (end, "2026-03-18")), TODAY, DAYS)
    assert found.state == OFF


def test_a_talk_is_held_on_the_day_it_was_held() -> None:
    """Thanks would be due by the day that was planned; a talk after one that fell through would be the same talk."""
    entries = log(
        *(("scheduled", "2026-03-16", "2026-03-23"), ("missed", "2026-03-23")),
        *(("scheduled", "2026-03-24", "2026-03-30"), ("met", "2026-03-27"), ("scheduled", "2026-04-20", "2026-04-28")),
    )
    assert [(one.number, one.state, one.day.day) for one in talks(entries, TODAY, DAYS)] == [
        *((1, OFF, 23), (3, HELD, 27), (5, FIXED, 28)),
    ]
    assert [one.number for one in talks(entries, date(2026, 3, 20), DAYS)] == [1]


def test_without_a_time_thanks_are_due_by_the_table() -> None:
    """Two clocks of gratitude would tell two days: the page one, the calendar another; leap days and years included."""
    for met in (date(2026, 3, 23), date(2028, 2, 28), date(2028, 2, 29), date(2026, 12, 31)):
        step = fold(log(("met", met.isoformat())), met, DAYS).step
        assert (step.due, step.overdue) == thanks_by(met)
    assert thanks_by(date(2026, 12, 30)) == (date(2026, 12, 31), date(2027, 1, 1))
    assert thanks_by(date(2028, 2, 28)) == (date(2028, 2, 29), date(2028, 3, 1))


def test_with_a_time_thanks_are_due_by_the_hour() -> None:
    """A talk that ends after midnight or at New Year would be thanked for a day early or late."""
    assert thanks_by(date(2026, 3, 23), time(14), 30) == (datetime(2026, 3, 24, 14, 30), datetime(2026, 3, 25, 14, 30))  # noqa: DTZ001  # local time
    assert thanks_by(date(2026, 3, 23), time(23, 50), 20)[0] == datetime(2026, 3, 25, 0, 10)  # noqa: DTZ001  # local time
    assert thanks_by(date(2026, 12, 31), time(23, 50), 20)[1] == datetime(2027, 1, 3, 0, 10)  # noqa: DTZ001  # local time


def test_hours_pass_where_the_clock_jumps() -> None:
    """The clock loses an hour in March and gains one in October: 24 hours are not a day of the calendar then."""

    def wall(day: date, at: time) -> str:
        due, _ = thanks_by(day, at, 30, "Europe/Berlin")
        return due.isoformat()

    assert wall(date(2026, 3, 28), time(14)) == "2026-03-29T15:30:00+02:00"
    assert wall(date(2026, 10, 24), time(14)) == "2026-10-25T13:30:00+01:00"
    assert wall(date(2026, 3, 29), time(2, 30)) == "2026-03-30T04:00:00+02:00"  # 02:30 was skipped: taken as 03:30
    assert wall(date(2026, 10, 25), time(2, 30)) == "2026-10-26T02:00:00+01:00"  # 02:30 came twice: the first


def test_only_names_of_the_database_are_zones() -> None:
    """A word for people would raise, or a path would be read from disk."""
    assert zone_of("Europe/Berlin") is not None
    words = ("Berlin time", "CEST", "../../etc/passwd", "/etc/localtime", "Europe", "Europe/Nowhere", "A" * 300)
    for word in (*words, "localtime", "posix/Europe/Berlin", "europe/berlin", "Europe/Berlin\r\nX:1", "", None):
        assert zone_of(word) is None, word
