"""30,000 cells against 1,000 companies, and against 55,000 job titles: how right, and how long beside a loop over rows."""

from __future__ import annotations

import json
import statistics
import subprocess
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.speed.measure import ROOT, middle, script
from benchmarks.speed.verdict import Line, figure

_LOOP = 200.0
_RECALL, _PRECISION = 0.99, 0.95


def rounds_of(what: str, rows: int, count: int, rounds: int) -> list[dict[str, float]]:
    """Return the figures of each round; every round has cells of its own, in a process of its own."""
    found = []
    for seed in range(1, rounds + 1):
        said = subprocess.run(script("linking", what, rows, count, seed), cwd=ROOT, check=True, stdout=subprocess.PIPE)
        found.append(json.loads(said.stdout))
    return found


def companies(folder: Path, rounds: int, *, quick: bool) -> list[Line]:  # noqa: ARG001  # all parts are called alike
    """Measure companies."""
    found = rounds_of("companies", *((3_000, 100) if quick else (30_000, 1_000)), rounds)
    return lines("companies", found, (_LOOP, _RECALL, _PRECISION))


def titles(folder: Path, rounds: int, *, quick: bool) -> list[Line]:  # noqa: ARG001  # all parts are called alike
    """Measure titles; how right they are has no goal here, for it is measured on real labels elsewhere."""
    found = rounds_of("titles", *((3_000, 5_500) if quick else (30_000, 55_000)), rounds)
    told = lines("titles", found, (_LOOP, None, None))
    return [*told, Line("  titles: share of first answers right", _of(found, "first", ".3f"))]


def lines(what: str, found: Sequence[dict[str, float]], goals: tuple[float, float | None, float | None]) -> list[Line]:
    """Return the lines of one kind of cell."""
    faster = [one["loop_s"] / one["ours_s"] for one in found]
    times, recall, precision = goals
    said = Line(
        f"{what}: the loop over rows over ours", middle(faster, ".0f"), f">= {times:g}", statistics.median(faster) >= times
    )
    middle_of: Callable[[str], float] = lambda key: statistics.median(one[key] for one in found)  # noqa: E731
    told = [
        Line(f"  {what}: {label}", _of(found, key, form))
        for label, key, form in (
            ("ours, CPU s", "ours_s", ".2f"),
            ("the index, CPU s", "index_s", ".2f"),
            ("loop, CPU s (from a sample)", "loop_s", ".1f"),
            ("loop, recall", "loop_recall", ".3f"),
            ("loop, precision", "loop_precision", ".3f"),
            ("distinct cells", "distinct", ".0f"),
        )
        if key in found[0]
    ]
    rights = [
        figure(f"{what}: recall", middle_of("recall"), recall),
        figure(f"{what}: precision", middle_of("precision"), precision),
    ]
    return [said, *rights, *told]


def _of(found: Sequence[dict[str, float]], key: str, form: str) -> str:
    return middle([one[key] for one in found], form)
