"""The lists of phrases of one language, made ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    Entries that match nowhere in the text are left out, most of them unread: compiling all of them takes longer than
    all the rest of reading a letter.
    """
    likely = (entry for entry, sure in _entries(language, name) if any(letters in text for letters in sure))
    return _compiled(tuple(entry for entry in likely if _compiled((entry,)).search(text)))


@cache
def _entries(language: str, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the entries of one list, ready to be compiled, each with letters of which each match holds some."""
    short = _short_forms(language)
    ready = (_ready(one, short) for one in lists(NAMESPACE, language).get(name, ()))
    return tuple((entry, letters_of(entry)) for entry in ready)


@lru_cache(maxsize=4096)
def _compiled(entries: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(entries)})(?!\w)") if entries else _NOTHING


def letters_of(entry: str) -> tuple[str, ...]:
    """Return runs of plain letters of which every match of a regular expression holds at least one.

    It is one run where letters stand outside all groups, else one of each way through a group that must be there;
    ("",), which is in every text, where nothing is sure.
    """
    sure = bare = _UNSURE.sub(" ", entry)
    groups = 1
    while groups:
        bare, groups = _GROUP.subn(" ", bare)
    if "|" in bare:
        return ("",)
    longest = max(_LETTERS.findall(bare), key=len, default="")
    return (longest,) if longest else max(map(_ways, _groups(sure)), key=_least, default=("",))


def _least(ways: Sequence[str]) -> int:
    return min(map(len, ways))


def _groups(entry: str) -> Iterator[str]:
    """Yield what stands in each outermost group that every match must go through."""
    depth, start = 0, 0
    for place, sign in enumerate(entry):
        if sign == "(":
            start = place + 1 if not depth else start
            depth += 1
        elif sign == ")":
            depth -= 1
            if not depth and entry[place + 1 : place + 2] not in ("?", "*", "{") and not entry.startswith("?!", start):
                yield entry[start:place]


def _ways(group: str) -> tuple[str, ...]:
    """Return for each way through a group the longest letters it holds for sure."""
    depth, ways = 0, [""]
    for sign in group.removeprefix("?:"):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            ways.append("")
        else:
            ways[-1] += sign
    return tuple(min(letters_of(way), key=len) if len(letters_of(way)) == 1 else "" for way in ways)


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
        if long in text:
            text = re.sub(rf"(?<!\w){long}(?!\w)", f"(?:{long}|{brief})", text)
    return text.replace(" ... ", r"(?=\W)[^.?!;]{0,48}?(?<=\W)").replace(" ", r"\s{1,9}")


@cache
def _short_forms(language: str) -> Mapping[str, str]:
    pairs = (one.partition(" = ") for one in words_of(language, "short_forms"))
    return {long: short for long, _, short in pairs}
