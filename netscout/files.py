"""Writing a file so that the old one or the new one is there, whole, whatever happens in between."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from netscout.errors import OutputError, Place

_NEXT = {
    errno.ENOSPC: ("the disk is full.", "Free some space and give the command again."),
    errno.EDQUOT: ("your disk quota is used up.", "Free some space and give the command again."),
    errno.EACCES: ("this place may not be written to.", "Choose another place with --out."),
    errno.EPERM: ("this place may not be written to.", "Choose another place with --out."),
    errno.EROFS: ("this place is read-only.", "Choose another place with --out."),
}


def write_atomic(path: Path, data: bytes | str, mode: int = 0o600) -> None:
    """Write `data` (text as UTF-8) to `path` by a temporary file in the same folder, fsync and rename.

    Raises:
        OutputError: the parent is missing, the path is a folder or no regular file, or the system refuses.
            The old file is kept and no temporary file is left.
    """
    place = Place(str(path))
    if not path.parent.is_dir():
        raise OutputError("the folder for this file does not exist.", "Create it, or choose another place.", place)
    if path.is_dir() or (path.exists() and not path.is_file()):
        raise OutputError("this is no regular file.", "Give the name of a file to write.", place)
    raw = data.encode("utf-8") if isinstance(data, str) else data
    temporary: Path | None = None
    try:
        handle, temporary = _open_new(path, mode)
        try:
            _write_all(handle, raw)
            os.fsync(handle)
        finally:
            os.close(handle)
        temporary.replace(path)
        temporary = None
        sync_folder(path.parent)
    except OSError as fault:
        what, then = _NEXT.get(fault.errno or 0, (f"{fault.strerror}.", "Choose another place, or try again."))
        raise OutputError(f"could not be written: {what}", then, place) from fault
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def make_folder(path: Path, mode: int = 0o700) -> None:
    """Create a folder of our own with its parents; `mode` holds for the folder itself whatever the umask.

    Raises:
        OutputError: the system refuses, or a file stands in the way.
    """
    if path.is_dir():
        return
    try:
        path.mkdir(parents=True)
        path.chmod(mode)
    except OSError as fault:
        what, then = _NEXT.get(fault.errno or 0, (f"{fault.strerror}.", "Choose another place with --workspace."))
        raise OutputError(f"the folder could not be made: {what}", then, Place(str(path))) from fault


def sync_folder(path: Path) -> None:
    """Ask the system to keep a rename in this folder; quietly nothing where folders cannot be opened (Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _open_new(path: Path, mode: int) -> tuple[int, Path]:
    for number in range(10_000):
        candidate = path.with_name(f".{path.name[:80]}.{number}.tmp")
        try:
            handle = os.open(candidate, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        except FileExistsError:
            continue
        return handle, candidate
    raise FileExistsError(errno.EEXIST, "too many temporary files here", str(path))


def _write_all(handle: int, raw: bytes) -> None:
    view = memoryview(raw)
    while view:
        view = view[os.write(handle, view) :]
