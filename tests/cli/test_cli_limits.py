"""Limits by the commands: one reminder, days that hold talks enough, companies on lists of long ago."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.answers import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

DAY = "2026-11-16"


@pytest.fixture
def office(run: Run, tmp_path: Path) -> Run:
    """Load invented data analysts, three of them at one company, and rank them."""
    firms = ("Northwind", "Northwind", "Northwind", "Contoso", "Litware")
    rows = [f"Ana{'abcde'[n]} Example{n};{firm};Data Analyst" for n, firm in enumerate(firms)]
    path = tmp_path / "people.csv"
    path.write_text("\n".join(["Name;Firma;Titel", *rows, ""]), encoding="utf-8")
    columns = ("Name=full", "Firma=company", "Titel=title")
    assert run("load", path, *(one for each in columns for one in ("--map", each))).exit_code == 0
    assert run("target", "add", "Analysis", "--role", "data analyst").exit_code == 0
    assert run("rank").exit_code == 0
    return run


def fixed(office: Run, person: str, day: str) -> dict[str, Any]:
    """Log that a talk is fixed, and return what the command tells."""
    found: dict[str, Any] = told(office("--today", DAY, "log", person, "scheduled", "--for", day, "--json"))
    return found


def test_a_third_talk_on_one_day_is_noted_and_kept(office: Run) -> None:
    """C9: the day would fill unseen, moving a talk would count it twice, or the fact would be refused."""
    said = [fixed(office, person, "2026-11-20")["entry"]["full_day"] for person in ("p0002", "p0003", "p0003")]
    assert said == [None, None, None]
    assert fixed(office, "p0004", "2026-11-19")["entry"]["full_day"] is None
    third = fixed(office, "p0005", "2026-11-20")
    assert third["entry"]["full_day"].startswith(
        "2 talks are fixed for that day already, with Anaa Example0, Anab Example1."
    )
    assert third["stage"] == "scheduled"
    words = office("--today", DAY, "log", "p0006", "scheduled", "--for", "2026-11-20").stdout
    assert "Note: 3 talks are fixed for that day already" in words


def test_full_days_are_named_where_days_are_to_be_offered(office: Run) -> None:
    """C9: a third talk would be proposed for a day that holds two."""
    for person in ("p0002", "p0003"):
        fixed(office, person, "2026-11-20")
    leave = "When you offer days, leave out Friday 20 November 2026"
    assert leave not in " ".join(office("--today", DAY, "today").stdout.split())
    office("--today", DAY, "log", "p0005", "replied", "--on", "2026-11-13")
    assert leave in " ".join(office("--today", DAY, "today").stdout.split())
    assert leave not in " ".join(office("--today", "2026-11-21", "today").stdout.split())


def test_a_second_reminder_is_not_written(office: Run) -> None:
    """C5: the same person would be reminded again, after a request or after times that were offered."""
    for event, day in (("asked", "2026-11-02"), ("followed-up", "2026-11-11")):
        office("--today", DAY, "log", "p0002", event, "--on", day)
    done = office("--today", DAY, "draft", "p0002", "--kind", "follow-up")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "This request had its reminder; one is enough." in done.stderr
    assert (
        "W-second-follow-up"
        in told(office("--today", DAY, "log", "p0002", "followed-up", "--json"))["entry"]["warnings"]
    )


def test_lists_that_tell_no_companies_hold_the_limits_all_the_same(office: Run, workspace: Path) -> None:
    """Lists stored by an earlier version would let a third person of one company be asked."""
    with closing(sqlite3.connect(workspace / "netscout.db")) as db:
        for kind, text in db.execute("SELECT list, json FROM ranking").fetchall():
            rows = {
                key: {name: one for name, one in row.items() if name != "at"} for key, row in json.loads(text).items()
            }
            old = json.dumps(rows, separators=(",", ":"))
            db.execute("UPDATE ranking SET json = ? WHERE list = ?", (old, kind))
        db.commit()
    for person in ("p0002", "p0003"):
        office("--today", "2026-11-02", "log", person, "asked")
    asks = told(office("--today", DAY, "today", "--json"))["asks"]
    assert sorted(one["at"] for one in asks["people"]) == ["Contoso", "Litware"]


def test_nothing_is_written_to_an_address_that_bounced(office: Run) -> None:
    """A mail would go to an address that is known to be dead, or no other way be left."""
    for event in ("asked", "bounced"):
        assert office("--today", DAY, "log", "p0002", event).exit_code == 0
    done = office("--today", DAY, "draft", "p0002", "--channel", "email")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "came back on Monday 16 November 2026" in " ".join(done.stderr.split())
    assert office("--today", DAY, "draft", "p0002", "--channel", "message").exit_code == 0
    assert office("--today", DAY, "log", "p0002", "reopened").exit_code == 0
    assert office("--today", DAY, "draft", "p0002", "--channel", "email").exit_code == 0


def test_nobody_is_owed_word_of_a_target_that_was_removed(office: Run) -> None:
    """`today` would ask to tell people of a decision about work that is no aim any more."""
    for event in ("asked", "met", "thanked"):
        office("--today", DAY, "log", "p0002", event)
    done = told(office("--today", DAY, "target", "decide", "Analysis", "no", "--why", "too far", "--json"))
    assert done["decision"] == {"target": "Analysis", "answer": "no", "on": DAY, "why": "too far"}
    assert done["owed"] == [{"person": "p0002", "name": "Anaa Example0"}]
    assert done["due"] == "2026-11-30"
    later = ("--today", "2026-12-01", "today", "--json")
    assert "tell-decision" in [one["action"] for one in told(office(*later))["now"]]
    assert office("target", "add", "Baking", "--role", "baker").exit_code == 0
    assert office("--today", DAY, "target", "decide", "Baking", "no").exit_code == 0
    assert office("target", "remove", "Analysis").exit_code == 0
    assert "tell-decision" not in [one["action"] for one in told(office(*later))["now"]]


def test_entries_of_an_unknown_kind_are_counted_shown_and_kept(office: Run, tmp_path: Path) -> None:
    """What a later version logged would be lost on the way, or taken in without a word."""
    office("--today", DAY, "log", "p0002", "asked")
    folder = tmp_path / "cards"
    assert office("export", "cards", "--out", folder).exit_code == 0
    card = next(one for one in folder.glob("p0002*.md"))
    card.write_text(card.read_text(encoding="utf-8").replace("## Log\n", "## Log\n- 2026-11-15 lunched\n"), "utf-8")
    done = office("load", "--source", "cards", folder)
    assert f"Not known: {card.name}" in " ".join(done.stdout.split())
    warned = told(office("load", "--source", "cards", folder, "--json"))["warnings"]
    assert [(one["code"], one["file"], one["count"]) for one in warned] == [("card-unknown-event", card.name, 1)]
    found = told(office("--today", DAY, "log", "p0002", "--json"))
    assert [one["event"] for one in found["entries"]] == ["lunched", "asked"]
    assert found["stage"] == "asked"
