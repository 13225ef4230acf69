"""Rules of one line each that hold a reader together: depth, delimiters, kinds, groups, what a refusal names."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError
from netscout.model.owner import Owner
from netscout.settings import Limits
from netscout.sources import read, reading
from netscout.sources.row_guard import _MOST_LINES
from netscout.sources.taxonomy import read_taxonomy
from tests.sources.test_sources_google import table
from tests.sources.test_sources_outlook import DESKTOP

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from netscout.model.export import Export

    Load = Callable[..., Export]

TODAY = date(2026, 11, 1)
HEAD = "First Name,Last Name,URL,Company,Position,Connected On\n"
ROW = "Eva,Example,linkedin.com/in/eva,Acme,Chef,07 Sep 2019\n"


@pytest.mark.parametrize(("depth", "people"), [(3, 1), (2, 0)])
def test_folders_are_read_down_to_the_limit(tmp_path: Path, depth: int, people: int) -> None:
    """A folder chosen by mistake would be walked through to its end, or an export two folders down not be found."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "Connections.csv").write_text(HEAD)
    (below / "Connections.csv").write_text(HEAD + ROW)
    export = read([tmp_path], today=TODAY, limits=Limits(folder_depth=depth))
    assert len(export.sightings) == people


def test_labels_of_outlook_stand_between_semicolons(load: Load) -> None:
    """`Fair, Kiel` would be two labels, or two labels one."""
    row = {"First Name": "Ana", "E-mail Address": "ana@mail.example", "Categories": "Fair, Kiel;Book club"}
    (detail,) = load({"contacts.csv": table(DESKTOP, row)}).details
    assert detail.labels == ("Fair, Kiel", "Book club")


def test_a_renamed_column_alone_is_read_for_its_field(load: Load) -> None:
    """A second column of the same words, which `--map` took out by naming the first, would be read too."""
    text = "Name,Private mail,Email\nAna Example,ana@home.example,ana@work.example\n"
    (ana,) = load({"a.csv": text}, mapping={"Private mail": "email"}).sightings
    assert ana.emails == ("ana@home.example",)


@pytest.mark.parametrize("page", ["<html><body>Sign in</body>", "<!DOCTYPE\nhtml><head></head>"])
def test_a_web_page_is_told_by_either_sign(load: Load, page: str) -> None:
    """Who saved the page of the download, and not the download, would be asked for columns."""
    with pytest.raises(InputError, match="this is a web page") as caught:
        load({"Connections.csv": page})
    assert "Request a new export" in caught.value.next_step


def test_the_program_of_the_nearest_kind_stands_behind_it(load: Load) -> None:
    """`contacts` alone does not say which program's contacts are meant."""
    with pytest.raises(InputError, match=r"A file of kind contacts \(google\) needs "):
        load({"x.csv": "Person,Works for,As\nAna Example,Northwind,Analyst\n"}, source="google")


def test_rows_of_a_profile_with_semicolons_are_rows(load: Load) -> None:
    """A profile in two languages that a spreadsheet saved again would be two people, and its owner stay unknown."""
    profile = "First Name;Last Name;Headline\nEva;Example;Chef\nEva;Example;Köchin\n"
    export = load({"Connections.csv": HEAD, "me.csv": profile})
    assert (export.owner.name, export.owner.headline) == ("Eva Example", "Chef")


def test_rows_with_empty_cells_name_people_too(load: Load) -> None:
    """The first of a list of people would be taken for the owner, because the others lack a name or a headline."""
    people = "First Name,Last Name,Headline\nAna,Example,Chef\nBo,,Cook\nCy,Moss,\n"
    export = load({"Connections.csv": HEAD, "me.csv": people})
    assert export.owner.name == ""


