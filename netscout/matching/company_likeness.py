"""How alike two company names are: rare words, brands that may lead a longer name, and slips of the pen."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from netscout.matching.company_names import fold, is_legal_word, read_rows, split_brackets, strip_legal, word_classes
from netscout.matching.company_spelling import is_roman
from netscout.matching.sectors import sector_of_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_PHRASE_WORDS = 5
_RARE_LETTERS = 4
_TYPO_LETTERS = 5
_LONE_TYPO_LETTERS = 7
_VOWELS = frozenset("aeiouy")
_SOUND_PAIRS = frozenset({"ck", "sz", "iy", "vw", "kq", "cs"})
_COUNTRY_WORDS = 3
_FULL_NAME_WORDS = 3
_FULL_NAME_LETTERS = 3
_FAR_SLIP_LETTERS = 9
_FAR_SLIP_HEAD = 4
_FAR_SLIP_TAIL = 3
_JOINERS = frozenset({"and", "the", "of", "for"})
UNIT_WORDS = frozenset(
    {"school", "faculty", "college", "department", "institute", "center", "division", "office", "lab", "chair"}
)
"""Words for a part of an organisation."""


@cache
def places() -> frozenset[str]:
    """Return the folded names of places that may stand behind a brand."""
    return frozenset(place for row in read_rows("company_places.csv") for place in row["places"].split("|"))


@cache
def _countries() -> Mapping[str, str]:
    """Return country names as they may stand behind a brand -> one name for each country."""
    same = dict(pair.split("=") for pair in word_classes()["same-country"])
    rows = [row["places"].split("|") for row in read_rows("company_places.csv") if row["kind"] == "country"]
    return {place: same.get(place, place) for places in rows for place in places}


def country_of(name: str, *, end: bool) -> str:
    """Return the country that a name gives in brackets, or (with `end`) as its last words; "" if none."""
    outside, inside = split_brackets(name)
    countries = _countries()
    for text in inside:
        found = countries.get(" ".join(fold(text)))
        if found:
            return found
    words = strip_legal(fold(outside), outside) if end else []
    for size in range(min(_COUNTRY_WORDS, len(words) - 1), 0, -1):
        found = countries.get(" ".join(words[-size:]))
        if found:
            return found
    return ""


@cache
def _place_words() -> frozenset[str]:
    return frozenset(word for place in places() for word in place.split())


@lru_cache(maxsize=1 << 18)
def is_rare(word: str) -> bool:
    """Return whether a word alone can name one organisation: no plain word, place, direction or bare initials."""
    classes = word_classes()
    plain = (word in classes[name] for name in ("light", "common", "generic", "direction", "institution"))
    if any(plain) or word in _place_words() or is_legal_word(word) or any(letter.isdigit() for letter in word):
        return False
    return len(word) >= _RARE_LETTERS or not word.isascii()


def rarity(words: Iterable[str]) -> float:
    """Return the weight of these words: rare 1, common word or place .4, a word that says nothing .1.

    Fixed weights in place of counted document frequencies: a verdict must not depend on who else is in the export.
    """
    return sum(map(_weight, words))


@lru_cache(maxsize=1 << 18)
def _weight(word: str) -> float:
    return 1.0 if is_rare(word) else 0.1 if word in word_classes()["light"] else 0.4


def initials(words: Sequence[str]) -> set[str]:
    """Return the first letters of all words, and of the words that carry the name."""
    light = word_classes()["light"]
    return {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in light)}


def name_core(words: list[str]) -> tuple[str, frozenset[str]]:
    """Return the words that carry the name, joined, and the light rest; "" unless one of them is rare."""
    light = word_classes()["light"]
    core = [word for word in words if word not in light]
    if not core or not any(is_rare(word) for word in core):
        return "", frozenset()
    return " ".join(core), frozenset(words) - frozenset(core) - _JOINERS


def plain_core(words: list[str]) -> str:
    """Return the words that carry the name, joined, be one of them rare or not."""
    light = word_classes()["light"]
    return " ".join(words) if light.isdisjoint(words) else " ".join(word for word in words if word not in light)


def brand_kind(words: list[str]) -> str:
    """Return how freely a name may lead a longer one.

    institution: by any words; open (several words, a rare one): by any words; rare (one
    rare word): by divisions and places; strict (ordinary words): by places and shops; closed (General Hospital): never.
    """
    classes = word_classes()
    generic = classes["generic"] | classes["plain"] | classes["direction"] | _JOINERS
    if len(words) > 1 and all(word in generic for word in words):
        return "closed"
    if len(words) > 1 and any(word in classes["institution"] for word in words):
        return "institution"
    if any(is_rare(word) for word in words):
        return "open" if len(words) > 1 else "rare"
    return "strict"


def remainder_fits(rest: list[str], kind: str, sector: str = "") -> bool:
    """Return whether these words behind a brand name leave it the same organisation (an office, unit or division).

    Behind a rare single word a field of business (`energy`, `bank`) is a division only if it is the brand's own.
    """
    if kind == "closed" or is_blocked(rest):
        return False
    if kind == "institution":
        return rest[0] not in {"of", "press"}
    if kind == "open":
        return rest[0] != "of"
    classes = word_classes()
    return _consumes(rest, classes["strict"], "") if kind == "strict" else _consumes(rest, classes["division"], sector)


def is_blocked(rest: Sequence[str]) -> bool:
    """Return whether these words say that somebody else uses the name: a dealer, a fan club, the alumni."""
    classes = word_classes()
    return any(phrase in classes["blocker"] or phrase in classes["alumni"] for phrase in _phrases(rest))


def _phrases(words: Sequence[str]) -> Iterator[str]:
    for size in (1, 2, 3):
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])


def _consumes(rest: list[str], allowed: frozenset[str], sector: str) -> bool:
    """Return whether the words are nothing but allowed phrases, words of this sector, places and legal forms."""
    fields = word_classes()["field"] if sector else frozenset()
    start = 0
    while start < len(rest):
        for size in range(min(_PHRASE_WORDS, len(rest) - start), 0, -1):
            phrase = " ".join(rest[start : start + size])
            own_field = phrase in fields and sector_of_name(phrase.split())[0] == sector
            if phrase in allowed or own_field or phrase in places() or (size == 1 and is_legal_word(phrase)):
                start += size
                break
        else:
            return False
    return rest[-1] not in {"and", "in", "at", "the", "de", "for"}


def is_unit(words: Sequence[str]) -> bool:
    """Return whether these words name a part of an organisation (a school, a department, an office)."""
    return any(word in UNIT_WORDS for word in words)


def is_slip(words: list[str], other: list[str], edits: int = 1) -> bool:
    """Return whether two names that differ by this many edits differ by a slip of the pen, not by another name.

    One word of at least five letters differs, begins alike, holds no digit, and is neither a plain word nor a place.
    Where no other rare word agrees it needs seven letters and an edit of the kind hands and ears make (a vowel for a
    vowel, c for k or s, a letter too many or too few inside the word), or two letters swapped or one doubled. Where
    three other words agree a short word may differ too. Two edits need a long word with the same head and tail.
    """
    if len(words) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(words, other, strict=True) if a != b]
    if len(pairs) != 1:
        return False
    mine, theirs = pairs[0]
    if edits > 1:
        return _is_far_slip(mine, theirs)
    sure = any(is_rare(word) for word in words if word != mine)
    if sure and theirs in {mine + "s", mine.removesuffix("s")}:
        return not is_roman(mine)
    if len(words) > _FULL_NAME_WORDS and min(len(mine), len(theirs)) >= _FULL_NAME_LETTERS:
        return _is_nobodys_word(mine) and _is_nobodys_word(theirs)
    return _may_be_slip(mine, theirs, sure=sure) and (
        sure or _is_doubled_or_swapped(mine, theirs) or _is_natural_slip(mine, theirs)
    )


def _is_nobodys_word(word: str) -> bool:
    """Return whether a word is in none of our lists: it cannot be meant as another word."""
    listed = any(word in words for words in word_classes().values())
    return word.isalpha() and not listed and not is_roman(word) and word not in _place_words()


def _may_be_slip(mine: str, theirs: str, *, sure: bool) -> bool:
    short, long = sorted((len(mine), len(theirs)))
    long_enough = short >= _TYPO_LETTERS - 1 and long >= _TYPO_LETTERS
    begins = mine[0] == theirs[0] or (not sure and "".join(sorted(mine[0] + theirs[0])) in _SOUND_PAIRS)
    return long_enough and begins and (mine + theirs).isalpha() and is_rare(mine)


def _is_far_slip(mine: str, theirs: str) -> bool:
    long_enough = min(len(mine), len(theirs)) >= _FAR_SLIP_LETTERS and is_rare(mine)
    return (
        long_enough
        and mine[:_FAR_SLIP_HEAD] == theirs[:_FAR_SLIP_HEAD]
        and mine[-_FAR_SLIP_TAIL:] == theirs[-_FAR_SLIP_TAIL:]
    )


def _is_doubled_or_swapped(a: str, b: str) -> bool:
    if len(a) == len(b):
        return sorted(a) == sorted(b)
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short and long[i] == long[i - 1] for i in range(1, len(long)))


def _is_natural_slip(a: str, b: str) -> bool:
    if max(len(a), len(b)) < _LONE_TYPO_LETTERS:
        return False
    if len(a) == len(b):
        x, y = next((x, y) for x, y in zip(a, b, strict=True) if x != y)
        return {x, y} <= _VOWELS or "".join(sorted(x + y)) in _SOUND_PAIRS
    short, long = sorted((a, b), key=len)
    return not long.startswith(short)


def share(a: Iterable[str], b: Iterable[str]) -> float:
    """Return the weighted share of words two names have in common (soft Jaccard with the weights of `rarity`)."""
    first, second = dict.fromkeys(a), dict.fromkeys(b)
    whole = rarity(first | second)
    return rarity([word for word in first if word in second]) / whole if whole else 0.0
