"""The campaign for the page: everybody's next step, what is owed, how far it has come, who led to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netscout.app.campaign import Desk, desk
from netscout.app.referred import state_words
from netscout.app.session import Session
from netscout.app.stats import yields_of
from netscout.campaign.agenda import agenda
from netscout.campaign.chains import dead_ends, ties, tree
from netscout.campaign.doing import doing
from netscout.campaign.stages import DEBTS
from netscout.campaign.words import action_words, rest_words, stage_words, urgency_words
from netscout.campaign.yields import key_words
from netscout.lang import fill, texts
from netscout.model.campaign import Campaign, Led, LogNote, Party, Todo
from netscout.model.person import Person
from netscout.model.referral import Branch, Referral, Tie
from netscout.model.standing import Line, Standing, Step
from netscout.model.yields import Yields

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace

_PATIENCE = "let-go"
"""A step that asks nothing of the user but to wait."""
_CADENCE = "keep-in-touch"
_OURS = ":"
"""Stands in themes of netscout's own, whose notes are no words about somebody."""
GROUPS = ("list", "strength", "source", "channel")
"""By what the page compares requests."""


@dataclass(frozen=True, slots=True)
class _Book:
    """What every line is made from: the desk, where everybody stands, the pairs of the ledger, the people by id."""

    desk: Desk
    standings: Mapping[str, Standing]
    ties: Sequence[Tie]
    people: Mapping[str, Person]
    notes: Mapping[str, Sequence[LogNote]]
    """What the user wrote of people, for the private form alone."""

    def name(self, person: str) -> str:
        """Return what somebody is called on the page."""
        return self.people[person].shown_name


def campaign_page(session: Session, workspace: Workspace, *, private: bool) -> Campaign | None:
    """Return the campaign as it stands today, None where nothing is logged; notes and words of others only if private.

    Raises:
        StoreError: the workspace cannot be read.
        SettingsError: `targets.toml` cannot be read.
    """
    held = desk(session, workspace)
    if not held.logs:
        return None
    today = session.today.isoformat()
    pairs = ties(held.referrals, held.logs, today)
    standings = held.standings()
    notes = _notes(workspace, held) if private else {}
    book = _Book(held, standings, pairs, _people(workspace, held, pairs), notes)
    found = agenda(standings, session.today)
    shown = {(one.person, one.step) for one in (*found.now, *found.soon)}
    later = [one for one in _debts(standings, held) if (one.person, one.step) not in shown]
    return Campaign(
        tuple(_party(book, person) for person in held.logs),
        tuple(_todo(book, one) for one in found.now),
        tuple(_todo(book, one) for one in found.soon),
        tuple(_todo(book, one) for one in later),
        _yields(workspace, held),
        _chains(book, private=private),
    )


def _people(workspace: Workspace, held: Desk, pairs: Sequence[Tie]) -> dict[str, Person]:
    from netscout.store.people import person_of

    ids = {*held.logs, *(one for pair in pairs for one in (pair.referrer, pair.named) if one)}
    return {one: person_of(workspace, one) for one in sorted(ids)}


def _debts(standings: Mapping[str, Standing], held: Desk) -> list[Line]:
    """Return what is owed to everybody but the usual sign of life, by day."""
    found = [
        Line(person, step, one, step.status(held.today))
        for person, one in standings.items()
        for step in dict.fromkeys(one.debts)
        if step.action in DEBTS and step.action != _CADENCE
    ]
    return sorted(found, key=lambda one: (one.step.due or held.today, len(one.person), one.person))


def _party(book: _Book, person: str) -> Party:
    who, standing = book.people[person], book.standings[person]
    step = standing.step
    where = " ".join(one for one in (f"{stage_words(standing)}.", rest_words(standing)) if one)
    return Party(
        person,
        who.shown_name,
        who.title,
        who.company,
        standing.stage,
        where,
        _todo(book, Line(person, step, standing, step.status(book.desk.today))) if step.action != "none" else None,
        standing.meeting.isoformat() if standing.meeting and standing.asking else "",
        tuple(book.notes.get(person, ())),
    )


def _notes(workspace: Workspace, held: Desk) -> dict[str, list[LogNote]]:
    """Return what the user wrote beside the log and in notes, by person, oldest first."""
    from netscout.store.notes import all_notes

    found = {
        person: [LogNote(one.on, one.event, one.note) for one in log if one.note] for person, log in held.logs.items()
    }
    for one in all_notes(workspace):
        if one.person in found and _OURS not in one.theme:
            found[one.person].append(LogNote(one.on, one.theme, one.text))
    return {person: sorted(notes, key=lambda one: one.on) for person, notes in found.items()}


def _todo(book: _Book, line: Line) -> Todo:
    step = line.step
    return Todo(
        line.person,
        step.action,
        action_words(step, line.standing),
        urgency_words(step, book.desk.today),
        "waiting" if step.action == _PATIENCE else line.status,
        step.due.isoformat() if step.due else "",
        _about(book, line.person, step),
        doing(line, (), _named(book, line.person)).do,
    )


def _about(book: _Book, person: str, step: Step) -> tuple[str, ...]:
    """Return whom a debt is about: who was named and waits for a line, or who was met and is not told of yet."""
    mine = [one for one in book.ties if one.referrer == person]
    if step.action in ("contact-referral", "check-intro"):
        promised = step.action == "check-intro"
        return tuple(_called(book, one) for one in mine if not one.contacted and (one.intro == "them") == promised)
    if step.action == "report-back":
        return tuple(_called(book, one) for one in mine if one.met and not one.reported)
    return ()


def _called(book: _Book, one: Tie) -> str:
    return book.name(one.named) if one.named else one.name


def _named(book: _Book, person: str) -> list[tuple[Referral, str]]:
    return [
        (Referral(person, one.named, one.name, one.on, intro=one.intro), _called(book, one))
        for one in book.ties
        if one.referrer == person and not one.contacted
    ]


def _yields(workspace: Workspace, held: Desk) -> Yields:
    """Return how the asking went, groups and keys in words."""
    found, words = yields_of(workspace, held, GROUPS), texts("stats")
    told = (replace(one, group=words[f"group.{one.group}"], key=key_words(one.group, one.key)) for one in found.rates)
    return replace(found, rates=tuple(told))


def _chains(book: _Book, *, private: bool) -> tuple[Led, ...]:
    pairs = {(one.referrer, one.key): one for one in book.ties}
    ends = dead_ends(book.ties, {one: book.desk.standing(one).stage for one in book.people})
    above: list[str] = []
    out = []
    for one in tree(book.ties):
        above = [*above[: one.depth], one.key]
        tie = pairs.get((above[-2], one.key)) if one.depth else None
        out.append(_led(book, one, tie, "" if one.again else ends.get(one.key, ""), private=private))
    return tuple(out)


def _led(book: _Book, one: Branch, tie: Tie | None, end: str, *, private: bool) -> Led:
    words = texts("refer")
    who = book.people.get(one.key)
    made = Led(
        one.depth,
        one.key if who else "",
        who.shown_name if who else one.key,
        who.title if who else "",
        who.company if who else "",
        again=one.again,
    )
    if tie is None:
        return made
    return replace(
        made,
        title=made.title or tie.title,
        company=made.company or tie.company,
        state=state_words(tie, book.name(tie.referrer)),
        use=fill(words[f"use.{tie.permission}"], {"referrer": book.name(tie.referrer)}),
        end=words.get(f"end.{end}", ""),
        words=" ".join(dict.fromkeys(one for one in (tie.words, tie.permission_words) if one)) if private else "",
    )
