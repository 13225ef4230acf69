"""What rests on contact files says so: no reason, part, page or graph names a file that was not loaded."""

from __future__ import annotations

import csv
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from netscout.app.report import gather
from netscout.app.session import Session
from netscout.reports import view

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tests.conftest import Run

GOOGLE = (
    "First Name,Last Name,Labels,Birthday,Organization Name,Organization Title,E-mail 1 - Value,Phone 1 - Value,Notes\n"
    "Ana,Example,Fair,1984-01-31,Northwind,Data Analyst,ana@mail.example,+49 170 5551234,met at the fair\n"
    "Bo,Lind,,,Fabrikam,Data Analyst,bo@mail.example,,\n"
)
OUTLOOK = '"First Name","Last Name","Company","Job Title","E-mail Address"\r\n"Di","Roe","Acme","Data Analyst",""\r\n'
LINKS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ana,Example,https://www.linkedin.com/in/ana,ana@mail.example,,,07 Sep 2019\n"
    "Cy,Moss,https://www.linkedin.com/in/cy,,Acme,Data Analyst,08 Sep 2019\n"
)


def export(folder: Path, day: str, text: str = LINKS) -> Path:
    """Write an export of LinkedIn of `day` (`MM-DD-YYYY`) and return its path."""
    path = folder / f"Basic_LinkedInDataExport_{day}.zip"
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("Connections.csv", text)
    return path


@pytest.fixture
def books(run: Run, tmp_path: Path) -> Path:
    """Load two contact files and name a target; return the folder they lie in."""
    for name, text in (("google.csv", GOOGLE), ("outlook.csv", OUTLOOK)):
        (tmp_path / name).write_bytes(text.encode())
    assert run("load", tmp_path / "google.csv", tmp_path / "outlook.csv").exit_code == 0
    assert run("target", "add", "data", "--role", "Data Analyst", "--company", "Acme").exit_code == 0
    return tmp_path


def sections(workspace: Path, form: str = "mine") -> dict[str, dict[str, Any]]:
    """Return the sections of the page by id."""
    from datetime import date

    data = gather(Session(workspace, date(2026, 11, 16)), form=form)
    return {one["id"]: one for one in view.build(data)["sections"]}


def sources(run: Run, person: str) -> dict[str, set[str]]:
    """Return the sources of a person's reasons and parts by their sentence, in both lists."""
    found: dict[str, set[str]] = {}
    for one in json.loads(run("why", person, "--json").stdout)["lists"]:
        told = [(reason["text"], reason["source"]) for reason in one["reasons"]]
        told += [(part["sentence"], part["source"]) for part in one["part_sentences"]]
        for text, source in told:
            found.setdefault(text, set()).add(source)
    return found


def test_reasons_name_the_file_in_which_they_stand(run: Run, books: Path) -> None:
    """A reason would send the reader to Connections.csv, which they never loaded."""
    assert sources(run, "Di Roe")["holds the job: Data Analyst"] == {"outlook.csv, 1 row", "outlook.csv"}
    assert sources(run, "Bo Lind")["holds the job: Data Analyst"] == {"google.csv, 1 row", "google.csv"}
    assert sources(run, "Di Roe")["how alive the tie is"] == {""}
    page, graph = books / "page.html", books / "graph.csv"
    assert run("report", "--out", page).exit_code == 0
    assert run("export", "graph", "--out", graph).exit_code == 0
    said = "".join(run("why", name).stdout for name in ("Ana Example", "Bo Lind", "Di Roe"))
    said += run("rank").stdout + page.read_text(encoding="utf-8")
    with graph.open(encoding="utf-8", newline="") as rows:
        files = {row["file"] for row in csv.DictReader(rows)}
    assert files == {"google.csv", "outlook.csv", "your address book"}
    assert "Connections.csv" not in said
    assert "messages.csv" not in said


def test_beside_connections_each_thing_keeps_its_file(run: Run, books: Path) -> None:
    """A title that only the address book knows would be said to stand in the connections, or the other way round."""
    assert run("load", export(books, "06-10-2026")).exit_code == 0
    assert sources(run, "Ana Example")["holds the job: Data Analyst"] == {"google.csv, 1 row", "google.csv"}
    assert sources(run, "Cy Moss")["holds the job: Data Analyst"] == {"Connections.csv, 1 row", "Connections.csv"}


def test_the_page_says_what_it_rests_on(run: Run, books: Path, workspace: Path) -> None:
    """A page of contact files alone would speak of a list of connections and of days nobody knows."""
    glance = sections(workspace)["glance"]
    assert glance["evidence_words"].startswith("your contact files alone.")
    assert "connection" not in f"{glance['evidence_words']} {glance['made_of']} {glance['title']}"
    assert run("load", export(books, "06-10-2026")).exit_code == 0
    both = sections(workspace)["glance"]
    assert both["evidence_words"].startswith("your list of connections and your contact files.")
    assert both["made_of"] == "4 people: 2 connections and 2 known from your contact files only"


def test_the_account_names_every_load(run: Run, books: Path, workspace: Path) -> None:
    """People of a file would be counted on a page that does not name the file, or its rows stand nowhere."""
    more = LINKS + "Ed,Pine,https://www.linkedin.com/in/ed,,Acme,Baker,09 Sep 2019\n"
    for path in (export(books, "06-10-2026", more), export(books, "01-10-2026")):
        assert run("load", path).exit_code == 0
    for form in ("mine", "private"):
        whole = sections(workspace, form)
        told = whole["account"]["sources"]
        assert [one["name"] for one in told] == [
            "Basic_LinkedInDataExport_06-10-2026.zip",
            "Basic_LinkedInDataExport_01-10-2026.zip",
            "google.csv",
            "outlook.csv",
        ]
        assert [one["words"] for one in told] == [
            "LinkedIn export of 10 June 2026: 3 rows",
            "LinkedIn export of 10 January 2026: 2 rows",
            "Google contacts, read on 16 November 2026: 2 rows",
            "Outlook contacts, read on 16 November 2026: 1 row",
        ]
        assert [one["folded"] for one in told] == [False, True, True, True]
        assert all(file["adds_up"] and file["sum"] for one in told for file in one["files"])
        assert whole["account"]["title"].startswith("8 rows read")
        assert [one["name"] for one in whole["glance"]["exports"]] == [one["name"] for one in told]
        assert whole["glance"]["export_date"] == "10 June 2026"
    shared = sections(workspace, "share")["account"]["sources"]
    assert [one["name"] for one in shared] == ["Basic_LinkedInDataExport_06-10-2026.zip"]
