"""What address books and the owner's own notes say of people: birthday, groups, phones, notes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from netscout.model.person import Details, Note
from netscout.store.ids import current_numbers, person_id, person_number
from netscout.store.owners import number_of
from netscout.store.profiles import PRECEDENCE

if TYPE_CHECKING:
    import sqlite3

    from netscout.model.export import Export
    from netscout.store.owners import StoredOwner
    from netscout.store.workspace import Workspace


def add(db: sqlite3.Connection, first: int, export: Export) -> None:
    """Store details and notes of an export whose first sighting has the number `first`."""
    db.executemany(
        "INSERT INTO detail VALUES (?, ?, ?, ?, ?, ?)",
        (
            (first + one.sighting, one.birthday, _list(one.phones), _list(one.labels), one.class_year, one.mentor)
            for one in export.details
        ),
    )
    db.executemany(
        "INSERT INTO sighting_note (sighting, on_day, text) VALUES (?, ?, ?)",
        ((first + one.sighting, one.on, one.text) for one in export.notes),
    )


def details(ws: Workspace, owner: StoredOwner | int | None = None, *, person: str | None = None) -> dict[str, Details]:
    """Return what address books say by person id: newer values win, lists are joined, the newer export's first.

    Of one person alone, if `person` is given.
    """
    only = "" if person is None else " AND person = ?"
    asked = [number_of(ws, owner)] + ([] if person is None else [person_number(person) or 0])
    found: dict[str, Details] = {}
    with ws.reading() as db:
        rows = db.execute(
            "SELECT person, birthday, phones, labels, class_year, mentor FROM detail "  # noqa: S608  # our own ORDER BY
            "JOIN sighting ON sighting.id = detail.sighting JOIN export ON export.id = sighting.export "
            f"WHERE sighting.owner = ?{only} ORDER BY person, {PRECEDENCE}",
            asked,
        )
        for number, birthday, phones, labels, class_year, mentor in rows:
            key = person_id(number)
            had = found.get(key, Details())
            found[key] = Details(
                had.birthday or birthday,
                tuple(dict.fromkeys((*had.phones, *json.loads(phones)))),
                tuple(dict.fromkeys((*had.labels, *json.loads(labels)))),
                had.class_year if had.class_year is not None else class_year,
                had.mentor if had.mentor is not None or mentor is None else bool(mentor),
            )
    return found


def notes(ws: Workspace, owner: StoredOwner | int | None = None) -> dict[str, list[Note]]:
    """Return the user's private notes by person id, those of files and those typed, oldest first, each text once.

    What netscout keeps for itself (how often to keep in touch, the words of a reflection) is left out.
    """
    number = number_of(ws, owner)
    with ws.reading() as db:
        now = current_numbers(db)
        rows = db.execute(
            "SELECT person, on_day, text, 'file', '' FROM sighting_note "
            "JOIN sighting ON sighting.id = sighting_note.sighting WHERE sighting.owner = ? "
            "UNION ALL SELECT person, on_day, text, source, theme FROM note "
            "WHERE instr(theme, ':') = 0 OR theme = 'prep:outcome' OR theme LIKE 'found:%'",
            (number,),
        ).fetchall()
    found: dict[str, dict[str, Note]] = {}
    for person, on, text, source, theme in sorted(rows, key=lambda row: (row[1] or "", row[3] != "file", row[2])):
        found.setdefault(person_id(now.get(person, person)), {}).setdefault(text, Note(text, on, source, theme))
    return {key: list(one.values()) for key, one in sorted(found.items(), key=lambda item: (len(item[0]), item[0]))}


def _list(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False) if values else "[]"
