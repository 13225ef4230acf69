"""Whether a file about to be written would take the place of one that netscout lives on, in any workspace."""

from __future__ import annotations

import os
import re
from pathlib import Path

from netscout.errors import OutputError, Place
from netscout.store import folder
from netscout.store.connection import APPLICATION_ID

_MAGIC = b"SQLite format 3\x00"
_ID = slice(68, 72)
"""Where the header of a database holds its application id."""
_OWN = {
    name.casefold()
    for name in (folder.DATABASE, folder.JOURNAL, folder.README, folder.TARGETS, folder.TAXONOMIES, folder.REPLACING)
}
_KEPT = re.compile(rf"{re.escape(folder.DATABASE)}[-.].*|\..*\.tmp.*")
"""Journals and earlier copies of the database, and what a command is writing just now."""


def refuse_own(workspace: Path, path: Path) -> None:
    """Refuse a place of output where something of this or another workspace stands; nothing is changed.

    Links are followed, and the names of our own files are ours in whatever case they are spelled.

    Raises:
        OutputError: `refused`.
    """
    wanted = [Path(os.path.abspath(path)), Path(os.path.realpath(path))]  # noqa: PTH100  # as spelled, and where it leads
    if any(_is_own(workspace, one) for one in wanted) or _is_kept(workspace, path):
        raise OutputError(
            "netscout keeps a file of its own there.",
            "Give a name that is free, outside the workspace or in its folder `reports`.",
            Place(str(path)),
            code="refused",
        )


def _is_own(workspace: Path, path: Path) -> bool:
    if _is_database(path):
        return True
    home = Path(os.path.realpath(workspace))
    for above in path.parents:
        named = path.relative_to(above).parts[0].casefold().rstrip(". ")
        mine = home in (above, Path(os.path.realpath(above)))
        if (named in _OWN or _KEPT.fullmatch(named)) and (mine or _is_database(above / folder.DATABASE)):
            return True
    return False


def _is_kept(workspace: Path, path: Path) -> bool:
    """Return whether the path is another name of a file of ours: a link, or a spelling the file system takes for it."""
    for name in (folder.DATABASE, folder.JOURNAL, folder.README, folder.TARGETS):
        try:
            if path.samefile(workspace / name):
                return True
        except OSError:
            continue
    return False


def _is_database(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_ID.stop)
    except OSError:
        return False
    return head.startswith(_MAGIC) and int.from_bytes(head[_ID], "big") == APPLICATION_ID
