"""What each export says of one person, oldest first, and why its rows are that person."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from netscout.model.identity import Era, IdentityRow
from netscout.store.decisions import row_key
from netscout.store.identities import stored_rows
from netscout.store.ids import SQL_ID, current_numbers, person_number

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from netscout.model.identity import Joint
    from netscout.store.workspace import Workspace

    Joints = Callable[[Sequence[IdentityRow]], list[Joint]]

_SIGHTINGS = (
    "SELECT sighting.id, sighting.owner, sighting.export, sighting.kind, slug, name_key, emails, company, "  # noqa: S608  # our own column name
    "connected_on, display_name, title, headline, export_date, COALESCE(export_file.name, ''), "
    f"{SQL_ID.format('owner.person')} "
    "FROM sighting JOIN export ON export.id = sighting.export JOIN owner ON owner.id = sighting.owner "
    "LEFT JOIN export_file ON export_file.export = sighting.export AND export_file.place = sighting.file "
    "WHERE sighting.person = ? ORDER BY COALESCE(export_date, ''), export.digest, sighting.export, "
    "sighting.kind NOT IN ('connection', 'contact'), sighting.id"
)
_WORDS = (("address ", "email"), ("entry ", "equal"), ("owner ", "owner"))
"""What stands behind rows that their source joined, by how the joining text begins."""


@dataclass(slots=True)
class _Group:
    """The sightings of one export that say the same of who somebody is."""

    key: str
    first: tuple[Any, ...]
    sightings: list[int] = field(default_factory=list)
    files: dict[str, None] = field(default_factory=dict)
    kinds: dict[str, None] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)


def eras_of(ws: Workspace, person: str, joints: Joints) -> list[Era]:
    """Return what each export says of a person (`joints`: `netscout.matching.identity.joints`), the oldest first."""
    number = person_number(person) or 0
    with ws.reading() as db:
        groups = _groups(db, current_numbers(db).get(number, number))
        if not groups:
            return []
        rows, numbers = stored_rows(db) if len(groups) > 1 else ([], [])
    reasons = _reasons(groups, rows, numbers, joints)
    places: dict[str, int] = {}
    for one in groups:
        places.setdefault(one.key, len(places) + 1)
    return [_era(one, places, reasons[at], groups) for at, one in enumerate(groups)]


def rows_by_key(ws: Workspace, person: str) -> dict[str, list[int]]:
    """Return the sighting numbers behind each `Era.number` of a person by key (`decisions.row_key`), number 1 first."""
    number = person_number(person) or 0
    found: dict[str, list[int]] = {}
    with ws.reading() as db:
        for one in _groups(db, current_numbers(db).get(number, number)):
            found.setdefault(one.key, []).extend(one.sightings)
    return found


def _groups(db: sqlite3.Connection, person: int) -> list[_Group]:
    groups: dict[tuple[int, str], _Group] = {}
    for row in db.execute(_SIGHTINGS, (person,)):
        sighting, owner, export, kind, slug, name_key, emails, company, day, name, title, headline, *_, file, _ = row
        addresses = tuple(json.loads(emails))
        key = row_key(IdentityRow(owner, export, kind, slug, name_key, addresses, company, day))
        one = groups.setdefault((export, key), _Group(key, row))
        one.sightings.append(sighting)
        one.kinds[kind] = None
        if file:
            one.files[file] = None
        said = {"name": name, "company": company, "title": title, "headline": headline, "day": day, "slug": slug}
        for word, value in said.items():
            if value and not one.values.get(word):
                one.values[word] = value
        one.values["emails"] = tuple(dict.fromkeys((*one.values.get("emails", ()), *addresses)))
    return list(groups.values())


def _reasons(
    groups: list[_Group], rows: Sequence[IdentityRow], numbers: Sequence[int], joints: Joints
) -> list[tuple[str, int]]:
    """Return for each group the rule that joins it and the place of the group it is joined to (-1 for none)."""
    group_of = {sighting: at for at, one in enumerate(groups) for sighting in one.sightings}
    nodes = {at: group_of.get(number, -1 - at) for at, number in enumerate(numbers) if not number or number in group_of}
    edges: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for one in joints(rows) if len(groups) > 1 else ():
        if one.one in nodes and one.other in nodes:
            rule = _rule(one, rows)
            first, second = nodes[one.one], nodes[one.other]
            edges[first].append((second, rule))
            edges[second].append((first, rule))
    found: dict[int, tuple[str, int]] = {}
    for root in range(len(groups)):
        if root in found:
            continue
        found[root] = ("merge" if root else "", -1)
        queue = deque([(root, root)])
        while queue:
            at, known = queue.popleft()
            for other, rule in edges[at]:
                if other not in found:
                    found[other] = (rule, known)
                    queue.append((other, other if other >= 0 else known))
    return [found[at] for at in range(len(groups))]


def _rule(one: Joint, rows: Sequence[IdentityRow]) -> str:
    if one.rule != "source":
        return one.rule
    text = rows[one.one].join
    return next((rule for start, rule in _WORDS if text.startswith(start)), "email")


def _era(one: _Group, places: dict[str, int], reason: tuple[str, int], groups: list[_Group]) -> Era:
    rule, to = reason
    return Era(
        number=places[one.key],
        export_date=one.first[-3],
        owner=one.first[-1],
        files=tuple(one.files),
        kinds=tuple(one.kinds),
        name=one.values.get("name", ""),
        company=one.values.get("company", ""),
        title=one.values.get("title", ""),
        headline=one.values.get("headline", ""),
        connected_on=one.values.get("day"),
        slug=one.values.get("slug"),
        emails=one.values["emails"],
        rule=rule,
        joined_to=places[groups[to].key] if to >= 0 else 0,
        joined_export=groups[to].first[-3] if to >= 0 else None,
        rows=len(one.sightings),
    )
