"""`prep` and `practice` by their commands: the sheet on the screen and on paper, what is kept, what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from netscout.cli import console, context, practice
from tests.cli.answers import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Done, Run


def ids(found: dict[str, Any]) -> list[str]:
    """Return the ids of the questions on a sheet."""
    return [line["id"] for block in found["blocks"] for line in block["questions"]]


@pytest.fixture
def ana(run: Run, tmp_path: Path, workspace: Path) -> Run:
    """Load two invented people and a target with two companies, one of them the person's."""
    path = tmp_path / "people.csv"
    text = "Name;Firma;Titel\nAna Example;Northwind Labs;Senior Data Analyst\nBo Roe;Contoso;Plumber\n"
    path.write_text(text, encoding="utf-8")
    maps = ("--map", "Name=full", "--map", "Firma=company", "--map", "Titel=title")
    assert run("load", path, *maps).exit_code == 0
    companies = ("--company", "Northwind Labs", "--company", "Fabrikam")
    assert run("target", "add", "data", "--role", "data analyst", *companies).exit_code == 0
    return run


def test_the_sheet_on_the_screen(ana: Run) -> None:
    """The sheet would lack its clock, its purpose or the ask for names."""
    done = ana("prep", "Ana Example", "--minutes", "30")
    assert done.exit_code == 0, done.stderr
    text = " ".join(done.stdout.split())
    for part in (
        "Talk with Ana Example",
        "Senior Data Analyst at Northwind Labs",
        "0-2 min: Opening",
        "I am here to learn from you; I am not asking for a job.",
        "I would like to understand Fabrikam better. Do you know anyone there?",
        "May I use your name when I write to them",
        "29-30 min: Thanks",
        "add --outcome",
        "If the time shrinks, leave out first:",
    ):
        assert part in text, part
    assert "Northwind Labs better" not in text


def test_lengths_are_held(ana: Run, workspace: Path) -> None:
    """Ten minutes, or an hour nobody offered, would be planned; or something written all the same."""
    before = (workspace / "netscout.db").read_bytes()
    short = ana("prep", "Ana Example", "--minutes", "14", "--outcome", "x")
    assert (short.exit_code, "too short for a talk; write your question instead" in short.stderr) == (1, True)
    long = ana("prep", "Ana Example", "--minutes", "31")
    assert (long.exit_code, "30 is the limit you asked for" in long.stderr) == (1, True)
    assert ana("prep", "Ana Example", "--minutes", "30", "--offered").exit_code == 2
    assert (workspace / "netscout.db").read_bytes() == before
    assert told(ana("prep", "Ana Example", "--minutes", "45", "--offered", "--json"))["blocks"][-1]["end"] == 45


def test_bad_input_writes_nothing(ana: Run, tmp_path: Path) -> None:
    """A slip would leave half a sheet or a line in the wrong place."""
    for words, says in (
        (("Nobody Known",), "Nobody"),
        (("Ana Example", "--found", "newss", "x"), "Did you mean news?"),
        (("Ana Example", "--found", "news", "x" * 301), "more than 300 characters"),
        (("Ana Example", "--out", tmp_path / "talk.docx"), "End it in .md or .html"),
        (("Ana Example", "--target", "nothing"), "no target of that name"),
        (("Ana Example", "--out", tmp_path / "missing" / "talk.md"), "folder for this file does not exist"),
    ):
        done = ana("prep", *words, "--outcome", "to be lost")
        assert done.exit_code == 1, words
        assert says.casefold() in done.stderr.casefold(), (words, done.stderr)
    assert told(ana("log", "Ana Example", "--json"))["entries"] == []
    assert list(tmp_path.glob("talk*")) == []
    assert told(ana("prep", "Ana Example", "--json"))["outcome"] == ""


def test_outcome_and_findings_are_kept_and_steer(ana: Run) -> None:
    """What was looked up would have to be typed again for each sheet, or could not be taken back."""
    first = told(ana("prep", "Ana Example", "--minutes", "30", "--json"))
    assert "Q46" not in ids(first)
    words = (
        "--found",
        "news",
        "grids will be rebuilt.",
        "--found",
        "field",
        "food logistics",
        "--outcome",
        "yes or no?",
    )
    told(ana("prep", "Ana Example", *words, "--json"))
    kept = told(ana("prep", "Ana Example", "--minutes", "30", "--json"))
    assert kept["outcome"] == "yes or no?"
    assert "Q46" in ids(kept)
    assert {one["word"]: one["found"] for one in kept["research"]}["news"] == "grids will be rebuilt."
    texts = [line["text"] for block in kept["blocks"] for line in block["questions"]]
    assert "I read that grids will be rebuilt. How does it look from where you sit?" in texts
    ana("prep", "Ana Example", "--found", "news", "floods")
    gone = told(ana("prep", "Ana Example", "--found", "news", "", "--minutes", "30", "--json"))
    assert "Q46" not in ids(gone)


