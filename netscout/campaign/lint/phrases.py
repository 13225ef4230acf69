"""The lists of phrases of one language, made ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from netscout.lang import lists

NAMESPACE = "lint"
_NOTHING = re.compile(r"(?!)")
_UNSURE = re.compile(r"\\.|\[[^\]]*\]|[^()](?:[?*]|\{[^}]*\})")
"""An escape, a choice of letters, and a letter that may be missing."""
_GROUP = re.compile(r"\([^()]*\)")
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def phrases(language: str, name: str) -> re.Pattern[str]:
    """Return one list as a pattern to search a folded text with; it finds nothing where there is no such list."""
    return _compiled(tuple(entry for entry, _ in _entries(language, name)))


def phrases_for(text: str, language: str, name: str) -> re.Pattern[str]:
    """Return a pattern that finds in this very folded text what `phrases` finds there.

    Entries one of whose letters in a row do not stand in the text are left out: compiling all of them takes longer than
    all the rest of reading a letter.
    """
    return _compiled(tuple(entry for entry, letters in _entries(language, name) if letters in text))


@cache
def _entries(language: str, name: str) -> tuple[tuple[str, str], ...]:
    """Return the entries of one list, ready to be compiled, with letters that each match holds."""
    short = _short_forms(language)
    ready = (_ready(one, short) for one in lists(NAMESPACE, language).get(name, ()))
    return tuple((entry, letters_of(entry)) for entry in ready)


@lru_cache(maxsize=4096)
def _compiled(entries: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(entries)})(?!\w)") if entries else _NOTHING


def letters_of(entry: str) -> str:
    """Return the longest run of plain letters that every match of a regular expression holds, "" if none is sure."""
    bare, groups = _UNSURE.sub(" ", entry), 1
    while groups:
        bare, groups = _GROUP.subn(" ", bare)
    return "" if "|" in bare else max(_LETTERS.findall(bare), key=len, default="")


def words_of(language: str, name: str) -> tuple[str, ...]:
    """Return one list as it is written."""
    return lists(NAMESPACE, language).get(name, ())


def pattern(entries: Iterable[str], short: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """Return whole-word entries as one pattern.

    An entry is a regular expression in small letters, in which a space stands for white space (nine at most), ` ... `
    for up to 48 characters of one clause, and a phrase of `short` for its short form too ("i am" for "i'm").
    """
    return _compiled(tuple(_ready(one, short or {}) for one in entries))


def _ready(entry: str, short: Mapping[str, str]) -> str:
    text = entry
    for long, brief in short.items():
        text = re.sub(rf"(?<!\w){long}(?!\w)", f"(?:{long}|{brief})", text)
    return text.replace(" ... ", r"(?=\W)[^.?!;]{0,48}?(?<=\W)").replace(" ", r"\s{1,9}")


@cache
def _short_forms(language: str) -> Mapping[str, str]:
    pairs = (one.partition(" = ") for one in words_of(language, "short_forms"))
    return {long: short for long, _, short in pairs}
