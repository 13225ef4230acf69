"""Archives that unpack to very much, or that lead elsewhere, made in a moment: their bytes are put together by hand."""

from __future__ import annotations

import struct
import zlib

NETWORK = (
    b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    b"Anna,Quellmann,https://www.linkedin.com/in/anna-test,,Company,Title,17 Feb 2026\n"
)
_STAMP = struct.pack("<HH", 6 << 11, (2026 - 1980) << 9 | 2 << 5 | 20)
Member = tuple[bytes, bytes, int, int]
"""Name, packed bytes, stated size, mode of a Unix file (0: none)."""


def member(name: str | bytes, content: bytes, mode: int = 0) -> Member:
    """Return a sound member."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeezer.compress(content) + squeezer.flush()
    return name.encode() if isinstance(name, str) else name, packed, len(content), mode


def much(mebibytes: int) -> bytes:
    """Return a list, packed, that goes on without end, made without having it all: a block is put in a row."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = squeezer.compress(NETWORK) + squeezer.flush(zlib.Z_FULL_FLUSH)
    block = squeezer.compress(b"A,B,,\n,,\n" * (1 << 17)) + squeezer.flush(zlib.Z_FULL_FLUSH)
    return head + block * mebibytes + squeezer.flush()


def zipped(members: list[Member], *, together: bool = False) -> bytes:
    """Return an archive; with `together` all entries of its list lead to the bytes of the first member."""
    body, listing, places = bytearray(), bytearray(), []
    for at, (name, packed, size, _) in enumerate(members):
        places.append(0 if together else len(body))
        if not (together and at):
            body += b"PK\3\4" + _common(name, packed, size) + name + packed
    for (name, packed, size, mode), place in zip(members, places, strict=True):
        tail = struct.pack("<HHHII", 0, 0, 0, mode << 16, place)
        listing += b"PK\1\2" + struct.pack("<H", 3 << 8 | 20) + _common(name, packed, size) + tail + name
    count = min(len(members), 0xFFFF)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(listing), len(body), 0)
    return bytes(body + listing) + b"PK\5\6" + end


def _common(name: bytes, packed: bytes, size: int) -> bytes:
    inflated = zlib.decompressobj(-15).decompress(packed, 1 << 16) if size < 1 << 16 else b""
    sizes = struct.pack("<III", zlib.crc32(inflated), len(packed), size)
    return struct.pack("<HHH", 20, 0, 8) + _STAMP + sizes + struct.pack("<HH", len(name), 0)


def flat() -> bytes:
    """Return a list of 600 MB, stated as they are."""
    return zipped([(b"Connections.csv", much(600), 600 << 20, 0)])


def overlapping() -> bytes:
    """Return 1 GB in 30 kB: a hundred members that share the bytes of one."""
    names = [f"Connections{number:03}.csv".encode() for number in range(100)]
    return zipped([(name, much(10), 10 << 20, 0) for name in names], together=True)


def lying() -> bytes:
    """Return 600 MB that are stated as 90 bytes."""
    return zipped([(b"Connections.csv", much(600), 90, 0)])


def nested() -> bytes:
    """Return nine archives, one inside the other."""
    held = zipped([member("Connections.csv", NETWORK)])
    for _ in range(8):
        held = zipped([member("inner.zip", held)])
    return held


def crowded() -> bytes:
    """Return an archive that lists 65,535 members in its count, and 70,000 in fact."""
    return zipped([member("Connections.csv", NETWORK), *(member(f"{number}.csv", b"") for number in range(69_999))])
