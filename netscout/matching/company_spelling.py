"""Other spellings of one company name: numbers in words or digits, Cyrillic and Greek in Latin letters, words moved."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from netscout.matching.company_names import word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_NUMBERS = {word: value for value, word in enumerate(_UNITS)} | _TENS
_NUMBER_WORDS = frozenset(_NUMBERS)
_ROMAN = re.compile(r"[ivx]+")
_DOUBLED = re.compile(r"([^\d\s])\1+")
_CYRILLIC = dict(
    zip(
        "абвгдезийклмнопрстуфхцчшщъыьэюяіїєґ",
        "a b v g d e z i i k l m n o p r s t u f h c ch s sch _ i _ e iu ia i i e g".replace("_", "").split(" "),
        strict=True,
    )
)
_CYRILLIC |= {"ж": "z", "ј": "i", "љ": "li", "њ": "ni", "ћ": "c", "ђ": "d", "џ": "dz"}
_GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "avgdezitiklmn_oprsstifh_o", strict=True)) | {"ξ": "ks", "ψ": "ps"}
_GREEK_PAIRS = (
    (re.compile("αυ(?=[θκξπσςτφχψ])"), "af"),
    (re.compile("ευ(?=[θκξπσςτφχψ])"), "ef"),
    (re.compile("αυ"), "av"),
    (re.compile("ευ"), "ev"),
    (re.compile("ου"), "u"),
    (re.compile("μπ"), "b"),
)
_LATIN = str.maketrans({ord(letter): text for letter, text in (_CYRILLIC | _GREEK).items()})
_SOUNDS = (
    ("zh", re.compile("zh"), "z"),
    ("sh", re.compile("sh(?!ch)"), "s"),
    ("shch", re.compile("shch"), "sch"),
    ("h", re.compile("t?ch|kh"), "h"),
    ("ou", re.compile("ou"), "u"),
    ("t", re.compile("t[sz]"), "c"),
    ("h", re.compile("ph|th(?=e\\b)"), "f"),
    ("x", re.compile("x"), "ks"),
    ("y", re.compile("y"), "i"),
    ("j", re.compile("j"), "i"),
    ("w", re.compile("w"), "v"),
    ("th", re.compile("th"), "t"),
    ("i", re.compile("i(?:(?<=[aeou]i)(?=[aeou])|(?=e))"), ""),
)
"""What a spelling must hold for the rule to be tried, the rule, and the one spelling of that sound."""
_REORDERED_WORDS = 3
_FIRST_SOUNDS = dict(zip("ctkpxyjiwo", ("h", "hcf", "h", "f", "k", "ie", "ie", "e", "v", "u"), strict=True))
_FIRST_LETTERS = {letter: kind for kind in ("ckqsz", "iy", "vw") for letter in kind}
_FIXED_ORDER = frozenset({"of", "for", "and", "de", "der", "di", "du", "und", "et", "y", "e"})


def is_roman(word: str) -> bool:
    """Return whether a folded word is a Roman numeral of the small kind that counts funds and plants."""
    return _ROMAN.fullmatch(word) is not None


def undoubled(text: str) -> str:
    """Return the text with doubled letters written once; numbers, Roman ones too, stay (`Delloite` is `Deloitte`)."""
    return " ".join(map(undoubled_word, text.split(" ")))


@lru_cache(maxsize=1 << 18)
def undoubled_word(word: str) -> str:
    """Return what `undoubled` gives for one word."""
    return word if is_roman(word) or _DOUBLED.search(word) is None else _DOUBLED.sub(r"\1", word)


def as_digits(words: Sequence[str]) -> list[str]:
    """Return the words with number words as digits (`forty four` gives `44`); a lone number word is a name."""
    if len(words) == 1 or _NUMBER_WORDS.isdisjoint(words):
        return list(words)
    found: list[str] = []
    tens = 0
    for word in words:
        value = _NUMBERS.get(word)
        if tens and value is not None and 0 < value < 10:
            found[-1] = str(tens + value)
            tens = 0
            continue
        tens = _TENS.get(word, 0)
        found.append(word if value is None else str(value))
    return found


def is_other_script(text: str) -> bool:
    """Return whether a folded name holds Cyrillic or Greek letters."""
    return not text.isascii() and any("\u0370" <= letter <= "\u052f" for letter in text)


def sound_key(text: str) -> str:
    """Return one rough Latin spelling for a folded name in Cyrillic, Greek or any romanisation of them."""
    if is_other_script(text):
        for pattern, letters in _GREEK_PAIRS:
            text = pattern.sub(letters, text)
        text = text.translate(_LATIN)
    for letter, pattern, letters in _SOUNDS:
        if letter in text:
            text = pattern.sub(letters, text)
    return undoubled(text)


def letters_of_sound(sound: str) -> str:
    """Return the Latin letters that a name may begin with whose `sound_key` begins with this letter."""
    return sound + "".join(letter for letter, sounds in _FIRST_SOUNDS.items() if sound in sounds)


def first_sound(word: str) -> str:
    """Return the first letter of a word, one for all letters that stand for one sound (c, k, q, s, z; i, y; v, w)."""
    return _FIRST_LETTERS.get(word[0], word[0])


def moved_key(words: Sequence[str]) -> str:
    """Return the words sorted, "" where order tells one organisation from another (universities, `Bank of ...`)."""
    if len(words) < _REORDERED_WORDS or not _FIXED_ORDER.isdisjoint(words):
        return ""
    return " ".join(sorted(words)) if word_classes()["institution"].isdisjoint(words) else ""
