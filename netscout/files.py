"""Writing a file so that the old one or the new one is there, whole, whatever happens in between."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.errors import OutputError, Place

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
        handle, temporary = open_new(path, mode)
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


def write_each(folder: Path, files: Mapping[str, bytes], mode: int = 0o600) -> None:
    """Write many files of one folder as `write_atomic` does, each old or new and whole; the folder is synced once.

    Raises:
        OutputError: the system refuses; files not yet reached are as they were.
    """
    handles: list[int] = []
    waiting: list[tuple[Path, str]] = []
    try:
        for name, data in files.items():
            handle, temporary = open_new(folder / name, mode)
            handles.append(handle)
            waiting.append((temporary, name))
            _write_all(handle, data)
        while handles:
            os.fsync(handles[-1])
            os.close(handles.pop())
        while waiting:
            temporary, name = waiting[0]  # in the order given: what comes last vouches for nothing that is missing
            temporary.replace(folder / name)
            waiting.pop(0)
        sync_folder(folder)
    except OSError as fault:
        what, then = _NEXT.get(fault.errno or 0, (f"{fault.strerror}.", "Choose another place, or try again."))
        raise OutputError(f"could not be written: {what}", then, Place(str(folder))) from fault
    finally:
        for handle in handles:
            with contextlib.suppress(OSError):
                os.close(handle)
        for temporary, _ in waiting:
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


def sync_file(path: Path) -> None:
    """Ask the system to keep what was written to a file (raises OutputError)."""
    try:
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    except OSError as fault:
        what, then = _NEXT.get(fault.errno or 0, (f"{fault.strerror}.", "Choose another place, or try again."))
        raise OutputError(f"could not be written: {what}", then, Place(str(path))) from fault


_TOGETHER = ".replacing"


def replace_together(folder: Path, files: Mapping[str, bytes | Path]) -> None:
    """Put several files of our own folder in place of the old ones: all of them or none, whatever happens.

    They are written whole into a folder of their own first (a file given by its path, in the same file system and
    synced, is moved there); its renaming decides. Whoever uses the folder next calls `finish_replacing`, which does
    what a kill left undone.

    Raises:
        OutputError: the system refuses; the old files are kept.
    """
    pending = folder / _TOGETHER
    draft = folder / f"{_TOGETHER}.0.tmp"
    try:
        finish_replacing(folder)
        _drop_flat(draft)
        draft.mkdir(mode=0o700)
        for name, data in sorted(files.items()):
            if isinstance(data, bytes):
                write_atomic(draft / name, data)
            else:
                data.replace(draft / name)
        sync_folder(draft)
        draft.rename(pending)
        sync_folder(folder)
        finish_replacing(folder)
    except OSError as fault:
        what, then = _NEXT.get(fault.errno or 0, (f"{fault.strerror}.", "Choose another place, or try again."))
        raise OutputError(f"could not be written: {what}", then, Place(str(folder))) from fault
    finally:
        with contextlib.suppress(OSError):
            _drop_flat(draft)


def replacing(folder: Path) -> bool:
    """Return whether `replace_together` decided and was killed before all files stood in place."""
    return (folder / _TOGETHER).is_dir()


def finish_replacing(folder: Path) -> None:
    """Do what a killed `replace_together` left undone; nothing if nothing was left. Raises OSError.

    The rollback journal of an SQLite database goes before the database it belonged to is replaced. One process at a
    time does this: a slow one would else take away the journal that another writes beside the new database.
    """
    pending = folder / _TOGETHER
    if not pending.is_dir():
        return
    with _alone(pending) as ours:
        if not ours:
            return
        for new in sorted(pending.iterdir()):
            (folder / f"{new.name}-journal").unlink(missing_ok=True)
            new.replace(folder / new.name)
        sync_folder(folder)
        pending.rmdir()


@contextlib.contextmanager
def _alone(pending: Path) -> Iterator[bool]:
    """Hold a folder against other processes; give False if it was finished with meanwhile.

    Where folders cannot be locked (Windows), the system itself lets nobody take away a file that another has open.
    """
    try:
        handle = os.open(pending, os.O_RDONLY)
    except FileNotFoundError:
        yield False
        return
    except OSError:
        yield True
        return
    try:
        if fcntl is not None:
            with contextlib.suppress(OSError):  # file systems without locks
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield _is_same(pending, handle)
    finally:
        os.close(handle)


def _is_same(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _drop_flat(folder: Path) -> None:
    if folder.is_dir():
        for one in folder.iterdir():
            one.unlink()
        folder.rmdir()


def open_new(path: Path, mode: int = 0o600) -> tuple[int, Path]:
    """Return a handle to a new temporary file beside `path`, and where it is (raises OSError)."""
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
