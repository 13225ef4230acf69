"""By what first name to greet somebody: never by a title, an initial, a nickname in brackets or in capitals."""

from __future__ import annotations

import re

_FORMS_OF_ADDRESS = frozenset(
    ("dr", "prof", "professor", "ing", "mr", "mrs", "ms", "miss", "mx", "sir", "herr", "frau", "hr", "fr")
) | frozenset(("señor", "señora", "sr", "sra", "monsieur", "madame", "mme", "mlle"))
# These are first names too, so they count as titles only where a full stop shortens them.
_SHORTENED = frozenset(("mag.", "med.", "phil.", "rer.", "nat.", "habil."))
_PARTICLES = frozenset(("da", "de", "del", "della", "der", "di", "du", "la", "le", "ten", "ter", "van", "von", "zu"))
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»")
_LETTER = re.compile(r"[^\W\d_]")
_SHORT = 2


def greeting_name(first: str, whole: str) -> str:
    """Return the first name to greet with; the whole name where the first field holds no name to say.

    Titles and initials are left out ("Prof. Dr. Kuno" gives "Kuno", "A. Maria" gives "Maria"), and what begins with a
    particle ("van Dyk") is a last name in the wrong field; names written all in capitals or all in small letters get a
    capital at the front of each part.
    """
    words = [word for word in _ASIDE.sub(" ", first).split() if _sayable(word)]
    if words and words[0] in _PARTICLES and not whole.islower():
        return whole
    return " ".join(_cased(word) for word in words) or whole


def _sayable(word: str) -> bool:
    plain = word.strip(".,;").casefold()
    if plain in _FORMS_OF_ADDRESS or word.casefold() in _SHORTENED or "dipl." in word.casefold():
        return False
    letters = _LETTER.findall(word)
    initial = "." in word and all(len(piece) <= 1 for piece in word.split("."))
    return bool(letters) and not initial and (len(letters) > 1 or not letters[0].isascii())


def _cased(word: str) -> str:
    letters = "".join(_LETTER.findall(word))
    if letters.islower() or (letters.isupper() and len(letters) > _SHORT):
        return re.sub(r"[^\W\d_]+", lambda piece: piece.group().capitalize(), word)
    return word
