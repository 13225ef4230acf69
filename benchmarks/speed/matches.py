"""30,000 cells against 1,000 companies, and against 55,000 job titles: how right, how long beside a loop over rows."""

from __future__ import annotations

import json
import statistics
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.speed.measure import ROOT, middle, script
from benchmarks.speed.verdict import Line, figure

_LOOP = 200.0
_RECALL, _PRECISION = 0.99, 0.95
_TOLD = {
    "ours_s": ("ours, CPU s", ".2f"),
    "linked_s": ("linked alone, CPU s", ".2f"),
    "index_s": ("the index, CPU s", ".2f"),
    "recall": ("recall", ".4f"),
    "precision": ("precision", ".4f"),
    "first": ("share of first answers right", ".4f"),
    "linked_recall": ("linked alone, first answers right", ".4f"),
    "linked_precision": ("linked alone, sure answers right", ".4f"),
    "loop_s": ("loop, CPU s (from a sample)", ".1f"),
    "loop_recall": ("loop, recall", ".3f"),
    "loop_precision": ("loop, precision", ".3f"),
    "distinct": ("distinct cells", ".0f"),
}
"""What is shown of each round: its label and form."""


def rounds_of(what: str, rows: int, count: int, rounds: int) -> list[dict[str, float]]:
    """Return the figures of each round; every round has cells of its own, in a process of its own."""
    found = []
    for seed in range(1, rounds + 1):
        said = subprocess.run(script("linking", what, rows, count, seed), cwd=ROOT, check=True, stdout=subprocess.PIPE)
        found.append(json.loads(said.stdout))
    return found


def companies(folder: Path, rounds: int, *, quick: bool) -> list[Line]:  # noqa: ARG001  # all parts are called alike
    """Measure companies: linked alone, and judged with reasons, which the pages and lists need."""
    found = rounds_of("companies", *((3_000, 100) if quick else (30_000, 1_000)), rounds)
    return [
        times("companies linked: the loop over rows over ours", found, "linked_s", _LOOP),
        times("companies judged with reasons: the same", found, "ours_s", None),
        figure("companies judged: recall", _middle(found, "recall"), _RECALL),
        figure("companies judged: precision", _middle(found, "precision"), _PRECISION),
        *told("companies", found),
    ]


def titles(folder: Path, rounds: int, *, quick: bool) -> list[Line]:  # noqa: ARG001  # all parts are called alike
    """Measure titles; nobody has set a goal for them here, for they are held against real labels elsewhere."""
    found = rounds_of("titles", *((3_000, 5_500) if quick else (30_000, 55_000)), rounds)
    return [times("titles linked: the loop over rows over ours", found, "ours_s", None), *told("titles", found)]


def times(what: str, found: Sequence[dict[str, float]], ours: str, least: float | None) -> Line:
    """Return the line that says how many times as fast we are as the loop."""
    faster = [one["loop_s"] / one[ours] for one in found]
    if least is None:
        return Line(what, middle(faster, ".0f"))
    return Line(what, middle(faster, ".0f"), f">= {least:g}", statistics.median(faster) >= least)


def told(what: str, found: Sequence[dict[str, float]]) -> list[Line]:
    """Return the figures behind them."""
    return [
        Line(f"  {what}: {label}", middle([one[key] for one in found], form))
        for key, (label, form) in _TOLD.items()
        if key in found[0]
    ]


def _middle(found: Sequence[dict[str, float]], key: str) -> float:
    return statistics.median(one[key] for one in found)
