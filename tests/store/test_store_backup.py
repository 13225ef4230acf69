"""`backup` and `restore`: everything or nothing is put back, and nothing but a backup of ours is."""

from __future__ import annotations

import io
import sqlite3
import stat
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from netscout import files
from netscout.errors import InputError, NetscoutError, OutputError, StoreError
from netscout.matching.identity import resolve
from netscout.store.backup import backup
from netscout.store.check import doctor
from netscout.store.folder import temporaries
from netscout.store.imports import import_export
from netscout.store.restore import read_backup, restore
from netscout.store.workspace import DATABASE, README, Workspace
from netscout.store.written import record, written
from tests.store.store_builders import dump, export, fill_sample, seen

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-03-24"
TOML = "# mine\n[me]\nname = 'Robin'\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the folder of a workspace with the sample."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        fill_sample(ws, lambda one: import_export(ws, one, today=TODAY, resolve=resolve))
    (tmp_path / "ws" / "targets.toml").write_text(TOML)
    (tmp_path / "ws" / "targets.toml").chmod(0o600)
    return tmp_path / "ws"


def backed_up(path: Path, name: str = "copy.zip") -> Path:
    """Back a workspace up beside it."""
    with Workspace.open(path, create=False) as ws:
        backup(ws, path.parent / name, on=TODAY)
    return path.parent / name


def put_back(path: Path, copy: Path) -> None:
    """Put a backup in place."""
    with read_backup(copy, path) as found:
        restore(path, found)


def state(path: Path) -> tuple[str, bytes]:
    """Return all that database and toml say."""
    with Workspace.open(path, create=False) as ws:
        return dump(ws), (path / "targets.toml").read_bytes()


def test_a_backup_comes_back_whole(path: Path, tmp_path: Path) -> None:
    """The only copy of somebody's campaign would be worth nothing."""
    copy = backed_up(path)
    before = state(path)
    put_back(tmp_path / "new", copy)
    assert state(tmp_path / "new") == before
    assert sorted(one.name for one in (tmp_path / "new").iterdir()) == [README, DATABASE, "targets.toml"]
    assert doctor(tmp_path / "new") == []
    with read_backup(copy, path) as found:
        assert found.people == 3


def test_a_backup_is_the_users_alone_and_the_same_each_time(path: Path) -> None:
    """Others could read it, or two copies of one state look like two states."""
    first, second = backed_up(path), backed_up(path, "copy.zip")
    one = first.read_bytes()
    assert stat.S_IMODE(second.stat().st_mode) == 0o600
    assert backed_up(path).read_bytes() == one
    with Workspace.open(path, create=False) as ws:
        assert [(known.path, known.kind) for known in written(ws)] == [(str(first), "backup")]


def test_only_a_backup_is_replaced(path: Path) -> None:
    """A slip in the name would cost a file of the user's."""
    other = path.parent / "thesis.zip"
    other.write_text("years of work")
    with Workspace.open(path, create=False) as ws:
        with pytest.raises(OutputError):
            backup(ws, other, on=TODAY)
        with pytest.raises(OutputError):
            backup(ws, path.parent / "missing" / "b.zip", on=TODAY)
        assert written(ws) == []
    assert other.read_text() == "years of work"


def test_files_written_elsewhere_are_still_known_after_a_restore(path: Path) -> None:
    """`forget` could not name pages written since the backup."""
    copy = backed_up(path)
    with Workspace.open(path, create=False) as ws:
        record(ws, path.parent / "page.html", "report", "mine", TODAY)
    put_back(path, copy)
    with Workspace.open(path, create=False) as ws:
        assert [one.path for one in written(ws)] == [str(copy), str(path.parent / "page.html")]


