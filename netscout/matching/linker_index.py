"""The arrays an occupation linker searches, built from labels of any taxonomy; plain numpy, so they can be kept.

Labels are bags of words over one vocabulary, and likeness of spelling is computed once for each distinct word, not
for each label: a word is the vector of its character trigrams (TF-IDF, cosine; Salton and Buckley, 1988), a label the
sum of its words weighted by how few codes they occur in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from netscout.matching.linker_near import Neighbours, grams_of
from netscout.matching.linker_parts import last_head
from netscout.matching.linker_sparse import Floats, Ints, starts
from netscout.matching.linker_swaps import exchanged, widened
from netscout.matching.linker_words import Form, forms, root

if TYPE_CHECKING:
    from numpy.typing import NDArray

_OFFICIAL = 2.0
"""The first label of a code is its official name."""
_GROUP = 0.6
_ISCO_GROUP = re.compile(r"C\d+")
_SAMPLE = 3
_SMOOTH = 1.0
_LENGTH = 0.7


@dataclass(frozen=True, slots=True)
class LabelIndex:
    """Every array of a built index; `text` columns are UTF-8 bytes of lines.

    Attributes:
        codes: the codes, one a line.
        vocabulary: the distinct words, one a line.
        roots: the distinct stems, one a line.
        first: 1 if the job word stands first in most labels.
        word_root: stem of each word.
        word_weight: weight of each word.
        gram_text: the distinct trigrams, one a line.
        gram_weight: weight of each trigram.
        gram_start, gram_word, gram_value: words of each trigram, with their share in the length of the word.
        near_start, near_word, near_share: words near each word, with what they add to the likeness of a label.
        label_code: code of each label.
        label_say: how loud each label speaks for its code: official names more, those of whole groups less.
        swap_key, swap_like: pairs of stems that stand for one another, sorted (first times number of stems plus
            second), and how much.
        label_head: stem of the job word of each label.
        label_core, word_core: the same of the head of the job word, or of each word, where it is made of two words.
        post_start, post_label, post_value: labels of each word, with the word's share in the length of the label.
        evidence: sorted keys of evidence (`evidence_keys`).
        evidence_weight: weight of each.
        told_start, told_code, told_value: codes that each evidence speaks for, with its share.
        per_code: labels per code.
    """

    codes: NDArray[np.uint8]
    vocabulary: NDArray[np.uint8]
    roots: NDArray[np.uint8]
    first: Ints
    word_root: Ints
    word_weight: Floats
    gram_text: NDArray[np.uint8]
    gram_weight: Floats
    gram_start: Ints
    gram_word: Ints
    gram_value: Floats
    near_start: Ints
    near_word: Ints
    near_share: Floats
    label_code: Ints
    label_say: Floats
    swap_key: Ints
    swap_like: Floats
    label_head: Ints
    label_core: Ints
    word_core: Ints
    post_start: Ints
    post_label: Ints
    post_value: Floats
    evidence: Ints
    evidence_weight: Floats
    told_start: Ints
    told_code: Ints
    told_value: Floats
    per_code: Floats

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Return the arrays by name, to be kept in a file."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @classmethod
    def from_arrays(cls, kept: Mapping[str, NDArray[Any]]) -> LabelIndex:
        """Return the index that `arrays` was taken from (raises KeyError if one is missing)."""
        return cls(**{one.name: kept[one.name] for one in fields(cls)})


def lines(kept: NDArray[np.uint8]) -> list[str]:
    """Return the lines of a text column."""
    text = kept.tobytes().decode("utf-8")
    return text.split("\n") if text else []


def text_column(words: Iterable[str]) -> NDArray[np.uint8]:
    """Return words as one array of bytes, the opposite of `lines`."""
    return np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)


def evidence_of(of: Ints, stems: Ints, head: Ints, roots: int) -> tuple[Ints, Ints, Floats]:
    """Return the evidence in some forms: of which form each is, its key, and 1 for each; the words come first.

    Args:
        of: the form of each word.
        stems: the stem of each word, -1 for none.
        head: place of the job word of each form.
        roots: number of stems.
    """
    base = roots + 1
    job = stems[head]
    row = np.flatnonzero(of[1:] == of[:-1])
    other = np.flatnonzero(stems != job[of])
    keys = np.concatenate(
        (
            stems * base,
            (base + job) * base,
            (2 * base + stems[row]) * base + stems[row + 1] + 1,
            (3 * base + stems[other]) * base + job[of[other]] + 1,
        )
    )
    return np.concatenate((of, np.arange(len(head)), of[row], of[other])), keys, np.ones(len(keys))


def build(entries: Iterable[tuple[str, str]]) -> LabelIndex:
    """Return the index over (code, label) rows; labels without words are passed over, equal ones count once."""
    rows = list(entries)
    codes = sorted({code for code, _ in rows})
    place = {code: number for number, code in enumerate(codes)}
    first = _job_word_first([label for _, label in rows[::_SAMPLE]])
    labels = _said(rows, place, first=first)
    vocabulary, words, sizes, heads = _numbered(form for _, form in labels)
    roots: dict[str, int] = {}
    word_root = np.array([roots.setdefault(root(word), len(roots)) for word in vocabulary], dtype=np.int64)
    words_in_order = list(vocabulary)
    core = np.array([roots[root(last_head(word, vocabulary, words_in_order))] for word in vocabulary], dtype=np.int64)
    bags = _Bags(
        np.array([code for code, _ in labels], dtype=np.int64),
        np.array(words, dtype=np.int64),
        np.array(sizes, dtype=np.int64),
        word_root[np.array(heads, dtype=np.int64)],
        len(codes),
    )
    weight = bags.weights(word_root, len(roots))
    post = bags.postings(weight, len(vocabulary))
    told = bags.evidence(word_root, len(roots))
    grams = grams_of(list(vocabulary))
    near = Neighbours(vocabulary, word_root, grams).near(list(vocabulary), word_root)
    swaps = exchanged(bags.code, bags.size, word_root[bags.word])
    near = widened(near, swaps, word_root)
    return LabelIndex(
        codes=text_column(codes),
        vocabulary=text_column(vocabulary),
        roots=text_column(roots),
        first=np.array([int(first)], dtype=np.int64),
        word_root=word_root,
        word_weight=weight,
        gram_text=text_column(grams.place),
        gram_weight=grams.weight,
        gram_start=grams.words.start,
        gram_word=grams.words.column,
        gram_value=grams.words.value,
        near_start=starts(near.query, len(vocabulary)),
        near_word=near.row,
        near_share=near.value * weight[near.query],
        label_code=bags.code,
        swap_key=swaps.query * len(roots) + swaps.row,
        swap_like=swaps.value,
        label_say=np.array(list(labels.values())),
        label_head=bags.head,
        label_core=core[np.array(heads, dtype=np.int64)],
        word_core=core,
        post_start=post[0],
        post_label=post[1],
        post_value=post[2],
        evidence=told[0],
        evidence_weight=told[1],
        told_start=told[2],
        told_code=told[3],
        told_value=told[4],
        per_code=np.array([len(labels) / max(len(codes), 1)]),
    )


def _numbered(found: Iterable[Form]) -> tuple[dict[str, int], list[int], list[int], list[int]]:
    """Return the vocabulary, the words of all forms one behind the other, their number and the job word of each."""
    vocabulary: dict[str, int] = {}
    words: list[int] = []
    sizes: list[int] = []
    heads: list[int] = []
    for form in found:
        sizes.append(len(form.words) + len(form.tail))
        words.extend(vocabulary.setdefault(word, len(vocabulary)) for word in (*form.words, *form.tail))
        heads.append(vocabulary[form.words[form.head]])
    return vocabulary, words, sizes, heads


def _said(rows: list[tuple[str, str]], place: dict[str, int], *, first: bool) -> dict[tuple[int, Form], float]:
    """Return every form of every label with its code and its weight; the first of a code is official."""
    labels: dict[tuple[int, Form], float] = {}
    seen: set[str] = set()
    for code, label in rows:
        found = forms(label, first=first)
        say = (1.0 if code in seen else _OFFICIAL) * (_GROUP if _ISCO_GROUP.fullmatch(code) else 1.0)
        for form in found:
            labels.setdefault((place[code], form), say)
        seen.update((code,) if found else ())
    return labels


def _job_word_first(labels: list[str]) -> bool:
    """Say whether labels begin with the job word: then fewer distinct words begin labels than end them."""
    found = [form for label in labels for form in forms(label) if len(form.words) > 1]
    return len({root(form.words[0]) for form in found}) < len({root(_end(form)) for form in found})


def _end(form: Form) -> str:
    return form.words[form.head]


@dataclass(frozen=True, slots=True)
class _Bags:
    """Labels as bags of words: code of each, words of all in a row, number of words and job stem of each."""

    code: Ints
    word: Ints
    size: Ints
    head: Ints
    codes: int

    def weights(self, word_root: Ints, roots: int) -> Floats:
        """Return the weight of each word: the fewer codes its stem occurs in, the more it says."""
        pairs = np.unique(word_root[self.word] * self.codes + np.repeat(self.code, self.size))
        spread = np.bincount(pairs // self.codes, minlength=roots)
        weight: Floats = np.maximum(np.log((self.codes + 1) / np.maximum(spread, 1)), 0.05)[word_root]
        return weight

    def postings(self, weight: Floats, words: int) -> tuple[Ints, Ints, Floats]:
        """Return the labels of each word, those first that say the least besides it."""
        label = np.repeat(np.arange(len(self.code)), self.size)
        value = weight[self.word]
        length = np.sqrt(np.bincount(label, weights=value * value, minlength=len(self.code)))
        share = value / length[label]
        order = np.lexsort((-share, self.word))
        return starts(self.word, words), label[order], share[order]

    def evidence(self, word_root: Ints, roots: int) -> tuple[Ints, Floats, Ints, Ints, Floats]:
        """Return keys of evidence, their weights, and the codes each speaks for."""
        base = roots + 1
        label = np.repeat(np.arange(len(self.code)), self.size)
        stems, head = word_root[self.word], self.head[label]
        row = np.flatnonzero(label[1:] == label[:-1])
        other = np.flatnonzero(stems != head)
        keys = np.concatenate(
            (
                stems * base,
                (base + self.head) * base,
                (2 * base + stems[row]) * base + stems[row + 1] + 1,
                (3 * base + stems[other]) * base + head[other] + 1,
            )
        )
        code = self.code[np.concatenate((label, np.arange(len(self.code)), label[row], label[other]))]
        known, place = np.unique(keys, return_inverse=True)
        cells, count = np.unique(place * self.codes + code, return_counts=True)
        key, said = cells // self.codes, cells % self.codes
        held = np.bincount(self.code, minlength=self.codes)
        value = count**_SMOOTH / held[said] ** _LENGTH
        value /= np.bincount(key, weights=value, minlength=len(known))[key]
        seen = np.bincount(key, weights=count, minlength=len(known))
        weight = np.log((self.codes + 1) / np.bincount(key, minlength=len(known))) ** 1.5 * (seen / (seen + 1))
        return known, weight, starts(key, len(known)), said, value
