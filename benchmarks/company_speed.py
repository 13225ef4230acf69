"""How fast company cells are linked: 30,000 of them against 1,000 names, beside rapidfuzz row by row.

    python benchmarks/company_speed.py [--rows 30000] [--names 1000]

The names are those of the public register in ../shared; the cells are such names as people write them (case, legal
form, office, one letter lost), repeated as in a real column. Without ../shared it says so and stops.
"""

from __future__ import annotations

import argparse
import csv
import random
import time
from pathlib import Path

from rapidfuzz import fuzz, process

from netscout.matching.company_index import CompanyIndex

REGISTER = Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "matching" / "company_sec_index.csv"
_POOL = 6000
_SAMPLE = 200
_SURE = 0.7
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


def measure(rows: int = 30000, count: int = 1000) -> dict[str, float]:
    """Return processor seconds of both ways, their ratio, the distinct cells, and how right the answers are.

    The row by row figure is that of a sample of rows, extrapolated. `found` is the share of cells of a listed name
    that reach it first; `right` the share of sure answers that name the right entry.
    """
    with REGISTER.open(encoding="utf-8", newline="") as file:
        register = [row[1] for row in list(csv.reader(file))[1:]]
    names = list(dict.fromkeys(name.title() if name.isupper() else name for name in register))
    random.Random(7).shuffle(names)  # noqa: S311  # made-up data, repeatable
    listed, pool = names[:count], names[:_POOL]
    random.Random(11).shuffle(pool)  # noqa: S311  # made-up data, repeatable
    pairs = cells(pool, rows)
    column = [cell for cell, _ in pairs]
    start = time.process_time()
    for cell in column[:_SAMPLE]:
        process.extractOne(cell, listed, scorer=fuzz.WRatio)
    slow = (time.process_time() - start) / _SAMPLE * rows
    index = CompanyIndex.build([(name, name) for name in listed])
    start = time.process_time()
    answers = index.link(column, 1)
    fast = time.process_time() - start
    return {
        "distinct": len(set(column)),
        "row by row, s": slow,
        "ours, s": fast,
        "ratio": slow / fast,
        **_rightness(answers, [name for _, name in pairs], frozenset(listed)),
    }


def _rightness(answers: list[list[tuple[str, float]]], truth: list[str], listed: frozenset[str]) -> dict[str, float]:
    known = [bool(a) and a[0][0] == name for a, name in zip(answers, truth, strict=True) if name in listed]
    sure = [a[0][0] == name for a, name in zip(answers, truth, strict=True) if a and a[0][1] >= _SURE]
    return {"found": sum(known) / max(1, len(known)), "right": sum(sure) / max(1, len(sure))}


def main() -> int:
    """Print the figures, one a line; 0 also where there is nothing to measure with."""
    parser = argparse.ArgumentParser(description="Time the linking of companies.")
    parser.add_argument("--rows", type=int, default=30000)
    parser.add_argument("--names", type=int, default=1000)
    options = parser.parse_args()
    if not REGISTER.exists():
        print("Nothing was measured: the register of names lies in ../shared, which is not here.")
        return 0
    for label, figure in measure(options.rows, options.names).items():
        print(f"{label}: {figure:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
