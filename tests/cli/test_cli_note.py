"""`note`, `reflect`, `themes`, `target decide`, `know --every`: what was heard is kept, and has its effect."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.cli.answers import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run, RunProcess

DAY = "2026-11-16"


@pytest.fixture
def talked(run: Run, tmp_path: Path) -> Run:
    """Load four invented people at two companies, a target, and a talk with three of them."""
    rows = ("Ana Example;Northwind;Data Analyst", "Bo Roe;Northwind;Data Analyst", "Cy Poe;Northwind;Data Engineer")
    path = tmp_path / "people.csv"
    path.write_text("\n".join(["Name;Firma;Titel", *rows, "Di Doe;Contoso;Chef", ""]), encoding="utf-8")
    columns = ("Name=full", "Firma=company", "Titel=title")
    assert run("load", path, *(one for each in columns for one in ("--map", each))).exit_code == 0
    assert run("target", "add", "data", "--role", "data analyst").exit_code == 0
    for name in ("Ana Example", "Bo Roe", "Cy Poe"):
        assert run("log", name, "met", "--on", "2026-11-12").exit_code == 0
    return run


def actions(run: Run, person: str) -> list[str]:
    """Return what `today` says is to be done with somebody."""
    return [one["action"] for one in told(run("today", "--json"))["now"] if one["person"] == person]


def test_a_note_is_kept_and_ends_the_reminder_to_write_one(talked: Run) -> None:
    """The reminder would stay after the notes were written, or the note be lost."""
    assert "write-notes" in actions(talked, "p0002")
    done = talked("note", "Ana Example", "mornings go to forecasts", "--on", "2026-11-12")
    assert done.exit_code == 0
    assert "write-notes" not in actions(talked, "p0002")
    found = told(talked("note", "p0002", "--list", "--json"))["notes"]
    assert [(one["on"], one["theme"], one["text"]) for one in found] == [("2026-11-12", "", "mornings go to forecasts")]


def test_nothing_is_kept_when_it_is_refused(talked: Run, workspace: Path) -> None:
    """Half a note, or one on the wrong person, would stay."""
    before = (workspace / "netscout.db").read_bytes()
    for words, says in (
        (("note", "Nobody Known", "x"), "nobody"),
        (("note", "Ana Example", " \t "), "nothing to write down"),
        (("note", "Ana Example"), "nobody can type here"),
        (("note", "Ana Example", "x", "--on", "2027-01-01"), "still to come"),
        (("note", "Ana Example", "x", "--on", "soon"), "cannot be read"),
        (("note", "Ana Example", "x", "--theme", "found:company:news"), "a word or two"),
        (("note", "Ana Example", "x" * 10_001), "10,000 are the most"),
        (("reflect", "Di Doe", "--energy", "3"), "no talk"),
        (("target", "decide", "dada", "yes"), "data"),
    ):
        done = talked(*words)
        assert done.exit_code == 1, words
        assert says in done.stderr.casefold(), (words, done.stderr)
    assert talked("reflect", "Ana Example", "--energy", "9").exit_code == 2
    assert talked("target", "decide", "data", "perhaps").exit_code == 2
    assert (workspace / "netscout.db").read_bytes() == before


def test_hostile_notes_are_inert(talked: Run) -> None:
    """A pasted note would colour the terminal or run in a table."""
    talked("note", "Ana Example", "=cmd() \x1b[31mred\u202e <script>alert(1)</script>")
    assert "\x1b" not in talked("note", "Ana Example", "--list").stdout
    assert "\u202e" not in talked("themes").stdout


def test_a_reflection_stands_beside_the_earlier_one(talked: Run) -> None:
    """The second thought would replace the first, or a number be reckoned from both."""
    talked("--today", "2026-11-13", "reflect", "Ana Example", "--energy", "5", "--evidence", "lit up at the maps")
    done = talked(
        "reflect", "Ana Example", "--energy", "2", "--fit", "3", "--verdict", "unsure", "--backup", "a museum"
    )
    assert done.exit_code == 0
    assert "Instead: a museum" in done.stdout
    found = told(talked("reflect", "Ana Example", "--json"))["reflections"]
    assert [(one["on"], one["energy"], one["fit"], one["verdict"]) for one in found] == [
        ("2026-11-13", 5, None, ""),
        (DAY, 2, 3, "unsure"),
    ]


def test_what_was_decided_is_owed_to_those_who_helped(talked: Run) -> None:
    """Those who gave their time would never hear how it came out."""
    for person in ("p0002", "p0003"):
        talked("log", person, "thanked", "--on", "2026-11-13")
    done = talked("target", "decide", "data", "later", "--why", "first a course")
    assert "Ana Example" in done.stdout
    assert "Di Doe" not in done.stdout
    log = told(talked("--today", "2026-11-30", "today", "--json"))
    assert {one["person"] for one in log["now"] if one["action"] == "tell-decision"} >= {"p0002", "p0003"}
    talked("--today", "2026-11-30", "log", "p0002", "updated")
    log = told(talked("--today", "2026-11-30", "today", "--json"))
    assert "p0002" not in {one["person"] for one in log["now"] if one["action"] == "tell-decision"}


def test_how_often_to_keep_in_touch_is_the_users_to_say(talked: Run) -> None:
    """A pace would be forced on a friendship."""
    talked("log", "p0002", "thanked", "--on", "2026-11-13")
    talked("log", "p0003", "thanked", "--on", "2026-11-13")
    assert talked("know", "Ana Example", "--every", "180").exit_code == 0
    assert talked("know", "Bo Roe", "--every", "off").exit_code == 0
    due = {
        one["person"]: one["due"]
        for one in told(talked("--today", "2027-05-12", "today", "--json"))["now"]
        if one["action"] == "keep-in-touch"
    }
    assert due.get("p0002") == "2027-05-12"
    assert "p0003" not in due


def test_themes_say_what_came_up_and_from_which_corner(talked: Run) -> None:
    """Three talks at one company would look like the whole field."""
    talked("note", "Ana Example", "forecasts before breakfast", "--theme", "mornings")
    talked("note", "Bo Roe", "nobody reads the forecasts")
    talked("note", "Bo Roe", "who reads them?", "--theme", "open")
    talked("note", "Cy Poe", "put budgets first", "--theme", "resume")
    found = told(talked("themes", "--json"))["themes"]
    assert [one["name"] for one in found["tagged"]] == ["mornings"]
    assert [one["name"] for one in found["words"]] == ["forecasts"]
    assert [one["text"] for one in found["open"]] == ["who reads them?"]
    assert found["corners"] == [
        "Every talk so far was with somebody at Northwind. Another house may tell another story.",
        (
            "Every talk so far was with one kind of work: Computing and mathematics. "
            "Ask somebody who sees it from another side."
        ),
        "Every talk so far was with one rung of the ladder: neither junior nor senior. Ask somebody above or below it.",
    ]
    assert "put budgets first" in talked("themes", "--resume").stdout
    assert "put budgets first" not in talked("themes").stdout


def test_two_notes_at_once_are_both_kept(talked: Run, run_process: RunProcess) -> None:
    """The second of two windows would overwrite what the first wrote."""
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda word: run_process("note", "p0002", word), ("one", "two")))
    assert [one.exit_code for one in done] == [0, 0], [one.stderr for one in done]
    assert {one["text"] for one in told(talked("note", "p0002", "--list", "--json"))["notes"]} == {"one", "two"}


def test_a_backup_and_cards_carry_notes_and_reflections(talked: Run, tmp_path: Path) -> None:
    """What was learnt would be lost with the machine."""
    talked("note", "Ana Example", "mornings go to forecasts", "--theme", "mornings")
    talked("reflect", "Ana Example", "--energy", "4", "--verdict", "onward")
    talked("target", "decide", "data", "later")
    assert talked("export", "cards", "--out", tmp_path / "cards").exit_code == 0
    assert talked("--workspace", tmp_path / "other", "load", "--source", "cards", tmp_path / "cards").exit_code == 0
    other = ("--workspace", tmp_path / "other")
    notes = told(talked(*other, "note", "Ana Example", "--list", "--json"))["notes"]
    assert [(one["theme"], one["text"]) for one in notes] == [("mornings", "mornings go to forecasts")]
    assert told(talked(*other, "reflect", "Ana Example", "--json"))["reflections"][0]["verdict"] == "onward"
    talked("forget", "Ana Example", "--yes")
    assert b"mornings go to" not in b"".join(one.read_bytes() for one in tmp_path.glob("ws*/**/*") if one.is_file())
