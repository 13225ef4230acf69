"""Places that cannot be written or read, and pages handed to the browser: told in order, nothing left behind."""

from __future__ import annotations

import os
import webbrowser
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Done, Run

LIGHT = (("export", "people", "--format", "csv"), ("export", "people", "--format", "json"), ("calendar",))
HEAVY = (
    *(
        ("export", what, "--format", form)
        for what, form in (("people", "xlsx"), ("graph", "gexf"), ("session", "html"))
    ),
    *(("report",), ("draft", "p0002"), ("prep", "p0002")),
)
WRITING = (*LIGHT, *(pytest.param(one, marks=pytest.mark.slow) for one in HEAVY))
ENDINGS = {"calendar": "ics", "draft": "txt"}
READING = (
    *(("load", "FILE"), ("load", "--source", "cards", "FILE"), ("restore", "FILE", "--yes"), ("lint", "FILE")),
    *(("taxonomy", "add", "FILE"), ("start", "FILE")),
)


def orderly(done: Done) -> None:
    """Assert that a command failed with its reason and a next step."""
    assert done.exit_code in (1, 2), done.stdout
    assert "Traceback" not in done.output
    assert "bug" not in done.stderr
    assert 2 <= len(done.stderr.strip().splitlines()) < 40


@pytest.fixture
def small(run: Run, tiny: Path) -> Run:
    """Load twelve people and set a target."""
    assert run("load", tiny).exit_code == 0
    assert run("target", "add", "data", "--role", "Data Analyst").exit_code == 0
    assert run("log", "p0003", "asked", "--on", "2026-11-02").exit_code == 0
    return run


@pytest.mark.check(60)
@pytest.mark.parametrize("words", WRITING)
def test_an_impossible_place_is_refused(small: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    """A page or list that takes the place of a folder or a pipe, makes folders, or passes for written."""
    ending = words[-1] if "--format" in words else ENDINGS.get(words[0], "html")
    folder, pipe, file = (tmp_path / f"{name}.{ending}" for name in ("folder", "pipe", "file"))
    folder.mkdir()
    os.mkfifo(pipe)
    file.write_text("mine", encoding="utf-8")
    held = {one.name for one in tmp_path.iterdir()}
    for place in (tmp_path / "missing" / f"a.{ending}", folder, pipe, file / f"a.{ending}"):
        orderly(small(*words, "--out", place))
    assert {one.name for one in tmp_path.iterdir()} == held
    assert (file.read_text(encoding="utf-8"), list(folder.iterdir()), pipe.is_fifo()) == ("mine", [], True)
    assert small(*words, "--out", tmp_path / f"good.{ending}").exit_code == 0


@pytest.mark.check(60)
@pytest.mark.parametrize("words", READING, ids=" ".join)
@pytest.mark.parametrize("given", ["missing.zip", "folder", "a\nb.zip", "x" * 300, ""])
def test_a_missing_input_is_told(run: Run, workspace: Path, tmp_path: Path, words: tuple[str, ...], given: str) -> None:
    """A file that is not there, a folder of nothing or a name no system takes: a bug, or an empty workspace."""
    (tmp_path / "folder").mkdir()
    path = tmp_path / given if given else ""
    orderly(run(*(word if word != "FILE" else path for word in words)))
    assert not (workspace / "netscout.db").exists()


@pytest.mark.slow
@pytest.mark.check(42, 48)
@pytest.mark.parametrize(("command", "works"), [("report", True), ("map", True), ("map", False)])
def test_the_browser_is_handed_a_path_and_nothing_else(
    small: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, *, works: bool
) -> None:
    """A name of the network in the address that the browser is started with, or one that leads to a host."""
    given: list[str] = []

    def start(url: str) -> bool:
        given.append(url)
        return works

    monkeypatch.setattr(webbrowser, "open", start)
    out = tmp_path / "page.html"
    done = small(command, "--out", out, "--open")
    assert done.exit_code == 0, done.stderr
    (url,) = given
    assert url == out.resolve().as_uri()
    assert ("Open this file yourself" in " ".join(done.output.split())) != works
