"""Changes between any two exports: the same in whatever order they were loaded, and never more than they say."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from netscout.matching.identity import resolve
from netscout.model.changes import Change, ChangeList, Step
from netscout.store.changes import changes, export_days
from netscout.store.imports import import_export
from netscout.store.messages import direct_messages
from netscout.store.people import all_people
from netscout.store.workspace import Workspace
from tests.store.store_builders import contact, export, seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from netscout.model.export import Export
    from netscout.model.ledger import Notice


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give an empty workspace."""
    with Workspace.open(tmp_path / "ws", create=True) as one:
        yield one


def take(ws: Workspace, *exports: Export) -> tuple[Notice, ...]:
    """Import exports one after another; return the notices of the last."""
    done = [import_export(ws, one, today="2026-11-16", resolve=resolve) for one in exports]
    return done[-1].notices


def told(found: ChangeList) -> list[tuple[str, str, str, str]]:
    """Return changes without ids."""
    return [(one.kind, one.name, one.before, one.after) for one in found.changes]


SPRING = export(
    "2026-03-01",
    seen("Ana Example", "ana", company="Northwind", title="Analyst"),
    seen("Bo Lind", "bo", company="Fabrikam", title="Clerk"),
    seen("Cy Moss", "cy"),
)
SUMMER = export(
    "2026-06-01",
    seen("Ana Example", "ana", company="Contoso", title="Analyst"),
    seen("Bo Lind", "bo", company="Fabrikam", title="Team Lead"),
    seen("Di Hart", "di", company="Fabrikam"),
)
AUTUMN = export(
    "2026-09-01",
    seen("Ana Marlow", "ana", company="Tailspin", title="Analyst"),
    seen("Bo Lind", "bo", company="Fabrikam", title="Team Lead", emails=("bo@mail.example",)),
    seen("Di Hart", "di", company="Fabrikam"),
    hidden=2,
)


@pytest.mark.parametrize("order", [*permutations((SPRING, SUMMER, AUTUMN))])
def test_any_two_exports_are_compared_in_any_order_of_loading(ws: Workspace, order: tuple[Export, ...]) -> None:
    """An older export loaded late would turn the changes round, or hide them."""
    take(ws, *order)
    assert export_days(ws) == ("2026-03-01", "2026-06-01", "2026-09-01")
    newest = changes(ws)
    assert (newest.before, newest.after, newest.hidden) == ("2026-06-01", "2026-09-01", 2)
    assert told(newest) == [
        ("company", "Ana Marlow", "Contoso", "Tailspin"),
        ("renamed", "Ana Marlow", "Ana Example", "Ana Marlow"),
        ("email", "Bo Lind", "", ""),
    ]
    whole = changes(ws, since="2026-05-31")
    assert (whole.before, whole.listed_before, whole.listed_after) == ("2026-03-01", 3, 3)
    assert told(whole)[:3] == [
        ("new", "Di Hart", "", "Fabrikam"),
        ("gone", "Cy Moss", "", ""),
        ("company", "Ana Marlow", "Northwind", "Tailspin"),
    ]
    assert changes(ws, since="2026-03-01") == whole
    assert changes(ws, until="2026-06-01") == changes(ws, until="2026-08-31")
    earlier = changes(ws, until="2026-08-31")
    assert (earlier.before, earlier.after) == ("2026-03-01", "2026-06-01")
    assert [(one.name, one.company_before, one.company, one.new) for one in earlier.steps] == [
        ("Ana Example", "Northwind", "Contoso", False),
        ("Bo Lind", "Fabrikam", "Fabrikam", False),
        ("Di Hart", "", "Fabrikam", True),
    ]
    assert changes(ws, since="2020-01-01") == ChangeList(None, "2026-09-01", hidden=2)
    assert changes(ws, until="2020-01-01") == ChangeList(None, None)


def test_case_and_space_are_no_change(ws: Workspace) -> None:
    """A title in capitals would be told as a new job."""
    take(
        ws,
        export("2026-03-01", seen("Ana Example", "ana", company="Northwind  Labs", title="data analyst")),
        export("2026-06-01", seen("ANA EXAMPLE", "ana", company="northwind labs", title="Data  Analyst ")),
    )
    assert changes(ws).changes == ()


