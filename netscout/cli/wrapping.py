"""Text measured and broken for a screen: letters counted in columns, commands never broken in two, tables that fit.

Widths follow what terminals do: wide letters and pictures take two columns, marks upon a letter none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINER, _PICTURE, _KEYCAP = "\u200d", "\ufe0f", "\u20e3"
_NARROWEST = 8
_GAP = "  "
_UNIT = re.compile(r"([^\S\n]*)((?:[^\s`]*`[^`\n]*`)+\S*|\S+)")
_HANG = re.compile(r"\s*(?:[-*] |\d{1,4}\. |\d/\d  |p\d{3,7}  |[-+]?[\d.]+  )?")
_WHOLE = frozenset("/\\`@")
"""What stands in a path, an address or a command: such a unit is to be copied, so it is never broken."""


def safe(text: str) -> str:
    """Return text that cannot recolour, retitle or reorder a terminal: controls and bidi marks become U+FFFD."""
    if text.isprintable() and text.isascii():
        return text
    return "".join(
        char
        if char == "\n" or ((not unicodedata.category(char).startswith("C") or char == _JOINER) and char not in _BIDI)
        else "\ufffd"
        for char in text
    )


def width_of(text: str) -> int:
    """Return the columns a text takes on a terminal: wide letters two, marks upon a letter none."""
    if text.isascii():
        return len(text)
    return sum(wide for _, wide in _pieces(text))


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield what stands in one place, a letter with its marks or a joined picture, and the columns it takes."""
    held, wide, joined = "", 0, False
    for char in text:
        columns = _columns(char)
        if held and (columns == 0 or joined):
            held += char
            if char in (_PICTURE, _KEYCAP):
                wide = 2
        else:
            if held:
                yield held, wide
            held, wide = char, columns
        joined = char == _JOINER
    if held:
        yield held, wide


def _columns(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    if "\U0001f3fb" <= char <= "\U0001f3ff":  # a colour of skin, shown upon the picture before it
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, columns: int, mark: str = "…") -> str:
    """Return the text on one line and no wider than that, `mark` where something is missing."""
    shown = text.replace("\n", " ")
    if width_of(shown) <= columns:
        return shown
    room, kept = columns - width_of(mark), ""
    for piece, wide in _pieces(shown):
        room -= wide
        if room < 0:
            break
        kept += piece
    return kept.rstrip() + mark


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Return the text with blanks up to that width, in front of it if it stands to the right."""
    blanks = " " * max(0, columns - width_of(text))
    return blanks + text if right else text + blanks


def hang_of(text: str) -> int:
    """Return where the second line of an entry begins: under the first word behind its bullet, number or id."""
    found = _HANG.match(text)
    return found.end() if found else 0


def fold(text: str, columns: int, indent: str = "", hang: int | None = None) -> list[str]:
    """Return the lines of one paragraph, none wider than `columns` but for what is to be copied.

    A command in backticks, a path and an address stay whole. `indent` stands before the first line; the others begin
    `hang` columns in, as `hang_of` says unless given.
    """
    whole = indent + text
    blank = " " * (hang_of(whole) if hang is None else hang)
    lines: list[str] = []
    line, fresh = "", True
    for gap, word in _UNIT.findall(whole):
        for piece in _broken(word, max(_NARROWEST, columns - len(blank))):
            if fresh or width_of(line) + len(gap) + width_of(piece) <= columns:
                line += gap + piece
            else:
                lines.append(line)
                line = blank + piece
            fresh = False
            gap = ""  # noqa: PLW2901  # the rest of a broken word follows without a blank
    return [*lines, line]


def _broken(word: str, columns: int) -> list[str]:
    """Return the word, in pieces if it is wider than that and nobody copies it."""
    if width_of(word) <= columns or not _WHOLE.isdisjoint(word):
        return [word]
    parts, room = [""], columns
    for piece, wide in _pieces(word):
        room -= wide
        if room < 0:
            parts.append("")
            room = columns - wide
        parts[-1] += piece
    return parts


@dataclass(frozen=True, slots=True)
class Columns:
    """How the columns of a table share a line: places count from 0.

    Attributes:
        grow: those that share what the others leave.
        right: those that stand to the right.
        keep: those of `grow` that go on below rather than be cut, because they say who it is.
    """

    grow: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    keep: tuple[int, ...] = ()


def table_lines(
    head: Sequence[str], rows: Sequence[Sequence[str]], columns: Columns, room: int, *, cutting: str = "…"
) -> list[str]:
    """Return the lines of a table, its head first; where it cannot fit, each row as a paragraph.

    `cutting` is the mark of what is missing; without one no cell is cut, and a long one pushes the rest of its row.
    """
    wide = _widths(head, rows, columns.grow, room)
    if sum(wide) + len(_GAP) * (len(wide) - 1) > room and cutting:
        return [line for row in (head, *rows) for line in fold(_GAP.join(filter(None, row)), room, hang=len(_GAP))]
    lines = list(_laid([(name,) for name in head], wide, columns.right))
    for row in rows:
        cells: list[tuple[str, ...]] = []
        for place, cell in enumerate(row):
            if not cutting:
                cells.append((cell.replace("\n", " "),))
            elif place in columns.keep:
                cells.append(tuple(fold(cell, wide[place], hang=0)))
            else:
                cells.append((cut(cell, wide[place], cutting),))
        lines += _laid(cells, wide, columns.right)
    return lines


def _laid(cells: Iterable[tuple[str, ...]], wide: Sequence[int], right: tuple[int, ...]) -> Iterator[str]:
    for parts in zip_longest(*cells, fillvalue=""):
        padded = (pad(part, wide[place], right=place in right) for place, part in enumerate(parts))
        yield _GAP.join(padded).rstrip()


def _widths(head: Sequence[str], rows: Sequence[Sequence[str]], grow: Sequence[int], room: int) -> list[int]:
    natural = [max([width_of(name), *(width_of(row[place]) for row in rows)]) for place, name in enumerate(head)]
    spare = room - len(_GAP) * (len(head) - 1) - sum(wide for place, wide in enumerate(natural) if place not in grow)
    # the narrow ones are shown whole, the wide ones share what is left
    for done, place in enumerate(sorted(grow, key=lambda place: (natural[place], place))):
        natural[place] = min(natural[place], max(_NARROWEST, spare // (len(grow) - done)))
        spare -= natural[place]
    return natural
