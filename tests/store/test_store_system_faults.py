"""What the system refuses while the store works: one message each, nothing half done, and reading goes on."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from netscout.errors import NetscoutError, OutputError, SettingsError, StoreError
from netscout.matching.identity import resolve
from netscout.store import backup as backups
from netscout.store import (
    check,
    cleaning,
    connection,
    content,
    everything,
    folder,
    guard,
    restore,
    targets,
    workspace,
)
from netscout.store.check import doctor
from netscout.store.connection import connect, is_cut_off
from netscout.store.imports import import_export
from netscout.store.moment import held_since, moment
from netscout.store.page_marks import note_page
from netscout.store.workspace import DATABASE, Workspace
from netscout.store.written import record, withdraw
from tests.store.store_builders import dump, fill_sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TODAY = "2026-03-24"
READ_ONLY = StoreError("this workspace may not be written to.", "Look.", code="read-only")
BUSY = StoreError("another netscout is writing.", "Try again.", code="busy")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the folder of a workspace with the sample."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        fill_sample(ws, lambda one: import_export(ws, one, today=TODAY, resolve=resolve))
    (tmp_path / "ws" / "targets.toml").write_text("[me]\nname = 'Robin'\n")
    (tmp_path / "ws" / "targets.toml").chmod(0o600)
    return tmp_path / "ws"


def refusing(name: str, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    """Let one method of paths fail on files of a name, as a disk or the rights to a file may."""
    real: Callable[..., Any] = getattr(Path, method)

    def fails(self: Path, *args: object, **more: object) -> object:
        if self.name == name:
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *args, **more)

    monkeypatch.setattr(Path, method, fails)


def no_writing(fault: StoreError, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every attempt to write a workspace end in a fault."""

    @contextmanager
    def fails(self: Workspace) -> Iterator[sqlite3.Connection]:
        raise fault
        yield  # a context manager yields

    monkeypatch.setattr(Workspace, "writing", fails)


def test_a_damaged_database_is_not_backed_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest backup would be as broken as the workspace, and pass for sound."""
    monkeypatch.setattr(content, "faults", lambda _: iter(["a row speaks of nobody"]))
    with Workspace.open(path, create=False) as ws, pytest.raises(StoreError) as fault:
        backups.backup(ws, path.parent / "copy.zip", on=TODAY)
    assert fault.value.code == "damaged-store"
    assert not (path.parent / "copy.zip").exists()


def test_targets_that_cannot_be_read_stop_a_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup without its targets would be taken for a whole one."""
    refusing("targets.toml", monkeypatch, "read_bytes")
    with Workspace.open(path, create=False) as ws, pytest.raises(OutputError, match="cannot be read"):
        backups.backup(ws, path.parent / "copy.zip", on=TODAY)
    with pytest.raises(SettingsError, match="cannot be read"):
        targets.text(path / "targets.toml")


class _Unsound:
    """A database whose check finds this."""

    def __init__(self, *rows: str) -> None:
        self.rows = rows

    def execute(self, _: str) -> list[tuple[str]]:
        return [(one,) for one in self.rows]


