"""Whom to ask next, from the stored lists and within every limit; light enough for every morning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from netscout.app.aims import wanted_first
from netscout.app.campaign import Desk
from netscout.app.first import three_of
from netscout.app.session import Session
from netscout.app.snapshot import settings_digest
from netscout.campaign.caps import Bite, Campaign, bites, second_contacts
from netscout.lang import fill, texts
from netscout.model.agenda import NextAsks, Placed, Second
from netscout.model.days import long_day
from netscout.model.lists import CONNECTORS, PRACTITIONERS
from netscout.model.standing import Standing, Step

if TYPE_CHECKING:
    from netscout.store.ranking import Chosen
    from netscout.store.workspace import Workspace

_ALL = ("C3", "C4")
"""Limits that stand against asking anybody."""


def next_asks(session: Session, workspace: Workspace, held: Desk, standings: Mapping[str, Standing]) -> NextAsks:
    """Return whom to ask next for the target the user wants most (raises StoreError, SettingsError)."""
    target = _wanted(session, workspace)
    if not target:
        return NextAsks()
    asking = [one for one in standings if standings[one].asking]
    stored, lists, known = _offices(session, workspace, target, asking)
    campaign = Campaign(standings, known, held.days, held.limits)
    digest = settings_digest(session.plan())
    day = max((one.day for one in stored if one.stale or (one.day and one.settings != digest)), default="")
    room = min(campaign.limit("C3") - len(campaign.fresh(held.today)), campaign.limit("C4") - len(campaign.asking()))
    if room <= 0:
        return NextAsks((), 0, _limit(campaign, held), (), target, day)
    free = [
        [one for one in each if _is_new(one, standings) and not bites(one.id, campaign, held.today)] for each in lists
    ]
    seconds = _seconds(lists, campaign, held)[:room]
    people = _one_a_company(three_of(*free), {one.placed.company for one in seconds})
    return NextAsks(tuple(people[: room - len(seconds)]), room, "", seconds, target, day)


def company_clock(session: Session, workspace: Workspace, held: Desk) -> dict[str, bool]:
    """Return who of the log works where somebody else stands on the lists of the target wanted most.

    True where somebody may be written to as the second there once the day has come (raises as `next_asks`).
    """
    standings, target = held.standings(), _wanted(session, workspace)
    if not target:
        return {}
    _, lists, known = _offices(session, workspace, target, list(standings))
    campaign = Campaign(standings, known, held.days, held.limits)
    there: dict[str, set[str]] = {}
    for one in (one for each in lists for one in each):
        there.setdefault(one.company, set()).add(one.id)
    due, found = _due(lists, campaign), {}
    for person, own in standings.items():
        firm = known.get(person, "")
        if firm and there.get(firm, set()) - {person} and not _is_later(own, firm, campaign):
            found[person] = campaign.asking(firm) == [person] and firm in due
    return found


def _is_later(own: Standing, firm: str, campaign: Campaign) -> bool:
    """Return whether somebody asked earlier at a company still holds an open request: this one is the second there."""
    days = [day for one in campaign.asking(firm) if (day := campaign.standings[one].asked)]
    return bool(days and own.asked and min(days) < own.asked)


def _wanted(session: Session, workspace: Workspace) -> str:
    """Return the target the user wants most of those not decided against; "" for none."""
    from netscout.store.referrals import decisions

    settled = {one.target: one.answer for one in decisions(workspace)}
    goals = wanted_first([one for one in session.plan().targets if settled.get(one.name, "yes") == "yes"])
    return goals[0].name if goals else ""


def _offices(
    session: Session, workspace: Workspace, target: str, others: Sequence[str]
) -> tuple[list[Chosen], list[list[Placed]], dict[str, str]]:
    """Return the stored lists of a target, who stands on them, and the company key of these and of others."""
    from netscout.store.ranking import chosen

    stored = [chosen(workspace, target, kind, others) for kind in (PRACTITIONERS, CONNECTORS)]
    off = _kept_off(session, workspace)
    lists = [[each for each in _placed(workspace, one) if each.id not in off] for one in stored]
    known = {one.id: one.company for each in lists for one in each} | stored[0].companies | stored[1].companies
    known |= _elsewhere(workspace, [one for one in others if not known.get(one)], lists)
    return stored, lists, known


def _kept_off(session: Session, workspace: Workspace) -> set[str]:
    """Return whom the user has barred since the lists were made: those to be avoided, and their manager."""
    from netscout.errors import NetscoutError
    from netscout.store.labels import avoided
    from netscout.store.people import find_person

    off = set(avoided(workspace))
    if session.plan().me.manager:
        with suppress(NetscoutError):  # a manager who is no contact is on no list
            off.add(find_person(workspace, session.plan().me.manager).id)
    return off


def _elsewhere(workspace: Workspace, people: Sequence[str], lists: Sequence[Sequence[Placed]]) -> dict[str, str]:
    """Return the company keys of people who are on no stored list, by the companies of those who are."""
    from netscout.errors import UnknownPersonError
    from netscout.store.people import person_of

    if not people:
        return {}
    keys = {_firm(one.at): one.company for each in lists for one in each if one.company}
    found: dict[str, str] = {}
    for one in people:
        with suppress(UnknownPersonError):
            firm = _firm(person_of(workspace, one).company)
            found[one] = keys.get(firm, firm)
    return found


def _firm(name: str) -> str:
    """Return the key of a company by its name alone; "" for those who work for themselves or nowhere."""
    from netscout.matching.company_names import company_key, company_kind

    return company_key(name) if company_kind(name) == "company" else ""


def _one_a_company(people: Sequence[Placed], taken: set[str]) -> list[Placed]:
    """Return the first at each company: one office is not written to twice on one day."""
    found: list[Placed] = []
    for one in people:
        if not one.company or one.company not in taken | {each.company for each in found}:
            found.append(one)
    return found


def _placed(workspace: Workspace, stored: Chosen) -> list[Placed]:
    from netscout.store.people import person_of

    people = [person_of(workspace, one) for one in stored.people]
    known = stored.companies  # a list of long ago tells none
    firms = [known[one.id] if one.id in known else _firm(one.company) for one in people]
    return [Placed(one.id, one.shown_name, firm, one.company) for one, firm in zip(people, firms, strict=True)]


def _is_new(one: Placed, standings: Mapping[str, Standing]) -> bool:
    return one.id not in standings or standings[one.id].stage == "listed"


def _seconds(lists: Sequence[Sequence[Placed]], campaign: Campaign, held: Desk) -> tuple[Second, ...]:
    """Return where a second person may be written to today, companies by name."""
    found = []
    for firm, (step, placed) in _due(lists, campaign).items():
        if step.due and step.due <= held.today:
            asked = next(one.asked for one in map(campaign.standings.get, campaign.asking(firm)) if one and one.asked)
            found.append(Second(placed.at, asked, placed))
    return tuple(sorted(found, key=lambda one: one.at))


def _due(lists: Sequence[Sequence[Placed]], campaign: Campaign) -> dict[str, tuple[Step, Placed]]:
    """Return by company key from when a second person there may be written to, and whom."""
    eligible: dict[str, list[Placed]] = {}
    for one in (one for each in lists for one in each):
        if one.id not in campaign.standings and one.company:
            eligible.setdefault(one.company, []).append(one)
    due = second_contacts(campaign, {firm: [one.id for one in each] for firm, each in eligible.items()})
    return {firm: (step, eligible[firm][0]) for firm, step in due.items()}


def _limit(campaign: Campaign, held: Desk) -> str:
    """Return in a sentence which limit stands against asking anybody."""
    found: list[Bite] = [one for one in bites("", campaign, held.today) if one.cap in _ALL]
    if not found:
        return ""
    one = found[-1]
    until = long_day(one.until) if one.until else ""
    return fill(texts("doing")[f"cap.{one.cap}"], {"count": str(len(one.people)), "until": until})
