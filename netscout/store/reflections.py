"""What the user makes of talks, and what they decide about targets: appended, never rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.model.notes import Reflection
from netscout.store.ids import current_numbers, person_id, person_number
from netscout.store.notes import add, notes_of
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
    """Return what the user made of talks by person, oldest first; the words of a day stand with its last scores."""
    with ws.reading() as db:
        now = current_numbers(db)
        rows = db.execute("SELECT person, on_day, energy, fit, evidence FROM reflection ORDER BY on_day, id").fetchall()
    found: dict[str, list[Reflection]] = {}
    for number, on, energy, fit, evidence in rows:
        found.setdefault(person_id(now.get(number, number)), []).append(Reflection(on, energy, fit, evidence))
    return {person: _with_words(ws, person, held) for person, held in found.items()}


def _with_words(ws: Workspace, person: str, held: list[Reflection]) -> list[Reflection]:
    said: dict[str, dict[str, str]] = {}
    names = {theme: name for name, theme in _WORDS.items()}
    for one in notes_of(ws, person):
        if one.theme in names:
            said.setdefault(one.on, {})[names[one.theme]] = one.text
    last = {one.on: place for place, one in enumerate(held)}
    return [
        Reflection(one.on, one.energy, one.fit, one.evidence, **(said.get(one.on, {}) if last[one.on] == place else {}))
        for place, one in enumerate(held)
    ]


def decide(ws: Workspace, one: Decision) -> None:
    """Append a decision about a target (raises StoreError)."""
    with ws.writing() as db:
        db.execute(
            "INSERT INTO decision (target, answer, why, on_day) VALUES (?, ?, ?, ?)",
            (one.target, one.answer, one.why, one.on),
        )
