"""People found by whatever the user calls them, and numbers that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.errors import AmbiguousPersonError, UnknownPersonError
from netscout.matching.identity import resolve
from netscout.store.imports import import_export
from netscout.store.numbering import number_groups
from netscout.store.owners import fold, slug_of
from netscout.store.people import find_person, first_names, people_rows, person_of, search
from netscout.store.workspace import Workspace
from tests.store.store_builders import export, seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give a workspace with six people."""
    people = (
        seen("Ana Example", "ana-example", company="Northwind", title="Data Analyst", emails=("ana@mail.example",)),
        seen("Ana Marlow", "ana-m", company="Fabrikam", title="Baker"),
        seen("José Núñez", "josé-n", title="Nurse"),
        seen("Bo Lind", "bo-1", company="Contoso", title="Clerk"),
        seen("Bo Lind", "bo-2"),
        seen("Null", None, company="Northwind"),
    )
    with Workspace.open(tmp_path / "ws", create=True) as one:
        import_export(one, export("2026-01-05", *people), today="2026-03-24", resolve=resolve)
        yield one


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("p0002", "p0002"),
        (" P0002 ", "p0002"),
        ("p2", "p0002"),
        ("https://www.linkedin.com/in/ana-example?x=1", "p0002"),
        ("de.linkedin.com/in/Ana-Example/de", "p0002"),
        ("https://www.linkedin.com/mwlite/in/ana-m", "p0003"),
        ("https://www.linkedin.com/in/jos%C3%A9-n/", "p0004"),
        ("ana-m", "p0003"),
        ("ANA@mail.example", "p0002"),
        ("Ana Marlow", "p0003"),
        ("ana  marlow", "p0003"),
        ("jose nunez", "p0004"),
        ("nun", "p0004"),
        ("ana mar", "p0003"),
        ("null", "p0007"),
    ],
)
def test_a_person_is_found_by(ws: Workspace, text: str, wanted: str) -> None:
    """A command would not know whom the user means."""
    assert find_person(ws, text).id == wanted


@pytest.mark.parametrize(
    "text", ["", "  ", "p9999", "zoe", "zoe@mail.example", "!!", "https://elsewhere.example/in/zoe"]
)
def test_nobody_is_found_plainly_and_without_names(ws: Workspace, text: str) -> None:
    """The message would lay open what the user typed, or say nothing helpful."""
    with pytest.raises(UnknownPersonError) as fault:
        find_person(ws, text)
    assert "zoe" not in str(fault.value)
    assert "netscout people" in fault.value.next_step


def test_several_are_listed_and_none_is_chosen(ws: Workspace) -> None:
    """A request would go to the wrong namesake."""
    with pytest.raises(AmbiguousPersonError) as fault:
        find_person(ws, "bo lind")
    assert fault.value.next_step == ("Give the id of one: p0005 (Clerk at Contoso); p0006 (no title or company known).")
    assert "Lind" not in str(fault.value)


def test_a_long_list_of_candidates_is_cut_and_counted(tmp_path: Path) -> None:
    """A common first name would fill the screen."""
    people = (seen(f"Ana Example{at}", f"ana-{at}") for at in range(12))
    with Workspace.open(tmp_path / "many", create=True) as many:
        import_export(many, export("2026-01-05", *people), today="2026-03-24", resolve=resolve)
        with pytest.raises(AmbiguousPersonError) as fault:
            find_person(many, "ana")
    eighth = "p0009 (no title or company known)"
    assert fault.value.next_step.endswith(f"{eighth}; and 4 more."), fault.value.next_step


def test_whose_name_begins_so_goes_before_whose_other_names_do(tmp_path: Path) -> None:
    """A first name would call for an id because somebody else has it as a last name."""
    people = (seen("Lind Annette", "one"), seen("Ann Ray", "two"))
    with Workspace.open(tmp_path / "two", create=True) as two:
        import_export(two, export("2026-01-05", *people), today="2026-03-24", resolve=resolve)
        assert find_person(two, "an").display_name == "Ann Ray"
        assert find_person(two, "annet").display_name == "Lind Annette"


def test_search_looks_at_the_beginnings_of_words(ws: Workspace) -> None:
    """`people QUERY` would miss a title or drown in syllables."""
    assert [one.id for one in search(ws, "north")] == ["p0002", "p0007"]
    assert [one.id for one in search(ws, "analyst ana")] == ["p0002"]
    assert search(ws, "orthwind") == []
    assert len(search(ws, "")) == 6


@pytest.mark.parametrize("query", ["lukasz", "\u0141UKASZ", "strasse", "o\u2019brien", "aero", "isik", "I\u015fIK"])
def test_search_takes_letters_as_people_type_them(tmp_path: Path, query: str) -> None:
    """Somebody with a letter that no accent explains would be found by nobody without their keyboard."""
    name = "O'Brien-\u0141ukasz I\u015f\u0131k \u00c6r\u00f8 Stra\u00dfe"
    with Workspace.open(tmp_path / "letters", create=True) as one:
        import_export(
            one, export("2026-01-05", seen(name, "ol"), seen("Ana", "a")), today="2026-03-24", resolve=resolve
        )
        assert [found.display_name for found in search(one, query)] == [name]


def test_rows_ids_and_first_names_fit_together(ws: Workspace) -> None:
    """Tables would speak of other people than pages."""
    ids = [row[0] for row in people_rows(ws)]
    assert ids == list(first_names(ws))
    assert first_names(ws)["p0004"] == "José"
    assert person_of(ws, "p0004").display_name == "José Núñez"
    with pytest.raises(UnknownPersonError):
        person_of(ws, "Ana Marlow")


def test_comparison_forms() -> None:
    """Accents, case or the spelling of an address would hide people."""
    assert fold("  Dr. ÉLODIE  O'Neil-Šmíd ") == "dr elodie o neil smid"
    assert slug_of("linkedin.com/pub/ana-x/1a/2b/3c") == "pub/ana-x/1a/2b/3c"


@pytest.mark.parametrize(
    ("groups", "born", "person", "kept", "aliases"),
    [
        ([0, 1, 0], [0, 0, 0], [1, 2, 1], [1, 2, 1], {}),
        ([0, 0, 1], [3, 2, 0], [2, 2, 9], [3, 2, 9], {3: 2}),
        ([0, 1, 1], [4, 4, 0], [4, 9, 9], [4, 9, 9], {}),
        ([0, 1, 1], [4, 4, 7], [4, 7, 7], [4, 7, 7], {}),
        ([], [], [], [], {}),
    ],
)
def test_a_group_keeps_the_smallest_number_it_was_born_under(
    groups: list[int], born: list[int], person: list[int], kept: list[int], aliases: dict[int, int]
) -> None:
    """An id would change, or be given to two people."""
    first_free = 9 if any(born) else 1
    found = number_groups(groups, born, first_free)
    assert (found.person, found.born, found.aliases) == (person, kept, aliases)
    assert list(found.fresh) == sorted({one for one in person if one >= first_free})
