"""Lint: a draft is read, its person found, and the text held against the record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from netscout.app.barred import own_employers
from netscout.app.campaign import workdays
from netscout.app.greeting import greeting_name
from netscout.app.session import Session
from netscout.campaign.fold import fold
from netscout.campaign.lint.check import lint
from netscout.campaign.lint.form import read_draft
from netscout.campaign.lint.recorded import ask_of, facts_in, help_notes, helped_on, notes_sent, talk_notes
from netscout.model.lint import Fact, Linted, Record

if TYPE_CHECKING:
    from netscout.model.event import Event
    from netscout.model.owner import Owner
    from netscout.model.person import Label, Person
    from netscout.settings import Plan
    from netscout.store.workspace import Workspace

_KNOWN = ("close", "know", "met")
_TALKED = ("met", "heard-from", "replied")
_OWED = ("report-back", "follow-advice")
_PREMIUM, _NOTE_PREMIUM, _NOTE_FREE = "premium", 300, 200


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the workspace holds that a draft may be held against, read once for any number of people."""

    session: Session
    plan: Plan
    me: Owner | None
    log: tuple[Event, ...]
    labels: Mapping[str, Label]
    groups: frozenset[str]
    workspace: Workspace

    def contact(self, person: str) -> Mapping[str, Any]:
        """Return what `people --json` tells of the messages and gestures of a person, {} for none."""
        from netscout.store.interactions import summary

        return summary(self.workspace, person, self.groups)


def lint_file(session: Session, data: bytes, name: str) -> Linted:
    """Return what the rules say of a draft file or mail file (its bytes, and what faults call it).

    Raises:
        InputError: the file is no draft; with file and line.
        UnknownPersonError, AmbiguousPersonError: `To:` names nobody, or more than one.
        StoreError, SettingsError: the workspace or `targets.toml` cannot be read.
    """
    from netscout.store.people import find_person

    draft = read_draft(data, name)
    with session.open() as workspace:
        person = find_person(workspace, _meant(draft.to))
        return lint(draft, record_of(shelf(session, workspace), person), session.today)


def _of_help(held: Shelf, log: list[Event], person: str) -> tuple[str, ...]:
    """Return what was written down of help without a talk."""
    from netscout.store.referrals import referrals

    lines = [one for one in referrals(held.workspace) if one.referrer == person]
    since = helped_on(log, lines)
    return help_notes(log, [one.name for one in lines if one.on <= since], since) if since else ()


def _meant(text: str) -> str:
    """Return the id where one stands behind a name, as in "Ana Example (p0042)"; else the text."""
    found = re.search(r"\((p[0-9]+)\)\s*$", text)
    return found[1] if found else text


def shelf(session: Session, workspace: Workspace) -> Shelf:
    """Read what the records of people are made from."""
    from netscout.store.events import events
    from netscout.store.interactions import group_conversations
    from netscout.store.labels import labels
    from netscout.store.owners import default_owner

    owner = default_owner(workspace)
    me = owner.owner if owner else None
    log = tuple(events(workspace))
    return Shelf(session, session.plan(), me, log, labels(workspace), group_conversations(workspace), workspace)


def record_of(held: Shelf, person: Person) -> Record:
    """Return everything on record that a draft to a person is held against."""
    from netscout.store.notes import notes_of
    from netscout.store.permissions import permissions

    plan, me, today = held.plan, held.me, held.session.today
    log = [one for one in held.log if one.person == person.id and one.on <= today.isoformat()]
    days = workdays(plan)
    standing = fold(log, today, days)
    asked, may_remind, reminded, answered = ask_of(log, standing, days)
    typed = [(one.on, one.theme, one.text) for one in notes_of(held.workspace, person.id)]
    told = [
        *(one.note for one in log),
        *(text for _, _, text in typed),
        *(f"{word}: {text}" for _, word, text in typed),
    ]
    facts = [*_facts(held, person, log), *_shared(held, person), *facts_in(told)]
    talk = standing.talk.isoformat() if standing.talk else None
    noted = talk_notes(log, [(on, text) for on, theme, text in typed if ":" not in theme], talk)
    employers = own_employers(plan.me, me)
    return Record(
        names=_names(person),
        work=_work(person, plan),
        facts=tuple(dict.fromkeys(facts)),
        permissions=tuple(permissions(held.workspace, person.id, person.display_name)),
        recorded=_recorded(person, me, plan),
        employers=employers,
        employer_known=plan.me.employer_known,
        inside=any(one.kind == "internal" for one in facts),
        stranger=_is_stranger(held, person, log),
        declined=standing.declined,
        put_off=standing.stage == "deferred",
        talk=talk,
        notes=noted if talk else _of_help(held, log, person.id),
        owing=tuple(one.action for one in standing.debts if one.action in _OWED),
        notes_sent=notes_sent(held.log, today),
        note_limit=_NOTE_PREMIUM if _PREMIUM in plan.me.linkedin.casefold().split() else _NOTE_FREE,
        language=plan.me.language,
        asked=asked,
        may_remind=may_remind,
        reminded=reminded,
        answered=answered,
    )


def _names(person: Person) -> tuple[str, ...]:
    greeted = greeting_name(person.first_name, person.display_name)
    return tuple(
        dict.fromkeys(one for one in (person.display_name, greeted, person.first_name, person.last_name) if one)
    )


def _work(person: Person, plan: Plan) -> tuple[str, ...]:
    roles = [role for target in plan.targets for role in target.roles]
    return tuple(dict.fromkeys(one for one in (person.title, person.headline, person.company, *roles) if one))


def _recorded(person: Person, me: Owner | None, plan: Plan) -> tuple[str, ...]:
    mine = [plan.me.name, me.name if me else "", *(one.company for one in (me.positions if me else ()))]
    found = [*_names(person), *_work(person, plan), *mine]
    return tuple(dict.fromkeys(one for one in found if one))


def _facts(held: Shelf, person: Person, log: list[Event]) -> list[Fact]:
    """Return what dates and messages say: connected, met, wrote, recommended."""
    contact = held.contact(person.id)
    messages = contact.get("messages") or {}
    found = [Fact("connected", person.connected_on)] if person.connected_on else []
    found += [Fact("met", one.on) for one in log if one.event == "met"]
    if person.id in held.labels and held.labels[person.id].label in _KNOWN:
        found.append(Fact("met"))
    if messages.get("last"):
        found.append(Fact("wrote", str(messages["last"])[:10]))
    if contact.get("recommended_me"):
        found.append(Fact("recommended"))
    return found


def _shared(held: Shelf, person: Person) -> list[Fact]:
    """Return the places where the user works, worked or studied, and this person works now."""
    from netscout.matching.companies import link_company

    def key(name: str) -> str:
        return link_company(name, held.plan.aliases).key if name else ""

    here = key(person.company)
    if not here:
        return []
    own = own_employers(held.plan.me, held.me)
    me = held.me
    found = [Fact("internal", one) for one in own if key(one) == here]
    found += [Fact("employer", one.company) for one in (me.positions if me else ()) if key(one.company) == here]
    return found + [Fact("school", one.name) for one in (me.schools if me else ()) if key(one.name) == here]


def _is_stranger(held: Shelf, person: Person, log: list[Event]) -> bool:
    messages = held.contact(person.id).get("messages") or {}
    known = person.id in held.labels and held.labels[person.id].label in _KNOWN
    return not known and not messages.get("received") and not any(one.event in _TALKED for one in log)
