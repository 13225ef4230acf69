"""The pictures of README and docs: each is taken by the tool, shown somewhere with words, and small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from tools.make_pictures import PICTURES, SHOTS

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SHOWN = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")


def test_each_picture_has_its_shot() -> None:
    """A picture that no tool takes shows a page of long ago."""
    assert {one.name for one in PICTURES.iterdir()} == {one.name for one in SHOTS}


def test_each_picture_is_shown_with_words() -> None:
    """Who cannot see a picture reads what it shows; one that is shown nowhere is only weight."""
    shown = {
        (path.parent / target).resolve().name: words
        for path in TEXTS
        for words, target in SHOWN.findall(path.read_text(encoding="utf-8"))
    }
    assert set(shown) == {one.name for one in SHOTS}
    assert all(len(words.split()) >= 5 for words in shown.values())


def test_pictures_are_small() -> None:
    """A clone should not wait for pictures."""
    assert [one.name for one in PICTURES.iterdir() if one.stat().st_size > 150_000] == []
