"""What identity rules need of a sighting: the contract between `store` and `matching.identity`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class IdentityRow(NamedTuple):
    """The keys of one claim about a person.

    Attributes:
        owner: number of the owner whose export the claim stands in.
        export: number of that export.
        kind: as `Sighting.kind`; `owner` for what an export says of the owner themselves.
        slug: key of the profile URL, or None.
        name_key: comparison key of the name, "" if there is none.
        emails: lower case.
        company: as written, "" if absent.
        connected_on: `YYYY-MM-DD` or None.
        join: rows of one non-empty text here are one person, whatever else they say, as the several slugs of one
            owner.
        side: rows that the user set apart bear a text of their own here; rows of two texts are never one person.
    """

    owner: int
    export: int
    kind: str
    slug: str | None
    name_key: str
    emails: tuple[str, ...] = ()
    company: str = ""
    connected_on: str | None = None
    join: str = ""
    side: str = ""


class Joint(NamedTuple):
    """One join of two rows, by their places in the rows given.

    Attributes:
        one, other: places of the rows.
        rule: why they are one person: `slug` (same profile), `source` (stated together), `email`, `namesake` (the
            only person of that name in the export), `company` (the one of that name at that company), `equal` (equal
            in name and company), `named` (somebody whom a contact named, listed under that name at that company), `day`
            (same name and day of connection), `side` (set apart together by the user).
    """

    one: int
    other: int
    rule: str


@dataclass(frozen=True, slots=True)
class Era:
    """What one export says of a person, with the reason why these rows are that person.

    Attributes:
        number: from 1, in order of first appearance; eras that say the same who-is-who bear one number.
        export_date: `YYYY-MM-DD` or None.
        owner: person id of the member whose export it is.
        files: the tables that say it, in order.
        kinds: the kinds of the sightings, as `Sighting.kind`.
        name, company, title, headline, connected_on, slug, emails: as that export says, "" or None if it does not.
        rule: "" for the first; otherwise a rule of `Joint`, `owner`, or `merge` (the user's own).
        joined_to: `number` of the era the rule joins it to, 0 for the first and for merges.
        joined_export: export date of that era, None if unknown.
        rows: how many rows of the export say it.
    """

    number: int
    export_date: str | None
    owner: str
    files: tuple[str, ...]
    kinds: tuple[str, ...]
    name: str
    company: str
    title: str
    headline: str
    connected_on: str | None
    slug: str | None
    emails: tuple[str, ...]
    rule: str = ""
    joined_to: int = 0
    joined_export: str | None = None
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Apart:
    """What a split did: the person it was asked for and the ids that are persons of their own now, ascending."""

    person: str
    others: tuple[str, ...]
