"""Entries of address books in the store: joined by e-mail address, never by name, whatever the order of loads."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from netscout.matching.identity import resolve
from netscout.model.ledger import FileAccount
from netscout.model.owner import Owner
from netscout.store.address_book import address_book, given_on_purpose
from netscout.store.check import doctor
from netscout.store.imports import ImportResult, import_export
from netscout.store.people import all_people, possible_duplicates
from netscout.store.sources import account
from netscout.store.workspace import Workspace
from tests.store.store_builders import dump, export, seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from netscout.model.export import Export, Sighting

ANA = seen("Ana Example", "ana", emails=("ana@mail.example",), company="Northwind", title="Analyst")
BO = seen("Bo Lind", "bo", emails=("bo@mail.example",))


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give an empty workspace."""
    with Workspace.open(tmp_path / "ws", create=True) as one:
        yield one


def entry(name: str, *emails: str, **more: Any) -> Sighting:
    """Return an entry of an address book."""
    return seen(name, more.pop("slug", None), emails=emails, **more)._replace(kind="contact", file=5)


def take(ws: Workspace, one: Export) -> ImportResult:
    """Import one export."""
    return import_export(ws, one, today="2026-03-24", resolve=resolve)


def state(ws: Workspace) -> list[tuple[Any, ...]]:
    """Return everybody without ids: profile, names, where known from, whether in the address book."""
    book = address_book(ws)
    return sorted(
        ((one.slug or "", one.display_name, one.emails, one.company, one.known_from, one.id in book))
        for one in all_people(ws)
    )


def test_the_same_address_is_the_same_person(ws: Workspace) -> None:
    """Somebody whose address is in the book would be two people, or be known by what an old book says."""
    take(ws, export("2026-01-05", ANA, BO, entry("A. Ex", "ana@mail.example", company="Old Firm", title="Trainee")))
    assert state(ws) == [
        ("ana", "Ana Example", ("ana@mail.example",), "Northwind", "connections", True),
        ("bo", "Bo Lind", ("bo@mail.example",), "", "connections", False),
    ]


def test_a_name_alone_joins_nobody(ws: Workspace) -> None:
    """A namesake in another file would lend their address to a connection; they are only proposed."""
    take(ws, export("2026-01-05", seen("Ana Example", "ana"), seen("Cy Sample")))
    take(ws, export("2026-02-05", seen("Ana Example", "ana"), seen("Cy Sample"), entry("Cy Sample")))
    take(ws, export("2026-03-05", entry("Ana Example", "x@mail.example")))
    apart = [("contacts", True), ("connections", False)]
    assert [row[4:] for row in sorted(state(ws), key=lambda row: (row[1], row[5] is False))] == apart * 2
    assert len(possible_duplicates(ws)) == 2


def test_a_name_borne_once_on_both_sides_lends_its_address(ws: Workspace) -> None:
    """LinkedIn's own address book would know somebody's address and the connection of that name would not have it."""
    take(ws, export("2026-01-05", seen("Ana Example", "ana"), BO, entry("Ana Example", "x@mail.example")))
    assert [row[:3] for row in state(ws)] == [
        ("ana", "Ana Example", ("x@mail.example",)),
        ("bo", "Bo Lind", ("bo@mail.example",)),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (seen("Ana Example", "ana"), seen("Ana Example", "ana-2"), entry("Ana Example", "x@mail.example")),
        (seen("Ana Example", "ana"), entry("Ana Example", "x@mail.example"), entry("Ana Example", "y@mail.example")),
        (seen("Ana Example", "ana"), BO, entry("Ana Example", "bo@mail.example")),
        (seen("Ana Example", "ana"), entry("Ana Example", "x@mail.example"), entry("Bo Example", "x@mail.example")),
        (seen("Ana Example", "ana"), entry("Ana Example")),
        (seen("Ana Example", "ana"), entry("Ana Example", "x@mail.example", slug="other")),
    ],
    ids=["two connections", "two entries", "another's address", "a shared address", "no address", "another profile"],
)
def test_a_doubtful_name_lends_nothing(ws: Workspace, rows: tuple[Sighting, ...]) -> None:
    """Somebody would bear the address of another person."""
    take(ws, export("2026-01-05", *rows))
    assert [one.emails for one in all_people(ws) if one.slug == "ana"] == [()]


def test_a_lent_address_never_makes_one_of_two(tmp_path: Path) -> None:
    """An address that passed from one connection to another would melt both, in one order of loads or in each."""
    loads = (
        export("2026-01-05", seen("Ana Example", "ana"), BO, entry("Ana Example", "x@mail.example")),
        export("2026-02-05", seen("Ana Example", "ana"), seen("Cy Lund", "cy"), entry("Cy Lund", "x@mail.example")),
    )
    for number, order in enumerate(permutations(loads)):
        with Workspace.open(tmp_path / str(number), create=True) as ws:
            for one in order:
                take(ws, one)
            assert [row[0] for row in state(ws)] == ["", "ana", "bo", "cy"]


