"""The long proofs: `python -m tests.proof.run --today DATE` prints their figures and writes docs/explanation/proof.md.

Exit code 1 if one thing was wrong. `--points`, `--errors`, `--files`, `--inputs` and `--payloads` make a shorter run,
whose figures say so.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.hostile_pages import FIELDS
from tests.browser.hostile_payloads import every
from tests.browser.hostile_run import Tried, tasks
from tests.faults import sweep, tracing, world
from tests.faults.scenarios import scenarios
from tests.fuzz.commanding import Table, command
from tests.fuzz.feeding import Fed, feed
from tests.proof import browsing

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "proof.md"
BEGIN, END = "<!-- figures: written by `make proof` -->", "<!-- end of figures -->"
_INTERRUPTS = 4
_SLICE = 500
"""Files or inputs of one task of the fuzzing."""


@dataclass(slots=True)
class Figures:
    """What the proofs counted, and what went wrong, in words."""

    kills: int = 0
    errors: int = 0
    interrupts: int = 0
    commands: int = 0
    fed: Fed = field(default_factory=Fed)
    typed: Fed = field(default_factory=Fed)
    tried: Tried = field(default_factory=Tried)
    blind: str = ""
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the proofs and return the exit code."""
    told = _arguments(arguments)
    figures, began = Figures(blind=browsing.missing()), time.monotonic()
    reason = tracing.missing()
    with ProcessPoolExecutor(told.jobs) as pool:
        typed = [
            pool.submit(command_line, start, min(_SLICE, told.inputs - start))
            for start in range(0, told.inputs, _SLICE)
        ]
        files = [pool.submit(fuzz, start, min(_SLICE, told.files - start)) for start in range(0, told.files, _SLICE)]
        texts = () if figures.blind else every()[: told.payloads]
        opened = [pool.submit(browsing.browse, *one) for one in tasks(texts)]
        names = [] if reason else [one.name for one in scenarios()]
        struck = [pool.submit(strike, name, told.points, told.errors) for name in names]
        for name, task in zip(names, struck, strict=True):
            killed, refused, interrupted = task.result()
            figures.kills += killed.hit
            figures.errors += refused.points
            figures.interrupts += interrupted.points
            figures.commands += 1
            wrong = killed.wrong + refused.wrong + interrupted.wrong
            figures.wrong += wrong
            _say(
                f"{name}: {killed.hit} kills, {refused.points} errors, {interrupted.points} Ctrl-C, {len(wrong)} wrong"
            )
        for one in files:
            _count(figures.fed, one.result())
        for one in typed:
            _count(figures.typed, one.result())
        for page in opened:
            figures.tried.add(page.result())
    figures.wrong += figures.fed.wrong + figures.typed.wrong + figures.tried.seen.wrong
    figures.seconds = time.monotonic() - began
    for line in figures.wrong:
        _say(line)
    table = page_table(figures, told.today, reason)
    _say(table)
    if not told.dry:
        PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), table), encoding="utf-8", newline="\n")
    return int(bool(figures.wrong))


def strike(name: str, points: int, errors: int) -> tuple[sweep.Tally, sweep.Tally, sweep.Tally]:
    """Return the tallies of one scenario killed, refused by the system, and interrupted."""
    (scenario,) = (one for one in scenarios() if one.name == name)
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        try:
            small = world.build(Path(folder) / "world")
            return (
                sweep.killed(small, scenario, points),
                sweep.refused(small, scenario, errors),
                sweep.killed(small, scenario, _INTERRUPTS, sweep.INTERRUPT),
            )
        except RuntimeError as fault:  # a command that fails unharmed: told, and the others are still tried
            return sweep.Tally(wrong=[f"{name}: {fault}"]), sweep.Tally(), sweep.Tally()


def fuzz(start: int, count: int) -> Fed:
    """Return what came of so many spoiled files."""
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        return feed(Path(folder), range(start, start + count))


def command_line(start: int, count: int) -> Fed:
    """Return what came of so many hostile inputs given to the command line."""
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        return command(Table(Path(folder) / "world"), range(start, start + count))


def page_table(figures: Figures, today: str, reason: str) -> str:
    """Return the table of figures as Markdown."""
    fed, tried = figures.fed, figures.tried
    pages = f"{tried.payloads:,} payloads in {len(FIELDS)} fields, {tried.alive:,} of which run when written raw: "
    pages += f"{tried.seen.pages} pages, {tried.seen.pointed:,} marks, {tried.seen.rows:,} rows, {tried.seconds:,.0f} s"
    told = [
        ("50, 51", "killed at a system call that writes", f"{figures.kills:,} kills in {figures.commands} commands"),
        ("52 to 54, 56", "the system reports no space, no file, no permission", f"{figures.errors:,} errors"),
        ("55", "Ctrl-C at a write", f"{figures.interrupts:,} interruptions"),
        (
            "13",
            "spoiled files",
            f"{fed.files:,}: {fed.read:,} read, {fed.refused:,} refused, {fed.stored:,} stored too",
        ),
    ]
    if reason:
        told = [(check, what, f"not run: {reason}" if check != "13" else count) for check, what, count in told]
    typed = figures.typed
    taken = f"{typed.files:,}: {typed.read:,} taken, {typed.refused:,} refused"
    told.append(("2, 5, 13", "hostile texts and files through the command line", taken))
    told.append(("28, 29, 32", "hostile texts in a browser", f"not run: {figures.blind}" if figures.blind else pages))
    rows = [f"| {check} | {what} | {count} |" for check, what, count in told]
    end = f"Last run: {today}, {figures.seconds / 60:.0f} minutes. Wrong: {len(figures.wrong)}."
    return "\n".join(["| checks | what was done | how often |", "|---|---|---|", *rows, "", end])


def with_table(page: str, table: str) -> str:
    """Return the page with its table replaced."""
    head, _, rest = page.partition(BEGIN)
    tail = rest.partition(END)[2]
    return f"{head}{BEGIN}\n\n{table}\n\n{END}{tail}"


def _count(all_fed: Fed, fed: Fed) -> None:
    all_fed.files += fed.files
    all_fed.read += fed.read
    all_fed.refused += fed.refused
    all_fed.stored += fed.stored
    all_fed.wrong += fed.wrong


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make proof", description="Run the long proofs and write their figures.")
    parser.add_argument("--today", required=True, metavar="YYYY-MM-DD", help="the day that stands beside the figures")
    parser.add_argument("--points", type=int, default=60, help="kills for each command at most")
    parser.add_argument("--errors", type=int, default=12, help="errors of each kind for each command at most")
    parser.add_argument("--files", type=int, default=10_000, help="spoiled files")
    parser.add_argument("--inputs", type=int, default=20_000, help="hostile inputs given to the command line")
    parser.add_argument("--payloads", type=int, default=100_000, help="hostile texts opened in a browser, at most")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once")
    parser.add_argument("--dry", action="store_true", help="print the figures only")
    return parser.parse_args(given)


if __name__ == "__main__":
    sys.exit(main())
