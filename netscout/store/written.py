"""What was written outside the workspace: `forget` cannot reach it, so it is remembered by path and named."""

from __future__ import annotations

import contextlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.errors import StoreError
from netscout.store.folder import DATABASE, REPORTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netscout.store.workspace import Workspace

_FOLDER = "cards"
"""The kind that is a folder of files."""
_ESCAPED = re.compile(r"\\u(dc[89a-f][0-9a-f])")
"""A byte of a name that is no UTF-8, as it is kept."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file netscout wrote where it was told to.

    Attributes:
        path: absolute path.
        kind: what it is: `report`, `map`, `rank`, `draft`, `backup`, an export.
        form: which form of it (`mine`, `share`, `csv`, ...), "" if there is but one.
        on: `YYYY-MM-DD`, the last day it was written.
    """

    path: str
    kind: str
    form: str
    on: str


def record(ws: Workspace, path: Path, kind: str, form: str, on: str) -> None:
    """Remember a file about to be written, or just written; the `reports` folder of the workspace is known anyway.

    A workspace that may only be read remembers nothing.

    Raises:
        StoreError: `busy`, `no-space` and their like.
    """
    whole = _whole(path)
    if whole.parent == _whole(ws.path / REPORTS):
        return
    row = (kind, form, on)
    if (str(whole), *row) in {(one.path, one.kind, one.form, one.on) for one in written(ws)}:
        return
    with _unless_read_only(ws), ws.writing() as db:
        db.execute("INSERT OR REPLACE INTO written_file VALUES (?, ?, ?, ?)", (_kept(str(whole)), *row))


def withdraw(ws: Workspace, path: Path) -> None:
    """Take back what `record` remembered of a file (or folder of cards) not written after all, unless one is there."""
    whole = _whole(path)
    for one in written(ws):
        if one.path == str(whole) and not (whole.is_dir() if one.kind == _FOLDER else whole.is_file()):
            with _unless_read_only(ws), ws.writing() as db:
                db.execute("DELETE FROM written_file WHERE path = ?", (_kept(one.path),))


def standing(ws: Workspace, path: Path) -> str:
    """Return what stands at a path: `none`, `own` for a file netscout wrote, or `other` for any other file.

    What netscout wrote is remembered, or lies in the folder for such files.
    """
    whole = _whole(path)
    if not whole.is_file():
        return "none"
    own = whole.parent == _whole(ws.path / REPORTS) or str(whole) in {one.path for one in written(ws)}
    return "own" if own else "other"


def written(ws: Workspace) -> list[WrittenFile]:
    """Return every file that was remembered, by path."""
    with ws.reading() as db:
        rows = db.execute("SELECT path, kind, form, on_day FROM written_file ORDER BY path")
        return [WrittenFile(_named(path), *row) for path, *row in rows]


def _kept(path: str) -> str:
    """Return a path as text that any locale reads alike: its bytes as UTF-8, a byte that is none as an escape."""
    text = os.fsencode(path).decode("utf-8", "surrogateescape")
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _named(text: str) -> str:
    """Return a path as this process names it, from what `_kept` made of it."""
    whole = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return os.fsdecode(whole.encode("utf-8", "surrogateescape"))


def _whole(path: Path) -> Path:
    """Return the absolute path without `..`: a file is later removed only if it truly lies in the workspace."""
    return Path(os.path.abspath(path))  # noqa: PTH100  # pathlib keeps `..`, and resolving would follow links


@contextlib.contextmanager
def _unless_read_only(ws: Workspace) -> Iterator[None]:
    """Pass over that a workspace may only be read; one that could not be written to this once is another matter."""
    try:
        yield
    except StoreError as fault:
        if not fault.is_of_reading_only or all(os.access(one, os.W_OK) for one in (ws.path, ws.path / DATABASE)):
            raise