def test_parts_of_one_day_are_one_export(ws: Workspace) -> None:
    """The second part of a delivery would be compared with the first, and everybody would be gone."""
    first = export("2026-06-01", seen("Ana Example", "ana", company="Contoso"), hidden=1, salt="one")
    second = export("2026-06-01", seen("Bo Lind", "bo", title="Clerk"), hidden=1, salt="two")
    take(ws, second, SPRING, first)
    found = changes(ws)
    assert (found.before, found.after, found.listed_after, found.hidden) == ("2026-03-01", "2026-06-01", 2, 1)
    assert told(found) == [("gone", "Cy Moss", "", ""), ("company", "Ana Example", "Northwind", "Contoso")]


def test_an_incomplete_export_is_doubted(ws: Workspace) -> None:
    """Half an archive would announce that half the network has left."""
    people = [seen(f"Person {place}", f"person-{place}") for place in range(10)]
    assert take(ws, export("2026-03-01", *people), export("2026-06-01", *people[:8])) == ()
    assert not changes(ws).is_doubtful
    assert [one.code for one in take(ws, export("2026-09-01", *people[:4]))] == ["many-gone"]
    assert changes(ws).is_doubtful
    assert len(changes(ws).of("gone")) == 4


def test_exports_without_addresses_are_compared_by_person(ws: Workspace) -> None:
    """An old export without profile addresses would make everybody new."""
    old = seen("Ana Example", connected_on="2020-01-02", company="Northwind")
    new = seen("Ana Example", "ana", connected_on="2020-01-02", company="Contoso")
    take(ws, export("2026-06-01", new), export("2026-03-01", old))
    assert told(changes(ws)) == [("company", "Ana Example", "Northwind", "Contoso")]


def test_contacts_of_other_programs_are_no_export(ws: Workspace) -> None:
    """An address book would be compared with a network, and nearly all would be gone."""
    book = export("2026-09-09", seen("Ana Example", "ana")._replace(kind="contact"))
    take(ws, SPRING, SUMMER)
    before = changes(ws)
    result = import_export(ws, book, today="2026-11-16", resolve=resolve)
    assert (result.changes.before, result.changes.changes) == (None, ())
    assert changes(ws) == before


def test_exports_without_a_day_stand_in_no_order(ws: Workspace) -> None:
    """A file of unknown age would tell last year's jobs as news."""
    take(ws, SUMMER, export(None, seen("Ana Example", "ana", company="Tailspin")))
    assert changes(ws) == ChangeList(None, "2026-06-01")


def test_what_became_empty_is_as_it_was(ws: Workspace) -> None:
    """A blank cell would take somebody's employer away, and with it the reading of the title."""
    take(
        ws,
        export("2026-03-01", seen("Ana Example", "ana", company="Northwind", title="Clerk")),
        export("2026-06-01", seen("Ana Example", "ana", title="Team Lead")),
    )
    found = changes(ws)
    (person,) = [one.id for one in all_people(ws)]
    assert found.changes == (Change("title", person, "Ana Example", "Clerk", "Team Lead"),)
    assert found.steps == (Step(person, "Ana Example", "Team Lead", "Northwind", "Clerk", "Northwind"),)


def test_direct_messages_are_those_of_two(ws: Workspace) -> None:
    """A round letter, or a message told by two exports, would count as a word to one person."""
    people = (seen("Ana Example", "ana"), seen("Bo Lind", "bo"))
    letters = (
        contact(0, "out", 100, conversation="c1"),
        contact(0, "in", 200, conversation="c1"),
        contact(0, "out", 300, conversation="c2"),
        contact(1, "out", 300, conversation="c2"),
        contact(0, "in", 400, recipients=3),
        contact(0, "in", None),
        contact(0, "in", 500, kind="endorsement"),
        contact(1, "in", 600),
    )
    more = (*letters, contact(0, "in", 700, conversation="c1"))
    take(ws, export("2026-03-01", *people, interactions=letters), export("2026-06-01", *people, interactions=more))
    found = {one.slug: one.id for one in all_people(ws)}
    ana = direct_messages(ws, [found["ana"], "nobody"])
    assert [(one.person, one.direction, one.at) for one in ana] == [
        (found["ana"], "out", 100),
        (found["ana"], "in", 200),
        (found["ana"], "in", 700),
    ]
    assert direct_messages(ws, []) == []