def test_the_owners_own_entry_is_the_owner(tmp_path: Path) -> None:
    """A contact file loaded before it is known whose it is would list its owner among the people to ask."""
    me = Owner("Robin Me", ("robin",), ("me@mail.example",), "me")
    book = replace(
        export(None, entry("R. Me", "me@mail.example", "r@work.example"), entry("Bo", "b@x.example")), owner=Owner()
    )
    links = replace(export("2026-01-05", ANA), owner=me)
    for number, order in enumerate(permutations((book, links))):
        with Workspace.open(tmp_path / str(number), create=True) as ws:
            for one in order:
                take(ws, one)
            assert [one.display_name for one in all_people(ws)] in (["Ana Example", "Bo"], ["Bo", "Ana Example"])


def test_files_given_on_purpose_are_told_from_uploads(ws: Workspace) -> None:
    """An alumni list would count as an address book, or an upload to LinkedIn as a file the user chose."""
    for day, kind in (("2026-01-05", "linkedin"), ("2026-01-06", "google"), ("2026-01-07", "csv")):
        one = export(day, entry(kind, f"{kind}@mail.example")._replace(file=0))
        source = replace(one.sources[0], kind=kind)
        take(ws, replace(one, sources=(source,)))
    names = {one.id: one.display_name for one in all_people(ws)}
    assert {names[one] for one in address_book(ws)} == {"linkedin", "google"}
    assert {names[one] for one in given_on_purpose(ws)} == {"google", "csv"}


def test_a_book_fills_what_connections_leave_open(ws: Workspace) -> None:
    """An employer known from the book alone would be lost."""
    take(ws, export("2026-01-05", BO, entry("Bo Lind", "bo@mail.example", "bo@work.example", company="Fabrikam")))
    assert state(ws) == [("bo", "Bo Lind", ("bo@mail.example", "bo@work.example"), "Fabrikam", "connections", True)]


@pytest.mark.parametrize("several", [1, 2])
def test_one_entry_never_makes_one_person_of_two(ws: Workspace, several: int) -> None:
    """A couple filed as one entry, or two entries linked by a third address, would melt two connections."""
    rows = [entry("Home", "ana@mail.example", "bo@mail.example")]
    if several == 2:
        rows = [entry("A", "ana@mail.example", "h@mail.example"), entry("B", "h@mail.example", "bo@mail.example")]
    take(ws, export("2026-01-05", ANA, BO, *rows))
    assert [(row[0], row[4]) for row in state(ws)] == [("", "contacts"), ("ana", "connections"), ("bo", "connections")]


def test_a_profile_in_the_book_does_not_melt_two(ws: Workspace) -> None:
    """An entry with Ana's profile and Bo's address would make them one."""
    take(ws, export("2026-01-05", ANA, BO, entry("Ana Example", "bo@mail.example", slug="ana")))
    assert [(row[0], row[5]) for row in state(ws)] == [("ana", True), ("bo", False)]


def test_people_without_profiles_are_told_apart_by_name(ws: Workspace) -> None:
    """In an old export one entry would melt two connections without addresses of profiles."""
    old = (seen("Ana Example", emails=("ana@mail.example",)), seen("Bo Lind", emails=("bo@mail.example",)))
    take(ws, export("2019-01-05", *old, entry("Home", "ana@mail.example", "bo@mail.example")))
    assert len(state(ws)) == 3


def test_any_order_of_loads_is_the_same_network(tmp_path: Path) -> None:
    """Newer after older would be another network than older after newer, or the parts than the whole."""
    loads = (
        export("2026-01-05", ANA, entry("Bo", "bo@mail.example"), entry("Cy Sample", company="Acme")),
        export("2026-02-05", ANA._replace(emails=()), BO, entry("Cy Sample", company="Acme")),
        export("2026-03-05", entry("Both", "bo@mail.example", "ana@mail.example"), entry("Cy Sample", company="Acme")),
    )
    found = []
    for number, order in enumerate(permutations(loads)):
        with Workspace.open(tmp_path / str(number), create=True) as ws:
            for one in order:
                take(ws, one)
            found.append(state(ws))
            before = dump(ws)
            assert all(take(ws, one).already_loaded_on for one in order)
            assert dump(ws) == before
    assert all(one == found[0] for one in found)
    assert [row[1] for row in found[0]].count("Cy Sample") == 1


def test_the_ledger_keeps_the_book_out_of_the_connections(ws: Workspace) -> None:
    """The people of the book would be counted as connections, and the sum of rows be wrong."""
    entries = (entry("A", "ana@mail.example"), entry("Cy", "cy@mail.example"), entry("Cy S", "cy@mail.example"))
    one = export("2026-01-05", ANA, BO, *entries)
    counts = {"people": 3, "duplicates": 0, "hidden": 0, "empty": 0, "unreadable": 0, "companies_only": 0}
    source = one.sources[0]
    files = (*source.files, FileAccount("Contacts.csv", "contacts", 3, counts))
    places = (*one.files, (0, "Contacts.csv"))
    whole = type(one)(**{**_fields(one), "sources": (_with(source, files),), "files": places})
    told = take(ws, whole).counts
    assert [told[word] for word in ("rows", "people", "duplicates", "others")] == [2, 2, 0, 1]
    settled = account(ws).sources[0].files[1]
    assert (settled.counts["people"], settled.counts["duplicates"], settled.adds_up()) == (2, 1, True)
    assert not [one for one in doctor(ws.path) if one.severity == "error"]


def _fields(one: Any) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def _with(source: Any, files: tuple[FileAccount, ...]) -> Any:
    return type(source)(**{**_fields(source), "files": files})
