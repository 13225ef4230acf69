"""The people of the workspace: as rows for a table, as persons, and one found by whatever the user calls them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from netscout.errors import AmbiguousPersonError, UnknownPersonError
from netscout.model.letters import plain_letters
from netscout.model.person import Person
from netscout.store.ids import SQL_ID, current_numbers, person_id, person_number
from netscout.store.owners import fold, number_of, slug_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netscout.store.owners import StoredOwner
    from netscout.store.workspace import Workspace

_COLUMNS = (
    "person, slug, display_name, first_name, last_name, middle_name, credentials, emails, company, title, headline, "
    "connected_on, known_from, gone"
)
_SHOWN = 8


def people_rows(ws: Workspace, owner: StoredOwner | int | None = None) -> list[tuple[Any, ...]]:
    """Return the network of an owner (the first loaded by default) in the columns of `tables.PEOPLE`, by id."""
    number = number_of(ws, owner)
    with ws.reading() as db:
        rows = db.execute(
            f"SELECT {SQL_ID.format('person')}, slug, display_name, company, title, headline, connected_on, "  # noqa: S608  # our own column names
            "known_from, gone FROM profile WHERE owner = ? ORDER BY person",
            (number,),
        )
        return [(*row[:-1], row[-1] == 1) for row in rows]


def count_people(ws: Workspace) -> int:
    """Return how many people the workspace holds, of all owners together."""
    with ws.reading() as db:
        return int(db.execute("SELECT count(DISTINCT person) FROM profile").fetchone()[0])


def all_people(ws: Workspace, owner: StoredOwner | int | None = None) -> list[Person]:
    """Return everybody in the network of an owner (the first loaded by default), by id."""
    return _select(ws, owner, "1 ORDER BY person", ())


def person_of(ws: Workspace, person: str, owner: StoredOwner | int | None = None) -> Person:
    """Return the person of an id, present or given up.

    Raises:
        UnknownPersonError: nobody has this id.
    """
    number = person_number(person)
    found = _by_number(ws, owner, number) if number is not None else None
    if found is None:
        raise _unknown()
    return found


def find_person(ws: Workspace, text: str, owner: StoredOwner | int | None = None) -> Person:
    """Return the one person whom an id, profile URL, slug, e-mail address or name means.

    A name is tried as written, then without case, accents and punctuation, then as the beginning of a name or of
    one of its words.

    Raises:
        UnknownPersonError: nobody answers to it.
        AmbiguousPersonError: several do; the next step lists them.
    """
    wanted = text.strip()
    number = person_number(wanted)
    if number is not None and (found := _by_number(ws, owner, number)) is not None:
        return found
    for finder in (_by_slug, _by_email, _by_name, _by_key, _by_beginning):
        people = finder(ws, owner, wanted) if wanted else []
        if len(people) == 1:
            return people[0]
        if people:
            raise _ambiguous(people)
    raise _unknown()


def find_named(ws: Workspace, text: str, *, slug: str | None = None, company: str = "") -> Person | None:
    """Return the one person whom somebody meant by a name, None where nobody here may be meant.

    `slug` is the key of their profile and settles it; somebody with another profile is another person. A name must be
    the whole name, or a single word of one. Of several of one name, the one at `company` is meant.

    Raises:
        UnknownPersonError: the text is an id or an address, and nobody has it.
        AmbiguousPersonError: several may be meant; the next step lists them.
    """
    wanted = text.strip()
    if person_number(wanted) is not None or "@" in wanted or "/" in wanted:
        return find_person(ws, wanted)
    if slug and (known := _by_slug(ws, None, slug)):
        return known[0]
    for finder in (_by_name, _by_key, _by_word):
        people = [one for one in finder(ws, None, wanted) if not (slug and one.slug)]
        there = [one for one in people if company and fold(one.company) == fold(company)]
        people = there if len(there) == 1 else people
        if len(people) == 1:
            return people[0]
        if people:
            raise _ambiguous(people)
    return None


def search(ws: Workspace, query: str, owner: StoredOwner | int | None = None) -> list[Person]:
    """Return the people in whose name, company, title or headline every word of the query begins a word, by id."""
    words = plain_letters(fold(query)).split()

    def holds(one: Person) -> bool:
        text = " " + plain_letters(fold(f"{one.display_name} {one.company} {one.title} {one.headline}"))
        return all(f" {word}" in text for word in words)

    return [one for one in all_people(ws, owner) if holds(one)]


def possible_duplicates(ws: Workspace, owner: StoredOwner | int | None = None) -> list[tuple[str, ...]]:
    """Return the ids of those who share a name and were not joined, each set ascending, ordered by its first id."""
    number = number_of(ws, owner)
    by_name: dict[str, list[int]] = {}
    with ws.reading() as db:
        rows = db.execute(
            "SELECT DISTINCT name_key, person FROM sighting WHERE owner = ?1 AND name_key <> '' "
            "AND person <> (SELECT person FROM owner WHERE id = ?1) ORDER BY person",
            (number,),
        )
        for key, person in rows:
            by_name.setdefault(key, []).append(person)
    return [tuple(map(person_id, one)) for one in sorted(one for one in by_name.values() if len(one) > 1)]


def first_names(ws: Workspace, owner: StoredOwner | int | None = None) -> dict[str, str]:
    """Return the first name ("" if none) by id of everybody in the network of an owner."""
    number = number_of(ws, owner)
    with ws.reading() as db:
        rows = db.execute("SELECT person, first_name FROM profile WHERE owner = ? ORDER BY person", (number,))
        return {person_id(person): name for person, name in rows}


def _select(ws: Workspace, owner: StoredOwner | int | None, where: str, values: Iterable[object]) -> list[Person]:
    number = number_of(ws, owner)
    with ws.reading() as db:
        rows = db.execute(f"SELECT {_COLUMNS} FROM profile WHERE owner = ? AND {where}", (number, *values))  # noqa: S608  # our own conditions
        return [_person(row) for row in rows]


def _person(row: tuple[Any, ...]) -> Person:
    number, slug, display, first, last, middle, credentials, emails, *rest = row
    company, title, headline, connected_on, known_from, gone = rest
    return Person(
        person_id(number),
        slug,
        display,
        first,
        last,
        middle,
        _texts(credentials),
        _texts(emails),
        company,
        title,
        headline,
        connected_on,
        known_from,
        bool(gone),
    )


def _texts(cell: str) -> tuple[str, ...]:
    return () if cell == "[]" else tuple(json.loads(cell))


def _by_number(ws: Workspace, owner: StoredOwner | int | None, number: int) -> Person | None:
    """Return the person of a number, in the network of the owner meant or (None) in the first that holds them."""
    of = ws.owner if owner is None else number_of(ws, owner)
    with ws.reading() as db:
        number = current_numbers(db).get(number, number)
        row = db.execute(
            f"SELECT {_COLUMNS} FROM profile WHERE person = ?1 AND owner = COALESCE(?2, owner) ORDER BY owner",  # noqa: S608  # our own column names
            (number, of),
        ).fetchone()
    return None if row is None else _person(row)


def _by_slug(ws: Workspace, owner: StoredOwner | int | None, text: str) -> list[Person]:
    where = "person IN (SELECT person FROM sighting WHERE slug = ?) ORDER BY person"
    return _select(ws, owner, where, (slug_of(text),))


def _by_email(ws: Workspace, owner: StoredOwner | int | None, text: str) -> list[Person]:
    if "@" not in text:
        return []
    where = "person IN (SELECT person FROM identity WHERE kind = 'email' AND key = ?) ORDER BY person"
    return _select(ws, owner, where, (text.casefold(),))


def _by_name(ws: Workspace, owner: StoredOwner | int | None, text: str) -> list[Person]:
    return _select(ws, owner, "display_name = ? ORDER BY person", (text,))


def _by_key(ws: Workspace, owner: StoredOwner | int | None, text: str) -> list[Person]:
    return [one for one in all_people(ws, owner) if fold(one.display_name) == fold(text)] if fold(text) else []


def _by_beginning(ws: Workspace, owner: StoredOwner | int | None, text: str) -> list[Person]:
    key = fold(text)
    named = [(f" {fold(one.display_name)}", one) for one in all_people(ws, owner)] if key else []
    whole = [one for name, one in named if name.startswith(f" {key}")]
    return whole or [one for name, one in named if f" {key}" in name]


def _by_word(ws: Workspace, owner: StoredOwner | int | None, text: str) -> list[Person]:
    key = fold(text)
    return [one for one in all_people(ws, owner) if key in fold(one.display_name).split()] if key else []


def _unknown() -> UnknownPersonError:
    return UnknownPersonError(
        "nobody in this workspace answers to that.",
        "Look them up with `netscout people WORD`, then use the id (p0042) or the profile URL.",
    )


def _ambiguous(people: list[Person]) -> AmbiguousPersonError:
    shown = "; ".join(f"{one.id} ({_where(one)})" for one in people[:_SHOWN])
    more = f"; and {len(people) - _SHOWN} more" if len(people) > _SHOWN else ""
    return AmbiguousPersonError(f"{len(people)} people answer to that.", f"Give the id of one: {shown}{more}.")


def _where(one: Person) -> str:
    parts = [one.title or one.headline, one.company]
    return " at ".join(part for part in parts if part) or "no title or company known"
