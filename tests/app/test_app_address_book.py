"""An address book beside the connections: one more fact about known people, and no new names on the lists."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

LINKS = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
BOOK = ("Source", "FirstName", "LastName", "Companies", "Title", "Emails", "PhoneNumbers", "CreatedAt")
PEOPLE = (
    ("Ana", "Example", "https://www.linkedin.com/in/ana", "ana@mail.example", "Northwind", "Data Analyst"),
    ("Bo", "Lind", "https://www.linkedin.com/in/bo", "", "Fabrikam", "Data Analyst"),
)
ENTRIES = (
    ("UPLOAD", "A.", "Ex", "Old Firm", "Trainee", "x@home.example,ana@mail.example", "+1 555 0100,+1 555 0101"),
    ("UPLOAD", "Bo", "Lund", "Fabrikam", "Data Analyst", "bo@mail.example", ""),
    ("UPLOAD", "Cy", "Sample", "Acme", "Data Analyst", "cy@mail.example", "+1 555 0102"),
)


def archive(path: Path, *, book: bool = True) -> Path:
    """Write an export with or without its address book."""
    tables: dict[str, tuple[tuple[str, ...], ...]] = {
        "Connections.csv": (LINKS, *((*row, "07 Sep 2019") for row in PEOPLE))
    }
    if book:
        tables["Contacts.csv"] = (BOOK, *((*row, "6/9/24, 3:07 PM") for row in ENTRIES))
    with zipfile.ZipFile(path, "w") as whole:
        for name, rows in tables.items():
            with whole.open(name, "w") as member:
                text = "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)
                member.write(text.encode())
    return path


def rows_of(run: Run) -> dict[str, dict[str, Any]]:
    """Return the rows of the practitioners by profile, or by name where there is none."""
    rows = json.loads(run("rank", "--json", "-n", "1000").stdout)["rows"]
    return {row["url"].rsplit("/", 1)[-1] or row["name"]: row for row in rows if row["list"] == "practitioners"}


@pytest.fixture
def ranked(run: Run, tmp_path: Path) -> dict[str, dict[str, Any]]:
    """Load the export with the address book and rank it."""
    assert run("load", archive(tmp_path / "Basic_LinkedInDataExport_01-31-2026.zip")).exit_code == 0
    assert run("target", "add", "data", "--role", "Data Analyst").exit_code == 0
    return rows_of(run)


def test_a_known_person_gains_a_small_printed_part(ranked: dict[str, dict[str, Any]]) -> None:
    """The fact would move a score without being told."""
    parts = {name: row["parts"] for name, row in ranked.items()}
    assert 0 < parts["ana"]["reply.address_book"] < 10
    assert not parts["bo"].get("reply.address_book")
    assert any("address book" in one["text"] for one in ranked["ana"]["reasons"])
    for row in ranked.values():
        assert row["score"] is None or abs(sum(row["parts"].values()) - row["score"]) < 1e-6
    assert ranked["ana"]["rank"] == 1


def test_who_stands_in_the_book_alone_is_on_no_list(run: Run, ranked: dict[str, dict[str, Any]]) -> None:
    """An upload sweeps in everyone: the lists would be flooded with people nobody remembers."""
    assert "address book" in ranked["Cy Sample"]["excluded"]
    assert "address book" in ranked["Bo Lund"]["excluded"]
    assert not ranked["Cy Sample"]["rank"]
    assert run("know", "Cy Sample", "met").exit_code == 0
    assert rows_of(run)["Cy Sample"]["rank"]


def test_the_account_tells_the_book_apart(run: Run, tmp_path: Path) -> None:
    """The people of the book would be counted as connections, or vanish from the account."""
    path = archive(tmp_path / "Basic_LinkedInDataExport_01-31-2026.zip")
    said = run("load", path).stdout
    assert "2 people." in said
    assert "2 more people known from messages, invitations, endorsements or your address book alone." in said
    again = json.loads(run("load", path, "--json").stdout)
    assert again["already_loaded_on"]


def test_a_book_alone_is_a_network(run: Run, tmp_path: Path) -> None:
    """Contacts.csv by itself would end in no people and no reason."""
    with zipfile.ZipFile(archive(tmp_path / "whole.zip")) as whole:
        (tmp_path / "Contacts.csv").write_bytes(whole.read("Contacts.csv"))
    told = json.loads(run("load", tmp_path / "Contacts.csv", "--json").stdout)
    words = ("people", "duplicates", "hidden", "empty", "unreadable", "companies_only")
    assert told["counts"]["rows"] == sum(told["counts"][word] for word in words) == 3
    assert told["counts"]["people"] == 3
    assert run("target", "add", "data", "--role", "Data Analyst").exit_code == 0
    assert rows_of(run)["Cy Sample"]["excluded"] in ("", None)
