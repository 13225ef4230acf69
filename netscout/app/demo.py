"""The bundled sample from zip to page, in a folder of its own and on the sample's own day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from netscout.app.session import Progress, Session
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


def demo(out: Path, exports: Sequence[Path], plan: Mapping[str, Any], progress: Progress | None = None) -> Shown:
    """Make the demo in the folder `out`: load the exports in order, take in the plan, write the page.

    `plan` holds today, name, roles, companies, industries, places, motivation and the `me` table.
    """
    from netscout.app import target
    from netscout.app.load import load
    from netscout.app.start import first_page
    from netscout.settings import set_me

    session = Session(out / "workspace", date.fromisoformat(plan["today"]), progress=progress)
    owner, people = "", 0
    for path in exports:
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
    page, lines = first_page(session, wanted.name, out / "report.html")
    return Shown(owner, plan["today"], people, wanted.roles, tuple(lines), page)
