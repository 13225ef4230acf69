"""The direct messages of a few people: who wrote and when."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from netscout.model.proposal import Message
from netscout.store.ids import person_id, person_number
from netscout.store.owners import number_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netscout.store.owners import StoredOwner
    from netscout.store.workspace import Workspace

_DIRECT = """
WITH own AS (
    SELECT interaction.id, person, direction, at, conversation
    FROM sighting JOIN interaction ON interaction.sighting = sighting.id
    WHERE person IN (SELECT value FROM json_each(?1)) AND interaction.owner = ?2 AND repeated = 0
    AND interaction.kind = 'message' AND direction IN ('in', 'out') AND at IS NOT NULL AND recipients <= 1
), crowded AS (
    SELECT conversation FROM interaction JOIN sighting ON sighting.id = interaction.sighting
    WHERE interaction.owner = ?2 AND interaction.kind = 'message' AND conversation <> ''
    AND conversation IN (SELECT conversation FROM own) AND person <> (SELECT person FROM owner WHERE id = ?2)
    GROUP BY conversation HAVING count(DISTINCT person) > 1
)
SELECT person, direction, at FROM own WHERE conversation NOT IN (SELECT conversation FROM crowded)
ORDER BY at, person, id
"""


def direct_messages(ws: Workspace, people: Iterable[str], owner: StoredOwner | int | None = None) -> list[Message]:
    """Return the direct messages between an owner and people given by id, each once, by moment.

    Messages of conversations with others in them, and those without a moment, are left out.
    """
    numbers = sorted({number for one in people if (number := person_number(one)) is not None})
    if not numbers:
        return []
    with ws.reading() as db:
        rows = db.execute(_DIRECT, (json.dumps(numbers), number_of(ws, owner))).fetchall()
    return [Message(person_id(person), direction, at) for person, direction, at in rows]
