"""What few files do: each limit, each refusal of the system, each odd cell ends as one told row or one message."""

from __future__ import annotations

import errno
import io
import os
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from netscout.errors import InputError
from netscout.model.card_lines import LineError
from netscout.model.dump import TABLES
from netscout.settings import Limits
from netscout.sources import answers, archive, cards, objects, opening, read, taxonomy_xlsx, urls, whole
from netscout.sources.addressed import _yearless
from netscout.sources.dates import parse_date
from netscout.sources.taxonomy import read_taxonomy
from netscout.sources.taxonomy_tables import table_of
from netscout.sources.vcard_card import _base64

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netscout.model.export import Export

    Load = Callable[..., Export]

TODAY = date(2026, 11, 1)
HEAD = "First Name,Last Name,URL,Company,Position,Connected On\n"
ROW = "Eva,Example,linkedin.com/in/eva,Acme,Chef,07 Sep 2019\n"


def code_of(work: Callable[[], object]) -> str:
    """Return the code of the error that some work ends in; it says what to do and shows no data."""
    with pytest.raises(InputError) as caught:
        work()
    assert "Eva" not in str(caught.value)
    return caught.value.code


@pytest.mark.parametrize(("cell", "day"), [("--02-29", "--02-29"), ("--02-30", None), ("x", None)])
def test_a_birthday_without_a_year(cell: str, day: str | None) -> None:
    """The thirtieth of February would be somebody's birthday in a calendar."""
    assert _yearless(cell) == day


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("13:30 pm 07 Sep 2019", None),
        ("2019-09-07 13:30 pm", None),
        ("2019-09-07 25:00", None),
        ("2019-09-07 01:30 pm", "2019-09-07"),
        ("September 2019", "2019-09"),
        ("7 8 September 2019", None),
        ("Sep 2019 99", None),
        ("2019", "2019"),
        ("September 19", None),
    ],
)
def test_impossible_clocks_and_too_many_numbers_are_no_dates(text: str, iso: str | None) -> None:
    """A cell that cannot be a day would be stored as one."""
    found = parse_date(text)
    assert (found.iso() if found else None) == iso


def test_a_day_without_a_clock_is_told_as_a_day() -> None:
    """A minute of midnight would be made up."""
    found = parse_date("07 Sep 2019")
    assert found is not None
    assert found.minute() == "2019-09-07"


@pytest.mark.parametrize(("url", "slug"), [("linkedin.com/in/j%F6rg", "jörg"), ("linkedin.com/in/%20", None)])
def test_addresses_in_an_old_encoding(url: str, slug: str | None) -> None:
    """Two spellings of one address would be two people."""
    assert urls.slug_of(url) == slug


def test_base64_that_is_none_is_empty() -> None:
    """A broken line of a contact card would end in a traceback."""
    assert (_base64(b"RXZh"), _base64(b"R")) == (b"Eva", b"")


def test_answers_beyond_the_limit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gigabytes would be read into memory for a file of taps."""
    monkeypatch.setattr(answers, "MOST_BYTES", 3)
    (tmp_path / "a.json").write_text("[1, 2]")
    assert code_of(lambda: answers.read_answers(tmp_path / "a.json", TODAY)) == "file-too-large"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"person": "p0002", "on": "20261101", "avoid": True}, "no date"),
        ({"person": "p0002", "on": "1850-01-01", "avoid": True}, "cannot be meant"),
        ({"person": "p0002", "on": "2026-11-02", "avoid": True}, "future"),
        ({"person": 7, "on": "2026-11-01", "avoid": True}, "person"),
        ({"on": "2026-11-01"}, ""),
    ],
)
def test_taps_that_make_no_sense_are_told(row: dict[str, Any], said: str) -> None:
    """A tap of another page, or typed by hand, would be logged on a day that is none."""
    found = answers._answer(1, row, TODAY)
    assert isinstance(found, str)
    assert said in found


class _Odd:
    """A directory entry of a day that is none."""

    date_time = (2026, 0, 0, 0, 0, 0)


def test_members_without_a_day_have_none() -> None:
    """An archive whose members carry month nought would end in a traceback."""
    assert archive._newest([_Odd()], TODAY) is None  # type: ignore[list-item]  # it is asked for its day alone


def test_a_zip_in_a_zip_that_is_none_is_damaged(tmp_path: Path) -> None:
    """A text called `export.zip` inside the download would be read as an archive."""
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as outer:
        outer.writestr("inner.zip", b"hello")
    assert code_of(lambda: read([tmp_path / "outer.zip"], today=TODAY)) == "damaged-archive"


def test_a_packing_that_no_export_uses_is_refused(tmp_path: Path) -> None:
    """A method of packing without a guard against bombs would be unpacked."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_BZIP2) as made:
        made.writestr("Connections.csv", HEAD + ROW)
    assert code_of(lambda: read([tmp_path / "a.zip"], today=TODAY)) == "damaged-archive"


