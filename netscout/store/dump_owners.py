"""Whose a card is: the owners that a dump tells of, and what it says of a person in the network of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netscout.model.dump import HEADER
from netscout.model.owner import Owner

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from netscout.model.dump import Card, Dump, ReadDump, Row

TABLES = ("owner", "export", "owner_key")
"""What of a dump tells of its owners."""
_IDENTITY = ("name", "first_name", "middle_name", "last_name", "credentials", "slug", "emails")
_NAMES = {"display_name": "name"}


def owners_in(read: ReadDump) -> list[Mapping[str, Any]]:
    """Return the owners of a dump, the first loaded first; one of whom nothing is known where it has none."""
    rows = (row.values for row in read.dump.rows if row.table == "owner" and "n" in row.values)
    return sorted(rows, key=lambda one: int(one["n"])) or [{}]


def names_of(owners: Sequence[Mapping[str, Any]]) -> list[str | None]:
    """Return what each owner is called on cards: their person id, or the bare number where two are one person."""
    people = [one.get("person") for one in owners]
    return [who if people.count(who) == 1 else str(one["n"]) for who, one in zip(people, owners, strict=True)]


def claim(dump: Dump, name: str | None) -> Owner:
    """Return what a dump says of the owner who is called so on its cards."""
    exports = [row.values for row in dump.rows if row.table == "export" and row.values["owner"] == name]
    exports.sort(key=lambda one: (one.get("export_date") or "", one.get("n", 0)), reverse=True)
    numbers = {one.get("n") for one in exports}
    keys: dict[str, dict[str, None]] = {"slug": {}, "email": {}}
    for row in dump.rows:
        if row.table == "owner_key" and row.values["export"] in numbers and row.values.get("kind") in keys:
            keys[row.values["kind"]][row.values.get("key", "")] = None
    said, how = (next((one[key] for one in exports if one.get(key)), "") for key in ("owner_name", "owner_how"))
    return Owner(said, tuple(keys["slug"]), tuple(keys["email"]), how)


def sightings(card: Card, name: str | None) -> list[Row]:
    """Return what the files of one owner said of a person, the newest first."""
    rows = [row for row in card.rows if row.table == "sighting" and row.values.get("owner") == name]
    return sorted(rows, key=lambda row: (row.values.get("on") or "", row.values.get("n", 0)), reverse=True)


def header_in(card: Card, name: str | None) -> dict[str, Any]:
    """Return what the files of an owner say of a person, the newest word on each thing, in the words of `HEADER`.

    The top of a card says it of the first owner who knows them; where this one only met them, it says who they are.
    """
    rows = sightings(card, name)
    seen = {row.values.get("n") for row in rows}
    rows += [row for row in card.rows if row.table == "detail" and row.values.get("sighting") in seen]
    known = {key for key, _ in HEADER}
    found: dict[str, Any] = {}
    for key, value in _said(rows):
        if key in known and value not in (None, "", []):
            found.setdefault(key, value)
    return found or {key: card.header[key] for key in _IDENTITY if key in card.header}


def _said(rows: Sequence[Row]) -> Iterator[tuple[str, Any]]:
    for row in rows:
        for key, value in row.values.items():
            yield _NAMES.get(key, key), value
