"""Notes on people, each with a theme or none: what was heard, what was found out before, how often it was rehearsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.model.notes import OPEN, Note
from netscout.model.referral import NOT_ASKED, word_on
from netscout.store.ids import current_numbers, person_id, person_number
from netscout.store.people import person_of
from netscout.store.referrals import referrals

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace

FOUND = "found:"
"""Theme of a line of the research list, before its part and word: `found:company:news`."""
OUTCOME, REHEARSAL = "prep:outcome", "prep:rehearsal"
"""Themes: what is wanted from the talk, a rehearsal with its length."""
CADENCE = "keep:days"
"""Theme of how often to keep in touch: days between contacts, 0 for never."""


def keep(ws: Workspace, person: str, theme: str, text: str, *, on: str) -> None:
    """Store a line of this theme in place of the one there is; an empty text takes it away.

    Raises:
        UnknownPersonError: nobody has this id.
        StoreError: as `Workspace.writing`.
    """
    known = person_of(ws, person).id
    with ws.writing() as db:
        for number in _numbers(ws, known):
            db.execute("DELETE FROM note WHERE person = ? AND theme = ?", (number, theme))
        if text:
            add(ws, known, theme, text, on=on)


def add(ws: Workspace, person: str, theme: str, text: str, *, on: str) -> None:
    """Store a line of this theme beside those there are (raises StoreError)."""
    number = person_number(person_of(ws, person).id)
    with ws.writing() as db:
        db.execute(
            "INSERT INTO note (person, on_day, text, theme, source) VALUES (?, ?, ?, ?, 'user')",
            (number, on, text, theme),
        )


def themed(ws: Workspace, person: str) -> dict[str, list[str]]:
    """Return the lines of one person by theme, in the order stored; those without a theme are left out."""
    known = person_of(ws, person).id
    found: dict[str, list[str]] = {}
    with ws.reading() as db:
        now = current_numbers(db)
        for number, theme, text in db.execute("SELECT person, theme, text FROM note WHERE theme <> '' ORDER BY id"):
            if person_id(now.get(number, number)) == known:
                found.setdefault(theme, []).append(text)
    return found


def notes_of(ws: Workspace, person: str) -> list[Note]:
    """Return the notes on one person, oldest first (raises StoreError)."""
    return [one for one in all_notes(ws) if one.person == person]


def all_notes(ws: Workspace) -> list[Note]:
    """Return the notes on everybody, oldest first, those of a day as they were written (raises StoreError)."""
    with ws.reading() as db:
        now = current_numbers(db)
        rows = db.execute("SELECT person, on_day, text, theme FROM note ORDER BY on_day, id").fetchall()
    return [Note(person_id(now.get(number, number)), on, text, theme) for number, on, text, theme in rows]


def left_open(ws: Workspace) -> list[str]:
    """Return what talks with anybody left open, the newest first, each once."""
    with ws.reading() as db:
        rows = db.execute("SELECT text FROM note WHERE theme = ? ORDER BY on_day DESC, id DESC", (OPEN,)).fetchall()
    return list(dict.fromkeys(text for (text,) in rows))


def named_by(ws: Workspace, person: str) -> tuple[str, str, str] | None:
    """Return who named this person last: the referrer's id, whether the name may be used, and their words."""
    known, ledger = person_of(ws, person).id, referrals(ws)
    lines = [one for one in ledger if one.named == known and one.referrer]
    if not lines:
        return None
    last = max(lines, key=lambda one: (one.on, one.number))
    said = word_on([one for one in ledger if one.referrer == last.referrer], known)
    told = said.permission_words if said else ""
    return last.referrer, said.permission if said else NOT_ASKED, told or last.words


def _numbers(ws: Workspace, person: str) -> list[int]:
    """Return the numbers a person has and had, ascending."""
    wanted = person_number(person) or 0
    with ws.reading() as db:
        return sorted({wanted, *(old for old, new in current_numbers(db).items() if new == wanted)})
