"""What the user makes of talks, and what they decide about targets: appended, never rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netscout.model.notes import Reflection
from netscout.store.ids import current_numbers, person_id, person_number
from netscout.store.notes import add, all_notes
from netscout.store.people import person_of

if TYPE_CHECKING:
    from netscout.model.referral import Decision
    from netscout.store.workspace import Workspace

_WORDS = {"verdict": "reflect:verdict", "backup": "reflect:backup", "next_step": "reflect:next"}
"""Themes under which the words of a reflection are kept."""


def reflect(ws: Workspace, person: str, one: Reflection) -> None:
    """Append what the user makes of a talk (raises UnknownPersonError, StoreError)."""
    number = person_number(person_of(ws, person).id)
    with ws.writing() as db:
        db.execute(
            "INSERT INTO reflection (person, on_day, energy, fit, evidence, logged_on) VALUES (?, ?, ?, ?, ?, ?)",
            (number, one.on, one.energy, one.fit, one.evidence, one.on),
        )
        for name, theme in _WORDS.items():
            if text := getattr(one, name):
                add(ws, person, theme, text, on=one.on)


def reflections(ws: Workspace) -> dict[str, list[Reflection]]:
    """Return what the user made of talks by person, one reflection a day, oldest first.

    What is said later on a day completes what was said before; where it says the same thing anew, the later holds.
    """
    said: dict[tuple[str, str], dict[str, Any]] = {}
    names = {theme: name for name, theme in _WORDS.items()}
    with ws.reading() as db:
        now = current_numbers(db)
        rows = db.execute("SELECT person, on_day, energy, fit, evidence FROM reflection ORDER BY id").fetchall()
    for number, on, energy, fit, evidence in rows:
        words = {"energy": energy, "fit": fit, "evidence": evidence}
        held = said.setdefault((on, person_id(now.get(number, number))), {})
        held.update({name: one for name, one in words.items() if one not in (None, "")})
    for one in all_notes(ws):
        if one.theme in names:
            said.setdefault((one.on, one.person), {})[names[one.theme]] = one.text
    found: dict[str, list[Reflection]] = {}
    for (on, person), words in sorted(said.items()):
        found.setdefault(person, []).append(Reflection(on, **words))
    return found


def decide(ws: Workspace, one: Decision) -> None:
    """Append a decision about a target (raises StoreError)."""
    with ws.writing() as db:
        db.execute(
            "INSERT INTO decision (target, answer, why, on_day) VALUES (?, ?, ?, ?)",
            (one.target, one.answer, one.why, one.on),
        )
