"""Outputs never take the place of a file that a workspace lives on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from netscout.errors import OutputError
from netscout.store.backup import backup
from netscout.store.guard import refuse_own
from netscout.store.workspace import DATABASE, Workspace

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the folder of a workspace, with another beside it."""
    for name in ("ws", "other"):
        with Workspace.open(tmp_path / name, create=True):
            pass
        (tmp_path / name / "targets.toml").write_text("")
    return tmp_path / "ws"


@pytest.mark.parametrize(
    "name",
    [
        *("ws/netscout.db", "ws/NetScout.DB", "ws/netscout.db-journal", "ws/netscout.db-wal", "ws/netscout.db.v1.bak"),
        *("ws/targets.toml", "ws/README.txt", "ws/taxonomies", "ws/taxonomies/mine/names.json", "ws/.replacing/x"),
        *("ws/reports/../targets.toml", "other/netscout.db", "other/targets.toml", "other/netscout.db-journal"),
        *("link.html", "hard.html", "folder/targets.toml", "copy.html", "ws/targets.toml. ", "ws/.README.txt.0.tmp"),
    ],
)
def test_own_files_are_refused(path: Path, name: str) -> None:
    """A report would be written over the only copy of somebody's campaign."""
    top = path.parent
    (top / "link.html").symlink_to(path / DATABASE)
    os.link(path / "targets.toml", top / "hard.html")
    (top / "folder").symlink_to(path)
    (top / "copy.html").write_bytes((path / DATABASE).read_bytes())
    with pytest.raises(OutputError) as fault:
        refuse_own(path, top / name)
    assert fault.value.code == "refused"
    assert fault.value.next_step


@pytest.mark.parametrize(
    "name", ["page.html", "ws/page.html", "ws/reports/x.html", "targets.toml", "README.txt", "new/netscout.db"]
)
def test_other_places_are_free(path: Path, name: str) -> None:
    """Pages could be written nowhere, or a README of somebody's own folder would count as ours."""
    refuse_own(path, path.parent / name)


def test_a_backup_is_no_journal(path: Path) -> None:
    """SQLite would take the archive for a journal and throw it away, or the database after it."""
    with Workspace.open(path, create=False) as ws, pytest.raises(OutputError):
        backup(ws, path / f"{DATABASE}-journal", on="2026-03-24")
    assert not (path / f"{DATABASE}-journal").exists()
