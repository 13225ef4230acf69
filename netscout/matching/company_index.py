"""Many company names linked to the entries of a list: the best codes with scores that can be held against each other.

A list of entries (code, name) is indexed once. A name is looked up whole, then by its key, then through the shipped
table (old names, brands, parents); what is left is compared by rare words within blocks, and looked at once more,
stricter, before it is answered.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from netscout.matching.company_likeness import is_blocked, is_rare
from netscout.matching.company_names import (
    NAME_LETTERS,
    fold,
    fold_all,
    is_one_part,
    is_stripped_by_case,
    kind_of_words,
    split_brackets,
    strip_legal,
    word_classes,
)
from netscout.matching.company_resolver import shipped_resolver

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from netscout.matching.company_resolver import Resolver
    from netscout.matching.company_table import Directory

Answer = tuple[tuple[str, float], ...]
"""At most k (code, score), best first."""
EXACT, LEGAL, ALIAS, ABOVE, SOFT = 1.0, 0.97, 0.95, 0.85, 0.8
"""Scores: written alike; alike but for the legal form; through the table; its owner; the ceiling of word likeness."""
_LEAST = 0.2
_LEAST_SHARE = 0.25
_KNOWN_SHARE = 0.4
_RARE_SHARE = 0.7
_MOST = 20
_CHUNK = 1000
_BLOCK_LETTERS = 4
_BLOCK_MOST = 400
_TYPO_LETTERS = 5
_SHARE_LIGHT = 0.15
_INITIALS_UNDER = 4
_DOMAIN_ENDS = frozenset({"com", "net", "org"})
_NONE: list[str] = []
_MARKED = re.compile(r"[/\\(\[{（【<]")
_REGISTER_MARK = re.compile(r"\s*[/\\]\s*[A-Za-z]{2,5}\s*[/\\]?\s*$")


class _Entry(NamedTuple):
    """One entry: its code, its words without legal form, and these joined."""

    code: str
    words: tuple[str, ...]
    text: str


class _Near(NamedTuple):
    """What a word of a name is to the entries: its weight, how many hold it, and (word of theirs, gain, holders).

    `holders` is 0 for a word that none of them holds, not even but for a slip.
    """

    weight: float
    holders: int
    gains: list[tuple[str, float, list[int]]]


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
    _full: list[float] = field(default_factory=list)
    _telling: set[str] = field(default_factory=set)
    _light: set[str] = field(default_factory=set)
    _far: tuple[_Near, ...] = ()
    _near: dict[str, _Near] = field(default_factory=dict)
    _unlisted: dict[str, Answer] = field(default_factory=dict)
    _unnamed: set[str] = field(default_factory=set)
    _texts: dict[str, str] = field(default_factory=dict)
    _squashed: Container[str] = ()
    _answers: dict[str, Answer] = field(default_factory=dict)
    _depth: int = 0

    @classmethod
    def build(cls, entries: Iterable[tuple[str, str]]) -> CompanyIndex:
        """Return the index of these (code, name) entries; several names may have one code."""
        index = cls()
        directory = shipped_resolver().directory
        named = [(code, *_folded(_bare(name))) for code, name in entries]
        index._weigh([words for _, _, words in named])
        for place, (code, folded, words) in enumerate(named):
            weight = sum(index.weights[word] for word in dict.fromkeys(words))
            index.entries.append(_Entry(code, tuple(words), " ".join(words)))
            index._full.append(weight or 1.0)
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
        unknown = math.log(1 + len(index.entries))
        index._far = (_Near(unknown, 0, []), _Near(unknown * _SHARE_LIGHT, 0, []))
        index._telling, index._light = index._table_words()
        index._squashed = directory.squashed
        return index

    def _table_words(self) -> tuple[set[str], set[str]]:
        """Return the words by which a name may reach an entry through our table: of each form its most telling one.

        And the light words (`group`) beside them: a name that holds one is looked up only if it is a slip of a form.
        """
        directory = shipped_resolver().directory
        reached = {
            key: key in self.organisations or any(above in self.organisations for above, _ in directory.ancestors(key))
            for key in directory.organisations
        }
        light = word_classes()["light"]
        telling: set[str] = set()
        beside: set[str] = set()
        for written, form in directory.forms.items():
            if reached[form.key]:
                words = written.split()
                telling.add(max(words, key=lambda word: (is_rare(word), word not in light, len(word), word)))
                beside.update(light.intersection(words))
        return telling, beside - telling

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

    def link(self, names: Iterable[str], k: int = 5) -> list[Answer]:
        """Return for each name at most k (code, score), best first; an empty answer says that nothing is near.

        Scores run from 0 to 1 and can be held against each other. Every distinct name is looked at once. Of one name at
        most 20 codes are told.
        """
        k = min(k, _MOST)
        wanted = list(names)
        if k > self._depth:
            self._depth = k
            self._answers.clear()
            self._unlisted.clear()
        answers = self._answers
        fresh = [name for name in dict.fromkeys(wanted) if name not in answers]
        for start in range(0, len(fresh), _CHUNK):
            self._answer(fresh[start : start + _CHUNK])
        return [answers[name] for name in wanted] if k == self._depth else [answers[name][:k] for name in wanted]

    def _answer(self, fresh: Sequence[str]) -> None:
        """Answer names not met before; those that no table knows are compared by their words in one go."""
        answers, unlisted = self._answers, self._unlisted
        split = [(name, _NONE) if _MARKED.search(name) is None else split_brackets(_bare(name)) for name in fresh]
        alike: list[tuple[str, str]] = []
        for name, (outside, inside), folded in zip(fresh, split, fold_all([text for text, _ in split]), strict=True):
            whole = " ".join(folded)
            text = self._texts.get(whole)
            if text is None:
                words = strip_legal(folded, outside)
                found = self._exact(whole, words)
                if found is None and kind_of_words(folded) != "company":
                    found = ()
                through = found is None and self._may_be_in_table(words)
                if through:
                    found = self._through_table(outside, inside, folded, words)
                if found is not None:
                    answers[name] = found
                    continue
                text = " ".join(words)
                if not through and not is_stripped_by_case(folded):
                    self._texts[whole] = text
            alike.append((name, text))
        unlisted.update(self._by_words(list(dict.fromkeys(text for _, text in alike if text not in unlisted))))
        for name, text in alike:
            answers[name] = unlisted[text]

    def _exact(self, whole: str, words: list[str]) -> Answer | None:
        same = self.whole.get(whole)
        found = self.keys.get("".join(words)) if words else None
        if same is None and found is None:
            return None
        if self._depth == 1:
            return self._best([(place, EXACT) for place in same] if same else [(place, LEGAL) for place in found or ()])
        return self._best([(place, EXACT) for place in same or ()] + [(place, LEGAL) for place in found or ()])

    def _may_be_in_table(self, words: list[str]) -> bool:
        """Return whether a name may reach an entry through our table: it holds a telling word, or is a slip."""
        if not self._telling.isdisjoint(words):
            return True
        if not self._light.isdisjoint(words) and shipped_resolver().misspelt(words):
            return True
        return bool(self._telling) and "".join(words) in self._squashed

    def _best(self, candidates: Sequence[tuple[int, float]]) -> Answer:
        if len(candidates) == 1:
            return ((self.entries[candidates[0][0]].code, candidates[0][1]),)
        if self._depth == 1:
            most = max([score for _, score in candidates])
            return ((min([self.entries[place].code for place, score in candidates if score == most]), most),)
        best: dict[str, float] = {}
        for place, score in candidates:
            code = self.entries[place].code
            if score > best.get(code, 0.0):
                best[code] = score
        return tuple(sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))[: self._depth])

    def _through_table(self, outside: str, inside: list[str], folded: list[str], words: list[str]) -> Answer | None:
        """Return the answer to a name that our table knows under this or an owner's name, None if it does not."""
        text = "" if inside or not is_one_part(outside) else f"{' '.join(folded)}\n{' '.join(words)}"
        if text in self._unnamed:
            return None
        candidates = self._of_hit(shipped_resolver(), outside, inside, folded, words)
        if text and not candidates:
            self._unnamed.add(text)
        return self._best(candidates) if candidates else None

    def _of_hit(
        self, resolver: Resolver, outside: str, inside: list[str], folded: list[str], words: list[str]
    ) -> list[tuple[int, float]]:
        hit = resolver.resolve_folded(outside, inside, folded, words)
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

    def _by_words(self, texts: Sequence[str]) -> dict[str, Answer]:
        """Return the answers to names that no table knows: entries that share weight with them, looked at once more.

        The second look is one call for all names: spelling is compared outside the interpreter.
        """
        import numpy as np

        names: list[str] = []
        found: list[tuple[int, float]] = []
        ends = [0]
        for text in texts:
            near = self._shares(text.split())
            if near:
                found += near
                names += [text] * len(near)
            ends.append(len(found))
        others = [self.entries[place].text for place, _ in found]
        shares = np.array([share for _, share in found], dtype=np.float64)
        spelt = process.cpdist(names, others, scorer=fuzz.ratio, dtype=np.float64) / 100
        leads = np.zeros(len(found))
        blocked = []
        for at in np.flatnonzero(list(map(str.startswith, others, names))).tolist():
            rest = others[at][len(names[at]) :]
            leads[at] = not rest or rest[0] == " "
            if leads[at] and is_blocked(rest.split()):
                blocked.append(at)
        scores = (SOFT * np.minimum(1.0, 0.75 * shares + 0.15 * spelt + 0.1 * leads)).tolist()
        for at in blocked:
            scores[at] = _LEAST
        ranked = [(place, score) for (place, _), score in zip(found, scores, strict=True)]
        spans = zip(texts, ends, ends[1:], strict=False)
        return {text: self._best(ranked[start:end]) if end > start else () for text, start, end in spans}

    def _shares(self, words: Sequence[str]) -> list[tuple[int, float]]:
        """Return entries that share a telling word, or one spelt nearly alike, with the share of weight that agrees."""
        near = self._near
        whole = known = rarest = 0.0
        met = []
        for word in words:
            one = near.get(word) or self._alike(word)
            weight, holders, _ = one
            whole += weight
            if holders:
                met.append(one)
                known += weight
                if holders <= _BLOCK_MOST and weight > rarest:
                    rarest = weight
        if not rarest or known < _KNOWN_SHARE * whole:
            return []
        full = self._full
        if len(met) == 1 and len(met[0].gains) == 1:
            _, gain, held = met[0].gains[0]
            mine = 0.65 * min(gain / whole, 1.0)
            shares = [(place, mine + 0.35 * min(gain / full[place], 1.0)) for place in held]
            return [pair for pair in shares if pair[1] >= _LEAST_SHARE]
        agreed = self._agreed(met, rarest * _RARE_SHARE)
        shares = [
            (place, 0.65 * min(gain / whole, 1.0) + 0.35 * min(gain / full[place], 1.0))
            for place, gain in agreed.items()
        ]
        return [pair for pair in shares if pair[1] >= _LEAST_SHARE]

    def _agreed(self, met: Sequence[_Near], least: float) -> dict[int, float]:
        """Return the entries that hold a telling word of at least this weight, with all weight that agrees."""
        telling = [one.gains for one in met if one.holders <= _BLOCK_MOST and one.weight >= least]
        agreed = dict.fromkeys([place for gains in telling for _, _, held in gains for place in held], 0.0)
        for word, gain, held in [gain for one in met for gain in one.gains]:
            if len(held) > len(agreed):
                held = [place for place in agreed if word in self.entries[place].words]  # noqa: PLW2901  # the shorter way round
            for place in held:
                if place in agreed:
                    agreed[place] += gain
        return agreed

    def _alike(self, word: str) -> _Near:
        """Return the weight of a word, and the words of entries that it is or may be a slip of, with their holders."""
        weight = self.weights.get(word)
        if weight is not None:
            known = _Near(weight, len(self.words[word]), [(word, weight, self.words[word])])
        else:
            light = word in word_classes()["light"]
            weight = self._far[light].weight
            gains = [(other, 0.8 * weight, self.words[other]) for other in self._slips(word)]
            known = _Near(weight, len(gains[0][2]), gains) if gains else self._far[light]
        self._near[word] = known
        return known

    def _slips(self, word: str) -> list[str]:
        if len(word) < _TYPO_LETTERS:
            return []
        size, first, blocks = len(word), word[0], self._blocks
        near = (*blocks.get(word[:_BLOCK_LETTERS], ()), *blocks.get("-" + word[-_BLOCK_LETTERS:], ()))
        close = [other for other in near if other[0] == first and -1 <= len(other) - size <= 1]
        return [other for other in dict.fromkeys(close) if OSA.distance(word, other, score_cutoff=1) <= 1]


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
