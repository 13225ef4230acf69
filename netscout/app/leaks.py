"""Through whom plans might reach the present employer: a warning, never a bar; nobody can know who talks to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from netscout.lang import texts

if TYPE_CHECKING:
    from netscout.model.graph import Link
    from netscout.settings import Plan
    from netscout.store.workspace import Workspace

NEAR_MANAGER, NEAR_EMPLOYER = "near-manager", "near-employer"
"""Flags: shares a group conversation with the user's manager; worked at the present employer before."""


def leaks(
    workspace: Workspace, plan: Plan, employers: Sequence[str], manager: str | None, links: Iterable[Link]
) -> dict[str, str]:
    """Return the flag of each person through whom plans might reach the employer; none once the employer knows.

    `employers` are the names of the present employers, `manager` is the id of the user's manager.
    """
    if plan.me.employer_known:
        return {}
    former = dict.fromkeys(_formerly_there(workspace, plan, employers), NEAR_EMPLOYER)
    ends = [(one.one, one.other) for one in links if one.kind == "conversation" and manager in (one.one, one.other)]
    return former | {other if one == manager else one: NEAR_MANAGER for one, other in ends}


def leak_words(flags: Iterable[str]) -> list[str]:
    """Return in sentences what these flags warn of; nothing for other flags."""
    words: Mapping[str, str] = texts("asking")
    return [words[f"leak.{one}"] for one in flags if one in (NEAR_MANAGER, NEAR_EMPLOYER)]


def _formerly_there(workspace: Workspace, plan: Plan, employers: Sequence[str]) -> list[str]:
    from netscout.matching.companies import judge_companies
    from netscout.store.former import former_companies

    rows = former_companies(workspace) if employers else []
    if not rows:
        return []
    judged = judge_companies(dict.fromkeys(company for _, company in rows), list(employers), plan.aliases)
    own = set(judged.loc[judged["verdict"] == "match", "company"])
    return [person for person, company in rows if company in own]
