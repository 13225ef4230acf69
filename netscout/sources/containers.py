"""What an archive, a folder and a single file look like once they are opened: a list of members to read."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.ledger import Ignored

CHUNK = 1 << 17
_NAMED_DATE = re.compile(r"(?<!\d)(\d{2})-(\d{2})-(\d{4})(?!\d)")
_JUNK = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


class Stream(Protocol):
    """Bytes to be read from the front; damage and limits surface as `InputError`."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes, b"" at the end."""

    def close(self) -> None:
        """Let go of the file."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside a container; `open` gives a fresh stream each time, `size` is the bytes it says it has."""

    name: str
    open: Callable[[], Stream]
    size: int = 0


@dataclass(frozen=True, slots=True)
class Container:
    """One path given to `load`: `kind` is `zip`, `folder` or `file`.

    `named` is the day in its name, `stamped` the newest plausible day of its members (archives only).
    """

    path: str
    kind: str
    sha256: str
    members: tuple[Member, ...]
    named: date | None = None
    stamped: date | None = None
    ignored: tuple[Ignored, ...] = ()


def is_junk(name: str) -> bool:
    """Return whether a member is a leftover of an operating system."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return not parts or "__MACOSX" in parts or parts[-1].startswith("._") or parts[-1].lower() in _JUNK


def day_in_name(name: str, today: date) -> date | None:
    """Return the day `MM-DD-YYYY` in the name of an export, None if there is none or it is impossible."""
    for month, day, year in _NAMED_DATE.findall(name):
        try:
            found = date(int(year), int(month), int(day))
        except ValueError:
            continue
        if found <= today + timedelta(days=2):
            return found
    return None


def digest(stream: Stream) -> str:
    """Return the SHA-256 of what is left of a stream."""
    whole = hashlib.sha256()
    while block := stream.read(CHUNK):
        whole.update(block)
    return whole.hexdigest()
