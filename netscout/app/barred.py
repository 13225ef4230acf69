"""Who stands on no list, each with the printed reason.

Flags name the rule in JSON: X2 the manager, X3 at the present employer, X4 the same where it is a target, X5 its
recruiters and human resources, X8 waits for others at the company, `off` kept off by the user, by the log of requests
or for standing in the address book alone, `gone` no longer in the newest export.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.model.owner import Owner
from netscout.model.target import Me

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from netscout.app.said import Said
    from netscout.settings import Plan
    from netscout.store.workspace import Workspace
    from netscout.tables import Candidates, People

MANAGER = "your manager; name them yourself if you want to ask them"
COLLEAGUE = "works at your present employer, so that your plans stay your own"
RECRUITER = "recruits for your present employer"
HR = "works in human resources at your present employer"
AVOID = "you said: not this person"
FULL = "X8"
"""Flag of whoever waits for other requests at the company to be over."""
LEFT = "no longer among your connections in the newest export"

ADDRESS_BOOK = "stands in your address book alone; say with `know` how you know each other, to have them listed"
_KNOWN = ("close", "know", "met")


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


def barred_people(workspace: Workspace, people: People, said: Said, today: date) -> dict[str, str]:
    """Return the reason for each person whom the user's words, or standing in an address book alone, keeps off."""
    from netscout.store.address_book import given_on_purpose

    return only_in_address_book(people, said.labels, given_on_purpose(workspace)) | kept_off(said, today)


def kept_off(said: Said, today: date) -> dict[str, str]:
    """Return the reason for each person whom the user's own word or the log of requests keeps off the lists."""
    from netscout.campaign.asking import log_reason

    logged = {person: log_reason(one, today) for person, one in said.standings.items()}
    never = {person: logged[person] for person, one in said.standings.items() if one.stage == "do-not-contact"}
    waiting = {person: reason for person, reason in logged.items() if reason}
    return waiting | dict.fromkeys(said.avoided, AVOID) | never


def only_in_address_book(people: People, labels: Mapping[str, str], chosen: Collection[str] = ()) -> dict[str, str]:
    """Return the reason for each person whom only an uploaded address book names and the user never said to know.

    An upload to LinkedIn sweeps in everyone. Where there are no connections at all, the address book is the network;
    and people in files that the user loaded on purpose, `chosen`, are listed like everybody else.
    """
    sources = list(people["known_from"])
    if "connections" not in sources:
        return {}
    return {
        person: ADDRESS_BOOK
        for person, source in zip(people["id"], sources, strict=True)
        if source == "contacts" and person not in chosen and labels.get(person, "") not in _KNOWN
    }


def full_companies(table: Candidates, said: Said, plan: Plan) -> Candidates:
    """Return the candidates with everybody barred at whose company enough requests are open."""
    from netscout.app.campaign import workdays
    from netscout.campaign.asking import company_reason
    from netscout.campaign.caps import Campaign, full

    if not said.standings:
        return table
    keys = dict(zip(table["id"], table["company_key"], strict=True))
    found = full(Campaign(said.standings, keys, workdays(plan), plan.limits))
    if not found:
        return table
    waits = [key in found and not reason for reason, key in zip(table["excluded"], table["company_key"], strict=True)]
    told = zip(waits, table["excluded"], table["flags"], table["company_key"], table["company_label"], strict=True)
    rows = [
        (company_reason(found[key], label), f"{flags} {FULL}".strip()) if wait else (reason, flags)
        for wait, reason, flags, key, label in told
    ]
    return table.assign(excluded=[reason for reason, _ in rows], flags=[flags for _, flags in rows])


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
    target names it; `kinds` say `recruiter` or `hr` of whoever decides about people; `off` comes from `kept_off`; `me`
    is the person id of the user's manager and whether the employer knows of the plans.
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
    if own and kind == "hr":
        return ("", "X4 X5") if internal else (HR, "X5")
    return "", "X4" if own and internal else "X3" if own else ""
