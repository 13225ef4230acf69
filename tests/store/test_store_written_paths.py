"""Paths of what was written: kept so that every locale reads them alike, and bytes that are no text come back."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from netscout.store.workspace import Workspace
from netscout.store.written import record, standing, withdraw, written

DAY = "2026-11-16"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a file whose name is not UTF-8, as an old disk or a program in another locale leaves it."""
    if sys.platform in ("win32", "darwin"):
        pytest.skip("file names are always text on this system")
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.html"))
    path.write_text("page", encoding="utf-8")
    return path


def test_a_name_that_is_no_text_is_remembered(loaded: Path, place: Path) -> None:
    """A page that cannot be written at all, or that `forget` does not name, because of one byte in its path."""
    with Workspace.open(loaded, create=False) as workspace:
        record(workspace, place, "report", "mine", DAY)
        record(workspace, place, "report", "mine", DAY)
        assert [one.path for one in written(workspace)].count(str(place)) == 1
        assert standing(workspace, place) == "own"
        place.unlink()
        withdraw(workspace, place)
        assert str(place) not in [one.path for one in written(workspace)]


def test_a_path_is_kept_as_its_text(loaded: Path, tmp_path: Path) -> None:
    """A path that another locale would read as another file."""
    path = tmp_path / "später.html"
    with Workspace.open(loaded, create=False) as workspace:
        record(workspace, path, "report", "mine", DAY)
        with workspace.reading() as db:
            rows = [path for (path,) in db.execute("SELECT path FROM written_file")]
    assert os.fsencode(path).decode("utf-8") in rows
