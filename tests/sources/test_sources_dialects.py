"""Encodings, delimiters, line ends, quoting and broken rows of Connections files."""

from __future__ import annotations

import csv
import io
import itertools
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export

    Load = Callable[..., Export]

URL = "https://www.linkedin.com/in/"
OLD = ("First Name", "Last Name", "Email Address", "Company", "Position", "Connected On")
NEW = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
LOCAL = (
    ("Vorname", "Nachname", "URL", "E-Mail-Adresse", "Unternehmen", "Position", "Verbunden am"),
    ("Prénom", "Nom", "URL", "Adresse e-mail", "Entreprise", "Poste", "Date de connexion"),
    ("Nombre", "Apellidos", "URL", "Dirección de correo electrónico", "Empresa", "Cargo", "Conectado el"),
    ("Nome", "Sobrenome", "URL", "Endereço de e-mail", "Empresa", "Cargo", "Conectado em"),
)
CHINESE = ("名", "姓", "网址", "邮箱", "公司", "职位", "建立联系日期")
PEOPLE = (
    (
        "Zoë",
        "Müller",
        URL + "zoe-mueller",
        "zoe@mail.example",
        'Acme; "Sons", Ltd|Co',
        "Chef\tde cuisine",
        "07 Sep 2019",
    ),
    ("Null", "NA", URL + "null-na", "", "", "007", "7-Sep-19"),
    ("Eva", "Example", URL + "eva", "", "Line\nbreak", "Analyst", ""),
)
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-be")
PREAMBLES = ("", 'Notes:\n"Some addresses, are missing; see help."\n\n', 'Notes:,,,,,,\n"A, b",,,,,,\n,,,,,,\n')


def table(
    header: tuple[str, ...], delimiter: str = ",", newline: str = "\n", rows: tuple[tuple[str, ...], ...] = PEOPLE
) -> str:
    """Return a Connections table; the URL is left out where the header has none."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=delimiter, lineterminator=newline)
    writer.writerow(header)
    writer.writerows([cell for place, cell in enumerate(row) if len(header) == 7 or place != 2] for row in rows)
    return held.getvalue()


def people(export: Export) -> list[tuple[object, ...]]:
    """Return the people of an export without their places."""
    return [tuple(one)[3:] for one in export.sightings]


@pytest.mark.check(8)
@pytest.mark.parametrize("preamble", PREAMBLES)
@pytest.mark.parametrize("header", [OLD, NEW])
def test_forty_variants(load: Load, header: tuple[str, ...], preamble: str) -> None:
    """Five encodings, four delimiters and two line ends give the same people."""
    wanted = people(load({"Connections.csv": table(header)}))
    assert [row[3] for row in wanted] == ["Zoë Müller", "Null NA", "Eva Example"]
    for encoding, delimiter, newline in itertools.product(ENCODINGS, ",;\t|", ("\n", "\r\n")):
        text = preamble.replace("\n", newline) + table(header, delimiter, newline)
        export = load({"Connections.csv": text.encode(encoding)})
        assert people(export) == wanted, (encoding, delimiter, newline)
        assert export.counts["people"] == export.counts["rows"] == 3


@pytest.mark.check(8)
@pytest.mark.parametrize("header", LOCAL)
def test_localised_headers(load: Load, header: tuple[str, ...]) -> None:
    """A header in another language gives the same people."""
    assert people(load({"x.csv": table(header)})) == people(load({"x.csv": table(NEW)}))


@pytest.mark.check(8)
def test_chinese_header(load: Load) -> None:
    """The Chinese header is known too."""
    assert people(load({"x.csv": table(CHINESE)})) == people(load({"x.csv": table(NEW)}))


@pytest.mark.check(8)
def test_other_order_and_own_columns(load: Load) -> None:
    """Columns are found by name, so a new order or a column of the user's own changes nothing."""
    text = "Mine,Connected On,Last Name,First Name,URL\nx,07 Sep 2019,Example,Eva,linkedin.com/in/eva\n"
    (one,) = load({"renamed.txt": text}).sightings
    assert (one.display_name, one.slug, one.connected_on, one.company) == ("Eva Example", "eva", "2019-09-07", "")


@pytest.mark.check(8)
def test_mac_line_ends_and_missing_last_newline(load: Load) -> None:
    """Lone carriage returns end a line, and the last row needs no end."""
    assert load({"c.csv": table(NEW, newline="\r", rows=PEOPLE[:2]).rstrip("\r")}).counts["people"] == 2


def test_duplicates_and_ledger(load: Load) -> None:
    """Rows of one person become one, the later row wins and empty never overwrites filled."""
    rows = (
        ("Eva", "Example", URL + "eva", "e@mail.example", "Acme", "Clerk", "07 Sep 2019"),
        ("Eva", "Example", URL + "EVA/", "", "Contoso", "", ""),
        ("Eva", "Example", URL + "eva-2", "", "Acme", "", ""),
        ("Jo", "Sample", "", "", "Acme", "", ""),
        ("jo", "Sample", "", "", "acme", "Chef", ""),
        ("Jo", "Sample", "", "", "Other", "", ""),
        ("", "", "", "", "", "", "07 Sep 2019"),
        ("", "", "javascript:x", "", "Acme", "", ""),
        ("", "", "", "", "", "", ""),
        (" ", "", "", "x@mail.example", "", "", ""),
    )
    export = load({"c.csv": table(NEW, rows=rows)})
    counts = export.counts
    assert (counts["rows"], counts["people"], counts["duplicates"], counts["hidden"], counts["empty"]) == (
        10,
        5,
        2,
        2,
        1,
    )
    eva = export.sightings[0]
    assert (eva.company, eva.title, eva.emails, eva.connected_on) == (
        "Contoso",
        "Clerk",
        ("e@mail.example",),
        "2019-09-07",
    )
    assert (counts["with_email"], counts["undated"]) == (2, 4)
    assert export.sources[0].files[0].adds_up()


