"""`doctor`: a sound workspace has no findings, and each thing that can be wrong has its own."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from netscout.matching.identity import resolve
from netscout.model.ledger import FileAccount
from netscout.store import check, cleaning
from netscout.store.check import doctor
from netscout.store.imports import import_export
from netscout.store.labels import set_label
from netscout.store.workspace import DATABASE, Workspace
from tests.store.store_builders import contact, export, sample, seen

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
        ws.db.execute("UPDATE source_file SET ledger = replace(ledger, '\"people\": 2', '\"people\": 1')")
    assert codes(path) == [
        ("error", "broken-links"),
        ("error", "ledger"),
        ("error", "ledger"),
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


def test_a_cleaning_is_finished_or_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a killed `forget` left would stay, and nobody would know."""
    with Workspace.open(path, create=False) as ws:
        ws.db.execute("INSERT INTO cleaning (on_day) VALUES ('2026-01-01')")
    with monkeypatch.context() as patch:
        patch.setattr(cleaning, "finish", lambda *_: [path])
        assert codes(path) == [("warning", "pending-cleaning")]
    assert codes(path) == []


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("rows of people", "DELETE FROM sighting WHERE id = 1"),
        ("rows of people", "UPDATE sighting SET kind = 'connection', file = 0 WHERE id = 2"),
        ("contacts stored", "DELETE FROM interaction WHERE kind = 'endorsement'"),
        ("messages to one", "UPDATE interaction SET recipients = 1, direction = 'in'"),
        ("notes stored", "INSERT INTO sighting_note (sighting, text) VALUES (2, 'a')"),
        ("do not add up", "UPDATE source_file SET ledger = replace(ledger, '\"rows\": 1', '\"rows\": 9')"),
    ],
)
def test_rows_that_are_not_those_of_the_account_are_told(tmp_path: Path, kind: str, change: str) -> None:
    """Rows lost on the way, or stored twice, would stay unseen in every kind of table."""
    tables = (
        FileAccount("Connections.csv", "connections", 1, {"people": 1, "duplicates": 0}),
        FileAccount("messages.csv", "messages", 1, {"direct": 0, "spam": 1}),
        FileAccount("Invitations.csv", "notes", 1, {"taken": 1}),
        FileAccount("Endorsement_Received_Info.csv", "endorsements_received", 1, {"taken": 1}),
    )
    told = (contact(0, "out", 1, recipients=3), contact(0, "in", 2, kind="endorsement"))
    made = export("2026-01-05", seen("Ana Example", "ana"), seen("Bo", kind="invitation"), interactions=told)
    made = replace(made, sources=(replace(made.sources[0], files=tables),))
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        import_export(ws, made, today="2026-03-24", resolve=resolve)
        note = "INSERT INTO sighting_note (sighting, text) VALUES (2, 'x')"
        ws.db.execute("UPDATE sighting SET file = 2 WHERE id = 2")
        ws.db.execute(note)
    assert doctor(tmp_path / "ws") == []
    with Workspace.open(tmp_path / "ws", create=False) as ws:
        ws.db.execute(change)
    found = doctor(tmp_path / "ws")
    assert [one.code for one in found] == ["ledger"] * len(found)
    assert found
    assert any(kind in one.message for one in found)


def test_a_damaged_database_is_told_with_what_can_be_read(path: Path) -> None:
    """The user would throw away a file of which most can be saved."""
    with Workspace.open(path, create=False) as ws:
        set_label(ws, "p0002", "know", on="2026-03-01")
        root = ws.db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'source_file'").fetchone()[0]
    database = path / DATABASE
    raw = bytearray(database.read_bytes())
    raw[(root - 1) * 4096 : root * 4096] = bytes(4096)
    database.write_bytes(raw)
    before = database.read_bytes()
    doctor(path)
    assert database.read_bytes() == before


@pytest.mark.check(49)
def test_people_kept_longer_than_the_user_said_are_told(path: Path) -> None:
    """A limit of the user's own would be forgotten by the program that keeps the data."""
    assert doctor(path, today=date(2026, 6, 1), keep_months=120) == []
    (found,) = doctor(path, today=date(2029, 1, 1), keep_months=24)
    assert found.code == "kept-long"
    assert "p0002" in found.message
    assert "Ana" not in found.message
    (unset,) = doctor(path, today=date(2029, 1, 1))
    assert (unset.code, "untouched for 24 months" in unset.message) == ("kept-long", True)
    assert "keep_months" in unset.next_step


