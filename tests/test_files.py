"""Atomic writes: the old file or the new one, whole, and nothing beside them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from netscout.errors import OutputError
from netscout.files import make_folder, write_atomic


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    """A half-written or world-readable file."""
    path = tmp_path / "page.html"
    old = os.umask(0o022)
    try:
        write_atomic(path, "eins")
        write_atomic(path, b"zwei")
    finally:
        os.umask(old)
    assert path.read_bytes() == b"zwei"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize("step", ["write", "fsync", "replace", "open"])
@pytest.mark.parametrize("code", [28, 5, 13, 24])
def test_a_refused_write_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int
) -> None:
    """A full disk, an input/output error, a refusal or too many open files that cost the old page."""
    path = tmp_path / "page.html"
    write_atomic(path, "old")

    def refuse(*_: object, **__: object) -> int:
        raise OSError(code, "refused")

    monkeypatch.setattr(Path if step == "replace" else os, step, refuse)
    with pytest.raises(OutputError) as fault:
        write_atomic(path, "new")
    monkeypatch.undo()
    assert fault.value.next_step
    assert path.read_text(encoding="utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["page.html"]


def test_a_leftover_of_a_killed_write_is_no_obstacle(tmp_path: Path) -> None:
    """A temporary file of a killed run that blocks the next one."""
    (tmp_path / ".page.html.0.tmp").write_text("left", encoding="utf-8")
    write_atomic(tmp_path / "page.html", "new")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("name", ["missing/page.html", "."])
def test_an_impossible_place_is_told(tmp_path: Path, name: str) -> None:
    """A write into a missing folder or onto a folder."""
    with pytest.raises(OutputError) as fault:
        write_atomic(tmp_path / name, "x")
    assert fault.value.next_step


def test_a_folder_of_ours_is_closed_to_others(tmp_path: Path) -> None:
    """A workspace that other accounts can read."""
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError):
        make_folder(tmp_path / "file" / "below")
