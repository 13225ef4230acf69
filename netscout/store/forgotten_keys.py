"""What a person may be known again by: the keys by which the rules of identity could join a row to them."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Sequence

    from netscout.model.export import Export

LISTED = frozenset(("connection", "contact", "card"))
_FORMS = frozenset(
    (
        *("ab", "ag", "aps", "as", "asa", "bv", "co", "company", "corp", "corporation", "doo", "eg", "ev", "gmbh"),
        *("inc", "incorporated", "kft", "kg", "kk", "lda", "limited", "llc", "llp", "lp", "ltd", "ltda", "mbh"),
        *("nv", "oy", "oyj", "plc", "pte", "pty", "sa", "sarl", "sas", "se", "sl", "slu", "spa", "srl", "sro"),
        *("ug", "zoo", "zrt"),
    )
)
"""Legal forms that end a company's name."""


class Known(NamedTuple):
    """What a row says of who its person is; `phones` as written."""

    kind: str
    slug: str | None
    name_key: str
    emails: tuple[str, ...] = ()
    company: str = ""
    connected_on: str | None = None
    phones: tuple[str, ...] = ()

    @property
    def says_name_alone(self) -> bool:
        """Return whether nothing but the name tells who is meant."""
        bare = not (self.company or self.connected_on or self.phones)
        return bool(self.name_key) and not (self.slug or self.emails) and (bare or self.kind not in LISTED)


def rows_of(export: Export) -> list[Known]:
    """Return what each sighting of an export says of who it is, in order."""
    phones = {one.sighting: one.phones for one in export.details}
    return [
        Known(one.kind, one.slug, one.name_key, one.emails, one.company, one.connected_on, phones.get(at, ()))
        for at, one in enumerate(export.sightings)
    ]


def stored_rows(db: sqlite3.Connection, numbers: Collection[int]) -> list[Known]:
    """Return what the stored rows of these people say of who they are."""
    held = json.dumps(sorted(numbers))
    return [
        Known(kind, slug, name, tuple(json.loads(emails)), company, day, tuple(json.loads(phones)))
        for kind, slug, name, emails, company, day, phones in db.execute(
            "SELECT kind, slug, name_key, emails, company, connected_on, COALESCE(phones, '[]') FROM sighting "
            "LEFT JOIN detail ON detail.sighting = sighting.id "
            "WHERE person IN (SELECT value FROM json_each(?)) ORDER BY sighting.id",
            (held,),
        )
    ]


def own_keys(row: Known) -> list[str]:
    """Return the keys that are a person's own whatever the name: profile and addresses."""
    return [*([f"slug\n{row.slug}"] if row.slug else ()), *(f"email\n{one}" for one in row.emails)]


def named_keys(row: Known) -> list[str]:
    """Return the keys made of the name with one thing more: day of connection, company, phone number.

    A phone number counts with the name only, or where there is none: colleagues and families share numbers.
    """
    found = [f"phone\n{one}\n{row.name_key}" for one in _numbers(row)]
    if row.name_key:
        found += [f"day\n{row.name_key}\n{row.connected_on}"] if row.connected_on else []
        found += [f"name\n{row.name_key}\n{one}" for one in _companies(row.company)]
    return found


def kept_keys(row: Known) -> list[str]:
    """Return the keys to keep of a row: those it bears, and its numbers for a row that has no name."""
    return [*own_keys(row), *named_keys(row), *(f"phone\n{one}\n" for one in _numbers(row))]


def bare_key(name_key: str) -> str:
    """Return the key of a row that gave a name and neither profile, address nor company."""
    return f"name\n{name_key}\n"


def alone_key(name_key: str) -> str:
    """Return the key of a name that nobody else bore when its person was forgotten; it is marked as such."""
    return f"alone\n{name_key}"


def keys_of(rows: Sequence[Known], names_of_others: Collection[str]) -> list[str]:
    """Return all keys to keep of a person with these rows; a name alone only where nobody else bears it."""
    found: dict[str, None] = {}
    for row in rows:
        found |= dict.fromkeys(kept_keys(row))
        if row.name_key and not (row.slug or row.emails or row.company):
            found[bare_key(row.name_key)] = None
        if row.name_key and row.name_key not in names_of_others:
            found[alone_key(row.name_key)] = None
    return sorted(found)


def hashed(salt: str, key: str) -> str:
    """Return what is kept of a key."""
    return hashlib.sha256(f"{salt}\n{key}".encode()).hexdigest()


def _numbers(row: Known) -> list[str]:
    return [digits for one in row.phones if (digits := re.sub(r"\D", "", one))]


def _companies(written: str) -> Iterator[str]:
    """Yield a company as written, then without punctuation and the legal form at its end."""
    whole = written.casefold()
    if whole:
        yield whole
    words = re.sub(r"[^\w\s]", "", whole).split()
    while len(words) > 1 and words[-1] in _FORMS:
        words.pop()
    short = " ".join(words)
    if short and short != whole:
        yield short
