"""Names written in letters of several alphabets at once, as one would write to pass for somebody else."""

from __future__ import annotations

import re
import unicodedata

_ALIKE = ("ARMENIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "GREEK", "LATIN")
"""Alphabets with letters that look the same (Unicode Technical Standard 39, section 5)."""
_WORD = re.compile(r"[^\W\d_]+")


def mixed_alphabets(name: str) -> str:
    """Return "Cyrillic and Latin" where one word of a name has letters of both, "" where no word has.

    Full-width and mathematical letters count as what they stand for. Words of different alphabets side by side are
    nothing unusual.
    """
    if name.isascii():
        return ""
    for word in _WORD.findall(unicodedata.normalize("NFKC", name)):
        found = {unicodedata.name(char, "").partition(" ")[0] for char in word}
        alphabets = sorted(found.intersection(_ALIKE))
        if len(alphabets) > 1:
            return " and ".join(one.capitalize() for one in alphabets)
    return ""
