"""What is said of backups that something happened to, and what stands there afterwards; REWRITE_GOLDEN=1 writes it.

Archives and databases are spoiled where every release of SQLite and zlib means the same.
"""

from __future__ import annotations

import io
import os
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.errors import NetscoutError
from netscout.matching.identity import resolve
from netscout.store import restore
from netscout.store.backup import backup
from netscout.store.connection import APPLICATION_ID, SCHEMA_VERSION
from netscout.store.forget import forget
from netscout.store.imports import import_export
from netscout.store.labels import labels
from netscout.store.workspace import DATABASE, Workspace
from netscout.store.written import record, written
from tests.store.store_builders import fill_sample
from tests.written_out import hold, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

GOLDEN = Path(__file__).parent / "data" / "spoiled_backups.txt"
TARGETS = b"[[target]]\n"
MEMBERS = ("README.txt", "reports/page.html", "netscout.db.bak", "Targets.toml", "taxonomies/esco/about.json", "sub/")
EDGE = 8 << 20
"""Up to this size it does not matter how well something was packed."""
SQL = {
    "another program": "PRAGMA application_id=7",
    "a program of no name": "PRAGMA application_id=0",
    "schema 0": "PRAGMA user_version=0",
    "schema -1": "PRAGMA user_version=-1",
    "a newer schema": "PRAGMA user_version=99",
    "one table more": "CREATE TABLE stranger (x)",
    "one view more": "CREATE VIEW stranger AS SELECT 1 AS x",
    "one index more": "CREATE INDEX stranger ON person (id)",
    "a trigger": "CREATE TRIGGER stranger AFTER INSERT ON label BEGIN DELETE FROM event; END",
    "one column more": "ALTER TABLE label ADD COLUMN stranger TEXT",
    "one table less": "DROP TABLE dismissed",
    "another view": "DROP VIEW identity; CREATE VIEW identity AS SELECT '' AS kind, '' AS key, 1 AS person",
    "nobody of that number": "PRAGMA foreign_keys=OFF; UPDATE label SET person = 999",
    "a day that is none": "UPDATE label SET on_day = '2026-02-30'",
    "a label that is none": "UPDATE label SET label = 'enemy'",
    "an event of another kind": "UPDATE event SET event = 'abducted'",
    "bytes for a name": "UPDATE sighting SET first_name = CAST(x'ff' AS TEXT) WHERE id = 1",
    "counts that are no JSON": "UPDATE export SET counts = '{'",
    "nobody at all": "DELETE FROM avoid",
}


def whole(path: Path) -> bytes:
    """Return the database of a full workspace, in which somebody was forgotten."""
    with Workspace.open(path, create=True) as ws:
        fill_sample(ws, lambda one: import_export(ws, one, today="2026-02-06", resolve=resolve))
        forget(ws, ("p0004",), on="2026-03-07")
        backup(ws, path.parent / "first.zip", on="2026-03-08")
    with zipfile.ZipFile(path.parent / "first.zip") as archive:
        return archive.read(DATABASE)


def changed(data: bytes, sql: str) -> bytes:
    """Return the database after some SQL."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.deserialize(data)
        db.executescript(sql)
        return db.serialize()


def older(number: int) -> bytes:
    """Return the database of the stored sample of a schema."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.executescript((GOLDEN.parent / f"schema-{number}.sql").read_text(encoding="utf-8"))
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        db.execute(f"PRAGMA user_version={number}")
        return db.serialize()


def put(data: bytes, at: int, text: bytes) -> bytes:
    """Return bytes with others in one place."""
    return data[:at] + text + data[at + len(text) :]


