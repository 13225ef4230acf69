"""The log: what happened is written down, taken back, shown; nothing in it is ever changed."""

from __future__ import annotations

from dataclasses import replace

from netscout.app.campaign import Logged, standing_of, workdays
from netscout.app.limits import full_day_words
from netscout.app.session import Session
from netscout.campaign.entry import check_possible, entry
from netscout.model.event import Event
from netscout.model.person import Person
from netscout.model.standing import Standing, Typed


def record(session: Session, text: str, typed: Typed) -> Logged:
    """Log what happened with somebody, and return the entry with where it leaves things.

    Raises:
        UnknownPersonError, AmbiguousPersonError: nobody, or more than one, answers to the text.
        RefusedError: as `campaign.entry`; nothing is logged.
        StoreError: the workspace cannot be written; nothing is logged.
    """
    from netscout.app.stats import log_entry
    from netscout.store.events import events
    from netscout.store.people import find_person

    days = workdays(session.plan())
    with session.open() as workspace, workspace.writing():
        person = find_person(workspace, text)
        one = entry(person.id, typed, session.today)
        check_possible(events(workspace, person.id), one, days)
        logged = log_entry(session, workspace, replace(one, person=person.id))
        standing = standing_of(session, workspace, person.id)
        full_day = full_day_words(session, workspace, logged)
    warned = tuple(code for seq, code in standing.warnings if seq == logged.seq)
    return Logged(person, logged, standing, warned, full_day)


def undo(session: Session) -> Logged:
    """Take back the last entry, and return it with where that leaves things; both stay in the log.

    Raises:
        RefusedError: there is no entry to take back.
        StoreError: the workspace cannot be written; nothing is taken back.
    """
    from netscout.app.refer import withdraw
    from netscout.store.events import retract
    from netscout.store.people import person_of

    with session.open() as workspace, workspace.writing():
        taken = retract(workspace, on=session.today.isoformat())
        withdraw(workspace, taken)
        person = person_of(workspace, taken.person)
        return Logged(person, taken, standing_of(session, workspace, person.id))


def history(session: Session, text: str) -> tuple[Person, list[Event], Standing]:
    """Return a person, the entries of their log in the order they happened, and where these leave things.

    Raises:
        UnknownPersonError, AmbiguousPersonError: nobody, or more than one, answers to the text.
        StoreError: the workspace cannot be read.
    """
    from netscout.campaign.fold import order
    from netscout.store.events import events
    from netscout.store.people import find_person

    with session.open() as workspace:
        person = find_person(workspace, text)
        return person, sorted(events(workspace, person.id), key=order), standing_of(session, workspace, person.id)
