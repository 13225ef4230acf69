"""Who stands on no list, each with the printed reason.

Flags name the rule in JSON: X2 the manager, X3 at the present employer, X4 the same where it is a target, X5 its
recruiters, `off` kept off by the user, by the log of requests or for standing in the address book alone, `gone` no
longer in the newest export.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from netscout.model.export import Owner
from netscout.model.target import Me

if TYPE_CHECKING:
    import pandas as pd

    from netscout.app.said import Said
    from netscout.scoring.goodwill import Standing
    from netscout.store.workspace import Workspace
    from netscout.tables import Candidates, People

MANAGER = "your manager; name them yourself if you want to ask them"
COLLEAGUE = "works at your present employer, so that your plans stay your own"
RECRUITER = "recruits for your present employer"
AVOID = "you said: not this person"
LOGGED = {
    "asked": "you asked on {on}; wait for the answer before you ask again",
    "running": "your request is under way, last news on {on}",
    "declined": "declined on {on}; it is for them to take it up again",
    "deferred": "asked you on {on} to come back later; wait until {until}",
    "closed": "you closed this on {on}",
    "do-not-contact": "not to be written to again, since {on}",
    "met": "you talked on {on}; say thank you first, and ask for nothing new before {until}",
}
"""What the log says of somebody who is not to be asked now, by stage."""
ASK_RESTS = 180
"""Days after which an unanswered ask no longer keeps somebody off the lists."""
TALK_RESTS = 28
"""Days after a talk on which nothing new is asked; thanks, once logged, end it."""
FULL = "{count} requests at {company} are still open; wait until {until}"
COMPANY_ASKS = 2
"""Open requests a company."""
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


def barred_people(workspace: Workspace, people: People, said: Said) -> dict[str, str]:
    """Return the reason for each person whom the user's words, or standing in an address book alone, keeps off."""
    from netscout.store.address_book import given_on_purpose

    return only_in_address_book(people, said.labels, given_on_purpose(workspace)) | kept_off(said)


def kept_off(said: Said) -> dict[str, str]:
    """Return the reason for each person whom the user's own word or the log of requests keeps off the lists."""
    logged = {person: _logged(one) for person, one in said.standings.items()}
    never = {person: reason for person, (reason, final) in logged.items() if final}
    waiting = {person: reason for person, (reason, _) in logged.items() if reason}
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


def _logged(one: Standing) -> tuple[str, bool]:
    """Return why somebody is not to be asked now ("" if they may be), and whether that is final."""
    if not one.stage:
        rests = one.owes_since and one.owes < TALK_RESTS
        until = _days_later(one.owes_since, TALK_RESTS) if rests else ""
        return (LOGGED["met"].format(on=one.owes_since, until=until) if rests else ""), False
    waits = {"asked": _days_later(one.on, ASK_RESTS), "running": one.until, "deferred": one.until}
    over = one.stage in waits and waits[one.stage] <= one.today
    reason = "" if over else LOGGED[one.stage].format(on=one.on, until=one.until)
    return reason, one.stage == "do-not-contact"


def _days_later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def full_companies(table: Candidates, asked: Mapping[str, Standing]) -> Candidates:
    """Return the candidates with everybody barred at whose company two requests are still open."""
    running = {person: one for person, one in asked.items() if one.runs}
    keys = dict(zip(table["id"], table["company_key"], strict=True))
    until: dict[str, list[str]] = {}
    for person, one in running.items():
        if keys.get(person):
            until.setdefault(keys[person], []).append(one.until)
    full = {key: days for key, days in until.items() if len(days) >= COMPANY_ASKS}
    if not full:
        return table
    shown = zip(table["excluded"], table["company_key"], table["company_label"], strict=True)
    reasons = [
        FULL.format(count=len(full[key]), company=label, until=sorted(full[key])[-COMPANY_ASKS])
        if key in full and not reason
        else reason
        for reason, key, label in shown
    ]
    return table.assign(excluded=reasons)


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
