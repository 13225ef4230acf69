"""Which known organisation a company cell names: by exact form, a leading brand, a rare core, or one slip of the pen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from netscout.matching.company_names import (
    fold,
    is_legal_word,
    key_words,
    read_rows,
    split_brackets,
    split_parts,
    strip_legal,
    word_classes,
)
from netscout.matching.company_table import Directory, Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PHRASE_WORDS = 5
_CORE_LETTERS = 4
_ACRONYM_LETTERS = 3
_TYPO_LETTERS = 5
_LONE_TYPO_LETTERS = 7
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = frozenset("aeiouy")
_SOUND_PAIRS = frozenset({"ck", "sz", "iy", "vw", "kq", "cs"})


_JOINERS = frozenset({"and", "the", "of", "for"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A cell resolved: the organisation's key, the tier, the form it was known by, and how.

    `how` is name, alias, part (a segment or bracket), lead (brand with an office or division behind it), core (only
    a plain word more or less), or typo.
    """

    key: str
    tier: str
    form: Form
    how: str


@cache
def places() -> frozenset[str]:
    """Return the folded names of places that may stand behind a brand."""
    return frozenset(place for row in read_rows("company_places.csv") for place in row["places"].split("|"))


@cache
def _place_words() -> frozenset[str]:
    return frozenset(word for place in places() for word in place.split())


def is_rare(word: str) -> bool:
    """Return whether a word alone can name one organisation: no plain word, place, direction or bare initials."""
    classes = word_classes()
    plain = (word in classes[name] for name in ("light", "common", "generic", "direction", "institution"))
    if any(plain) or word in _place_words() or is_legal_word(word) or any(letter.isdigit() for letter in word):
        return False
    return len(word) >= _CORE_LETTERS or not word.isascii()


def rarity(words: Iterable[str]) -> float:
    """Return the weight of these words: 1 for a rare one, .4 for a common word or place, .1 for a word that says nothing.

    Fixed weights in place of counted document frequencies: a verdict must not depend on who else is in the export.
    """
    light = word_classes()["light"]
    return sum(1.0 if is_rare(word) else 0.1 if word in light else 0.4 for word in words)


