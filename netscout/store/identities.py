"""Sightings given to persons: all of them anew at each import, with numbers that stay."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from netscout.model.identity import IdentityRow
from netscout.store.address_book import by_address_alone
from netscout.store.decisions import merged_numbers, sided
from netscout.store.ids import current_numbers
from netscout.store.numbering import number_groups

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from netscout.model.export import Export
    from netscout.store.again import Former

    Resolve = Callable[[Sequence[IdentityRow]], list[int]]


_PART = "linkedin"
"""Kind of the source files that LinkedIn delivers in parts."""


def new_person(db: sqlite3.Connection) -> int:
    """Add a person and return the number."""
    return int(db.execute("INSERT INTO person DEFAULT VALUES").lastrowid or 0)


def settle(
    db: sqlite3.Connection, load: tuple[int, int, Export], resolve: Resolve, former: Former | None = None
) -> int:
    """Store the sightings of an export, everybody's identity made anew; return the number of its first sighting.

    `load` is the number of the export, that of its owner, and the export; `former` what the export left that this one
    replaces. The rules say who is who by the files alone; the user's merges join the persons that come of it.
    """
    export_number, owner, export = load
    part = _PART in {one.kind for one in export.sources}
    delivered = _delivered_with(db, (export_number,) if part else ())
    delivery = delivered.get(export_number, export_number)
    fresh = [
        IdentityRow(owner, delivery, one.kind, one.slug, one.name_key, one.emails, one.company, one.connected_on)
        for one in export.sightings
    ]
    born = [former.number(one) for one in export.sightings] if former else [0] * len(fresh)
    held = list(_stored_rows(db, delivered))
    persons, borns = _settle(db, (list(_former_owner_rows(owner, former)), held), (fresh, born), resolve)
    return _add(db, export_number, (owner, export), persons, borns)


def resettle(db: sqlite3.Connection, resolve: Resolve) -> None:
    """Make everybody's identity anew from what is stored, after a word of the user on who is who."""
    _settle(db, ([], list(_stored_rows(db, _delivered_with(db)))), ([], []), resolve)


def stored_rows(db: sqlite3.Connection) -> tuple[list[IdentityRow], list[int]]:
    """Return all stored rows as the rules see them, owners first, and the sighting number of each (0 = an owner)."""
    mine, held = list(_owner_rows(db)), list(_stored_rows(db, _delivered_with(db)))
    rows = [row for row, _, _ in mine] + [row for row, _, _, _ in held]
    return list(by_address_alone(sided(db, rows))), [0] * len(mine) + [number for _, number, _, _ in held]


def _settle(
    db: sqlite3.Connection,
    stored: tuple[list[tuple[IdentityRow, int, int]], list[tuple[IdentityRow, int, int, int]]],
    fresh: tuple[list[IdentityRow], list[int]],
    resolve: Resolve,
) -> tuple[list[int], list[int]]:
    """Give every stored row to its person; return the person and the born number of each fresh row, not yet stored.

    `stored` are the rows that spoke of the owner in a replaced export, and all rows in the store.
    """
    former, held = stored
    mine = [*former, *_owner_rows(db)]
    rows = [row for row, _, _ in mine]
    rows += [row for row, _, _, _ in held]
    rows += fresh[0]
    born = [number for _, number, _ in mine] + [number for _, _, number, _ in held] + fresh[1]
    numbering = number_groups(resolve(by_address_alone(sided(db, rows))), born, _first_free(db))
    del rows
    merged = merged_numbers(db, numbering.aliases)
    persons = [merged.get(number, number) for number in numbering.person] if merged else numbering.person
    db.executemany("INSERT INTO person (id) VALUES (?)", ((number,) for number in numbering.fresh))
    for (_, _, key), person, first in zip(mine, persons, numbering.born, strict=False):
        db.execute("UPDATE owner SET person = ?, born = ? WHERE id = ?", (person, first, key))
    start, end = len(mine), len(mine) + len(held)
    _move(db, held, persons[start:end], numbering.born[start:end])
    _keep_aliases(db, numbering.aliases, merged, persons)
    return persons[end:], numbering.born[end:]


def _first_free(db: sqlite3.Connection) -> int:
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'person'").fetchone()
    return int(row[0]) + 1 if row else 1


