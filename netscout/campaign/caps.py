"""Limits on asking: which bite, who holds the open requests, when they end; and the second contact at a company."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from netscout.campaign.stages import CAPS, STAGES
from netscout.campaign.workdays import Workdays
from netscout.model.standing import Standing, Step

WEEK = 7
"""Calendar days in which new requests are counted."""


@dataclass(frozen=True, slots=True)
class Bite:
    """A limit that stands against asking somebody: its id, whose requests fill it, the day it ends (None if no day)."""

    cap: str
    people: tuple[str, ...] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Campaign:
    """How things stand with everybody of the log, where they work, and on which days new requests were made.

    `companies` has the company key by person id, for people of the log and for whoever is to be asked; `limits` the
    numbers that were set otherwise than in CAPS.
    """

    standings: Mapping[str, Standing]
    companies: Mapping[str, str]
    days: Workdays
    limits: Mapping[str, int]

    def limit(self, cap: str) -> int:
        """Return the number of a limit."""
        return self.limits.get(cap, CAPS[cap].number)

    def asking(self, company: str = "") -> list[str]:
        """Return who holds an open request, of everybody or at a company, by id."""
        return [
            one
            for one in sorted(self.standings)
            if self.standings[one].asking and (not company or self.companies.get(one) == company)
        ]

    def fresh(self, today: date) -> list[str]:
        """Return whom a new request went to in the seven days up to today, by id."""
        since = today - timedelta(days=WEEK)
        asked = {one: held.asked for one, held in sorted(self.standings.items())}
        return [one for one, day in asked.items() if day and since < day <= today]


def bites(person: str, campaign: Campaign, today: date) -> list[Bite]:
    """Return the limits that stand against asking this person today, in the order of the table; none to go ahead."""
    own = campaign.standings.get(person)
    found = [*_of_person(person, own, today), *_of_company(person, campaign, today)]
    week = campaign.fresh(today)
    if len(week) >= campaign.limit("C3"):
        first = min(campaign.standings[one].asked or today for one in week)
        found.append(Bite("C3", tuple(week), first + timedelta(days=WEEK)))
    every = campaign.asking()
    if len(every) >= campaign.limit("C4"):
        found.append(Bite("C4", tuple(every), _first_end(every, campaign)))
    return sorted(found, key=lambda one: one.cap)


def second_contacts(campaign: Campaign, eligible: Mapping[str, Iterable[str]]) -> dict[str, Step]:
    """Return for each company with one unanswered request when a second person there may be written to.

    `eligible` has by company key who else there is on a list; a company without anybody else is left out. Source:
    the 3 of 3B7 (Dalton, The 2-Hour Job Search).
    """
    found = {}
    for person in campaign.asking():
        one, company = campaign.standings[person], campaign.companies.get(person, "")
        alone = company and campaign.asking(company) == [person]
        others = [other for other in eligible.get(company, ()) if other != person]
        if alone and others and one.stage == "asked" and one.asked:
            found[company] = Step("second-contact", campaign.days.bd(one.asked, campaign.limit("C7")))
    return found


def _of_person(person: str, own: Standing | None, today: date) -> Iterable[Bite]:
    if own is None:
        return
    if own.asking:
        yield Bite("C1", (person,))
    if own.may_ask_from and today < own.may_ask_from:
        yield Bite("C6", (person,), own.may_ask_from)
    if own.declined or own.stage == "do-not-contact":
        yield Bite("C8", (person,))


def _of_company(person: str, campaign: Campaign, today: date) -> Iterable[Bite]:
    company = campaign.companies.get(person, "")
    there = [one for one in campaign.asking(company) if one != person] if company else []
    if len(there) >= campaign.limit("C2"):
        yield Bite("C2", tuple(there), _first_end(there, campaign))
    starts = [campaign.standings[one].asked for one in there if campaign.standings[one].stage == "asked"]
    waits = max((campaign.days.bd(day, campaign.limit("C7")) for day in starts if day), default=today)
    if waits > today:
        yield Bite("C7", tuple(there), waits)


def _first_end(people: Iterable[str], campaign: Campaign) -> date | None:
    """Return the first day on which one of these requests comes to rest by itself."""
    ends = [day for one in people if (day := _end(campaign.standings[one], campaign.days)) is not None]
    return min(ends, default=None)


def _end(one: Standing, days: Workdays) -> date | None:
    rests = STAGES[one.row].rests
    if rests is None or one.since is None:
        return None
    anchor = one.asked if rests.anchor == "asked" else one.since
    return days.bd(anchor, rests.days) if anchor else None
