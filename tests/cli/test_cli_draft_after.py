"""Letters after a request, by the commands: thanks for help without a talk, what a letter may quote, introductions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Done, Run

PEOPLE = ("Nora Quill;Brightwater Grid;Grid Analyst", "Tomas Hale;Contoso;Grid Analyst", "Ada Lind;Contoso;Planner")
DAY = "2026-03-23"
THANKS = ("draft", "Nora Quill", "--kind", "thanks")


def flat(done: Done) -> str:
    """Return what a command that ended well said, on one line."""
    assert done.exit_code == 0, done.stderr
    return " ".join(done.stdout.split())


def refused(done: Done) -> str:
    """Return what a command that was refused said, on one line."""
    assert done.exit_code == 1, done.stdout
    return " ".join(done.stderr.split())


@pytest.fixture
def grid(run: Run, tmp_path: Path) -> Run:
    """Load three invented people and a target; today is the day after `DAY`."""
    path = tmp_path / "people.csv"
    path.write_text("\n".join(["Name;Firma;Titel", *PEOPLE, ""]), encoding="utf-8")
    maps = ("--map", "Name=full", "--map", "Firma=company", "--map", "Titel=title")

    def dated(*args: str | Path) -> Done:
        return run("--today", "2026-03-24", *args)

    assert dated("load", path, *maps).exit_code == 0
    assert dated("target", "add", "grid", "--role", "Grid Analyst").exit_code == 0
    return dated


@pytest.mark.parametrize(
    ("advice", "said"),
    [
        ("Learn SQL", "Thank you for your advice to learn SQL."),
        ("Talk to Her about you", 'Thank you for your advice: "Talk to Her about you".'),
        ("the regulator's yearly report", "Thank you for your advice: the regulator's yearly report."),
    ],
)
def test_advice_in_a_line_is_thanked_for(grid: Run, advice: str, said: str) -> None:
    """Who gave advice by message would get no thanks, for want of a talk or of a long word in what they advised."""
    flat(grid("log", "Nora Quill", "advised", "--on", DAY, "--note", advice))
    assert said in flat(grid(*THANKS))
    assert said in flat(grid(*THANKS, "--channel", "card"))


@pytest.mark.parametrize(
    ("intro", "said"),
    [
        ("me", "Thank you for naming Ada Lind to me. I will write, and tell you what comes of it."),
        ("them", "Thank you for offering to introduce me to Ada Lind. I will wait for that before I write myself."),
    ],
)
def test_a_name_in_a_line_is_thanked_for(grid: Run, intro: str, said: str) -> None:
    """The thanks would not say for what, or be refused as if a reminder of their own offer asked for something new."""
    flat(grid("refer", "Ada Lind", "--by", "Nora Quill", "--on", DAY, "--intro", intro))
    assert said in flat(grid(*THANKS))


def test_who_was_thanked_is_not_to_be_thanked_again(grid: Run) -> None:
    """`draft --kind update` would send the user back to thanks that are logged already."""
    flat(grid("log", "Nora Quill", "advised", "--on", DAY, "--note", "Learn SQL"))
    assert "--kind thanks" in refused(grid("draft", "Nora Quill", "--kind", "update"))
    flat(grid("log", "Nora Quill", "thanked"))
    said = refused(grid("draft", "Nora Quill", "--kind", "update"))
    assert "have had your thanks" in said
    assert "--kind thanks" not in said


def test_thanks_quote_no_half_of_a_private_sentence(grid: Run) -> None:
    """The letter would hold the second half of what was written about its reader, or refuse for no reason given."""
    flat(grid("log", "Nora Quill", "met", "--on", DAY))
    flat(grid("note", "Nora Quill", "She was tired of her boss; mornings begin with load forecasts"))
    flat(grid("note", "Nora Quill", "ask for a day at the plant", "--theme", "will"))
    assert "--theme thanks" in refused(grid(*THANKS))
    flat(grid("note", "Nora Quill", "mornings begin with load forecasts", "--theme", "thanks"))
    assert "do not want to forget: mornings begin with load forecasts." in flat(grid(*THANKS))


def test_advice_alone_is_enough_of_a_talk(grid: Run) -> None:
    """The thanks would say the advice twice, or be refused although the talk left something to thank for."""
    flat(grid("log", "Nora Quill", "met", "--on", DAY))
    flat(grid("log", "Nora Quill", "advised", "--on", DAY, "--note", "read the regulator's yearly report"))
    said = flat(grid(*THANKS))
    assert said.count("yearly report") == 1
    assert "You advised me to read the regulator's yearly report, and I will do that." in said


@pytest.mark.parametrize(
    ("events", "said"),
    [
        (("asked",), "still open"),
        (("asked", "replied"), "answered you themselves"),
        (("asked", "declined"), "they declined"),
        (("asked", "deferred"), "at another time"),
        (("met",), "have talked with them yourself, on Tuesday 24 March 2026"),
        (("do-not-contact",), "not to be written to again"),
    ],
)
def test_nobody_is_asked_to_introduce_to_whom_one_speaks_already(grid: Run, events: tuple[str, ...], said: str) -> None:
    """Somebody would be asked for an introduction that is not needed, or that presses who said no."""
    plea = ("draft", "Nora Quill", "--kind", "introduction", "--to", "Tomas Hale")
    assert "Please ask Tomas first" in flat(grid(*plea))
    for event in events:
        flat(grid("log", "Tomas Hale", event))
    assert said in refused(grid(*plea))
