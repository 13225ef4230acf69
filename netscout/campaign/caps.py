"""Limits on asking: which bite, who holds the open requests, when they end; and the second contact at a company."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from netscout.campaign.stages import REMINDED, STAGES
from netscout.campaign.workdays import Workdays
from netscout.model.caps import CAPS
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

    `companies` has the company key by person id ("" for none), for people of the log and for whoever is to be asked;
    `limits` the numbers that were set otherwise than in CAPS.
    """

    standings: Mapping[str, Standing]
    companies: Mapping[str, str]
    days: Workdays
    limits: Mapping[str, int] = field(default_factory=dict)

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
    if (more := len(week) - campaign.limit("C3")) >= 0:
        days = sorted(campaign.standings[one].asked or today for one in week)
        found.append(Bite("C3", tuple(week), days[more] + timedelta(days=WEEK)))
    every = campaign.asking()
    if len(every) >= campaign.limit("C4"):
        found.append(Bite("C4", tuple(every), _free(every, campaign, "C4")))
    return sorted(found, key=lambda one: one.cap)


def full(campaign: Campaign) -> dict[str, Bite]:
    """Return by company key the companies at which enough requests are open.

    A company that waits for its second contact (C7) is not among them: whoever may be that one stays on the list.
    """
    keys = sorted({key for one in campaign.asking() if (key := campaign.companies.get(one, ""))})
    there = {key: campaign.asking(key) for key in keys}
    return {
        key: Bite("C2", tuple(people), _free(people, campaign, "C2"))
        for key, people in there.items()
        if len(people) >= campaign.limit("C2")
    }


def reminder_bite(person: str, own: Standing) -> Bite | None:
    """Return the limit that stands against reminding this person once more; None to go ahead."""
    return Bite("C5", (person,)) if own.row in REMINDED else None


def day_bites(campaign: Campaign, since: date, person: str = "") -> dict[date, Bite]:
    """Return by day, from one on, the limit that stands against one more talk on it, such as one with this person."""
    held: dict[date, list[str]] = {}
    for one, standing in sorted(campaign.standings.items()):
        if one != person and standing.meeting is not None and standing.meeting >= since:
            held.setdefault(standing.meeting, []).append(one)
    return {
        day: Bite("C9", tuple(people)) for day, people in sorted(held.items()) if len(people) >= campaign.limit("C9")
    }


def second_contacts(campaign: Campaign, eligible: Mapping[str, Iterable[str]]) -> dict[str, Step]:
    """Return for each company with one unanswered request when a second person there may be written to.

    `eligible` has by company key who else there is on a list; a company without anybody else is left out. Source:
    the 3 of 3B7 (Dalton, The 2-Hour Job Search).
    """
    found = {}
    for person in campaign.asking():
        one, company = campaign.standings[person], campaign.companies.get(person, "")
        alone = company and campaign.asking(company) == [person] and campaign.limit("C2") > 1
        others = [other for other in eligible.get(company, ()) if other != person]
        if alone and others and one.stage == "asked" and one.asked:
            found[company] = Step("second-contact", campaign.days.bd(one.asked, campaign.limit("C7")))
    return found


def _of_person(person: str, own: Standing | None, today: date) -> Iterable[Bite]:
    if own is None:
        return
    if own.asking:
        yield Bite("C1", (person,), None)
    if own.may_ask_from and today < own.may_ask_from:
        yield Bite("C6", (person,), own.may_ask_from)
    if own.declined or own.stage == "do-not-contact":
        yield Bite("C8", (person,))


def _of_company(person: str, campaign: Campaign, today: date) -> Iterable[Bite]:
    company = campaign.companies.get(person, "")
    there = [one for one in campaign.asking(company) if one != person] if company else []
    if len(there) >= campaign.limit("C2"):
        yield Bite("C2", tuple(there), _free(there, campaign, "C2"))
    waits = {
        one: campaign.days.bd(day, campaign.limit("C7"))
        for one in there
        if campaign.standings[one].stage == "asked" and (day := campaign.standings[one].asked)
    }
    late = tuple(one for one, until in waits.items() if until > today)
    if late:
        yield Bite("C7", late, max(waits[one] for one in late))


def _free(people: list[str], campaign: Campaign, cap: str) -> date | None:
    """Return the day on which requests that end by themselves leave room for one more; None if too few end so."""
    ends = sorted(day for one in people if (day := _end(campaign.standings[one], campaign.days)) is not None)
    more = len(people) - campaign.limit(cap)
    return ends[more] if more < len(ends) else None


def _end(one: Standing, days: Workdays) -> date | None:
    rests = STAGES[one.row].rests
    if rests is None or one.since is None:
        return None
    anchor = one.asked if rests.anchor == "asked" else one.since
    return days.bd(anchor, rests.days) if anchor else None
