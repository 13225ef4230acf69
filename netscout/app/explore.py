"""The kinds of work present in the network: for the reader who is ready for a change but unsure of the direction."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from netscout.app.session import Session
from netscout.model.report import Field

if TYPE_CHECKING:
    from netscout.app.pipeline import Study

EXAMPLES = 3


def explore(session: Session, family: str | None = None) -> list[Field]:
    """Return families with their people, largest first; with a family, its roles."""
    from netscout.app.pipeline import study

    with session.open() as workspace:
        return fields(study(session, workspace), family)


def fields(found: Study, family: str | None = None) -> list[Field]:
    """Return one line for each family present, or for each role inside the given family.

    `askable` counts those whom no rule bars; `near` names the ego's own positions of the same family.
    """
    from netscout.app.pipeline import candidates

    free = candidates(found, None)["excluded"].to_numpy() == ""
    rows = found.titles
    wanted = family.casefold() if family else None
    people: Counter[tuple[str, str]] = Counter()
    askable: Counter[tuple[str, str]] = Counter()
    titles: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for title, group, name, may in zip(found.role, rows["family"], rows["name"], free, strict=True):
        if group and (wanted is None or group.casefold() == wanted):
            key = (group, name if wanted is not None else "")
            people[key] += 1
            askable[key] += bool(may)
            titles[key][title] += 1
    near = _near(found)
    order = sorted(people, key=lambda key: (-people[key], key))
    return [
        Field(group, role, people[group, role], askable[group, role], near.get(group, ""), _common(titles[group, role]))
        for group, role in order
    ]


def _common(titles: Counter[str]) -> tuple[str, ...]:
    return tuple(title for title, _ in sorted(titles.items(), key=lambda item: (-item[1], item[0]))[:EXAMPLES])


def _near(found: Study) -> dict[str, str]:
    from netscout.matching.occupations import classify

    out: dict[str, str] = {}
    for one in found.owner.owner.positions if found.owner else ():
        group = classify(one.title).family
        if group and group not in out:
            out[group] = f"you were {one.title}" if not one.current else f"you are {one.title}"
    return out
