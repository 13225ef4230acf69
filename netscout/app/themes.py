"""Across talks: notes, reflections and who is owed something, of everybody talked with for a target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from netscout.app.session import Session
from netscout.campaign.themes import balance, themes
from netscout.model.notes import Reflection
from netscout.model.themes import Talk, Themes


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt: talks by person id, what they say together, reflections, who gave more than they got."""

    talks: Mapping[str, Talk]
    themes: Themes
    reflections: Mapping[str, list[Reflection]] = field(default_factory=dict)
    owed: tuple[str, ...] = ()


def learnt(session: Session, target: str | None = None) -> Learnt:
    """Return what was learnt in all talks, or in those for one target.

    Raises:
        SettingsError: there is no target of that name.
        StoreError: the workspace cannot be read.
    """
    from netscout.app.aims import aims
    from netscout.app.campaign import desk
    from netscout.store.notes import all_notes
    from netscout.store.people import person_of
    from netscout.store.reflections import reflections

    plan = session.plan()
    wanted = plan.target(target) if target is not None else None
    with session.open() as workspace:
        held = desk(session, workspace)
        met = [person for person, log in held.logs.items() if any(one.event == "met" for one in log)]
        goals = aims(workspace, plan.targets, met)
        met = [one for one in met if wanted is None or goals[one] == wanted.name]
        led = {one.named: one.referrer for one in held.referrals if one.referrer and one.named}
        people = {one: person_of(workspace, one) for one in met}
        firsts = {one: _first(one, led) for one in met}
        talks = {
            person: Talk(one.shown_name, one.company, one.title, person_of(workspace, firsts[person]).shown_name)
            for person, one in people.items()
        }
        owed = sorted(met, key=lambda one: (-balance(held.logs[one]), one))
        return Learnt(
            talks,
            themes(all_notes(workspace), talks),
            {person: one for person, one in reflections(workspace).items() if person in talks},
            tuple(one for one in owed if balance(held.logs[one])),
        )


def _first(person: str, led: Mapping[str, str]) -> str:
    """Return the person that a chain of referrals begins with; in a ring, the last before it closes."""
    seen = {person}
    while person in led and led[person] not in seen:
        person = led[person]
        seen.add(person)
    return person
