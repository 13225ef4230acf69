"""Hidden names: "Person n" in place of each listed person's name, wherever in a text any part of it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from unicodedata import combining, normalize

OWNER = "(owner)"
_HAN = "\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Scripts written without spaces, where a name may stand inside a longer word and have one letter only."""
_PIECE = re.compile(rf"[{_HAN}]+|[^\W\d_{_HAN}]{{2,}}")
_SPREAD = {
    "\u00e4": "ae",
    "\u00f6": "oe",
    "\u00fc": "ue",
    "\u00df": "ss",
    "\u00f8": "oe",
    "\u00e5": "aa",
    "\u00e6": "ae",
}
_TITLES = frozenset(("dr", "prof", "phd", "mba", "mr", "mrs", "ms"))
_LITTLE = _TITLES | frozenset(
    (
        *("al", "an", "and", "at", "be", "ben", "bin", "da", "das", "de", "del", "den", "der", "di", "do", "dos", "du"),
        *("el", "for", "he", "i", "in", "is", "it", "la", "le", "may", "me", "my", "no", "of", "on", "or", "so", "the"),
        *("to", "van", "von", "we", "will", "you", "her", "him", "she", "them", "they", "with", "not", "who"),
    )
)
"""Words that tell nobody's name in lower case; the titles tell nobody's name at all."""
_MONTHS = r"(?!\s(?:19|20)\d\d\b)"


def concealer(names: Mapping[int, str], owner: str = "") -> Callable[[str], str]:
    """Return a function that puts "Person n" for each full name and each word of a name, "(owner)" for the owner's.

    Capitals, accents and spellings such as ue for an umlaut make no difference; a name is found between letters that
    are no letters of the same word (`QuirkeConsulting`, `quirke_consulting`), and anywhere in scripts without spaces.
    """
    words: dict[str, str] = {}
    for text, instead in (*((name, f"Person {number}") for number, name in names.items()), (owner, OWNER)):
        for piece in _pieces(text):
            for spelled in (piece.casefold(), _spread(piece.casefold())):
                words.setdefault(bare(spelled), instead)
    if not words:
        return lambda text: text
    order = sorted(words, key=lambda one: (-len(one), one))
    start = r"(?:(?<![^\W_])|(?-i:(?<=[a-z])(?=[A-Z])))"
    end = r"(?:(?![^\W_])|(?-i:(?<=[a-z])(?=[A-Z])))"
    own = "|".join(_fuzzy(one) for one in order if not re.search(f"[{_HAN}]", one))
    han = "|".join(re.escape(one) for one in order if re.search(f"[{_HAN}]", one))
    kinds = [f"{start}(?:{own}){end}" if own else "", han]
    pattern = re.compile("|".join(one for one in kinds if one), re.IGNORECASE)

    def shown(hit: re.Match[str]) -> str:
        found = hit.group()
        return found if found in _LITTLE else words.get(bare(found.casefold()), "Somebody")

    return lambda text: pattern.sub(shown, text)


def bare(text: str) -> str:
    """Return lower-case text without accents on Latin letters."""
    return "".join(_base(letter) for letter in text)


@cache
def _base(letter: str) -> str:
    return "".join(one for one in normalize("NFD", letter) if not combining(one)) if letter < "\u1f00" else letter


def _spread(text: str) -> str:
    return "".join(_SPREAD.get(letter, letter) for letter in normalize("NFC", text))


def _pieces(name: str) -> list[str]:
    """Return the full name, the name without gaps, and its words; of an unspaced Chinese name the given name too."""
    parts = [one for one in _PIECE.findall(name) if one.casefold() not in _TITLES]
    whole = " ".join(name.split())
    found = [one for one in (whole, whole.replace(" ", "")) if len(one) > 1 and re.search(r"\w", one)]
    if len(parts) == 1 and re.fullmatch(f"[{_HAN}]{{3,4}}", parts[0]):
        found.append(parts[0][1:])
    tokens = [one for one in whole.split() if len(one) > 1 and one.strip(".,").casefold() not in _TITLES]
    return [*found, *(one for one in tokens if re.search(r"[^\W\d_]", one)), *parts]


def _fuzzy(word: str) -> str:
    """Return a pattern for a bare word that takes any accent on its letters, and skips the name of a month."""
    body = "".join(rf"{_accents().get(one, re.escape(one))}[\u0300-\u036f]*" for one in word)
    return body + _MONTHS if word in ("april", "august", "june", "may", "january") else body


@cache
def _accents() -> dict[str, str]:
    """Return for each letter a-z the class of it and its accented forms."""
    groups: dict[str, str] = {}
    for number in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letter = chr(number)
        base = _base(letter)
        if len(base) == 1 and base.isascii() and base.islower():
            groups[base] = groups.get(base, "") + letter
    return {base: f"[{base}{letters}]" for base, letters in groups.items()}
