"""Full names found in a text, everybody's at once: one look-up at each beginning of a word, however many people.

A name is its letters: case, accents, spellings such as ue for an umlaut, gaps, hyphens and capitals inside a word
make no difference (`Quentin Unlisted`, `UNLISTED, Quentin`, `quentin_unlisted`, `QuentinUnlisted`). Besides the whole
name count its first and last word without those between, and the last word put first. Of a name of one word only a
word by itself is found, and only with a capital. A nickname, or one word of a longer name, is not found here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple
from unicodedata import combining, normalize

from netscout.model.letters import plain_letters

HAN = "\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Scripts written without spaces: there each letter may begin a name."""
TITLES = frozenset(("dr", "prof", "phd", "mba", "mr", "mrs", "ms"))
"""Words in a name that tell nobody's name."""
LITTLE = TITLES | frozenset(
    (
        *("al", "an", "and", "at", "be", "ben", "bin", "da", "das", "de", "del", "den", "der", "di", "do", "dos", "du"),
        *("el", "for", "he", "i", "in", "is", "it", "la", "le", "may", "me", "my", "no", "of", "on", "or", "so", "the"),
        *("to", "van", "von", "we", "will", "you", "her", "him", "she", "them", "they", "with", "not", "who"),
    )
)
"""Words that tell nobody's name in lower case."""
GLUED_LEAST = 8
"""Letters that a name of several words has at least, to be found in a text that writes it as one word."""
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
_WORD = re.compile(rf"[{HAN}]|[^\W_{HAN}](?:[^\W_{HAN}]|[{_MARKS}])*")
_HUMP = re.compile(
    r"(?<=[a-z\u00df-\u00f6\u00f8-\u00ff])(?=[A-Z\u00c0-\u00d6\u00d8-\u00de])|(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)"
)
_ASIDE = re.compile(r"[,(|/\u2013\u2014]|\s-\s")
_UMLAUT = re.compile("(?<=[aou])e")


class Word(NamedTuple):
    """One word of a text: where it begins and ends, and its letters for comparison."""

    start: int
    end: int
    key: str


def words(text: str) -> list[Word]:
    """Return the words of a text, of `HAN` each letter; a capital after a small letter, and a digit, begins a word."""
    out = []
    for hit in _WORD.finditer(text):
        found, start = hit.group(), hit.start()
        if found.isalpha() and (found.islower() or found[1:].islower()):
            out.append(Word(start, hit.end(), _key(found)))
            continue
        cuts = [0, *(cut.start() for cut in _HUMP.finditer(found)), len(found)]
        out += [Word(start + one, start + end, _key(found[one:end])) for one, end in pairwise(cuts)]
    return out


def key(text: str) -> str:
    """Return all letters and digits of a text for comparison."""
    return "".join(one.key for one in words(text))


def spellings(name: str) -> list[str]:
    """Return the keys of a full name, the words of each parted by a space; [] for one that cannot be told apart.

    Titles of honour are left out; what follows a comma, a bracket or a dash is left out as well as kept.
    """
    found: dict[str, None] = {}
    for text in dict.fromkeys((name, _ASIDE.split(name, maxsplit=1)[0])):
        parts = _parts(text)
        if len(parts) < 2 and text != name:
            continue
        orders = [parts, parts[-1:] + parts[:-1]]
        orders += [[parts[0], parts[-1]], [parts[-1], parts[0]]] if len(parts) > 2 else []
        found |= dict.fromkeys(" ".join(one) for one in orders if _tells("".join(one)))
    return list(found)


def finder(names: Mapping[str, str | None]) -> Callable[[str], list[tuple[int, int, str | None]]]:
    """Return a function that finds names in a text: begin, end and what stands instead, the longest at each place.

    `names` maps keys, their words parted by a space (`spellings`), to what stands instead, None for "may stand".
    """
    index: dict[str, tuple[str | None, int]] = {}
    for one, instead in names.items():
        index.setdefault(one.replace(" ", ""), (instead, one.count(" ") + 1))
    starts = {start for one in names for start in accumulate(one.split())}
    longest = max(map(len, index), default=0) + 1

    def find(text: str) -> list[tuple[int, int, str | None]]:
        there = words(text)
        found, at = [], 0
        while at < len(there):
            last, instead = _last(text, there, at) if there[at].key in starts else (-1, None)
            if last >= 0:
                found.append((there[at].start, there[last].end, instead))
            at = max(at, last) + 1
        return found

    def _last(text: str, there: list[Word], at: int) -> tuple[int, str | None]:
        """Return the last word of the longest name that begins at a word, and what stands instead; -1 for none."""
        best: tuple[int, str | None] = (-1, None)
        letters, start = "", there[at].start
        for place in range(at, len(there)):
            letters += there[place].key
            if len(letters) > longest:
                break
            name = index.get(letters) or (index.get(letters[:-1]) if letters[-1:] == "s" else None)
            if name and _is_meant(text[start : there[place].end], there[at : place + 1], name[1]):
                best = (place, name[0])
        return best

    return find


def _is_meant(written: str, there: list[Word], named: int) -> bool:
    """Return whether words of a text mean a name of so many words, and not words that happen to be spelled so."""
    if len(there) > 1:
        return named > 1 and not (written.islower() and all(one.key in LITTLE for one in there))
    return len(there[0].key) >= GLUED_LEAST if named > 1 else not written[:1].islower()


def _parts(name: str) -> list[str]:
    """Return the words of a name without titles of honour; words without anything between them are one part."""
    out: list[str] = []
    end = -1
    for one in words(name):
        if one.key in TITLES:
            continue
        if one.start == end:
            out[-1] += f" {one.key}"
        else:
            out.append(one.key)
        end = one.end
    return out


def _tells(letters: str) -> bool:
    return sum(map(str.isalpha, letters)) >= (2 if re.search(f"[{HAN}]", letters) else 3)


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    """Return a word without case and accents, an umlaut and its two letters alike."""
    low = word.casefold()
    if not low.isascii() and not re.match(f"[{HAN}]", low):
        low = plain_letters("".join(one for one in normalize("NFD", low) if not combining(one)))
    return _UMLAUT.sub("", low).replace("aa", "a")
