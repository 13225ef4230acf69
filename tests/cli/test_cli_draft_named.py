"""`draft` to somebody who was named: what is said of permission, and to whom a reminder speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.answers import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Done, Run

PEOPLE = ("Nora Quill;Brightwater Grid;Grid Analyst", "Tomas Hale;Contoso;Recruiter for Grid Analysts")


def flat(done: Done) -> str:
    """Return what a command that ended well said, on one line."""
    assert done.exit_code == 0, done.stderr
    return " ".join(done.stdout.split())


@pytest.fixture
def two(run: Run, tmp_path: Path) -> Run:
    """Load two invented people and a target."""
    path = tmp_path / "people.csv"
    path.write_text("\n".join(["Name;Firma;Titel", *PEOPLE, ""]), encoding="utf-8")
    maps = ("--map", "Name=full", "--map", "Firma=company", "--map", "Titel=title")
    assert run("load", path, *maps).exit_code == 0
    assert run("target", "add", "grid", "--role", "Grid Analyst").exit_code == 0
    return run


def test_the_user_hears_whom_to_ask_for_permission(two: Run) -> None:
    """A request would leave out who named somebody, and nobody would know why or what to do about it."""
    nora = told(two("people", "Nora", "--json"))["people"][0]["id"]
    tomas = told(two("people", "Tomas", "--json"))["people"][0]["id"]
    assert "named this person" not in flat(two("draft", "Nora Quill"))
    two("refer", "Nora Quill", "--by", "Tomas Hale")
    command = f"netscout refer {nora} --by {tomas} --may-use-name yes"
    shown = flat(two("draft", "Nora Quill"))
    assert command in shown
    assert "Tomas Hale suggested" not in shown
    flat(two(*command.split()[1:], "--words", "yes, do"))
    shown = flat(two("draft", "Nora Quill"))
    assert "named this person" not in shown
    assert "Tomas Hale suggested I write to you." in shown


def test_a_no_is_not_asked_about_again(two: Run) -> None:
    """Whoever said no would be asked once more at every draft."""
    two("refer", "Nora Quill", "--by", "Tomas Hale", "--may-use-name", "no")
    assert "named this person" not in flat(two("draft", "Nora Quill"))


def test_a_reminder_asks_what_the_request_asked(two: Run) -> None:
    """A connector, asked whom to talk to, would be reminded of a question about their own work."""
    for name in ("Nora Quill", "Tomas Hale"):
        two("rank")
        two("log", name, "asked", "--on", "2026-11-02")
    assert "who to talk to" in flat(two("draft", "Tomas Hale", "--kind", "follow-up"))
    assert "your view of work" in flat(two("draft", "Nora Quill", "--kind", "follow-up"))
