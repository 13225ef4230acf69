"""Entries of address books: whom they mean by e-mail address, and who stands in one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from netscout.store.ids import SQL_ID
from netscout.store.owners import number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netscout.model.identity import IdentityRow
    from netscout.store.owners import StoredOwner
    from netscout.store.workspace import Workspace

KIND = "contact"
_LIST = "csv"  # a table of no known program may be a list of members: to stand in it is no tie
_UPLOAD = "linkedin"


def address_book(ws: Workspace, owner: StoredOwner | int | None = None) -> frozenset[str]:
    """Return the ids of the people who stand in an address book of an owner (the first loaded by default)."""
    return _people_in(ws, owner, but=_LIST)


def given_on_purpose(ws: Workspace, owner: StoredOwner | int | None = None) -> frozenset[str]:
    """Return the ids of the people in contact files that the user chose to load, LinkedIn's own uploads left out."""
    return _people_in(ws, owner, but=_UPLOAD)


def _people_in(ws: Workspace, owner: StoredOwner | int | None, but: str) -> frozenset[str]:
    """Return the people whom a contact file names, files of one source left out."""
    number = number_of(ws, owner)
    with ws.reading() as db:
        rows = db.execute(
            f"SELECT {SQL_ID.format('sighting.person')} FROM sighting "  # noqa: S608  # our own words
            "LEFT JOIN export_file ON export_file.export = sighting.export AND export_file.place = sighting.file "
            "LEFT JOIN source_file ON source_file.export = sighting.export AND source_file.place = export_file.source "
            "WHERE sighting.owner = ? AND sighting.kind = ? AND COALESCE(source_file.kind, ?) <> ?",
            (number, KIND, _UPLOAD, but),
        )
        return frozenset(person for (person,) in rows)


def by_address_alone(rows: Sequence[IdentityRow]) -> Sequence[IdentityRow]:
    """Return the rows in order, entries of address books without the name, so that no name joins them to anybody.

    Entries with a common address are one person. Addresses of theirs that belong to several known people (an entry
    that a couple shares) mean none of these, as no entry may make one person of two. Entries without an address are
    one person where name and company are equal. An entry with an address of the owner is the owner's own.

    One exception: addresses that nobody else is known by belong to the connection of the same full name, where one
    export holds one connection and one entry of that name.
    """
    at_entries = [at for at, row in enumerate(rows) if row.kind == KIND]
    if not at_entries:
        return rows
    own = {(row.owner, address) for row in rows if row.kind == "owner" for address in row.emails}
    mails = {at: [one for one in rows[at].emails if (rows[at].owner, one) not in own] for at in at_entries}
    first = _first_addresses(mails.values())
    torn = _torn(rows, mails, first)
    found = list(rows)
    for at in at_entries:
        row, known = rows[at], mails[at]
        if len(known) < len(row.emails):
            found[at] = row._replace(name_key="", emails=(), join=f"owner {row.owner}")
            continue
        key = first[known[0]] if known else ""
        join = _address_join(key) if key else f"entry {row.owner} {row.name_key}\n{row.company.casefold()}"
        if row.slug or not (key or row.name_key):
            join = ""
        found[at] = row._replace(name_key="", emails=() if key in torn else row.emails, join=join)
    for at, key in _lent(rows, mails, first).items():
        found[at] = rows[at]._replace(join=_address_join(key))
    return found


def _address_join(key: str) -> str:
    return f"address {key}"


def _lent(rows: Sequence[IdentityRow], mails: dict[int, list[str]], first: dict[str, str]) -> dict[int, str]:
    """Return for connections the first address of the entries that are theirs by a name both sides bear but once."""
    slugs, names = _holders(rows, first)
    taken = {first[one] for one in (*slugs, *names)}
    taken |= {first[known[0]] for at, known in mails.items() if known and rows[at].slug}
    entries: dict[tuple[int, str], set[str]] = defaultdict(set)
    borne: dict[tuple[int, str], set[str]] = defaultdict(set)
    for at, known in mails.items():
        row = rows[at]
        lead = first[known[0]] if known else ""
        entries[row.export, row.name_key].add(lead)
        borne[row.export, lead].add(row.name_key)
    listed: dict[tuple[int, str], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.kind == "connection" and row.name_key and (row.export, row.name_key) in entries:
            listed[row.export, row.name_key].append(at)
    lent: dict[str, list[int]] = defaultdict(list)
    for key, members in listed.items():
        lead = min(entries[key])
        clear = len(entries[key]) == 1 and len(borne[key[0], lead]) == 1 and lead and lead not in taken
        if clear and len({rows[at].slug or rows[at].company.casefold() for at in members}) == 1:
            lent[lead] += members
    return {at: lead for lead, members in lent.items() if _one_person(rows, members) for at in members}


def _one_person(rows: Sequence[IdentityRow], members: Sequence[int]) -> bool:
    """Return whether connections of several exports are surely one person: of one profile, else of one name."""
    told = {rows[at].slug for at in members}
    return len(told) == 1 and (None not in told or len({rows[at].name_key for at in members}) == 1)


def _first_addresses(lists: Iterable[list[str]]) -> dict[str, str]:
    """Return for each address the alphabetically first that entries connect it with."""
    lead: dict[str, str] = {}

    def root(one: str) -> str:
        while lead.setdefault(one, one) != one:
            lead[one] = lead[lead[one]]
            one = lead[one]
        return one

    for addresses in lists:
        for one in addresses:
            low, high = sorted((root(addresses[0]), root(one)))
            lead[high] = low
    return {one: root(one) for one in list(lead)}


def _torn(rows: Sequence[IdentityRow], mails: dict[int, list[str]], first: dict[str, str]) -> set[str]:
    """Return the first addresses of the sets that lead to several known people.

    People are told apart by profile; where an address is known without one, by name.
    """
    slugs, names = _holders(rows, first)
    by_slug: dict[str, list[set[str]]] = defaultdict(list)
    by_name: dict[str, list[set[str]]] = defaultdict(list)
    loose = {first[one] for one in names if one not in slugs}
    for one, lead in first.items():
        by_slug[lead] += [slugs[one]] if one in slugs else []
        by_name[lead] += [names[one]] if one in names else []
    for at, known in mails.items():
        slug = rows[at].slug
        if known and slug:
            by_slug[first[known[0]]].append({slug})
    torn = {lead for lead, held in by_slug.items() if held and not set.intersection(*held)}
    return torn | {lead for lead in loose if not set.intersection(*by_name[lead])}


def _holders(rows: Sequence[IdentityRow], wanted: dict[str, str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return by address the profiles and the names of the people whom other files give it to."""
    slugs: dict[str, set[str]] = {}
    names: dict[str, set[str]] = {}
    for row in rows:
        for address in row.emails if row.kind not in (KIND, "owner") else ():
            if address in wanted:
                names.setdefault(address, set()).add(row.name_key)
                if row.slug:
                    slugs.setdefault(address, set()).add(row.slug)
    return slugs, names