def codes(export: Export) -> dict[str, tuple[int | None, int]]:
    """Return the notices as code: (first line, count)."""
    return {one.code: (one.line, one.count) for one in export.notices}


HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


@pytest.mark.check(6, 7, 9)
@pytest.mark.parametrize(
    ("body", "names", "notices"),
    [
        ("Eva,Example\nJo,Sample,,,,,07 Sep 2019\n", ["Eva Example", "Jo Sample"], {"ragged-row": (2, 1)}),
        ("Eva,Example,,,,,07 Sep 2019,more\n", ["Eva Example"], {"ragged-row": (2, 1)}),
        ("Eva,Example,,,,,07 Sep 2019,,\n", ["Eva Example"], {}),
        ('Eva,"Example,,,,,\nJo,Sample,,,,,07 Sep 2019\n', ["Jo Sample"], {"unclosed-quote": (2, 1)}),
        (
            'Eva,"Example,,,,,\nJo,Sample,,,"A, B",,\nMo,Sample,,,,,\n',
            ["Jo Sample", "Mo Sample"],
            {"unclosed-quote": (2, 1)},
        ),
        ("Eva,Example,,,,,31 Feb 2020\n", ["Eva Example"], {"bad-date": (2, 1)}),
        ("Eva,Example,,,,,3/4/2020\n", ["Eva Example"], {"ambiguous-date-order": (None, 1)}),
        ("\n\nEva,Example,,,,,\n  \n", ["Eva Example"], {}),
        ('Eva,Example,,,"Acme \\"Best\\", Ltd",Chef,\n', ["Eva Example"], {}),
        ("Eva,Example,,,C:\\,Chef,\n", ["Eva Example"], {}),
    ],
)
def test_broken_rows(load: Load, body: str, names: list[str], notices: dict[str, tuple[int | None, int]]) -> None:
    """A broken row costs itself at most, and is told with its line."""
    export = load({"c.csv": HEAD + body})
    assert [one.display_name for one in export.sightings] == names
    assert codes(export) == notices
    assert export.sources[0].files[0].adds_up()


def test_backslash_quotes_are_taken_only_where_they_fit(load: Load) -> None:
    r"""`\"` is read as a quote where doubled quotes give rows of another width."""
    (one,) = load({"c.csv": HEAD + 'Eva,Example,,,"Acme \\"Best\\", Ltd",Chef,\n'}).sightings
    assert (one.company, one.title) == ('Acme "Best", Ltd', "Chef")
    (two,) = load({"c.csv": HEAD + 'Eva,Example,,,"C:\\",Chef,\n'}).sightings
    assert (two.company, two.title) == ("C:\\", "Chef")


@pytest.mark.check(1)
def test_mixed_encodings(load: Load) -> None:
    """One foreign byte costs no file: the line is read as Windows-1252, and said."""
    utf8, foreign = "Zoë,Example,,,,,\n".encode(), "Chloë,Sample,,,,,\n".encode("cp1252")
    export = load({"c.csv": HEAD.encode() + utf8 + foreign})
    assert [one.first_name for one in export.sightings] == ["Zoë", "Chloë"]
    assert codes(export) == {"mixed-encoding": (3, 1)}
    assert codes(load({"c.csv": HEAD.encode() + foreign})) == {"assumed-cp1252": (2, 1)}
    export = load({"c.csv": HEAD.encode() + b"E\0va,Example,,,,,\n\x81,Sample,,,,,\n"})
    assert next(one.display_name for one in export.sightings) == "Eva Example"
    assert "mixed-encoding" in codes(export)


@pytest.mark.check(1)
def test_double_header(load: Load) -> None:
    """The first of two columns of one name is read, and told."""
    export = load({"c.csv": "First Name,Last Name,Company,Company,Connected On\nEva,Example,Acme,Other,\n"})
    assert export.sightings[0].company == "Acme"
    assert "duplicate-header" in codes(export)


def test_header_only(load: Load) -> None:
    """An empty network is no error."""
    export = load({"Connections.csv": HEAD})
    assert (export.counts["people"], export.counts["rows"], export.has_connections) == (0, 0, True)


@pytest.mark.check(10)
def test_long_cell_and_wide_row(load: Load) -> None:
    """A cell or row beyond its limit is an unreadable row, not a refused file."""
    from netscout.settings import Limits  # one test uses it

    body = f'Eva,Example,,,"{"x" * 3000}\n{"y" * 50}",,\nJo,Sample,,,,,\n' + "a," * 20 + "\nMo,Sample,,,,,\n"
    export = load({"c.csv": HEAD + body}, limits=Limits(field_bytes=1000, columns=15))
    assert [one.display_name for one in export.sightings] == ["Jo Sample", "Mo Sample"]
    assert [one.line for one in export.unreadable] == [2, 5]
    assert export.sources[0].files[0].adds_up()
