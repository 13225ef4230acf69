"""Titles whose work brings somebody together with many people: the roles a connector may have."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import resources

from netscout.matching.lexicon import lexicon
from netscout.matching.normalise import stem
from netscout.matching.targets import Understood, understand

_LEAST_PART = 5
_Row = tuple[str, tuple[str, ...]]
"""A kind and the needles that tell it."""
_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    (
        *("and", "the", "for", "with", "from", "into", "people", "senior", "junior", "lead", "head"),
        *("manager", "director", "officer", "specialist", "assistant", "associate"),
    )
)
_ORDER = ("alumni", "community", "online-community", "recruiter", "teaching", "consultant")
NEEDS_TOUCH = ("teaching", "consultant", "online-community")
"""Kinds that count only where the title itself touches the target: a consultant of another trade opens no door."""


def meeting_kinds(titles: Iterable[str], touch: Sequence[str] = ()) -> dict[str, str]:
    """Return for each distinct title its meeting kind: alumni, community, recruiter, teaching, consultant or "".

    `touch` holds the words of the target (role phrases, industries); teaching and consulting count only for titles
    that share a telling word with them.
    """
    telling = _telling(touch)
    return {title: _kind(title, telling) for title in dict.fromkeys(titles)}


def touches(texts: Iterable[str], touch: Sequence[str]) -> dict[str, bool]:
    """Say of each distinct text whether it has to do with the target: by a telling word, or a word of its field.

    `texts` are titles with the company's name; `touch` holds the words of the target (role phrases, industries).
    """
    known, telling = lexicon(), _telling(touch)
    lines = _lines_near([understand(text) for text in touch])
    fields = {phrase[0] for phrase, line in known.fields.items() if len(phrase) == 1 and line in lines}
    near: dict[str, bool] = {}  # words come again and again, texts do not
    words = {text: _words(text) for text in dict.fromkeys(texts)}
    for word in {one for some in words.values() for one in some}:
        near[word] = _touches(word, telling, fields)
    return {text: any(near[one] for one in some) for text, some in words.items()}


def _lines_near(targets: Sequence[Understood]) -> set[str]:
    """Return the lines of work of the targets, and of the roles next to theirs."""
    known = lexicon()
    roles = {role for target in targets for role in target.roles}
    near = {known.roles[other].line for one, other in known.related if one in roles}
    return ({target.line for target in targets} | near) - {""}


def _touches(word: str, telling: set[str], fields: set[str]) -> bool:
    if _akin(word, telling) or stem(word) in fields:
        return True
    return any(len(one) >= _LEAST_PART and one in word for one in telling)


def _telling(touch: Sequence[str]) -> set[str]:
    return {word for text in touch for word in _words(text) if len(word) > 3 and word not in _SMALL}


def _kind(title: str, telling: set[str]) -> str:
    words = _words(title)
    near = [one for word in dict.fromkeys(words) for one in _beginning(word)]
    found = {kind for kind, needles in near if _holds(words, needles)}
    for kind in _ORDER:
        if kind in found and (kind not in NEEDS_TOUCH or any(_akin(word, telling) for word in words)):
            return kind
    return ""


def _akin(word: str, telling: set[str]) -> bool:
    return any(word == one or (len(word) > 5 and len(one) > 5 and word[:6] == one[:6]) for one in telling)


def _holds(words: list[str], needles: tuple[str, ...]) -> bool:
    """Return whether the needles stand in the words, in order."""
    start = 0
    for needle in needles:
        stem = needle.removesuffix("*")
        for place in range(start, len(words)):
            if words[place] == stem or (needle.endswith("*") and words[place].startswith(stem)):
                start = place + 1
                break
        else:
            return False
    return True


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=1 << 19)
def _beginning(word: str) -> list[_Row]:
    """Return the lines of the table whose first needle a word meets."""
    whole, begun = _by_first()
    lengths = sorted({len(one) for one in begun})
    return whole.get(word, []) + [one for length in lengths for one in begun.get(word[:length], [])]


@cache
def _by_first() -> tuple[dict[str, list[_Row]], dict[str, list[_Row]]]:
    """Return the lines of the table by a first needle that is a whole word, and by one that only begins a word."""
    whole: dict[str, list[_Row]] = {}
    begun: dict[str, list[_Row]] = {}
    for row in _table():
        first = row[1][0]
        (begun if first.endswith("*") else whole).setdefault(first.removesuffix("*"), []).append(row)
    return whole, begun


@cache
def _table() -> tuple[_Row, ...]:
    source = resources.files("netscout.matching").joinpath("data", "meeting_words.csv")
    lines = [line for line in source.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return tuple((row["kind"], tuple(row["words"].casefold().split())) for row in csv.DictReader(lines))
