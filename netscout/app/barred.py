"""Who stands on no list, each with the printed reason.

Flags name the rule in JSON: X2 the manager, X3 at the present employer, X4 the same where it is a target, X5 its
recruiters, `off` kept off by the user or by an open ask, `gone` no longer in the newest export.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from netscout.model.export import Owner
from netscout.model.target import Me

if TYPE_CHECKING:
    import pandas as pd

    from netscout.store.workspace import Workspace
    from netscout.tables import People

MANAGER = "your manager; name them yourself if you want to ask them"
COLLEAGUE = "works at your present employer, so that your plans stay your own"
RECRUITER = "recruits for your present employer"
AVOID = "you said: not this person"
ASKED = "you asked on {day}; wait for the answer before you ask again"
ASK_RESTS = 180
"""Days after which an unanswered ask no longer keeps somebody off the lists."""
LEFT = "no longer among your connections in the newest export"


@dataclass(frozen=True, slots=True)
class Bars:
    """For each person id: the reason for being on no list, and the flags of the rules that apply."""

    reasons: Mapping[str, str]
    flags: Mapping[str, str]


def own_employers(me: Me, owner: Owner | None) -> tuple[str, ...]:
    """Return the user's present employers: what they say of themselves, else their current positions."""
    if me.employer:
        return (me.employer,)
    return tuple(
        dict.fromkeys(one.company for one in (owner.positions if owner else ()) if one.current and one.company)
    )


def kept_off(workspace: Workspace, today: date) -> dict[str, str]:
    """Return the reason for each person whom the user's own word or an open ask keeps off the lists."""
    from netscout.store.events import events
    from netscout.store.labels import avoided

    asked: dict[str, str] = {}
    for one in sorted(events(workspace), key=lambda one: (one.on, one.seq)):
        asked[one.person] = one.on if one.event == "asked" else ""
    waiting = {
        person: ASKED.format(day=day)
        for person, day in asked.items()
        if day and (today - date.fromisoformat(day)).days < ASK_RESTS
    }
    return waiting | dict.fromkeys(avoided(workspace), AVOID)


def bars(
    people: People,
    at_employer: pd.Series,
    named: Sequence[bool],
    kinds: Sequence[str],
    off: Mapping[str, str],
    me: tuple[str | None, bool],
) -> Bars:
    """Return who is barred.

    `at_employer` says for each row of `people` whether the company is the user's present employer, `named` whether the
    target names it; `kinds` are the meeting kinds of the titles (`recruiter` matters here); `off` comes from
    `kept_off`; `me` is the person id of the user's manager and whether the employer knows of the plans.
    """
    manager, known = me
    reasons: dict[str, str] = {}
    flags: dict[str, str] = {}
    for person, gone, own, internal, kind in zip(people["id"], people["gone"], at_employer, named, kinds, strict=True):
        found, flag = _of_one(person == manager, bool(own), kind, known, bool(internal))
        if person in off:
            found, flag = off[person], "off"
        elif gone and not found:
            found, flag = LEFT, "gone"
        if found:
            reasons[person] = found
        if flag:
            flags[person] = flag
    return Bars(reasons, flags)


def _of_one(manager: bool, own: bool, kind: str, known: bool, internal: bool) -> tuple[str, str]:
    if manager:
        return MANAGER, "X2"
    if own and kind == "recruiter":
        return RECRUITER, "X5"
    if own and not known and not internal:
        return COLLEAGUE, "X3"
    return "", "X4" if own and internal else "X3" if own else ""
