"""Downloads of O*NET and ESCO, as small ones of our own: what is read, and what is refused."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError
from netscout.settings import Limits
from netscout.sources.taxonomy import read_taxonomy

if TYPE_CHECKING:
    from netscout.model.taxonomy import Taxonomy

TODAY = date(2026, 11, 1)
OCCUPATIONS = (
    'O*NET-SOC Code\tTitle\tDescription\n99-0001.00\tKite Makers\tThey "make kites.\n99-0002.00\tBell Tuners\tTune.\n'
)
ALTERNATES = (
    "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\n99-0001.00\tKite Designer\tn/a\t02\n"
    "99-0002.00\tCarillon Technician\tCT\t08\n99-9999.00\tNobody\tn/a\t01\n"
)
REPORTED = "O*NET-SOC Code\tReported Job Title\tShown in My Next Move\n99-0001.00\tKite Maker\tY\n"
ONET = {
    "db_28_3_text/Occupation Data.txt": OCCUPATIONS,
    "db_28_3_text/Alternate Titles.txt": ALTERNATES,
    "db_28_3_text/Sample of Reported Titles.txt": REPORTED,
    "db_28_3_text/Read Me.txt": "O*NET 28.3 Database\nA release\n",
}
ESCO = (
    "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status\n"
    'Occupation,http://example.com/esco/occupation/aa-1,7549,Drachenbauer/Drachenbauerin,"Drachenbauer\nDrachenmacher"'
    ",released\n"
    "Occupation,http://example.com/esco/occupation/bb-2,7312,Glockenstimmer,,released\n"
)


def packed(files: dict[str, str | bytes]) -> bytes:
    """Return a zip of some files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 5, 6, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def taken(tmp_path: Path, files: dict[str, str | bytes], name: str = "download.zip") -> Taxonomy:
    """Return what is read from a zip of some files."""
    path = tmp_path / name
    path.write_bytes(packed(files))
    return read_taxonomy(path, Limits(), TODAY)


def workbook(rows: list[list[str]], *, shared: bool, before: str = "") -> bytes:
    """Return a small xlsx, its strings in the shared table or in the cells."""
    texts: list[str] = []
    lines = []
    for number, row in enumerate(rows, 1):
        cells = []
        for place, text in enumerate(row):
            reference = f"{chr(65 + place)}{number}"
            if not text:
                continue
            if shared:
                texts.append(text)
                cells.append(f'<c r="{reference}" t="s"><v>{len(texts) - 1}</v></c>')
            else:
                cells.append(f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>')
        lines.append(f"<row>{''.join(cells)}</row>")
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    files: dict[str, str | bytes] = {
        "xl/worksheets/sheet1.xml": f"{before}<worksheet {space}><sheetData>{''.join(lines)}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst {space}>{''.join(f'<si><t>{text}</t></si>' for text in texts)}</sst>",
    }
    return packed(files)


def test_onet_text(tmp_path: Path) -> None:
    """The text edition is tab-separated without quoting; a lone quote must swallow nothing."""
    found = taken(tmp_path, dict(ONET))
    assert (found.note.name, found.note.version, found.note.codes) == ("onet", "28.3", 2)
    assert "28.3" in found.note.attribution
    assert [name for _, name in found.labels] == [
        "Kite Makers", "Bell Tuners", "Kite Designer", "Carillon Technician", "CT", "Kite Maker"
    ]  # fmt: skip


def test_onet_folder(tmp_path: Path) -> None:
    """People unpack a download before they hand it over."""
    for name, content in ONET.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    assert read_taxonomy(tmp_path / "db_28_3_text", Limits(), TODAY).note.version == "28.3"


@pytest.mark.parametrize("shared", [True, False])
def test_onet_workbooks(tmp_path: Path, *, shared: bool) -> None:
    """The Excel edition has one column more; columns are read by name, cells left out are empty."""
    files: dict[str, str | bytes] = {
        "db_28_3_excel/Occupation Data.xlsx": workbook(
            [["O*NET-SOC Code", "Title", "Description"], ["99-0001.00", "Kite Makers", "Make"]], shared=shared
        ),
        "db_28_3_excel/Alternate Titles.xlsx": workbook(
            [
                ["O*NET-SOC Code", "Title", "Alternate Title", "Short Title"],
                ["99-0001.00", "", "Kite Designer", ""],
            ],
            shared=shared,
        ),
    }
    found = taken(tmp_path, files)
    assert found.labels == (("99-0001.00", "Kite Makers"), ("99-0001.00", "Kite Designer"))
    assert found.note.version == "28.3"


def test_xml_entities_are_refused(tmp_path: Path) -> None:
    """Entities that expand one another fill the memory."""
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]>'
    with pytest.raises(InputError) as fault:
        taken(tmp_path, {"Occupation Data.xlsx": workbook([["O*NET-SOC Code"]], shared=False, before=bomb)})
    assert fault.value.code == "damaged-archive"


def test_esco(tmp_path: Path) -> None:
    """Alternative labels are parted by line feeds inside one cell; the language stands in the file name."""
    found = taken(tmp_path, {"occupations_de.csv": ESCO}, "ESCO dataset - v1.2.0 - classification - de - csv.zip")
    assert (found.note.name, found.note.version, found.note.language) == ("esco-de", "1.2.0", "de")
    assert found.names[0] == ("aa-1", "Drachenbauer/Drachenbauerin", "7549")
    assert len(found.labels) == 4


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({**ONET, "db_28_3_text/Read Me.txt": "O*NET 24.2 Database"}, "old-taxonomy"),
        ({"Occupation Data.txt": OCCUPATIONS + "15-1132.00\tSoftware\tOld\n"}, "old-taxonomy"),
        ({"Alternate Titles.txt": ALTERNATES}, "not-a-taxonomy"),
        ({"Occupation Data.txt": "O*NET-SOC Code\tTitle\tDescription\n"}, "not-a-taxonomy"),
        ({"occupations_en.csv": "a,b\n1,2\n"}, "not-a-taxonomy"),
        ({"Connections.csv": "First Name,Last Name\nA,B\n"}, "not-a-taxonomy"),
        ({"../Occupation Data.txt": OCCUPATIONS}, "unsafe-path"),
        ({"Occupation Data.xlsx": b"no workbook"}, "damaged-archive"),
    ],
)
def test_refusals(tmp_path: Path, files: dict[str, str | bytes], code: str) -> None:
    """Whatever is no taxonomy is told so in one message, and nothing of it is kept."""
    with pytest.raises(InputError) as fault:
        taken(tmp_path, files)
    assert fault.value.code == code
    assert fault.value.next_step
    assert "LinkedIn" not in fault.value.next_step


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    """A small file that unpacks to gigabytes must not be read to its end."""
    path = tmp_path / "bomb.zip"
    path.write_bytes(packed({"Occupation Data.txt": OCCUPATIONS + "0" * 2_000_000}))
    with pytest.raises(InputError) as fault:
        read_taxonomy(path, Limits(archive_bytes=1_000_000), TODAY)
    assert fault.value.code == "archive-too-large"


def test_a_folder_that_may_not_be_read_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody whose download belongs to another account would be told to download it again."""
    (tmp_path / "db.zip").write_bytes(b"PK")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    with monkeypatch.context() as guarded:
        guarded.setattr(Path, "open", refused)
        guarded.setattr("builtins.open", refused)
        guarded.setattr(os, "open", refused)
        with pytest.raises(InputError) as told:
            read_taxonomy(tmp_path / "db.zip", Limits(), TODAY)
    assert told.value.code == "no-permission"
    assert "ownload" not in told.value.next_step
