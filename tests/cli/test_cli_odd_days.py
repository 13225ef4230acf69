"""`--today` on days that programs trip over: leap days, changes of the clock, the ends of years and of calendars."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

FEW = ("1970-01-01", "2026-03-29", "2028-02-29", "2038-01-19")
MORE = (
    *("1969-12-31", "2000-02-29", "2024-02-29", "2026-10-25", "2026-12-31", "2027-01-01", "2038-01-20", "2099-12-31"),
    *("2100-02-28", "1950-01-01", "2199-12-31", "2200-01-01", "9999-12-31", "9999-12-30", "0001-01-01"),
)
READING = (
    ("today",),
    ("stats",),
    ("changes",),
    ("doctor",),
    ("show", "Ana Example"),
    ("log", "Ana Example"),
    ("titles",),
)


@pytest.fixture
def three(run: Run, tmp_path: Path) -> Run:
    """Load three invented people, one with an open request."""
    path = tmp_path / "people.csv"
    path.write_text("Name;Firma\nAna Example;Northwind\nBo Roe;Contoso\nCleo Ritter;Fabrikam\n", encoding="utf-8")
    assert run("load", path, "--map", "Name=full", "--map", "Firma=company").exit_code == 0
    return run


@pytest.mark.check(62)
@pytest.mark.parametrize(
    ("day", "event", "step"),
    [
        ("2026-03-28", "met", ("thank", "2026-03-29", "2026-03-30")),
        ("2026-03-29", "met", ("thank", "2026-03-30", "2026-03-31")),
        ("2026-03-27", "replied", ("schedule", "2026-03-30", "2026-04-01")),
        ("2026-10-24", "met", ("thank", "2026-10-25", "2026-10-26")),
        ("2026-10-25", "met", ("thank", "2026-10-26", "2026-10-27")),
        ("2026-10-23", "replied", ("schedule", "2026-10-26", "2026-10-28")),
        ("2026-03-08", "met", ("thank", "2026-03-09", "2026-03-10")),
        ("2026-11-01", "met", ("thank", "2026-11-02", "2026-11-03")),
        ("2038-01-19", "met", ("thank", "2038-01-20", "2038-01-21")),
        ("2038-01-19", "replied", ("schedule", "2038-01-20", "2038-01-22")),
        ("2028-02-29", "replied", ("schedule", "2028-03-01", "2028-03-03")),
        ("2026-12-31", "replied", ("schedule", "2027-01-01", "2027-01-05")),
        ("2027-01-01", "met", ("thank", "2027-01-02", "2027-01-03")),
    ],
)
def test_duties_fall_on_their_day(three: Run, day: str, event: str, step: tuple[str, str, str]) -> None:
    """An hour that is missing or comes twice, a leap day or the end of a year would move what is owed."""
    done = three("--today", day, "log", "Ana Example", event, "--json")
    assert done.exit_code == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["next"], found["due"], found["overdue_from"]) == step


@pytest.mark.check(62)
@pytest.mark.parametrize("day", [*FEW, *(pytest.param(one, marks=pytest.mark.slow) for one in MORE)])
def test_no_command_trips_over_a_day(three: Run, tmp_path: Path, day: str) -> None:
    """A day at the edge of what a program can count, on which a command ends as a bug of ours."""
    for event in ("asked", "replied", "met"):
        done = three("--today", day, "log", "Ana Example", event)
        assert done.exit_code in (0, 1, 2), (event, done.stderr)
        assert "Traceback" not in done.output
    out = tmp_path / "a.ics"
    for words in (
        *READING,
        ("calendar", "--out", out),
        ("log", "Bo Roe", "deferred", "--for", day),
        ("load", tmp_path / "people.csv"),
    ):
        done = three("--today", day, *words)
        assert done.exit_code in (0, 1, 2), (words, done.stderr)
        assert "Traceback" not in done.output
        assert not done.exit_code or len(done.stderr.strip().splitlines()) >= 2


@pytest.mark.slow
@pytest.mark.check(62)
@pytest.mark.parametrize("day", ["1970-01-01", "2038-01-19", "2199-12-31"])
def test_lists_and_pages_are_made_on_any_day(run: Run, tiny: Path, tmp_path: Path, day: str) -> None:
    """A page or a list that counts days and meets one it cannot count to."""
    assert run("load", tiny).exit_code == 0
    assert run("target", "add", "data", "--role", "Data Analyst").exit_code == 0
    for words in (
        ("rank",),
        ("report", "--out", tmp_path / "a.html"),
        ("export", "people", "--out", tmp_path / "a.xlsx"),
    ):
        done = run("--today", day, *words)
        assert done.exit_code == 0, (words, done.stderr)
