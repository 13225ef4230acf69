"""The chance to answer: in words until thirty of the user's own requests came to an end, then as a percentage."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from netscout.app.session import Session
from netscout.app.stats import log_entry
from netscout.model.event import Event
from tests.cli.answers import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

RANKED, ASKED, DAY = "2026-06-01", "2026-06-02", "2026-11-16"
FIRST = 440
"""The number of the first person asked: nobody of the first places."""


def ask(workspace: Path, numbers: range) -> None:
    """Log requests that nobody answered, all of them long ago."""
    session = Session(workspace, date.fromisoformat(DAY))
    with session.open() as ws, ws.writing():
        for number in numbers:
            log_entry(session, ws, Event(f"p{number:04}", "asked", ASKED, logged_on=DAY))


def headlines(run: Run, page: Path) -> tuple[set[str], str, str, str]:
    """Return what `rank --json` says of the headline, the printed list, `why` of the first, and the page."""
    found = told(run("--today", DAY, "rank", "--json"))
    known = next(row for row in found["rows"] if row["rank"] and row["band"] != "not known")
    assert run("--today", DAY, "report", "--out", page).exit_code == 0
    printed = " ".join(run("--today", DAY, "rank").stdout.split())
    why = " ".join(run("--today", DAY, "why", known["id"]).stdout.split())
    return {one["headline"] for one in found["lists"]}, printed, why, page.read_text(encoding="utf-8")


@pytest.mark.slow
def test_percentages_are_headlines_from_thirty_outcomes_on(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A figure nobody has tried would stand in the headline, or one that thirty outcomes bear out stay hidden."""
    if not told(run("target", "list", "--json"))["targets"]:
        assert run("target", "add", "data", "--role", "Data Analyst").exit_code == 0
    assert run("--today", RANKED, "rank").exit_code == 0
    ask(loaded, range(FIRST, FIRST + 30))
    last = told(run("--today", DAY, "log", "--undo", "--json"))["person"]
    few = headlines(run, tmp_path / "few.html")
    assert few[0] == {"band"}
    assert "%, between" not in few[1] + few[2] + few[3]
    assert "Chance to answer: likely (" in few[2] or "Chance to answer: may (" in few[2]
    _asked_again(loaded, last)
    many = headlines(run, tmp_path / "many.html")
    assert many[0] == {"percent"}
    for text in many[1:]:
        assert "%, between" in text


def _asked_again(workspace: Path, person: str) -> None:
    """Log the thirtieth request with what the list of its day had said."""
    from netscout.model.yields import Made
    from netscout.store.asked import keep_made
    from netscout.store.events import append_event

    session = Session(workspace, date.fromisoformat(DAY))
    with session.open() as ws, ws.writing():
        entry = append_event(ws, Event(person, "asked", ASKED, logged_on=DAY))
        keep_made(ws, entry, Made("data", "exploring", "", "", 0.3, 0.0))
