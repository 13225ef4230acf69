"""Find the one person somebody means."""

from __future__ import annotations

from netscout.app.session import Session
from netscout.model.person import Person


def find(session: Session, text: str) -> Person:
    """Return the person of an id, profile URL, e-mail or name.

    Raises:
        UnknownPersonError: nobody answers to it.
        AmbiguousPersonError: several do; the next step lists them.
    """
    from netscout.store.people import find_person

    with session.open() as workspace:
        return find_person(workspace, text)
