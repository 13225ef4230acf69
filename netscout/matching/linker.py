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

from netscout.matching.linker_index import Floats, Ints, LabelIndex, build, evidence_keys, lines
from netscout.matching.linker_spelling import Heard, Spelling, gather
from netscout.matching.linker_words import Form, forms

NEIGHBOURS = 60
SURE = 0.5
"""Below this probability the linker abstains in `best`."""
MARGIN = 0.1
"""Below this distance to the second code, as a share of the first, it abstains too."""
_OTHER_HEAD = (0.85, 0.7)
"""What is left of the likeness of a label with another job word: where it stands last, and where it stands first."""
_NEAREST_SHARE = 0.35
_RICH = 40.0
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
        self._index = index
        self._spelling = Spelling(index)
        self._roots = int(index.word_root.max(initial=-1)) + 1
        self._codes = lines(index.codes)
        self._first = bool(index.first[0])
        rich = min(1.0, float(index.per_code[0]) / _RICH)
        self._power = 8.0 - 3.0 * rich
        self._words_say = max(0.3, 1.3 * rich)
        self._known: dict[str, tuple[list[tuple[str, float]], float]] = {}

    @classmethod
    def from_labels(cls, entries: Iterable[tuple[str, str]]) -> OccupationLinker:
        """Return a linker over (code, label) rows."""
        return cls(build(entries))

    def link(self, titles: Sequence[str], k: int = 5) -> list[list[tuple[str, float]]]:
        """Return up to k codes of each title, best first, with their chance to be right; [] where nothing is near."""
        return [self._ranked(title, k)[0][:k] for title in titles]

    def best(self, title: str) -> Linked | None:
        """Return the code of a title, None if the linker is not sure or the second is too near."""
        ranked, margin = self._ranked(title, 2)
        if not ranked or ranked[0][1] < SURE or margin < MARGIN:
            return None
        return Linked(ranked[0][0], ranked[0][1], margin)

    def _ranked(self, title: str, k: int) -> tuple[list[tuple[str, float]], float]:
        found = self._known.get(title)
        if found is None or len(found[0]) < k:
            found = self._known[title] = self._link(title, max(k, 5))
        return found

    def _link(self, title: str, k: int) -> tuple[list[tuple[str, float]], float]:
        count = len(self._codes)
        near, told = np.zeros(count), np.zeros(count)
        likeness, sense = 0.0, False
        for form in forms(title, first=self._first):
            heard = [self._spelling.hear(word) for word in form.words]
            behind = [self._spelling.hear(word) for word in form.tail]
            heard += behind if all(one.known for one in behind) else []
            likeness = max(likeness, self._by_labels(form, heard, near))
            self._by_words(form, heard, told)
            sense = sense or any(one.stem >= 0 for one in heard)
        near /= max(float(near.sum()), 1e-9)
        told /= max(float(told.sum()), 1e-9)
        ranked, margin = self._answer(near, told, likeness, k)
        return ranked, margin if sense else 0.0

    def _answer(self, near: Floats, told: Floats, likeness: float, k: int) -> tuple[list[tuple[str, float]], float]:
        score = near * np.sqrt(likeness) + told * self._words_say
        many = np.flatnonzero(score)
        if not len(many):
            return [], 0.0
        order = many[np.argsort(-score[many], kind="stable")][:k]
        top, best = score[order], int(order[0])
        margin = float(1 - top[1] / top[0]) if len(top) > 1 else 1.0
        seen = (1.0, likeness, near[best], told[best], margin, top[0] / score.sum())
        chance = 1 / (1 + np.exp(-np.dot(_TRUST, seen)))
        ranked = [(self._codes[code], float(chance * part / top[0])) for code, part in zip(order, top, strict=True)]
        return ranked, margin

    def _by_labels(self, form: Form, heard: list[Heard], votes: Floats) -> float:
        """Add the votes of the nearest labels; return the likeness of the nearest."""
        index = self._index
        length = float(np.sqrt(sum(one.weight**2 for one in heard)))
        like = np.bincount(
            np.concatenate([one.labels for one in heard]),
            weights=np.concatenate([one.share for one in heard]),
            minlength=len(index.label_code),
        )
        most = float(like.max(initial=0.0))
        if most <= 0 or not length:
            return 0.0
        close = np.flatnonzero(like > most * _NEAREST_SHARE)
        value = np.minimum(like[close] / length, 1.0)
        value *= np.where(index.label_head[close] == heard[form.head].stem, 1.0, _OTHER_HEAD[self._first])
        if len(close) > NEIGHBOURS:
            best = np.argpartition(-value, NEIGHBOURS)[:NEIGHBOURS]
            close, value = close[best], value[best]
        np.add.at(votes, index.label_code[close], value**self._power)
        return float(value.max())

    def _by_words(self, form: Form, heard: list[Heard], votes: Floats) -> None:
        """Add what the words say: each, the job word, and pairs."""
        stems = np.array([one.stem for one in heard], dtype=np.int64)
        keys = evidence_keys(stems, int(stems[form.head]), self._roots)
        factor = np.ones(len(keys))
        for place, one in enumerate(heard):
            factor[place] = float(one.known)
        extra = [(stem * (self._roots + 1), like**1.25 / 1.5) for one in heard for stem, like in one.near]
        if extra:
            keys = np.concatenate((keys, np.array([key for key, _ in extra], dtype=np.int64)))
            factor = np.concatenate((factor, np.array([like for _, like in extra])))
        self._tell(keys, factor, votes)

    def _tell(self, keys: Ints, factor: Floats, votes: Floats) -> None:
        index = self._index
        place = np.minimum(np.searchsorted(index.evidence, keys), len(index.evidence) - 1)
        found = np.flatnonzero((index.evidence[place] == keys) & (factor > 0))
        place, factor = place[found], factor[found] * index.evidence_weight[place[found]]
        told, which = gather(index.told_start, place)
        votes += np.bincount(
            index.told_code[told], weights=index.told_value[told] * factor[which], minlength=len(votes)
        )
