"""A name that mixes alphabets is marked wherever somebody to write to is chosen (safety.md, 5.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROW = "{first},Example,https://www.linkedin.com/in/ana-example,,Northwind,Data Analyst,03 Mar 2020\n"


@pytest.mark.parametrize(("first", "marked"), [("\u0410na", True), ("Ana", False)])
def test_a_look_alike_is_marked(first: str, run: Run, tmp_path: Path, *, marked: bool) -> None:
    """A letter would go to somebody whose name only looks like a friend's."""
    path = tmp_path / "Connections.csv"
    path.write_text(HEADER + ROW.format(first=first), encoding="utf-8")
    assert run("load", path).exit_code == 0
    assert run("target", "add", "data", "--role", "Data Analyst").exit_code == 0
    page = tmp_path / "page.html"
    assert run("report", "--out", page).exit_code == 0
    written = run("draft", "p0002")
    assert written.exit_code == 0, written.stderr
    told = "mixes Cyrillic and Latin letters"
    for text in (written.stdout + written.stderr, run("show", "p0002").stdout):
        assert (told in " ".join(text.split())) == marked
    drawn = page.read_text(encoding="utf-8")
    for words in (f"Careful: the name {told}", f"Also noted: the name {told}"):
        assert (words in drawn) == marked