@pytest.mark.parametrize(("rows", "said"), [(("x",), "in 1 place."), (("x", "y"), "in 2 places.")])
def test_doctor_counts_the_places_of_damage(rows: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Damage that SQLite itself finds would pass `doctor`."""
    monkeypatch.setattr(check, "is_cut_off", lambda _: False)
    (found,) = check._soundness(_Unsound(*rows))  # type: ignore[arg-type]  # it is asked for its check alone
    assert (found.severity, found.message.endswith(said)) == ("error", True)


def test_a_database_that_cannot_be_looked_at_is_not_called_cut_off(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup would end in a traceback for want of a size, or a sound database be called damaged."""
    with Workspace.open(path, create=False) as ws:
        refusing("netscout.db", monkeypatch, "stat")
        assert not is_cut_off(ws.db)


def test_doctor_passes_over_a_file_that_went_away(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`doctor` would end in a traceback where a file is deleted while it looks."""
    refusing("targets.toml", monkeypatch, "lstat")
    assert doctor(path) == []


def test_doctor_knows_folders_of_other_computers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks do not hold over a network, and nobody would be told."""
    assert check._on_network(Path("//server/share/ws"))
    monkeypatch.setattr(check, "_MOUNTS", tmp_path / "none")
    assert not check._on_network(tmp_path)


def test_a_file_that_cannot_be_looked_into_is_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page would be refused, or the command end in a traceback, for the sake of an unreadable file."""
    (tmp_path / "page.html").write_text("x")
    refusing("page.html", monkeypatch, "open")
    assert not guard._is_database(tmp_path / "page.html")


@pytest.mark.parametrize("what", ["held", "page", "written", "withdrawn"])
def test_only_what_may_not_be_written_is_passed_over(path: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page could not be made in a workspace on a read-only disk; or a busy one would be written past.

    A file that could not be remembered, though the workspace may be written to, would not be named by `forget`.
    """
    page = path.parent / "page.html"
    with Workspace.open(path, create=False) as ws:
        record(ws, page, kind="report", form="mine", on=TODAY)
        since, before = moment(ws), dump(ws)
        works: dict[str, Callable[[], object]] = {
            "held": lambda: held_since(ws, since).__enter__(),
            "page": lambda: note_page(ws, on="2026-05-01"),
            "written": lambda: record(ws, page, kind="map", form="mine", on=TODAY),
            "withdrawn": lambda: withdraw(ws, page),
        }
        no_writing(READ_ONLY, monkeypatch)
        with monkeypatch.context() as disk:
            disk.setattr("os.access", lambda *_: False)
            works[what]()
        if what in ("written", "withdrawn"):
            with pytest.raises(StoreError, match="may not be written to"):  # it may, and could not this once
                works[what]()
        no_writing(BUSY, monkeypatch)
        with pytest.raises(StoreError) as fault:
            works[what]()
        assert fault.value.code == "busy"
        assert dump(ws) == before


def test_a_link_where_there_are_none_is_a_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a file system without hard links no workspace could be made; nor may a second one take the first's place."""

    def fails(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", fails)
    with Workspace.open(tmp_path / "ws", create=True):
        pass
    first = (tmp_path / "ws" / DATABASE).read_bytes()
    workspace._give_birth(tmp_path / "ws" / DATABASE)
    assert (tmp_path / "ws" / DATABASE).read_bytes() == first
    assert [one.name for one in (tmp_path / "ws").iterdir() if one.name.endswith(".tmp")] == []


def test_places_that_take_no_file_are_told(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be written to, or a database that may not be read, would end in a traceback."""
    with pytest.raises(StoreError) as fault:
        workspace._new_file(tmp_path / "missing" / DATABASE)
    assert fault.value.code == "no-permission"
    refusing(DATABASE, monkeypatch, "open")
    with pytest.raises(StoreError) as fault:
        workspace._look_at_header(path / DATABASE)
    assert fault.value.code == "no-permission"


def test_an_interrupted_restore_that_cannot_be_finished_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a restore would be opened as if it were a workspace."""

    def fails(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(workspace, "finish_replacing", fails)
    with pytest.raises(StoreError) as fault, Workspace.open(path, create=False):
        pass
    assert fault.value.code == "no-permission"


@pytest.mark.parametrize("fault", [READ_ONLY, BUSY], ids=["read-only", "busy"])
def test_a_cleaning_waits_where_nothing_may_be_written(
    path: Path, fault: StoreError, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading a copy on a read-only disk would fail for a `forget` that was cut off; a busy one must be told."""

    def fails(*_: object) -> None:
        raise fault

    monkeypatch.setattr(cleaning, "pending", lambda _: True)
    monkeypatch.setattr(cleaning, "finish", fails)
    with closing(connect(path / DATABASE)) as db:
        if fault is READ_ONLY:
            workspace._finish_cleaning(path, db)
        else:
            with pytest.raises(StoreError):
                workspace._finish_cleaning(path, db)


def test_a_transaction_that_is_over_is_not_rolled_back(path: Path) -> None:
    """SQLite ends a transaction itself on some faults; the second end would hide the fault with another."""

    def ended(ws: Workspace) -> None:
        with ws.writing() as db:
            db.execute("ROLLBACK")
            raise BUSY

    with Workspace.open(path, create=False) as ws, pytest.raises(NetscoutError, match="another netscout"):
        ended(ws)


def test_a_busy_workspace_is_not_replaced(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A restore would take the database away under a command that writes; or `forget --everything` would."""
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 50)
    with Workspace.open(path, create=False) as ws:
        backups.backup(ws, tmp_path / "copy.zip", on=TODAY)
    with closing(sqlite3.connect(path / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with restore.read_backup(tmp_path / "copy.zip", path) as found, pytest.raises(StoreError) as fault:
            restore.restore(path, found)
        assert fault.value.code == "busy"
        other.execute("ROLLBACK")


def test_a_readme_that_stays_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`forget --everything` would say that all is gone."""
    real = folder.remove
    monkeypatch.setattr(folder, "remove", lambda one: one.name != "README.txt" and real(one))
    assert [Path(one).name for one in everything.everything(path).stuck] == ["README.txt"]


def test_files_of_a_restore_that_was_cut_off_go_too(path: Path) -> None:
    """`forget --everything` would leave a whole copy of the database in a hidden folder."""
    pending = path / ".replacing"
    pending.mkdir()
    (pending / DATABASE).write_bytes((path / DATABASE).read_bytes())
    assert pending in everything._files(path)
    everything.everything(path)
    assert not path.exists()
