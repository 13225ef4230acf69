"""The clocks of `log` and `today`: midnight, leap days, years' ends, weekends, holidays, days gone by; two at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Done, Run, RunProcess


def told(done: Done) -> dict[str, Any]:
    """Return the JSON of a command that ended well."""
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def three(run: Run, tmp_path: Path) -> Run:
    """Load three invented people."""
    path = tmp_path / "people.csv"
    path.write_text("Name;Firma\nAna Example;Northwind\nBo Roe;Contoso\nCleo Ritter;Fabrikam\n", encoding="utf-8")
    assert run("load", path, "--map", "Name=full", "--map", "Firma=company").exit_code == 0
    return run


def due(run: Run, day: str, *words: str) -> tuple[str, str | None, str | None]:
    """Log something with Ana on a day, and return the next step with its day and the day from which it is overdue."""
    found = told(run("--today", day, "log", "Ana Example", *words, "--json"))
    return found["next"], found["due"], found["overdue_from"]


@pytest.mark.check(62)
@pytest.mark.parametrize(
    ("day", "words", "step"),
    [
        ("2028-02-28", ("met",), ("thank", "2028-02-29", "2028-03-01")),
        ("2028-02-29", ("met",), ("thank", "2028-03-01", "2028-03-02")),
        ("2027-02-28", ("met",), ("thank", "2027-03-01", "2027-03-02")),
        ("2026-12-31", ("met",), ("thank", "2027-01-01", "2027-01-02")),
        ("2026-12-24", ("replied",), ("schedule", "2026-12-25", "2026-12-29")),
        ("2026-12-31", ("asked",), ("follow-up", "2027-01-11", "2027-01-14")),
        ("2026-11-20", ("met",), ("thank", "2026-11-21", "2026-11-22")),
        ("2026-11-20", ("replied",), ("schedule", "2026-11-23", "2026-11-25")),
        ("2026-11-16", ("deferred", "--for", "2028-02-29"), ("ask", "2028-02-29", "2028-03-07")),
    ],
)
def test_days_at_the_edges_of_the_calendar(three: Run, day: str, words: tuple[str, ...], step: tuple[str, ...]) -> None:
    """A leap day, a year's end or a weekend would move what is due."""
    assert due(three, day, *words) == step


def test_weekend_and_holidays_are_those_of_the_user(three: Run, workspace: Path) -> None:
    """Where Friday and Saturday are free, reminders would be due on a day off; gratitude knows no holiday."""
    plan = workspace / "targets.toml"
    rules = '[calendar]\nweekend = ["fri", "sat"]\nholidays = ["2026-11-22"]\n'
    plan.write_text(plan.read_text(encoding="utf-8") + rules, encoding="utf-8")
    assert due(three, "2026-11-19", "replied") == ("schedule", "2026-11-23", "2026-11-25")
    assert due(three, "2026-11-20", "met") == ("thank", "2026-11-21", "2026-11-22")


@pytest.mark.check(62)
def test_midnight_is_the_end_of_a_day(three: Run) -> None:
    """A talk late at night would count for the next day; two things of one day would be read in the wrong order."""
    night = ("--on", "2026-11-15", "--at", "23:59")
    assert due(three, "2026-11-16", "met", *night) == ("thank", "2026-11-16", "2026-11-17")
    assert due(three, "2026-11-16", "thanked", "--on", "2026-11-16", "--at", "00:00")[0] == "keep-in-touch"
    three("--today", "2026-11-16", "log", "Bo Roe", "replied", "--at", "18:00")
    found = told(three("--today", "2026-11-16", "log", "Bo Roe", "asked", "--at", "09:00", "--json"))
    assert (found["stage"], found["entry"]["warnings"]) == ("replied", [])


def test_a_day_gone_by_shows_what_was_known_then(three: Run) -> None:
    """`--today` in the past would tell of what came later."""
    due(three, "2026-11-02", "asked")
    due(three, "2026-11-05", "replied")
    due(three, "2026-11-06", "scheduled", "--for", "2026-11-12")

    def lines(day: str) -> list[tuple[str, str]]:
        found = told(three("--today", day, "today", "--json"))
        return [(one["action"], one["status"]) for key in ("now", "soon", "waiting") for one in found[key]]

    assert lines("2026-11-01") == []
    assert lines("2026-11-04") == [("follow-up", "upcoming")]
    assert lines("2026-11-05") == [("schedule", "upcoming")]
    assert ("confirm", "upcoming") in lines("2026-11-06")
    assert ("record-outcome", "due") in lines("2026-11-13")
    assert ("record-outcome", "overdue") in lines("2026-11-14")


@pytest.mark.check(62)
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "America/St_Johns"])
def test_the_day_is_that_of_the_user(three: Run, run_process: RunProcess, zone: str) -> None:
    """A machine set to another zone, or a zone written with a talk, would move what is due."""
    words = ("log", "Bo Roe", "scheduled", "--for", "2026-11-20", "--at", "00:30", "--zone", zone)
    done = run_process(*words, "--json", env={"TZ": zone})
    found = told(done)
    assert (found["next"], found["due"], found["overdue_from"]) == ("confirm", "2026-11-19", "2026-11-20")
    assert found["entry"]["zone"] == zone


@pytest.mark.check(57)
def test_two_at_once_lose_nothing(three: Run, workspace: Path) -> None:
    """Of two commands given at the same moment one would overwrite the other, or both would fail."""
    names = ("Ana Example", "Bo Roe", "Cleo Ritter")
    head = [
        sys.executable,
        "-m",
        "netscout",
        "--workspace",
        str(workspace),
        "--today",
        "2026-11-16",
        "--no-input",
        "log",
    ]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen([*head, name, "noted", "--note", f"{place}"], env=env, stdout=subprocess.DEVNULL)
        for name in names
        for place in range(2)
    ]
    assert [one.wait(60) for one in running] == [0] * 6
    entries = [told(three("log", name, "--json"))["entries"] for name in names]
    assert [sorted(one["note"] for one in each) for each in entries] == [["0", "1"]] * 3
    assert sorted(one["seq"] for each in entries for one in each) == [1, 2, 3, 4, 5, 6]
    assert told(three("doctor", "--json"))
