"""Characters a console lacks, in letters it has: our own signs in ASCII, accents taken off, anything else as an escape.

Windows consoles, pipes and old locales know a few hundred letters (cp437, cp850, cp1252, ASCII). A name must come
through there in a form that can be told from others, and no command may stop at a letter.
"""

from __future__ import annotations

import codecs
import unicodedata
from functools import lru_cache

HANDLER = "netscout-substitute"
"""The name under which streams find `substitute`."""

_PLAIN = {
    "…": "...", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "→": "->", "←": "<-", "↔": "<->", "·": "-",
    "•": "*", "×": "x", "≥": ">=", "≤": "<=", "±": "+-", "’": "'", "‘": "'", "‚": ",", "“": '"', "”": '"', "„": '"',
    "«": "<<", "»": ">>", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "✓": "x",
    "\ufffd": "?", "\u200d": "", "\ufe0f": "",
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H",
}  # fmt: skip


def is_unicode(encoding: str) -> bool:
    """Return whether an encoding has every character; a name nobody knows has not."""
    return _name(encoding).startswith("utf")


def shown_in(text: str, encoding: str) -> str:
    """Return the text as a stream of that encoding will show it."""
    if text.isascii() or is_unicode(encoding):
        return text
    name = _name(encoding)
    return unicodedata.normalize("NFC", text).encode(name, HANDLER).decode(name)


@lru_cache(maxsize=8)
def _name(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "ascii"


def substitute(fault: UnicodeError) -> tuple[str, int]:
    """Return what to write for the characters that cannot be encoded, and where to go on (a codec error handler)."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    lacking = fault.object[fault.start : fault.end]
    return "".join(_substitute(char, fault.encoding) for char in lacking), fault.end


def _substitute(char: str, encoding: str) -> str:
    bare = "".join(one for one in unicodedata.normalize("NFKD", char) if not _is_accent(one))
    for candidate in (_PLAIN.get(char), bare):
        if candidate is not None and candidate != char and _has(candidate, encoding):
            return candidate
    return char.encode("ascii", "backslashreplace").decode("ascii")


def _is_accent(char: str) -> bool:
    return "\u0300" <= char <= "\u036f"


def _has(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


codecs.register_error(HANDLER, substitute)
