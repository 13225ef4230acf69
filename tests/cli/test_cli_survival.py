"""Texts that programs take for something else come out of `export people` as they went into the file."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.model.inert import restored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.conftest import Run

BLNS = Path(__file__).resolve().parents[2].parent / "shared" / "corpora" / "blns" / "blns.json"
HEAD = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
TRAPS = (
    *("NULL", "Null", "null", "None", "none", "NA", "N/A", "n/a", "#N/A", "#NA", "nan", "NaN", "-nan", "-NaN", "<NA>"),
    *(
        "NaT",
        "nil",
        "undefined",
        "True",
        "False",
        "true",
        "TRUE",
        "yes",
        "No",
        "on",
        "inf",
        "-inf",
        "Infinity",
        "1.#IND",
    ),
    *("-1.#IND", "1.#QNAN", "007", "00123", "1e5", "1E5", "0x1A", "0b11", "0o17", "1_000", "1,000", "1.0", "+1", "-0"),
    *("1/2", "3/4", "2024-01-01", "01/02/2024", "12:30", "MARCH1", "SEPT2", "1-Jan", "9999999999999999999", "1.5e308"),
    *("-", "--", ".", "..", "...", "CON", "nul", "__proto__", "constructor", "toString", "hasOwnProperty", "self"),
    *(
        "ﬁ",
        "İ",
        "ı",
        "ß",
        "ẞ",
        "ǅ",
        "Å",
        "e\u0301",
        "n\u0303o",
        "א\u200fב",
        "عمر",
        "a\u202eb",
        "👩‍🔬",
        "🇩🇪",
        "𝔈𝔳𝔞",
        "𠮷野",
    ),
    *(
        "O'Brien",
        "d’Arcy",
        "van der Berg",
        "Ng",
        "X Æ A-12",
        "Smith-Jones",
        "李",
        "x" * 300,
        "é" * 300,
        "\\",
        "/",
        "%s",
        "~",
    ),
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")


def seen(text: str) -> str:
    """Return what a reader sees of a text: NFC, one space for any white space, without what has no width."""
    plain = "".join(one for one in text if one.isspace() or unicodedata.category(one) not in ("Cc", "Cf"))
    return " ".join(unicodedata.normalize("NFC", plain).split())


def bare(text: str) -> str:
    """Return a name as it is compared: without pictures and signs, which names are documented to lose."""
    kept = (one for one in text if unicodedata.category(one) not in ("So", "Sm", "Sk", "Me", "Cn") and one != "\ufe0f")
    return "".join(seen("".join(kept)).split())


def encodable(text: str, encoding: str) -> bool:
    """Return whether an encoding has every letter of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return a table."""
    held = io.StringIO()
    csv.writer(held).writerows([head, *rows])
    return held.getvalue()


def exported(run: Run, folder: Path) -> list[dict[str, str]]:
    """Return the rows of `export people`, the apostrophes taken away again."""
    out = folder / "people.csv"
    assert run("export", "people", "--out", out).exit_code == 0
    rows = csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline=""))
    return [{key: restored(value) for key, value in row.items()} for row in rows]


@pytest.mark.check(3)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_names_that_look_like_something_else(run: Run, tmp_path: Path, encoding: str) -> None:
    """Somebody called Null or 007 who is gone, a number, or a date; one whose letters are others afterwards."""
    names = [one for one in TRAPS if encodable(one, encoding)]
    assert len(names) > 60
    url = "https://www.linkedin.com/in/tag-{}"
    rows = [(f"Tag{at}", one, url.format(at), "", one, one, "17 Feb 2026") for at, one in enumerate(names)]
    path = tmp_path / "Connections.csv"
    path.write_bytes(table(HEAD, rows).encode(encoding))
    assert run("load", path).exit_code == 0
    found = {row["first_name"]: row for row in exported(run, tmp_path)}
    assert len(found) == len(names)
    for at, name in enumerate(names):
        row = found[f"Tag{at}"]
        assert seen(name) in seen(row["display_name"]), name
        assert [seen(row[key]) for key in ("company", "title")] == [seen(name)] * 2, name
        if not set("👩🇩") & set(name):
            assert seen(row["last_name"]) == seen(name), name


@pytest.mark.check(4)
def test_naughty_strings_are_those_of_the_file(run: Run, tmp_path: Path) -> None:
    """A surname, company or title of the list of naughty strings that differs from what stood in the file."""
    if not BLNS.exists():
        pytest.skip("the list of naughty strings is not beside this checkout")
    texts = [one for one in json.loads(BLNS.read_text(encoding="utf-8")) if seen(one) and bare(one)]
    url = "https://www.linkedin.com/in/tag-{}"
    rows = [(f"Tag{at}", one, url.format(at), "", one, one, "17 Feb 2026") for at, one in enumerate(texts)]
    path = tmp_path / "Connections.csv"
    path.write_text(table(HEAD, rows), encoding="utf-8", newline="")
    assert run("load", path).exit_code == 0
    found = {row["first_name"]: row for row in exported(run, tmp_path)}
    assert len(found) == len(texts) > 400
    for at, text in enumerate(texts):
        row = found[f"Tag{at}"]
        assert [seen(row[key]) for key in ("company", "title")] == [seen(text)] * 2, text
        assert bare(row["last_name"]) == bare(text), text


def google(names: list[str]) -> str:
    """Return a table of Google's contacts."""
    head = ("First Name", "Middle Name", "Last Name", "E-mail 1 - Label", "E-mail 1 - Value", "Labels")
    return table(head, [(f"Tag{at}", "", one, "", f"tag{at}@mail.example", "") for at, one in enumerate(names)])


def outlook(names: list[str]) -> str:
    """Return a table of Outlook's contacts."""
    head = ("First Name", "Middle Name", "Last Name", "Company", "Job Title", "E-mail Address", "E-mail Type")
    return table(head, [(f"Tag{at}", "", one, "", "", f"tag{at}@mail.example", "SMTP") for at, one in enumerate(names)])


def vcards(names: list[str], version: str) -> str:
    """Return vCards of a version."""
    cards = []
    for at, one in enumerate(names):
        name = re.sub(r"([\\;,])", r"\\\1", one)
        lines = ["BEGIN:VCARD", f"VERSION:{version}", f"N:{name};Tag{at};;;", f"FN:Tag{at} {name}"]
        cards.append("\r\n".join([*lines, f"EMAIL:tag{at}@mail.example", "END:VCARD", ""]))
    return "".join(cards)


@pytest.mark.check(11)
@pytest.mark.parametrize("newline", ["\n", pytest.param("\r\n", marks=pytest.mark.slow)], ids=["LF", "CRLF"])
@pytest.mark.parametrize("program", ["google.csv", "outlook.csv", "three.vcf", "four.vcf"])
def test_every_surname_of_other_programs_arrives(run: Run, tmp_path: Path, program: str, newline: str) -> None:
    """A surname that a table or card of another program loses or changes on its way in."""
    names = [one for one in TRAPS if not set("👩🇩") & set(one)]
    writers = {"google.csv": google, "outlook.csv": outlook}
    version = "3.0" if program == "three.vcf" else "4.0"
    text = writers[program](names) if program in writers else vcards(names, version)
    path = tmp_path / program
    path.write_text(text.replace("\r\n", newline), encoding="utf-8", newline="")
    assert run("load", path).exit_code == 0
    found = sorted(seen(row["last_name"]) for row in exported(run, tmp_path))
    assert found == sorted(seen(one) for one in names)
