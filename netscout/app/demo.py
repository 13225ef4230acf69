"""The bundled sample from zip to page, in a folder of its own and on the sample's own day."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from netscout.app.session import Progress, Session
from netscout.files import make_folder
from netscout.model.target import Target


@dataclass(frozen=True, slots=True)
class Shown:
    """What the demo made: whose network, the day, how many people, the first three in sentences, the page."""

    owner: str
    today: str
    people: int
    roles: tuple[str, ...]
    lines: tuple[str, ...]
    page: Path


def sample() -> Traversable:
    """Return the folder of the demo sample: inside the installed package, else beside it in a source tree.

    Raises:
        FileNotFoundError: neither is there (a damaged installation).
    """
    package = resources.files("netscout")
    for found in (package.joinpath("samples", "demo"), package.joinpath("..", "data_samples", "demo")):
        if found.joinpath("target.json").is_file():
            return found
    raise FileNotFoundError("the bundled sample is missing; install netscout again")


def demo(out: Path, progress: Progress | None = None) -> Shown:
    """Make the demo in `out` (raises OutputError where the folder cannot be made)."""
    from netscout.app import target
    from netscout.app.load import load
    from netscout.app.report import report
    from netscout.app.start import first_three
    from netscout.settings import set_me

    make_folder(out)
    source = sample()
    plan = json.loads(source.joinpath("target.json").read_text(encoding="utf-8"))
    session = Session(out / "workspace", date.fromisoformat(plan["today"]), progress=progress)
    owner, people = "", 0
    for name in sorted((one.name for one in source.iterdir() if one.name.endswith(".zip")), key=_by_date):
        with resources.as_file(source.joinpath(name)) as path:
            outcome = load(session, [path])
        owner, people = outcome.export.owner.name or owner, outcome.counts.get("people", people)
    set_me(session.targets_file, {key: value for key, value in plan.get("me", {}).items() if value != ""})
    wanted = Target(
        plan["name"],
        tuple(plan["roles"]),
        tuple(plan["companies"]),
        tuple(plan["industries"]),
        tuple(plan["places"]),
        motivation=plan["motivation"],
    )
    target.add(session, wanted)
    page = report(session, target=wanted.name, out=out / "report.html")
    return Shown(owner, plan["today"], people, wanted.roles, tuple(first_three(session, wanted.name)), page)


def _by_date(name: str) -> str:
    digits = name.rsplit("_", 1)[-1]
    return digits[6:10] + digits[0:5]
