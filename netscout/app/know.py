"""Labels and avoidance: what the user says of people, which outranks all data."""

from __future__ import annotations

from netscout.app.session import Session
from netscout.model.notes import CADENCES
from netscout.model.person import LABELS, Person

__all__ = ["LABELS", "avoid", "keep_in_touch", "know", "questions"]


def know(session: Session, text: str, label: str, place: str = "") -> Person:
    """Store how the user knows somebody and return the person (raises UnknownPersonError, AmbiguousPersonError)."""
    from netscout.store.labels import set_label
    from netscout.store.people import find_person

    with session.open() as workspace:
        person = find_person(workspace, text)
        set_label(workspace, person.id, label, on=session.today.isoformat(), place=place)
    return person


def keep_in_touch(session: Session, text: str, every: str) -> Person:
    """Store how often to keep in touch (a key of CADENCES) and return the person; raises as `know`."""
    from netscout.store.notes import CADENCE, keep
    from netscout.store.people import find_person

    with session.open() as workspace:
        person = find_person(workspace, text)
        days = CADENCES[every]
        keep(workspace, person.id, CADENCE, "" if days is None else str(days), on=session.today.isoformat())
    return person


def avoid(session: Session, text: str, *, reason: str = "", undo: bool = False) -> Person:
    """Keep somebody off the lists, or let them on again; return the person."""
    from netscout.store.labels import avoid as store_avoid
    from netscout.store.labels import unavoid
    from netscout.store.people import find_person

    with session.open() as workspace:
        person = find_person(workspace, text)
        if undo:
            unavoid(workspace, person.id)
        else:
            store_avoid(workspace, person.id, on=session.today.isoformat(), reason=reason)
    return person


def questions(session: Session, count: int) -> list[Person]:
    """Return the people whose label would change the lists most: first those who fit, then those with reach."""
    from netscout.app.pipeline import study
    from netscout.app.review import most_useful

    with session.open() as workspace:
        found = study(session, workspace)
    return most_useful(found, count)
