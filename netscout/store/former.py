"""Where people worked before, as far as earlier files say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.store.ids import SQL_ID
from netscout.store.owners import number_of

if TYPE_CHECKING:
    from netscout.store.owners import StoredOwner
    from netscout.store.workspace import Workspace


def former_companies(ws: Workspace, owner: StoredOwner | int | None = None) -> list[tuple[str, str]]:
    """Return (person id, company) for each company of a person that is not their present one, by id and company."""
    number = number_of(ws, owner)
    with ws.reading() as db:
        rows = db.execute(
            f"SELECT DISTINCT {SQL_ID.format('sighting.person')}, sighting.company FROM sighting "  # noqa: S608  # our own column names
            "JOIN profile ON profile.person = sighting.person AND profile.owner = sighting.owner "
            "WHERE sighting.owner = ? AND sighting.company NOT IN ('', profile.company) "
            "ORDER BY sighting.person, sighting.company",
            (number,),
        )
        return [(str(person), str(company)) for person, company in rows]
