"""Time and rightness of linking one invented column, ours and a loop over rows; prints one JSON object.

    python -m benchmarks.speed.linking companies|titles ROWS COUNT SEED

The loop is `process.extractOne(cell, names, scorer=fuzz.WRatio, score_cutoff=88)`, timed on a sample and extrapolated.
Ours is the whole call on all cells, finding the distinct ones included. Companies: `CompanyIndex.link` for the linking
alone, its index included, and `judge_companies` for verdicts with their reasons. Titles: `OccupationLinker.link`, and
apart from it the building of its index. Reading shipped tables is not counted.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from benchmarks.speed.cells import Column, company_column, title_column
from netscout.matching.company_index import CompanyIndex
from netscout.matching.company_match import judge_companies
from netscout.matching.linker import OccupationLinker

_LEAST = 88.0
_SURE = 0.7
"""Chance of a linked company from which it counts as an answer."""
_SAMPLE = {"companies": 1_000, "titles": 150}


def rightness(found: Sequence[str], meant: Sequence[str]) -> dict[str, float]:
    """Return recall (cells that mean something and were found) and precision (answers that are right)."""
    right = sum(bool(one) and one == true for one, true in zip(found, meant, strict=True))
    wanted, given = sum(map(bool, meant)), sum(map(bool, found))
    return {"recall": right / max(1, wanted), "precision": right / max(1, given)}


def row_by_row(column: Column, sample: int) -> dict[str, float]:
    """Return the loop's seconds for the whole column, and how right it is on the sample."""
    codes, labels = [code for code, _ in column.asked], [label for _, label in column.asked]
    step = max(1, len(column.cells) // sample)
    some = slice(0, None, step)
    cells = column.cells[some]
    began = time.process_time()
    hits = [process.extractOne(cell, labels, scorer=fuzz.WRatio, score_cutoff=_LEAST) for cell in cells]
    seconds = (time.process_time() - began) / len(cells) * len(column.cells)
    found = [codes[hit[2]] if cell and hit else "" for cell, hit in zip(cells, hits, strict=True)]
    return {"loop_s": seconds, **{f"loop_{name}": one for name, one in rightness(found, column.meant[some]).items()}}


def companies(column: Column) -> dict[str, float]:
    """Return our seconds for companies, and how right we are: a verdict `match` is an answer."""
    names = [name for name, _ in column.asked]
    judge_companies(["Northwind Ltd"], ["Northwind"])
    CompanyIndex.build([("Northwind", "Northwind")]).link(["Northwind Ltd"], 1)
    began = time.process_time()
    linked = CompanyIndex.build(column.asked).link(column.cells, 1)
    alone = time.process_time() - began
    near = [one[0][0] if one else "" for one in linked]
    sure = [one[0][0] if one and one[0][1] >= _SURE else "" for one in linked]
    more = {
        "linked_s": alone,
        "linked_recall": rightness(near, column.meant)["recall"],
        "linked_precision": rightness(sure, column.meant)["precision"],
    }
    began = time.process_time()
    table = judge_companies(column.cells, names)
    answer = dict(zip(table["company"], table["target"].where(table["verdict"] == "match", ""), strict=True))
    seconds = time.process_time() - began
    return more | {"ours_s": seconds, **rightness([answer[cell] for cell in column.cells], column.meant)}


def titles(column: Column) -> dict[str, float]:
    """Return our seconds for titles, and how right we are: the code the linker is sure of is an answer."""
    began = time.process_time()
    linker = OccupationLinker.from_labels(column.asked)
    built = time.process_time()
    linked = linker.link(column.cells, 1)
    seconds = time.process_time() - built
    sure = [best.code if (best := linker.best(cell)) else "" for cell in column.cells]
    known = [(one[0][0] if one else "", true) for one, true in zip(linked, column.meant, strict=True) if true]
    first = sum(one == true for one, true in known) / max(1, len(known))
    return {"ours_s": seconds, "index_s": built - began, "first": first, **rightness(sure, column.meant)}


def main() -> None:
    """Print the figures of one round; the collector rests for both sides, as it does in every command."""
    gc.disable()
    what, rows, count, seed = sys.argv[1], *map(int, sys.argv[2:5])
    make, ours = {"companies": (company_column, companies), "titles": (title_column, titles)}[what]
    column = make(rows, count, seed)
    found: dict[str, float] = {"distinct": len(set(column.cells)), **row_by_row(column, _SAMPLE[what])}
    sys.stdout.write(json.dumps(found | ours(column)))


if __name__ == "__main__":
    main()
