"""Opens the paths given to `load`: regular files and folders only, links and devices refused before a read."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from netscout.model.ledger import Ignored
from netscout.sources import archive, faults
from netscout.sources.containers import CHUNK, Container, Member, day_in_name, digest, is_junk

if TYPE_CHECKING:
    from contextlib import ExitStack
    from datetime import date

    from netscout.errors import InputError
    from netscout.settings import Limits

_ZIP_NAME = re.compile(r"\.zip(?:\s*\(\d+\))?$", re.IGNORECASE)


def open_container(path: Path, limits: Limits, today: date, held: ExitStack) -> Container:
    """Return the container at a path; its file stays open until `held` closes.

    Raises:
        InputError: the path cannot be read, or the archive is damaged, locked, too large or unsafe.
    """
    path = named(path)
    shown = path.name or str(path)
    if stat.S_ISDIR(_mode(path, shown)):
        return _folder(path, shown, limits, today)
    handle = held.enter_context(_open(path, shown, limits))
    head = handle.read(4096)
    if head.startswith(archive.SIGNATURES):
        handle.seek(0)
        members, stamped, ignored = archive.members_of(handle, shown, limits, today)
        handle.seek(0)
        return Container(str(path), "zip", digest(handle), members, day_in_name(path.name, today), stamped, ignored)
    if not head.strip() and _is_blank(handle):
        raise faults.empty(shown)
    if _ZIP_NAME.search(path.name):
        if head.startswith(b"PK"):
            raise faults.damaged(shown, "it has no list of contents, so it was cut off")
        raise faults.not_a_zip(shown, web_page=b"<html" in head.lower() or b"<!doctype" in head.lower())
    handle.seek(0)
    member = Member(shown, lambda: _open(path, shown, limits), path.stat().st_size)
    return Container(str(path), "file", digest(handle), (member,), day_in_name(path.name, today))


def named(path: Path) -> Path:
    """Return the path with a name to show: `.` and `..` become the folder they stand for."""
    return path if path.name not in ("", "..") else path.resolve()


def fingerprint(path: Path, limits: Limits) -> str:
    """Return the SHA-256 by which a path is known again: of a file its bytes, of a folder its names and bytes.

    Raises:
        InputError: the path cannot be read.
    """
    path = named(path)
    shown = path.name or str(path)
    if not stat.S_ISDIR(_mode(path, shown)):
        with _open(path, shown, limits) as handle:
            return digest(handle)
    files, _ = _walk(path, shown, limits)
    whole = hashlib.sha256()
    for name, file in files:
        with _open(file, faults.inside(shown, name), limits) as handle:
            whole.update(f"{name}\0{digest(handle)}\n".encode())
    return whole.hexdigest()


def _folder(path: Path, shown: str, limits: Limits, today: date) -> Container:
    files, ignored = _walk(path, shown, limits)
    members = tuple(
        Member(name, partial(_open, file, faults.inside(shown, name), limits), file.stat().st_size)
        for name, file in files
    )
    return Container(
        str(path), "folder", fingerprint(path, limits), members, day_in_name(path.name, today), None, tuple(ignored)
    )


def _walk(path: Path, shown: str, limits: Limits) -> tuple[list[tuple[str, Path]], list[Ignored]]:
    """Return the regular files below a folder as (name inside it, path), in name order, and what is passed over."""
    files: list[tuple[str, Path]] = []
    ignored: list[Ignored] = []
    waiting = [(path, "", 1)]
    while waiting:
        folder, prefix, depth = waiting.pop()
        for entry in _entries(folder, shown):
            name = prefix + entry.name
            if is_junk(name):
                continue
            if entry.is_symlink():
                ignored.append(Ignored(name, "a link, which is not followed"))
            elif entry.is_dir(follow_symlinks=False):
                if depth < limits.folder_depth:
                    waiting.append((Path(entry.path), f"{name}/", depth + 1))
                else:
                    ignored.append(Ignored(f"{name}/", f"deeper than {limits.folder_depth} folders"))
            elif not entry.is_file(follow_symlinks=False):
                ignored.append(Ignored(name, "not a regular file"))
            else:
                files.append((name, Path(entry.path)))
        if len(files) > limits.folder_files:
            raise faults.fault(
                "too-many-members", f"this folder holds more than {limits.folder_files} files.", faults.SINGLE, shown
            )
    return sorted(files), sorted(ignored, key=lambda one: one.name)


def _entries(folder: Path, shown: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError as refused:
        raise _refusal(refused, shown) from refused


def _mode(path: Path, shown: str) -> int:
    try:
        return path.lstat().st_mode
    except (OSError, ValueError) as refused:
        raise _refusal(refused, shown) from refused


def _open(path: Path, shown: str, limits: Limits) -> BinaryIO:
    if not stat.S_ISREG(_mode(path, shown)):
        raise _no_file(shown)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.fdopen(os.open(path, flags), "rb")
    except OSError as refused:
        raise _refusal(refused, shown) from refused
    found = os.fstat(handle.fileno())
    if stat.S_ISREG(found.st_mode) and found.st_size <= limits.file_bytes:
        return handle
    handle.close()
    if stat.S_ISREG(found.st_mode):
        raise faults.too_large(shown, f"one file may have {limits.file_bytes >> 20} MiB", faults.SPLIT)
    raise _no_file(shown)


def _is_blank(handle: BinaryIO) -> bool:
    return all(not block.strip() for block in iter(lambda: handle.read(CHUNK), b""))


def _no_file(shown: str) -> InputError:
    return faults.fault(
        "not-a-file", "this is a link or a device, not a file.", "Give the path of the file itself.", shown
    )


def _refusal(refused: OSError | ValueError, shown: str) -> InputError:
    code = getattr(refused, "errno", None)
    if code in (errno.EACCES, errno.EPERM):
        return faults.fault("no-permission", "you may not read this.", "Look at its permissions.", shown)
    if code in (errno.ELOOP, errno.ENXIO):
        return _no_file(shown)
    if isinstance(refused, OSError) and code not in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL):
        return faults.fault(
            "not-a-file", "the system could not open this.", "Close other programs, then try again.", shown
        )
    return faults.fault("not-found", "there is nothing at this path.", "Look at the spelling of the path.", shown)