def test_a_member_whose_head_is_broken_is_told(tmp_path: Path) -> None:
    """The directory of an archive and the head of its member may disagree, and a traceback would follow."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Connections.csv", HEAD + ROW * 50)
    raw = bytearray(held.getvalue())
    raw[raw.index(b"Connections.csv") : raw.index(b"Connections.csv") + 3] = b"Xxx"  # the head, not the directory
    (tmp_path / "a.zip").write_bytes(raw)
    assert code_of(lambda: read([tmp_path / "a.zip"], today=TODAY)) == "damaged-archive"


def test_unknown_requests_are_refused(tmp_path: Path) -> None:
    """An order of days that is none would be taken for the other one."""
    (tmp_path / "Connections.csv").write_text(HEAD + ROW)
    assert code_of(lambda: read([tmp_path / "Connections.csv"], today=TODAY, date_order="ydm")) == "unknown-date-order"
    assert code_of(lambda: read([], today=TODAY)) == "not-found"


def test_archives_inside_a_folder_are_pointed_at(tmp_path: Path) -> None:
    """Somebody who gives the folder they unpacked a download into would be told nothing of the zip in it."""
    (tmp_path / "Basic.zip").write_bytes(b"PK\x03\x04")
    assert code_of(lambda: read([tmp_path], today=TODAY))


@pytest.mark.parametrize(
    ("depth", "files", "code"), [(1, 5_000, "no-network-files"), (3, 1, "too-many-members")], ids=["deep", "many"]
)
def test_folders_beyond_the_limits(tmp_path: Path, depth: int, files: int, code: str) -> None:
    """A whole disk would be walked through."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in ("a/b/Connections.csv", "a/x.txt", "y.txt"):
        (tmp_path / name).write_text("nothing of ours\n")
    (tmp_path / "z.txt").symlink_to(tmp_path / "y.txt")
    os.mkfifo(tmp_path / "pipe")
    limits = Limits(folder_depth=depth, folder_files=files)
    assert code_of(lambda: read([tmp_path], today=TODAY, limits=limits)) == code


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    """A plain file of any size would be read."""
    (tmp_path / "Connections.csv").write_text(HEAD + ROW)
    limits = Limits(file_bytes=10)
    assert code_of(lambda: read([tmp_path / "Connections.csv"], today=TODAY, limits=limits)) == "archive-too-large"
    (tmp_path / "people.json").write_text("{}" + " " * 20)
    assert code_of(lambda: whole.read_whole(tmp_path / "people.json", limits)) == "file-too-large"


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.EACCES, "no-permission"), (errno.ELOOP, "not-a-file"), (errno.EIO, "not-a-file"), (errno.ENOENT, "")],
)
def test_what_the_system_refuses_is_told(number: int, code: str) -> None:
    """Rights, loops of links and bad disks would all look like a missing file."""
    found = opening._refusal(OSError(number, "no"), "a.csv")
    assert found.next_step
    assert not code or found.code == code


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of somebody else's would end in a traceback."""

    def fails(_: object) -> Iterator[object]:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "scandir", fails)
    assert code_of(lambda: opening._entries(tmp_path, "folder")) == "no-permission"


def test_cards_beyond_the_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of cards of any size would be read into memory."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"netscout-card: 1\nid: p000{name}\n")
    assert code_of(lambda: cards.read_cards(tmp_path, Limits(rows=1))) == "file-too-large"
    assert code_of(lambda: cards.read_cards(tmp_path, Limits(file_bytes=40))) == "file-too-large"
    monkeypatch.setattr(cards, "MOST_BYTES", 5)
    assert cards._bytes(tmp_path / "a.md") is None
    assert not cards._begins_so(tmp_path)


