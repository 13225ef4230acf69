"""From zip to page: a usual network against imports, a large one against floor and naive script; light commands."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.speed.measure import Cost, cost, export, in_turn, netscout, python, script, target
from benchmarks.speed.verdict import Line, absolute, at_least, at_most, memory

FIVE = "import pandas, networkx, rapidfuzz, plotly, click"
_FLOOR_NEEDS = ("polars", "igraph", "orjson")
_MEMORY = 600.0
Side = Callable[[], Cost]


def fresh(workspace: Path) -> Path:
    """Return the workspace, gone if it was there."""
    shutil.rmtree(workspace, ignore_errors=True)
    return workspace


def usual(folder: Path, rounds: int, *, quick: bool) -> list[Line]:
    """Measure 1,500 people and 10,000 messages, zip to page, against importing the five packages."""
    archive = export(folder, *((300, 2_000) if quick else (1_500, 10_000)))
    job = json.loads(archive.with_suffix(".targets.json").read_text("utf-8"))["jobs"][0]
    work, page = folder / "usual", folder / "usual.html"
    add = ["target", "add", "bench", "--role", job]
    steps = [["load", archive], add, ["report", "--out", page]]
    start = ["start", archive, "--work", job, "--no-open", "--out", page]

    def three() -> Cost:
        fresh(work)
        one, two, three = (cost(netscout(work, *words)) for words in steps)
        return one + two + three

    sides: dict[str, Side] = {
        "imports": partial(cost, python(FIVE)),
        "imports, drawing too": partial(cost, python(f"{FIVE}, plotly.graph_objects")),
        "load, target add, report": three,
        "start": lambda: cost(netscout(fresh(work), *start)),
    }
    warm(sides)
    found = in_turn(sides, rounds)
    told = [absolute(name, costs) for name, costs in found.items()]
    lines = [
        at_most(f"zip to page over the imports: {name}", found[name], found["imports"], 2.5) for name in list(sides)[2:]
    ]
    return [*lines, *told]


def warm(sides: dict[str, Side]) -> None:
    """Let every side run once, so that files are in memory and modules compiled."""
    for side in sides.values():
        side()


def light(folder: Path, rounds: int, *, quick: bool) -> list[Line]:
    """Measure `--help` against click, and what is asked for every day against `--help`."""
    archive = export(folder, *((300, 2_000) if quick else (1_500, 10_000)))
    work, ranking = fresh(folder / "light"), folder / "light.json"
    for words in (["load", archive], target(archive), ["rank", "--format", "json", "--out", ranking]):
        cost(netscout(work, *words))
    person = json.loads(ranking.read_text("utf-8"))["rows"][0]["id"]
    sides: dict[str, Side] = {
        "import click": partial(cost, python("import click")),
        "--help": partial(cost, netscout(work, "--help")),
        "today": partial(cost, netscout(work, "today")),
        "why": partial(cost, netscout(work, "why", person)),
        "show": partial(cost, netscout(work, "show", person)),
    }
    warm(sides)
    found = in_turn(sides, max(15, rounds))  # they are quick, and a ratio of short times wavers
    lines = [at_most("--help over importing click", found["--help"], found["import click"], 1.3)]
    lines += [at_most(f"{name} over --help", found[name], found["--help"], 3) for name in ("today", "why", "show")]
    return [*lines, *(absolute(name, costs) for name, costs in found.items())]


def large(folder: Path, rounds: int, *, quick: bool) -> list[Line]:
    """Measure 30,000 people and 200,000 messages, zip to page, against the floor and the naive script.

    First: an empty workspace with its target, `load` and `report`. Linked: the same two commands again in that
    workspace, with the same zip and then with a newer one that holds one message in a hundred more.
    """
    people, messages = (3_000, 20_000) if quick else (30_000, 200_000)
    archive = export(folder, people, messages)
    newer = export(folder, people, messages, messages // 100)
    work, page = folder / "large", folder / "large.html"
    parts: dict[str, list[Cost]] = {"load": [], "load again": [], "report": []}

    def first() -> Cost:
        cost(netscout(fresh(work), *target(archive)))
        parts["load"].append(cost(netscout(work, "load", archive)))
        parts["report"].append(cost(netscout(work, "report", "--out", page)))
        return parts["load"][-1] + parts["report"][-1]

    def again(with_what: Path) -> Cost:
        load = cost(netscout(work, "load", with_what))
        if with_what is archive:
            parts["load again"].append(load)
        return load + cost(netscout(work, "report", "--out", page))

    asked = (archive, archive.with_suffix(".targets.json"), folder / "other.html")
    sides: dict[str, Side] = {
        "first time": first,
        "titles linked, the same zip": lambda: again(archive),
        "titles linked, a newer zip": lambda: again(newer),
    }
    absent = [name for name in _FLOOR_NEEDS if importlib.util.find_spec(name) is None]
    if not absent:
        sides = {"floor": partial(cost, script("floor", *asked, folder / "floor.json")), **sides}
        cost(script("floor", *asked, folder / "floor.json"))
    found = in_turn(sides, rounds)
    naive = [cost(script("naive", *asked, folder / "naive.json")) for _ in range(1 if quick else min(2, rounds))]
    return _judged(found | {"naive": naive} | parts, absent)


def _judged(found: dict[str, list[Cost]], absent: list[str]) -> list[Line]:
    lines = []
    if absent:
        lines.append(Line(f"no floor: without {', '.join(absent)} (group `bench` of pyproject.toml)", "left out"))
    else:
        goals = {"first time": 4.0, "titles linked, the same zip": 2.5, "titles linked, a newer zip": 2.5}
        lines += [
            at_most(f"zip to page over the floor: {name}", found[name], found["floor"], goals[name]) for name in goals
        ]
    lines.append(at_least("the naive script over zip to page, first time", found["naive"], found["first time"], 12))
    lines.append(at_most("load of the unchanged zip over the first load", found["load again"], found["load"], 0.2))
    ours = [
        one
        for name in ("first time", "titles linked, the same zip", "titles linked, a newer zip")
        for one in found[name]
    ]
    lines.append(memory("peak memory", ours, _MEMORY))
    return [*lines, *(absolute(name, costs) for name, costs in found.items())]
