"""Rules of one line each that hold the store together: whose note, whose number, what a copy is, what is gone."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from netscout.matching.identity import resolve
from netscout.model.dump import Card, Dump, ReadDump, Row
from netscout.store import asked, dump_join, folder, notes, undump
from netscout.store.backup import backup
from netscout.store.imports import import_export
from netscout.store.merges import merge
from netscout.store.people import all_people, person_of
from netscout.store.unload import unload
from netscout.store.workspace import Workspace
from tests.store.store_builders import export, fill_sample, seen

TODAY = "2026-03-24"
NEWS = "found:company:news"


def test_a_line_of_a_joint_person_stands_in_place_of_both(tmp_path: Path) -> None:
    """A finding of one of two merged cards would stay beside the new one, or those of others be thrown away."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        people = (seen(name, name.lower()) for name in ("Ana", "Anna", "Bo", "Bob"))
        import_export(ws, export("2026-01-05", *people), today=TODAY, resolve=resolve)
        one, other, third, fourth = (each.id for each in all_people(ws))
        for person in (one, other, third, fourth):
            notes.keep(ws, person, NEWS, f"of {person}", on=TODAY)
        merge(ws, other, one, on=TODAY, resolve=resolve)
        merge(ws, fourth, third, on=TODAY, resolve=resolve)
        notes.keep(ws, other, NEWS, "new", on=TODAY)
        assert notes.themed(ws, one) == notes.themed(ws, other) == {NEWS: ["new"]}
        assert notes.themed(ws, fourth) == {NEWS: [f"of {third}", f"of {fourth}"]}


@pytest.mark.parametrize(("said", "chance"), [("1", 1.0), ("0", 0.0), ("1.5", None), ("-0.1", None), ('"x"', None)])
def test_a_chance_is_no_more_than_certain(tmp_path: Path, said: str, chance: float | None) -> None:
    """A note changed by hand would make the sum of what was expected larger than the number of requests."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        import_export(ws, export("2026-01-05", seen("Ana", "ana")), today=TODAY, resolve=resolve)
        (ana,) = all_people(ws)
        notes.add(ws, ana.id, asked.ASKED, f'{{"p": {said}, "list": "practitioners"}}', on=TODAY)
        assert asked.all_made(ws)[ana.id][TODAY].chance == chance


def test_a_backup_keeps_the_rights_of_its_files(tmp_path: Path) -> None:
    """Unpacked by hand, the database would be open to everybody on the machine."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        fill_sample(ws, lambda one: import_export(ws, one, today=TODAY, resolve=resolve))
        backup(ws, tmp_path / "copy.zip", on=TODAY)
    with zipfile.ZipFile(tmp_path / "copy.zip") as copy:
        assert {(one.create_system, one.external_attr >> 16) for one in copy.infolist()} == {(3, 0o600)}


def test_what_cannot_be_removed_is_not_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`forget` would say that nothing is left while a copy lies there."""
    kept = tmp_path / "people.json"
    kept.touch()

    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    with monkeypatch.context() as guarded:
        guarded.setattr(Path, "unlink", refused)
        assert folder.remove(kept) is False
    assert folder.remove(kept) is True
    assert folder.remove(kept) is True


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ({"name": "Ana Maria Example"}, ("Ana Maria", "Example")),
        ({"name": "Ana"}, ("Ana", "")),
        ({"name": "Ana Example", "last_name": "Example"}, ("", "Example")),
        ({"name": "Ana Example", "first_name": "Ana"}, ("Ana", "")),
    ],
)
def test_parts_of_a_name_that_are_said_stand(said: dict[str, str], names: tuple[str, str]) -> None:
    """A greeting would begin with the family name of somebody whose card gives nothing else."""
    found = dump_join._sighting(said, 1)
    assert (found.first_name, found.last_name) == names


def test_an_id_that_leads_on_leads_only_its_own_person(tmp_path: Path) -> None:
    """Taking a load out would make ids of others lead to the person that remains of it."""
    mail = ("b@mail.example",)
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        for one in (
            export("2026-01-05", seen("Cy", "cy"), seen("Cy M.", "cym")),
            export("2026-01-06", seen("Bo L.", emails=mail)),
            export("2026-01-07", seen("Bob", "bob")),
            export("2026-01-08", seen("Bob", "bob", emails=mail)),
        ):
            import_export(ws, one, today=TODAY, resolve=resolve)
        cy, cym, bob = (one.id for one in all_people(ws))
        merge(ws, cy, cym, on=TODAY, resolve=resolve)
        for number in (2, 4):
            unload(ws, number, on=TODAY, resolve=resolve)
        assert person_of(ws, bob).slug == "bob"
        assert person_of(ws, cym).id == cy


def test_a_card_without_an_id_is_left_for_later(tmp_path: Path) -> None:
    """A card written by hand beside those of a whole workspace would end the restoring in a traceback."""
    row = Row("note", {"on_day": TODAY, "text": "met at the fair", "theme": "", "source": "user"}, 3)
    cards = (Card("", {"name": "Ana Example"}, (row,), "ana.md"),)
    read = ReadDump(Dump("w", TODAY, cards), "cards", "netscout", "0" * 64, 1)
    with Workspace.open(tmp_path / "ws", create=True) as ws, ws.writing() as db:
        found = undump.restore(db, read)
        assert db.execute("SELECT count(*) FROM person").fetchone() == (0,)
    assert [one.rows for one in found.left.cards] == [(row,)]
