"""What identity rules need of a sighting: the contract between `store` and `matching.identity`."""

from __future__ import annotations

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
