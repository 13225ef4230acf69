"""`netscout report` in all its forms: none holds an address, a phone number, a message or a path; one holds notes."""

from __future__ import annotations

import csv
import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from netscout.reports.policy import unpack_text
from tests.reports.page_parts import Parts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

MAIL, PHONE, NOTE = "canary@mail.example", "+49 170 5551234", "canary-note about her"
MESSAGE, FOLDER = "canary-message never to be seen", "canary-folder"
URLS = ("https://www.linkedin.com/in/ana-demo", "https://www.linkedin.com/in/me-demo")
HEAD = (
    *("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS"),
    *("DATE", "SUBJECT", "CONTENT", "FOLDER"),
)
FORMS = ((), ("--private",), ("--share",), ("--share", "--hide-names"))


@pytest.fixture
def planted(run: Run, tmp_path: Path, workspace: Path) -> Path:
    """Return the folder of the export; the workspace holds one person with an address, phone, note and message."""
    folder = tmp_path / FOLDER / "export"
    folder.mkdir(parents=True)
    _write(
        folder / "Connections.csv",
        ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"),
        ("Ana", "Example", URLS[0], "", "Northmoor", f"Data Analyst, write to {MAIL}", "17 Feb 2020"),
    )
    _write(
        folder / "messages.csv",
        HEAD,
        ("c1", "", "Me", URLS[1], "Ana Example", URLS[0], "2026-02-01 10:00:00 UTC", MESSAGE, MESSAGE, "INBOX"),
        ("c1", "", "Ana Example", URLS[0], "Me", URLS[1], "2026-02-02 10:00:00 UTC", MESSAGE, MESSAGE, "INBOX"),
    )
    assert run("load", folder).exit_code == 0
    with sqlite3.connect(workspace / "netscout.db") as db:
        (sighting, person) = db.execute("SELECT id, person FROM sighting WHERE first_name = 'Ana'").fetchone()
        db.execute("INSERT INTO detail VALUES (?, NULL, ?, '[]', NULL, NULL)", (sighting, json.dumps([PHONE])))
        db.execute("UPDATE profile SET emails = ? WHERE person = ?", (json.dumps([MAIL]), person))
        db.execute("INSERT INTO sighting_note (sighting, on_day, text) VALUES (?, NULL, ?)", (sighting, NOTE))
    db.close()
    assert run("target", "add", "data", "--role", "data analyst").exit_code == 0
    return tmp_path


def _write(path: Path, *rows: tuple[str, ...]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)


@pytest.mark.check(35)
@pytest.mark.parametrize("options", FORMS, ids=" ".join)
def test_a_page_holds_what_its_form_allows(run: Run, planted: Path, options: tuple[str, ...]) -> None:
    """A page that gives away an address, a message, a path, or a note to somebody who was not to see it."""
    path = planted / "page.html"
    done = run("report", "--out", path, *options)
    assert done.exit_code == 0, done.stderr
    page = path.read_text(encoding="utf-8")
    parts = Parts(page)
    (packed,) = (text for found, text in parts.scripts if found.get("id") == "chart-library")
    shown = page.replace(packed, "")
    assert "canary" not in unpack_text(packed)
    assert [one for one in (MAIL, PHONE, MESSAGE, FOLDER, str(planted)) if one in shown] == []
    assert (NOTE in shown) == ("--private" in options)
    assert ("Ana Example" in shown) == ("--hide-names" not in options)
    assert ("There is 1 note on 1 person." in parts.text) == ("--private" in options)


@pytest.mark.check(35)
@pytest.mark.parametrize("options", FORMS, ids=" ".join)
def test_a_map_holds_what_its_form_allows(run: Run, planted: Path, options: tuple[str, ...]) -> None:
    """A map made to be shown that names somebody, or any map with an address, a message, a note or a path."""
    path = planted / "map.html"
    done = run("map", "--out", path, *options)
    assert done.exit_code == 0, done.stderr
    page = path.read_text(encoding="utf-8")
    (packed,) = (text for found, text in Parts(page).scripts if found.get("id") == "chart-library")
    shown = page.replace(packed, "")
    assert [one for one in (MAIL, PHONE, MESSAGE, NOTE, FOLDER, str(planted)) if one in shown] == []
    assert ("Ana Example" in shown) == ("--hide-names" not in options)
    assert ("made to be shown" in shown) == ("--share" in options)


def test_a_map_of_each_form_has_a_name_of_its_own(run: Run, planted: Path, workspace: Path) -> None:
    """The map that may be shown would take the place of the one that names everybody, or be mistaken for it."""
    assert planted.is_dir()
    for options in FORMS:
        assert run("map", *options).exit_code == 0
    found = sorted(path.stem.removeprefix("map-2026-11-16") for path in (workspace / "reports").iterdir())
    assert found == ["", "-private", "-share", "-share-no-names"]


@pytest.mark.parametrize("command", ["report", "map"])
def test_forms_that_do_not_go_together(run: Run, planted: Path, command: str) -> None:
    """A page with names for somebody who asked for one without, or notes on one made to be shown."""
    for options in (("--hide-names",), ("--private", "--share"), ("--private", "--hide-names")):
        done = run(command, "--out", planted / "page.html", *options)
        assert done.exit_code == 2
        assert "--share" in done.stderr
        assert not (planted / "page.html").exists()
