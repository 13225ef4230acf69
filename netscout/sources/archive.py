"""Zip archives, read in memory from their list and never unpacked to disk."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from netscout.model.ledger import Ignored
from netscout.sources import faults
from netscout.sources.containers import CHUNK, Member, day_in_name, is_junk

if TYPE_CHECKING:
    from netscout.settings import Limits

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    zlib.error,
    EOFError,
    RuntimeError,
    OSError,
    ValueError,
    struct.error,
)
_DRIVE = re.compile(r"[A-Za-z]:")
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

Contents = tuple[tuple[Member, ...], "date | None", tuple[Ignored, ...]]


def members_of(handle: BinaryIO, shown: str, limits: Limits, today: date, depth: int = 1) -> Contents:
    """Return the members of an archive, the newest plausible day among them, and what is passed over.

    An archive that holds nothing but one archive is opened, one level deep.

    Raises:
        InputError: damaged, encrypted, nested, too large, unsafe names, overlapping members.
    """
    try:
        whole = zipfile.ZipFile(handle)
    except _BROKEN as broken:
        raise faults.damaged(shown, "it has no list of contents, so it was cut off") from broken
    if not whole.infolist():
        raise faults.fault("empty-file", "this archive holds no file.", faults.AGAIN, shown)
    if len(whole.infolist()) > limits.archive_members:
        raise faults.fault(
            "too-many-members", f"this archive holds more than {limits.archive_members} files.", faults.SINGLE, shown
        )
    for info in whole.infolist():
        _check_name(info, shown)
    infos = [info for info in whole.infolist() if not info.is_dir() and not is_junk(info.filename)]
    _check_bytes(whole, handle, infos, shown)
    budget = _Budget(limits)
    inner = [info for info in infos if info.filename.lower().endswith(".zip")]
    if len(inner) == 1 == len(infos):
        if depth > 1:
            raise faults.nested(faults.inside(shown, inner[0].filename))
        return _inner(whole, inner[0], shown, limits, today)
    if len(inner) > 1 or (inner and depth > 1):
        raise faults.nested(shown)
    members = tuple(
        Member(info.filename.replace("\\", "/"), partial(_Inflated, whole, info, shown, budget), info.file_size)
        for info in infos
        if info not in inner
    )
    ignored = tuple(Ignored(info.filename, "an archive inside the archive; unpack it and load it") for info in inner)
    return members, _newest(infos, today), ignored


def _inner(whole: zipfile.ZipFile, info: zipfile.ZipInfo, outer: str, limits: Limits, today: date) -> Contents:
    shown = faults.inside(outer, info.filename)
    stream = _Inflated(whole, info, outer, _Budget(limits))
    copy = io.BytesIO()
    while block := stream.read(CHUNK):
        copy.write(block)
    copy.seek(0)
    if not copy.getvalue()[:4].startswith(SIGNATURES):
        raise faults.damaged(shown)
    members, stamped, ignored = members_of(copy, shown, limits, today, depth=2)
    return members, day_in_name(info.filename, today) or stamped, ignored


def _check_name(info: zipfile.ZipInfo, shown: str) -> None:
    if not info.orig_filename:
        raise faults.damaged(shown, "a member has no name")
    name = info.orig_filename.replace("\\", "/")
    unsafe = name.startswith("/") or ".." in name.split("/") or "\0" in name or _DRIVE.match(name) is not None
    if stat.S_ISLNK(info.external_attr >> 16) or (unsafe and not is_junk(name.partition("\0")[0])):
        raise faults.fault(
            "unsafe-path",
            "this archive holds a member whose name leads outside it, or a link; nothing was read or written.",
            "Ask LinkedIn for a new export and load the file it delivers.",
            faults.inside(shown, name.replace("\0", "?")[:200]),
        )


def _check_bytes(whole: zipfile.ZipFile, handle: BinaryIO, infos: list[zipfile.ZipInfo], shown: str) -> None:
    """Refuse encrypted members, methods no export uses, and members that share bytes."""
    for info in infos:
        place = faults.inside(shown, info.filename)
        if info.flag_bits & 1:
            raise faults.fault("encrypted-archive", "this archive is locked with a password.", faults.SINGLE, place)
        if info.compress_type not in _METHODS:
            raise faults.damaged(place, "it is packed in a way LinkedIn does not use")
    ordered = sorted(whole.infolist(), key=lambda info: info.header_offset)
    ends = [info.header_offset for info in ordered[1:]] + [whole.start_dir]
    for info, end in zip(ordered, ends, strict=True):
        place = faults.inside(shown, info.filename)
        try:
            handle.seek(info.header_offset)
            mark, name, extra = _LOCAL_HEADER.unpack(handle.read(_LOCAL_HEADER.size))
        except _BROKEN as broken:
            raise faults.damaged(place) from broken
        if mark != SIGNATURES[0] or info.header_offset + _LOCAL_HEADER.size + name + extra + info.compress_size > end:
            raise faults.damaged(place, "it shares bytes with another member, or is cut off")


def _newest(infos: list[zipfile.ZipInfo], today: date) -> date | None:
    days = []
    for info in infos:
        try:
            day = date(*info.date_time[:3])
        except ValueError:
            continue
        if date(2003, 1, 1) <= day <= today + timedelta(days=2):
            days.append(day)
    return max(days, default=None)


@dataclass(slots=True)
class _Budget:
    """What all members of one archive may still unpack to."""

    limits: Limits
    members: dict[str, int] = field(default_factory=dict)

    def count(self, name: str, size: int) -> int:
        """Return what all members unpacked to so far, each counted once, however often it was read."""
        self.members[name] = max(size, self.members.get(name, 0))
        return sum(self.members.values())


class _Inflated:
    """A member's bytes, counted while they are unpacked; the sizes its header states are not believed."""

    def __init__(self, whole: zipfile.ZipFile, info: zipfile.ZipInfo, shown: str, budget: _Budget) -> None:
        self._place, self._name = faults.inside(shown, info.filename), info.filename
        self._packed, self._budget, self._out = info.compress_size, budget, 0
        try:
            self._stream = whole.open(info)
        except _BROKEN as broken:
            raise faults.damaged(self._place) from broken

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes.

        Raises:
            InputError: the member is damaged, or unpacks beyond a limit.
        """
        try:
            block = self._stream.read(size)
        except _BROKEN as broken:
            raise faults.damaged(self._place) from broken
        limits, budget = self._budget.limits, self._budget
        self._out += len(block)
        if budget.count(self._name, self._out) > limits.archive_bytes:
            raise faults.too_large(self._place, f"an archive may unpack to {limits.archive_bytes >> 20} MiB")
        if self._out > limits.archive_ratio_from and self._out > limits.archive_ratio * self._packed:
            raise faults.too_large(self._place, f"a file may unpack to {limits.archive_ratio} times its packed size")
        return block

    def close(self) -> None:
        """Let go of the member."""
        self._stream.close()
