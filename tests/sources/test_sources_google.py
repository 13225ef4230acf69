"""Google Contacts: both headers, values joined in one cell, labels of the system, people without a name."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Detail, Export, Sighting

NEW = (
    *("First Name", "Middle Name", "Last Name", "Phonetic First Name", "Nickname", "File As", "Organization Name"),
    *("Organization Title", "Birthday", "Notes", "Photo", "Labels", "E-mail 1 - Label", "E-mail 1 - Value"),
    *("E-mail 2 - Label", "E-mail 2 - Value", "Phone 1 - Value", "Website 1 - Value", "Website 2 - Value"),
    *("Custom Field 1 - Label", "Custom Field 1 - Value"),
)
OLD = (
    *("Name", "Given Name", "Additional Name", "Family Name", "Yomi Name", "Birthday", "Notes", "Group Membership"),
    *("E-mail 1 - Type", "E-mail 1 - Value", "E-mail 2 - Type", "E-mail 2 - Value", "Phone 1 - Type"),
    *("Phone 1 - Value", "Organization 1 - Name", "Organization 1 - Title", "Website 1 - Type", "Website 1 - Value"),
)


def table(header: tuple[str, ...], *rows: dict[str, str], delimiter: str = ",", newline: str = "\n") -> str:
    """Return a table of rows given by column."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=newline)
    writer.writerow(header)
    writer.writerows([row.get(name, "") for name in header] for row in rows)
    return out.getvalue()


def one(load: Callable[..., Export], header: tuple[str, ...], row: dict[str, str]) -> tuple[Export, Sighting]:
    """Return what a file of one row says."""
    export = load({"contacts.csv": table(header, row)})
    (found,) = export.sightings
    return export, found


def detail(export: Export) -> Detail:
    """Return the only detail."""
    (found,) = export.details
    return found


def test_the_new_header(load: Callable[..., Export]) -> None:
    """A contact of today would lose a name, an address, a group, a note or a profile."""
    row = {
        "First Name": "Ana", "Middle Name": "Maria", "Last Name": "Example", "Organization Name": "Northwind",
        "Organization Title": "Data Analyst", "Birthday": "--12-24", "Notes": "met at the fair\n\nowes me a coffee",
        "Labels": "Fair ::: * myContacts ::: Starred ::: Book club",
        "E-mail 1 - Value": "* Ana@Mail.example ::: a@work.example",
        "E-mail 2 - Value": "b@mail.example ::: ana@mail.example", "Phone 1 - Value": "+1 555 0100 ::: +1 555 0101",
        "Website 1 - Value": "https://blog.example/ana", "Website 2 - Value": "http://www.linkedin.com/in/Ana-Example/",
    }  # fmt: skip
    export, ana = one(load, NEW, row)
    assert (ana.kind, ana.first_name, ana.middle_name, ana.last_name) == ("contact", "Ana", "Maria", "Example")
    assert (ana.display_name, ana.company, ana.title) == ("Ana Example", "Northwind", "Data Analyst")
    assert ana.emails == ("ana@mail.example", "a@work.example", "b@mail.example")
    assert ana.slug == "ana-example"
    assert detail(export).labels == ("Fair", "Book club")
    assert detail(export).phones == ("+1 555 0100", "+1 555 0101")
    assert detail(export).birthday == "--12-24"
    assert [note.text for note in export.notes] == ["met at the fair\n\nowes me a coffee"]
    assert export.sources[0].kind == "google"


def test_the_old_header(load: Callable[..., Export]) -> None:
    """An export of before 2024 would lose its people, or show the middle name in the name."""
    row = {
        "Name": "Bo Maria Lind", "Given Name": "Bo", "Additional Name": "Maria", "Family Name": "Lind",
        "Group Membership": "* My Contacts ::: Choir", "E-mail 1 - Value": "bo@mail.example", "Birthday": "1988-12-24",
        "Organization 1 - Name": "Fabrikam", "Organization 1 - Title": "Cook", "Phone 1 - Value": "+1 555 0102",
    }  # fmt: skip
    export, bo = one(load, OLD, row)
    assert (bo.display_name, bo.middle_name, bo.company, bo.title) == ("Bo Lind", "Maria", "Fabrikam", "Cook")
    assert (detail(export).labels, detail(export).birthday) == (("Choir",), "1988-12-24")


@pytest.mark.parametrize(
    ("name", "shown"), [("Bo Lind", "Bo Lind"), ("Lind, Bo", "Bo Lind"), ("Bo Lind, PhD", "Bo Lind")]
)
def test_a_name_in_one_cell_is_split(load: Callable[..., Export], name: str, shown: str) -> None:
    """A contact whose name stands only in Name would be nobody."""
    _, found = one(load, OLD, {"Name": name, "E-mail 1 - Value": "bo@mail.example"})
    assert (found.display_name, found.first_name, found.last_name) == (shown, "Bo", "Lind")


