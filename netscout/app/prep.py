"""Prep: gather what is known of a person, store what the user found out, and make the sheet for the talk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netscout.app.campaign import standing_of
from netscout.app.session import Session
from netscout.campaign.entry import clean_note
from netscout.campaign.research import ITEMS
from netscout.campaign.timeplan import LEAST, MOST, USUAL
from netscout.errors import RefusedError
from netscout.model.sheet import Sheet

if TYPE_CHECKING:
    from netscout.model.event import Event
    from netscout.model.person import Person

LINE_MOST = 300
"""Characters of a line found or of an outcome."""
_FORMS = {".md": "md", ".html": "html", ".htm": "html"}


@dataclass(frozen=True, slots=True)
class PrepWish:
    """What the user asked of a sheet; `minutes` None takes those of the talk that is fixed, else the usual ones.

    `found` are (word of the research list, what was found) pairs; an empty text takes a line back.
    """

    minutes: int | None = None
    resume: bool = False
    offered: bool = False
    outcome: str | None = None
    found: tuple[tuple[str, str], ...] = ()
    target: str | None = None
    out: Path | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sheet and what was done with it: the file written and whether `prepared` was logged."""

    sheet: Sheet
    replaced: str = ""
    logged: bool = False


def prep(session: Session, text: str, wish: PrepWish) -> Prepared:
    """Return the sheet for a talk with somebody; with `out` it is written, and `prepared` logged.

    Raises:
        RefusedError: minutes out of bounds; a word that is not on the research list; nobody in the network; somebody
            who is not to be contacted; a file of another ending.
        UnknownPersonError, AmbiguousPersonError: nobody, or more than one, answers to the text.
        OutputError: the file cannot be written; nothing is logged.
    """
    from netscout.app.written import began

    form = _form(wish.out)
    lines = _checked(wish)
    since = began(session)
    person, log = _found(session, text)
    minutes = _minutes(wish, log)
    _check_minutes(minutes, offered=wish.offered)
    sheet = _sheet(session, (person, log), wish, minutes, lines)
    if wish.out is None:
        _keep(session, person.id, lines)
        return Prepared(sheet)
    from netscout.app.written import noted, replacing
    from netscout.reports.exports.writing import write
    from netscout.reports.prep_sheet import html_text, markdown_text

    made = html_text(sheet) if form == "html" else markdown_text(sheet)
    replaced = replacing(session, wish.out)
    with noted(session, wish.out, "prep", form, since=since):
        write(wish.out, made)
    _keep(session, person.id, lines)
    return Prepared(sheet, replaced, _log_prepared(session, person.id))


def shown(sheet: Sheet) -> dict[str, Any]:
    """Return everything a sheet shows, in words, as `reports.prep_sheet.sheet_view` has it."""
    from netscout.reports.prep_sheet import sheet_view

    return sheet_view(sheet)


def as_json(done: Prepared) -> dict[str, Any]:
    """Return the payload of `prep --json`."""
    sheet = done.sheet
    return {
        "person": sheet.facts.id,
        "minutes": sheet.minutes,
        "mode": sheet.facts.mode,
        "outcome": sheet.facts.outcome,
        "head": dict(sheet.head),
        "blocks": [
            {"name": one.name, "start": one.start, "end": one.end, "questions": list(one.lines)} for one in sheet.blocks
        ],
        "research": list(sheet.research),
        "facts": [{"text": one, "source": source} for one, source in sheet.facts.ties],
        "remarks": list(sheet.remarks),
        "logged": done.logged,
    }


def talk_sheet(session: Session, text: str, wish: PrepWish, *, noted: bool = True) -> Sheet:
    """Return the sheet for a talk with somebody, nothing written or stored.

    With `noted` false it is as if the user had noted nothing: no goal, no finding, no place, nothing left open.
    Raises as `prep`.
    """
    person, log = _found(session, text)
    minutes = _minutes(wish, log)
    _check_minutes(minutes, offered=wish.offered)
    return _sheet(session, (person, log), wish, minutes, {} if noted else None)


