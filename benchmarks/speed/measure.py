"""Whole processes timed from outside: what one costs, several in turn, and what their ratios are.

Standard library only, and this process stays small: the peak memory of a child begins with that of its parent.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-01-05"
_RUN = "import sys; sys.argv[0] = 'netscout'; from netscout.cli.main import run; run()"
MADE_AS = 1
"""Goes up whenever the generator makes other bytes, so that no archive kept from before is measured."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took.

    Attributes:
        wall: seconds on the clock.
        cpu: seconds of processor time, of all its threads.
        peak: most memory held at once, MB.
    """

    wall: float
    cpu: float
    peak: float

    def __add__(self, other: Cost) -> Cost:
        """Return what both took, one after the other."""
        return Cost(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


class FailedError(RuntimeError):
    """A measured command did not end well."""


def cost(command: Sequence[str]) -> Cost:
    """Run a command and return what it took; raise `FailedError` with the end of its words if it fails."""
    # what is set for developing, such as leaving compiled modules unwritten, would be measured as a cost of ours
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = own | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            words = said.read()[-1_500:].decode(errors="replace")
            raise FailedError(f"{' '.join(command[-6:])} ended with {child.returncode}\n{words}")
    share = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / share)


def python(code: str) -> list[str]:
    """Return the command that runs some Python."""
    return [sys.executable, "-c", code]


def script(module: str, *words: object) -> list[str]:
    """Return the command that runs a module of this folder."""
    return [sys.executable, "-m", f"benchmarks.speed.{module}", *map(str, words)]


def netscout(workspace: Path, *words: object) -> list[str]:
    """Return a command of ours, as the installed `netscout` would run it."""
    return [
        *(sys.executable, "-c", _RUN, "--workspace", str(workspace), "--today", DAY, "--no-input", "--quiet"),
        *map(str, words),
    ]


def in_turn(sides: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, list[Cost]]:
    """Return what each side took in each round; all sides take their turn in a round, in the same order."""
    found: dict[str, list[Cost]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, side in sides.items():
            found[name].append(side())
    return found


def ratios(upper: Sequence[Cost], lower: Sequence[Cost], what: str = "cpu") -> list[float]:
    """Return the ratio of each round that both sides took part in."""
    return [getattr(a, what) / getattr(b, what) for a, b in zip(upper, lower, strict=False)]


def middle(values: Sequence[float], form: str = ".2f") -> str:
    """Return "median (least-most)"."""
    return f"{statistics.median(values):{form}} ({min(values):{form}}-{max(values):{form}})"


def export(folder: Path, people: int, messages: int, extra: int = 0) -> Path:
    """Return the archive of that size, made in a process of its own unless it is there already."""
    archive = folder / f"v{MADE_AS}-{people}-{messages}-{extra}.zip"
    if not archive.with_suffix(".targets.json").exists():
        cost(script("export", "--people", people, "--messages", messages, "--extra", extra, "--out", archive))
    return archive


def target(archive: Path) -> list[str]:
    """Return the words of `target add` for the targets of an archive: its first jobs and all its companies."""
    asked = json.loads(archive.with_suffix(".targets.json").read_text("utf-8"))
    firms = [word for name in asked["companies"] for word in ("--company", name)]
    return ["target", "add", "bench", "--role", asked["jobs"][0], *firms]
