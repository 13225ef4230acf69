"""Dated contacts of an owner with the people of their network, each counted once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from netscout.store.ids import SQL_ID, person_id, person_number
from netscout.store.owners import number_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from netscout.store.owners import StoredOwner
    from netscout.store.workspace import Workspace

_FROM = (
    "FROM interaction JOIN sighting ON sighting.id = interaction.sighting "
    "JOIN owner ON owner.id = interaction.owner "
    "WHERE interaction.owner = ? AND repeated = 0 AND sighting.person <> owner.person "
)
_MESSAGES = (
    f"SELECT sighting.person, direction, at, recipients > 1, conversation {_FROM} AND interaction.kind = 'message'"
)
_OTHERS = f"SELECT sighting.person, interaction.kind, direction, day, detail {_FROM} AND interaction.kind <> 'message'"


@dataclass(slots=True)
class _Tally:
    sent: int = 0
    received: int = 0
    group_sent: int = 0
    group_received: int = 0
    last: int | None = None
    any_message: bool = False
    skills: set[str] = field(default_factory=set)
    recommendations: list[dict[str, Any]] = field(default_factory=list)
    sent_at: str | None = None


def interaction_rows(ws: Workspace, owner: StoredOwner | int | None = None) -> list[tuple[Any, ...]]:
    """Return the contacts of an owner in the columns of `tables.INTERACTIONS`: undated first, then by moment."""
    number = number_of(ws, owner)
    with ws.reading() as db:
        return db.execute(
            f"SELECT {SQL_ID.format('sighting.person')}, interaction.kind, direction, CAST(at AS REAL), recipients, "
            f"conversation, detail {_FROM} ORDER BY at, sighting.person, interaction.id",
            (number,),
        ).fetchall()


def conversation_members(ws: Workspace, owner: StoredOwner | int | None = None) -> dict[str, tuple[str, ...]]:
    """Return by conversation the people in it besides the owner, where there are two or more, ids ascending."""
    number = number_of(ws, owner)
    members: dict[str, list[int]] = {}
    with ws.reading() as db:
        rows = db.execute(
            f"SELECT DISTINCT conversation, sighting.person {_FROM} AND interaction.kind = 'message' "
            "AND conversation <> '' ORDER BY conversation, sighting.person",
            (number,),
        )
        for conversation, person in rows:
            members.setdefault(conversation, []).append(person)
    return {key: tuple(map(person_id, people)) for key, people in members.items() if len(people) > 1}


def summaries(ws: Workspace, owner: StoredOwner | int | None = None) -> dict[str, dict[str, Any]]:
    """Return by person id the contact as `people --json` tells it.

    People without any are left out. Each holds `messages` (sent, received, group_sent, group_received, last, two_way;
    None without any message), `skills_endorsed`, `recommended_me`, `recommendations` (direction, created, status) and
    `sent_at`, the moment of the invitation.
    """
    asked = (number_of(ws, owner),)
    with ws.reading() as db:
        messages = db.execute(_MESSAGES, asked).fetchall()
        others = db.execute(f"{_OTHERS} ORDER BY at, interaction.id", asked).fetchall()
    return _summed(messages, _groups(messages), others)


def group_conversations(
    ws: Workspace, owner: StoredOwner | int | None = None, *, person: str | None = None
) -> frozenset[str]:
    """Return the conversations with two or more people besides the owner; only those `person` is in, if given."""
    asked, only = [number_of(ws, owner)], ""
    if person is not None:
        only = (
            "AND conversation IN (SELECT conversation FROM interaction JOIN sighting ON sighting.id = sighting "
            "WHERE sighting.person = ?)"
        )
        asked.append(person_number(person) or 0)
    with ws.reading() as db:
        rows = db.execute(
            f"SELECT conversation {_FROM} AND interaction.kind = 'message' AND conversation <> '' {only} "
            "GROUP BY conversation HAVING MIN(sighting.person) <> MAX(sighting.person)",
            asked,
        )
        return frozenset(conversation for (conversation,) in rows)


def summary(
    ws: Workspace, person: str, groups: Collection[str], owner: StoredOwner | int | None = None
) -> dict[str, Any]:
    """Return what `summaries` tells of one person, {} for none; `groups` are those of `group_conversations`."""
    asked = (number_of(ws, owner), person_number(person) or 0)
    with ws.reading() as db:
        messages = db.execute(f"{_MESSAGES} AND sighting.person = ?", asked).fetchall()
        others = db.execute(f"{_OTHERS} AND sighting.person = ? ORDER BY at, interaction.id", asked).fetchall()
    return _summed(messages, groups, others).get(person, {})


def _summed(
    messages: list[tuple[Any, ...]], groups: Collection[str], others: list[tuple[Any, ...]]
) -> dict[str, dict[str, Any]]:
    """Return what is told by person; messages may come in any order, of the others the oldest comes first."""
    tallies: dict[int, _Tally] = {}
    for person, direction, at, wide, conversation in messages:
        tally = tallies.get(person) or tallies.setdefault(person, _Tally())
        _count_message(tally, direction, at, grouped=bool(wide) or conversation in groups)
    for person, kind, direction, day, detail in others:
        tally = tallies.setdefault(person, _Tally())
        if kind == "endorsement" and direction == "in":
            tally.skills.add(detail)
        elif kind == "recommendation":
            tally.recommendations.append({"direction": direction, "created": day, "status": detail})
        elif kind == "invitation":
            tally.sent_at = tally.sent_at or day
    return {person_id(person): _contact(tallies[person]) for person in sorted(tallies)}


def _groups(messages: list[tuple[Any, ...]]) -> set[str]:
    """Return the conversations with two or more people besides the owner."""
    first: dict[str, int] = {}
    found: set[str] = set()
    for person, _, _, _, conversation in messages:
        if conversation and first.setdefault(conversation, person) != person:
            found.add(conversation)
    return found


def _count_message(tally: _Tally, direction: str, at: int | None, *, grouped: bool) -> None:
    tally.any_message = True
    if direction == "out":
        tally.group_sent += grouped
        tally.sent += not grouped
    elif direction == "in":
        tally.group_received += grouped
        tally.received += not grouped
    if not grouped and at is not None and direction in ("in", "out"):
        tally.last = at if tally.last is None else max(tally.last, at)


def _contact(tally: _Tally) -> dict[str, Any]:
    messages = None
    if tally.any_message:
        messages = {
            "sent": tally.sent,
            "received": tally.received,
            "group_sent": tally.group_sent,
            "group_received": tally.group_received,
            "last": None if tally.last is None else datetime.fromtimestamp(tally.last, UTC).date().isoformat(),
            "two_way": tally.sent > 0 and tally.received > 0,
        }
    return {
        "messages": messages,
        "skills_endorsed": len(tally.skills),
        "recommended_me": any(one["direction"] == "in" and one["status"] == "VISIBLE" for one in tally.recommendations),
        "recommendations": tally.recommendations,
        "sent_at": tally.sent_at,
    }
