"""`export session` by its command: what a counsellor is handed, and what stays with the client."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

PRIVATE = "she wants to leave her husband's firm"


@pytest.fixture
def client(loaded: Path, run: Run) -> tuple[Run, str]:
    """Return the demo with a talk that is fixed, notes and an open question, and the id of whom the talk is with."""
    listed = json.loads(run("rank", "--json").stdout)["rows"]
    first, other = listed[0]["id"], listed[1]["id"]
    for words in (
        ("log", other, "asked", "--note", f"email; {PRIVATE} 1"),
        ("log", other, "met", "--note", f"{PRIVATE} 2"),
        ("note", other, f"{PRIVATE} 3"),
        ("note", other, f"How {PRIVATE} 4?", "--theme", "open"),
        ("log", first, "scheduled", "--for", "2026-11-23", "--at", "14:30", "--note", f"{PRIVATE} 5"),
        ("prep", first, "--outcome", f"decide if {PRIVATE} 6"),
        ("prep", first, "--found", "changed", f"{PRIVATE} 7", "--found", "news", f"{PRIVATE} 8"),
    ):
        done = run(*words)
        assert done.exit_code == 0, (words, done.stderr)
    return run, first


@pytest.mark.parametrize("form", ["html", pytest.param("md", marks=pytest.mark.slow)])
@pytest.mark.slow
def test_private_notes_stay_with_the_client(client: tuple[Run, str], tmp_path: Path, form: str) -> None:
    """What was said in confidence would be read by a third person; or notes that were to go along would be missing."""
    run, _ = client
    out = tmp_path / f"session.{form}"
    assert run("export", "session", "--out", out).exit_code == 0
    text = out.read_text(encoding="utf-8").replace("&#39;", "'").replace("\\", "")
    assert PRIVATE not in text
    assert "telephone numbers, the text of messages, private notes" in text
    assert run("export", "session", "--out", out, "--private").exit_code == 0
    text = out.read_text(encoding="utf-8").replace("&#39;", "'").replace("\\", "")
    for number in range(1, 9):
        assert f"{PRIVATE} {number}" in text
    assert "Private notes on 2 people" in text


@pytest.mark.slow
def test_the_paper_holds_lists_agenda_counts_and_sheets(client: tuple[Run, str], tmp_path: Path) -> None:
    """The counsellor would have to ask for what the tool knows."""
    run, first = client
    out = tmp_path / "session.md"
    done = run("export", "session", "--out", out, "-n", "4")
    assert done.exit_code == 0
    assert "career plans" in done.output
    text = out.read_text(encoding="utf-8")
    assert text.startswith("# Tessa Morgenroth")
    for part in (
        "- asked: 1",
        "- talked with: 1",
        "say thank you",
        "Monday 23 November 2026, 14:30",
        "- What I want from this talk: ____",
        "1 sheet for a talk, with questions",
        "client types what they want to keep: `netscout note p0042",
    ):
        assert part in text, part
    listed = json.loads(run("rank", "--json", "-n", "4").stdout)["rows"]
    assert [f"({one['id']})" in text for one in listed] == [True] * len(listed)
    assert text.count("\n# Talk with") == 1
    assert text.count("Comment:") == len([one for one in listed if one["rank"]])
    assert text.index("What is in here") < text.index("People who have the job")
    assert f"({first})" in text


def test_a_workspace_without_talks_has_a_paper_too(loaded: Path, run: Run, tmp_path: Path) -> None:
    """The first session comes before the first request."""
    out = tmp_path / "session.md"
    assert run("export", "session", "--out", out).exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert "Nobody was asked so far." in text
    assert "No sheet: no talk is fixed." in text
    assert run("export", "session", "--out", tmp_path / "session.csv").exit_code == 1
    assert run("export", "session", "--out", out, "--target", "nowhere").exit_code == 1
