"""A real terminal of the Unix kind: what only it can show, after the made-up screens of the transcripts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="a terminal of the Unix kind is needed to play the person")

from netscout.cli.wrapping import width_of
from tests.conftest import ROOT
from tests.journeys.screen import ESCAPES
from tests.journeys.terminal import sit_down

TODAY = "2026-11-16"


def _given(workspace: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "netscout", "--workspace", str(workspace), "--today", TODAY, *words]


def test_an_old_locale_shows_a_list(demo_workspace: Path, tmp_path: Path) -> None:
    """A terminal in the C locale, which knows ASCII alone, on which the first accent ends the command."""
    env = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": str(ROOT)}
    code, screen = sit_down(_given(demo_workspace, "people", "-n", "8"), [], folder=tmp_path, env=env, columns=70)
    assert code == 0, screen
    assert screen.isascii()
    assert "Elodie Garnier" in screen
    assert all(len(line) <= 70 for line in screen.splitlines())


def test_colour_bears_no_words(demo_workspace: Path, tmp_path: Path) -> None:
    """A terminal with colour that is told something else than one without."""
    shown = [
        sit_down(
            _given(demo_workspace, "people", "-n", "5"),
            [],
            folder=tmp_path,
            env={"PYTHONPATH": str(ROOT)},
            columns=80,
            colour=colour,
        )[1]
        for colour in (True, False)
    ]
    assert "\x1b[1m" in shown[0]
    assert "\x1b" not in shown[1]
    assert ESCAPES.sub("", shown[0]) == shown[1]
    assert all(width_of(line) <= 80 for line in shown[1].splitlines())


def test_progress_is_gone_when_the_answer_comes(samples: Path, tmp_path: Path) -> None:
    """A line of progress left above the answer, or one drawn on a terminal that cannot clear it."""
    export = samples / "demo" / "Complete_LinkedInDataExport_11-02-2026.zip"
    env = {"PYTHONPATH": str(ROOT)}
    given = _given(tmp_path / "one", "load", str(export))
    code, screen = sit_down(given, [], folder=tmp_path, env=env, columns=80, colour=True)
    assert code == 0, screen
    drawn, answer = screen.rsplit("\x1b[1A\x1b[2K", 1)
    assert "600 people." in ESCAPES.sub("", answer)
    assert "600 people." not in drawn
    _, plain = sit_down(_given(tmp_path / "two", "load", str(export)), [], folder=tmp_path, env=env, columns=80)
    assert plain == ESCAPES.sub("", answer)


def test_each_stream_decides_for_itself(demo_workspace: Path, tmp_path: Path) -> None:
    """Escape sequences in a file because the person who started the command has a colour terminal."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "", "TERM": "xterm-256color"}
    for forced in (False, True):
        done = subprocess.run(
            _given(demo_workspace, "people", "-n", "2"),
            capture_output=True,
            check=True,
            cwd=tmp_path,
            env={**env, "FORCE_COLOR": "1" if forced else ""},
        )
        assert (b"\x1b[1m" in done.stdout) == forced
        assert done.stderr == b""
