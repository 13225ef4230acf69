"""Words made of two words: what they are made of, judged by a vocabulary, as `Bauingenieur` or `woodcutter`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_SHORTEST = 8
_LEAST_HEAD = 4
_LEAST_FIRST = 3
_LINKS = ("s", "n", "en", "es", "er", "e", "o", "i")
"""Letters that join two words, as in `Geschäftsführer` and `Industriemechaniker`."""
_LOST = ("e", "en")
"""Letters that a first part may lose, as in `Schulleiter`."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The words that one word is made of, by their place in the vocabulary; the head says what it is."""

    first: int
    head: int


def split(word: str, vocabulary: Mapping[str, int]) -> Parts | None:
    """Return the parts of a folded word, the longest head counts; None if it is not made of two known words."""
    if len(word) < _SHORTEST:
        return None
    for cut in range(_LEAST_FIRST, len(word) - _LEAST_HEAD + 1):
        head = vocabulary.get(word[cut:], -1)
        if head >= 0:
            first = _first(word[:cut], vocabulary)
            if first >= 0:
                return Parts(first, head)
    return None


def _first(text: str, vocabulary: Mapping[str, int]) -> int:
    """Return the word that a first part stands for, -1 if none."""
    found = vocabulary.get(text, -1)
    if found >= 0:
        return found
    for link in _LINKS:
        if text.endswith(link) and len(text) - len(link) >= _LEAST_FIRST:
            found = vocabulary.get(text[: -len(link)], -1)
            if found >= 0:
                return found
    for lost in _LOST if len(text) > _LEAST_FIRST else ():
        found = vocabulary.get(text + lost, -1)
        if found >= 0:
            return found
    return -1


def last_head(word: str, vocabulary: Mapping[str, int], words: list[str]) -> str:
    """Return the head of the head of a word, as far as it can be split; the word itself if it cannot."""
    parts = split(word, vocabulary)
    while parts is not None:
        word = words[parts.head]
        parts = split(word, vocabulary)
    return word
