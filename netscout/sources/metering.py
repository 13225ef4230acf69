"""How far the reading of files is: rows of the file being read, and the share of all bytes that have been read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netscout.sources.containers import Member, Stream

Progress = Callable[[str, int, float], None]
"""Takes a file's name, the rows read of it so far, and the share (0 to 1) of all that is to be read."""


class Meter:
    """Counts the bytes that go through the members it opens; tells nobody where nobody listens."""

    def __init__(self, members: Iterable[Member], progress: Progress | None) -> None:
        """Take all that will be read, and who is to be told."""
        self._all = sum(one.size for one in members)
        self._progress = progress
        self._before = self._now = 0
        self._rows = self._last = 0

    def opener(self, member: Member) -> Callable[[], Stream]:
        """Return what opens the member; its bytes count once, however often it is read afresh."""
        if self._progress is None:
            return member.open
        return lambda: self._opened(member)

    def done(self, member: Member) -> None:
        """Take note that a member is read."""
        self._before += member.size
        self._rows += self._last
        self._now = self._last = 0

    def tell(self, name: str, rows: int) -> None:
        """Report the rows read of a file."""
        self._last = rows
        if self._progress is not None:
            share = (self._before + self._now) / self._all if self._all else 0.0
            self._progress(name, rows, min(share, 1.0))

    def say(self, what: str) -> None:
        """Report what is done with all rows once they are read."""
        if self._progress is not None:
            self._progress(what, self._rows, 0.0)

    def _opened(self, member: Member) -> Stream:
        return _Counted(member.open(), self._reached)

    def _reached(self, size: int) -> None:
        self._now = size


class _Counted:
    """A stream that says how much was read of it; of several open at a time the one read last counts."""

    def __init__(self, stream: Stream, reached: Callable[[int], None]) -> None:
        self._stream, self._reached, self._size = stream, reached, 0

    def read(self, size: int, /) -> bytes:
        block = self._stream.read(size)
        self._size += len(block)
        self._reached(self._size)
        return block

    def close(self) -> None:
        self._stream.close()
