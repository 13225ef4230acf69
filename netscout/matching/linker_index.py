"""The arrays an occupation linker searches, built from labels of any taxonomy; plain numpy, so they can be kept.

Labels are bags of words over one vocabulary, and likeness of spelling is computed once for each distinct word, not
for each label: a word is the vector of its character trigrams (TF-IDF, cosine; Salton and Buckley, 1988), a label the
sum of its words weighted by how few codes they occur in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from netscout.matching.linker_words import Form, forms, root

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

KINDS = 4
"""Kinds of evidence: a word, the job word, two words in a row, a word with the job word."""
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
        label_code: code of each label.
        label_head: stem of the job word of each label.
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
    label_code: Ints
    label_head: Ints
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


def trigrams(word: str) -> list[str]:
    """Return the distinct trigrams of a word between its borders, in order."""
    framed = f" {word} "
    return list(dict.fromkeys(framed[place : place + 3] for place in range(len(framed) - 2)))


def evidence_keys(stems: Ints, head: int, roots: int) -> Ints:
    """Return the keys of all evidence in one form: stems in order, and the stem of the job word."""
    base = roots + 1
    others = stems[stems != head]
    pairs = (2 * base + stems[:-1]) * base + stems[1:] + 1
    with_head = (3 * base + others) * base + head + 1
    return np.concatenate((stems * base, [(base + head) * base], pairs, with_head)).astype(np.int64)


def build(entries: Iterable[tuple[str, str]]) -> LabelIndex:
    """Return the index over (code, label) rows; labels without words are passed over, equal ones count once."""
    rows = list(entries)
    codes = sorted({code for code, _ in rows})
    place = {code: number for number, code in enumerate(codes)}
    first = _job_word_first([label for _, label in rows[::_SAMPLE]])
    labels = {(place[code], form): None for code, label in rows for form in forms(label, first=first)}
    vocabulary: dict[str, int] = {}
    sizes: list[int] = []
    words: list[int] = []
    heads: list[int] = []
    for _, form in labels:
        sizes.append(len(form.words) + len(form.tail))
        words.extend(vocabulary.setdefault(word, len(vocabulary)) for word in (*form.words, *form.tail))
        heads.append(vocabulary[form.words[form.head]])
    roots: dict[str, int] = {}
    word_root = np.array([roots.setdefault(root(word), len(roots)) for word in vocabulary], dtype=np.int64)
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
    gram = _grams(vocabulary)
    return LabelIndex(
        codes=text_column(codes),
        vocabulary=text_column(vocabulary),
        roots=text_column(roots),
        first=np.array([int(first)], dtype=np.int64),
        word_root=word_root,
        word_weight=weight,
        gram_text=gram[0],
        gram_weight=gram[1],
        gram_start=gram[2],
        gram_word=gram[3],
        gram_value=gram[4],
        label_code=bags.code,
        label_head=bags.head,
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


def _job_word_first(labels: list[str]) -> bool:
    """Say whether labels begin with the job word: then fewer distinct words begin labels than end them."""
    found = [form for label in labels for form in forms(label) if len(form.words) > 1]
    return len({root(form.words[0]) for form in found}) < len({root(_end(form)) for form in found})


def _end(form: Form) -> str:
    return form.words[form.head]


def starts(keys: Ints, count: int) -> Ints:
    """Return where each of `count` keys begins in a sorted column."""
    return np.concatenate(([0], np.cumsum(np.bincount(keys, minlength=count)))).astype(np.int64)


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
        """Return the labels of each word."""
        label = np.repeat(np.arange(len(self.code)), self.size)
        value = weight[self.word]
        length = np.sqrt(np.bincount(label, weights=value * value, minlength=len(self.code)))
        order = np.argsort(self.word, kind="stable")
        return starts(self.word, words), label[order], (value / length[label])[order]

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


def _grams(vocabulary: dict[str, int]) -> tuple[NDArray[np.uint8], Floats, Ints, Ints, Floats]:
    known: dict[str, int] = {}
    gram: list[int] = []
    size: list[int] = []
    for text in vocabulary:
        parts = trigrams(text)
        size.append(len(parts))
        gram.extend(known.setdefault(part, len(known)) for part in parts)
    grams = np.array(gram, dtype=np.int64)
    weight = np.log((len(vocabulary) + 1) / np.maximum(np.bincount(grams, minlength=len(known)), 1))
    word = np.repeat(np.arange(len(vocabulary)), np.array(size, dtype=np.int64))
    value: Floats = weight[grams]
    value /= np.sqrt(np.bincount(word, weights=value * value, minlength=len(vocabulary)))[word]
    order = np.argsort(grams, kind="stable")
    return text_column(known), weight, starts(grams, len(known)), word[order], value[order]
