"""What a sheet may say of a person and of the user: each fact from the workspace, with the file it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netscout.app.own_trade import own_trade
from netscout.campaign.draft import as_role, with_article
from netscout.campaign.research import ITEMS
from netscout.lang import fill, texts
from netscout.model.days import long_day, month_of
from netscout.model.sheet import TalkFacts
from netscout.store.notes import FOUND, OUTCOME, REHEARSAL

if TYPE_CHECKING:
    import pandas as pd

    from netscout.app.pipeline import Study
    from netscout.model.event import Event
    from netscout.model.person import Person
    from netscout.model.target import Target
    from netscout.store.workspace import Workspace

_LEADS = frozenset(("lead", "manager", "director", "vp", "c-level", "founder"))
_SENIOR = frozenset(("senior", *_LEADS))
_NEW = frozenset(("intern", "junior"))
_COMPANIES = 3
"""Target companies asked about, at most."""


def talk_facts(
    found: Study,
    workspace: Workspace,
    person: Person,
    target: Target | None,
    kept: tuple[Sequence[Event], Mapping[str, Sequence[str]]],
) -> TalkFacts:
    """Return the facts of a talk with one person; `kept` are their log by days, and what is noted by theme."""
    from netscout.app.pipeline import candidates
    from netscout.store.notes import left_open

    table = candidates(found, target)
    place = int(found.people.index[found.people["id"] == person.id][0])
    one, tie = table.iloc[place], found.ties.iloc[place]
    alone = str(one["company_key"]).startswith("self:")
    company = "" if alone else person.company
    log, notes = kept
    referrer, may, words = _referrer(workspace, person.id)
    is_own = own_trade(found, target).is_it
    research = _research(found, tie, notes, referrer if may == "yes" else "")
    meeting = next((event for event in reversed(log) if event.event in ("scheduled", "confirmed")), None)
    fixed = next((event for event in reversed(log) if event.event == "scheduled"), None)
    return TalkFacts(
        person.id,
        person.shown_name,
        person.title or person.headline,
        company,
        _audiences(found, place, one, research, referred=bool(referrer) and may == "yes"),
        _ties(tie, person, log, internal=bool(found.own.iloc[place])),
        target.mode if target else "exploring",
        target.name if target else "",
        as_role(target.roles[0]) if target else "",
        _companies(found, target, person.company),
        next(iter(notes.get(OUTCOME, ())), ""),
        fixed.for_day or "" if fixed else "",
        fixed.at or "" if fixed else "",
        fixed.zone or "" if fixed else "",
        (meeting.note or (fixed.note if fixed else "")) if meeting else "",
        referrer,
        may,
        words,
        {"place": next(iter(target.places), "") if target else ""},
        research,
        tuple(q for q in found.plan.questions if not q.target or (target and q.target == target.name)),
        tuple(left_open(workspace)[:3]),
        _introduction(found),
        sum(event.event == "met" for event in log),
        len(notes.get(REHEARSAL, ())),
        is_own,
        tuple(word for word, one in ITEMS.items() if notes.get(_theme(word, one.part), [""])[-1]),
    )


def _audiences(
    found: Study, place: int, one: pd.Series, research: Mapping[str, str], *, referred: bool
) -> tuple[str, ...]:
    """Return who somebody is to the user; who plainly does other work is asked about people and paths instead."""
    level = str(one["seniority"])
    holds = one["verdict"] != "no"
    said = {
        "practitioner": holds,
        "connector": not holds,
        "recent entrant": (holds and level in _NEW) or bool(research.get("newcomer")),
        "career changer": bool(research.get("changed")),
        "senior": holds and level in _SENIOR,
        "manager": holds and level in _LEADS,
        "internal": bool(found.own.iloc[place]),
        "shared history": bool(research.get("shared")),
        "referred": referred,
        "close": found.ties["label"].iloc[place] == "close",
    }
    return tuple(key for key, holds_true in said.items() if holds_true)


def _research(found: Study, tie: pd.Series, notes: Mapping[str, Sequence[str]], referrer: str) -> dict[str, str]:
    """Return the lines found by word: the user's own, else what the workspace holds itself."""
    owner = found.owner.owner if found.owner else None
    past = [one for one in owner.positions if one.company == tie["shared_employer"]] if owner else []
    former = str(tie["shared_employer"]) if past and not any(one.current for one in past) else ""
    known = {
        "shared": str(tie["shared_school"] or former),
        "field": owner.industry.lower() if owner else "",
        "referrer": referrer,
    }
    mine = {word: notes.get(_theme(word, one.part), [""])[-1] for word, one in ITEMS.items()}
    return {word: text for word, text in {**known, **{key: one for key, one in mine.items() if one}}.items() if text}


