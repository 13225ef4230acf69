"""Commands that wait for single keys, played on a real terminal: the rehearsal and what messages tell of."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pty", reason="a terminal of the Unix kind is needed to play the person")

from tests.conftest import ROOT, TODAY
from tests.examples import some
from tests.journeys.terminal import Keys, sit_down

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

ENV = {"PYTHONPATH": str(ROOT)}
END, BREAK = "\x04", "\x03"


def given(workspace: Path, *words: str) -> list[str]:
    """Return the command with these words."""
    return [sys.executable, "-m", "netscout", "--workspace", str(workspace), "--today", TODAY, *words]


def play(workspace: Path, keys: list[str], *words: str, columns: int = 100) -> tuple[int, str]:
    """Return exit code and screen of a command given these keys, each when it is asked for."""
    return sit_down(given(workspace, *words), [Keys(one) for one in keys], folder=ROOT, env=ENV, columns=columns)


@pytest.fixture
def ana(tmp_path: Path, workspace: Path, run: Run) -> Path:
    """Return a workspace with one invented person and a target."""
    path = tmp_path / "people.csv"
    path.write_text("Name;Firma;Titel\nAna Example;Northwind;Data Analyst\n", encoding="utf-8")
    maps = ("--map", "Name=full", "--map", "Firma=company", "--map", "Titel=title")
    assert run("load", path, *maps).exit_code == 0
    assert run("target", "add", "data", "--role", "data analyst").exit_code == 0
    return workspace


def rehearsals(workspace: Path) -> int:
    """Return how often the talk was rehearsed, by the next rehearsal's own count."""
    _, screen = play(workspace, ["k", "q"], "practice", "Ana Example", "--minutes", "15")
    words = " ".join(screen.split())
    return 0 if "the first rehearsal" in words else int(words.split("rehearsal number ")[1].split(".")[0]) - 1


@pytest.mark.slow
def test_a_rehearsal_from_its_start_to_its_end(ana: Path) -> None:
    """A key would be taken for another, or a line run over the edge of a narrow window."""
    keys = ["k", "r", "How so?\n", "d", "x", " ", "\r", "k", "k", "k"]
    code, screen = play(ana, keys, "practice", "Ana Example", "--minutes", "15", columns=40)
    assert code == 0, screen
    words = " ".join(screen.split())
    for part in ("1/8", "8/8", 'In your words: "How so?"', "Dropped:", "That was the first rehearsal"):
        assert part in words, (part, screen)
    copied = "Next: "  # a command to copy is never broken
    assert all(len(line) <= 40 for line in screen.splitlines() if not line.startswith(copied)), screen


@pytest.mark.parametrize("key", some(1, [BREAK, END]))
@pytest.mark.slow
def test_a_rehearsal_broken_off_is_not_counted(ana: Path, key: str) -> None:
    """A rehearsal that was broken off would end in a traceback, or count as one."""
    code, screen = play(ana, ["k", key], "practice", "Ana Example", "--minutes", "15")
    assert code == 130, screen
    assert screen.rstrip().endswith("Stopped. What was done stays; nothing is left half done.")
    assert rehearsals(ana) == 0


@pytest.fixture
def mail(loaded: Path, run: Run) -> Path:
    """Return the demo with two requests logged late: its messages tell of what came of them."""
    for who, day in (("p0506", "2026-07-20"), ("p0475", "2026-03-01")):
        assert run("log", who, "asked", "--on", day).exit_code == 0
    return loaded


def logged(run: Run) -> list[tuple[str, str]]:
    """Return who did what, of what was logged from messages and stands."""
    found = []
    for who in ("p0475", "p0506"):
        entries = json.loads(run("log", who, "--json").stdout)["entries"]
        found += [(who, one["event"]) for one in entries if one["source"] == "export"]
    return found


@pytest.mark.slow
def test_messages_are_gone_through_key_by_key(mail: Path, run: Run) -> None:
    """A slip of the finger would stand in the log, or what was answered before stopping would be lost."""
    code, screen = play(mail, ["u", "y", "u", "y", "n", "u", "\r", "q"], "today", "--review")
    assert code == 0, screen
    assert "This is the first." in screen
    assert "1 event logged." in screen
    assert logged(run) == [("p0475", "followed-up")]
    open_ones = run("changes").stdout
    assert "Inga Demir answered on 4 April 2026" in " ".join(open_ones.split())


@pytest.mark.parametrize("key", some(1, [BREAK, END]))
def test_messages_broken_off_keep_what_was_answered(mail: Path, run: Run, key: str) -> None:
    """What was answered before the window was closed would be asked again, or half of it be stored."""
    code, screen = play(mail, ["y", key], "today", "--review", columns=40)
    assert code == 130, screen
    assert "What you answered so far is kept." in screen
    assert all(len(line) <= 40 for line in screen.splitlines()), screen
    assert logged(run) == [("p0475", "followed-up")]
