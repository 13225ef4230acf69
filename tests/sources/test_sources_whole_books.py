"""What address books, tables of no known program and taxonomies come to, drawn from seeds.

Sound files, odd ones, and files that nobody would write by hand; everybody in them is invented. REWRITE_GOLDEN=1 writes
the answers anew.
"""

from __future__ import annotations

import base64
import quopri
import random
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError
from netscout.settings import Limits
from netscout.sources import read
from netscout.sources.taxonomy import read_taxonomy
from tests.sources.test_sources_taxonomy import ALTERNATES, ESCO, OCCUPATIONS, REPORTED, packed, workbook
from tests.sources.test_sources_whole_exports import told
from tests.written_out import digest, hold, shortened, shown

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parent / "data" / "books"
TODAY, LONG, EACH = date(2026, 11, 1), 400, 120
TEXTS = (
    "Ana Example", "Zélie Müller", "李娜", "O'Neil; Bo", "a, b", "Northwind", "semi\\;colon", "new\\nline", "tab\\tx",
    "", "https://www.linkedin.com/in/ana-example", "http://site.example", "ana@mail.example", "+1 555 0100",
    "class of 2007",
)  # fmt: skip
PROPERTIES = (
    "FN", "N", "EMAIL", "EMAIL", "ORG", "TITLE", "TEL", "URL", "URL", "BDAY", "NOTE", "CATEGORIES", "NICKNAME", "ROLE",
    "X-SOCIALPROFILE", "X-ABDATE", "X-PHONETIC-FIRST-NAME", "KIND", "REV", "PHOTO", "item1.URL", "item1.X-ABLabel",
    "PRODID", "UID", "X-EVOLUTION-BLOG-URL",
)  # fmt: skip
PARAMS = (
    "", "", "", ";TYPE=WORK", ";TYPE=home,internet", ';type="voice,cell"', ";PREF=1", ";CHARSET=UTF-8",
    ";CHARSET=ISO-8859-1", ";LANGUAGE=de", ';X-LABEL="a:b;c"', ";VALUE=uri", ";CHARSET=nonsense", ";HOME",
    ';TYPE="open',
)  # fmt: skip
DAYS = ("1980-05-06", "19800506", "--0506", "--05-06", "1604-05-06", "19800506T000000Z", "May 6", "2980-01-01", "")
HEADS = (
    "Name", "Full Name", "First", "first_name", "Surname", "E-Mail", "email", "Company", "Organisation", "Job Title",
    "Role", "LinkedIn", "Profile URL", "Tags", "Class Year", "Mentor", "Notes", "Phone", "Birthday", "Headline", "x",
    "", "Connected On",
)  # fmt: skip


def a_line(draw: random.Random) -> bytes:
    """Return one property of a card, its text written in one of several ways."""
    name, params = draw.choice(PROPERTIES), draw.choice(PARAMS)
    text = draw.choice(DAYS) if name == "BDAY" else ";".join(draw.sample(TEXTS, draw.choice((1, 1, 1, 2, 5))))
    way, raw = draw.randrange(8), text.encode(draw.choice(("utf-8", "utf-8", "utf-16-le", "latin-1")), "ignore")
    if way == 0:
        return f"{name}{params};ENCODING=QUOTED-PRINTABLE:".encode() + quopri.encodestring(raw).replace(b"\n", b"=\r\n")
    if way == 1:
        return f"{name}{params};ENCODING={draw.choice(('B', 'BASE64', 'b'))}:".encode() + base64.b64encode(raw)
    if way == 2:  # the third of the ways
        return f"{name}{params}:".encode() + raw[:9] + b"\r\n " + raw[9:]
    return f"{name}{params}{draw.choice((':', ':', ':', ' :', ''))}".encode() + raw


def cards(draw: random.Random) -> dict[str, bytes]:
    """Return a file of cards."""
    end = draw.choice((b"\r\n", b"\n", b"\r\r\n"))
    lines = []
    for _ in range(draw.randint(1, 4)):
        lines += [b"BEGIN:VCARD", b"VERSION:" + draw.choice((b"2.1", b"3.0", b"4.0"))]
        lines += [a_line(draw) for _ in range(draw.randint(1, 9))]
        lines += [draw.choice((b"END:VCARD", b"END:VCARD", b"end:vcard", b"", b"END:VCALENDAR"))]
    return {"book.vcf": end.join(lines) + end}


