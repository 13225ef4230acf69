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

from netscout.matching.company_likeness import is_blocked, is_rare
from netscout.matching.company_names import (
    NAME_LETTERS,
    fold,
    fold_all,
    kind_of_words,
    split_brackets,
    split_parts,
    strip_legal,
    word_classes,
)
from netscout.matching.company_resolver import shipped_resolver

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netscout.matching.company_resolver import Resolver
    from netscout.matching.company_table import Directory

EXACT, LEGAL, ALIAS, ABOVE, SOFT = 1.0, 0.97, 0.95, 0.85, 0.8
"""Scores: written alike; alike but for the legal form; through the table; its owner; the ceiling of word likeness."""
_LEAST = 0.2
_LEAST_SHARE = 0.25
_KNOWN_SHARE = 0.4
_RARE_SHARE = 0.7
_MOST = 20
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
    _telling: set[str] = field(default_factory=set)
    _near: dict[str, tuple[float, list[tuple[str, float, list[int]]]]] = field(default_factory=dict)
    _unlisted: dict[str, list[tuple[str, float]]] = field(default_factory=dict)
    _answers: dict[str, list[tuple[str, float]]] = field(default_factory=dict)

    @classmethod
    def build(cls, entries: Iterable[tuple[str, str]]) -> CompanyIndex:
        """Return the index of these (code, name) entries; several names may have one code."""
        index = cls()
        directory = shipped_resolver().directory
        named = [(code, *_folded(_bare(name))) for code, name in entries]
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
        index._telling = index._table_words()
        return index

    def _table_words(self) -> set[str]:
        """Return the words by which a name may reach an entry through our table: of each form its most telling one."""
        directory = shipped_resolver().directory
        reached = {
            key: key in self.organisations or any(above in self.organisations for above, _ in directory.ancestors(key))
            for key in directory.organisations
        }
        found: set[str] = set()
        for written, form in directory.forms.items():
            if reached[form.key]:
                found.add(max(written.split(), key=lambda word: (is_rare(word), len(word), word)))
        return found

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
        wanted = list(names)
        answers = self._answers
        fresh = [name for name in dict.fromkeys(wanted) if name not in answers]
        split = [split_brackets(_bare(name)) for name in fresh]
        for name, (outside, inside), folded in zip(fresh, split, fold_all([text for text, _ in split]), strict=True):
            answers[name] = self._ranked(outside, inside, folded)
        return [answers[name][:k] for name in wanted]

    def _ranked(self, outside: str, inside: list[str], folded: list[str]) -> list[tuple[str, float]]:
        words = strip_legal(folded, outside)
        same = self.whole.get(" ".join(folded))
        found = self.keys.get("".join(words)) if words else None
        if same is not None or found is not None:
            return self._best([(place, EXACT) for place in same or ()] + [(place, LEGAL) for place in found or ()])
        if kind_of_words(folded) != "company":
            return []
        text = " ".join(folded)
        plain = not inside and len(split_parts(outside)) == 1
        known = self._unlisted.get(text) if plain else None
        if known is None:
            candidates = self._through_table(outside, inside, folded, words)
            known = self._best(candidates or self._by_words(" ".join(words), words))
            if plain:
                self._unlisted[text] = known
        return known

    def _best(self, candidates: Sequence[tuple[int, float]]) -> list[tuple[str, float]]:
        if len(candidates) == 1:
            return [(self.entries[candidates[0][0]].code, candidates[0][1])]
        best: dict[str, float] = {}
        for place, score in candidates:
            code = self.entries[place].code
            if score > best.get(code, 0.0):
                best[code] = score
        return sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]

    def _through_table(
        self, outside: str, inside: list[str], folded: list[str], words: list[str]
    ) -> list[tuple[int, float]]:
        if not self.organisations:
            return []
        resolver = shipped_resolver()
        if self._telling.isdisjoint(words) and "".join(words) not in resolver.directory.squashed:
            return []
        hit = resolver.resolve_folded(outside, inside, folded)
        if hit is None:
            return []
        share = 1.0 if hit.tier in {"exact", "alias"} else 0.95
        found = [(place, ALIAS * share) for place in self._of(hit.key, resolver)]
        if found:
            return found
        above = [pair for pair in resolver.directory.ancestors(hit.key) if pair[1][-1].relation != "spun-off"]
        return [
            (place, (ABOVE if len(path) == 1 else ABOVE - 0.05) * share)
            for key, path in above
            for place in self._of(key, resolver)
        ]

    def _of(self, key: str, resolver: Resolver) -> Sequence[int]:
        own = self.organisations.get(key)
        return own or self.organisations.get(resolver.directory.root(key).key, [])

    def _by_words(self, text: str, words: Sequence[str]) -> list[tuple[int, float]]:
        """Return entries that share a telling word, or one spelt nearly alike, with the share of weight that agrees."""
        mine = [(word, *self._alike(word)) for word in words]
        telling = [(weight, near) for _, weight, near in mine if near and len(near[0][2]) <= _BLOCK_MOST]
        if not telling:
            return []
        whole = sum(weight for _, weight, _ in mine)
        if sum(weight for _, weight, near in mine if near) < _KNOWN_SHARE * whole:
            return []
        rarest = max(weight for weight, _ in telling)
        holders = dict.fromkeys(
            place for weight, near in telling if weight >= rarest * _RARE_SHARE for _, _, at in near for place in at
        )
        found = []
        for place in holders:
            entry = self.entries[place]
            agreed = 0.0
            for _, weight, near in mine:
                for other, alike, _ in near:
                    if other in entry.words:
                        agreed += alike * weight
            share = 0.65 * min(agreed / whole, 1.0) + 0.35 * min(agreed / (entry.weight or 1.0), 1.0)
            if share >= _LEAST_SHARE:
                found.append((place, self._second_look(text, words, entry, share)))
        return found

    def _alike(self, word: str) -> tuple[float, list[tuple[str, float, list[int]]]]:
        """Return the weight of a word, and the words of entries that it is or may be a slip of, with their holders."""
        known = self._near.get(word)
        if known is None:
            weight = self.weights.get(word)
            if weight is not None:
                known = weight, [(word, 1.0, self.words[word])]
            else:
                light = word in word_classes()["light"]
                weight = math.log(1 + len(self.entries)) * (_SHARE_LIGHT if light else 1.0)
                known = weight, [(other, 0.8, self.words[other]) for other in self._slips(word)]
            self._near[word] = known
        return known

    def _slips(self, word: str) -> list[str]:
        if len(word) < _TYPO_LETTERS:
            return []
        near = (*self._blocks.get(word[:_BLOCK_LETTERS], ()), *self._blocks.get("-" + word[-_BLOCK_LETTERS:], ()))
        return [
            other
            for other in dict.fromkeys(near)
            if other[0] == word[0] and OSA.distance(word, other, score_cutoff=1) <= 1
        ]

    def _second_look(self, text: str, words: Sequence[str], entry: _Entry, share: float) -> float:
        """Return the score of a candidate: weight agreed on both sides, spelling, and whether one leads the other."""
        size = len(words)
        leads = entry.words[:size] == tuple(words)
        if leads and is_blocked(entry.words[size:]):
            return _LEAST
        spelt = fuzz.ratio(text, " ".join(entry.words)) / 100
        return SOFT * min(1.0, 0.75 * share + 0.15 * spelt + (0.1 if leads else 0.0))


def _bare(name: str) -> str:
    """Return a name without the mark of the register it stands in (`/DE/`)."""
    return _REGISTER_MARK.sub("", name) if "/" in name or "\\" in name else name


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