class Resolver:
    """Resolves cells against one directory; `add` lets a target or a user's alias join before the first look-up."""

    def __init__(self, directory: Directory) -> None:
        """Index the forms of the directory by core and by first letter."""
        self.directory = directory
        self._cores: dict[str, list[tuple[Form, frozenset[str]]]] = {}
        self._letters: dict[str, list[tuple[str, Form]]] = {}
        self._single: dict[str, tuple[str, Form]] = {}
        for key in directory.forms:
            self._index(key)

    def add(self, written: str, form: Form, *, wins: bool = False) -> None:
        """Let `written` stand for the organisation of `form`."""
        self.directory.name(written, form, wins=wins)
        self._index(" ".join(key_words(written)))

    def _index(self, key: str) -> None:
        form = self.directory.forms.get(key)
        if form is None:
            return
        core, light = _core(key.split())
        if core:
            self._cores.setdefault(core, []).append((form, light))
        if len(key) >= _TYPO_LETTERS:
            self._letters.setdefault(key[0], []).append((key, form))
            self._single.setdefault(_DOUBLED.sub(r"\1", key), (key, form))

    def resolve(self, company: str) -> Hit | None:
        """Return the organisation a cell names, or None; brackets and parts are looked at when the whole says nothing."""
        outside, inside = split_brackets(company)
        folded = fold(outside)
        form = self.directory.whole.get(" ".join(folded))
        if form is not None:
            return _as_hit(form)
        words = strip_legal(folded, outside)
        return self.exact(words) or self._by_part(outside, inside, words) or self.resolve_words(words)

    def named(self, text: str) -> Hit | None:
        """Return the organisation with exactly this name as written or without legal form, spaces apart."""
        form = self.directory.find_written(text)
        return _as_hit(form) if form else None

    def exact(self, words: list[str]) -> Hit | None:
        """Return the organisation with exactly these words for a name, spaces apart."""
        form = self.directory.find(" ".join(words)) if words else None
        return _as_hit(form) if form else None

    def resolve_words(self, words: list[str]) -> Hit | None:
        """Return the organisation of a folded name without brackets."""
        if not words:
            return None
        return self._by_lead(words) or self._by_head(words) or self._by_core(words) or self._by_typo(words)

    def _by_part(self, outside: str, inside: list[str], words: list[str]) -> Hit | None:
        parts = split_parts(outside)
        if len(parts) > 1:
            first = self.named(parts[0])
            rest = [word for part in parts[1:] for word in fold(part)]
            if first and not _blocked(rest):
                return Hit(first.key, "strong", first.form, "part")
            last = self.named(parts[-1])
            if last and _is_unit(fold(parts[0])):
                return Hit(last.key, "strong", last.form, "lead")
        initials = "".join(word[0] for word in words)
        for text in inside:
            found = self.named(text)
            content = fold(text)
            if found and ("".join(words) in _initials(content) or "".join(content) == initials):
                return Hit(found.key, "strong", found.form, "part")
        return None

    def _by_lead(self, words: list[str]) -> Hit | None:
        for size in range(len(words) - 1, 0, -1):
            form = self.directory.forms.get(" ".join(words[:size]))
            if form is None:
                continue
            kind = "rare" if size == 1 and _is_known_acronym(form) else brand_kind(words[:size])
            if remainder_fits(words[size:], kind):
                return Hit(form.key, "strong", form, "lead")
        return self._by_tail(words)

    def _by_tail(self, words: list[str]) -> Hit | None:
        for size in (3, 2):
            key = _tails().get(" ".join(words[-size:])) if len(words) > size else None
            form = self.directory.forms.get(key) if key else None
            if form is not None:
                return Hit(form.key, "strong", form, "unit")
        return None

    def _by_head(self, words: list[str]) -> Hit | None:
        heads = word_classes()["head"]
        if len(words) > 1 and words[0] in heads:
            found = self.exact(words[1:])
            if found and any(is_rare(word) for word in words[1:]):
                return Hit(found.key, "strong", found.form, "core")
        return None

    def _by_core(self, words: list[str]) -> Hit | None:
        core, light = _core(words)
        for form, other in self._cores.get(core, ()) if core else ():
            if light <= other or other <= light:
                return Hit(form.key, "strong", form, "core")
        return None

    def _by_typo(self, words: list[str]) -> Hit | None:
        key = " ".join(words)
        if len(key) < _TYPO_LETTERS:
            return None
        single = self._single.get(_DOUBLED.sub(r"\1", key))
        if single and len(key) > _TYPO_LETTERS and all(word.isalpha() for word in words) and is_rare(words[0]):
            return Hit(single[1].key, "strong", single[1], "typo")
        size = len(key)
        for other, form in self._letters.get(key[0], ()):
            if abs(len(other) - size) <= 1 and OSA.distance(key, other, score_cutoff=1) == 1 and is_slip(words, other.split()):
                return Hit(form.key, "strong", form, "typo")
        return None


@cache
def _tails() -> Mapping[str, str]:
    """Return the ends of names that tell the body they belong to (`NHS Trust`)."""
    return dict(pair.split("=") for pair in word_classes()["tail"])


def _is_known_acronym(form: Form) -> bool:
    return len(form.written) >= _ACRONYM_LETTERS and form.written.isupper() and form.as_of != ""


def _as_hit(form: Form) -> Hit:
    tier = "exact" if form.relation == "name" else "alias"
    return Hit(form.key, tier, form, "name" if tier == "exact" else "alias")


def _initials(words: list[str]) -> set[str]:
    light = word_classes()["light"]
    return {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in light)}


def _core(words: list[str]) -> tuple[str, frozenset[str]]:
    """Return the words that carry the name, joined, and the light rest; "" unless one of them is rare."""
    light = word_classes()["light"]
    core = [word for word in words if word not in light]
    if not core or not any(is_rare(word) for word in core):
        return "", frozenset()
    return " ".join(core), frozenset(words) - frozenset(core) - _JOINERS


