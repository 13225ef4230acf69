"""After the talk, by the commands: the form in the editor, what comes back from cards, what never leaves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click
import pytest

from netscout.cli import console, context
from netscout.cli import note as note_command
from tests.cli.answers import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Done, Run

HEARD = "Xylophonequartz"


def flat(done: Done) -> str:
    """Return what a command that ended well printed, in one line."""
    assert done.exit_code == 0, done.stderr
    return " ".join(done.stdout.split())


@pytest.fixture
def three(run: Run, tmp_path: Path) -> Run:
    """Load three invented people, and log talks with two of them."""
    path = tmp_path / "people.csv"
    path.write_text("Name;Firma\nAna Example;Northwind\nBo Roe;Contoso\nBo Ritter;Contoso\n", encoding="utf-8")
    assert run("load", path, "--map", "Name=full", "--map", "Firma=company").exit_code == 0
    assert run("target", "add", "data", "--role", "Data Analyst").exit_code == 0
    for who, on in (("Ana Example", "2026-11-12"), ("Bo Roe", "2026-11-13")):
        assert run("log", who, "met", "--on", on).exit_code == 0
    return run


@pytest.fixture
def editor(three: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Return what gives `note Ana` with an editor that changes the form so, once for each change."""

    def give(*changes: Callable[[str], str | None]) -> Done:
        waiting = list(changes)
        monkeypatch.setattr(click, "edit", lambda text, **_: waiting.pop(0)(text))
        monkeypatch.setattr(console, "confirm", lambda *_, **__: bool(waiting))
        monkeypatch.setattr(note_command, "context_of", lambda ctx: replace(context.context_of(ctx), interactive=True))
        return three("note", "Ana Example")

    return give


def test_the_form_in_the_editor(editor: Callable[..., Done], three: Run, workspace: Path) -> None:
    """What was typed in the form would be lost, or an untouched form stored."""
    before = (workspace / "netscout.db").read_bytes()
    for change in (lambda text: text, lambda _: None, lambda _: "", lambda text: text.replace("1.", "4.")):
        assert "nothing is kept" in flat(editor(change))
    assert (workspace / "netscout.db").read_bytes() == before
    done = editor(
        lambda text: text.replace("Culture:", "Culture: calm").replace("do with it:", "do with it: learn dbt")
    )
    assert "2 notes kept, under will" in flat(done)
    notes = told(three("show", "Ana Example", "--json"))["memory"]["notes"]
    assert [(one["on"], one["theme"], one["text"]) for one in notes] == [
        ("2026-11-12", "", "Culture: calm"),
        ("2026-11-12", "will", "learn dbt"),
    ], "the day of the talk stands in the form"


def test_what_the_editor_gave_is_not_lost_when_refused(editor: Callable[..., Done]) -> None:
    """A slip in the day would cost half an hour of writing."""
    wrong = lambda text: text.replace("Day: 2026-11-12", "Day: 2026-13-12").replace("Mood:", "Mood: good")  # noqa: E731  # two of a kind
    done = editor(wrong, lambda text: text.replace("2026-13-12", "2026-11-12"))
    assert "Ana Example: noted." in flat(done)
    assert "the day of the note cannot be read" in done.stderr
    done = editor(lambda text: text.replace("Day: 2026-11-16", "Day: 2026-11-17").replace("Mood:", "Mood: good"))
    assert done.exit_code == 1


def test_reflections_of_a_day_are_one(three: Run, workspace: Path) -> None:
    """The verdict of the evening would stand without the marks of the morning."""
    before = (workspace / "netscout.db").read_bytes()
    for words in (("Bo Ritter", "--energy", "3"), ("Nobody", "--fit", "1"), ("Ana Example", "--next", "x" * 10_001)):
        assert three("reflect", *words).exit_code == 1, words
    assert (workspace / "netscout.db").read_bytes() == before
    three("reflect", "Ana Example", "--energy", "4", "--verdict", "onward", "--backup", "teach\x1b[31m")
    (own,) = told(three("reflect", "Ana Example", "--fit", "3", "--json"))["reflections"]
    assert (own["energy"], own["fit"], own["verdict"], own["backup"]) == (4, 3, "onward", "teach [31m")
    assert "energy 4, fit 3; onward; instead: teach [31m" in flat(three("show", "Ana Example"))
    assert "onward (you" not in flat(three("show", "Ana Example"))


def test_what_was_suggested_for_the_resume(three: Run) -> None:
    """Nobody would know any more who saw which version."""
    three("note", "Bo Roe", "numbers first", "--theme", "resume")
    three("note", "Ana Example", "version of May", "--theme", "resume-shown")
    text = flat(three("themes", "--resume"))
    assert "Bo Roe, 2026-11-16: numbers first Shown to - Ana Example, 2026-11-16: version of May" in text
    assert "no page made to be shown" in text
    assert three("themes", "--target", "dta").exit_code == 1


