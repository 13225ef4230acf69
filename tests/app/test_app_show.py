"""`show` tells everything: what contact files, the user's words and the log hold of one person, in text and as JSON."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from netscout.model.event import Event
from netscout.store.events import append_event, retract
from netscout.store.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

ALUMNI = (
    "Name;Firma;Was;Jahrgang;Hilft;Mail;Telefon;Notiz;Gruppe\n"
    "Ana Example;Northwind;Data Analyst;2007;yes;ana@mail.example;+49 170 5551234;from the fair;Choir\n"
    "Bo Lind;Fabrikam;Baker;;;;;;\n"
)
FIELDS = {"Name": "full", "Firma": "company", "Was": "title", "Jahrgang": "class_year", "Hilft": "mentor"}
FIELDS |= {"Mail": "email", "Telefon": "phone", "Notiz": "note", "Gruppe": "labels"}


@pytest.fixture
def known(run: Run, tmp_path: Path, workspace: Path) -> Path:
    """Load two people; of the first everything is known that a file, the user or the log can say."""
    path = tmp_path / "alumni.csv"
    path.write_text(ALUMNI, encoding="utf-8")
    done = run("load", path, *(word for pair in FIELDS.items() for word in ("--map", "=".join(pair))))
    assert done.exit_code == 0, done.stderr
    assert run("know", "p0002", "met", "--place", "a fair").exit_code == 0
    assert run("know", "p0002", "close").exit_code == 0
    assert run("avoid", "p0002").exit_code == 0
    with Workspace.open(workspace, create=False) as ws:
        append_event(ws, Event("p0002", "asked", "2026-10-01", note="by post", logged_on="2026-10-02"))
        append_event(ws, Event("p0002", "replied", "2026-10-05", source="export", logged_on="2026-10-06"))
        retract(ws, on="2026-10-07")
    with sqlite3.connect(workspace / "netscout.db") as db:
        db.execute("INSERT INTO note (person, on_day, text) VALUES (2, '2026-10-08', 'likes maps')")
        db.execute("INSERT INTO advice (person, text, due) VALUES (2, 'learn SQL', '2026-12-01')")
        db.execute(
            "INSERT INTO referral (referrer, named, name, title, company, on_day, logged_on) "
            "VALUES (2, 3, 'Bo Lind', 'Baker', 'Fabrikam', '2026-10-09', '2026-10-09')"
        )
    db.close()
    return workspace


def test_show_tells_all_that_is_held(known: Path, run: Run) -> None:
    """The user could not see what the tool keeps of a person."""
    said = run("show", "p0002").stdout
    for line in (
        "- E-mail: ana@mail.example",
        "- Phone: yes, 1 number (`--json` and `export people` show them)",
        "- Groups: Choir",
        "- Class of 2007",
        "- Offers to mentor.",
        "- You said on 2026-11-16: close.",
        "- You keep this person off your lists since 2026-11-16.",
        "Notes:\n- from the fair (a file of yours)\n- 2026-10-08: likes maps (you)\n",
        "What you said before:\n- 2026-11-16: met, a fair (you)\n",
        "Log:\n- 2026-10-01: asked: by post (you)\n- 2026-10-05: replied (your export; taken back)\n",
        "Referrals:\n- 2026-10-09: named Bo Lind, Baker at Fabrikam (p0003); may you use their name: not asked\n",
        "Advice:\n- learn SQL; due 2026-12-01; open\n",
    ):
        assert line in said
    assert "5551234" not in said
    assert "named to you by Ana Example (p0002)" in run("show", "p0003").stdout


def test_show_json_holds_the_same(known: Path, run: Run) -> None:
    """A program could not take away what the workspace holds of a person."""
    memory = json.loads(run("show", "p0002", "--json").stdout)["memory"]
    assert (memory["class_year"], memory["mentor"], memory["groups"]) == (2007, True, ["Choir"])
    assert memory["phones"] == ["+49 170 5551234"]
    assert [one["label"] for one in memory["labels"]] == ["met", "close"]
    assert [(one["on"], one["off"]) for one in memory["kept_off"]] == [("2026-11-16", True)]
    assert [(one["event"], one["source"]) for one in memory["log"]] == [
        ("asked", "user"),
        ("replied", "export"),
        ("retracted", "user"),
    ]
    assert [one["text"] for one in memory["notes"]] == ["from the fair", "likes maps"]
    assert [(one["referrer"], one["named"]) for one in memory["referrals"]] == [("p0002", "p0003")]
    assert [one["state"] for one in memory["advice"]] == ["open"]


def test_show_says_nothing_of_what_is_not_there(known: Path, run: Run) -> None:
    """Empty headings and blank lines for somebody who is only a name."""
    said = run("show", "p0003").stdout
    assert not {"Notes:", "Log:", "Advice:", "What you said before:", "Reflections:"} & set(said.splitlines())
    assert not any(word in said for word in ("Phone", "Birthday", "Groups", "Class of", "mentor"))


def test_a_word_taken_back_is_told_as_the_past(known: Path, run: Run) -> None:
    """What the user took back would still stand as in force, or be gone without a trace."""
    assert run("avoid", "p0002", "--undo").exit_code == 0
    said = run("show", "p0002").stdout
    assert "You keep this person off" not in said
    assert "- 2026-11-16: let on your lists again (you)" in said
