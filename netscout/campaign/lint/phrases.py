"""The lists of phrases of one language, made ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from netscout.lang import lists

NAMESPACE = "lint"
_NOTHING = re.compile(r"(?!)")


@cache
def phrases(language: str, name: str) -> re.Pattern[str]:
    """Return one list as a pattern to search a folded text with; it finds nothing where there is no such list."""
    found = lists(NAMESPACE, language)
    return pattern(found.get(name, ()), _short_forms(language))


def words_of(language: str, name: str) -> tuple[str, ...]:
    """Return one list as it is written."""
    return lists(NAMESPACE, language).get(name, ())


def pattern(entries: Iterable[str], short: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """Return whole-word entries as one pattern.

    An entry is a regular expression in small letters, in which a space stands for white space (nine at most), ` ... `
    for up to 48 characters of one clause, and a phrase of `short` for its short form too ("i am" for "i'm").
    """
    ready = [_ready(one, short or {}) for one in entries]
    return re.compile(rf"(?<!\w)(?:{'|'.join(ready)})(?!\w)") if ready else _NOTHING


def _ready(entry: str, short: Mapping[str, str]) -> str:
    text = entry
    for long, brief in short.items():
        text = re.sub(rf"(?<!\w){long}(?!\w)", f"(?:{long}|{brief})", text)
    return text.replace(" ... ", r"(?=\W)[^.?!;]{0,48}?(?<=\W)").replace(" ", r"\s{1,9}")


@cache
def _short_forms(language: str) -> Mapping[str, str]:
    pairs = (one.partition(" = ") for one in words_of(language, "short_forms"))
    return {long: short for long, _, short in pairs}
