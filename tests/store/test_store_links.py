"""The cache of read titles: given back as kept, and nothing of another version or of nobody left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.store.links import drop_other_links, other_links, save_title_links, title_links
from netscout.store.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give an empty workspace."""
    with Workspace.open(tmp_path / "ws", create=True) as one:
        yield one


def test_values_come_back_as_kept(ws: Workspace) -> None:
    """A title that comes back with another's value, or with its quotes and line breaks damaged."""
    links = {'"; DROP TABLE person; --': ["", 'a "b"\n\u2028'], "": [1, 0.7, True], "Ärztin 🚀": []}
    save_title_links(ws, "note", "v1", links)
    assert title_links(ws, "note", "v1") == links
    assert title_links(ws, "note", "v2") == {}
    assert title_links(ws, "occupation", "v1") == {}


def test_what_is_gone_is_gone(ws: Workspace) -> None:
    """A title that outlives the last person who held it."""
    save_title_links(ws, "note", "v1", {"Baker": [1], "Nurse": [2]})
    save_title_links(ws, "note", "v1", {"Cook": [3]}, ["Baker"])
    assert title_links(ws, "note", "v1") == {"Cook": [3], "Nurse": [2]}


def test_other_versions_and_readers_are_dropped(ws: Workspace) -> None:
    """A cache that grows with every version and every target that once was."""
    for part, version in (("note", "v1"), ("note", "v2"), ("target a", "v2")):
        save_title_links(ws, part, version, {"Baker": [1]})
    assert other_links(ws, ["note"], "v2")
    drop_other_links(ws, ["note"], "v2")
    assert not other_links(ws, ["note"], "v2")
    assert ws.db.execute("SELECT taxonomy, version FROM title_link").fetchall() == [("note", "v2")]
