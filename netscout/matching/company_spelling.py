"""Other spellings of one company name: numbers in words or digits, Cyrillic and Greek in Latin letters, words moved."""

from __future__ import annotations

import re
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
    (re.compile("zh"), "z"),
    (re.compile("sh(?!ch)"), "s"),
    (re.compile("shch"), "sch"),
    (re.compile("t?ch|kh"), "h"),
    (re.compile("ou"), "u"),
    (re.compile("t[sz]"), "c"),
    (re.compile("ph|th(?=e\\b)"), "f"),
    (re.compile("x"), "ks"),
    (re.compile("[yj]"), "i"),
    (re.compile("w"), "v"),
    (re.compile("th"), "t"),
    (re.compile("(?<=[aeou])i(?=[aeou])|i(?=e)"), ""),
)
_REORDERED_WORDS = 3
_FIXED_ORDER = frozenset({"of", "for", "and", "de", "der", "di", "du", "und", "et", "y", "e"})


def is_roman(word: str) -> bool:
    """Return whether a folded word is a Roman numeral of the small kind that counts funds and plants."""
    return _ROMAN.fullmatch(word) is not None


def undoubled(text: str) -> str:
    """Return the text with doubled letters written once; numbers, Roman ones too, stay (`Delloite` is `Deloitte`)."""
    if _DOUBLED.search(text) is None:
        return text
    return " ".join(word if is_roman(word) else _DOUBLED.sub(r"\1", word) for word in text.split(" "))


def as_digits(words: Sequence[str]) -> list[str]:
    """Return the words with number words as digits (`forty four` gives `44`); a lone number word is a name."""
    if len(words) == 1 or not any(word in _NUMBERS for word in words):
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
    for pattern, letters in _SOUNDS:
        text = pattern.sub(letters, text)
    return undoubled(text)


def moved_key(words: Sequence[str]) -> str:
    """Return the words sorted, "" where order tells one organisation from another (universities, `Bank of ...`)."""
    if len(words) < _REORDERED_WORDS or any(word in _FIXED_ORDER for word in words):
        return ""
    institution = word_classes()["institution"]
    return "" if any(word in institution for word in words) else " ".join(sorted(words))
