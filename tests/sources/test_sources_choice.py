"""Which program's file it is: the order in which tables are tried, `--source`, and files in one container."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError
from netscout.sources import deliveries, known_sources
from tests.sources.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from netscout.model.export import Export

GOOGLE = "First Name,Last Name,Labels,Organization Name,E-mail 1 - Value\nAna,Example,,,ana@mail.example\n"
OUTLOOK = "First Name,Last Name,E-mail Address,Company,Job Title\nAna,Example,ana@mail.example,,\n"
LINKS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Example,,,,,07 Sep 2019\n"
PLAIN = "Name,Email\nAna Example,ana@mail.example\n"


def test_the_words_of_source() -> None:
    """The order of the help text would change by chance."""
    words = ("auto", "linkedin", "google", "outlook", "vcard", "csv")
    assert tuple(one for one in known_sources() if one in words) == words


@pytest.mark.parametrize(
    ("header", "kind", "table"),
    [
        ("First Name,Last Name,Connected On,E-mail 1 - Value", "google", "contacts"),
        ("First Name,Last Name,Connected On,E-mail Address", "linkedin", "connections"),
        ("First Name,Last Name,Headline,Industry", "linkedin", "profile"),
        ("First Name,Last Name,Headline,Email", "csv", "contacts"),
        ("First Name,Last Name,Headline,URL", "csv", "contacts"),
        ("First Name,Last Name,E-mail Address", "outlook", "contacts"),
        ("First Name,E-mail 2 Address", "outlook", "contacts"),
        ("First Name,Last Name,Company,Job Title", "csv", "contacts"),
        ("Vorname,Nachname,Firma", "outlook", "contacts"),
        ("Vorname,Nachname,Unternehmen,Verbunden am", "linkedin", "connections"),
        ("FirstName,LastName,Emails,PhoneNumbers", "linkedin", "contacts"),
        ("Full Name,Firm", "csv", "contacts"),
    ],
)
def test_order(load: Callable[..., Export], header: str, kind: str, table: str) -> None:
    """A file that several tables would take goes to the wrong one."""
    row = ",".join("Ana" for _ in header.split(","))
    export = load({"x.csv": f"{header}\n{row}\n"})
    assert (export.sources[0].kind, export.sources[0].files[0].kind) == (kind, table)


def test_a_list_of_people_with_headlines_is_no_profile(load: Callable[..., Export]) -> None:
    """The first of an alumni list would become the owner, and the others vanish."""
    rows = "".join(f"Ana{number},Example,Analyst at Northwind\n" for number in range(12))
    export = load({"alumni.csv": "First Name,Last Name,Headline\n" + rows})
    assert (export.sources[0].kind, export.counts["people"], export.owner.name) == ("csv", 12, "")


@pytest.mark.parametrize(
    ("text", "kind"), [(GOOGLE, "google"), (OUTLOOK, "outlook"), (LINKS, "linkedin"), (PLAIN, "csv")]
)
def test_source_restricts(load: Callable[..., Export], text: str, kind: str) -> None:
    """A file would be read as another program's than the one the user names."""
    assert load({"x.csv": text}, source=kind).sources[0].kind == kind
    for other in {"google", "outlook", "linkedin"} - {kind}:
        with pytest.raises(InputError) as refused:
            load({"x.csv": text}, source=other)
        assert refused.value.code == "unrecognised-header"


def test_source_csv_reads_any_table_of_people(load: Callable[..., Export]) -> None:
    """A table that looks like another program's could not be read by its columns alone."""
    assert load({"x.csv": OUTLOOK}, source="csv").sources[0].kind == "csv"


def test_a_source_nobody_knows(load: Callable[..., Export]) -> None:
    """The error would not say what there is."""
    with pytest.raises(InputError) as refused:
        load({"x.csv": PLAIN}, source="myspace")
    assert refused.value.code == "unknown-source"
    assert "google, outlook, vcard, csv" in refused.value.next_step


def test_a_header_nobody_knows(load: Callable[..., Export]) -> None:
    """The error would not say what was seen, what was needed, and what to do."""
    with pytest.raises(InputError) as refused:
        load({"x.csv": "Person Title,Work Phone\nAna,1\n"})
    said = f"{refused.value.message} {refused.value.next_step}"
    assert refused.value.code == "unrecognised-header"
    for part in (
        "Person Title, Work Phone",
        "Its 2 columns in line 1",
        "needs a column for the name, the e-mail address or the LinkedIn address",
        "--source",
        '--map "Person Title"=full',
    ):
        assert part in said


@pytest.mark.parametrize("name", ["Skills.csv", "Languages.csv", "Company Follows.csv"])
def test_what_linkedin_writes_of_oneself_is_no_list_of_people(load: Callable[..., Export], name: str) -> None:
    """Skills and languages would become people."""
    if name == "Company Follows.csv":
        export = load({name: "Organization,Followed On\nNorthwind,Sat Feb 08 02:54:41 UTC 2025\n"})
        assert not export.sightings
        return
    with pytest.raises(InputError):
        load({name: "Name,Proficiency\nEnglish,Native\n"})


def test_an_archive_holds_no_loose_tables(load: Callable[..., Export]) -> None:
    """A file of LinkedIn's that is not known yet would make people of whatever it lists."""
    export = load({"Connections.csv": LINKS, "Verified.csv": "First name,Last name,Type\nRobin,Me,Work\n"})
    assert len(export.sightings) == 1
    assert [one.code for one in export.notices if one.code == "unknown-file"] == ["unknown-file"]


def test_another_programs_file_beside_linkedins_is_named(load: Callable[..., Export]) -> None:
    """Contacts of Google in the same folder would be mixed into the LinkedIn account, or vanish without a word."""
    export = load({"Connections.csv": LINKS, "contacts.csv": GOOGLE})
    assert len(export.sightings) == 1
    assert [(one.name, "google" in one.reason) for one in export.sources[0].ignored] == [("contacts.csv", True)]
    assert any(one.code == "unknown-file" and one.file == "contacts.csv" for one in export.notices)


def test_an_archive_of_contacts(load: Callable[..., Export]) -> None:
    """The archive in which Google delivers contacts would be refused as one without a network."""
    export = load({"Takeout/Contacts/All/All.csv": GOOGLE, "Takeout/index.html": "<html>"}, name="takeout.zip")
    assert (export.sources[0].kind, export.counts["people"]) == ("google", 1)
    with pytest.raises(InputError) as refused:
        load({"Contacts/All.csv": GOOGLE, "x.txt": "a\n"}, name="other.zip", source="outlook")
    assert refused.value.code == "unrecognised-header"


def test_deliveries_keep_programs_apart(tmp_path: Path) -> None:
    """The rows of several programs would be one sum that fits none of them."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("Connections.csv", LINKS)
    files = {"a.csv": GOOGLE, "links.zip": "", "b.csv": OUTLOOK, "Connections.csv": LINKS, "c.csv": PLAIN}
    paths = []
    for name, content in files.items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(content.encode() or held.getvalue())
    groups = [[one.name for one in group] for group in deliveries(paths, today=TODAY)]
    assert groups == [["links.zip", "Connections.csv"], ["a.csv"], ["b.csv"], ["c.csv"]]


def test_a_contact_file_knows_its_day_by_name_or_content(load: Callable[..., Export]) -> None:
    """A file of an unknown day would pass for a new one."""
    assert load({"contacts 03-05-2026.csv": GOOGLE}).export_date == "2026-03-05"
    assert load({"contacts.csv": GOOGLE}).export_date is None
