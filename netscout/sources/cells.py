"""Clean cell text, e-mail addresses and the length of a letter."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_INVISIBLE = dict.fromkeys(
    [
        *(one for one in [*range(0x20), *range(0x7F, 0xA0)] if not chr(one).isspace()),
        *(0x00AD, 0x061C, 0x180E, 0xFEFF, 0xFFFE, 0xFFFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
    ]
)
_ADDRESS = re.compile(r"[^@\s<>,;\"]+@[^@\s<>,;\".]+(?:\.[^@\s<>,;\".]+)+")
_SEVERAL = re.compile(r"\s:::\s|;|,(?=[^,;]*@)")
_ENTITY = re.compile(r"&#([0-9]{9,})")
_LONG, _MOST_MARKS = 256, 64
_TAG = re.compile(r"</?(?:p|br|strong|em|b|i|u|a|ul|ol|li|span|div)(?:\s[^<>]*)?/?>", re.IGNORECASE)


def clean(cell: str) -> str:
    """Return the cell in NFC on one line: no control or zero-width characters, one space for any white space."""
    if cell.isascii() and cell.isprintable():
        return " ".join(cell.split()) if "  " in cell else cell.strip()
    return " ".join(composed(cell.translate(_INVISIBLE)).split())


def composed(text: str) -> str:
    """Return a text in NFC; of the marks on one letter of a long text sixty-four are kept.

    Marks are sorted letter by letter, in a time that grows with the square of their number.
    """
    return unicodedata.normalize("NFC", text if len(text) <= _LONG or text.isascii() else "".join(_few_marks(text)))


def _few_marks(text: str) -> Iterator[str]:
    marks = 0
    for one in text:
        marks = marks + 1 if unicodedata.combining(one) else 0
        if marks <= _MOST_MARKS:
            yield one


def clean_lines(cell: str) -> str:
    """Return a text of several lines, each as `clean` gives it; blank lines at both ends are left out."""
    lines = cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(clean, lines)).strip("\n")


def clean_all(cells: Sequence[str]) -> Sequence[str]:
    """Return every cell as `clean` does; many that need no cleaning are told by one look."""
    text = "\n".join(cells)
    plain = text.isascii() and text.replace("\n", "").isprintable() and text.count("\n") == len(cells) - 1
    framed = f"\n{text}\n"
    if plain and not any(gap in framed for gap in ("  ", "\n ", " \n")):
        return cells
    return list(map(clean, cells))


def emails(cell: str) -> tuple[str, ...]:
    """Return the addresses of a cell in lower case and file order, without repeats; what is no address is left out."""
    if "@" not in cell:
        return ()
    parts = (_address(clean(part).lower()) for part in _SEVERAL.split(cell))
    return tuple(dict.fromkeys(part for part in parts if part))


def _address(text: str) -> str:
    """Return the address of `a@b.example`, `mailto:a@b.example`, `Ana <a@b.example>` and `a@b.example, Ana`, or ""."""
    if text.endswith(">"):
        text = text[:-1].rpartition("<")[2]
    pieces = (piece.strip().removeprefix("mailto:") for piece in text.split(","))
    return next((piece for piece in pieces if _ADDRESS.fullmatch(piece)), "")


def _few_digits(found: re.Match[str]) -> str:
    """Return a numbered sign with eight digits: more than any sign has, where Python reads no 4,301."""
    return "&#" + (found[1].lstrip("0")[:8] or "0")


def letter_length(text: str) -> int:
    """Return the characters of a message: tags of a known list removed, entities decoded, any other `<` kept."""
    if "<" in text:
        text = _TAG.sub("", text)
    if "&" in text:
        text = html.unescape(_ENTITY.sub(_few_digits, text))
    return len(text.strip())
