"""Many company names linked to the entries of a list: the best codes with scores that can be held against each other.

A list of entries (code, name) is indexed once. A name is looked up whole, then by its key, then through the shipped
table (old names, brands, parents); what is left is compared by rare words within blocks, and looked at once more,
stricter, before it is answered.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from netscout.matching.company_likeness import is_blocked
from netscout.matching.company_names import NAME_LETTERS, company_kind, fold, split_brackets, strip_legal, word_classes
from netscout.matching.company_resolver import shipped_resolver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from netscout.matching.company_resolver import Resolver
    from netscout.matching.company_table import Directory

EXACT, LEGAL, ALIAS, ABOVE, SOFT = 1.0, 0.97, 0.95, 0.85, 0.8
"""Scores: written alike; alike but for the legal form; through the table; its owner; the ceiling of word likeness."""
_LEAST = 0.2
_BLOCK_LETTERS = 4
_BLOCK_MOST = 400
_TYPO_LETTERS = 5
_SHARE_LIGHT = 0.15
_INITIALS_UNDER = 4
_DOMAIN_ENDS = frozenset({"com", "net", "org"})
_REGISTER_MARK = re.compile(r"\s*[/\\]\s*[A-Za-z]{2,5}\s*[/\\]?\s*$")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry: its code, its words without legal form, and the sum of their weights."""

    code: str
    words: tuple[str, ...]
    weight: float


