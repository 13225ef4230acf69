"""People whom nobody has dealt with for long: the data that a limit of the user's own says not to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.store.ids import current_numbers, person_id

if TYPE_CHECKING:
    from datetime import date

    from netscout.store.workspace import Workspace

_DAYS = (
    "SELECT person, connected_on FROM sighting WHERE connected_on IS NOT NULL",
    (
        "SELECT sighting.person, max(substr(interaction.day, 1, 10)) FROM interaction JOIN sighting "
        "ON sighting.id = interaction.sighting WHERE interaction.day IS NOT NULL GROUP BY sighting.person"
    ),
    (
        "SELECT sighting.person, on_day FROM sighting_note JOIN sighting ON sighting.id = sighting_note.sighting "
        "WHERE on_day IS NOT NULL"
    ),
    "SELECT person, on_day FROM event",
    "SELECT person, on_day FROM label",
    "SELECT person, on_day FROM avoid",
    "SELECT person, on_day FROM note",
    "SELECT person, on_day FROM reflection",
)


def untouched(ws: Workspace, *, today: date, months: int) -> list[str]:
    """Return the ids of people with whom nothing happened in so many months: no contact, word or note of the user's.

    Somebody of whom no day is known counts from the day their first file was loaded.
    """
    limit = _months_before(today, months)
    newest: dict[int, str] = {}
    with ws.reading() as db:
        now = current_numbers(db)
        for query in _DAYS:
            for person, day in db.execute(query):
                key = now.get(person, person)
                newest[key] = max(newest.get(key, ""), day)
        rows = db.execute(
            "SELECT sighting.person, min(loaded_on) FROM sighting JOIN export ON export.id = sighting.export "
            "WHERE sighting.person NOT IN (SELECT person FROM owner) GROUP BY sighting.person ORDER BY sighting.person"
        )
        return [person_id(person) for person, loaded in rows if (newest.get(person) or loaded) < limit]


def _months_before(day: date, months: int) -> str:
    """Return the day so many months earlier; the 31st of a shorter month is after its end, which sorts rightly."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return f"{year:04d}-{month + 1:02d}-{day.day:02d}"
