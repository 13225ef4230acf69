"""The lines that cards and calendars share: values escaped, lines folded at 75 octets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netscout.reports.exports.cells import one_line

OCTETS = 75
_ESCAPED = re.compile(r"([\\,;])")
_BREAKS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def line_text(value: str) -> str:
    """Return a text as a value of one line, its marks escaped, without controls."""
    return _ESCAPED.sub(r"\\\1", one_line(value))


def lines_text(value: str) -> str:
    r"""Return a text of several lines as a value, its line breaks kept as `\n`."""
    return "\\n".join(line_text(line) for line in _BREAKS.split(value))


def folded(line: str) -> Iterator[str]:
    """Yield the physical lines of one property: at most 75 octets each, no character divided."""
    if len(line) * 4 <= OCTETS or len(line.encode()) <= OCTETS:
        yield line
        return
    start, size = 0, 0
    for place, letter in enumerate(line):
        width = len(letter.encode())
        if size + width > OCTETS:
            yield line[start:place] if start == 0 else f" {line[start:place]}"
            start, size = place, 1
        size += width
    yield line[start:] if start == 0 else f" {line[start:]}"
