"""Lines of the budget: what was measured, its figure, its goal, and whether it was met."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.speed.measure import Cost, middle, ratios


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        what: what was measured.
        figure: the figure as shown.
        goal: the goal as shown, "" where there is none.
        met: whether it was met, None where there is none.
    """

    what: str
    figure: str
    goal: str = ""
    met: bool | None = None

    def __str__(self) -> str:
        """Return the line as it is printed."""
        mark = {None: "      ", True: "met   ", False: "MISSED"}[self.met]
        return f"{mark} {self.what:<62} {self.figure:<44} {self.goal}"


def at_most(what: str, upper: Sequence[Cost], lower: Sequence[Cost], bound: float) -> Line:
    """Return the line of a ratio of costs that has to be small; judged by processor time, the clock beside it."""
    cpu, wall = ratios(upper, lower), ratios(upper, lower, "wall")
    return Line(what, f"{middle(cpu)}, by the clock {middle(wall)}", f"<= {bound:g}", statistics.median(cpu) <= bound)


def at_least(what: str, upper: Sequence[Cost], lower: Sequence[Cost], bound: float) -> Line:
    """Return the line of a ratio of costs that has to be large."""
    cpu, wall = ratios(upper, lower), ratios(upper, lower, "wall")
    return Line(what, f"{middle(cpu)}, by the clock {middle(wall)}", f">= {bound:g}", statistics.median(cpu) >= bound)


def figure(what: str, value: float, least: float | None = None, form: str = ".3f") -> Line:
    """Return the line of one figure, with the least it has to be if there is one."""
    if least is None:
        return Line(what, f"{value:{form}}")
    return Line(what, f"{value:{form}}", f">= {least:g}", value >= least)


def absolute(what: str, costs: Sequence[Cost]) -> Line:
    """Return the line of what something took; no goal, for it depends on the machine."""
    cpu, wall = middle([one.cpu for one in costs]), middle([one.wall for one in costs])
    return Line(f"  {what}", f"{cpu} s, by the clock {wall}", f"{max(one.peak for one in costs):.0f} MB")


def memory(what: str, costs: Sequence[Cost], bound: float) -> Line:
    """Return the line of the most memory any of the processes held."""
    peak = max(one.peak for one in costs)
    return Line(what, f"{peak:.0f} MB", f"< {bound:g} MB", peak < bound)
