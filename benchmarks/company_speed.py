"""How fast company cells are linked: 30,000 of them against 1,000 names, beside rapidfuzz row by row.

    python benchmarks/company_speed.py [--rows 30000] [--names 1000] [--rounds 5]

The names are those of the public register in ../shared; the cells are such names as people write them (case, legal
form, office, one letter lost), of 6,000 companies of which 1,000 are listed, repeated as in a real column: about 13,700
distinct cells in 30,000, somewhat more than a network holds, and one in ten with a letter lost, many more than there.

Row by row is `process.extractOne(cell, names, scorer=fuzz.WRatio)`, as scripts do it: no folding, each cell again.
Linked is `CompanyIndex.link` with one answer a cell; judged is `judge_companies`, the whole public call: understanding
the 1,000 names, verdict, tier, relation and reason of each distinct cell, and the table of them. Finding the distinct
cells is counted on our side. Not counted: start-up, reading the shipped tables (once a process, below .2 s) and, for
linked only, indexing the names (about .015 s). Every round has cells of its own and a fresh index, so no answer is
remembered; what is known of single words stays. Without ../shared it says so and stops.
"""

from __future__ import annotations

import argparse
import csv
import gc
import random
import statistics
import time
from pathlib import Path

from rapidfuzz import fuzz, process

from netscout.matching.company_index import Answer, CompanyIndex
from netscout.matching.company_match import judge_companies

REGISTER = Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "matching" / "company_sec_index.csv"
_POOL = 6000
_SAMPLE = 200
_SURE = 0.7
_WARM = 200
_TAILS = (" Ltd", " GmbH", " Inc", " LLC", " UK", " Germany", " (London)", " - Paris", " Canada")


def written(name: str, rng: random.Random) -> str:
    """Return a name as one of many people would write it."""
    how = rng.random()
    if how < 0.5:
        return name
    if how < 0.6:
        return name.upper()
    if how < 0.7:
        return name.lower()
    if how < 0.9:
        return name + rng.choice(_TAILS)
    lost = rng.randrange(1, len(name))
    return name[:lost] + name[lost + 1 :]


def cells(names: list[str], rows: int, seed: int = 7) -> list[tuple[str, str]]:
    """Return that many (cell, name meant); few names come often and many rarely, as in a real column."""
    rng = random.Random(seed)  # noqa: S311  # made-up data, repeatable
    weights = [1 / (place + 5) ** 0.9 for place in range(len(names))]
    return [(written(name, rng), name) for name in rng.choices(names, weights, k=rows)]


def measure(rows: int = 30000, count: int = 1000, rounds: int = 5) -> dict[str, float]:
    """Return medians over rounds: processor seconds of each way, ratios to row by row, and how right the answers are.

    Both sides alternate; a ratio is taken inside its round. The row by row figure is that of a sample of rows,
    extrapolated. `found` is the share of cells of a listed name that reach it first; `right` the share of sure answers
    that name the right entry.
    """
    names = register_names()
    listed, pool = names[:count], names[:_POOL]
    random.Random(11).shuffle(pool)  # noqa: S311  # made-up data, repeatable
    judge_companies(names[-_WARM:], names[-2:])
    CompanyIndex.build([(name, name) for name in names[-2:]]).link(names[-_WARM:])
    found = [_round(listed, cells(pool, rows, seed=7 + number)) for number in range(rounds)]
    return {label: statistics.median(one[label] for one in found) for label in found[0]}


def register_names() -> list[str]:
    """Return the names of the register, each once, shuffled the same way every time."""
    with REGISTER.open(encoding="utf-8", newline="") as file:
        register = [row[1] for row in list(csv.reader(file))[1:]]
    names = list(dict.fromkeys(name.title() if name.isupper() else name for name in register))
    random.Random(7).shuffle(names)  # noqa: S311  # made-up data, repeatable
    return names


def _round(listed: list[str], pairs: list[tuple[str, str]]) -> dict[str, float]:
    column = [cell for cell, _ in pairs]
    gc.collect()
    gc.freeze()  # the data of the benchmark itself is not the collector's business
    index = CompanyIndex.build([(name, name) for name in listed])
    start = time.process_time()
    for cell in column[:_SAMPLE]:
        process.extractOne(cell, listed, scorer=fuzz.WRatio)
    slow = (time.process_time() - start) / _SAMPLE * len(column)
    gc.disable()  # as the pipeline does while it matches
    start = time.process_time()
    answers = index.link(column, 1)
    fast = time.process_time() - start
    start = time.process_time()
    judge_companies(column, listed)
    judged = time.process_time() - start
    gc.enable()
    gc.unfreeze()
    return {
        "distinct": len(set(column)),
        "row by row, s": slow,
        "linked, s": fast,
        "judged with reasons, s": judged,
        "ratio": slow / fast,
        "ratio, judged": slow / judged,
        **_rightness(answers, [name for _, name in pairs], frozenset(listed)),
    }


def _rightness(answers: list[Answer], truth: list[str], listed: frozenset[str]) -> dict[str, float]:
    known = [bool(a) and a[0][0] == name for a, name in zip(answers, truth, strict=True) if name in listed]
    sure = [a[0][0] == name for a, name in zip(answers, truth, strict=True) if a and a[0][1] >= _SURE]
    return {"found": sum(known) / max(1, len(known)), "right": sum(sure) / max(1, len(sure))}


def main() -> int:
    """Print the figures, one a line; 0 also where there is nothing to measure with."""
    parser = argparse.ArgumentParser(description="Time the linking of companies.")
    parser.add_argument("--rows", type=int, default=30000)
    parser.add_argument("--names", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if not REGISTER.exists():
        print("Nothing was measured: the register of names lies in ../shared, which is not here.")
        return 0
    for label, figure in measure(options.rows, options.names, options.rounds).items():
        print(f"{label}: {figure:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
