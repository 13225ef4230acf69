"""Hit a command at many of its calls, one after the other, and collect what went wrong."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.faults import tracing
from tests.faults.oracle import judge, learn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.faults.oracle import Reference
    from tests.faults.scenarios import Scenario
    from tests.faults.tracing import Point
    from tests.faults.world import World

KILL = "signal=KILL"
INTERRUPT = "signal=INT"
ERRORS = (
    ("error=ENOSPC", (*tracing.WRITES, "ftruncate")),
    ("error=ENOSPC+", ("pwrite64",)),
    ("error=EIO", (*tracing.SYNCS, *tracing.WRITES)),
    ("error=EACCES", tracing.TURNS),
    ("error=EMFILE", tracing.OPENS),
)
"""What is reported to a command, and at which of its calls."""
_COMMON = tracing.WRITES


@dataclass(slots=True)
class Tally:
    """How many points were hit, at how many the command was really hit, and what went wrong, in words."""

    points: int = 0
    hit: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.points += other.points
        self.hit += other.hit
        self.wrong += other.wrong


def some(points: Sequence[Point], most: int, seed: str) -> list[Point]:
    """Return at most so many points, in their order: what turns a state over before what only writes pages."""
    if len(points) <= most or most < 1:
        return list(points[:most])
    draw = random.Random(seed)  # noqa: S311  # a sample that is the same each time
    rare = [one for one in points if one.call not in _COMMON]
    common = [one for one in points if one.call in _COMMON]
    taken = draw.sample(rare, min(len(rare), max(1, most * 2 // 3)))
    taken += draw.sample(common, min(len(common), most - len(taken)))
    kept = set(taken)
    return [one for one in points if one in kept]


def swept(world: World, scenario: Scenario, kills: int, errors: int, interrupts: int) -> tuple[Tally, Tally, Tally]:
    """Kill a scenario's command, report it errors and interrupt it, each at so many calls; it is learnt once.

    `errors` counts calls for each kind of error. Raises RuntimeError where the command fails unharmed.
    """
    known = learn(world, scenario)
    world.bring_back(scenario.name)
    found = tracing.points(
        world.words(scenario.words), world.root / "home", world.places, (*tracing.WRITING, *tracing.OPENS)
    )
    sweeps = (
        ((KILL, tracing.WRITING, kills),),
        tuple((blow, calls, errors) for blow, calls in ERRORS),
        ((INTERRUPT, tracing.WRITING, interrupts),),
    )
    killed, refused, interrupted = Tally(), Tally(), Tally()
    for tally, blows in zip((killed, refused, interrupted), sweeps, strict=True):
        for blow, calls, most in blows:
            for point in some([one for one in found if one.call in calls], most, f"{scenario.name} {blow}"):
                tally.add(_one(world, scenario, known, point, blow))
    return killed, refused, interrupted


def struck(world: World, scenario: Scenario, *, errors: bool) -> Tally:
    """Kill a scenario's command at one call and, with `errors`, report it one error of each kind; it is learnt once."""
    known = learn(world, scenario)
    world.bring_back(scenario.name)
    every = (*tracing.WRITING, *tracing.OPENS) if errors else tracing.WRITING
    found = tracing.points(world.words(scenario.words), world.root / "home", world.places, every)
    tally = Tally()
    for blow, calls in ((KILL, tracing.WRITING), *(ERRORS if errors else ())):
        for point in some([one for one in found if one.call in calls], 1, f"{scenario.name} {blow}"):
            tally.add(one := _one(world, scenario, known, point, blow))
            if blow == KILL and not one.hit:
                tally.wrong.append(f"{scenario.name}: {blow} at {point.call} {point.number} did not land")
    return tally


def _one(world: World, scenario: Scenario, known: Reference, point: Point, blow: str) -> Tally:
    world.bring_back(scenario.name)
    ended = tracing.struck(world.words(scenario.words), world.root / "home", point, blow)
    place = point.path.removeprefix(str(world.root) + "/")
    head = f"{scenario.name}: {blow} at {point.call} {point.number} ({place})"
    return Tally(1, int(ended.code != 0), [f"{head}: {one}" for one in judge(world, scenario, known, ended)])
