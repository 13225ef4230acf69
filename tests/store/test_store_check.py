"""`doctor`: a sound workspace has no findings, and each thing that can be wrong has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.matching.identity import resolve
from netscout.store import check
from netscout.store.check import doctor
from netscout.store.imports import import_export
from netscout.store.workspace import DATABASE, Workspace
from tests.store.store_builders import sample

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the folder of a sound workspace."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        for one in sample():
            import_export(ws, one, today="2026-03-24", resolve=resolve)
    return tmp_path / "ws"


def codes(path: Path) -> list[tuple[str, str]]:
    """Return severity and code of each finding."""
    found = doctor(path)
    assert all(one.message for one in found)
    return [(one.severity, one.code) for one in found]


def test_a_sound_workspace_has_no_findings(path: Path) -> None:
    """`doctor` would cry wolf."""
    assert doctor(path) == []


def test_no_workspace_is_told(tmp_path: Path) -> None:
    """`doctor` would end in a traceback before the first load."""
    assert codes(tmp_path) == [("error", "no-workspace")]


def test_faults_inside_the_database_are_told(path: Path) -> None:
    """Rows that lost their person, or an account that does not add up, would stay unseen."""
    with Workspace.open(path, create=False) as ws:
        ws.db.execute("PRAGMA foreign_keys=OFF")
        ws.db.execute("INSERT INTO label (person, label, on_day) VALUES (99, 'know', '2026-01-01')")
        ws.db.execute("INSERT INTO cleaning (on_day) VALUES ('2026-01-01')")
        ws.db.execute("UPDATE source_file SET ledger = replace(ledger, '\"people\": 2', '\"people\": 1')")
    assert codes(path) == [
        ("error", "broken-links"),
        ("error", "ledger"),
        ("error", "ledger"),
        ("warning", "pending-cleaning"),
    ]


def test_a_damaged_page_is_told(path: Path) -> None:
    """A disk that rots would stay unseen until the data is needed."""
    database = path / DATABASE
    raw = bytearray(database.read_bytes())
    raw[len(raw) // 2 : len(raw) // 2 + 4096] = bytes(4096)
    database.write_bytes(raw)
    assert ("error", "damaged-store") in codes(path)


def test_backups_strangers_and_open_modes_are_told(path: Path) -> None:
    """Old copies of everybody's data, or files others can read, would stay unseen."""
    backup = path / f"{DATABASE}.v1.bak"
    backup.write_bytes(b"x")
    backup.chmod(0o600)
    (path / "holiday.jpg").write_bytes(b"x")
    (path / "holiday.jpg").chmod(0o644)
    path.chmod(0o755)
    assert codes(path) == [
        ("warning", "not-ours"),
        ("warning", "old-backup"),
        ("warning", "readable-by-others"),
        ("warning", "readable-by-others"),
    ]
    (path / DATABASE).write_bytes(b"")
    assert "netscout.db.v1.bak" in doctor(path)[0].next_step


def test_synced_folders_and_full_disks_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other people's data would travel to a service, or the next import fail for want of space."""
    path = tmp_path / "Dropbox" / "ws"
    with Workspace.open(path, create=True):
        pass
    assert codes(path) == [("warning", "synced-folder")]
    monkeypatch.setattr(check, "_LEAST_FREE", 1 << 62)
    assert codes(path) == [("warning", "little-space"), ("warning", "synced-folder")]