def packed(
    *members: tuple[str, bytes],
    how: int = zipfile.ZIP_DEFLATED,
    note: bytes = b"",
    turn: Callable[[bytes], bytes] = bytes,
) -> bytes:
    """Return a zip of members; `turn` is done to it in the end."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.comment = note
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, how)
    return turn(held.getvalue())


def flagged(raw: bytes) -> bytes:
    """Return an archive whose members say that they are locked with a word."""
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw = put(raw, raw.index(mark) + at, b"\x01")
    return raw


def archives(data: bytes) -> Iterator[tuple[str, bytes | None, int]]:
    """Yield what happened, the bytes that stand there (None: nothing), and how much may be unpacked."""
    most, main = restore.MOST_BYTES, (DATABASE, data)
    yield "nothing", packed(main, ("targets.toml", TARGETS)), most
    yield "no targets", packed(main), most
    yield "empty targets", packed(main, ("targets.toml", b"")), most
    yield "targets alone", packed(("targets.toml", TARGETS)), most
    yield "targets twice", packed(main, *[("targets.toml", TARGETS)] * 2), most
    yield "the database twice", packed(main, main), most
    yield from ((f"{name} too", packed(main, (name, b"x")), most) for name in MEMBERS)
    yield "in a folder", packed((f"x/{DATABASE}", data)), most
    for how in (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        yield f"packed by {how}", packed(main, how=how), most
    yield "with a remark", packed(main, note=b"of mine"), most
    yield "locked", packed(main, turn=flagged), most
    yield "after other bytes", packed(main, turn=lambda raw: b"x" * 50 + raw), most
    yield "before other bytes", packed(main, turn=lambda raw: raw + b"x" * 50), most
    yield "cut off", packed(main, turn=lambda raw: raw[:-10]), most
    yield "a half", packed(main, turn=lambda raw: raw[: len(raw) // 2]), most
    yield (
        "another byte inside",
        packed(main, how=zipfile.ZIP_STORED, turn=lambda raw: put(raw, 5000, b"\xfe\xfe")),
        most,
    )
    yield "no members", packed(), most
    yield "no zip", b"just words", most
    yield "nothing in it", b"", most
    yield "not there", None, most
    for much in (len(data) - 1, len(data), len(data) + 1):
        yield f"{much - len(data):+d} bytes allowed", packed(main), much
    for size in (0, 19, 20, 512, len(data) - 1):
        yield f"{size if size < 600 else 'not quite all'} bytes of the database", packed((DATABASE, data[:size])), most
    for size in (EDGE, EDGE + 1):
        yield f"{size} zeros", packed((DATABASE, bytes(size))), most
    for size in (restore.MOST_OF_TARGETS, restore.MOST_OF_TARGETS + 1):
        yield f"{size} bytes of targets", packed(main, ("targets.toml", b"#" * size)), most
    for at, text in ((0, b"sqlite"), (18, b"\2"), (19, b"\2"), (18, b"\2\2"), (16, b"\3\3"), (100, b"\0" * 8)):
        yield f"{text!r} at {at}", packed((DATABASE, put(data, at, text))), most
    for name, sql in SQL.items():
        yield name, packed((DATABASE, changed(data, sql))), most
    for number in range(1, SCHEMA_VERSION + 1):
        yield f"schema {number} as it once was", packed((DATABASE, older(number)), ("targets.toml", TARGETS)), most


def taken(path: Path, workspace: Path, most: int) -> Iterator[str]:
    """Yield what a backup is found to hold, and what comes of putting it back."""
    try:
        with restore.read_backup(path, workspace, most=most) as found:
            size = None if found.targets is None else len(found.targets)
            yield f"    {found.people} people, targets {size}, {len(found.forgotten)} forgotten"
            yield f"    waits with {len(list(workspace.iterdir()))} beside it, {found.database.parent == workspace}"
            restore.restore(workspace, found)
        with Workspace.open(workspace, create=False) as ws:
            yield f"    labels {shown(labels(ws))}"
            yield f"    files {[Path(one.path).name for one in written(ws)]}"
    except NetscoutError as fault:
        yield f"    {type(fault).__name__} {fault.code}: {fault}"
    except OSError as fault:
        yield f"    {type(fault).__name__}"
    if workspace.exists():
        yield f"    then {sorted(f'{one.name} {one.stat().st_mode & 0o777:o}' for one in workspace.iterdir())}"


def lived_in(workspace: Path) -> None:
    """Make a workspace of other people, with targets and a file written elsewhere."""
    with Workspace.open(workspace, create=True) as ws:
        record(ws, workspace.parent / "page.html", "report", "share", "2026-03-01")
    (workspace / "targets.toml").write_bytes(b"# mine\n")


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX")
@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.slow
@pytest.mark.deep
def test_what_comes_of_each(tmp_path: Path) -> None:
    """A backup that is none would replace a workspace, a sound one be refused, or something of it be left behind."""
    told = []
    data = whole(tmp_path / "whole")
    for number, (name, raw, most) in enumerate(archives(data)):
        told.append(f"# {name}")
        for before in (Path, lived_in):
            place = tmp_path / f"{number}{before.__name__}"
            place.mkdir()
            path, workspace = place / "given.zip", place / "ws"
            if raw is not None:
                path.write_bytes(raw)
            before(workspace)
            told += [line.replace(str(tmp_path), "") for line in taken(path, workspace, most)]
    hold(GOLDEN, told)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system does not tell which files are open")
def test_no_file_stays_open(tmp_path: Path) -> None:
    """A program that puts backups back all day would run out of files."""
    path = tmp_path / "given.zip"
    path.write_bytes(packed((DATABASE, whole(tmp_path / "whole"))))
    told = [list(taken(path, tmp_path / "first", restore.MOST_BYTES))]
    before = len(list(Path("/proc/self/fd").iterdir()))
    told.append(list(taken(path, tmp_path / "second", restore.MOST_BYTES)))
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert told[0] == told[1]


@pytest.mark.parametrize(
    "make", [Path.mkdir, lambda path: path.symlink_to(path.parent / "first.zip")], ids=["folder", "link"]
)
def test_only_files_are_backups(make: Callable[[Path], None], tmp_path: Path) -> None:
    """A folder or a link would be taken for a backup, or end in a traceback."""
    whole(tmp_path / "whole")
    make(tmp_path / "given.zip")
    with (
        pytest.raises(NetscoutError, match="no regular file"),
        restore.read_backup(tmp_path / "given.zip", tmp_path / "ws"),
    ):
        pass
    assert not (tmp_path / "ws").exists()