def _found(session: Session, text: str) -> tuple[Person, list[Event]]:
    from netscout.campaign.fold import order
    from netscout.store.events import events
    from netscout.store.people import find_person

    with session.open() as workspace:
        person = find_person(workspace, text)
        if standing_of(session, workspace, person.id).stage == "do-not-contact":
            raise RefusedError(
                "they are not to be contacted, so there is no talk to prepare.",
                f"`netscout log {person.id} reopened` with a --note takes that back.",
            )
        return person, sorted(events(workspace, person.id), key=order)


def _sheet(
    session: Session, who: tuple[Person, list[Event]], wish: PrepWish, minutes: int, lines: Mapping[str, str] | None
) -> Sheet:
    """Return the sheet; `lines` are found or wanted now, by theme, and stand before those kept; None leaves all out."""
    from netscout.app.pipeline import study
    from netscout.app.talk_facts import talk_facts
    from netscout.campaign.sheet import prepare
    from netscout.store.notes import themed

    person, log = who
    target = session.plan().target(wish.target)
    with session.open() as workspace:
        found = study(session, workspace)
        if not (found.people["id"] == person.id).any():
            raise RefusedError("this person is not in your own network.", "See `netscout people`.")
        kept = {} if lines is None else themed(workspace, person.id)
        notes = kept | {theme: [text] for theme, text in (lines or {}).items()}
        facts = talk_facts(found, workspace, person, target, (log, notes))
    if lines is None:
        facts = replace(facts, place="", left_open=(), referrer_words="")
    return prepare(facts, minutes, resume=wish.resume, offered=wish.offered)


def _minutes(wish: PrepWish, log: list[Event]) -> int:
    if wish.minutes is not None:
        return wish.minutes
    fixed = next((one.minutes for one in reversed(log) if one.event == "scheduled" and one.minutes), None)
    return USUAL if fixed is None or fixed < LEAST else min(fixed, MOST)


def _check_minutes(minutes: int, *, offered: bool) -> None:
    from netscout.campaign.timeplan import time_plan

    time_plan(minutes, offered=offered)


def _form(out: Path | None) -> str:
    if out is None:
        return ""
    form = _FORMS.get(out.suffix.lower(), "")
    if not form:
        raise RefusedError("a sheet is not written to a file of this ending.", "End it in .md or .html.")
    return form


def _checked(wish: PrepWish) -> dict[str, str]:
    """Return the lines to store by theme (raises RefusedError)."""
    from netscout.store.notes import FOUND, OUTCOME

    lines = {} if wish.outcome is None else {OUTCOME: clean_note(wish.outcome)}
    for word, text in wish.found:
        if word not in ITEMS:
            from difflib import get_close_matches

            near = get_close_matches(word, ITEMS, 1)
            hint = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(ITEMS)}."
            raise RefusedError("the research list has no line of that name.", hint)
        lines[f"{FOUND}{ITEMS[word].part}:{word}"] = clean_note(text)
    if any(len(one) > LINE_MOST for one in lines.values()):
        raise RefusedError(f"a line has more than {LINE_MOST} characters.", "Keep what you found to one line.")
    return {theme: " ".join(one.split()) for theme, one in lines.items()}


def _keep(session: Session, person: str, lines: dict[str, str]) -> None:
    from netscout.store.notes import keep

    if not lines:
        return
    with session.open() as workspace, workspace.writing():
        for theme, text in lines.items():
            keep(workspace, person, theme, text, on=session.today.isoformat())


def _log_prepared(session: Session, person: str) -> bool:
    """Log that the sheet is done, once a day; return whether it was."""
    from netscout.model.event import Event
    from netscout.store.events import append_event, events

    day = session.today.isoformat()
    with session.open() as workspace, workspace.writing():
        if any(one.event == "prepared" and one.on == day for one in events(workspace, person)):
            return False
        append_event(workspace, Event(person, "prepared", day, logged_on=day))
        return True
