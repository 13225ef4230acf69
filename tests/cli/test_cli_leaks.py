"""One word of each private kind is planted; every page and export holds the kinds it may, in no writing any other."""

from __future__ import annotations

import base64
import csv
import gzip
import os
from typing import TYPE_CHECKING

import pytest

from netscout.reports.exports.fields import FORMATS
from tests.faults.residue import residue
from tests.reports.page_parts import Parts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

MAIL, PHONE, NOTE, THEME, EVENT = "mail", "phone", "note", "theme", "event note"
MESSAGE, PLACE, NAME, OTHER = "message", "path", "name", "name of somebody on no list"
WORDS = {
    MAIL: "quellmail",
    PHONE: "5558431",
    NOTE: "quellnotiz",
    THEME: "quellthema",
    EVENT: "quellgespraech",
    MESSAGE: "quellbrief",
    PLACE: "quellordner",
    NAME: "quellcleo",
    OTHER: "quellana",
}
"""Kind -> a word that stands nowhere else."""
MINE = {NAME, OTHER}
WRITTEN = {NOTE, THEME, EVENT}
FULL = MINE | {MAIL, PHONE, NOTE}
WHOLE = FULL | WRITTEN
CARD = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Quellcleo;Cleo;;;\nFN:Cleo Quellcleo\nEMAIL:{mail}\nTEL:+49 170 {phone}\nEND:VCARD\n"
)
LETTERS = (
    *("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS"),
    *("DATE", "SUBJECT", "CONTENT", "FOLDER"),
)
PAGES: tuple[tuple[tuple[str, ...], set[str]], ...] = (
    (("report",), MINE),
    (("report", "--private"), MINE | WRITTEN),
    (("report", "--share"), {NAME}),
    (("report", "--share", "--hide-names"), set()),
    (("map",), MINE),
    (("map", "--private"), MINE),
    (("map", "--share"), {NAME}),
    (("map", "--share", "--hide-names"), set()),
    (("prep", "Cleo Quellcleo"), {NAME}),
)
"""Command and the kinds that stand in what it writes."""
EXPORTS: dict[tuple[str, str], tuple[set[str], set[str]]] = {
    **{("people", form): (FULL, FULL) for form in ("xlsx", "csv", "vcf", "md")},
    ("people", "json"): (WHOLE, WHOLE),
    **{("shortlist", form): (MINE, MINE | {NOTE}) for form in ("xlsx", "csv", "json", "md")},
    ("shortlist", "vcf"): (FULL, FULL),
    **{("graph", form): (MINE, MINE | {NOTE}) for form in ("graphml", "gexf", "json")},
    ("graph", "csv"): (MINE, MINE),
    ("cards", "md"): (WHOLE, WHOLE),
    **{("session", form): (MINE, MINE | {NOTE, EVENT}) for form in ("html", "md")},
}
"""What and form -> the kinds that stand in it, without and with `--private`."""


def _write(path: Path, *rows: tuple[str, ...]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)


