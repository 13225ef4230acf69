"""Whom to ask next, from the stored lists and within every limit; light enough for every morning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from netscout.app.campaign import Desk
from netscout.app.draft import three_of
from netscout.app.session import Session
from netscout.campaign.caps import Bite, Campaign, bites, second_contacts
from netscout.lang import fill, texts
from netscout.model.agenda import NextAsks, Placed, Second
from netscout.model.days import long_day
from netscout.model.ranking import CONNECTORS, PRACTITIONERS
from netscout.model.standing import Standing

if TYPE_CHECKING:
    from netscout.store.ranking import Chosen
    from netscout.store.workspace import Workspace

_ALL = ("C3", "C4")
"""Limits that stand against asking anybody."""


def next_asks(session: Session, workspace: Workspace, held: Desk, standings: Mapping[str, Standing]) -> NextAsks:
    """Return whom to ask next for the target the user wants most (raises StoreError, SettingsError)."""
    from netscout.store.ranking import chosen

    targets = sorted(session.plan().targets, key=lambda one: -one.motivation)
    if not targets:
        return NextAsks()
    stored = [chosen(workspace, targets[0].name, kind, standings) for kind in (PRACTITIONERS, CONNECTORS)]
    campaign = Campaign(standings, stored[0].companies | stored[1].companies, held.days, held.limits)
    lists = [_placed(workspace, one) for one in stored]
    day = max((one.day for one in stored if one.stale), default="")
    room = min(campaign.limit("C3") - len(campaign.fresh(held.today)), campaign.limit("C4") - len(campaign.asking()))
    if room <= 0:
        return NextAsks((), 0, _limit(campaign, held), (), targets[0].name, day)
    free = [
        [one for one in each if _is_new(one, standings) and not bites(one.id, campaign, held.today)] for each in lists
    ]
    seconds = _seconds(lists, campaign, held)
    return NextAsks(tuple(three_of(*free)[:room]), room, "", seconds, targets[0].name, day)


def _placed(workspace: Workspace, stored: Chosen) -> list[Placed]:
    from netscout.store.people import person_of

    people = [person_of(workspace, one) for one in stored.people]
    return [Placed(one.id, one.shown_name, stored.companies[one.id], one.company) for one in people]


def _is_new(one: Placed, standings: Mapping[str, Standing]) -> bool:
    return one.id not in standings or standings[one.id].stage == "listed"


def _seconds(lists: Sequence[Sequence[Placed]], campaign: Campaign, held: Desk) -> tuple[Second, ...]:
    """Return where a second person may be written to today, companies by name."""
    eligible: dict[str, list[Placed]] = {}
    for one in (one for each in lists for one in each):
        if one.id not in campaign.standings and one.company:
            eligible.setdefault(one.company, []).append(one)
    due = second_contacts(campaign, {firm: [one.id for one in each] for firm, each in eligible.items()})
    found = []
    for firm, step in due.items():
        if step.due and step.due <= held.today:
            asked = next(one.asked for one in map(campaign.standings.get, campaign.asking(firm)) if one and one.asked)
            found.append(Second(eligible[firm][0].at, asked, eligible[firm][0]))
    return tuple(sorted(found, key=lambda one: one.at))


def _limit(campaign: Campaign, held: Desk) -> str:
    """Return in a sentence which limit stands against asking anybody."""
    found: list[Bite] = [one for one in bites("", campaign, held.today) if one.cap in _ALL]
    if not found:
        return ""
    one = found[-1]
    until = long_day(one.until) if one.until else ""
    return fill(texts("doing")[f"cap.{one.cap}"], {"count": str(len(one.people)), "until": until})
