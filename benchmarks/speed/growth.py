"""Ten times the people: what each stage costs at 3,000, 30,000 and 300,000."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from benchmarks.speed.measure import Cost, cost, export, netscout, target
from benchmarks.speed.verdict import Line, absolute, at_most
from benchmarks.speed.whole import fresh

_EACH = 6.5
"""Messages a person: seven would be 2,100,000 at the largest size, and a file may hold 2,000,000 rows."""
_BOUND = 11.0


def growth(folder: Path, rounds: int, *, quick: bool) -> list[Line]:
    """Measure each stage at three sizes (two if quick); the largest is run once, the others up to three times."""
    sizes = (300, 3_000) if quick else (3_000, 30_000, 300_000)
    found: dict[int, dict[str, list[Cost]]] = {size: {} for size in sizes}
    for turn in range(min(3, rounds)):
        for size in sizes[: 3 if turn == 0 else 2]:
            for stage, one in stages(folder, size).items():
                found[size].setdefault(stage, []).append(one)
    lines = [
        at_most(f"{small:,} -> {big:,} people: {stage}", found[big][stage], found[small][stage], _BOUND)
        for small, big in pairwise(sizes)
        for stage in found[small]
    ]
    for size in sizes:
        lines += [absolute(f"{size:,} people: {stage}", costs) for stage, costs in found[size].items()]
    return lines


def stages(folder: Path, size: int) -> dict[str, Cost]:
    """Return what each stage takes in a fresh workspace, each in a process of its own."""
    archive = export(folder, size, int(size * _EACH))
    work = fresh(folder / f"growth-{size}")
    words: dict[str, list[object]] = {
        "load": ["load", archive],
        "target add": [*target(archive)],
        "target check": ["target", "check", "bench"],
        "rank": ["rank", "--format", "json", "--out", folder / "growth.json"],
        "report": ["report", "--out", folder / "growth.html"],
        "export people": ["export", "people", "--out", folder / "growth.csv"],
        "export graph": ["export", "graph", "--out", folder / "growth.graphml"],
    }
    found = {stage: cost(netscout(work, *line)) for stage, line in words.items()}
    fresh(work)
    return found
