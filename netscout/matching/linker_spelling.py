"""Words of a title against the vocabulary of the labels: each distinct word is looked up once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from netscout.matching.linker_index import Floats, Ints, LabelIndex, lines, trigrams
from netscout.matching.linker_words import root

_LEAST = 0.2
_MOST = 80
_POWER = 1.2
_SAME_STEM = 0.97
_SLIP = 0.95
_UNKNOWN = 0.8
_SHORTEST = 5
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Heard:
    """What a word was heard as.

    Attributes:
        labels: labels that hold a word near it.
        share: for each of them, what the word adds to the likeness of a title of this word alone.
        weight: how much the word says.
        stem: its stem in the labels, that of the nearest word if it is unknown, -1 if none is near.
        known: whether the stem is in the labels as written.
        near: stems of the nearest words of an unknown word, the nearest first, with their likeness.
    """

    labels: Ints
    share: Floats
    weight: float
    stem: int
    known: bool
    near: tuple[tuple[int, float], ...] = ()


def gather(start: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Return the places of all entries of some rows of a postings column, and which row each comes from."""
    size = start[rows + 1] - start[rows]
    which = np.repeat(np.arange(len(rows)), size)
    place = np.arange(int(size.sum())) + np.repeat(start[rows] - np.cumsum(size) + size, size)
    return place, which


class Spelling:
    """Hears words as those of an index; remembers what it heard."""

    def __init__(self, index: LabelIndex) -> None:
        """Keep the index; its text columns are read at the first word."""
        self._index = index
        self._heard: dict[str, Heard] = {}

    @cached_property
    def _words(self) -> list[str]:
        return lines(self._index.vocabulary)

    @cached_property
    def _word(self) -> dict[str, int]:
        return {word: place for place, word in enumerate(self._words)}

    @cached_property
    def _root(self) -> dict[str, int]:
        return {word: place for place, word in enumerate(lines(self._index.roots))}

    @cached_property
    def _gram(self) -> dict[str, int]:
        return {gram: place for place, gram in enumerate(lines(self._index.gram_text))}

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self._words:
            if len(word) >= _SHORTEST:
                found.setdefault(word[0], []).append(word)
        return found

    def hear(self, word: str) -> Heard:
        """Return what a folded word was heard as."""
        found = self._heard.get(word)
        if found is None:
            found = self._heard[word] = self._hear(word)
        return found

    def _hear(self, word: str) -> Heard:
        own = self._root.get(root(word), -1)
        slip = ""
        if own < 0 and len(word) >= _SHORTEST:
            slip = self._slip(word)
            own = self._root.get(root(slip), -1) if slip else -1
        place, likeness = self._near(slip or word, own)
        near: tuple[tuple[int, float], ...] = ()
        known = own >= 0
        if not known and len(place):
            best = np.argsort(-likeness, kind="stable")[:3]
            near = tuple((int(self._index.word_root[place[one]]), float(likeness[one])) for one in best)
            own = near[0][0] if near[0][1] > _HALF else -1
        weight = self._weight(slip or word, own if known else -1)
        post, which = gather(self._index.post_start, place)
        share = self._index.post_value[post] * (likeness * (weight * (_SLIP if slip else 1.0)))[which]
        return Heard(self._index.post_label[post], share, weight, own, known, near)

    def _weight(self, word: str, stem: int) -> float:
        place = self._word.get(word, -1)
        if place < 0 and stem >= 0:
            place = int(np.argmax(self._index.word_root == stem))
        if place >= 0:
            return float(self._index.word_weight[place])
        return _UNKNOWN * float(np.log(len(lines(self._index.codes)) + 1))

    def _slip(self, word: str) -> str:
        """Return the one known word a slip of the hand away, "" if there is none or are several."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        found = process.extract(
            word, self._by_letter.get(word[0], ()), scorer=OSA.distance, score_cutoff=1, limit=2, processor=None
        )
        return str(found[0][0]) if found and (len(found) == 1 or root(found[0][0]) == root(found[1][0])) else ""

    def _near(self, word: str, stem: int) -> tuple[Ints, Floats]:
        """Return the words near one, with their likeness sharpened."""
        index = self._index
        parts = [self._gram.get(gram, -1) for gram in trigrams(word)]
        grams = np.array([part for part in parts if part >= 0], dtype=np.int64)
        rare = float(np.log(len(index.word_root) + 1)) ** 2
        length = float(np.sqrt(np.square(index.gram_weight[grams]).sum() + rare * (len(parts) - len(grams))))
        post, which = gather(index.gram_start, grams)
        like: Floats = np.bincount(
            index.gram_word[post],
            weights=index.gram_value[post] * index.gram_weight[grams][which],
            minlength=len(index.word_root),
        ).astype(np.float64)
        like /= length or 1.0
        if stem >= 0:
            same = index.word_root == stem
            like[same] = np.maximum(like[same], _SAME_STEM)
        own = self._word.get(word)
        if own is not None:
            like[own] = 1.0
        place = np.flatnonzero(like > _LEAST)
        if len(place) > _MOST:
            place = place[np.argsort(-like[place], kind="stable")[:_MOST]]
        near: Floats = like[place] ** _POWER
        return place, near
