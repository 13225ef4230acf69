"""Files of other programs that are no table: each is told for what it is, with the way to a table."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError
from netscout.reports.exports.fields import PEOPLE
from netscout.reports.exports.xlsx import Sheet, workbook
from netscout.sources import read
from netscout.sources.foreign import by_bytes, by_members, by_name

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 1)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def packed(*names: str) -> bytes:
    """Return an archive of small files of these names."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return held.getvalue()


BOOK = packed("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")
FORMS = [
    ("people.xlsx", BOOK, "a spreadsheet", "CSV"),
    ("people.zip", BOOK, "a spreadsheet", "CSV"),
    ("Basic_LinkedInDataExport_11-01-2026.zip", BOOK, "a spreadsheet", "CSV"),
    ("broken.xlsx", b"no zip at all", "a spreadsheet", "CSV"),
    ("old.xls", OLE, "an old Excel", "CSV"),
    ("old", OLE, "an old Excel", "CSV"),
    ("people.ods", packed("mimetype", "content.xml", "META-INF/manifest.xml"), "OpenDocument", "CSV"),
    ("people.zip", packed("mimetype", "content.xml"), "OpenDocument", "CSV"),
    ("people.numbers", packed("Index/Document.iwa", "preview.jpg"), "Numbers", "Export To"),
    ("people.zip", packed("Index/Document.iwa"), "Numbers", "Export To"),
    ("people.pages", packed("Index.zip", "preview.jpg"), "Pages", "Export To"),
    ("people.docx", packed("[Content_Types].xml", "word/document.xml"), "text document", "CSV"),
    ("mail.pst", b"!BDN" + b"\0" * 99, "Outlook data file", "Import/Export"),
    ("mail", b"!BDN" + b"\0" * 99, "Outlook data file", "Import/Export"),
    ("mail.msg", OLE, "Outlook data file", "Import/Export"),
    ("mac.olm", packed("Accounts/x/com.microsoft.__Messages/a.xml"), "Outlook for Mac", "CSV"),
    ("mac.zip", packed("Local/com.microsoft.__Messages/a.xml"), "Outlook for Mac", "CSV"),
    ("all.zip", packed("All.abbu/Metadata/a.abcdp", "All.abbu/AddressBook-v22.abcddb"), "Apple's Contacts", "vCard"),
    ("abook.mab", b"// <!-- <mdb:mork:z v=1.4/> -->", "Thunderbird", "comma separated"),
    ("abook.ldif", b"dn: cn=Ana\ncn: Ana\n", "LDIF", "vCard"),
    ("abook.sqlite", b"SQLite format 3\0" + b"\0" * 99, "a database", "CSV"),
    ("list.pdf", b"%PDF-1.7\n", "a PDF", "table"),
    ("all.gz", b"\x1f\x8b\x08" + b"\0" * 30, "no zip", "Unpack"),
]


@pytest.mark.parametrize(
    ("name", "content", "what", "then"), FORMS, ids=[f"{at}-{one[0]}" for at, one in enumerate(FORMS)]
)
def test_a_document_is_told_for_what_it_is(tmp_path: Path, name: str, content: bytes, what: str, then: str) -> None:
    """A spreadsheet would pass for the first part of a LinkedIn export, and the user wait for an e-mail."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as refused:
        read([tmp_path / name], today=TODAY)
    assert refused.value.code == "unrecognised-header"
    assert what in refused.value.message
    assert then in refused.value.next_step


def test_our_own_workbook_is_a_spreadsheet(tmp_path: Path) -> None:
    """Who edits our own list and loads it again would be told to wait for LinkedIn's second e-mail."""
    (tmp_path / "people.zip").write_bytes(workbook(Sheet("People", PEOPLE, []))[0])
    with pytest.raises(InputError, match="a spreadsheet"):
        read([tmp_path / "people.zip"], today=TODAY)


def test_a_folder_of_apples_contacts(tmp_path: Path) -> None:
    """A Mac shows this folder as one document."""
    (tmp_path / "All.abbu").mkdir()
    (tmp_path / "All.abbu" / "a.abcdp").write_bytes(b"x")
    with pytest.raises(InputError, match="Apple's Contacts"):
        read([tmp_path / "All.abbu"], today=TODAY)


def test_a_folder_of_spreadsheets(tmp_path: Path) -> None:
    """A folder of one spreadsheet would be the first part of an export."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "people.xlsx").write_bytes(BOOK)
    with pytest.raises(InputError, match="a spreadsheet"):
        read([tmp_path / "in"], today=TODAY)


@pytest.mark.parametrize(
    ("names", "says"),
    [((), "it is empty"), (("a.bin",), "1 file, and netscout knows it not (a.bin)"), (("a.bin", "b"), "2 files")],
)
def test_a_folder_of_nothing_is_no_first_part(tmp_path: Path, names: tuple[str, ...], says: str) -> None:
    """An empty folder would be told as a half of an export."""
    for name in names:
        (tmp_path / name).write_bytes(b"\0\1\2")
    with pytest.raises(InputError) as refused:
        read([tmp_path], today=TODAY)
    assert says in refused.value.message
    assert "first part" not in refused.value.message


def test_an_archive_without_a_file(tmp_path: Path) -> None:
    """Twenty-two bytes of an empty archive would be a bug of ours."""
    (tmp_path / "a.zip").write_bytes(packed())
    with pytest.raises(InputError) as refused:
        read([tmp_path / "a.zip"], today=TODAY)
    assert refused.value.code == "empty-file"


def test_what_is_a_table_stays_one() -> None:
    """A text file called .xls, or an export whose archive bears another ending, would be refused by its name."""
    assert by_bytes("people.xls", b"First Name\tLast Name\n") is None
    assert by_members("export.xlsx", ["Connections.csv"]) is None
    assert by_members("export.zip", ["xl/Connections.csv"]) is None
    assert by_name("contacts.csv") is None
