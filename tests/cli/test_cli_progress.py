"""Progress: silence at first, a speed and a time left only once they are known, nothing but on a terminal."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from netscout.cli import console, progress
from netscout.cli.context import Context
from netscout.cli.progress import Moment, line
from netscout.cli.wrapping import width_of
from tests.conftest import RunProcess


def test_short_work_shows_nothing() -> None:
    """A line that flashes up under every command of a quarter of a second."""
    assert line(Moment("messages.csv", 5_000, 0.5, 0.3, 0.3), 80) == ""
    assert line(Moment("", running=9.0), 80) == ""


def test_speed_and_time_left_come_when_they_are_known() -> None:
    """A time left that was guessed from the first rows and jumps about."""
    early = line(Moment("messages.csv", 5_000, 0.2, 1.0, 1.0), 80)
    assert "messages.csv, 5,000 rows" in early
    assert "a second" not in early
    assert "left" not in early
    assert "left" not in line(Moment("messages.csv", 5_000, 0.05, 3.0, 3.0), 80)
    known = line(Moment("messages.csv", 123_456, 0.25, 3.0, 4.0), 80)
    assert known.endswith("messages.csv, 123,456 rows, 41,000 a second, about 12 s of reading left")
    assert "about 8 min of reading left" in line(Moment("m", 100_000, 0.2, 100.0, 120.0), 80)


def test_a_stage_without_shares_promises_no_end() -> None:
    """A time left for work of which nobody knows how long it is."""
    shown = line(Moment("Storing", 230_000, 0.0, 5.0, 9.0), 80)
    assert shown.endswith("Storing, 230,000 rows")
    assert line(Moment("Profile.csv", 1, 0.9, 9.0, 9.0), 80).endswith("Profile.csv, 1 row, about 1 s of reading left")


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_the_line_stays_on_one_line(columns: int) -> None:
    """A long name of a file that breaks the line, so that each redrawing leaves one behind."""
    now = Moment("a-very-long-name-of-a-file-of-messages-山田太郎\x1b[2J.csv", 99_999, 0.5, 9.0, 9.0)
    assert width_of(line(now, columns)) < columns
    assert "\x1b" not in line(now, columns)


def test_it_is_drawn_and_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line left on the screen under which the answer begins."""
    monkeypatch.setattr(progress, "_SILENT", 0.0)
    monkeypatch.setenv("TERM", "xterm-256color")
    screen = io.StringIO()
    with progress.shown(Console(file=screen, force_terminal=True, width=60, color_system=None)) as tell:
        tell("messages.csv", 1_000, 0.5)
    drawn = screen.getvalue()
    assert "messages.csv, 1,000 rows" in drawn
    assert drawn.endswith("\x1b[1A\x1b[2K")


def test_nothing_where_nobody_watches(run_process: RunProcess, tiny: Path) -> None:
    """Escape sequences of a progress line in the log of a script."""
    done = run_process("load", tiny)
    assert (done.exit_code, done.stderr) == (0, "")
    console.set_up(Context(tiny, date(2026, 1, 1), interactive=False, colour=False, width=80))
    with console.progress() as tell:
        assert tell is None
