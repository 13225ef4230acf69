"""The second person at a company in the calendar: from when, for whom, and called off again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.answers import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

DAY = "2026-11-16"


@pytest.fixture
def office(run: Run, tmp_path: Path) -> Run:
    """Load three invented data analysts, two of them at one company, and rank them."""
    rows = ("Ana Example;Northwind", "Bo Roe;Northwind", "Cy Poe;Contoso")
    path = tmp_path / "people.csv"
    path.write_text("\n".join(["Name;Firma;Titel", *(f"{one};Data Analyst" for one in rows), ""]), encoding="utf-8")
    columns = ("Name=full", "Firma=company", "Titel=title")
    assert run("load", path, *(one for each in columns for one in ("--map", each))).exit_code == 0
    assert run("target", "add", "Analysis", "--role", "data analyst").exit_code == 0
    assert run("rank").exit_code == 0
    for name in ("Ana Example", "Cy Poe"):
        assert run("--today", DAY, "log", name, "asked").exit_code == 0
    return run


def seconds(run: Run, day: str = DAY) -> dict[str, tuple[str, bool, str]]:
    """Return by key the entries about a second person: the title, whether it is off, and the day."""
    found: dict[str, Any] = told(run("--today", day, "calendar", "--json"))
    return {
        one["key"]: (one["title"], one["off"], one["day"])
        for one in found["entries"]
        if one["kind"] == "second-contact"
    }


def test_the_day_of_a_second_person_stands_in_the_calendar(office: Run) -> None:
    """The three business days would pass unseen, or one would be told of a company where nobody else is."""
    ((key, (title, off, day)),) = seconds(office).items()
    assert (off, day) == (False, "2026-11-19")
    assert title == "Ana Example: no answer yet? Then you may write to a second person at the same company"
    assert list(seconds(office, "2026-11-18")) == [key]


def test_an_answer_calls_the_second_person_off(office: Run) -> None:
    """Somebody who answered within three days would be passed over for a colleague, as the calendar said."""
    before = list(seconds(office))
    office("--today", "2026-11-17", "log", "Ana Example", "replied")
    after = seconds(office, "2026-11-17")
    assert list(after) == before
    assert [off for _, off, _ in after.values()] == [True]


def test_once_the_second_was_asked_the_entry_is_gone(office: Run) -> None:
    """The calendar would go on proposing a third person at one company."""
    assert seconds(office)
    office("--today", "2026-11-19", "log", "Bo Roe", "asked")
    assert [off for _, off, _ in seconds(office, "2026-11-19").values()] == [True]
    assert seconds(office, "2026-11-20") == {}