def _owner_rows(db: sqlite3.Connection) -> Iterator[tuple[IdentityRow, int, int]]:
    """Yield what each owner is known by, with the number they were born under and their own; first loaded first."""
    for number, born in db.execute("SELECT id, born FROM owner ORDER BY id").fetchall():
        keys: dict[str, dict[str, None]] = {"slug": {}, "email": {}}
        for kind, key in db.execute(
            "SELECT kind, key FROM owner_key JOIN export ON export.id = owner_key.export WHERE owner = ? "
            "ORDER BY export.id, place",
            (number,),
        ):
            keys[kind][key] = None
        join = f"owner {number}"
        yield IdentityRow(number, -1, "owner", None, "", tuple(keys["email"]), join=join), born, number
        for slug in keys["slug"]:
            yield IdentityRow(number, -1, "owner", slug, "", join=join), born, number


def _former_owner_rows(owner: int, former: Former | None) -> Iterator[tuple[IdentityRow, int, int]]:
    """Yield the rows of a replaced export that spoke of its owner, so that their numbers lead to the owner."""
    for slug, born in former.owner if former else ():
        yield IdentityRow(owner, -1, "owner", slug, "", join=f"owner {owner}"), born, owner


def _delivered_with(db: sqlite3.Connection, but: Sequence[int] = ()) -> dict[int, int]:
    """Return for each part of an export that came in parts, one load each, the number of the part it goes with.

    Parts are the loads of one owner and one known day that brought files of LinkedIn; `but` are such whose files are
    not yet stored. A load with a list of connections is an export of its own: of several lists of one day the parts
    without go with the last by content, as everywhere.
    """
    rows = db.execute(
        "SELECT id, iif(has_connections, id, first_value(id) OVER (PARTITION BY owner, export_date "
        "ORDER BY has_connections DESC, digest DESC, id DESC)) FROM export WHERE export_date IS NOT NULL AND "
        "(id IN (SELECT value FROM json_each(?)) OR id IN (SELECT export FROM source_file WHERE kind = ?))",
        (json.dumps(but), _PART),
    )
    return {number: first for number, first in rows if number != first}


def _stored_rows(db: sqlite3.Connection, delivered: dict[int, int]) -> Iterator[tuple[IdentityRow, int, int, int]]:
    """Yield each stored sighting as (row, its number, born, person); the parts of one delivery are one export."""
    for number, owner, export, kind, slug, name_key, emails, company, day, born, person in db.execute(
        "SELECT id, owner, export, kind, slug, name_key, emails, company, connected_on, born, person "
        "FROM sighting ORDER BY id"
    ):
        addresses = tuple(json.loads(emails)) if emails != "[]" else ()
        delivery = delivered.get(export, export)
        yield IdentityRow(owner, delivery, kind, slug, name_key, addresses, company, day), number, born, person


def _move(
    db: sqlite3.Connection,
    held: list[tuple[IdentityRow, int, int, int]],
    persons: list[int],
    borns: list[int],
) -> None:
    """Give stored sightings to the persons they turn out to speak of."""
    db.executemany(
        "UPDATE sighting SET person = ?, born = ? WHERE id = ?",
        [
            (person, born, number)
            for (_, number, old_born, old_person), person, born in zip(held, persons, borns, strict=False)
            if (person, born) != (old_person, old_born)
        ],
    )


def _keep_aliases(db: sqlite3.Connection, aliases: dict[int, int], merged: dict[int, int], persons: list[int]) -> None:
    """Note which number each number given up leads to; one given up by an earlier import still leads somewhere."""
    old = current_numbers(db)
    given_up = {**old, **aliases, **merged}
    in_force = set(persons) if given_up else set()
    leads = {}
    for alias in sorted(given_up.keys() - in_force):
        number = aliases.get(alias, alias)
        number = merged.get(number, number)
        if number == alias:
            number = old[alias]
            number = merged.get(aliases.get(number, number), aliases.get(number, number))
        leads[alias] = number
    db.execute("DELETE FROM person_alias")
    db.executemany("INSERT INTO person_alias VALUES (?, ?)", leads.items())


def _add(
    db: sqlite3.Connection, export_number: int, source: tuple[int, Export], persons: list[int], borns: list[int]
) -> int:
    owner, export = source
    first = int(db.execute("SELECT COALESCE(max(id), 0) + 1 FROM sighting").fetchone()[0])
    rows = zip(export.sightings, persons, borns, strict=True)
    db.executemany(
        "INSERT INTO sighting VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(number, export_number, owner, person, born),
                *one[:8],
                json.dumps(one.credentials, ensure_ascii=False) if one.credentials else "[]",
                json.dumps(one.emails, ensure_ascii=False) if one.emails else "[]",
                *one[10:],
            )
            for number, (one, person, born) in enumerate(rows, first)
        ),
    )
    return first
