"""Small rules of the readers in which a slip would go unseen: junk, addresses, pronouns, patience, what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError
from netscout.sources import reading, urls
from netscout.sources.containers import is_junk
from netscout.sources.names import full_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export

    Load = Callable[..., Export]

HEAD = "First Name,Last Name,URL,Company,Position,Connected On\n"
ROW = "Eva,Example,linkedin.com/in/eva,Acme,Chef,07 Sep 2019\n"


@pytest.mark.parametrize("name", ["a/desktop.ini", "Thumbs.db", ".DS_Store", "__MACOSX/a.csv", "a/._b.csv"])
def test_what_systems_leave_behind_is_no_file_of_the_export(name: str) -> None:
    """A zip packed again by hand would be told to hold a file that netscout does not know."""
    assert is_junk(name)


def test_slashes_that_say_nothing() -> None:
    """An address copied with a slash too many would make another person."""
    assert urls.slug_of("https://www.linkedin.com/in//ana/") == "ana"


@pytest.mark.parametrize("said", ["all", "any", "they/all", "she | her"])
def test_pronouns_are_no_part_of_a_name(said: str) -> None:
    """They would stand in a letter's greeting."""
    assert "(" not in full_name(f"Ana ({said}) Example").shown


def test_many_broken_quotes_are_read_line_by_line(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each broken quote reads the rest of the file again: a file of nothing else would take hours."""
    monkeypatch.setattr(reading, "_PATIENCE", 0)
    broken = '"Ida,Stray,linkedin.com/in/ida,Acme,Chef,07 Sep 2019\n'
    whole = 'Ada,Example,linkedin.com/in/ada,"Acme\nLtd",Chef,07 Sep 2019\n'
    export = load({"Connections.csv": HEAD + ROW + broken + whole})
    assert [one.display_name for one in export.sightings] == ["Eva Example", "Ada Example", 'Ltd" Chef']
    monkeypatch.undo()
    export = load({"Connections.csv": HEAD + ROW + broken + whole})
    assert [one.display_name for one in export.sightings] == ["Eva Example", "Ada Example"]


def test_each_file_is_told_when_it_is_read(load: Load) -> None:
    """The bar would stand still before the end of a file that needed the second way, or of one that did not."""
    told: list[tuple[str, int]] = []

    def note(name: str, rows: int, _: float) -> None:
        told.append((name, rows))

    broken = '"Ida,Stray,linkedin.com/in/ida,Acme,Chef,07 Sep 2019\n'
    for rows in (ROW, ROW + broken):
        told.clear()
        load({"Connections.csv": HEAD + rows}, progress=note)
        assert ("Connections.csv", rows.count("\n")) in told


def test_columns_without_a_name_are_not_named(load: Load) -> None:
    """Two commas would stand one after the other in the list of columns."""
    with pytest.raises(InputError) as caught:
        load({"x.csv": "Person,,Works for,As\nAna Example,,Northwind,Analyst\nBo Sample,,Halden,Engineer\n"})
    assert "Its 3 columns in line 1: Person, Works for, As." in caught.value.message