def test_the_sheet_is_written_and_logged_once(ana: Run, tmp_path: Path) -> None:
    """`today` would ask for a sheet that is done; or each writing of it would fill the log."""
    ana("log", "Ana Example", "scheduled", "--for", "2026-11-20", "--at", "14:30", "--minutes", "25")
    assert "prepare your questions" in ana("today").stdout
    for name in ("talk.md", "talk.html"):
        done = ana("prep", "Ana Example", "--out", tmp_path / name)
        assert done.exit_code == 0, done.stderr
    assert "Friday 20 November 2026, 14:30; 25 minutes" in (tmp_path / "talk.md").read_text(encoding="utf-8")
    assert "<h1>Talk with Ana Example</h1>" in (tmp_path / "talk.html").read_text(encoding="utf-8")
    entries = told(ana("log", "Ana Example", "--json"))["entries"]
    assert [one["event"] for one in entries] == ["scheduled", "prepared"]
    assert "prepare your questions" not in ana("today").stdout
    ana("prep", "Ana Example")
    assert len(told(ana("log", "Ana Example", "--json"))["entries"]) == 2


def test_own_questions_of_the_settings(ana: Run, workspace: Path) -> None:
    """A question the user wrote would be lost, or a broken one would pass in silence."""
    path = workspace / "targets.toml"
    plain = path.read_text(encoding="utf-8")
    own = '\n[[question]]\ntext = "How did the first year feel?"\nphase = "entry"\n'
    path.write_text(plain + own + '[[question]]\ntext = "Are you hiring?"\n', encoding="utf-8")
    found = told(ana("prep", "Ana Example", "--json"))
    assert "own-1" in ids(found)
    assert "own-2" not in ids(found)
    assert any("asks for a job" in one for one in found["remarks"])
    for bad, says in (
        ('[[question]]\ntext = "How?"\nphase = "later"\n', "phase is no part of a talk"),
        ('[[question]]\ntext = "How?"\nminutes = 9\n', "whole number from 1 to 5"),
        ('[[question]]\nphase = "work"\n', "needs its text"),
        ('[[question]]\ntext = "How?"\nphases = "work"\n', "Did you mean phase?"),
        ('[question]\ntext = "How?"\n', "write [[question]]"),
    ):
        path.write_text(plain + bad, encoding="utf-8")
        done = ana("prep", "Ana Example")
        assert done.exit_code == 1
        assert says in done.stderr, done.stderr


def test_nobody_is_prepared_for_who_is_not_to_be_contacted(ana: Run) -> None:
    """A sheet would tempt to call somebody who said never."""
    ana("log", "Ana Example", "do-not-contact")
    for name in ("prep", "practice"):
        done = ana(name, "Ana Example")
        assert (done.exit_code, "not to be contacted" in done.stderr) == (1, True)


def test_practice_without_a_terminal(ana: Run) -> None:
    """A script would wait for a key for ever; whoever runs it still gets the list."""
    done = ana("practice", "Ana Example")
    assert done.exit_code == 1
    assert "I am here to learn from you" in done.stdout
    assert "May I use your name" in done.stdout
    assert "--no-input" in done.stderr


@pytest.fixture
def rehearse(ana: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Done]:
    """Give a rehearsal with these keys, each pressed 90 seconds after its question was shown."""

    def call(keys: str) -> Done:
        own = iter(("How " + "so " * 31 + "?", ""))
        pressed, ticks = iter(keys + "q"), iter(range(0, 100_000, 90))
        monkeypatch.setattr(console, "key", lambda *_: next(pressed))
        monkeypatch.setattr(console, "ask", lambda *_: next(own))
        monkeypatch.setattr(practice, "seconds", lambda: float(next(ticks)))
        monkeypatch.setattr(practice, "context_of", lambda ctx: replace(context.context_of(ctx), interactive=True))
        return ana("practice", "Ana Example", "--minutes", "15")

    return call


def test_a_rehearsal_is_reported_and_counted(rehearse: Callable[[str], Done], ana: Run, workspace: Path) -> None:
    """The user would not learn that they ran over; or what they said would be kept."""
    done = rehearse("krdk")
    assert done.exit_code == 0, done.stderr
    text = " ".join(done.stdout.split())
    assert "1:30 of 1:00" in text
    assert "You took 4:30; the plan gives these questions 5:00 of the 15 minutes" in text
    assert "That is within the plan" in text
    assert "over the plan" in " ".join(rehearse("k").stdout.split())
    assert "32 words are too many for one breath" in text
    assert "Dropped:" in text
    assert "In your words:" in text
    assert "Tone:" in text
    assert "Body:" in text
    assert "That was the first rehearsal" in text
    assert "rehearsal number 3" in " ".join(rehearse("k").stdout.split())
    assert b"so so so" not in (workspace / "netscout.db").read_bytes()
    assert "opening:90" not in ana("show", "Ana Example").stdout


def test_a_rehearsal_that_did_not_begin_is_not_counted(rehearse: Callable[[str], Done]) -> None:
    """Opening and closing the command would count as practice."""
    assert "Nothing was rehearsed" in rehearse("").stdout
    assert "first rehearsal" in " ".join(rehearse("k").stdout.split())