def test_a_card_that_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One unreadable card among a thousand would be passed over, and its notes with it."""

    def fails(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", fails)
    assert code_of(lambda: cards._bytes(tmp_path / "a.md")) == "no-permission"


@pytest.mark.parametrize(
    "ledger",
    [
        "{",
        {"files": [], "ignored": [], "more": 1},
        {"files": [{"name": 7}], "ignored": []},
        {"files": [{"name": "a", "rows": "x"}], "ignored": []},
        {"files": [{"name": "a", "counts": {"people": "x"}}], "ignored": []},
        {"files": ["a"], "ignored": []},
    ],
    ids=str,
)
def test_accounts_that_are_none_are_refused(ledger: object) -> None:
    """A card touched by hand would put an account into the workspace that no command can read."""
    table = next(one for one in TABLES.values() if any(col.name == "ledger" for col in one.columns))
    with pytest.raises(LineError):
        objects.sensible(table, {"ledger": ledger})


def sheet(*cells: str, shared: str = "") -> bytes:
    """Return a workbook of one row of cells as they are written in it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        text = f"<worksheet {space}><sheetData>\n<row>{''.join(cells)}</row></sheetData></worksheet>"
        made.writestr("xl/worksheets/sheet1.xml", text)
        if shared:
            made.writestr("xl/sharedStrings.xml", shared)
    return held.getvalue()


def workbook(tmp_path: Path, content: bytes) -> InputError:
    """Return the error that a download of O*NET with one workbook ends in."""
    with zipfile.ZipFile(tmp_path / "db.zip", "w") as made:
        made.writestr("db_28_3_excel/Occupation Data.xlsx", content)
    with pytest.raises(InputError) as caught:
        read_taxonomy(tmp_path / "db.zip", Limits(), TODAY)
    return caught.value


def test_workbooks_that_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken download would end in a traceback, or fill the memory."""
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as made:
        made.writestr("xl/other.xml", "<a/>")
    assert workbook(tmp_path, empty.getvalue()).code == "damaged-archive"
    assert workbook(tmp_path, sheet("<c>")).code == "damaged-archive"
    odd = sheet('<c r="A1" t="s"><v>99</v></c>', '<c r="?"><v>x</v></c>', '<c r="A1"><v>y</v></c>')
    assert workbook(tmp_path, odd).code == "not-a-taxonomy"
    monkeypatch.setattr(taxonomy_xlsx, "_MOST", 10)
    assert workbook(tmp_path, sheet()).code == "archive-too-large"


def test_tables_that_cannot_be_read_are_told() -> None:
    """A taxonomy cut off in the middle, or without end, would end in a traceback."""

    def broken() -> Iterator[list[str]]:
        import csv

        yield ["a"]
        raise csv.Error("unexpected end of data")

    assert code_of(lambda: table_of("a.csv", broken(), Limits())) == "not-a-taxonomy"
    assert code_of(lambda: table_of("a.csv", iter([["a"], ["b"], ["c"]]), Limits(rows=1))) == "archive-too-large"


def test_downloads_that_lack_a_column(tmp_path: Path) -> None:
    """A table of another kind would be added as a taxonomy without a name in it."""
    (tmp_path / "occupations_en.csv").write_text("conceptUri,preferredLabel\nx/1,Baker\n")
    assert code_of(lambda: read_taxonomy(tmp_path / "occupations_en.csv", Limits(), TODAY)) == "not-a-taxonomy"


def test_a_row_that_names_nobody_is_told(load: Load) -> None:
    """A school or an owner without a name would be stored, or the row be lost untold."""
    found = load(
        {
            "Connections.csv": HEAD + ROW,
            "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
            ",,,remember,,\n,2001,2004,,BSc,\n",
            "Profile.csv": "First Name,Last Name,Maiden Name,Headline,Industry\n,,,Chef,\n",
        }
    )
    told = [(one.line, one.reason) for one in found.unreadable]
    assert sorted(told) == [(2, "the row names nobody"), (3, "the row names no school")]
    assert found.sightings[0].display_name == "Eva Example"
