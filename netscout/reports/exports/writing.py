"""Where a taken-away file goes, and the writing of it."""

from __future__ import annotations

from pathlib import Path

from netscout.files import make_folder, write_atomic


def write(path: Path, data: bytes | str) -> None:
    """Write a file whole or not at all, readable by its owner alone.

    Raises:
        OutputError: the place cannot be written; an older file there is kept.
    """
    write_atomic(path, data)


def default_place(workspace: Path, name: str) -> Path:
    """Return where a file of this name goes unless told: the workspace's `reports` folder, made if missing.

    Raises:
        OutputError: the folder cannot be made.
    """
    folder = workspace / "reports"
    make_folder(folder)
    return folder / name