def tables(draw: random.Random) -> dict[str, bytes]:
    """Return a table whose columns a program of nobody might have."""
    heads = draw.sample(HEADS, draw.randint(1, 7))
    sign = draw.choice((",", ";", "\t", "|"))
    widths = [len(heads) + draw.choice((0, 0, 0, 1, -1)) for _ in range(draw.randint(0, 5))]
    rows = [heads, *([draw.choice((*TEXTS, *DAYS, "yes", "07")) for _ in range(width)] for width in widths)]
    above = draw.choice(("", "", "A list of people\n\n", "sep=;\n", "one\ntwo\nthree\nfour\nfive\nsix\n"))
    code = draw.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252"))
    return {"people.csv": (above + "".join(f"{sign.join(row)}\n" for row in rows)).encode(code, "ignore")}


def taxonomies(draw: random.Random) -> dict[str, bytes]:
    """Return a download of O*NET or ESCO, whole or not."""
    version = draw.choice(("28_3", "25_1", "25_0", "24_2", ""))
    text = draw.choice(
        (OCCUPATIONS, OCCUPATIONS, OCCUPATIONS.replace("Title", "Name"), OCCUPATIONS.replace("99-0001", "15-1131"), "")
    )
    rows = [line.split("\t") for line in text.splitlines()]
    files: dict[str, str | bytes] = {
        f"db_{version}_text/Occupation Data.txt": text,
        f"db_{version}_excel/Occupation Data.xlsx": workbook(rows, shared=draw.random() < 0.5),
        "Alternate Titles.txt": ALTERNATES,
        "Sample of Reported Titles.txt": REPORTED,
        "Read Me.txt": draw.choice(("O*NET 29.0 Database", "O*NET 25.1 Database", "words", "db_24_0")),
        draw.choice(
            ("occupations_de.csv", "ESCO dataset - v1.2.0/occupations_en.csv", "occupations.csv", "other.csv")
        ): draw.choice((ESCO, ESCO.replace("altLabels", "others"), ESCO.splitlines()[0] + "\n", "")),
        "notes.md": "nothing",
    }
    names = draw.sample(sorted(files), draw.randint(1, len(files)))
    return {draw.choice(("download.zip", "db_27_1_text.zip")): packed({name: files[name] for name in names})}


KINDS: dict[str, Callable[[random.Random], dict[str, bytes]]] = {
    "cards": cards,
    "tables": tables,
    "taxonomies": taxonomies,
}


def one_book(kind: str, seed: int, room: Path) -> list[str]:
    """Return what comes of one file."""
    ((name, content),) = KINDS[kind](random.Random(f"{kind} {seed}")).items()  # noqa: S311  # the same each time
    path = room / name
    path.write_bytes(content)
    try:
        if kind == "taxonomies":
            found = read_taxonomy(path, Limits(), TODAY)
            return [shown(found.note), shown(found.names), shown(found.labels)]
        return told(read([path], today=TODAY))
    except InputError as fault:
        return [f"{fault.code}: {fault}".replace(str(room), "")]


@pytest.mark.parametrize("kind", KINDS)
def test_whole_books(kind: str, tmp_path: Path) -> None:
    """A card cut short, a column taken for another, or a table refused without its reason would stand in no error."""
    lines = (line for seed in range(EACH) for line in (f"--- {seed}", *one_book(kind, seed, tmp_path)))
    hold(FOLDER / f"{kind}.txt", (shortened(line, LONG) for line in lines))


@pytest.mark.slow
@pytest.mark.deep
@pytest.mark.parametrize("kind", KINDS)
def test_more_books(kind: str, tmp_path: Path) -> None:
    """What 120 files do not meet, 800 more may; of these each is kept as a digest."""
    seeds = range(1000, 1800)
    hold(FOLDER / f"more_{kind}.txt", (f"{seed} {digest(one_book(kind, seed, tmp_path))}" for seed in seeds))