def test_a_profile_in_a_custom_field(load: Callable[..., Export]) -> None:
    """A profile address kept in a field of one's own would be lost."""
    _, found = one(load, NEW, {"First Name": "Ana", "Custom Field 1 - Value": "linkedin.com/in/ana"})
    assert found.slug == "ana"


def test_groups_as_wide_as_the_widest_contact(load: Callable[..., Export]) -> None:
    """The tenth address of somebody would come second, or be lost."""
    header = ("First Name", *(f"E-mail {number} - Value" for number in (10, 2, 1)), "Labels")
    row = {f"E-mail {number} - Value": f"a{number}@mail.example" for number in (1, 2, 10)}
    _, found = one(load, header, row)
    assert found.emails == ("a1@mail.example", "a2@mail.example", "a10@mail.example")


def test_who_has_no_name(load: Callable[..., Export]) -> None:
    """People of whom only an address is known would be lost or melted; a company alone would be a person."""
    rows: tuple[dict[str, str], ...] = (
        {"E-mail 1 - Value": "a@mail.example"},
        {"E-mail 1 - Value": "b@mail.example"},
        {"Organization Name": "Northwind", "Phone 1 - Value": "+1 555 0103"},
        {"Phone 1 - Value": "+1 555 0104"},
        {"E-mail 1 - Label": "Work"},
        {},
    )
    export = load({"contacts.csv": table(NEW, *rows)})
    assert [(found.display_name, found.emails) for found in export.sightings] == [
        ("", ("a@mail.example",)),
        ("", ("b@mail.example",)),
    ]
    words = ("rows", "people", "duplicates", "hidden", "empty", "unreadable", "companies_only", "with_email")
    assert [export.counts[word] for word in words] == [6, 2, 0, 0, 1, 2, 1, 2]
    assert [(row.line, row.reason) for row in export.unreadable] == [
        (5, "the row names nobody"),
        (6, "the row names nobody"),
    ]
    assert all(file.adds_up() for file in export.sources[0].files)


@pytest.mark.parametrize(
    "header",
    [
        ("First Name", "Last Name", "E-mail 1 - Value"),
        ("First Name", "Last Name", "Organization Name", "Labels"),
        ("Given Name", "Family Name", "Group Membership"),
        ("First Name", "Last Name", "E-mail Address", "Connected On", "E-mail 1 - Value"),
    ],
)
def test_what_tells_a_google_file(load: Callable[..., Export], header: tuple[str, ...]) -> None:
    """A file whose owner removed columns would be taken for another program's."""
    given = "Given Name" if "Given Name" in header else "First Name"
    assert load({"x.txt": table(header, {given: "Ana"})}).sources[0].kind == "google"


@pytest.mark.check(7)
@pytest.mark.parametrize("closed", [False, True])
def test_an_open_quote_swallows_nobody(load: Callable[..., Export], closed: bool) -> None:
    """The rows between a stray quote and the next quoted cell would vanish into one note."""
    rows = [{"First Name": f"Ana{number}", "E-mail 1 - Value": f"a{number}@mail.example"} for number in range(20)]
    lines = table(NEW, *rows).splitlines(keepends=True)
    lines[5] = lines[5].replace("Ana4", '"Ana4')
    if closed:
        lines[9] = lines[9].replace("a8@mail.example", '"a8@mail.example"')
    export = load({"contacts.csv": "".join(lines)})
    assert (export.counts["rows"], export.counts["people"]) == (20, 19)
    assert [(row.line, row.reason) for row in export.unreadable] == [(6, "a quote is opened and never closed")]


@pytest.mark.check(11)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("header", [NEW, OLD], ids=["new", "old"])
def test_dialects(
    load: Callable[..., Export], header: tuple[str, ...], encoding: str, delimiter: str, newline: str
) -> None:
    """A file that was saved again in another way would lose people or letters."""
    given = {"First Name": "Zoë", "Given Name": "Zoë", "Notes": "one\ntwo; three, four"}
    rows = ({**given, "E-mail 1 - Value": "zoe@mail.example"}, {"E-mail 1 - Value": "b@mail.example"})
    text = table(header, *rows, delimiter=delimiter, newline=newline)
    export = load({"contacts.csv": text.encode(encoding)})
    assert [(found.display_name, found.emails) for found in export.sightings] == [
        ("Zoë", ("zoe@mail.example",)),
        ("", ("b@mail.example",)),
    ]
    assert [note.text for note in export.notes] == ["one\ntwo; three, four"]
