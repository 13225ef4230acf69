"""Words that stand for one another in the labels of one code, as `adviser` and `consultant`.

Two labels of one code that differ in one word only say that either word will do there; how often they do so, against
how often the first word is exchanged at all, is the likeness (paradigmatic substitution: Harris, 1954).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import permutations

import numpy as np

from netscout.matching.linker_sparse import Ints, Pairs, gather, starts

_SHORTEST, _LONGEST = 2, 6
"""Words of a label that is looked at."""
_CROWD = 12
"""More words than this in one place say nothing of one another."""
_DOUBT = 2.0
_LEAST = 0.15
_MOST = 0.8


def exchanged(codes: Ints, sizes: Ints, stems: Ints) -> Pairs:
    """Return pairs of stems that stand for one another, at least twice, with their likeness; by first, then second.

    Args:
        codes: code of each label.
        sizes: number of words of each label.
        stems: stems of all labels in a row.
    """
    both: Counter[tuple[int, int]] = Counter()
    alone: Counter[int] = Counter()
    for words in _places(codes.tolist(), sizes.tolist(), stems.tolist()):
        alone.update(words)
        both.update(permutations(words, 2))
    found = [
        (one, other, min(count / (alone[one] + _DOUBT), _MOST))
        for (one, other), count in sorted(both.items())
        if count > 1 and count / (alone[one] + _DOUBT) >= _LEAST
    ]
    table = np.array(found, dtype=np.float64).reshape(-1, 3)
    return Pairs(table[:, 0].astype(np.int64), table[:, 1].astype(np.int64), table[:, 2].copy())


def _places(codes: list[int], sizes: list[int], stems: list[int]) -> list[list[int]]:
    """Return the sorted stems that fill the same place among the same other words, for one code."""
    fills: defaultdict[tuple[int, tuple[int, ...]], set[int]] = defaultdict(set)
    start = 0
    for code, size in zip(codes, sizes, strict=True):
        words = stems[start : start + size]
        start += size
        if _SHORTEST <= size <= _LONGEST:
            for place, word in enumerate(words):
                fills[code, tuple(sorted(words[:place] + words[place + 1 :]))].add(word)
    return [sorted(words) for words in fills.values() if 2 <= len(words) <= _CROWD]


def widened(near: Pairs, swaps: Pairs, word_stem: Ints) -> Pairs:
    """Return near words with those added that stand for a word's stem; where both speak the higher likeness counts."""
    height = max(len(word_stem), 1)
    start, by_stem = starts(word_stem, int(word_stem.max(initial=-1)) + 1), np.argsort(word_stem, kind="stable")
    left, size = gather(start, swaps.query)
    pair = np.repeat(np.arange(len(swaps.query)), size)
    right, size = gather(start, swaps.row[pair])
    query, row = np.repeat(by_stem[left], size), by_stem[right]
    keys = np.concatenate((near.query * height + near.row, query * height + row))
    like = np.concatenate((near.value, np.repeat(swaps.value[pair], size)))
    order = np.argsort(keys, kind="stable")
    keys, like = keys[order], like[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    best = np.maximum.reduceat(like, first) if len(first) else like
    return Pairs(keys[first] // height, keys[first] % height, best)
