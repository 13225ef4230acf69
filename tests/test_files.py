"""Atomic writes: the old file or the new one, whole, and nothing beside them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from netscout import files
from netscout.errors import OutputError
from netscout.files import finish_replacing, make_folder, replace_together, replacing, write_atomic, write_each


@pytest.mark.check(36)
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


@pytest.mark.check(52, 53, 54, 56)
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


@pytest.mark.check(60)
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


@pytest.mark.skipif(os.name != "posix", reason="folders cannot be synced here")
def test_file_and_folder_are_synced_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a power cut the name could be gone, or stand for an empty file."""
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def syncing(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def replacing_one(self: Path, target: Path) -> Path:
        done.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", syncing)
    monkeypatch.setattr(Path, "replace", replacing_one)
    write_atomic(tmp_path / "page.html", "x")
    assert done == ["file", "rename", "folder"]
    done.clear()
    write_each(tmp_path, {"a": b"1", "b": b"2"})
    assert done == ["file", "file", "rename", "rename", "folder"]


@pytest.mark.skipif(os.name != "posix", reason="the system keeps open files here")
def test_a_slow_process_takes_no_live_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal of a write under way would go: a kill of it then leaves a torn database."""
    (tmp_path / ".replacing").mkdir()
    (tmp_path / ".replacing" / "a.db").write_bytes(b"new")
    journal = tmp_path / "a.db-journal"
    fcntl = pytest.importorskip("fcntl")

    def faster(*_: object) -> None:
        """Stand for another process that finishes, and a third that writes, while this one waits for its turn."""
        (tmp_path / ".replacing" / "a.db").replace(tmp_path / "a.db")
        (tmp_path / ".replacing").rmdir()
        journal.write_bytes(b"live")

    monkeypatch.setattr(fcntl, "flock", faster)
    finish_replacing(tmp_path)
    assert journal.read_bytes() == b"live"
    assert (tmp_path / "a.db").read_bytes() == b"new"
    assert not replacing(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="folders cannot be locked here")
def test_one_process_at_a_time_finishes(tmp_path: Path) -> None:
    """Two would take turns between the look and the deed."""
    fcntl = pytest.importorskip("fcntl")
    pending = tmp_path / ".replacing"
    pending.mkdir()
    with files._alone(pending) as ours:
        assert ours
        handle = os.open(pending, os.O_RDONLY)
        try:
            with pytest.raises(BlockingIOError):
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        finally:
            os.close(handle)


def test_a_file_given_by_its_path_is_moved(tmp_path: Path) -> None:
    """A large database would be held in memory to be put in place."""
    (tmp_path / ".x.tmp").write_bytes(b"large")
    replace_together(tmp_path, {"a": tmp_path / ".x.tmp", "b": b"small"})
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"a": b"large", "b": b"small"}
