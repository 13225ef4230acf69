"""Older workspaces: a stored sample of every schema version opens and reads as on its first day."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from netscout.errors import StoreError
from netscout.matching.identity import resolve
from netscout.store import connection, migrations
from netscout.store.folder import temporaries
from netscout.store.imports import import_export
from netscout.store.interactions import interaction_rows
from netscout.store.labels import avoided, labels
from netscout.store.owners import owner_of
from netscout.store.people import people_rows
from netscout.store.workspace import DATABASE, Workspace
from tests.store.store_builders import dump_text, fill_sample

DATA = Path(__file__).parent / "data"


def stored(folder: Path, version: int) -> Path:
    """Make a workspace of the stored sample of a schema version and return its folder."""
    folder.mkdir(mode=0o700)
    db = sqlite3.connect(folder / DATABASE)
    db.executescript((DATA / f"schema-{version}.sql").read_text(encoding="utf-8"))
    db.execute(f"PRAGMA application_id={connection.APPLICATION_ID}")
    db.execute(f"PRAGMA user_version={version}")
    db.close()
    (folder / DATABASE).chmod(0o600)
    return folder


@pytest.mark.parametrize("version", range(1, connection.SCHEMA_VERSION + 1))
def test_the_sample_of_every_version_opens_and_reads(tmp_path: Path, version: int) -> None:
    """An update of netscout would lose somebody's network."""
    with Workspace.open(stored(tmp_path / "ws", version), create=False) as ws:
        assert connection.version(ws.db)[1] == connection.SCHEMA_VERSION
        assert [row[:5] for row in people_rows(ws)] == [
            ("p0002", "ana", "Ana Example", "Fabrikam", "Senior Data Analyst"),
            ("p0003", "bo", "Bo Lind", "", ""),
            ("p0004", "bo-2", "Bo Lind", "", ""),
        ]
        assert len(interaction_rows(ws)) == 4
        assert labels(ws)["p0002"].label == "know"
        assert avoided(ws) == {"p0003": "asked me not to"}
        me = owner_of(ws)
        assert me is not None
        assert me.positions[0].company == "Northwind"


def test_the_present_schema_is_the_one_of_its_stored_sample(tmp_path: Path) -> None:
    """The schema would change without a migration: workspaces of users would break.

    Where the version is not yet released, write the file anew from `store_builders.dump_text`.
    """
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        fill_sample(ws, lambda one: import_export(ws, one, today="2026-03-24", resolve=resolve))
        assert dump_text(ws) == (DATA / f"schema-{connection.SCHEMA_VERSION}.sql").read_text(encoding="utf-8")


def test_an_upgrade_keeps_the_old_file_and_runs_each_step(tmp_path: Path) -> None:
    """A failed update could not be undone."""
    path = stored(tmp_path / "ws", 1) / DATABASE
    db = connection.connect(path)
    old = os.umask(0o022)
    try:
        steps = {
            2: "CREATE TABLE one (a TEXT);\nINSERT INTO one\nVALUES ('x;y');\n",
            3: "ALTER TABLE one ADD b TEXT;\n",
        }
        migrations.upgrade(path, db, steps, 3)
    finally:
        os.umask(old)
    assert db.execute("SELECT a, b FROM one").fetchall() == [("x;y", None)]
    assert connection.version(db) == (connection.APPLICATION_ID, 3)
    migrations.upgrade(path, db, {}, 3)
    db.close()
    backup = path.with_name(f"{DATABASE}.v1.bak")
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    kept = sqlite3.connect(backup)
    assert kept.execute("PRAGMA user_version").fetchone() == (1,)
    assert kept.execute("SELECT count(*) FROM profile").fetchone() == (3,)
    kept.close()
    assert sorted(one.name for one in path.parent.iterdir()) == [DATABASE, backup.name]


def test_what_a_killed_upgrade_leaves_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a copy of everybody's data would stay in the folder after `forget --everything`."""
    path = stored(tmp_path / "ws", 1) / DATABASE
    seen: list[str] = []

    def killed(self: Path, _: Path) -> None:
        seen.extend(one.name for one in temporaries(path.parent))
        raise OSError(self.name)

    monkeypatch.setattr(Path, "replace", killed)
    with closing(connection.connect(path)) as db, pytest.raises(OSError, match="tmp"):
        migrations.upgrade(path, db, {2: ""}, 2)
    assert seen == [f".{DATABASE}.v1.bak.tmp"]
    assert temporaries(path.parent) == []


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    """A fault in a migration would leave a database of no version."""
    path = stored(tmp_path / "ws", 1) / DATABASE
    db = connection.connect(path)
    with pytest.raises(sqlite3.OperationalError):
        migrations.upgrade(path, db, {2: "CREATE TABLE one (a TEXT);\nSELECT * FROM nowhere;\n"}, 2)
    assert connection.version(db)[1] == 1
    assert db.execute("SELECT name FROM sqlite_master WHERE name = 'one'").fetchall() == []
    db.execute("PRAGMA foreign_keys=OFF")
    db.execute("INSERT INTO label (person, label, on_day) VALUES (99, 'know', '2026-01-01')")
    with pytest.raises(StoreError) as fault:
        migrations.upgrade(path, db, {2: ""}, 2)
    assert fault.value.code == "damaged-store"
    db.close()


def test_every_step_of_the_package_is_there() -> None:
    """A version without its migration file would fail on the user's computer."""
    assert sorted(migrations.steps()) == list(range(2, connection.SCHEMA_VERSION + 1))


def test_no_digest_of_names_is_left_of_older_conversations(tmp_path: Path) -> None:
    """A name could be guessed by the key that an older netscout gave to conversations without an id."""
    folder = stored(tmp_path / "ws", 1)
    was = ("with-fb1bcc9b70ce8995", "with-010158e087fb35dd")
    db = sqlite3.connect(folder / DATABASE)
    db.execute("UPDATE interaction SET conversation = ? WHERE id IN (1, 2)", was[:1])
    db.execute("UPDATE interaction SET conversation = ? WHERE id = 3", was[1:])
    db.commit()
    db.close()
    with Workspace.open(folder, create=False) as ws:
        held = [row[0] for row in ws.db.execute("SELECT conversation FROM interaction ORDER BY id")]
    assert held[:3] == ["from-1700000000-row1", "from-1700000000-row1", "from-undated-row3"]
    assert held[4:] == ["c1", "c1"]
