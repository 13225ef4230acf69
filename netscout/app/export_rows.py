"""What a personal export says of each person: one row a person, in the columns of `reports.exports.fields.PEOPLE`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netscout.app.session import Session
from netscout.model.person import Details, Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from netscout.model.event import Event
    from netscout.model.person import Note
    from netscout.store.workspace import Workspace


def people_rows(session: Session) -> list[dict[str, Any]]:
    """Return everybody but the owner, by id: a personal output, with addresses, phones and notes.

    Raises:
        StoreError: the workspace cannot be read.
    """
    with session.open() as workspace:
        return _rows(workspace)


def notes_of(session: Session) -> dict[str, str]:
    """Return the user's notes as one text by person id (raises StoreError)."""
    from netscout.store.details import notes

    with session.open() as workspace:
        return {person: _note(found) for person, found in notes(workspace).items()}


def _rows(workspace: Workspace) -> list[dict[str, Any]]:
    from netscout.store.details import details, notes
    from netscout.store.events import events
    from netscout.store.interactions import summaries
    from netscout.store.labels import avoided, labels
    from netscout.store.people import all_people

    facts, books, memory = summaries(workspace), details(workspace), notes(workspace)
    said, off, last = labels(workspace), avoided(workspace), _latest(events(workspace))
    return [
        {
            **_person(one),
            **_details(books.get(one.id, Details())),
            **_ties(facts.get(one.id, {})),
            **_log(last.get(one.id)),
            "you_said": said[one.id].label if one.id in said else "",
            "kept_off": one.id in off,
            "note": _note(memory.get(one.id, ())),
        }
        for one in all_people(workspace)
    ]


def _person(one: Person) -> dict[str, Any]:
    return {
        "id": one.id,
        "display_name": one.display_name,
        "first_name": one.first_name,
        "middle_name": one.middle_name,
        "last_name": one.last_name,
        "credentials": one.credentials,
        "title": one.title,
        "company": one.company,
        "headline": one.headline,
        "emails": one.emails,
        "url": one.url,
        "connected_on": one.connected_on,
        "known_from": one.known_from,
        "gone": one.gone,
    }


def _details(found: Details) -> dict[str, Any]:
    return {
        "birthday": found.birthday,
        "phones": found.phones,
        "labels": found.labels,
        "class_year": found.class_year,
        "mentor": found.mentor,
    }


def _ties(facts: Mapping[str, Any]) -> dict[str, Any]:
    messages = facts.get("messages") or {}
    return {
        "sent": messages.get("sent"),
        "received": messages.get("received"),
        "last_message": messages.get("last"),
    }


def _log(event: Event | None) -> dict[str, Any]:
    return {"last_event": event.event if event else "", "last_event_on": event.on if event else None}


def _latest(log: Iterable[Event]) -> dict[str, Event]:
    """Return the entry of the latest day by person, of one day the one logged last."""
    found: dict[str, Event] = {}
    for one in sorted(log, key=lambda one: (one.on, one.seq)):
        found[one.person] = one
    return found


def _note(found: Iterable[Note]) -> str:
    return "\n\n".join(one.text for one in found)
