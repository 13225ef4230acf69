"""A file loaded again: known, or read anew because it is now known whose it is; nobody changes their number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from netscout.errors import RefusedError
from netscout.matching.identity import resolve
from netscout.model.export import Export
from netscout.model.owner import Owner
from netscout.store.imports import ImportResult, import_export
from netscout.store.interactions import interaction_rows
from netscout.store.labels import labels, set_label
from netscout.store.owners import owners
from netscout.store.people import all_people
from netscout.store.workspace import Workspace
from tests.store.store_builders import ME, contact, dump, export, seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = "2026-03-24"


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give an empty workspace."""
    with Workspace.open(tmp_path / "ws", create=True) as one:
        yield one


def take(ws: Workspace, one: Export, today: str = TODAY) -> ImportResult:
    """Import one export."""
    return import_export(ws, one, today=today, resolve=resolve)


def test_a_known_file_is_read_anew_once_its_owner_is_known(ws: Workspace) -> None:
    """Who follows "load them again with --me" would hear that nothing changed, and messages never counted."""
    people = (seen("Robin Example", "robin-example"), seen("Ana Example", "ana"), seen("Bo Lind"))
    dumb = export("2026-01-05", *people, owner=Owner("", (), ("robin@mail.example",)))
    first = take(ws, dumb)
    before = {one.display_name: one.id for one in all_people(ws)}
    set_label(ws, before["Bo Lind"], "know", on="2026-03-01")
    stated = replace(
        dumb,
        owner=Owner("", ("robin-example",), ("robin@mail.example",), "me"),
        sightings=(*people[1:], seen("Cy Moss", "cy", kind="message")),
        interactions=(contact(0, "in", 5), contact(2, "out", 6)),
    )
    result = take(ws, stated, "2026-04-01")
    assert result.already_loaded_on is None
    assert ws.db.execute("SELECT count(*), min(loaded_on) FROM export").fetchone() == (1, "2026-04-01")
    assert len(interaction_rows(ws)) == 2
    after = {one.display_name: one.id for one in all_people(ws)}
    assert {name: after[name] for name in ("Ana Example", "Bo Lind")} == {
        name: before[name] for name in ("Ana Example", "Bo Lind")
    }
    assert labels(ws)[before["Bo Lind"]].label == "know"
    assert result.owner_id == first.owner_id
    assert "Robin Example" not in after
    assert ("p0001", before["Robin Example"]) == (result.owner_id, "p0002")
    assert ws.db.execute("SELECT alias, person FROM person_alias").fetchall() == [(2, 1)]
    assert ws.db.execute("PRAGMA foreign_key_check").fetchall() == []
    for again in (stated, dumb):
        kept = dump(ws)
        assert take(ws, again).already_loaded_on == "2026-04-01"
        assert dump(ws) == kept


def test_a_wrong_word_about_the_owner_can_be_mended(ws: Workspace) -> None:
    """A mistyped --me would hold for ever."""
    wrong = export("2026-01-05", seen("Bo Lind", "bo"), owner=Owner("", ("ana",), (), "me"))
    take(ws, wrong)
    take(ws, replace(wrong, owner=Owner("", ("robin-example",), (), "me")))
    (only,) = owners(ws)
    assert only.owner.slugs == ("robin-example",)
    assert ws.db.execute("SELECT count(*) FROM export").fetchone() == (1,)


def test_an_export_that_turns_out_to_be_anothers_moves_there(ws: Workspace) -> None:
    """An owner without any export would stay behind."""
    friend = Owner("", ("ana",), (), "me")
    take(ws, export("2026-01-05", seen("Bo Lind", "bo")))
    theirs = export("2026-01-06", seen("Cy Moss", "cy"), owner=friend)
    assert take(ws, theirs).owner == 2
    assert take(ws, replace(theirs, owner=replace(ME, how="me"))).owner == 1
    assert len(owners(ws)) == 1
    assert len(all_people(ws)) == 2


def test_the_same_files_read_another_way_are_read_anew(ws: Workspace) -> None:
    """A wrong column, order of dates or program could not be put right: nothing would change."""
    plain = export("2026-01-05", seen("Ana Northwind", line=2), seen("Bo Lind", line=3))
    take(ws, plain)
    ids = {one.display_name: one.id for one in all_people(ws)}
    set_label(ws, ids["Ana Northwind"], "know", on="2026-03-01")
    other = replace(
        plain, way="ab12", sightings=(seen("Ana", line=2, company="Northwind"), seen("Bo Lind", line=3), seen("Cy"))
    )
    result = take(ws, other, "2026-04-01")
    assert (result.already_loaded_on, result.anew_of) == (None, TODAY)
    assert ws.db.execute("SELECT count(*) FROM export").fetchone() == (1,)
    after = {one.display_name: one.id for one in all_people(ws)}
    assert (after["Ana"], after["Bo Lind"]) == (ids["Ana Northwind"], ids["Bo Lind"])
    assert labels(ws)[after["Ana"]].label == "know"
    kept = dump(ws)
    again = take(ws, other, "2026-05-01")
    assert (again.already_loaded_on, again.anew_of) == ("2026-04-01", None)
    assert dump(ws) == kept
    assert take(ws, plain, "2026-05-01").anew_of == "2026-04-01"
    assert {one.display_name for one in all_people(ws)} == {"Ana Northwind", "Bo Lind"}


def test_files_taken_for_those_of_another_program_are_read_anew(ws: Workspace) -> None:
    """A list taken for a LinkedIn export would hold for ever."""
    plain = export("2026-01-05", seen("Ana Example", "ana", line=2))
    take(ws, plain)
    other = replace(plain, sources=(replace(plain.sources[0], kind="csv"),))
    assert take(ws, other).anew_of == TODAY
    assert take(ws, other).already_loaded_on == TODAY


def test_one_of_several_files_is_not_read_another_way_alone(ws: Workspace) -> None:
    """Half a load would be replaced, and its other half lost or counted twice."""
    plain = export("2026-01-05", seen("Ana Example", "ana", line=2))
    more = replace(plain.sources[0], sha256="1" * 64)
    take(ws, replace(plain, sources=(*plain.sources, more)))
    kept = dump(ws)
    assert take(ws, plain).already_loaded_on == TODAY
    with pytest.raises(RefusedError) as told:
        take(ws, replace(plain, way="ab12"))
    assert "netscout unload 1" in told.value.next_step
    assert dump(ws) == kept


def test_another_word_on_whose_it_is_counts(ws: Workspace) -> None:
    """A file loaded with the wrong --me would stay as it was though the right one is given."""
    plain = export("2026-01-05", seen("Ana Example", "ana", line=2))
    take(ws, replace(plain, stated="aa"))
    assert take(ws, plain).already_loaded_on == TODAY
    assert take(ws, replace(plain, stated="bb")).anew_of == TODAY
    assert take(ws, replace(plain, stated="bb")).already_loaded_on == TODAY
