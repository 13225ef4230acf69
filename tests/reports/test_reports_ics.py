"""Calendar files: read back by another program, lines short, names inert, zones spelt out with every clock change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from netscout.model.dated import TALK, Dated
from netscout.reports.exports.ics import ics_text
from netscout.reports.text import tidy

GOLDEN = Path(__file__).parent / "data" / "calendar.ics"
MADE = date(2026, 3, 9)
TALKS = [
    Dated(
        *("talk-3", TALK, "p0001", date(2026, 3, 23), "Talk with Nora Quill", "25 minutes.\nNot confirmed yet."),
        *(time(14, 30), "Europe/Berlin", 25, 2, MADE),
    ),
    Dated(
        *("talk-9", TALK, "p0002", date(2028, 2, 29), "Talk with Tomas Hale", "", time(9), "", 20, 5, MADE),
        off=True,
    ),
    Dated(
        *("1-thank-20261231", "thank", "p0003", date(2026, 12, 31), "Zoë Ångström: say thank you"),
        stamp=date(2026, 12, 30),
    ),
]


def read(entries: list[Dated]) -> list[Event]:
    """Return the entries as another program reads them."""
    calendar = Calendar.from_ical(ics_text(entries, "w7f3ab1"))
    assert isinstance(calendar, Calendar)
    assert not calendar.errors
    return [one for one in calendar.walk("VEVENT") if isinstance(one, Event)]


def test_golden() -> None:
    """A changed byte would be a changed entry in every calendar that holds it."""
    assert ics_text(TALKS, "w7f3ab1") == GOLDEN.read_bytes().decode("utf-8")


@pytest.mark.check(40)
def test_another_program_reads_the_same() -> None:
    """A talk would stand on another day, at another hour, or for another length of time."""
    berlin, floating, whole = read(TALKS)
    assert berlin.start == datetime(2026, 3, 23, 14, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert berlin.duration == timedelta(minutes=25)
    assert (str(berlin["SUMMARY"]), str(berlin["DESCRIPTION"])) == (TALKS[0].title, TALKS[0].text)
    assert (str(berlin["UID"]), berlin["SEQUENCE"]) == ("netscout-w7f3ab1-talk-3", 2)
    assert floating.start == datetime(2028, 2, 29, 9)  # noqa: DTZ001  # no zone was written
    assert str(floating["STATUS"]) == "CANCELLED"
    assert (whole.start, whole.end) == (date(2026, 12, 31), date(2027, 1, 1))
    assert datetime(2026, 12, 30, tzinfo=UTC) == whole.DTSTAMP


@pytest.mark.check(62)
@pytest.mark.parametrize(
    "name", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca", "UTC"]
)
def test_zones_tell_every_change_of_the_clock(name: str) -> None:
    """A calendar that does not know the zone by its name would show the talk an hour off after a change."""
    entry = Dated("talk-1", TALK, "p0001", date(2026, 6, 1), "Talk", at=time(12), zone=name, minutes=20)
    calendar = Calendar.from_ical(ics_text([entry], "w7f3ab1"))
    told: Any = calendar.walk("VTIMEZONE")[0]
    rules = sorted((one["DTSTART"].dt, one["TZOFFSETFROM"].td, one["TZOFFSETTO"].td) for one in told.subcomponents)
    for days in range(365 * 2):
        moment = datetime(2025, 7, 1, 5, tzinfo=UTC) + timedelta(days=days)
        told_offset = [to for start, before, to in rules if start - before <= moment.replace(tzinfo=None)][-1]
        assert moment.astimezone(ZoneInfo(name)).utcoffset() == told_offset, moment


@pytest.mark.check(40)
@example(["é" * 300, "x" * 300])
@given(st.lists(st.text(max_size=200), min_size=1, max_size=4))
def test_any_name_comes_through_as_text(names: list[str]) -> None:
    """A name with a line break would add lines of its own; a long one would be cut inside a letter."""
    entries = [Dated(f"talk-{place}", TALK, "p1", date(2026, 3, 23), name, name) for place, name in enumerate(names)]
    raw = ics_text(entries, "w7f3ab1").encode("utf-8")
    assert raw.replace(b"\r\n", b"").count(b"\r") == raw.replace(b"\r\n", b"").count(b"\n") == 0
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    back = read(entries)
    assert [" ".join(str(one.get("SUMMARY", "")).split()) for one in back] == [
        " ".join(tidy(one).split()) for one in names
    ]


@pytest.mark.check(40)
def test_a_hostile_name_adds_nothing() -> None:
    """Somebody could put a meeting of theirs, or an alarm that runs a program, into the user's calendar."""
    name = "Eve\r\nEND:VEVENT\r\nBEGIN:VALARM\nACTION:PROCEDURE\u2028X:1\x85Y:2\x0bZ:3;,\\n\u202e"
    (found,) = read([Dated("talk-1", TALK, "p1", date(2026, 3, 23), name, name)])
    assert found.subcomponents == []
    assert sorted(found) == sorted(
        ("UID", "DTSTAMP", "SEQUENCE", "STATUS", "CLASS", "TRANSP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION")
    )
    assert str(found["SUMMARY"]).startswith("Eve END:VEVENT BEGIN:VALARM ACTION:PROCEDURE X:1 Y:2 Z:3;,\\n")