@pytest.fixture
def planted(run: Run, tmp_path: Path) -> Path:
    """Return an empty folder for files; the workspace holds a word of every kind."""
    folder = tmp_path / WORDS[PLACE] / "export"
    folder.mkdir(parents=True)
    ana, cleo, me = (f"https://www.linkedin.com/in/{one}-demo" for one in ("a1", "c2", "m3"))
    mail = f"{WORDS[MAIL]}@mail.example"
    _write(
        folder / "Connections.csv",
        ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"),
        ("Ana", "Quellana", ana, "", "Northmoor", "Data Analyst", "17 Feb 2020"),
        ("Cleo", "Quellcleo", cleo, mail, "Fabrikam", "Data Analyst", "18 Feb 2020"),
    )
    said = ("2026-02-01 10:00:00 UTC", WORDS[MESSAGE], WORDS[MESSAGE], "INBOX")
    _write(
        folder / "messages.csv",
        LETTERS,
        ("c1", "", "Me Demo", me, "Ana Quellana", ana, *said),
        ("c1", WORDS[MESSAGE], "Ana Quellana", ana, "Me Demo", me, *said),
        ("c2", "", "Cleo Quellcleo", cleo, "Me Demo", me, *said),
    )
    (folder.parent / "book.vcf").write_text(CARD.format(mail=mail, phone=WORDS[PHONE]), encoding="utf-8")
    for words in (
        ("load", folder, "--me", me),
        ("load", folder.parent / "book.vcf"),
        ("target", "add", "data", "--role", "data analyst"),
        ("log", "Ana Quellana", "met", "--on", "2026-11-12", "--note", f"spoke of {WORDS[EVENT]}"),
        ("log", "Cleo Quellcleo", "noted", "--on", "2026-11-12", "--note", WORDS[EVENT]),
        ("note", "Ana Quellana", "mornings are early", "--theme", WORDS[THEME]),
        ("note", "Cleo Quellcleo", f"thinks of {WORDS[NOTE]}"),
    ):
        done = run(*words)
        assert done.exit_code == 0, (words, done.stderr)
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def kinds(folder: Path) -> set[str]:
    """Return the kinds of which a word is left in the files of a folder, in any writing and however packed."""
    found = residue(folder, tuple(WORDS.values()))
    return {kind for kind, word in WORDS.items() if word in {one for _, one in found}}


def slim(path: Path) -> None:
    """Take the library of charts out of a page: it is the same on every page, and known to hold no word."""
    text = path.read_text(encoding="utf-8")
    packed = [body for found, body in Parts(text).scripts if found.get("id") == "chart-library"]
    path.write_text(text.replace(packed[0], "") if packed else text, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.check(35)
def test_a_page_holds_its_kinds_and_no_more(run: Run, planted: Path) -> None:
    """A page to be shown with a note in it, an address on any, or a private page that lacks what it promises."""
    path = planted / "page.html"
    for words, allowed in PAGES:
        assert run(*words, "--out", path).exit_code == 0
        slim(path)
        assert kinds(planted) == allowed, words


@pytest.mark.slow
@pytest.mark.check(35)
def test_an_export_holds_its_kinds_and_no_more(run: Run, planted: Path) -> None:
    """A list for others with a note or an address in it, or a personal file that lost what it is for."""
    assert set(EXPORTS) == {(what, form) for what, forms in FORMATS.items() for form in forms}
    for (what, form), allowed in EXPORTS.items():
        for private in (False, True):
            place = planted / f"{what}-{form}-{private}"
            place.mkdir()
            out = place if what == "cards" else place / f"file.{form}"
            done = run("export", what, "--out", out, *(("--private",) if private else ()))
            assert done.exit_code == 0, done.stderr
            assert kinds(place) == allowed[private], (what, form, private)


@pytest.mark.slow
@pytest.mark.check(35)
def test_calendars_and_lists_hold_their_kinds_and_no_more(run: Run, planted: Path) -> None:
    """A calendar on a shared server that tells what was said, or a list with an address."""
    for words, allowed in (
        (("calendar", "--out", planted / "a.ics"), {OTHER}),
        (("rank", "--format", "csv", "--out", planted / "a.csv"), MINE),
        (("rank", "--format", "json", "--out", planted / "a.json"), MINE),
    ):
        assert run(*words).exit_code == 0
        assert kinds(planted) <= allowed, words
        for one in planted.iterdir():
            one.unlink()


def test_the_look_finds_a_word_in_any_writing(tmp_path: Path) -> None:
    """A look that misses a word packed, encoded or escaped."""
    word = WORDS[NOTE]
    long = f"{word} ".encode() * 40
    writings = (word.upper().encode(), word.encode("utf-16-le"), gzip.compress(long), base64.b64encode(long))
    for number, raw in enumerate((*writings, base64.b64encode(gzip.compress(os.urandom(300) + long)))):
        (tmp_path / "file").write_bytes(b"before " + raw + b" after")
        assert kinds(tmp_path) == {NOTE}, number
