"""The workspace as a file: born whole and private, never replaced, told plainly when it cannot be used."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from netscout.errors import StoreError
from netscout.matching.identity import resolve
from netscout.store import connection
from netscout.store.check import doctor
from netscout.store.imports import import_export
from netscout.store.people import people_rows
from netscout.store.workspace import DATABASE, README, Workspace, exists
from tests.store.store_builders import dump, export, sample, seen

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-03-24"


def filled(path: Path, people: int = 3) -> Path:
    """Make a workspace with some people and return its folder."""
    rows = (seen(f"Ana Example{at}", f"ana-{at}", company="Northwind" * 8, title="Analyst" * 9) for at in range(people))
    with Workspace.open(path, create=True) as ws:
        import_export(ws, export("2026-01-05", *rows), today=TODAY, resolve=resolve)
    return path


def code_of(path: Path) -> str:
    """Return the code of the fault that opening or reading this workspace gives, "" if none."""
    found: StoreError | None = None
    try:
        with Workspace.open(path, create=True) as ws:
            people_rows(ws)
    except StoreError as fault:
        found = fault
    assert found is None or (found.next_step and found.place.file)
    return found.code if found else ""


def test_a_workspace_is_made_only_when_asked(tmp_path: Path) -> None:
    """Asking a question in the wrong folder would leave a database there."""
    with pytest.raises(StoreError) as fault:
        Workspace.open(tmp_path / "ws", create=False)
    assert fault.value.code == "no-workspace"
    assert "netscout start" in fault.value.next_step
    assert not exists(tmp_path / "ws")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.check(44)
def test_folder_and_files_are_the_users_alone_under_any_umask(tmp_path: Path) -> None:
    """Another user of the computer could read everybody's data."""
    path = tmp_path / "deep" / "ws"
    old = os.umask(0o022)
    try:
        filled(path)
        with Workspace.open(path, create=False) as ws, ws.writing() as db:
            db.execute("INSERT INTO meta VALUES ('a', 'b')")
            modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in path.iterdir()}
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert modes == {DATABASE: 0o600, f"{DATABASE}-journal": 0o600, README: 0o600}
    assert sorted(one.name for one in path.iterdir()) == [README, DATABASE]


def test_every_connection_bears_the_pragmas(tmp_path: Path) -> None:
    """A connection without them could lose data or leave deleted people in the file."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout", "trusted_schema")
        values = [ws.db.execute(f"PRAGMA {name}").fetchone()[0] for name in (*names, "temp_store", "cell_size_check")]
        assert values == ["delete", 2, 1, 1, 5000, 0, 2, 1]
        assert connection.version(ws.db) == (connection.APPLICATION_ID, connection.SCHEMA_VERSION)


def test_a_write_is_all_or_nothing(tmp_path: Path) -> None:
    """A fault in the middle of a command would leave half of it."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        with pytest.raises(sqlite3.IntegrityError), ws.writing() as db:
            db.executemany("INSERT INTO meta VALUES (?, ?)", [("a", "b"), ("a", "c")])
        assert ws.meta("a") is None
        with ws.writing() as db:
            db.execute("INSERT INTO meta VALUES ('a', 'b')")
        assert ws.meta("a") == "b"


def test_two_openings_at_once_share_one_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second `load` in an empty folder would replace what the first one wrote."""
    path = tmp_path / "ws"
    build = connection.build

    def build_late(db: sqlite3.Connection) -> None:
        build(db)
        monkeypatch.undo()
        filled(path)

    monkeypatch.setattr("netscout.store.workspace.build", build_late)
    with Workspace.open(path, create=True) as ws:
        assert len(people_rows(ws)) == 3
    assert sorted(one.name for one in path.iterdir()) == [README, DATABASE]


def test_where_hard_links_are_missing_the_database_is_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On such a disk no workspace could be made."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    assert code_of(tmp_path / "ws") == ""


@pytest.mark.check(57)
def test_another_writer_is_told_as_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two commands at once would end in a traceback or mix their writes."""
    path = filled(tmp_path / "ws")
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 10)
    with Workspace.open(path, create=False) as one, Workspace.open(path, create=False) as other:
        before = dump(one)
        with one.writing(), pytest.raises(StoreError) as fault, other.writing():
            pass
        assert fault.value.code == "busy"
        assert dump(one) == before


