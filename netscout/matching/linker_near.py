"""Which words of a vocabulary are spelt like a word: cosine of character trigrams, weighted by rarity.

Computed for many words at once, and for the vocabulary itself when an index is built, so that titles made of known
words cost a look-up (TF-IDF and cosine: Salton and Buckley, 1988).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from netscout.matching.linker_sparse import Flags, Floats, Ints, Nearness, Pairs, Rows, gather, starts

_LEAST = 0.3
_POWER = 1.2
_SAME_STEM = 0.97
_FEW = 4
_BATCH = 128


def trigrams(word: str) -> list[str]:
    """Return the distinct trigrams of a word between its borders, in order."""
    framed = f" {word} "
    return list(dict.fromkeys(framed[place : place + 3] for place in range(len(framed) - 2)))


@dataclass(frozen=True, slots=True)
class Grams:
    """Trigrams of a vocabulary: their places, weights, and the words of each with its share in their length."""

    place: Mapping[str, int]
    weight: Floats
    words: Rows


def grams_of(vocabulary: Sequence[str]) -> Grams:
    """Return the trigrams of a vocabulary."""
    place: dict[str, int] = {}
    parts = [trigrams(text) for text in vocabulary]
    column = np.array([place.setdefault(part, len(place)) for one in parts for part in one], dtype=np.int64)
    weight = np.log((len(vocabulary) + 1) / np.maximum(np.bincount(column, minlength=len(place)), 1))
    word = np.repeat(np.arange(len(parts)), np.array([len(one) for one in parts], dtype=np.int64))
    value: Floats = weight[column]
    value /= np.sqrt(np.bincount(word, weights=value * value, minlength=len(parts)))[word]
    order = np.argsort(column, kind="stable")
    return Grams(place, weight, Rows(starts(column, len(place)), word[order], value[order]))


class Neighbours:
    """Finds the words of a vocabulary that are near to given words."""

    def __init__(self, words: Mapping[str, int], stems: Ints, grams: Grams) -> None:
        """Take the places of the words, the stem of each, and their trigrams."""
        self._word = words
        self._count = len(stems)
        self._grams = grams
        self._nearness = Nearness(grams.words, len(stems))
        self._rare = float(np.log(len(stems) + 1)) ** 2
        self._stem_start = starts(stems, int(stems.max(initial=-1)) + 1)
        self._by_stem = np.argsort(stems, kind="stable")

    def first_of(self, stem: int) -> int:
        """Return the first word of a stem."""
        return int(self._by_stem[self._stem_start[stem]])

    def near(self, words: Sequence[str], stems: Ints) -> Pairs:
        """Return the words near each word of a given stem (-1: none), with their likeness sharpened."""
        parts = [
            self._near(words[start : start + _BATCH], stems[start : start + _BATCH], start)
            for start in range(0, len(words), _BATCH)
        ]
        return Pairs(
            np.concatenate([part.query for part in parts] or [np.zeros(0, dtype=np.int64)]),
            np.concatenate([part.row for part in parts] or [np.zeros(0, dtype=np.int64)]),
            np.concatenate([part.value for part in parts] or [np.zeros(0)]),
        )

    def _near(self, words: Sequence[str], stems: Ints, offset: int) -> Pairs:
        spelt, height = self._by_letters(words), max(self._count, 1)
        known = np.flatnonzero(stems >= 0)
        place, size = gather(self._stem_start, stems[known])
        owned = [number * height + self._word[word] for number, word in enumerate(words) if word in self._word]
        own = np.array(owned, dtype=np.int64)
        same = np.repeat(known, size) * height + self._by_stem[place]
        keys = np.concatenate((spelt.query * height + spelt.row, same, own))
        like = np.concatenate((spelt.value, np.full(len(place), _SAME_STEM), np.ones(len(own))))
        order = np.argsort(keys, kind="stable")
        keys, like = keys[order], like[order]
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        best = np.maximum.reduceat(like, first) if len(first) else like
        return Pairs(keys[first] // height + offset, keys[first] % height, best**_POWER)

    def _by_letters(self, words: Sequence[str]) -> Pairs:
        """Return the words that share enough trigrams with each, and the cosine."""
        parts = [[self._grams.place.get(gram, -1) for gram in trigrams(word)] for word in words]
        column = np.array([part for one in parts for part in one], dtype=np.int64)
        of = np.repeat(np.arange(len(words)), [len(one) for one in parts])
        value = np.where(column >= 0, np.append(self._grams.weight, 0.0)[column], 0.0)
        square = np.where(column >= 0, value * value, self._rare)
        length = np.sqrt(np.bincount(of, weights=square, minlength=len(words)))
        kept = np.flatnonzero(column >= 0)
        of, column, value = of[kept], column[kept], value[kept] / length[of[kept]]
        twice = np.bincount(of, minlength=len(words)) > _FEW
        queries = Rows(starts(of, len(words)), column, value)
        found = self._nearness.products(of, queries, _heavy(of, value, _LEAST), twice)
        enough = np.flatnonzero(found.value > _LEAST)
        return Pairs(found.query[enough], found.row[enough], found.value[enough])


def _heavy(of: Ints, value: Floats, floor: float) -> Flags:
    """Return which entries of each query must lead: the lightest whose squares sum to less than the floor's do not."""
    order = np.lexsort((value, of))
    square = np.cumsum(value[order] ** 2)
    first = np.flatnonzero(np.diff(of[order], prepend=-1))
    before = np.repeat(square[first] - value[order][first] ** 2, np.diff(np.append(first, len(of))))
    heavy = np.empty(len(of), dtype=np.bool_)
    heavy[order] = square - before > floor * floor
    return heavy