@dataclass(slots=True)
class CompanyIndex:
    """Entries (code, name) ready to be linked to; make it with `build`.

    Attributes:
        entries: in the order given.
        whole: folded name with legal form -> entries.
        keys: name without legal form, spaces out -> entries.
        organisations: key of our table -> entries that it knows by that name.
        words: word -> entries that hold it.
        weights: word -> how rarely the entries hold it (inverse document frequency).
    """

    entries: list[_Entry] = field(default_factory=list)
    whole: dict[str, list[int]] = field(default_factory=dict)
    keys: dict[str, list[int]] = field(default_factory=dict)
    organisations: dict[str, list[int]] = field(default_factory=dict)
    words: dict[str, list[int]] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)
    _blocks: dict[str, list[str]] = field(default_factory=dict)
    _answers: dict[str, list[tuple[str, float]]] = field(default_factory=dict)

    @classmethod
    def build(cls, entries: Iterable[tuple[str, str]]) -> CompanyIndex:
        """Return the index of these (code, name) entries; several names may have one code."""
        index = cls()
        directory = shipped_resolver().directory
        named = [(code, *_folded(_REGISTER_MARK.sub("", name))) for code, name in entries]
        index._weigh([words for _, _, words in named])
        for place, (code, folded, words) in enumerate(named):
            weight = sum(index.weights[word] for word in dict.fromkeys(words))
            index.entries.append(_Entry(code, tuple(words), weight))
            index.whole.setdefault(" ".join(folded), []).append(place)
            index.keys.setdefault("".join(words), []).append(place)
            key = _known_as(directory, folded, words)
            if key:
                index.organisations.setdefault(key, []).append(place)
            for word in dict.fromkeys(words):
                index.words.setdefault(word, []).append(place)
        for word in index.words:
            if len(word) >= _TYPO_LETTERS:
                index._blocks.setdefault(word[:_BLOCK_LETTERS], []).append(word)
                index._blocks.setdefault("-" + word[-_BLOCK_LETTERS:], []).append(word)
        return index

    def _weigh(self, names: Sequence[Sequence[str]]) -> None:
        """Weigh words by Spärck Jones (1972): the logarithm of all names over the names that hold the word."""
        counts: dict[str, int] = {}
        for words in names:
            for word in dict.fromkeys(words):
                counts[word] = counts.get(word, 0) + 1
        light = word_classes()["light"]
        for word, count in counts.items():
            weight = math.log(1 + len(names) / count)
            self.weights[word] = weight * _SHARE_LIGHT if word in light else weight

    def link(self, names: Iterable[str], k: int = 5) -> list[list[tuple[str, float]]]:
        """Return for each name at most k (code, score), best first; an empty list says that nothing is near.

        Scores run from 0 to 1 and can be held against each other. Every distinct name is looked at once.
        """
        answers = []
        for name in names:
            found = self._answers.get(name)
            if found is None:
                found = self._answers[name] = self._ranked(name)
            answers.append(found[:k])
        return answers

    def _ranked(self, name: str) -> list[tuple[str, float]]:
        if company_kind(name) != "company":
            return []
        best: dict[str, float] = {}
        for place, score in self._candidates(name):
            code = self.entries[place].code
            if score > best.get(code, 0.0):
                best[code] = score
        return sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))[:20]

    def _candidates(self, name: str) -> Iterator[tuple[int, float]]:
        folded, words = _folded(_REGISTER_MARK.sub("", name))
        for place in self.whole.get(" ".join(folded), ()):
            yield place, EXACT
        sure = self.keys.get("".join(words), ())
        for place in sure:
            yield place, LEGAL
        known = list(self._through_table(name))
        yield from known
        if not sure and not any(score >= ALIAS for _, score in known):
            yield from self._by_words(words)

    def _through_table(self, name: str) -> Iterator[tuple[int, float]]:
        resolver = shipped_resolver()
        hit = resolver.resolve(name)
        if hit is None:
            return
        share = 1.0 if hit.tier in {"exact", "alias"} else 0.95
        found = False
        for place in self._of(hit.key, resolver):
            found = True
            yield place, ALIAS * share
        for above, path in () if found else resolver.directory.ancestors(hit.key):
            if all(edge.relation != "spun-off" for edge in path):
                for place in self._of(above, resolver):
                    yield place, (ABOVE if len(path) == 1 else ABOVE - 0.05) * share

    def _of(self, key: str, resolver: Resolver) -> Sequence[int]:
        own = self.organisations.get(key)
        return own or self.organisations.get(resolver.directory.root(key).key, [])

    def _by_words(self, words: Sequence[str]) -> Iterator[tuple[int, float]]:
        """Yield entries that share a telling word, or one spelt nearly alike, with the share of weight that agrees."""
        unseen = math.log(1 + len(self.entries))
        light = word_classes()["light"]
        mine = [(word, self.weights.get(word, unseen * (_SHARE_LIGHT if word in light else 1))) for word in words]
        whole = sum(weight for _, weight in mine) or 1.0
        shared: dict[int, float] = {}
        for word, weight in mine:
            for other, alike in self._alike(word):
                holders = self.words[other]
                if len(holders) <= _BLOCK_MOST:
                    for place in holders:
                        shared[place] = shared.get(place, 0.0) + alike * min(weight, self.weights[other])
        text = " ".join(words)
        for place, weight in shared.items():
            entry = self.entries[place]
            score = self._second_look(text, words, entry, weight / whole, weight / (entry.weight or 1.0))
            if score >= _LEAST:
                yield place, score

    def _alike(self, word: str) -> Iterator[tuple[str, float]]:
        if word in self.words:
            yield word, 1.0
        elif len(word) >= _TYPO_LETTERS:
            near = [*self._blocks.get(word[:_BLOCK_LETTERS], ()), *self._blocks.get("-" + word[-_BLOCK_LETTERS:], ())]
            for other in dict.fromkeys(near):
                if other[0] == word[0] and OSA.distance(word, other, score_cutoff=1) <= 1:
                    yield other, 0.8

    def _second_look(self, text: str, words: Sequence[str], entry: _Entry, mine: float, theirs: float) -> float:
        """Return the score of a candidate: weight agreed on both sides, spelling, and whether one leads the other."""
        size = len(words)
        leads = entry.words[:size] == tuple(words)
        if leads and is_blocked(entry.words[size:]):
            return 0.0
        agreed = 0.65 * min(mine, 1.0) + 0.35 * min(theirs, 1.0)
        spelt = fuzz.ratio(text, " ".join(entry.words)) / 100
        return SOFT * min(1.0, 0.75 * agreed + 0.15 * spelt + (0.1 if leads else 0.0))


def _known_as(directory: Directory, folded: Sequence[str], words: Sequence[str]) -> str:
    """Return the key in our table of an entry, or "".

    Registers write `acme.com` as `Acme Com Inc`. Initials that are another name (`WF`) count only where nothing else,
    not even a legal form, stands beside them.
    """
    form = directory.whole.get(" ".join(folded))
    if form is not None:
        return form.key
    bare = words[:-1] if len(words) > 1 and words[-1] in _DOMAIN_ENDS else words
    form = directory.find(" ".join(bare))
    if form is None or (form.relation != "name" and len("".join(bare)) < _INITIALS_UNDER):
        return ""
    return form.key


def _folded(name: str) -> tuple[list[str], list[str]]:
    """Return the folded words of a name without brackets, with and without its legal form."""
    outside, _ = split_brackets(name[:NAME_LETTERS])
    folded = fold(outside)
    return folded, strip_legal(folded, outside)