def test_the_last_word_on_a_target_is_shown_and_owed_once(three: Run, workspace: Path) -> None:
    """Each change of mind would be one more letter to everybody, and `target list` not know of it."""
    before = (workspace / "netscout.db").read_bytes()
    assert three("target", "decide", "data", "no", "--why", "x" * 10_001).exit_code == 1
    assert (workspace / "netscout.db").read_bytes() == before
    three("--today", "2026-11-14", "target", "decide", "data", "later")
    three("log", "Ana Example", "thanked", "--on", "2026-11-13")
    assert three("target", "decide", "DATA", "no", "--why", "too many\nmeetings").exit_code == 0
    assert "data: you decided no on 2026-11-16, too many meetings." in flat(three("target", "list"))
    (made,) = told(three("target", "list", "--json"))["decisions"]
    assert (made["target"], made["answer"]) == ("data", "no")
    late = told(three("--today", "2026-12-01", "today", "--json"))["now"]
    assert [one["action"] for one in late if one["person"] == "p0002"] == ["tell-decision"]


def test_the_usual_pace_comes_back(three: Run) -> None:
    """Whoever switched the reminders off could never have them again."""
    three("log", "Ana Example", "thanked", "--on", "2026-11-13")
    usual = told(three("log", "Ana Example", "--json"))["due"]
    assert usual == "2026-12-14"
    three("know", "Ana Example", "--every", "off")
    assert told(three("log", "Ana Example", "--json"))["next"] == "none"
    assert "as usual" in flat(three("know", "Ana Example", "--every", "usual"))
    assert told(three("log", "Ana Example", "--json"))["due"] == usual


def test_a_thank_you_quotes_what_was_heard_alone(editor: Callable[..., Done], three: Run) -> None:
    """The letter would hold the headings of the form, or what they would rather not answer."""
    said = {
        "1.": "1. Forecasts decide the budgets",
        "not answer:": "not answer: salaries of managers",
        "do with it:": "do with it: learn dbt",
    }

    def fill(text: str) -> str:
        for was, now in said.items():
            text = text.replace(was, now, 1)
        return text

    flat(editor(fill))
    text = flat(three("draft", "Ana Example", "--kind", "thanks"))
    assert "orecasts decide the budgets" in text
    for word in ("Three things", " 1. ", "salaries"):
        assert word not in text


def test_what_is_owed_is_shown_until_it_is_given_back(three: Run) -> None:
    """The next favour would be asked of somebody who had nothing for the last."""
    three("note", "Ana Example", "send the article", "--theme", "give")
    text = flat(three("show", "Ana Example"))
    assert "gave you 1 talk; is there something you could do for them? - Your idea: send the article" in text
    assert "What you owe" in flat(three("themes"))
    three("log", "Ana Example", "gave-back", "--note", "the article")
    assert "You are even with Ana Example." in flat(three("show", "Ana Example"))


def test_cards_and_backups_carry_it_and_forget_takes_it(three: Run, tmp_path: Path, workspace: Path) -> None:
    """A move to another computer would lose what was heard, or forgetting leave it."""
    three("note", "Ana Example", f"{HEARD} one\nand two", "--theme", "will")
    three("reflect", "Ana Example", "--energy", "4", "--verdict", "unsure", "--evidence", HEARD)
    before = [told(three(*one, "--json")) for one in (("show", "Ana Example"), ("themes",))]
    assert three("export", "cards", "--out", tmp_path / "cards").exit_code == 0
    assert three("backup", tmp_path / "b.zip").exit_code == 0
    assert three("forget", "Ana Example", "--yes").exit_code == 0
    assert HEARD.encode() not in (workspace / "netscout.db").read_bytes()
    assert HEARD not in three("themes", "--json").stdout
    assert three("restore", tmp_path / "b.zip", "--yes").exit_code == 0
    assert [told(three(*one, "--json")) for one in (("show", "Ana Example"), ("themes",))] == before
    assert three("forget", "--everything", "--yes").exit_code == 0
    assert three("load", "--source", "cards", tmp_path / "cards").exit_code == 0
    found = told(three("show", "Ana Example", "--json"))["memory"]
    assert (found["notes"], found["reflections"]) == (before[0]["memory"]["notes"], before[0]["memory"]["reflections"])
    assert told(three("themes", "--json"))["themes"] == before[1]["themes"]


@pytest.mark.slow
def test_private_words_stay_private(loaded: Path, run: Run, tmp_path: Path) -> None:
    """What somebody said in confidence would stand on a page that is handed on."""
    assert run("log", "p0038", "met", "--on", "2026-11-12").exit_code == 0
    assert run("note", "p0038", HEARD, "--theme", "money").exit_code == 0
    assert run("note", "p0038", HEARD).exit_code == 0
    assert run("reflect", "p0038", "--energy", "4", "--evidence", HEARD, "--next", HEARD).exit_code == 0
    assert run("target", "decide", "data", "no", "--why", HEARD).exit_code == 0
    assert HEARD in run("show", "p0038").stdout, "the word is there to be found"
    out = tmp_path / "out"
    out.mkdir()
    for name, command in {
        "page.html": ("report",),
        "share.html": ("report", "--share"),
        "list.csv": ("export", "shortlist"),
        "graph.graphml": ("export", "graph"),
        "map.html": ("map",),
    }.items():
        done = run(*command, "--out", out / name)
        assert done.exit_code == 0, (command, done.stderr)
        assert HEARD not in done.output
        assert HEARD.encode() not in (out / name).read_bytes(), command
    assert loaded.is_dir()
