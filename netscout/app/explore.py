"""The kinds of work present in the network: for the reader who is ready for a change but unsure of the direction."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from netscout.app.session import Session
from netscout.model.report import Field
from netscout.model.target import Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from netscout.app.pipeline import Study

EXAMPLES = 3


def explore(session: Session, family: str | None = None) -> list[Field]:
    """Return families with their people, largest first; with a family, its roles."""
    from netscout.app.pipeline import study

    with session.open() as workspace:
        found = study(session, workspace)
    return roles(found, _family(found, family)) if family else families(found)


def _family(found: Study, text: str) -> str:
    """Return the family somebody means: by its name, or by a part that only one name has."""
    names = [one for one in found.titles["family"].unique() if one]
    near = [one for one in names if text.casefold() in one.casefold()]
    return near[0] if len(near) == 1 else text


def followed(session: Session) -> tuple[str, ...]:
    """Return the organisations the owner follows that no target names yet, the last followed first."""
    from netscout.store.owners import fold, owner_of

    with session.open() as workspace:
        owner = owner_of(workspace)
    named = {fold(company) for one in session.plan().targets for company in one.companies}
    return tuple(one for one in (owner.follows if owner else ()) if fold(one) not in named)


def take(session: Session, role: str) -> Target:
    """Make a target of a role that stands in the network and return it; its name is the role's, in small letters.

    Raises:
        RefusedError: nobody in the network has such a job, or there is a target of that name.
    """
    from netscout.app.pipeline import study
    from netscout.app.target import add
    from netscout.errors import RefusedError

    wanted = " ".join(role.split()).casefold()
    with session.open() as workspace:
        named = study(session, workspace).titles["name"]
    name = next((one for one in named if one and one.casefold() == wanted), None)
    if name is None:
        raise RefusedError(
            "nobody in your network has a job of that name.",
            "`netscout explore` lists the kinds of work there are, `netscout target add` takes any other.",
        )
    target = Target("-".join(wanted.split()), (name,))
    if any(one.name.casefold() == target.name for one in session.plan().targets):
        raise RefusedError("you have a target of that name already.", "See `netscout target list`.")
    add(session, target)
    return target


def families(found: Study) -> list[Field]:
    """Return one line for each family of occupations present, most people first; `near` names own positions in it."""
    return _counted(found, None, _near_families(found))


def roles(found: Study, family: str) -> list[Field]:
    """Return one line for each role present in a family; `near` says which lie near the ego's own positions."""
    from netscout.matching.verdicts import TargetMatcher

    inside = found.titles["family"].str.casefold() == family.casefold()
    near: dict[str, str] = {}
    for name in found.titles["name"][inside].unique():
        matcher = TargetMatcher([name])
        for words, title, employer in _own(found) if name else ():
            verdict = matcher.judge(title, "", employer).verdict
            if verdict == "match" or (verdict == "related" and name not in near):
                near[name] = f"you {words} {title}" if verdict == "match" else f"close to your work as {title}"
            if verdict == "match":
                break
    return _counted(found, found.titles["name"].where(inside, None), near)


def _counted(found: Study, names: pd.Series | None, near: Mapping[str, str]) -> list[Field]:
    """Return one line for each family, or for each role in `names` (None elsewhere); no rule bars the `askable`."""
    from netscout.app.pipeline import candidates

    free = candidates(found, None)["excluded"].to_numpy() == ""
    people: Counter[tuple[str, str]] = Counter()
    askable: Counter[tuple[str, str]] = Counter()
    titles: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    family = found.titles["family"]
    for title, group, name, may in zip(found.role, family, family if names is None else names, free, strict=True):
        if isinstance(name, str) and group:
            key = (group, "" if names is None else name)
            people[key] += 1
            askable[key] += bool(may)
            titles[key][title] += 1
    order = sorted(people, key=lambda key: (-people[key], key))
    return [
        Field(*key, people[key], askable[key], near.get(key[1] or key[0], ""), _common(titles[key])) for key in order
    ]


def _common(titles: Counter[str]) -> tuple[str, ...]:
    return tuple(title for title, _ in sorted(titles.items(), key=lambda item: (-item[1], item[0]))[:EXAMPLES])


def _own(found: Study) -> list[tuple[str, str, str]]:
    """Return the ego's positions as (are or were, title, company with its field of business)."""
    positions = found.owner.owner.positions if found.owner else ()
    return [("are" if one.current else "were", one.title, found.employer_of(one.company)) for one in positions]


def _near_families(found: Study) -> dict[str, str]:
    from netscout.matching.occupations import classify

    out: dict[str, str] = {}
    for words, title, employer in _own(found):
        group = classify(title, employer).family
        if group:
            out.setdefault(group, f"you {words} {title}")
    return out
