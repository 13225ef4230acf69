"""`log` and `today` by their commands: an entry, its undo, the agenda, and nothing written when refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.answers import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def three(run: Run, tmp_path: Path) -> Run:
    """Load three invented people."""
    path = tmp_path / "people.csv"
    path.write_text("Name;Firma\nAna Example;Northwind\nBo Roe;Contoso\nBo Ritter;Contoso\n", encoding="utf-8")
    assert run("load", path, "--map", "Name=full", "--map", "Firma=company").exit_code == 0
    return run


def test_an_entry_says_what_comes_next(three: Run) -> None:
    """The user would have to reckon business days."""
    done = three("log", "Ana Example", "asked", "--on", "2026-11-02")
    assert done.exit_code == 0
    assert "Ana Example: asked on 2026-11-02, logged." in done.stdout
    assert "Next: send the one reminder, overdue since Monday 16 November 2026." in " ".join(done.stdout.split())
    assert "netscout log --undo" in done.stdout


def test_nothing_is_logged_when_it_is_refused(three: Run, workspace: Path) -> None:
    """Half an entry would stay after a mistake."""
    before = (workspace / "netscout.db").read_bytes()
    for words, says in (
        (("Nobody Known", "asked"), "Nobody"),
        (("Bo", "asked"), "2 people answer"),
        (("Ana Example", "askd"), "asked"),
        (("Ana Example", "met", "--on", "2027-01-01"), "still to come"),
        (("Ana Example", "thanked"), "nothing to thank for"),
        (("Ana Example", "scheduled"), "day of the talk is missing"),
    ):
        done = three("log", *words)
        assert done.exit_code == 1, words
        assert says.casefold() in done.stderr.casefold(), words
    assert three("log").exit_code == 2
    assert three("log", "--undo", "Ana Example").exit_code == 2
    assert three("log", "Ana Example", "--on", "2026-11-02").exit_code == 2
    assert three("log", "--undo").exit_code == 1
    assert (workspace / "netscout.db").read_bytes() == before


def test_undo_takes_back_and_keeps_both(three: Run) -> None:
    """A slip of the finger would stay, or its taking back would leave no trace."""
    first = told(three("log", "Ana Example", "asked", "--on", "2026-11-10", "--json"))
    assert told(three("log", "Ana Example", "declined", "--json"))["stage"] == "declined"
    done = told(three("log", "--undo", "--json"))
    assert (done["entry"]["event"], done["entry"]["state"], done["stage"]) == ("declined", "taken back", "asked")
    found = told(three("log", "Ana Example", "--json"))
    assert [one["event"] for one in found["entries"]] == ["asked"]
    assert {key: found[key] for key in ("stage", "due", "status")} == {
        key: first[key] for key in ("stage", "due", "status")
    }


def test_warnings_are_told_and_the_fact_is_kept(three: Run) -> None:
    """A reminder sent too early would be refused though it was sent, or pass without a word."""
    three("log", "Ana Example", "asked", "--on", "2026-11-12")
    done = three("log", "Ana Example", "followed-up")
    assert "Note: the reminder came before seven business days were over." in " ".join(done.stdout.split())
    assert told(three("log", "Ana Example", "--json"))["stage"] == "followed-up"


def test_late_entries_give_the_same_campaign(three: Run) -> None:
    """Somebody who writes it down on Sunday evening would stand elsewhere than somebody who does so at once."""
    days = [("asked", "2026-11-02"), ("replied", "2026-11-04"), ("met", "2026-11-12")]
    for event, on in days:
        three("log", "Ana Example", event, "--on", on)
    for event, on in reversed(days):
        three("log", "Bo Roe", event, "--on", on)
    one, other = (told(three("log", name, "--json")) for name in ("Ana Example", "Bo Roe"))
    assert [(row["event"], row["on"]) for row in one["entries"]] == days
    assert {key: one[key] for key in ("stage", "next", "due")} == {key: other[key] for key in ("stage", "next", "due")}


def test_today_before_and_after_the_first_entry(three: Run) -> None:
    """The morning command would be empty without a hint, or hide what is due."""
    assert "nobody was asked" in three("today").stdout
    three("log", "Ana Example", "met", "--on", "2026-11-13")
    done = three("today")
    assert "* Ana Example (p0002): say thank you, overdue since Sunday 15 November 2026." in done.stdout
    found = told(three("today", "--json"))
    assert [(one["action"], one["status"]) for one in found["now"]] == [
        ("thank", "overdue"),
        ("write-notes", "overdue"),
    ]
    assert found["people"] == 1


def test_notes_are_inert_on_the_screen_and_kept(three: Run) -> None:
    """A pasted note would colour the terminal, or be lost."""
    three("log", "Ana Example", "noted", "--note", "=HYPERLINK(1) \x1b[31mred\u202e")
    assert told(three("log", "Ana Example", "--json"))["entries"][0]["note"] == "=HYPERLINK(1)  [31mred"
    assert "\x1b" not in three("log", "Ana Example").stdout
