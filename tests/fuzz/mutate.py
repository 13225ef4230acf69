"""Ways to spoil a good file, as disks, editors, programs and bad intent do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

_MARKS = (
    *(b"\0", b'"', b"'", b",", b";", b"\t", b"|", b"\r", b"\n", b"\r\n", b"\x1a", b"\xff", b"\xef\xbb\xbf", b"\\"),
    *(b"PK\1\2", b"PK\3\4", b"\x1f\x8b", b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"=\r\n", b"{", b"]", b"%", b"\x85"),
    *("\u2028".encode(), "\u202e".encode(), "\u200d".encode(), "İ".encode(), b"\xed\xa0\x80", b"9" * 400, b'"' * 9),
)


def _flip(raw: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 1 << draw.randrange(8)]) + raw[at + 1 :]


def _byte(raw: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(raw))
    return raw[:at] + bytes([draw.randrange(256)]) + raw[at + 1 :]


def _insert(raw: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(raw) + 1)
    return raw[:at] + draw.choice(_MARKS) + raw[at:]


def _at_start(raw: bytes, draw: random.Random) -> bytes:
    return draw.choice(_MARKS) + raw


def _cut_out(raw: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(raw))
    return raw[:at] + raw[at + draw.randint(1, 60) :]


def _cut_off(raw: bytes, draw: random.Random) -> bytes:
    return raw[: draw.randrange(len(raw) + 1)]


def _splice(raw: bytes, draw: random.Random) -> bytes:
    one, other = draw.randrange(len(raw)), draw.randrange(len(raw))
    return raw[:one] + raw[other : other + draw.randint(1, 200)] + raw[one:]


def _join_lines(raw: bytes, draw: random.Random) -> bytes:
    lines = raw.split(b"\n")
    at = draw.randrange(len(lines))
    return b"\n".join([*lines[:at], b"".join(lines[at : at + 2]), *lines[at + 2 :]])


def _drop_line(raw: bytes, draw: random.Random) -> bytes:
    lines = raw.split(b"\n")
    at = draw.randrange(len(lines))
    return b"\n".join(lines[:at] + lines[at + 1 :])


def _double_line(raw: bytes, draw: random.Random) -> bytes:
    lines = raw.split(b"\n")
    at = draw.randrange(len(lines))
    return b"\n".join(lines[: at + 1] + lines[at:])


def _swap_lines(raw: bytes, draw: random.Random) -> bytes:
    lines = raw.split(b"\n")
    draw.shuffle(lines)
    return b"\n".join(lines)


def _delimiter(raw: bytes, draw: random.Random) -> bytes:
    old, new = draw.sample((b",", b";", b"\t", b"|"), 2)
    return raw.replace(old, new, draw.choice((-1, 1, 5)))


def _newline(raw: bytes, draw: random.Random) -> bytes:
    return raw.replace(b"\r\n", b"\n").replace(b"\n", draw.choice((b"\r", b"\r\n", b"\r\r\n", b"\n\n", b"\x0b")))


def _coding(raw: bytes, draw: random.Random) -> bytes:
    text = raw.decode("utf-8", "replace")
    return text.encode(draw.choice(("utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-7")), "replace")


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_flip, _byte, _insert, _insert, _at_start, _cut_out, _cut_off, _splice, _join_lines, _drop_line, _double_line),
    *(_swap_lines, _delimiter, _newline, _coding),
)


def mutated(raw: bytes, draw: random.Random) -> bytes:
    """Return the file spoiled in one to four ways."""
    for _ in range(draw.choice((1, 1, 1, 2, 2, 3, 4))):
        if raw:
            raw = draw.choice(MUTATIONS)(raw, draw)
    return raw
