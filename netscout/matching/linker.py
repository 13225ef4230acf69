"""Which occupation codes a title names, by the labels of a taxonomy: a vote of the nearest labels and of its words.

Two witnesses are heard. The nearest labels vote for their codes by likeness to the power p (distance-weighted
k-nearest neighbours: Dudani, 1976). Each word, the job word, and pairs of words vote for the codes whose labels
hold them (as class-conditional evidence: Maron, 1961). The first helps where a title is written like a label, the
second where it puts known words together anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from netscout.matching.linker_index import LabelIndex, build, evidence_of, lines
from netscout.matching.linker_sparse import Flags, Floats, Ints, Pairs, Rows, ShortRows, gather, starts
from netscout.matching.linker_spelling import Spelling
from netscout.matching.linker_words import Form, forms

SURE = 0.5
"""Below this probability the linker abstains in `best`."""
MARGIN = 0.1
"""Below this distance to the second code, as a share of the first, it abstains too."""
_OTHER_HEAD = (0.85, 0.7)
"""What is left of the likeness of a label with another job word: where it stands last, and where it stands first."""
_NEAREST_SHARE = 0.35
_SAME_CORE = 0.95
"""The same of a label whose job word is made of two words, the second of them the job word of the title."""
_GLUED, _GLUED_HEAD = 0.2, 0.9
"""Where more than this share of the words is made of two, the job word is often a part: more is left."""
_RICH = 40.0
_POWER = (8.0, 3.0)
_WORDS_SAY = (0.3, 1.3)
_LEADS = 0.4
"""A near word below this share of the title, by the root of the words, leads to no labels."""
_WIDTH, _DEEP, _ENOUGH = 6, 150, 250
"""Words of a label that count, labels that one word leads to, labels after which no other word leads to more."""
_SWAPPED = 2.0
"""A job word that often stands for that of the title counts as much as this many times its likeness."""
_BATCH, _HEARD = 48, 1024
_NOTHING = 1e-9
_DIGITS = 9
"""Digits kept of a chance: the last ones differ from processor to processor."""
_TRUST = np.array((-4.37, 4.37, 2.15, 2.56, 0.92, -1.67))
"""Logistic regression: intercept, likeness of the nearest label, the code's share of the labels' vote, of the words'
vote, margin, share of the sum of both."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The best code of a title.

    Attributes:
        code: the code.
        probability: calibrated chance that it is right.
        margin: distance to the second code, as a share of the first, 0 to 1.
    """

    code: str
    probability: float
    margin: float


class OccupationLinker:
    """Links titles to the codes of one index; distinct titles are linked once."""

    def __init__(self, index: LabelIndex) -> None:
        """Take a built or loaded index."""
        self.index = self._index = index
        self._spelling = Spelling(index)
        self._roots = int(index.word_root.max(initial=-1)) + 1
        self._codes = lines(index.codes)
        self._first = bool(index.first[0])
        glued = float(np.mean(index.word_core != index.word_root)) if len(index.word_root) else 0.0
        self._other_head = _GLUED_HEAD if glued > _GLUED else _OTHER_HEAD[self._first]
        rich = min(1.0, float(index.per_code[0]) / _RICH)
        self._power = _POWER[0] - _POWER[1] * rich
        self._words_say = max(_WORDS_SAY[0], _WORDS_SAY[1] * rich)
        posted = Rows(index.post_start, index.post_label, index.post_value)
        self._by_word = ShortRows(posted, len(index.label_code), _WIDTH, _DEEP)
        self._known: dict[str, tuple[list[tuple[str, float]], float]] = {}
        self._depth: dict[str, int] = {}

    @classmethod
    def from_labels(cls, entries: Iterable[tuple[str, str]]) -> OccupationLinker:
        """Return a linker over (code, label) rows."""
        return cls(build(entries))

    def link(self, titles: Sequence[str], k: int = 5) -> list[list[tuple[str, float]]]:
        """Return up to k codes of each title, best first, with their chance to be right; [] where nothing is near."""
        self.learn(titles, k)
        return [self._known[title][0][:k] for title in titles]

    def best(self, title: str) -> Linked | None:
        """Return the code of a title, None if the linker is not sure or the second is too near."""
        self.learn((title,))
        ranked, margin = self._known[title]
        if not ranked or ranked[0][1] < SURE or margin < MARGIN:
            return None
        return Linked(ranked[0][0], ranked[0][1], margin)

    def learn(self, titles: Iterable[str], k: int = 2) -> None:
        """Link titles not linked before, or for fewer codes; many at once cost far less than one after the other."""
        new = [title for title in dict.fromkeys(titles) if self._depth.get(title, 0) < k]
        most = max(k, 5)
        for start in range(0, len(new), _HEARD):
            part = new[start : start + _HEARD]
            seen = [self._forms(title) for title in part]
            self._spelling.hear(word for one in seen for form in one for word in (*form.words, *form.tail))
            for first in range(0, len(part), _BATCH):
                some = slice(first, first + _BATCH)
                self._known.update(zip(part[some], self._link(seen[some], most), strict=True))
            self._depth.update(dict.fromkeys(part, most))

    def _forms(self, title: str) -> list[Form]:
        return [other for form in forms(title, first=self._first) for other in (form, *self._spelling.joined(form))]

    def _link(self, titles: list[list[Form]], k: int) -> list[tuple[list[tuple[str, float]], float]]:
        if not len(self._index.label_code):
            return [([], 0.0)] * len(titles)
        asked = self._asked(titles)
        near, likeness = self._by_labels(asked)
        return self._answer(near, self._by_words(asked), likeness, asked.sense, k)

    def _asked(self, titles: list[list[Form]]) -> _Asked:
        """Return the words of titles, whose forms are given, as heard."""
        number, known = self._spelling.number, self._spelling.known
        words: list[int] = []
        sizes, heads = [], []
        every = [form for one in titles for form in one]
        for form in every:
            heads.append(len(words) + form.head)
            before = len(words)
            words += [number[word] for word in form.words]
            if form.tail:
                behind = [number[word] for word in form.tail]
                words += behind if known[behind].all() else []
            sizes.append(len(words) - before)
        of = np.repeat(np.arange(len(every)), sizes)
        title = np.repeat(np.arange(len(titles)), [len(one) for one in titles])
        word = np.array(words, dtype=np.int64)
        stem = self._spelling.stem[word]
        sense = np.bincount(title[of], weights=stem >= 0, minlength=len(titles)) > 0
        return _Asked(word, of, title, stem, np.array(heads, dtype=np.int64), sense)

    def _by_labels(self, asked: _Asked) -> tuple[_Votes, Floats]:
        """Return the votes of the nearest labels and the likeness of the nearest of each title."""
        index = self._index
        close = self._close(asked)
        title, value = asked.title[close.query], close.value * self._by_head(asked, close)
        likeness = np.zeros(len(asked.sense))
        np.maximum.at(likeness, title, value)
        return _Votes(title, index.label_code[close.row], index.label_say[close.row] * value**self._power), likeness

    def _close(self, asked: _Asked) -> Pairs:
        """Return the nearest labels of each form with their likeness, 0 to 1."""
        count = len(asked.title)
        weight, most = self._spelling.weight[asked.word], self._spelling.most[asked.word]
        length = np.sqrt(np.bincount(asked.of, weights=weight**2, minlength=count))
        reach = np.sqrt(np.bincount(asked.of, weights=most**2, minlength=count))
        floor = _LEADS * reach / np.sqrt(np.maximum(np.bincount(asked.of, minlength=count), 1))
        of, place, share = self._spelling.near(asked.of, asked.word)
        queries = Rows(starts(of, count), place, share)
        found = self._by_word.products(of, queries, self._leads(of, queries, floor))
        value = np.minimum(found.value / np.maximum(length, 1e-9)[found.query], 1.0)
        nearest = np.zeros(count)
        np.maximum.at(nearest, found.query, value)
        close = np.flatnonzero(value > nearest[found.query] * _NEAREST_SHARE)
        return Pairs(found.query[close], found.row[close], value[close])

    def _by_head(self, asked: _Asked, close: Pairs) -> Floats:
        """Return what is left of each likeness by the job words of title and label."""
        index, number = self._index, asked.head[close.query]
        own, other = asked.stem[number], index.label_head[close.row]
        core = self._spelling.core[asked.word[number]]
        left = np.where(index.label_core[close.row] == core, _SAME_CORE, self._other_head)
        if len(index.swap_key):
            key = own * self._roots + other
            place = np.minimum(np.searchsorted(index.swap_key, key), len(index.swap_key) - 1)
            like = np.where(index.swap_key[place] == key, np.minimum(_SWAPPED * index.swap_like[place], 1.0), 0.0)
            left = np.maximum(left, self._other_head + (1 - self._other_head) * like)
        left[own == other] = 1.0
        return left

    def _leads(self, of: Ints, queries: Rows, floor: Floats) -> Flags:
        """Return which entries lead to labels: the heaviest above the floor, until they lead to enough of them."""
        above = np.flatnonzero(queries.value > floor[of])
        order = above[np.lexsort((-queries.value[above], of[above]))]
        size = self._by_word.sizes(queries.column[order])
        before = np.cumsum(size) - size
        first = np.flatnonzero(np.diff(of[order], prepend=-1))
        base = np.repeat(before[first], np.diff(np.append(first, len(order))))
        leads = np.zeros(len(of), dtype=np.bool_)
        before -= base
        leads[order[before < _ENOUGH]] = True
        return leads

    def _by_words(self, asked: _Asked) -> _Votes:
        """Return what the words say: each, the job word, and pairs."""
        index = self._index
        form, keys, factor = evidence_of(asked.of, asked.stem, asked.head, self._roots)
        factor[: len(asked.of)] = self._spelling.known[asked.word]
        extra = [
            (of, stem * (self._roots + 1), like**1.25 / 1.5)
            for of, word in zip(asked.of.tolist(), asked.word.tolist(), strict=True)
            for stem, like in self._spelling.guesses(word)
        ]
        form = np.append(form, np.array([of for of, _, _ in extra], dtype=np.int64))
        keys = np.append(keys, np.array([key for _, key, _ in extra], dtype=np.int64))
        factor = np.append(factor, [like for _, _, like in extra])
        place = np.minimum(np.searchsorted(index.evidence, keys), len(index.evidence) - 1)
        found = np.flatnonzero((index.evidence[place] == keys) & (factor > 0))
        place, factor = place[found], factor[found] * index.evidence_weight[place[found]]
        told, size = gather(index.told_start, place)
        title = np.repeat(asked.title[form[found]], size)
        return _Votes(title, index.told_code[told], index.told_value[told] * np.repeat(factor, size))

    def _answer(
        self, near: _Votes, told: _Votes, likeness: Floats, sense: Flags, k: int
    ) -> list[tuple[list[tuple[str, float]], float]]:
        """Return for each title its best codes with their chances, and the margin."""
        count, codes = len(sense), len(self._codes)
        whole = near.whole(count), told.whole(count)
        by_label, by_word = np.sqrt(likeness) / whole[0], self._words_say / whole[1]
        cell = np.concatenate((near.title * codes + near.code, told.title * codes + told.code))
        part = np.concatenate((near.value * by_label.take(near.title), told.value * by_word.take(told.title)))
        score = np.bincount(cell, weights=part, minlength=count * codes).astype(np.float64, copy=False)
        order, top = _highest(score.reshape(count, codes), k)
        best = np.maximum(top[:, 0], 1e-9)
        margin = 1 - top[:, 1] / best if top.shape[1] > 1 else np.ones(count)
        given = near.of(order[:, 0]) / whole[0], told.of(order[:, 0]) / whole[1]
        total = np.sqrt(likeness) + self._words_say * (whole[1] > _NOTHING)
        seen = (np.ones(count), likeness, *given, margin, best / np.maximum(total, _NOTHING))
        chance = 1 / (1 + np.exp(-(np.column_stack(seen) * _TRUST).sum(axis=1)))
        chances = np.round(top * (chance / best)[:, None], _DIGITS).tolist()
        return [
            ([(self._codes[code], one) for code, one in zip(row, parts, strict=True) if one > 0], less)
            for row, parts, less in zip(
                order.tolist(), chances, np.where(sense, np.round(margin, _DIGITS), 0.0).tolist(), strict=True
            )
        ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words of a batch of titles as heard: of which form each is, its stem; of each form its title and job word."""

    word: Ints
    of: Ints
    title: Ints
    stem: Ints
    head: Ints
    sense: Flags


@dataclass(frozen=True, slots=True)
class _Votes:
    """Votes of a batch of titles: which title, for which code, how much."""

    title: Ints
    code: Ints
    value: Floats

    def whole(self, count: int) -> Floats:
        """Return the sum of the votes of each title."""
        return np.maximum(np.bincount(self.title, weights=self.value, minlength=count), _NOTHING)

    def of(self, codes: Ints) -> Floats:
        """Return how much each title gives one code."""
        same = self.code == codes[self.title]
        return np.bincount(self.title[same], weights=self.value[same], minlength=len(codes)).astype(np.float64)


def _highest(score: Floats, k: int) -> tuple[Ints, Floats]:
    """Return the places and values of the k highest of each row, the first place where values are equal."""
    rows = np.arange(len(score))
    places, values = [], []
    for _ in range(min(k, score.shape[1])):
        place = score.argmax(axis=1)
        places.append(place)
        values.append(score[rows, place])
        score[rows, place] = -1.0
    return np.column_stack(places), np.column_stack(values)
