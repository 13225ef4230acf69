"""Whether a tap of a report page is known: said before on that day, or outranked by a later word of the user's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.store.events import events
from netscout.store.ids import current_numbers, person_id
from netscout.store.people import person_of

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace

_SAID = {
    "label": "SELECT person, label, on_day FROM label ORDER BY on_day, seq",
    "avoid": "SELECT person, CASE avoid WHEN 1 THEN 'avoid' ELSE '' END, on_day FROM avoid ORDER BY on_day, seq",
}


def is_known_label(ws: Workspace, person: str, label: str, *, on: str) -> bool:
    """Return whether this label of this day ("" takes back) changes nothing (raises UnknownPersonError)."""
    return _is_known(_said(ws, "label", person), label, on)


def is_known_avoid(ws: Workspace, person: str, *, on: str, off: bool = True) -> bool:
    """Return whether "not this person" of this day, or its taking back, changes nothing (raises UnknownPersonError)."""
    return _is_known(_said(ws, "avoid", person), "avoid" if off else "", on)


def is_known_event(ws: Workspace, person: str, event: str, *, on: str) -> bool:
    """Return whether the log holds such an entry of this day, taken back or not (raises UnknownPersonError)."""
    whose = person_of(ws, person).id
    return any((one.event, one.on) == (event, on) for one in events(ws, whose, all_entries=True))


def _said(ws: Workspace, table: str, person: str) -> list[tuple[str, str]]:
    """Return what was said of a person and when, the word in force last; "" takes back."""
    whose = person_of(ws, person).id
    with ws.reading() as db:
        now = current_numbers(db)
        return [
            (word, on) for number, word, on in db.execute(_SAID[table]) if person_id(now.get(number, number)) == whose
        ]


def _is_known(said: list[tuple[str, str]], word: str, on: str) -> bool:
    """Return whether a word was said on that day, or something later; what is taken back stays so for its whole day."""
    if not said:
        return False
    last, day = said[-1]
    return (word, on) in said or last == word or day > on or (day == on and not last)