@pytest.mark.parametrize("word", ["Rocket", "Rocket; Inc"])
def test_backslashes_in_a_file_with_semicolons(load: Load, word: str) -> None:
    r"""Which reading of `\"` is whole would be asked of a table with commas, which this file is not."""
    head, row = HEAD.replace(",", ";"), rf'Eva;Example;linkedin.com/in/eva;"Acme \"{word}\"";Chef;07 Sep 2019'
    (eva,) = load({"Connections.csv": f"{head}{row}\n"}).sightings
    assert eva.company == f'Acme "{word}"'


def test_the_newest_of_files_some_of_which_have_no_day(tmp_path: Path) -> None:
    """Two files in one go, one of them without any day, would end in a traceback."""
    (tmp_path / "a.csv").write_text(HEAD + ROW)
    (tmp_path / "b.csv").write_text("Name,Email\nBo Lind,bo@mail.example\n")
    for order in ("ab", "ba"):
        export = read([tmp_path / f"{name}.csv" for name in order], today=TODAY)
        assert export.export_date == "2019-09-07"


def _nearest(lines: int) -> str:
    """Return a table whose second row has a cell of so many lines, and a third row behind it."""
    cell = "Acme" + "\n" * (lines - 1)
    return HEAD + ROW + f'Bo,Lind,linkedin.com/in/bo,"{cell}",Chef,07 Sep 2019\n' + ROW.replace("eva", "cy")


@pytest.mark.parametrize(("lines", "whole"), [(200, True), (201, False)])
def test_a_row_has_two_hundred_lines_at_most(load: Load, lines: int, *, whole: bool) -> None:
    """A quote that was never closed takes in rows without end, or a long address is torn apart."""
    assert reading._MOST_LINES == _MOST_LINES == 200
    export = load({"Connections.csv": _nearest(lines)})
    assert ("bo" in [one.slug for one in export.sightings]) is whole


@pytest.mark.parametrize(("lines", "whole"), [(200, True), (201, False)])
def test_rows_are_counted_as_they_are_read(load: Load, lines: int, *, whole: bool) -> None:
    """A file within the limit of rows would be refused for the lines of one cell, or one beyond it be taken."""
    text = _nearest(lines)
    if whole:
        assert load({"Connections.csv": text}, limits=Limits(rows=3)).counts["rows"] == 3
    else:
        with pytest.raises(InputError, match="more than 3 rows"):
            load({"Connections.csv": text}, limits=Limits(rows=3))


def test_what_stands_between_shared_strings_is_none_of_them(tmp_path: Path) -> None:
    """A sound written beside a word, or a blank line in the file, would become part of a title."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    words = ["O*NET-SOC Code", "Title", "Description", "99-0001.00", "Kite Makers", "Make"]
    rows = (f"<row>{''.join(_cell(at, first + at) for at in range(3))}</row>" for first in (0, 3))
    path = tmp_path / "db_28_3_excel.zip"
    book = tmp_path / "Occupation Data.xlsx"
    with zipfile.ZipFile(book, "w") as packed:
        packed.writestr(
            "xl/worksheets/sheet1.xml", f"<worksheet {space}><sheetData>{''.join(rows)}</sheetData></worksheet>"
        )
        shared = "".join(f"<si><t>{word}</t>~</si>" for word in words)
        packed.writestr("xl/sharedStrings.xml", f"<sst {space}>{shared}</sst>")
    with zipfile.ZipFile(path, "w") as packed:
        packed.write(book, "db_28_3_excel/Occupation Data.xlsx")
    assert read_taxonomy(path, Limits(), TODAY).labels == (("99-0001.00", "Kite Makers"),)


def _cell(column: int, text: int) -> str:
    return f'<c r="{chr(65 + column)}{1 + text // 3}" t="s"><v>{text}</v></c>'


def test_what_me_says_counts_beside_what_is_stated(load: Load) -> None:
    """An owner who is known from an earlier load by their address would be asked for again, or said to be unknown."""
    known = Owner("Eva Example", ("eva",), (), "me")
    owner = load({"Connections.csv": HEAD}, me="eva@mail.example", known_owner=known).owner
    assert (owner.name, owner.slugs, owner.emails, owner.how) == ("Eva Example", ("eva",), ("eva@mail.example",), "me")
