"""What a sound SQLite file may say and no command survives is damage, told before it does harm."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError, StoreError
from netscout.matching.identity import resolve
from netscout.store import content
from netscout.store.backup import backup
from netscout.store.check import doctor
from netscout.store.faults import told
from netscout.store.imports import import_export
from netscout.store.restore import read_backup
from netscout.store.workspace import DATABASE, Workspace
from tests.store.store_builders import fill_sample

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-03-24"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the folder of a workspace with the sample."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        fill_sample(ws, lambda one: import_export(ws, one, today=TODAY, resolve=resolve))
    return tmp_path / "ws"


def test_a_sound_database_has_no_faults(path: Path) -> None:
    """No backup could ever be put back."""
    with Workspace.open(path, create=False) as ws:
        assert list(content.faults(ws.db)) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE export SET counts = 'x'", "counts"),
        ("UPDATE export SET counts = '[]'", "counts"),
        ("""UPDATE export SET counts = '{"rows": "x"}'""", "counts"),
        ("UPDATE export SET notices = '{}'", "notices"),
        ("""UPDATE export SET notices = '[{"code": "x"}]'""", "notices"),
        ("""UPDATE export SET notices = '[{"code": "x", "message": "y", "count": "z"}]'""", "notices"),
        ("UPDATE export SET unreadable = '5'", "unreadable"),
        ("UPDATE export SET export_date = 'xx'", "export_date"),
        ("UPDATE source_file SET ledger = '{}'", "ledger"),
        ('UPDATE source_file SET ledger = \'{"files": [{}], "ignored": []}\'', "ledger"),
        ("UPDATE sighting SET emails = 'nope'", "emails"),
        ("UPDATE sighting SET emails = '[[1]]'", "emails"),
        ("UPDATE sighting SET credentials = '{' || '}'", "credentials"),
        ("UPDATE sighting SET kind = 'evil'", "kind"),
        ("UPDATE sighting SET connected_on = '2026-02-30'", "connected_on"),
        ("UPDATE interaction SET at = 99999999999999", " at "),
        ("UPDATE interaction SET direction = 'up'", "direction"),
        ("UPDATE profile SET known_from = 'evil'", "known_from"),
        ("UPDATE profile SET emails = '[1]'", "emails"),
        ("UPDATE ranking SET json = '[]'", "json"),
        ("DELETE FROM sqlite_sequence", "person"),
        ("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'label'", "label"),
        ("UPDATE sighting SET headline = CAST(x'ff41' AS TEXT)", "sighting"),
    ],
)
def test_what_nobody_of_ours_writes_is_told(path: Path, change: str, named: str) -> None:
    """Commands would end in a traceback, or give one number to two people."""
    with Workspace.open(path, create=False) as ws:
        backup(ws, path.parent / "good.zip", on=TODAY)
        ws.db.execute(change)
        assert any(named in text for text in content.faults(ws.db))
        with pytest.raises(StoreError) as fault:
            backup(ws, path.parent / "copy.zip", on=TODAY)
        assert fault.value.code == "damaged-store"
    assert not (path.parent / "copy.zip").exists()
    assert "damaged-store" in {one.code for one in doctor(path)}
    held = (path / DATABASE).read_bytes()
    with zipfile.ZipFile(path.parent / "bad.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(DATABASE, held)
    with pytest.raises(InputError) as refused, read_backup(path.parent / "bad.zip", path):
        pass
    assert refused.value.code == "damaged-archive"
    assert (path / DATABASE).read_bytes() == held
    assert not list(path.glob(".*"))


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ("UPDATE sighting SET headline = CAST(x'ff41' AS TEXT)", "SELECT headline FROM sighting"),
        ("UPDATE sighting SET emails = 'nope'", "SELECT key FROM identity"),
    ],
)
def test_an_unreadable_text_is_damage(path: Path, change: str, asked: str) -> None:
    """One bad byte would end in a traceback that says nothing of a backup."""
    with Workspace.open(path, create=False) as ws:
        ws.db.execute(change)
        with pytest.raises(StoreError) as fault, ws.reading() as db:
            db.execute(asked).fetchall()
        assert fault.value.code == "damaged-store"


def test_a_schema_that_is_no_text_is_damage(path: Path) -> None:
    """`doctor` itself would end in a traceback."""
    raw = (path / DATABASE).read_bytes()
    (path / DATABASE).write_bytes(raw.replace(b"CREATE TABLE note", b"CREATE TABLE n\xffte", 1))
    assert "damaged-store" in {one.code for one in doctor(path)}
    with pytest.raises(StoreError) as fault:
        Workspace.open(path, create=False)
    assert fault.value.code == "damaged-store"


def test_a_cell_that_is_no_json_is_damage(path: Path) -> None:
    """A reader of ours that finds no JSON in a cell would end in a traceback."""
    with pytest.raises(StoreError), told(path):
        json.loads("{")
