"""Rules of one line each that hold a reader together: depth, delimiters, kinds, groups, what a refusal names."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError
from netscout.model.owner import Owner
from netscout.settings import Limits
from netscout.sources import deliveries, read, reading
from netscout.sources.archive import members_of
from netscout.sources.dates import parse_date
from netscout.sources.names import full_name
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


def test_our_own_table_tells_headline_and_birthday(load: Load) -> None:
    """Both would be lost on the way through a spreadsheet."""
    header = "display_name,emails,headline,birthday,known_from,you_said,kept_off,last_event_on"
    export = load({"people.csv": f"{header}\nAna Example,ana@mail.example,Chef at large,1988-12-24,,,,\n"})
    assert [one.headline for one in export.sightings] == ["Chef at large"]
    assert [one.birthday for one in export.details] == ["1988-12-24"]


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ((2002, 12, 31), None),
        ((2003, 1, 1), "2003-01-01"),
        ((2026, 11, 3), "2026-11-03"),
        ((2026, 11, 4), None),
    ],
)
def test_the_day_of_an_archive_is_one_on_which_there_was_linkedin(
    tmp_path: Path, stamp: tuple[int, int, int], day: str | None
) -> None:
    """The clock of a camera or a day of tomorrow's tomorrow would make an old export the newest."""
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(zipfile.ZipInfo("Connections.csv", (*stamp, 6, 0, 0)), HEAD + "Eva,Example,,Acme,Chef,\n")
    assert read([path], today=TODAY).export_date == day


@pytest.mark.parametrize(("times", "refused"), [(50, False), (3, True)])
def test_a_file_may_unpack_to_so_many_times_its_size(tmp_path: Path, times: int, *, refused: bool) -> None:
    """A usual table, which packs to a tenth, would be refused for a bomb."""
    text = (HEAD + ROW * 100).encode()
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("Connections.csv", text)
    limits = Limits(archive_ratio=times, archive_ratio_from=1_000)
    with path.open("rb") as handle:
        (member,), _, _ = members_of(handle, "a.zip", limits, TODAY)
        if refused:
            with pytest.raises(InputError, match="3 times its packed size"):
                member.open().read(len(text))
        else:
            assert member.open().read(len(text)) == text


def test_an_endorsement_of_blanks_is_an_empty_row(load: Load) -> None:
    """A blank line of a spreadsheet would be told as a row that names nobody."""
    header = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorsement Status"
    export = load({"Connections.csv": HEAD + ROW, "Endorsement_Received_Info.csv": f"{header}\n , , , , \n"})
    account = export.sources[0].files[-1]
    assert (account.counts.get("empty"), account.counts.get("unreadable", 0)) == (1, 0)


@pytest.mark.parametrize("word", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
def test_the_day_of_the_week_is_passed_over(word: str) -> None:
    """Dates of one day of the week would all be lost."""
    found = parse_date(f"{word}, 7 September 2019")
    assert found is not None
    assert (found.year, found.month, found.day) == (2019, 9, 7)


@pytest.mark.parametrize(("year", "wanted"), [("19", 2019), ("2019", 2019), ("07", 2007)])
def test_years_of_two_digits_are_of_this_century(year: str, wanted: int) -> None:
    """A connection of 2019 would be made in the year 19, and left out."""
    found = parse_date(f"09/07/{year}")
    assert found is not None
    assert found.year == wanted


def test_a_table_given_as_such_is_read_whatever_it_is_called(load: Load) -> None:
    """Who says that a file is a table of contacts would be told that netscout has no use for a file of that name."""
    text = "Name,Email\nAna Example,ana@mail.example\n"
    assert len(load({"Rich_Media.csv": text}, source="csv").sightings) == 1


def test_folders_without_a_day_stand_for_themselves_before_the_others(tmp_path: Path) -> None:
    """Two undated exports would be read as one, or a third that has its day end in a traceback."""
    paths = []
    for name in ("b", "a", "export_01-31-2026"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "Connections.csv").write_text(HEAD + "Eva,Example,linkedin.com/in/eva,Acme,Chef,\n")
        paths.append(tmp_path / name)
    b, a, dated = paths
    assert deliveries([dated, b, a], today=TODAY) == [(b,), (a,), (dated,)]
    assert deliveries([b, a], today=TODAY) == [(b,), (a,)]


@pytest.mark.parametrize(("cell", "doubts"), [("7.9.2019", []), ("7/9/2019", ["ambiguous-date-order"])])
def test_dots_stand_in_one_order_alone(load: Load, cell: str, doubts: list[str]) -> None:
    """Dates with dots are never American; a word of doubt would send the reader to an option that changes nothing."""
    export = load({"Connections.csv": HEAD + f"Eva,Example,linkedin.com/in/eva,Acme,Chef,{cell}\n"})
    assert [one.code for one in export.notices] == doubts


def test_letters_with_slashed_days_are_doubted_too(load: Load) -> None:
    """Months and days of a table that a spreadsheet saved again would be swapped without a word."""
    head = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
    row = "c1,Eva Example,https://www.linkedin.com/in/eva,Robin Example,3/4/2021,,hello,INBOX\n"
    export = load({"Connections.csv": HEAD + ROW, "messages.csv": head + row})
    assert "ambiguous-date-order" in [one.code for one in export.notices]


@pytest.mark.parametrize("said", ["Dr. Ana Example", "Dr., Ana Example", "Dr, Ana Example", "Prof.-Dr., Ana Example"])
def test_a_title_is_none_of_the_first_name(said: str) -> None:
    """A letter would begin with `Dear Dr.,`."""
    assert full_name(said).first == "Ana"
