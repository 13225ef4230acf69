"""Outlook: the desktop and the web table, in four languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sources.test_sources_google import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export

DESKTOP = (
    *("Title", "First Name", "Middle Name", "Last Name", "Suffix", "Company", "Department", "Job Title"),
    *("Business Phone", "Mobile Phone", "Birthday", "Categories", "E-mail Address", "E-mail Type"),
    *("E-mail Display Name", "E-mail 2 Address", "E-mail 2 Type", "Notes", "Web Page"),
)
WEB = (
    *("First Name", "Middle Name", "Last Name", "Title", "Suffix", "Given Yomi", "Home Phone", "Mobile Phone"),
    *("E-mail Address", "E-mail 2 Address", "E-mail 3 Address", "Company", "Job Title", "Birthday"),
    *("Personal Web Page", "Notes"),
)
ANA = {
    "Title": "Dr.", "First Name": "Ana", "Middle Name": "Maria", "Last Name": "Example", "Company": "Northwind",
    "Job Title": "Data Analyst", "Categories": "Fair;Book club", "E-mail Address": "Ana@Mail.example",
    "E-mail Type": "SMTP", "E-mail 2 Address": "a@work.example", "Notes": "one\ntwo", "Birthday": "12/24/1988",
    "Web Page": "https://www.linkedin.com/in/ana", "Personal Web Page": "https://www.linkedin.com/in/ana",
}  # fmt: skip


@pytest.mark.parametrize("header", [DESKTOP, WEB], ids=["desktop", "web"])
def test_both_tables(load: Callable[..., Export], header: tuple[str, ...]) -> None:
    """The honorific would be the job, or an address, group, note, birthday or profile be lost."""
    export = load({"contacts.CSV": table(header, ANA)})
    (ana,) = export.sightings
    assert (ana.display_name, ana.middle_name, ana.company, ana.title) == (
        *("Ana Example", "Maria", "Northwind", "Data Analyst"),
    )
    assert (ana.emails, ana.slug) == (("ana@mail.example", "a@work.example"), "ana")
    (detail,) = export.details
    assert detail.birthday == "1988-12-24"
    assert detail.labels == (("Fair", "Book club") if "Categories" in header else ())
    assert [note.text for note in export.notes] == ["one\ntwo"]
    assert export.sources[0].kind == "outlook"


@pytest.mark.parametrize(
    "row",
    [
        {"E-mail Address": "/o=ExchangeLabs/ou=Group/cn=Recipients/cn=ana", "E-mail Type": "EX"},
        {"E-mail Address": "ana@inside.example", "E-mail Type": "EX"},
        {"E-mail Address": "/o=Firm/cn=ana@x.example"},
    ],
)
def test_a_path_inside_an_exchange_server_is_no_address(load: Callable[..., Export], row: dict[str, str]) -> None:
    """Letters would be sent to a path nobody outside can reach."""
    (ana,) = load({"contacts.csv": table(DESKTOP, {"First Name": "Ana", **row})}).sightings
    assert ana.emails == ()


def test_no_birthday_is_none(load: Callable[..., Export]) -> None:
    """Everybody without a birthday would be a bad date."""
    export = load({"contacts.csv": table(DESKTOP, {"First Name": "Ana", "Birthday": "0/0/00"})})
    assert (export.details, export.notices) == ((), ())


def test_days_that_cannot_be_told_are_named(load: Callable[..., Export]) -> None:
    """A birthday would be wrong, or left out without a word."""
    rows = ({"First Name": "Ana", "Birthday": "3/4/1988"}, {"First Name": "Bo", "Birthday": "31.02.1990"})
    codes = [(one.code, one.line) for one in load({"contacts.csv": table(DESKTOP, *rows)}).notices]
    assert codes == [("ambiguous-date-order", None), ("bad-date", 3)]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        (
            "Anrede,Vorname,Weitere Vornamen,Nachname,Firma,Position,E-Mail-Adresse,E-Mail 2: Adresse,Kategorien",
            "Frau,Ana,Maria,Example,Northwind,Analystin,ana@mail.example,a@work.example,Messe",
        ),
        (
            "Titre,Prénom,Deuxième prénom,Nom,Société,Service,Profession,Adresse de messagerie,Tél. mobile",
            "Mme,Ana,Maria,Example,Northwind,IT,Analystin,ana@mail.example,+1 555",
        ),
        (
            "Nombre,Segundo nombre,Apellidos,Organización,Puesto,Dirección de correo electrónico",
            "Ana,Maria,Example,Northwind,Analystin,ana@mail.example",
        ),
    ],
    ids=["de", "fr", "es"],
)
def test_other_languages(load: Callable[..., Export], header: str, cells: str) -> None:
    """Outlook in German, French or Spanish would be no known file, or its job title the honorific."""
    for encoding in ("utf-8-sig", "cp1252"):
        export = load({"kontakte.csv": f"{header}\r\n{cells}\r\n".encode(encoding)})
        (ana,) = export.sightings
        assert (ana.display_name, ana.middle_name, ana.company, ana.title) == (
            *("Ana Example", "Maria", "Northwind", "Analystin"),
        )
        assert ana.emails[0] == "ana@mail.example"
        assert export.sources[0].kind == "outlook"


def test_linkedin_in_german_is_no_outlook(load: Callable[..., Export]) -> None:
    """The day of the connection tells LinkedIn's own table, whatever its language."""
    text = "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\nAna,Example,,,X,Y,07 Sep 2019\n"
    export = load({"Connections.csv": text})
    assert (export.sources[0].kind, export.has_connections) == ("linkedin", True)


def test_the_file_linkedin_once_wrote_for_outlook(load: Callable[..., Export]) -> None:
    """An export of before 2017 would be no known file."""
    header = "Title,First Name,Middle Name,Last Name,Suffix,E-mail Address,Company,Job Title"
    text = f"{header}\n,Ana,,Example,,a@x.example,X,Y\n"
    (ana,) = load({"linkedin_connections_export_microsoft_outlook.csv": text}).sightings
    assert (ana.emails, ana.company, ana.title, ana.slug) == (("a@x.example",), "X", "Y", None)


def test_a_company_alone_is_nobody(load: Callable[..., Export]) -> None:
    """A firm's entry would stand among the people to ask."""
    rows: tuple[dict[str, str], ...] = ({"Company": "Northwind", "Business Phone": "+1 555"}, {"First Name": "Ana"}, {})
    export = load({"contacts.csv": table(DESKTOP, *rows)})
    assert {word: export.counts[word] for word in ("rows", "people", "companies_only", "empty")} == {
        "rows": 3,
        "people": 1,
        "companies_only": 1,
        "empty": 1,
    }


@pytest.mark.check(11)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("header", [DESKTOP, WEB], ids=["desktop", "web"])
def test_dialects(
    load: Callable[..., Export], header: tuple[str, ...], encoding: str, delimiter: str, newline: str
) -> None:
    """A file that was saved again in another way would lose people or letters."""
    text = table(header, {**ANA, "First Name": "Zoë"}, {"E-mail Address": "b@mail.example"}, delimiter=delimiter)
    export = load({"contacts.csv": text.replace("\n", newline).encode(encoding)})
    assert [(one.display_name, one.emails) for one in export.sightings] == [
        ("Zoë Example", ("ana@mail.example", "a@work.example")),
        ("", ("b@mail.example",)),
    ]
    assert [note.text for note in export.notes] == ["one\ntwo"]