@pytest.mark.parametrize("harm", ["cut", "emptied", "random"])
def test_a_damaged_database_is_replaced_by_a_backup(path: Path, harm: str) -> None:
    """The case a backup is for: what stands there cannot be read."""
    copy = backed_up(path)
    before = state(path)
    journal = _hot_journal(path)
    raw = (path / DATABASE).read_bytes()
    (path / DATABASE).write_bytes({"cut": raw[: len(raw) // 2], "emptied": b"", "random": bytes(range(256)) * 40}[harm])
    (path / f"{DATABASE}-journal").write_bytes(journal)
    put_back(path, copy)
    assert state(path) == before
    assert doctor(path) == []


def _hot_journal(path: Path) -> bytes:
    """Return the journal of a write under way: SQLite would roll it back over whatever database stands beside it."""
    with closing(sqlite3.connect(path / DATABASE, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size=1")
        db.execute("BEGIN")
        db.execute("UPDATE sighting SET headline = hex(zeroblob(9000))")
        journal = (path / f"{DATABASE}-journal").read_bytes()
        db.execute("ROLLBACK")
    return journal


@pytest.mark.parametrize("at", range(14))
def test_a_kill_leaves_both_old_or_both_new(path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """Database and plan would come from two different days."""
    copy = backed_up(path)
    new = state(path)
    with Workspace.open(path, create=False) as ws:
        import_export(ws, export("2026-03-01", seen("Di Else", "di")), today=TODAY, resolve=resolve)
    (path / "targets.toml").write_text("# another\n")
    old = state(path)
    calls = iter(range(100))

    class KilledError(BaseException):
        """A kill: nothing of ours may catch it."""

    def dying(real: object) -> object:
        def act(*arguments: object, **named: object) -> object:
            if next(calls) == at:
                raise KilledError
            return real(*arguments, **named)  # type: ignore[operator]

        return act

    with monkeypatch.context() as patch:
        for name in ("rename", "replace", "mkdir", "rmdir", "unlink"):
            patch.setattr(f"pathlib.Path.{name}", dying(getattr(type(path), name)))
        patch.setattr(files, "sync_folder", dying(files.sync_folder))
        patch.setattr(files, "_write_all", dying(files._write_all))
        try:
            put_back(path, copy)
        except KilledError:
            killed = True
        else:
            killed = False
    assert killed or at > 9
    assert state(path) in ({old, new} if killed else {new})
    put_back(path, copy)
    assert state(path) == new
    assert doctor(path) == []


def _zip(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return packed.getvalue()


def _database(raw: bytes, script: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(raw)
        db.executescript(script)
        return db.serialize()


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("text", "not-a-zip"),
        ("cut", "not-a-zip"),
        ("flipped", "damaged-archive"),
        ("other members", "not-a-backup"),
        ("slip", "not-a-backup"),
        ("no database", "not-a-backup"),
        ("random database", "not-a-backup"),
        ("another's database", "not-a-backup"),
        ("trigger", "not-a-backup"),
        ("view", "not-a-backup"),
        ("newer", "newer-store"),
        ("broken links", "damaged-archive"),
        ("bomb", "archive-too-large"),
        ("folder", "not-a-file"),
        ("missing", "not-found"),
    ],
)
def test_what_is_no_backup_is_refused(path: Path, kind: str, code: str) -> None:
    """A prepared archive would put triggers, other files or nothing at all in place of the user's data."""
    raw = backed_up(path).read_bytes()
    held = (path / DATABASE).read_bytes()
    before = state(path)
    bad = path.parent / "bad.zip"
    flipped = bytearray(raw)
    flipped[len(raw) // 3] ^= 0xFF
    made = {
        "text": b"hello",
        "cut": raw[: len(raw) // 2],
        "flipped": bytes(flipped),
        "other members": _zip(netscout_db=held, targets_toml=b"", notes_txt=b""),
        "slip": _zip(______netscout_db=held),
        "no database": _zip(targets_toml=b""),
        "random database": _zip(netscout_db=bytes(range(256)) * 40),
        "another's database": _zip(netscout_db=_database(held, "PRAGMA application_id=7")),
        "trigger": _zip(
            netscout_db=_database(held, "CREATE TRIGGER x AFTER INSERT ON label BEGIN DELETE FROM note; END")
        ),
        "view": _zip(
            netscout_db=_database(
                held, "DROP VIEW identity; CREATE VIEW identity AS SELECT 1 AS kind, 2 AS key, 3 AS person"
            )
        ),
        "newer": _zip(netscout_db=_database(held, "PRAGMA user_version=99")),
        "broken links": _zip(
            netscout_db=_database(held, "INSERT INTO label (person, label, on_day) VALUES (999, 'know', '')")
        ),
        "bomb": raw,
    }
    if kind in made:
        bad.write_bytes(made[kind])
    elif kind == "folder":
        bad.mkdir()
    with (
        pytest.raises((InputError, StoreError)) as fault,
        read_backup(bad, path, most=10_000 if kind == "bomb" else 1 << 30),
    ):
        pass
    assert fault.value.code == code
    assert isinstance(fault.value, NetscoutError)
    assert fault.value.next_step
    assert state(path) == before


def test_a_backup_without_targets_keeps_the_users(path: Path) -> None:
    """What the user wrote down by hand would be replaced by nothing."""
    (path / "targets.toml").unlink()
    copy = backed_up(path)
    with zipfile.ZipFile(copy) as archive:
        assert archive.namelist() == [DATABASE]
    assert backed_up(path) == copy  # it is known again as a backup, and replaced
    (path / "targets.toml").write_text(TOML)
    put_back(path, copy)
    assert (path / "targets.toml").read_text() == TOML


def test_a_damaged_database_is_not_backed_up(path: Path) -> None:
    """The last good backup would be replaced by a copy of the damage."""
    copy = backed_up(path)
    held = copy.read_bytes()
    with Workspace.open(path, create=False) as ws:
        root = ws.db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'sighting_person'").fetchone()[0]
        size = ws.db.execute("PRAGMA page_size").fetchone()[0]
    raw = bytearray((path / DATABASE).read_bytes())
    page = slice((root - 1) * size, root * size)
    raw[page] = raw[page].replace(b"\x02\x01", b"\x01\x02")  # an index that names other rows
    last = (root * size) - 1
    raw[last] ^= 0x01
    (path / DATABASE).write_bytes(raw)
    with Workspace.open(path, create=False) as ws, pytest.raises(StoreError) as fault:
        backup(ws, copy, on=TODAY)
    assert fault.value.code == "damaged-store"
    assert copy.read_bytes() == held


def test_a_small_bomb_is_refused_early(path: Path) -> None:
    """A mail attachment of a megabyte would fill memory or disk."""
    bad = path.parent / "bomb.zip"
    bad.write_bytes(_zip(netscout_db=bytes(16 << 20), targets_toml=b""))
    with pytest.raises(InputError) as fault, read_backup(bad, path.parent / "new"):
        pass
    assert fault.value.code == "archive-too-large"
    assert not (path.parent / "new").exists()
    bad.write_bytes(_zip(netscout_db=(path / DATABASE).read_bytes(), targets_toml=b"#" * (5 << 20)))
    with pytest.raises(InputError) as fault, read_backup(bad, path):
        pass
    assert fault.value.code == "archive-too-large"


def test_what_is_unpacked_is_the_users_alone_and_goes(path: Path) -> None:
    """Everybody's names would lie in the folder a second time, for others to read or for ever."""
    copy = backed_up(path)
    with read_backup(copy, path) as found:
        assert stat.S_IMODE(found.database.stat().st_mode) == 0o600
        assert found.database.parent == path
        assert found.database in temporaries(path)
    assert not list(path.glob(".*"))
    before = state(path)
    with pytest.raises(ZeroDivisionError), read_backup(copy, path):
        raise ZeroDivisionError
    assert not list(path.glob(".*"))
    assert state(path) == before
