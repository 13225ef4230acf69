"""From bytes to lines, block by block: byte-order mark, strict UTF-8, then cp1252 line by line."""

from __future__ import annotations

import codecs
import hashlib
import io
from typing import TYPE_CHECKING

from netscout.sources.containers import CHUNK

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from netscout.sources.containers import Stream

_CP1252 = "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(256))
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class Text:
    """The text of one file. After the last block the attributes say what was met on the way.

    Attributes:
        sha256: digest of the bytes read.
        foreign: lines that are not UTF-8; `first_foreign` is the first of them, `first_nul` the first with a NUL byte.
        multibyte: whether some line holds letters beyond ASCII in UTF-8.
        torn: whether a byte of a UTF-16 file is missing, so that what stands behind the gap is no text.
        escapes: whether a backslash stands before a quote anywhere.
        lines: physical lines given out.
    """

    def __init__(self, open_stream: Callable[[], Stream], longest: int) -> None:
        """Take what opens the file, and the bytes after which a line without end is cut."""
        self._open, self._longest = open_stream, longest
        self._hash = hashlib.sha256()
        self.foreign = self.lines = 0
        self.first_foreign: int | None = None
        self.first_nul: int | None = None
        self.multibyte = self.escapes = self.torn = False

    @property
    def sha256(self) -> str:
        """Return the digest of the bytes read so far."""
        return self._hash.hexdigest()

    def blocks(self) -> Generator[list[str], None, None]:
        """Yield lists of physical lines with their line ends.

        Raises:
            InputError: the archive member is damaged or too large.
        """
        for text in self.texts():
            lines = physical_lines(text)
            yield lines
            self.lines += len(lines)

    def texts(self) -> Iterator[str]:
        """Yield the text in pieces, each but the last with whole lines; the places of oddities are not kept.

        Raises:
            InputError: the archive member is damaged or too large.
        """
        stream = self._open()
        try:
            first = stream.read(CHUNK)
            yield from self._utf16(stream, first) if utf16_name(first) else self._bytes(stream, first)
        finally:
            stream.close()

    def row_bound(self, most: int) -> int:
        """Return about how many rows there are, the header among them: line ends outside quotes.

        Line ends inside count too where more than `most` stand in one piece: that is a quote nobody closed. So it is a
        little more than there are, and less only where quotes stand within a cell that has none around it.

        Raises:
            InputError: the archive member is damaged or too large.
        """
        stream, count, inside = self._open(), 1, 0
        try:
            while block := stream.read(CHUNK):
                parts = block.split(b'"')
                count += _line_ends(b'"'.join(parts[inside::2]))
                held = (_line_ends(part) for part in parts[1 - inside :: 2] if len(part) > most)
                count += sum(ends for ends in held if ends > most)
                inside ^= 1 - len(parts) % 2
        finally:
            stream.close()
        return count

    def _bytes(self, stream: Stream, first: bytes) -> Iterator[str]:
        self._hash.update(first)
        parts, held = [first.removeprefix(codecs.BOM_UTF8)], len(first)
        while block := stream.read(CHUNK):
            self._hash.update(block)
            cut = block.rfind(b"\n") + 1 or block.rfind(b"\r", 0, -1) + 1
            if cut:
                yield self._decode(b"".join([*parts, block[:cut]]))
                parts, held = [block[cut:]], len(block) - cut
            elif held <= self._longest:
                parts.append(block)
                held += len(block)
        yield self._decode(b"".join(parts))

    def _decode(self, raw: bytes) -> str:
        if b"\0" in raw:
            if self.first_nul is None:
                self.first_nul = self.lines + 1 + raw[: raw.index(b"\0")].count(b"\n")
            raw = raw.replace(b"\0", b"")
        if b'\\"' in raw:
            self.escapes = True
        if raw.isascii():
            return raw.decode("ascii")
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            return "".join(self._line(line, number) for number, line in enumerate(raw.splitlines(keepends=True), 1))
        self.multibyte = True
        return text

    def _line(self, raw: bytes, number: int) -> str:
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            self.foreign += 1
            if self.first_foreign is None:
                self.first_foreign = self.lines + number
            return western(raw)
        self.multibyte = self.multibyte or not raw.isascii()
        return text

    def _utf16(self, stream: Stream, first: bytes) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(utf16_name(first) or "utf-16-le")("replace")
        parts, held, block = [""], 0, first
        while block:
            self._hash.update(block)
            self.torn ^= len(block) % 2 == 1
            text = decoder.decode(block).replace("\ufeff", "").replace("\0", "")
            self.escapes = self.escapes or '\\"' in text
            cut = text.rfind("\n") + 1 or text.rfind("\r", 0, -1) + 1
            if cut:
                yield "".join([*parts, text[:cut]])
                parts, held = [text[cut:]], len(text) - cut
            elif held <= self._longest:
                parts.append(text)
                held += len(text)
            block = stream.read(CHUNK)
        yield "".join([*parts, decoder.decode(b"", final=True)])


def _line_ends(raw: bytes) -> int:
    return raw.count(b"\n") + raw.count(b"\r") - raw.count(b"\r\n")


def physical_lines(text: str) -> list[str]:
    """Return the lines of a text with their ends: line feeds, carriage returns, or both."""
    return text.splitlines(keepends=True) if _is_plain(text) else list(io.StringIO(text, newline=""))


def _is_plain(text: str) -> bool:
    """Return whether `str.splitlines`, which is faster, would split at line feeds and carriage returns alone."""
    marks = "\x0b\x0c\x1c\x1d\x1e" if text.isascii() else "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
    return not any(mark in text for mark in marks)


def western(raw: bytes) -> str:
    """Return bytes read as Windows-1252, its five undefined ones as Latin-1: any bytes give some text."""
    return codecs.charmap_decode(raw, "strict", _CP1252)[0]


def utf16_name(head: bytes) -> str | None:
    """Return the codec of a file that begins as UTF-16, None for any other."""
    if not _is_utf16(head):
        return None
    return _UTF16.get(head[:2]) or ("utf-16-le" if head[1:2] == b"\0" else "utf-16-be")


def _is_utf16(head: bytes) -> bool:
    """Return whether a file begins as UTF-16: by its mark, or with a NUL as every second byte."""
    if head[:2] in _UTF16:
        return True
    sample = head[: min(len(head), 2000) & ~1]
    if len(sample) < 8:
        return False
    even, odd = sample[::2], sample[1::2]
    return max(even.count(0), odd.count(0)) > 0.7 * len(even) and min(even.count(0), odd.count(0)) < 0.1 * len(even)