def _theme(word: str, part: str) -> str:
    return f"{FOUND}{part}:{word}"


def _ties(tie: pd.Series, person: Person, log: Sequence[Event], *, internal: bool) -> tuple[tuple[str, str], ...]:
    words = texts("sheet")
    rows: list[tuple[str, str]] = []
    label = str(tie["label"])
    if label in ("close", "know", "met"):
        rows.append((words[f"ties.{label}"], "your word"))
    if internal:
        rows.append((words["ties.colleague"], "Positions.csv"))
    elif tie["shared_employer"]:
        rows.append((fill(words["ties.employer"], {"company": str(tie["shared_employer"])}), "Positions.csv"))
    if tie["shared_school"]:
        rows.append((fill(words["ties.school"], {"school": str(tie["shared_school"])}), "Education.csv"))
    if tie["recommended_me"]:
        rows.append((words["ties.recommended"], "Recommendations_Received.csv"))
    if int(tie["sent"]) and int(tie["received"]) and isinstance(tie["last_day"], str):
        rows.append((fill(words["ties.wrote"], {"month": month_of(tie["last_day"])}), "messages.csv"))
    if person.connected_on:
        rows.append((fill(words["ties.connected"], {"month": month_of(person.connected_on)}), "Connections.csv"))
    met = [event.on for event in log if event.event == "met"]
    if met:
        day = long_day(date.fromisoformat(max(met)))
        rows.insert(0, (fill(words["ties.talked"], {"day": day}), "your log"))
    return tuple(rows)


def _companies(found: Study, target: Target | None, own: str) -> tuple[str, ...]:
    """Return the companies of the target, in the order given, without the person's own and the user's."""
    from netscout.app.barred import own_employers
    from netscout.matching.companies import judge_companies

    mine = own_employers(found.plan.me, found.owner.owner if found.owner else None)
    named = list(dict.fromkeys(target.companies)) if target else []
    taken = [one for one in (own, *mine) if one]
    if not named or not taken:
        return tuple(named[:_COMPANIES])
    judged = judge_companies(named, taken, found.plan.aliases).set_index("company")["verdict"]
    return tuple(one for one in named if judged[one] != "match")[:_COMPANIES]


def _referrer(workspace: Workspace, person: str) -> tuple[str, str, str]:
    from netscout.store.notes import named_by
    from netscout.store.people import person_of

    found = named_by(workspace, person)
    if found is None:
        return "", "", ""
    return person_of(workspace, found[0]).shown_name, found[1], found[2]


def _introduction(found: Study) -> tuple[str, ...]:
    """Return who the user is, in sentences that are true: name, present work, the one before, school."""
    words, owner = texts("sheet"), found.owner.owner if found.owner else None
    name = found.plan.me.name or (owner.name if owner else "")
    lines = [fill(words["intro.name"], {"me": name}) if name else ""]
    if owner is None:
        return tuple(lines)
    now = next((one for one in owner.positions if one.current and one.title), None)
    if now:
        key = "intro.now" if now.company else "intro.now.title"
        lines.append(fill(words[key], {"title": with_article(now.title), "company": now.company}))
    before = next((one for one in owner.positions if not one.current and one.title and one.company), None)
    if before:
        lines.append(fill(words["intro.before"], {"title": with_article(before.title), "company": before.company}))
    school = next((one.name for one in owner.schools if one.name), "")
    return (*lines, fill(words["intro.school"], {"school": school})) if school else tuple(lines)
