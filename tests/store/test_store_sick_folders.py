"""What a look at the health says of folders that something happened to; REWRITE_GOLDEN=1 writes the answers anew.

Also what `forget --everything` leaves of each, and whether anything can still be done in it.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.errors import NetscoutError
from netscout.matching.identity import resolve
from netscout.store import check, everything, folder
from netscout.store.imports import import_export
from netscout.store.labels import labels
from netscout.store.workspace import DATABASE, Workspace, exists
from tests.store.store_builders import export, fill_sample, seen
from tests.store.test_store_dump import WORDS
from tests.written_out import hold, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

GOLDEN = Path(__file__).parent / "data" / "sick_folders.txt"
TODAY = date(2029, 1, 1)
NAMES = (
    "notes.txt", ".x.tmp", ".x.tmp-journal", ".x", "netscout.db.v1.bak", "netscout.db.v12.bak", "netscout.db.bak",
    "netscout.db-wal", "page.html", "reports/page.html", "reports/page.HTML", "reports/page.exe", "reports/.x.tmp",
    "taxonomies/esco/about.json", "taxonomies/esco/other.json", "taxonomies/esco/.x.tmp", "taxonomies/loose.txt",
    "taxonomies/.x.tmp", ".x.tmp/inner", "reports/inner/page.html", "sub/notes.txt", "README.txt", "targets.toml",
)  # fmt: skip
BYTES = (0, 16, 40, 60, 100)
"""Where the database is spoiled: in its head, which means the same to every release of SQLite."""


def made(path: Path) -> Path:
    """Return the folder of a full workspace."""
    with Workspace.open(path, create=True) as ws:
        fill_sample(ws, lambda one: import_export(ws, one, today="2026-02-06", resolve=resolve))
        ws.db.executescript(WORDS)
    return path


def spoil(path: Path, at: int, text: bytes) -> None:
    """Write over a place of the database."""
    data = bytearray((path / DATABASE).read_bytes())
    data[at : at + len(text)] = text
    (path / DATABASE).write_bytes(bytes(data))


def put(path: Path, name: str) -> None:
    """Put a file into the folder."""
    (path / name).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    (path / name).parent.chmod(0o700)
    (path / name).write_text("x", encoding="utf-8")
    (path / name).chmod(0o600)


def cut(path: Path, size: int) -> None:
    """Cut the database off."""
    (path / DATABASE).write_bytes((path / DATABASE).read_bytes()[:size])


def lengthen(path: Path, size: int) -> None:
    """Put some zeros after the database."""
    with (path / DATABASE).open("ab") as file:
        file.write(bytes(size))


def two_backups(path: Path) -> None:
    """Put two backups of updates beside a broken database."""
    put(path, "netscout.db.v1.bak")
    put(path, "netscout.db.v2.bak")
    cut(path, 100)


def link_among_taxonomies(path: Path) -> None:
    """Put a link where the folders of taxonomies stand."""
    (path / "taxonomies").mkdir(mode=0o700)
    (path / "taxonomies" / "x").symlink_to(path)


def happenings() -> Iterator[tuple[str, Callable[[Path], None]]]:
    """Yield what may happen to a folder."""
    yield "nothing", lambda _: None
    yield from ((f"a file {name}", partial(put, name=name)) for name in NAMES)
    for at in BYTES:
        yield f"zeros at {at}", partial(spoil, at=at, text=b"\0" * 64)
        yield f"ones at {at}", partial(spoil, at=at, text=b"\xff" * 64)
    yield from ((f"cut at {size}", partial(cut, size=size)) for size in (0, 1, 100, -1, -4095))
    yield from ((f"{size} zeros more", partial(lengthen, size=size)) for size in (1, 4096))
    yield "no database", lambda path: (path / DATABASE).unlink()
    yield "no README", lambda path: (path / "README.txt").unlink()
    yield "readable by all", lambda path: (path / DATABASE).chmod(0o644)
    yield "a folder readable by all", lambda path: path.chmod(0o755)
    yield "a link", lambda path: (path / "link").symlink_to(path.parent)
    yield "a link among taxonomies", link_among_taxonomies
    yield "two backups", two_backups


def rest(path: Path) -> list[str]:
    """Return what stands in a folder."""
    return sorted(f"{one.relative_to(path)} {one.lstat().st_mode & 0o777:o}" for one in path.rglob("*"))


def told(path: Path) -> Iterator[str]:
    """Yield what is found, what can be done, and what is left after everything was to go."""
    yield f"    {exists(path)} {folder.explained(path)} {everything.is_there(path)}"
    for one in check.doctor(path, today=TODAY):
        yield f"    {one.severity} {one.code}: {one.message} {one.next_step}"
    try:
        with Workspace.open(path, create=False) as ws:
            yield f"    labels {shown(labels(ws))}"
            import_export(ws, export("2026-03-05", seen("Ana Example", "ana")), today="2026-03-06", resolve=resolve)
    except NetscoutError as fault:
        yield f"    {fault.code}: {fault}"
    with suppress(FileNotFoundError):
        before = rest(path)
        try:
            yield f"    {shown(everything.everything(path))}"
        except NetscoutError as fault:
            yield f"    {fault.code}: {fault}"
        yield f"    of {len(before)}: {rest(path) if path.is_dir() else 'nothing'}"


@pytest.mark.skipif(os.name != "posix", reason="modes and links of Unix")
def test_what_is_said_of_a_folder_something_happened_to(tmp_path: Path) -> None:
    """A stranger's file would be deleted with ours, or a broken database taken for a sound one."""
    sound, lines = made(tmp_path / "sound"), []
    for name, happen in happenings():
        path = tmp_path / "ws"
        shutil.copytree(sound, path)
        happen(path)
        lines += [name, *told(path)]
        shutil.rmtree(path, ignore_errors=True)
    hold(GOLDEN, (line.replace(str(tmp_path), "") for line in lines))
