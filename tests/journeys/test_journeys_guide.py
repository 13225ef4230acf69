"""The guide from its first page to its last: twelve journeys in one workspace, from an empty folder to a decision."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.journeys.guide import Given, replay, rows
from tests.journeys.screen import Screen, shown

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"
CHAPTERS = sorted(GUIDE.glob("[0-9][0-9]-*.md"))
REFERENCE = Path(__file__).resolve().parents[2].parent / "shared" / "campaign.md"
PER_ARTICLE = {"T0": 43, "T1": 37, "T2": 19, "T3": 44, "T4": 30}
"""Rows of each of the five articles."""
STANCES = {"T0.01", "T1.33"}
"""Rows that no command serves: the page on why to talk does."""


@pytest.mark.slow
def test_every_chapter_prints_what_it_says(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who follows the guide would see another screen, or be stopped half-way by a command that is gone."""
    for one in (samples / "demo").glob("*.*"):
        shutil.copy(one, tmp_path)
    monkeypatch.chdir(tmp_path)

    def run(given: Given) -> str:
        assert given.words[0] == "netscout"
        words = ["--workspace", "workspace", "--no-input", "--today", given.day, *given.words[1:]]
        code, screen = shown(words, Screen(90), monkeypatch)
        assert code == given.code, screen
        return screen.replace(str(tmp_path), "~")

    for chapter in CHAPTERS:
        replay(chapter, tmp_path, run)


def test_the_chapters_serve_every_row_once() -> None:
    """Something that the practice asks for would be forgotten, or claimed twice."""
    found = [row for chapter in CHAPTERS for row in rows(chapter)]
    assert len(CHAPTERS) == 12
    assert len(found) == len(set(found))
    wanted = {f"{key}.{number:02}" for key, count in PER_ARTICLE.items() for number in range(1, count + 1)}
    assert set(found) == wanted - STANCES


def test_the_rows_are_those_of_the_reference() -> None:
    """The guide would serve rows of its own invention."""
    if not REFERENCE.exists():
        pytest.skip("the reference of the campaign is not beside the project")
    told = dict(
        re.findall(r"^\| [0-9]+ \| `([a-z-]+)`.*\| ([T0-9., ]+) \|$", REFERENCE.read_text("utf-8"), re.MULTILINE)
    )
    for chapter in CHAPTERS:
        name = chapter.stem.split("-", 1)[1]
        assert ", ".join(rows(chapter)) == told[name].strip(), name
