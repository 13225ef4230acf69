"""Across talks: notes, reflections and who is owed something, of everybody talked with for a target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from netscout.app.balance import owed
from netscout.app.session import Session
from netscout.campaign.balance import balance_words
from netscout.campaign.form import heading_of
from netscout.campaign.themes import FEW, themes
from netscout.model.notes import Note, Reflection
from netscout.model.themes import Talk, Themes

if TYPE_CHECKING:
    from netscout.app.campaign import Desk
    from netscout.model.event import Event
    from netscout.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt: talks by person id, what they say together, reflections, what is owed to whom in sentences."""

    talks: Mapping[str, Talk]
    themes: Themes
    reflections: Mapping[str, list[Reflection]] = field(default_factory=dict)
    owed: Mapping[str, str] = field(default_factory=dict)


def learnt(session: Session, target: str | None = None) -> Learnt:
    """Return what was learnt in all talks, or in those for one target.

    Raises:
        SettingsError: there is no target of that name.
        StoreError: the workspace cannot be read.
    """
    from netscout.app.aims import aims
    from netscout.app.campaign import desk
    from netscout.store.notes import all_notes
    from netscout.store.reflections import reflections

    plan = session.plan()
    wanted = plan.target(target) if target is not None else None
    day = session.today.isoformat()
    with session.open() as workspace:
        held = desk(session, workspace)
        met = [person for person, log in held.logs.items() if any(one.event == "met" for one in log)]
        goals = aims(workspace, plan.targets, met)
        met = [one for one in met if wanted is None or goals[one] == wanted.name]
        talks = _talks(session, workspace, held, met)
        owing = {who: balance_words(one, talks[who].name) for who, one in owed(held).items() if who in talks}
        return Learnt(
            talks,
            themes([*_logged(held.logs), *(one for one in all_notes(workspace) if one.on <= day)], talks),
            {person: one for person, one in reflections(workspace).items() if person in talks},
            owing,
        )


def headed(theme: str) -> str:
    """Return what a theme is called on the screen."""
    return heading_of(theme)


def _logged(logs: Mapping[str, Sequence[Event]]) -> list[Note]:
    """Return what was written down with an entry of the log on what they said."""
    told = [one for log in logs.values() for one in log if one.note and one.event in ("met", "advised")]
    return [Note(one.person, one.on, one.note) for one in told]


def _talks(session: Session, workspace: Workspace, held: Desk, met: Sequence[str]) -> dict[str, Talk]:
    """Return with whom the talks were; only where all may come from one corner is the whole network read."""
    from netscout.store.people import person_of

    led = {one.named: one.referrer for one in held.referrals if one.referrer and one.named}
    known = {*led, *led.values()}
    people = {one: person_of(workspace, one) for one in met}
    firsts = {one: person_of(workspace, _first(one, led)).shown_name if one in known else "" for one in met}
    found = {one: Talk(who.shown_name, who.company, chain=firsts[one]) for one, who in people.items()}
    if len(met) < FEW:
        return found
    from netscout.app.pipeline import candidates, study

    table = candidates(study(session, workspace), None).set_index("id")
    for one in (one for one in met if one in table.index):
        row = table.loc[one]
        company = str(row["company_label"]) or people[one].company
        found[one] = replace(found[one], company=company, field=str(row["family"]), rung=str(row["seniority"]))
    return found


def _first(person: str, led: Mapping[str, str]) -> str:
    """Return the person that a chain of referrals begins with; in a ring, the last before it closes."""
    seen = {person}
    while person in led and led[person] not in seen:
        person = led[person]
        seen.add(person)
    return person
