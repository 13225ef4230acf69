"""Notes and reflections: what was heard, and what the user makes of it; private, appended, never rewritten."""

from __future__ import annotations

import re

from netscout.app.session import Session
from netscout.campaign.form import checked, form, line, read_form
from netscout.errors import RefusedError
from netscout.model.days import is_of_campaign
from netscout.model.notes import THEME_MOST, Note, Reflection
from netscout.model.person import Person

_THEME = re.compile(r"[^\W\d_][\w -]*")


def note(session: Session, text: str, words: str, *, theme: str = "", on: str = "") -> tuple[Person, Note]:
    """Write a note on somebody down, and return both.

    Raises:
        UnknownPersonError, AmbiguousPersonError: nobody, or more than one, answers to the text.
        RefusedError: nothing to write down, too much of it, a theme that is no word, a day to come.
        StoreError: the workspace cannot be written; nothing is kept.
    """
    from netscout.store.notes import add
    from netscout.store.people import find_person

    said = checked(words)
    if not said:
        raise RefusedError("there is nothing to write down.", 'Give it behind the name: netscout note PERSON "..."')
    day, about = _day(session, on), _theme(theme)
    with session.open() as workspace, workspace.writing():
        person = find_person(workspace, text)
        add(workspace, person.id, about, said, on=day)
    return person, Note(person.id, day, said, about)


def blank(session: Session, text: str, *, theme: str = "", on: str = "") -> tuple[Person, str]:
    """Return the person and the form that the editor opens with; its day is that of the talk to write of, else today.

    Raises:
        UnknownPersonError, AmbiguousPersonError: nobody, or more than one, answers to the text.
        RefusedError: a theme that is no word, a day to come.
    """
    from datetime import date

    from netscout.app.campaign import standing_of
    from netscout.store.people import find_person

    _theme(theme)
    day = date.fromisoformat(_day(session, on))
    with session.open() as workspace:
        person = find_person(workspace, text)
        standing = standing_of(session, workspace, person.id)
    due = any(one.action == "write-notes" for one in standing.sides)
    return person, form(person.shown_name, standing.talk if due and standing.talk and not on else day)


def take(session: Session, person: Person, filled: str, *, theme: str = "") -> list[Note]:
    """Keep what a filled-in form says and return it; nothing where it says nothing.

    Raises:
        RefusedError: too much of it, a theme that is no word, a day that cannot be; nothing is kept.
        StoreError: the workspace cannot be written; nothing is kept.
    """
    from netscout.store.notes import add

    named, found = read_form(filled, person.shown_name)
    main, day = _theme(theme), _day(session, named)
    kept = [Note(person.id, day, checked(words), each or main) for each, words in found]
    with session.open() as workspace, workspace.writing():
        for one in kept:
            add(workspace, one.person, one.theme, one.text, on=day)
    return kept


def notes(session: Session, text: str) -> tuple[Person, list[Note]]:
    """Return a person and the notes on them, oldest first; those that netscout keeps for itself are left out.

    Raises:
        UnknownPersonError, AmbiguousPersonError: nobody, or more than one, answers to the text.
        StoreError: the workspace cannot be read.
    """
    from netscout.store.notes import notes_of
    from netscout.store.people import find_person

    with session.open() as workspace:
        person = find_person(workspace, text)
        return person, [one for one in notes_of(workspace, person.id) if ":" not in one.theme]


def reflect(session: Session, text: str, said: Reflection) -> tuple[Person, list[Reflection]]:
    """Write down what the user makes of a talk, and return the person with everything so written, oldest first.

    A reflection that says nothing is not kept. `said.on` is ignored: it is today.

    Raises:
        UnknownPersonError, AmbiguousPersonError: nobody, or more than one, answers to the text.
        RefusedError: no talk with them is logged, or too long a line.
        StoreError: the workspace cannot be written; nothing is kept.
    """
    from netscout.store.events import events
    from netscout.store.people import find_person
    from netscout.store.reflections import reflect as keep
    from netscout.store.reflections import reflections

    whole = Reflection(
        session.today.isoformat(),
        said.energy,
        said.fit,
        *(line(one, "a line") for one in (said.evidence, said.verdict, said.backup, said.next_step)),
    )
    with session.open() as workspace, workspace.writing():
        person = find_person(workspace, text)
        if not any(one.event == "met" for one in events(workspace, person.id)):
            raise RefusedError(
                "no talk with this person is logged.", f"Log it first: netscout log {person.id} met", code="no-talk"
            )
        if whole != Reflection(whole.on):
            keep(workspace, person.id, whole)
        return person, reflections(workspace).get(person.id, [])


def _day(session: Session, text: str) -> str:
    from datetime import date

    if not text:
        return session.today.isoformat()
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as fault:
        raise RefusedError("the day of the note cannot be read.", "Write it as 2026-03-23.") from fault
    if not is_of_campaign(day):
        raise RefusedError("the year of the note cannot be meant.", "Write the day as 2026-03-23.")
    if day > session.today:
        raise RefusedError(f"{day.isoformat()} is still to come.", "Leave --on out for today.", code="future")
    return day.isoformat()


def _theme(text: str) -> str:
    found = " ".join(text.split()).casefold()
    if found and (len(found) > THEME_MOST or not _THEME.fullmatch(found)):
        raise RefusedError("a theme is a word or two.", "For example: --theme open, --theme resume, --theme money")
    return found