def test_what_an_interrupted_netscout_left_is_told(path: Path) -> None:
    """A half-written page with everybody's names would lie there for ever."""
    (path / "reports").mkdir(mode=0o700)
    left = path / "reports" / ".report.html.0.tmp"
    left.write_bytes(b"x")
    left.chmod(0o600)
    assert codes(path) == [("warning", "left-over")]


def test_a_network_drive_is_told(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two commands at once would damage a database whose locks do not hold."""
    mounts = tmp_path / "mounts"
    mounts.write_text(f"disk / ext4 rw 0 0\nserver:/x {path.parent} nfs4 rw 0 0\n")
    monkeypatch.setattr(check, "_MOUNTS", mounts)
    assert codes(path) == [("warning", "network-folder")]
    mounts.write_text(f"server:/x / nfs4 rw 0 0\ndisk {path.parent} ext4 rw 0 0\n")
    assert codes(path) == []


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "fuse.sshfs", "ncpfs", "davfs", "davfs2"]
)
def test_every_kind_of_network_drive(kind: str, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A share of another make would be taken for a disk of this computer; a short line would stop the look."""
    mounts = tmp_path / "mounts"
    monkeypatch.setattr(check, "_MOUNTS", mounts)
    mounts.write_text(f"none\nodd {path.parent}\nserver:/x {path.parent} {kind}\n")
    assert codes(path) == [("warning", "network-folder")]
    mounts.write_text(f"server:/x {path.parent}x {kind} rw 0 0\ndisk {path.parent}/other {kind} rw 0 0\n")
    assert codes(path) == []
    mounts.write_text(f"disk {path.parent} fuse.{kind}x rw 0 0\n")
    assert (codes(path) == []) == (kind != "sshfs")


@pytest.mark.parametrize("name", ["dropbox", "My OneDrive - x", "iCloud~x", "Google Drive", "GoogleDrive", "Nextcloud"])
def test_every_synced_folder(name: str, tmp_path: Path) -> None:
    """A folder that another service copies would be taken for one that stays here."""
    with Workspace.open(tmp_path / name / "ws", create=True):
        pass
    assert codes(tmp_path / name / "ws") == [("warning", "synced-folder")]


@pytest.mark.parametrize(("free", "told"), [(100 << 20, []), ((100 << 20) - 1, ["99 MB"]), (5 << 20, ["5 MB"])])
def test_little_space_is_told(path: Path, monkeypatch: pytest.MonkeyPatch, free: int, told: list[str]) -> None:
    """An import would end in the middle for want of space, or somebody with room enough be sent to make some."""
    monkeypatch.setattr("netscout.store.check.shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    assert [one.message.split("only ")[1][: len(told[0])] for one in doctor(path) if "free" in one.message] == told


def test_an_account_that_does_not_add_up_is_an_error(path: Path) -> None:
    """A wrong account would be told as something to look at one day."""
    with Workspace.open(path, create=False) as ws:
        (text,) = ws.db.execute("SELECT ledger FROM source_file ORDER BY export LIMIT 1").fetchone()
        ledger = json.loads(text)
        ledger["files"][0]["rows"] += 1
        ws.db.execute("UPDATE source_file SET ledger = ? WHERE export = 1", (json.dumps(ledger),))
    (found,) = doctor(path)
    assert (found.severity, found.code) == ("error", "ledger")
    assert "its rows do not add up" in found.message


def test_what_can_still_be_read_is_counted(path: Path) -> None:
    """Whoever lost a database would not learn what of it is left."""
    with Workspace.open(path, create=False) as ws:
        rows = {"sighting": 4, "event": 1, "label": 1}
        ws.db.execute("INSERT INTO label (person, label, on_day) VALUES (1, 'know', '2026-01-01')")
        ws.db.execute("INSERT INTO event (person, event, on_day, logged_on) VALUES (1, 'x', '2026-01-01', '')")
        ws.db.execute("PRAGMA user_version = 0")
    (found,) = doctor(path)
    assert (found.severity, found.code) == ("error", "damaged-store")
    told = ", ".join(f"{count} in {table}" for table, count in rows.items())
    assert f"Rows that can still be read: {told}. Keep the file" in found.next_step


def test_synced_folders_and_full_disks_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other people's data would travel to a service, or the next import fail for want of space."""
    path = tmp_path / "Dropbox" / "ws"
    with Workspace.open(path, create=True):
        pass
    assert codes(path) == [("warning", "synced-folder")]
    monkeypatch.setattr(check, "_LEAST_FREE", 1 << 62)
    assert codes(path) == [("warning", "little-space"), ("warning", "synced-folder")]