def brand_kind(words: list[str]) -> str:
    """Return how freely a name may lead a longer one: institution, open (several words, one rare), rare, strict, or
    closed (nothing but general words, as in General Hospital).
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


def remainder_fits(rest: list[str], kind: str) -> bool:
    """Return whether these words behind a brand name leave it the same organisation (an office, unit or division)."""
    if kind == "closed" or _blocked(rest):
        return False
    if kind == "institution":
        return rest[0] not in {"of", "press"}
    if kind == "open":
        return rest[0] != "of"
    classes = word_classes()
    return _consumes(rest, classes["strict"] if kind == "strict" else classes["division"])


def _blocked(rest: list[str]) -> bool:
    classes = word_classes()
    return any(phrase in classes["blocker"] or phrase in classes["alumni"] for phrase in _phrases(rest))


def _phrases(words: list[str]) -> Iterable[str]:
    for size in (1, 2, 3):
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])


def _consumes(rest: list[str], allowed: frozenset[str]) -> bool:
    """Return whether the words are nothing but allowed phrases, places and legal forms."""
    start = 0
    while start < len(rest):
        for size in range(min(_PHRASE_WORDS, len(rest) - start), 0, -1):
            phrase = " ".join(rest[start : start + size])
            if phrase in allowed or phrase in places() or (size == 1 and is_legal_word(phrase)):
                start += size
                break
        else:
            return False
    return rest[-1] not in {"and", "in", "at", "the", "de", "for"}


_UNIT = re.compile(r"^(?:school|faculty|college|department|institute|center|division|office|lab|chair|fakultat|lehrstuhl)$")


def _is_unit(words: list[str]) -> bool:
    return any(_UNIT.match(word) for word in words)


def is_slip(words: list[str], other: list[str]) -> bool:
    """Return whether two names that differ by one edit differ by a slip of the pen, not by another name.

    One word of at least five letters differs, begins alike, holds no digit, and is neither a plain word nor a place.
    Where no other rare word agrees it needs seven letters and an edit of the kind hands and ears make (a vowel for a
    vowel, c for k, a letter too many or too few inside the word), or two letters swapped or one doubled.
    """
    if len(words) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(words, other, strict=True) if a != b]
    if len(pairs) != 1:
        return False
    mine, theirs = pairs[0]
    others = any(is_rare(word) for word in words if word != mine)
    if others and (mine == theirs + "s" or theirs == mine + "s"):
        return True
    if min(len(mine), len(theirs)) < _TYPO_LETTERS - 1 or max(len(mine), len(theirs)) < _TYPO_LETTERS:
        return False
    if mine[0] != theirs[0] or not (mine + theirs).isalpha() or not is_rare(mine):
        return False
    if _is_doubled_or_swapped(mine, theirs):
        return True
    return others or (max(len(mine), len(theirs)) >= _LONE_TYPO_LETTERS and _is_natural(mine, theirs))


def _is_doubled_or_swapped(a: str, b: str) -> bool:
    if len(a) == len(b):
        return sorted(a) == sorted(b)
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short and long[i] == long[i - 1] for i in range(1, len(long)))


def _is_natural(a: str, b: str) -> bool:
    if len(a) == len(b):
        x, y = next((x, y) for x, y in zip(a, b, strict=True) if x != y)
        return {x, y} <= _VOWELS or "".join(sorted(x + y)) in _SOUND_PAIRS
    short, long = sorted((a, b), key=len)
    return not long.startswith(short)


def share(a: Mapping[str, None] | Iterable[str], b: Iterable[str]) -> float:
    """Return the weighted share of words two names have in common (soft Jaccard with the weights of `rarity`)."""
    first, second = dict.fromkeys(a), dict.fromkeys(b)
    both = [word for word in first if word in second]
    either = [*first, *(word for word in second if word not in first)]
    whole = rarity(either)
    return rarity(both) / whole if whole else 0.0
