"""From the bytes of a vCard file to its properties: line ends, folds and soft breaks are gone, pictures left out."""

from __future__ import annotations

import codecs
import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from netscout.sources.containers import CHUNK
from netscout.sources.text import utf16_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netscout.sources.containers import Stream

_BREAKS = re.compile(rb"\r+\n?")
_FIRST_OF_MARKS = frozenset((b"b", b"B", b"e", b"E", b" ", b"\t", codecs.BOM_UTF8[:1]))
_LONGEST_MARK = 80
_BLANK = codecs.BOM_UTF8 + b" \t\v\f"
_PICTURE = re.compile(rb"(?:[a-z0-9_-]+\.)*(?:photo|logo|sound|key)[;:]", re.IGNORECASE)
_MARK = re.compile(rb"(?:\xef\xbb\xbf|\s)*(end\s*:\s*vcard)?(?:\xef\xbb\xbf|\s)*(begin\s*:\s*vcard)?\s*", re.IGNORECASE)
_BASE64 = re.compile(rb"[A-Za-z0-9+/=]*")


class Line(NamedTuple):
    """One property as written, unfolded: `number` is its first physical line, `text` is empty for a picture.

    `too_long` says that the property is beyond the limit; its text is cut then.
    """

    number: int
    text: bytes
    too_long: bool = False


def marks(raw: bytes) -> tuple[bool, bool]:
    """Return whether a line ends a card, and whether it begins one; files put one after the other may do both."""
    if raw[:1] not in _FIRST_OF_MARKS or len(raw) > _LONGEST_MARK:
        return False, False
    found = _MARK.fullmatch(raw)
    return (bool(found[1]), bool(found[2])) if found else (False, False)


class Lines:
    """The properties of one file. After the last one the attributes say what was met on the way.

    Attributes:
        sha256: digest of the bytes read.
        first_nul: the first line with a zero byte; they are left out.
    """

    def __init__(self, open_stream: Callable[[], Stream], longest: int) -> None:
        """Take what opens the file, and the bytes that one property may have."""
        self._open, self._longest = open_stream, longest
        self._hash = hashlib.sha256()
        self.first_nul: int | None = None
        self._held: list[bytes] = []
        self._start = self._size = 0
        self._picture = False

    @property
    def sha256(self) -> str:
        """Return the digest of the bytes read so far."""
        return self._hash.hexdigest()

    def properties(self) -> Iterator[Line]:
        """Yield every property in file order, marks of beginning and end among them; blank lines are left out.

        Raises:
            InputError: the archive member is damaged or too large.
        """
        for number, line in enumerate(self._physical(), 1):
            raw = line
            if b"\0" in line:
                self.first_nul = self.first_nul or number
                raw = line.replace(b"\0", b"")
            if self._held:
                if self._joins(raw):
                    continue
                yield self._finished()
            if raw.strip(_BLANK):
                self._held, self._start, self._size = [raw], number, len(raw)
                self._picture = _PICTURE.match(raw) is not None
        if self._held:
            yield self._finished()

    def _joins(self, raw: bytes) -> bool:
        """Take a line that goes on with the property before it; return whether it is one."""
        last = self._held[-1]
        if last.endswith(b"=") and not self._picture and _is_quoted(self._held[0]) and not any(marks(raw)):
            self._held[-1] = last[:-1]
            self._keep(raw)
        elif raw[:1] in (b" ", b"\t"):
            self._keep(raw[1:])
        else:
            return self._picture and bool(raw) and _BASE64.fullmatch(raw) is not None
        return True

    def _keep(self, raw: bytes) -> None:
        self._size += len(raw)
        if self._picture:
            return
        if self._size <= self._longest:
            self._held.append(raw)
        elif raw.endswith(b"="):
            self._held[-1] = b"="  # too long to be kept, and still to be joined with the line that comes

    def _finished(self) -> Line:
        held, self._held = self._held, []
        if self._picture:
            return Line(self._start, b"")
        text = held[0] if len(held) == 1 else b"".join(held)
        return Line(self._start, text, self._size > self._longest)

    def _physical(self) -> Iterator[bytes]:
        """Yield lines without their ends: LF, CRLF, CR, or CRCRLF as some phones write it."""
        parts: list[bytes] = []
        size = 0
        for block in self._blocks():
            cut = block.rfind(b"\n") + 1 or block.rfind(b"\r", 0, -1) + 1
            if cut:
                yield from _split(b"".join([*parts, block[:cut]]))
                parts, size = [block[cut:]], len(block) - cut
            elif size <= self._longest:
                parts.append(block)
                size += len(block)
        if any(parts):
            yield from _split(b"".join(parts))

    def _blocks(self) -> Iterator[bytes]:
        """Yield the bytes as UTF-8 without a mark of byte order, whatever 8-bit letters stand in them."""
        stream = self._open()
        try:
            first = stream.read(CHUNK)
            wide = utf16_name(first)
            decoder = codecs.getincrementaldecoder(wide)("replace") if wide else None
            block = first
            while block:
                self._hash.update(block)
                if decoder is not None:
                    yield decoder.decode(block).replace("\ufeff", "").encode("utf-8", "replace")
                else:
                    yield block.removeprefix(codecs.BOM_UTF8) if block is first else block
                block = stream.read(CHUNK)
        finally:
            stream.close()


def _split(text: bytes) -> list[bytes]:
    text = text.replace(b"\r\n", b"\n")
    if b"\r" in text:
        text = _BREAKS.sub(b"\n", text)
    return text.removesuffix(b"\n").split(b"\n")


def _is_quoted(head: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in head.partition(b":")[0].upper()
