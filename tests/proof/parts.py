"""The parts of the long proofs as tasks: each is a function of this module, with plain arguments."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.browser.hostile_payloads import every
from tests.browser.hostile_run import tasks as page_tasks
from tests.faults import sweep, world
from tests.faults.scenarios import scenarios
from tests.fuzz.commanding import Table, command
from tests.fuzz.feeding import Fed, feed
from tests.fuzz.readers import READERS
from tests.proof import browsing
from tests.proof.growth import TIMED, grown
from tests.proof.guided import guided
from tests.proof.keeping import Outcome
from tests.proof.mutants import PACKAGES
from tests.proof.reached import state
from tests.proof.survivors import BATCH, hunted

if TYPE_CHECKING:
    from argparse import Namespace

_SLICE = 500
"""Files or inputs of one task."""


@dataclass(frozen=True, slots=True)
class Task:
    """A function of this module and its arguments; `part` is the part of the proofs it belongs to."""

    part: str
    run: Callable[..., Outcome]
    words: tuple[Any, ...]

    @property
    def name(self) -> str:
        """Return what it is kept under."""
        return f"{self.part} {self.words!r}"


def struck(name: str, kills: int, errors: int, interrupts: int) -> Outcome:
    """Return what came of one scenario killed, refused by the system, and interrupted."""
    (scenario,) = (one for one in scenarios() if one.name == name)
    try:
        killed, refused, interrupted = sweep.swept(_world(), scenario, kills, errors, interrupts)
    except RuntimeError as fault:  # a command that fails unharmed: told, and the others are still tried
        return Outcome(wrong=[f"{name}: {fault}"])
    counts = {"kills": killed.hit, "errors": refused.points, "interrupts": interrupted.points, "commands": 1}
    return Outcome(counts, killed.wrong + refused.wrong + interrupted.wrong)


@cache
def _world() -> world.World:
    """Return the world of this process, whose folder goes with that of the run."""
    return world.build(Path(tempfile.gettempdir()) / f"world-{os.getpid()}")


def spoiled(start: int, count: int) -> Outcome:
    """Return what came of so many spoiled files."""
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        return _counted(feed(Path(folder), range(start, start + count)), "files")


def typed(start: int, count: int) -> Outcome:
    """Return what came of so many hostile inputs given to the command line."""
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        return _counted(command(Table(Path(folder) / "world"), range(start, start + count)), "inputs")


def steered(name: str, count: int) -> Outcome:
    """Return what came of so many texts for a reader, each new line of ours reached a hint for the next."""
    fed = guided(name, count)
    return Outcome({"texts": fed.files, "new": fed.read, "readers": 1}, fed.wrong)


def timed(name: str, count: int) -> Outcome:
    """Return for how many kinds of text the time of a reader grows no faster than the text."""
    told = [one for seed in range(count) if (one := grown(name, seed))]
    return Outcome({"shapes": count, "timed": 1}, told)


def opened(kind: str, number: int, batch: tuple[str, ...]) -> Outcome:
    """Return what came of the pages of one batch of payloads."""
    tried = browsing.browse(kind, number, batch)
    seen = tried.seen
    counts = {"payloads": tried.payloads, "alive": tried.alive, "pages": seen.pages, "rows": seen.rows}
    return Outcome({**counts, "marks": seen.pointed}, seen.wrong)


def _counted(fed: Fed, what: str) -> Outcome:
    counts = {what: fed.files, f"{what} read": fed.read, f"{what} refused": fed.refused, f"{what} stored": fed.stored}
    return Outcome(counts, fed.wrong)


def tasks(told: Namespace, part: str) -> list[Task]:
    """Return the tasks of a part at the numbers that were asked for."""
    files, inputs = (_slices(most) for most in (told.files, told.inputs))
    blows = (told.points, told.errors, told.interrupts)
    all_of: dict[str, tuple[Callable[..., Outcome], list[tuple[Any, ...]]]] = {
        "faults": (struck, [(one.name, *blows) for one in scenarios()] if any(blows) else []),
        "files": (spoiled, files),
        "inputs": (typed, inputs),
        "guided": (steered, [(name, told.texts) for name in READERS] if told.texts else []),
        "growth": (timed, [(name, told.shapes) for name in TIMED] if told.shapes else []),
        "mutants": (hunted, _hunts(told)),
        "pages": (opened, list(page_tasks(every()[: told.payloads]))),
    }
    run, words = all_of[part]
    return [Task(part, run, one) for one in words]


def _hunts(told: Namespace) -> list[tuple[Any, ...]]:
    """Return package, seed, number, part of it and seconds of each hunt; the last word is what it rests on."""
    starts, rests_on = range(0, told.mutants, BATCH), state()
    return [(package, told.seed, told.mutants, start, told.limit, rests_on) for package in PACKAGES for start in starts]


def _slices(most: int) -> list[tuple[Any, ...]]:
    return [(start, min(_SLICE, most - start)) for start in range(0, most, _SLICE)]
