"""The long proofs: `python -m tests.proof.run --today DATE` prints their figures and writes docs/explanation/proof.md.

Exit code 1 if one thing was wrong. `--only PART` runs one part (again: several); what was done is kept in build/proof
and not done again while neither netscout nor the proofs changed, so that a run that was stopped goes on where it was.
The numbers make a shorter run, whose figures say so.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.hostile_payloads import every
from tests.faults import tracing
from tests.proof import browsing
from tests.proof.figures import PAGE, PARTS, page_table, with_table
from tests.proof.keeping import ROOT, Kept, Outcome
from tests.proof.parts import Task, tasks
from tests.proof.survivors import LIMIT, SEED, missing, short

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NUMBERS = {
    "points": (16, "kills for each command at most"),
    "errors": (6, "errors of each kind for each command at most"),
    "interrupts": (4, "Ctrl-C for each command at most"),
    "files": (10_000, "spoiled files"),
    "inputs": (20_000, "hostile inputs given to the command line"),
    "texts": (3_000, "texts for each reader, steered by the lines they reach"),
    "shapes": (60, "kinds of text for each reader that is timed"),
    "mutants": (400, "mutants drawn of each package"),
    "payloads": (100_000, "hostile texts opened in a browser, at most"),
}
"""Option -> what is run without it, and what it counts."""
PART_OF = {
    "points": "faults",
    "errors": "faults",
    "interrupts": "faults",
    "files": "files",
    "inputs": "inputs",
    "texts": "guided",
    "shapes": "growth",
    "mutants": "mutants",
    "payloads": "pages",
}
"""Option -> the part that it makes longer or shorter."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the proofs and return the exit code."""
    told = _arguments(arguments)
    away = not_here()
    parts = [one for one in PARTS if one in (told.only or PARTS)]
    wanted = [task for part in parts if part not in away for task in tasks(told, part)]
    kept = Kept(told.keep)
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        try:
            outcomes = run(wanted, kept, told.today, told.jobs)
        finally:
            tempfile.tempdir = None
            del os.environ["TMPDIR"]
    outcomes |= done_before(told, kept, [one for one in PARTS if one not in (*parts, *away)])
    if "mutants" in outcomes:
        outcomes["mutants"].wrong += short(outcomes["mutants"].counts)
        for line in outcomes["mutants"].found:
            _say(f"    survived: {line}")
    table = page_table(outcomes, away | shortened(told))
    _say(table)
    if not told.dry:
        PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), table), encoding="utf-8", newline="\n")
    return int(any(one.wrong for one in outcomes.values()))


def not_here() -> dict[str, str]:
    """Return the parts that cannot be run on this machine, with the reason."""
    reasons = {"faults": tracing.missing(), "mutants": missing(), "pages": browsing.missing()}
    return {part: reason for part, reason in reasons.items() if reason}


def shortened(told: argparse.Namespace) -> dict[str, str]:
    """Return the parts of which less is run than it should be."""
    less = [name for name in NUMBERS if getattr(told, name) < _least(name)]
    return {PART_OF[name]: "a shorter run" for name in less}


def _least(name: str) -> int:
    return min(NUMBERS[name][0], len(every())) if name == "payloads" else NUMBERS[name][0]


def done_before(told: argparse.Namespace, kept: Kept, parts: Sequence[str]) -> dict[str, Outcome]:
    """Return what came of parts that are left out now and were run whole before."""
    outcomes = {}
    for part in parts:
        found = [kept.find(task.name) for task in tasks(told, part)]
        if all(found):
            outcomes[part] = Outcome()
            for one in found:
                outcomes[part].add(one or Outcome())
    return outcomes


def run(wanted: Sequence[Task], kept: Kept, today: str, jobs: int) -> dict[str, Outcome]:
    """Return what came of each part; of tasks that were done before, what came of them then."""
    outcomes: dict[str, Outcome] = {}
    to_do = []
    for task in wanted:
        known = kept.find(task.name)
        if known is None:
            to_do.append(task)
        else:
            outcomes.setdefault(task.part, Outcome()).add(known)
    _say(f"{len(wanted) - len(to_do)} of {len(wanted)} tasks were done before.")
    began = time.monotonic()
    with ProcessPoolExecutor(jobs) as pool:
        running = {pool.submit(one_task, task.run, task.words): task for task in to_do}
        for number, future in enumerate(as_completed(running), 1):
            task, outcome = running[future], future.result()
            outcome.day = today
            kept.put(task.name, outcome)
            outcomes.setdefault(task.part, Outcome()).add(outcome)
            so_far = f"{number}/{len(to_do)}, {time.monotonic() - began:,.0f} s"
            _say(f"{so_far}: {task.part} {task.words[:2]}: {outcome.seconds:.0f} s, {len(outcome.wrong)} wrong")
            for line in outcome.wrong:
                _say(f"    {line}")
    return outcomes


def one_task(call: Callable[..., Outcome], words: Sequence[object]) -> Outcome:
    """Return what came of one task, with the seconds it took."""
    began = time.monotonic()
    outcome = call(*words)
    outcome.seconds = time.monotonic() - began
    return outcome


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make proof", description="Run the long proofs and write their figures.")
    parser.add_argument("--today", required=True, metavar="YYYY-MM-DD", help="the day that stands beside the figures")
    parser.add_argument("--only", action="append", choices=PARTS, help="run this part; may be given again")
    for name, (number, words) in NUMBERS.items():
        parser.add_argument(f"--{name}", type=int, default=number, help=f"{words} (without it {number})")
    parser.add_argument("--seed", type=int, default=SEED, help="draws the mutants")
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds of tests that a mutant is given at most")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once")
    parser.add_argument("--keep", type=Path, default=ROOT / "build" / "proof", help="where what was done is kept")
    parser.add_argument("--dry", action="store_true", help="print the figures only")
    return parser.parse_args(given)


if __name__ == "__main__":
    sys.exit(main())
