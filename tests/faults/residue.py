"""Whether a word is left in the files of a folder, in any dress a program may have put it in."""

from __future__ import annotations

import html
import io
import json
import re
import urllib.parse
import zipfile
import zlib
from typing import TYPE_CHECKING

from tests.faults.world import files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_GZIP = b"\x1f\x8b\x08"
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{200,}={0,2}")
_DEEPEST = 3


def residue(folder: Path, words: Sequence[str]) -> list[tuple[str, str]]:
    """Return (file, word) for each word found in a file of the folder or in its name, packed parts unpacked."""
    found = []
    for path in files(folder):
        inside = list(_layers(path.read_bytes(), 0))
        for word in words:
            sought = dresses(word)
            if word in str(path.relative_to(folder)).casefold() or any(
                one in layer for layer in inside for one in sought
            ):
                found.append((str(path.relative_to(folder)), word))
    return found


def dresses(word: str) -> tuple[bytes, ...]:
    """Return the bytes a word may be written as; lower case, as the layers are compared."""
    shown = {word, json.dumps(word)[1:-1], html.escape(word), urllib.parse.quote(word), word.encode().hex()}
    codings = ("utf-8", "utf-16-le", "utf-16-be", *(("latin-1",) if max(word) < "\u0100" else ()))
    return tuple(sorted({one.lower().encode(coding) for one in shown for coding in codings}))


def _layers(raw: bytes, depth: int) -> Iterator[bytes]:
    """Give the bytes in lower case, and those of everything packed in them."""
    yield raw.lower()
    if depth >= _DEEPEST:
        return
    if zipfile.is_zipfile(io.BytesIO(raw)):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for name in archive.namelist():
                yield from _layers(archive.read(name), depth + 1)
    for start in (found.start() for found in re.finditer(re.escape(_GZIP), raw)):
        yield from _unpacked(gzip_body(raw[start:]), depth)
    for packed in _BASE64.findall(raw):
        yield from _unpacked(_decoded(packed), depth)


def _unpacked(raw: bytes, depth: int) -> Iterator[bytes]:
    if raw:
        yield from _layers(raw, depth + 1)


def gzip_body(raw: bytes) -> bytes:
    """Return what the gzip stream at the start of the bytes holds, b"" if it is none."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(raw)
    except zlib.error:
        return b""


def _decoded(packed: bytes) -> bytes:
    import base64

    whole = packed.rstrip(b"=")
    whole = whole[: len(whole) - (len(whole) % 4 == 1)]  # a run of letters that is no base64 to its end
    raw = base64.b64decode(whole + b"=" * (-len(whole) % 4), validate=False)
    if raw.startswith(_GZIP):
        return gzip_body(raw)
    for width in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(width).decompress(raw)
        except zlib.error:
            continue
    return raw
