"""Work that began before somebody was forgotten must not bring them back."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from netscout.errors import StoreError
from netscout.matching.identity import resolve
from netscout.store.forget import forget
from netscout.store.imports import import_export
from netscout.store.labels import set_label
from netscout.store.moment import ensure_since, held_since, moment
from netscout.store.ranking import save
from netscout.store.workspace import DATABASE, Workspace
from tests.store.kept_lists import load
from tests.store.store_builders import sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from netscout.store.moment import Moment


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give a workspace with the sample."""
    with Workspace.open(tmp_path / "ws", create=True) as found:
        for one in sample():
            import_export(found, one, today="2026-03-24", resolve=resolve)
        yield found


def keep(ws: Workspace, since: Moment) -> None:
    """Store a list that names somebody."""
    rows = [{"id": "p0002", "rank": 1}]
    save(ws, target="data", kind="practitioners", settings_digest="s", day="2026-03-24", rows=rows, since=since)


def test_a_list_made_before_a_forgetting_is_not_stored(ws: Workspace) -> None:
    """The person just forgotten would stand in the database again, after the cleaning."""
    since = moment(ws)
    forget(ws, ["p0002"], on="2026-03-24")
    with pytest.raises(StoreError) as fault:
        keep(ws, since)
    assert fault.value.code == "changed-meanwhile"
    assert fault.value.next_step
    assert load(ws, "data", "practitioners") is None


def test_a_list_made_before_a_label_is_stale(ws: Workspace) -> None:
    """A list would pass for fresh though it was made without what the user said since."""
    since = moment(ws)
    set_label(ws, "p0002", "know", on="2026-03-24")
    keep(ws, since)
    found = load(ws, "data", "practitioners")
    assert found is not None
    assert found.stale


def test_nobody_forgets_while_a_file_is_put_in_place(ws: Workspace) -> None:
    """Between the last look and the renaming somebody could still be forgotten."""
    other = sqlite3.connect(ws.path / DATABASE, timeout=0)
    try:
        with held_since(ws, moment(ws)), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("DELETE FROM person")
    finally:
        other.close()


def test_additions_do_not_stop_the_work(tmp_path: Path) -> None:
    """Every page would fail beside a load."""
    with Workspace.open(tmp_path / "new", create=True) as ws:
        since = moment(ws)
        for one in sample():
            import_export(ws, one, today="2026-03-24", resolve=resolve)
        ensure_since(ws, since)
        again = moment(ws)
        ws.db.execute("UPDATE meta SET value = 'wother' WHERE key = 'workspace'")
        with pytest.raises(StoreError):
            ensure_since(ws, again)
