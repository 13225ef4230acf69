"""Words of titles against the vocabulary of the labels: each distinct word is looked up once, many at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from netscout.matching.linker_index import LabelIndex, lines
from netscout.matching.linker_near import Grams, Neighbours
from netscout.matching.linker_parts import split
from netscout.matching.linker_sparse import Flags, Floats, Ints, Rows, gather
from netscout.matching.linker_words import Form, root

_SLIP = 0.95
_UNKNOWN = 0.8
_SHORTEST = 5
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Heard:
    """What a word that no label holds was heard as.

    Attributes:
        place: words of the labels near it, in order.
        share: for each of them, what it adds to the likeness of a label that holds it.
        weight: how much the word says.
        stem: its stem in the labels, that of the nearest word if it is unknown, -1 if none is near.
        known: whether the stem is in the labels as written.
        near: stems of the nearest words of an unknown word, the nearest first, with their likeness.
    """

    place: Ints
    share: Floats
    weight: float
    stem: int
    known: bool
    near: tuple[tuple[int, float], ...] = ()
    core: int = -1


class Spelling:
    """Hears words as those of an index; remembers what it heard.

    Every word has a number: its place in the vocabulary, behind it the other words in the order they were heard.

    Attributes:
        number: the number of each word heard so far.
        weight, most, stem, known: for each number, how much the word says, the largest share of a word near it, its
            stem and whether the labels hold it.
    """

    def __init__(self, index: LabelIndex) -> None:
        """Read the text columns of the index."""
        self._index = index
        self._others: list[Heard] = []
        self._unknown = _UNKNOWN * float(np.log(len(lines(index.codes)) + 1))
        words = lines(index.vocabulary)
        self._vocabulary = {word: place for place, word in enumerate(words)}
        self.number = dict(self._vocabulary)
        self._root = {word: place for place, word in enumerate(lines(index.roots))}
        place = {gram: number for number, gram in enumerate(lines(index.gram_text))}
        grams = Grams(place, index.gram_weight, Rows(index.gram_start, index.gram_word, index.gram_value))
        self._neighbours = Neighbours(self._vocabulary, index.word_root, grams)
        self._by_shape: dict[tuple[str, int], list[str]] = {}
        for word in words:
            if len(word) >= _SHORTEST:
                self._by_shape.setdefault((word[0], len(word)), []).append(word)
        self.weight: Floats = index.word_weight
        self.most: Floats = index.word_weight
        self.stem: Ints = index.word_root
        self.core: Ints = index.word_core
        self.known: Flags = np.ones(len(index.word_root), dtype=np.bool_)

    def hear(self, words: Iterable[str]) -> None:
        """Give folded words their numbers; many at once cost far less than one after the other."""
        new = [word for word in dict.fromkeys(words) if word not in self.number]
        if new:
            self._hear(new)

    def joined(self, form: Form) -> list[Form]:
        """Return the form with two words written as one, where the labels write them so (`photo journalist`)."""
        words, head, known = form.words, form.head, self._vocabulary
        return [
            Form((*words[: at - 1], words[at - 1] + words[at], *words[at + 1 :]), head - (head >= at), form.tail)
            for at in range(1, len(words))
            if words[at - 1] + words[at] in known and words[at - 1] + words[at] not in words
        ]

    def near(self, of: Ints, numbers: Ints) -> tuple[Ints, Ints, Floats]:
        """Return the words of the labels near the numbered ones, with their shares; `of` is carried along."""
        index, inside = self._index, numbers < len(self._index.word_root)
        place, size = gather(index.near_start, numbers[inside])
        others = np.flatnonzero(~inside)
        if not len(others):
            return np.repeat(of[inside], size), index.near_word[place], index.near_share[place]
        heard = [self._others[number - len(index.word_root)] for number in numbers[others].tolist()]
        return (
            np.concatenate((np.repeat(of[inside], size), np.repeat(of[others], [len(one.place) for one in heard]))),
            np.concatenate((index.near_word[place], *(one.place for one in heard))),
            np.concatenate((index.near_share[place], *(one.share for one in heard))),
        )

    def guesses(self, number: int) -> tuple[tuple[int, float], ...]:
        """Return the stems an unknown word may stand for, with their likeness."""
        outside = number - len(self._index.word_root)
        return self._others[outside].near if outside >= 0 else ()

    def _hear(self, words: list[str]) -> None:
        own = [self._root.get(root(word), -1) for word in words]
        meant = list(words)
        for place, word in enumerate(words):
            slip = self._slip(word) if own[place] < 0 else ""
            if slip:
                meant[place], own[place] = slip, self._root.get(root(slip), -1)
        near = self._neighbours.near(meant, np.array(own, dtype=np.int64))
        bounds = np.searchsorted(near.query, np.arange(len(words) + 1)).tolist()
        heard = []
        for number, word in enumerate(words):
            part = slice(bounds[number], bounds[number + 1])
            faith = _SLIP if meant[number] != word else 1.0
            heard.append(self._one(meant[number], own[number], faith, near.row[part], near.value[part]))
            self.number[word] = len(self.weight) + number
        self._others += heard
        self.weight = np.append(self.weight, [one.weight for one in heard])
        self.most = np.append(self.most, [one.share.max(initial=0.0) for one in heard])
        self.stem = np.append(self.stem, [one.stem for one in heard])
        self.core = np.append(self.core, [one.core for one in heard])
        self.known = np.append(self.known, [one.known for one in heard])

    def _one(self, word: str, own: int, faith: float, place: Ints, likeness: Floats) -> Heard:
        if own >= 0:
            weight = float(self._index.word_weight[self._place(word, own)])
            core = int(self._index.word_core[self._place(word, own)])
            return Heard(place, likeness * (weight * faith), weight, own, known=True, core=core)
        best = np.argsort(-likeness, kind="stable")[:3]
        near = tuple((int(self._index.word_root[place[one]]), float(likeness[one])) for one in best)
        stem = near[0][0] if near and near[0][1] > _HALF else -1
        parts = split(word, self._vocabulary)
        core = int(self._index.word_core[parts.head]) if parts is not None else stem
        return Heard(place, likeness * self._unknown, self._unknown, stem, known=False, near=near, core=core)

    def _place(self, word: str, stem: int) -> int:
        place = self._vocabulary.get(word, -1)
        return place if place >= 0 else self._neighbours.first_of(stem)

    def _slip(self, word: str) -> str:
        """Return the one known word a slip of the hand away, "" if there is none or are several.

        Two letters in the wrong order are the commonest slip and are looked for first.
        """
        if len(word) < _SHORTEST - 1:
            return ""
        turned = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
        found = [other for other in dict.fromkeys(turned) if other in self._vocabulary]
        if not found and len(word) >= _SHORTEST:
            found = self._one_edit(word)
        return found[0] if len({root(other) for other in found}) == 1 else ""

    def _one_edit(self, word: str) -> list[str]:
        """Return the known words of the same first letter that differ in one letter."""
        shapes = ((word[0], len(word) + more) for more in (-1, 0, 1))
        pool = (known for shape in shapes for known in self._by_shape.get(shape, ()))
        return [known for known in pool if _one_letter_apart(word, known)]


def _one_letter_apart(one: str, other: str) -> bool:
    """Say whether two words, no more than one letter longer or shorter, differ in one letter."""
    short = min(len(one), len(other))
    begin = 0
    while begin < short and one[begin] == other[begin]:
        begin += 1
    left, right = len(one) - begin, len(other) - begin
    rest = min(left, right) - (left == right)
    return rest <= 0 or one[-rest:] == other[-rest:]