@pytest.mark.check(59)
@pytest.mark.parametrize("harm", ["cut", "emptied", "random", "zeroed", "short", "folder", "foreign"])
def test_a_harmed_database_is_told_and_kept(tmp_path: Path, harm: str) -> None:
    """A damaged file would give a traceback, or be replaced by an empty store."""
    path = filled(tmp_path / "ws", 300)
    database = path / DATABASE
    raw = database.read_bytes()
    middle = len(raw) // 2
    harmed = {
        "cut": raw[:middle],
        "emptied": b"",
        "random": bytes(range(256)) * (len(raw) // 256),
        "zeroed": raw[:100] + bytes(len(raw) - 200) + raw[-100:],
        "short": raw[:9],
        "foreign": raw[:68] + b"abcd" + raw[72:],
    }
    if harm == "folder":
        database.unlink()
        database.mkdir()
    else:
        database.write_bytes(harmed[harm])
    assert code_of(path) == "damaged-store"
    assert "damaged-store" in {one.code for one in doctor(path)}
    if harm != "folder":
        assert database.read_bytes() == harmed[harm]


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    """An old netscout would write into a form it does not know."""
    path = filled(tmp_path / "ws")
    with Workspace.open(path, create=False) as ws:
        ws.db.execute("PRAGMA user_version=99")
    assert code_of(path) == "newer-store"


@pytest.mark.parametrize(
    "harm",
    ["DROP TABLE title_link", "ALTER TABLE label DROP COLUMN place", "DROP VIEW identity", "DROP TABLE event"],
)
def test_a_table_or_column_that_is_gone_is_damage(tmp_path: Path, harm: str) -> None:
    """A database somebody tidied up would look like a bug of ours."""
    with Workspace.open(filled(tmp_path / "ws"), create=False) as ws:
        ws.db.execute(harm)
        with pytest.raises(StoreError) as fault, ws.reading() as db:
            db.execute(
                "SELECT place, (SELECT count(json) FROM title_link), (SELECT count(key) FROM identity), "
                "(SELECT count(*) FROM event) FROM label"
            )
    assert fault.value.code == "damaged-store"
    assert fault.value.next_step


def test_a_fault_of_ours_stays_a_fault_of_ours(tmp_path: Path) -> None:
    """A bug would be blamed on the user's disk."""
    with (
        Workspace.open(tmp_path / "ws", create=True) as ws,
        pytest.raises(sqlite3.OperationalError),
        ws.reading() as db,
    ):
        db.execute("SELECT nothing FROM nowhere")


_SCRIPT = """
import json, os, resource, signal, sys
from pathlib import Path
from netscout.errors import NetscoutError
from netscout.matching.identity import resolve
from netscout.store import workspace
from netscout.store.imports import import_export
from tests.store.store_builders import sample

path, moment = Path(sys.argv[1]), sys.argv[2]

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def progress(stage):
    if stage == moment:
        die()

def late(rows):
    groups = resolve(rows)
    if moment == "resolve":
        die()
    return groups

if moment == "birth":
    build = workspace.build
    workspace.build = lambda db: (build(db), die())
if moment.startswith("limit"):
    size = int(moment[5:])
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    with workspace.Workspace.open(path, create=True) as ws:
        import_export(ws, sample()[1], today="2026-03-24", resolve=late, progress=progress)
except NetscoutError as fault:
    print(fault.code)
    sys.exit(1)
"""


def run(path: Path, moment: str) -> subprocess.CompletedProcess[str]:
    """Import the second sample in a process of its own that ends at the moment named."""
    return subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(path), moment], cwd=ROOT, capture_output=True, text=True, check=False
    )


def before_and_after(folder: Path) -> tuple[str, str]:
    """Return the digests of a workspace without and with the second sample; the first stays in `folder/ws`."""
    digests = []
    for name, count in (("ws", 1), ("after", 2)):
        with Workspace.open(folder / name, create=True) as ws:
            for one in sample()[:count]:
                import_export(ws, one, today=TODAY, resolve=resolve)
            digests.append(dump(ws))
    return digests[0], digests[1]


@pytest.mark.check(50)
@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a POSIX signal")
@pytest.mark.parametrize("moment", ["begin", "people", "resolve", "ledger", "commit", "done"])
def test_a_killed_import_leaves_the_state_before_or_after(tmp_path: Path, moment: str) -> None:
    """A power cut would leave half an import."""
    before, after = before_and_after(tmp_path)
    path = tmp_path / "ws"
    assert run(path, moment).returncode == -9
    with Workspace.open(path, create=False) as ws:
        assert dump(ws) == (after if moment == "done" else before)
    assert doctor(path) == []
    assert run(path, "never").returncode == 0
    with Workspace.open(path, create=False) as ws:
        assert dump(ws) == after


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a POSIX signal")
def test_a_killed_birth_leaves_no_workspace(tmp_path: Path) -> None:
    """A kill in the very first moment would leave an empty file that nothing can open."""
    path = tmp_path / "ws"
    assert run(path, "birth").returncode == -9
    assert not exists(path)
    assert run(path, "never").returncode == 0


@pytest.mark.check(52)
@pytest.mark.skipif(os.name != "posix", reason="file-size limits are POSIX")
@pytest.mark.parametrize("size", ["1000", "20000"])
def test_a_full_disk_is_told_and_leaves_the_state_before(tmp_path: Path, size: str) -> None:
    """Running out of space would leave half an import, or end in a traceback."""
    before, _ = before_and_after(tmp_path)
    path = tmp_path / "ws"
    with Workspace.open(path, create=False) as ws, ws.writing() as db:
        db.execute("INSERT INTO meta VALUES ('filler', ?)", ("x" * 300_000,))
    with Workspace.open(path, create=False) as ws:
        before = dump(ws)
    done = run(path, f"limit{size}")
    assert (done.returncode, done.stdout.strip()) in ((1, "io-error"), (1, "no-space"))
    assert "Traceback" not in done.stderr
    with Workspace.open(path, create=False) as ws:
        assert dump(ws) == before


def test_opening_a_workspace_imports_no_heavy_package() -> None:
    """`show`, `why` and `today` would wait half a second for pandas."""
    script = (
        "import json, sys, netscout.store.workspace, netscout.store.imports, netscout.store.check, "
        "netscout.store.ranking, netscout.matching.identity; print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"pandas", "numpy", "networkx", "plotly", "rich", "tomlkit", "jinja2"} & set(json.loads(done.stdout))


def test_an_old_sqlite_gets_the_same_tables_without_strictness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python of an older system would refuse to make a workspace."""
    monkeypatch.setattr(connection, "_STRICT_FROM", (99,))
    path = filled(tmp_path / "ws")
    with Workspace.open(path, create=False) as ws:
        assert "STRICT" not in ws.db.execute("SELECT group_concat(sql) FROM sqlite_master").fetchone()[0]
        assert len(people_rows(ws)) == 3
