"""The requests the page opens with say what `draft` says: referrers by permission alone, for the user's eyes alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

NAMED = "Tomas Hale suggested I write to you."


@pytest.fixture
def grid(run: Run, tmp_path: Path) -> Run:
    """Load two invented people, a target, and word that one named the other."""
    path = tmp_path / "people.csv"
    rows = ("Nora Quill;Brightwater Grid;Grid Analyst", "Tomas Hale;Contoso;Recruiter for Grid Analysts")
    path.write_text("\n".join(["Name;Firma;Titel", *rows, ""]), encoding="utf-8")
    maps = ("--map", "Name=full", "--map", "Firma=company", "--map", "Titel=title")
    for words in (("load", path, *maps), ("target", "add", "grid", "--role", "Grid Analyst")):
        assert run(*words).exit_code == 0
    return run


def page(run: Run, path: Path, *words: str) -> str:
    """Return the text of a page."""
    done = run("report", "--out", path, *words)
    assert done.exit_code == 0, done.stderr
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("word", "is_named"), [("yes", True), ("no", False), ("", False)])
def test_a_referrer_is_named_by_permission_alone(grid: Run, tmp_path: Path, word: str, *, is_named: bool) -> None:
    """The page would keep quiet about who sent the user, or tell it against their word."""
    said = ("--may-use-name", word, "--words", "as they said") if word else ()
    assert grid("refer", "Nora Quill", "--by", "Tomas Hale", *said).exit_code == 0
    text = page(grid, tmp_path / "mine.html")
    assert "Could I ask you about it for 20 minutes" in text
    assert (NAMED in text) == is_named


def test_the_page_says_what_draft_says(grid: Run, tmp_path: Path) -> None:
    """Two texts to one person would differ with where they were read."""
    grid("refer", "Nora Quill", "--by", "Tomas Hale", "--may-use-name", "yes", "--words", "do")
    drafted = grid("draft", "Nora Quill").stdout
    told = next(line for line in drafted.splitlines() if NAMED in line)
    assert told in page(grid, tmp_path / "mine.html")


@pytest.mark.parametrize("form", [("--share",), ("--share", "--hide-names")])
def test_a_page_for_others_names_no_referrer(grid: Run, tmp_path: Path, form: tuple[str, ...]) -> None:
    """Somebody who may be named to one person would be named to whoever reads the page."""
    grid("refer", "Nora Quill", "--by", "Tomas Hale", "--may-use-name", "yes", "--words", "do")
    assert "suggested" not in page(grid, tmp_path / "others.html", *form)
