"""Columns of companies and of job titles as people write them, with what each cell means: made to be linked.

Companies: a list of those asked for, and a column in which one cell in three means one of them. The others mean
siblings (the same first word, another trade), twins (two letters apart) and strangers. Titles: labels of codes, a code
being a field and a job, and a column whose cells mean a code; one in seven means a field and job that no code holds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.speed.invented import (
    FIELDS,
    JOBS,
    companies,
    company_as_written,
    skewed,
    title_as_written,
    words,
)

_POOL = 3
_TWINS = 0.1
_WITHOUT = 0.1
_STRANGE = 1 / 7
_LETTERS = "abcdefghijklmnoprstuvwz"


@dataclass(frozen=True, slots=True)
class Column:
    """A column and its truth.

    Attributes:
        asked: what the cells are held against: (code, label); of companies both are the name.
        cells: as written.
        meant: the code each cell means, "" for none of those asked for.
    """

    asked: list[tuple[str, str]]
    cells: list[str]
    meant: list[str]


def company_column(rows: int, count: int, seed: int) -> Column:
    """Return that many cells against that many companies."""
    rng = np.random.default_rng([seed, 11])
    pool = companies(rng, count * _POOL)
    order = rng.permutation(len(pool))
    listed = [pool[one] for one in sorted(order[:count].tolist())]
    taken = {name.casefold() for name in pool}
    twins = [twin for name in listed[: int(count * _TWINS)] if (twin := _twin(name, rng)).casefold() not in taken]
    names = [pool[one] for one in order.tolist()]
    there = set(listed)
    which = skewed(rng, rows, len(names), 0.6).tolist()
    how = rng.random((rows, 4)).tolist()
    cells, meant = [], []
    for at, (kind, one, two, three) in enumerate(how):
        name = twins[which[at] % len(twins)] if kind < 0.02 else names[order[which[at]]]
        cell = company_as_written(name, one, two, three)
        cells.append(cell)
        meant.append(name if cell and name in there else "")
    return Column([(name, name) for name in listed], cells, meant)


def _twin(name: str, rng: np.random.Generator) -> str:
    """Return a name with two letters of its first word put in the place of others."""
    head, _, rest = name.partition(" ")
    letters = list(head)
    for at in (1, len(head) - 2):
        others = [letter for letter in _LETTERS if letter != letters[at]]
        letters[at] = others[int(rng.integers(len(others)))]
    return f"{''.join(letters)} {rest}"


def title_column(rows: int, count: int, seed: int) -> Column:
    """Return that many cells against that many labels."""
    rng = np.random.default_rng([seed, 12])
    cores = [f"{field} {job}" for field in FIELDS for job in JOBS]
    order = rng.permutation(len(cores)).tolist()
    without = int(len(cores) * _WITHOUT)
    known = [cores[one] for one in order[without:]]
    special = words(rng, 7_000)
    asked = {core: core for core in known[:count]}
    while len(asked) < count:
        code, word = skewed(rng, count, len(known), 0.3).tolist(), skewed(rng, count, len(special), 0.5).tolist()
        for one, other in zip(code, word, strict=True):
            asked.setdefault(f"{special[other]} {known[one]}", known[one])
            if len(asked) == count:
                break
    labels = list(asked)
    which = skewed(rng, rows, len(labels), 0.5).tolist()
    how, strange = rng.random((rows, 4)).tolist(), [cores[one] for one in order[:without]]
    mixed = rng.permutation(len(labels)).tolist()
    cells, meant = [], []
    for at, (kind, one, two, three) in enumerate(how):
        label = labels[mixed[which[at]]]
        code = asked[label]
        if kind < _STRANGE:
            label, code = f"{special[which[at] % len(special)]} {strange[which[at] % len(strange)]}", ""
        cells.append(title_as_written(label, one, two, three))
        meant.append(code)
    return Column([(code, label) for label, code in asked.items()], cells, meant)
