"""`rank` within the limits on asking: who waits, why not to ask anybody today, and limits the user set."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

DAY = "2026-11-16"


@pytest.fixture
def office(run: Run, tmp_path: Path) -> Run:
    """Load invented data analysts, three of them at one company."""
    firms = ("Northwind", "Northwind", "Northwind", "Contoso", "Fabrikam", "Litware", "Tailspin", "Wingtip")
    rows = [f"Ana{'abcdefgh'[n]} Example{n};{firm};Data Analyst" for n, firm in enumerate(firms)]
    path = tmp_path / "people.csv"
    path.write_text("\n".join(["Name;Firma;Titel", *rows, ""]), encoding="utf-8")
    columns = ("Name=full", "Firma=company", "Titel=title")
    assert run("load", path, *(one for each in columns for one in ("--map", each))).exit_code == 0
    assert run("target", "add", "Analysis", "--role", "data analyst").exit_code == 0
    return run


def ranked(run: Run, day: str = DAY) -> dict[str, Any]:
    """Return the practitioners as JSON on a day."""
    done = run("--today", day, "rank", "--json", "-n", "100", "--list", "practitioners")
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def ask(run: Run, *people: str, on: str = DAY) -> None:
    """Log a request to each of these."""
    for person in people:
        assert run("--today", DAY, "log", person, "asked", "--on", on).exit_code == 0


def staff(run: Run) -> list[str]:
    """Return who works at Northwind."""
    return [one["id"] for one in ranked(run)["rows"] if one["company"] == "Northwind"]


def test_a_full_company_waits_below_the_list(office: Run) -> None:
    """The third person of a company would stand on the list, or be gone from it without a word."""
    first, second, third = staff(office)
    ask(office, first, second, on="2026-11-05")
    row = next(one for one in ranked(office)["rows"] if one["id"] == third)
    assert row["excluded"] == "2 requests at Northwind are still open; wait until 2026-12-03"
    assert (row["rank"], "X8" in row["flags"]) == (0, True)
    assert "Waiting: " in office("--today", DAY, "rank", "--list", "practitioners").stdout
    later = next(one for one in ranked(office, "2026-12-03")["rows"] if one["id"] == third)
    assert (later["excluded"], later["flags"]) == (None, [])


def test_a_limit_of_ones_own_holds(office: Run, workspace: Path) -> None:
    """`[campaign]` would be read and have no effect, or the stored answer of `why` would not notice it."""
    first, second, third = staff(office)
    ask(office, first, second, on="2026-11-05")
    ranked(office)
    assert "still open" in office("--today", DAY, "why", third).stdout
    plan = workspace / "targets.toml"
    plan.write_text(f"{plan.read_text(encoding='utf-8')}\n[campaign]\nopen_per_company = 3\n", encoding="utf-8")
    assert "still open" not in office("--today", DAY, "why", third).stdout
    assert next(one for one in ranked(office)["rows"] if one["id"] == third)["rank"] > 0


def test_why_not_to_ask_today(office: Run) -> None:
    """The list would invite to write on when the week is full, or while thanks for a talk are overdue."""
    assert ranked(office)["pauses"] == []
    people = [one["id"] for one in ranked(office)["rows"] if one["company"] != "Northwind"]
    ask(office, *people[:5], on="2026-11-12")
    (week,) = ranked(office)["pauses"]
    assert week.startswith("You made 5 requests within seven days")
    assert week.endswith("Wait until Thursday 19 November 2026.")
    assert ranked(office, "2026-11-19")["pauses"] == []
    assert office("--today", DAY, "log", people[0], "met", "--on", "2026-11-13").exit_code == 0
    thanks = ranked(office)["pauses"][0]
    assert thanks.startswith("First things first: thanks for a talk are overdue to ")
    assert "First things first" in office("--today", DAY, "rank").stdout
    assert office("--today", DAY, "log", people[0], "thanked").exit_code == 0
    assert not any("First things" in one for one in ranked(office)["pauses"])


def test_a_request_at_rest_keeps_somebody_off(office: Run, workspace: Path) -> None:
    """C6: somebody whose silence is an answer would be proposed again, or never; the user may shorten the rest."""
    first = staff(office)[0]
    ask(office, first, on="2026-07-01")
    (row,) = (one for one in ranked(office)["rows"] if one["id"] == first)
    assert row["excluded"] == (
        "your request came to rest on 2026-07-29; ask again from 2027-01-25 on, and only with a new reason"
    )
    plan = workspace / "targets.toml"
    plan.write_text(f"{plan.read_text(encoding='utf-8')}\n[campaign]\nrest_days = 90\n", encoding="utf-8")
    (row,) = (one for one in ranked(office)["rows"] if one["id"] == first)
    assert row["excluded"] is None


def test_exported_lists_name_the_plans(office: Run, tmp_path: Path) -> None:
    """A shortlist would be passed on by somebody who does not see that it tells of their plans."""
    told = {what: office("export", what, "--out", tmp_path / f"{what}.csv") for what in ("shortlist", "people")}
    assert {one.exit_code for one in told.values()} == {0}
    plans = {what: "contains your career plans" in done.stdout + done.stderr for what, done in told.items()}
    assert plans == {"shortlist": True, "people": False}
