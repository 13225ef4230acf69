"""The speed budget in one command: every goal with its figure, met or missed.

    python benchmarks/budget.py [--rounds 5] [--quick] [--only NAME] [--keep FOLDER]

Names: usual, light, large, growth, companies, titles. Whole fresh processes of this very checkout, sides in turn
(A B A B), ratios inside a round, medians with their range. Ratios are judged by processor time, which is steadier than
the clock on a machine that does other things too; both are shown. `--quick` takes tenths of the sizes: it shows that
everything runs, its figures mean little. All data is invented and seeded. The floor needs the group `bench` of
pyproject.toml (polars, igraph, orjson); without it those lines are left out. Unix only. Half an hour in full.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


def main() -> int:
    """Measure and print; 1 if a goal was missed."""
    from benchmarks.speed.growth import growth
    from benchmarks.speed.matches import companies, titles
    from benchmarks.speed.verdict import Line
    from benchmarks.speed.whole import large, light, usual

    parts: dict[str, Callable[..., list[Line]]] = {
        "usual": usual,
        "light": light,
        "large": large,
        "companies": companies,
        "titles": titles,
        "growth": growth,
    }
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", choices=list(parts), action="append")
    parser.add_argument("--keep", type=Path, help="keep the invented exports here")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {options.rounds} rounds", flush=True)
    lines = []
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep.resolve() if options.keep else Path(name)
        for part in options.only or parts:
            began = time.monotonic()
            found = parts[part](folder, 1 if options.quick else options.rounds, quick=options.quick)
            load = os.getloadavg()[0]
            print(f"\n{part} ({time.monotonic() - began:.0f} s; load average {load:.1f})", flush=True)
            print("\n".join(map(str, found)), flush=True)
            lines += found
    missed = sum(line.met is False for line in lines)
    print(f"\n{sum(line.met is not None for line in lines)} goals, {missed} missed")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
