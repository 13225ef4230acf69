"""`lint` by its command: the person and the facts of the workspace, the form of the answer, exit codes."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

GOOD = """To: Ana Example
Kind: request
Subject: Your path at Northwind

Hi Ana,

Your path at Northwind is close to the step I am weighing up. May I ask you a few questions about it? Twenty minutes by
phone would be plenty, on whichever day suits you. I am not looking for a position. If this is a bad time, no problem.

Sam
"""
KEYS = ["schema", "command", "file", "kind", "channel", "mode", "words", "characters", "ok", "findings", "not_checked"]


@pytest.fixture
def two(run: Run, tmp_path: Path) -> Run:
    """Load two invented people."""
    path = tmp_path / "people.csv"
    path.write_text("Name;Firma\nAna Example;Northwind\nBo Roe;Contoso\nBo Ritter;Contoso\n", encoding="utf-8")
    assert run("load", path, "--map", "Name=full", "--map", "Firma=company").exit_code == 0
    return run


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Return the path of a good draft."""
    path = tmp_path / "ana.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def told(run: Run, path: Path, code: int) -> dict[str, Any]:
    """Return the JSON of `lint` that ended with a code."""
    done = run("lint", path, "--json")
    assert done.exit_code == code, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def rules(found: dict[str, Any]) -> list[str]:
    """Return the rules of an answer."""
    return [one["rule"] for one in found["findings"]]


def test_a_good_draft_ends_well(two: Run, text: Path) -> None:
    """A script could not tell good from bad, or would miss a key of the answer."""
    found = told(two, text, 0)
    assert list(found) == KEYS
    assert (found["ok"], found["findings"], found["not_checked"]) == (True, [], [])
    assert (found["file"], found["channel"], found["mode"]) == ("ana.txt", "email", "exploring")
    assert "Nothing to mend." in two("lint", text).stdout


def test_a_bad_draft_says_where_and_how_to_mend(two: Run, text: Path) -> None:
    """The user would know that something is wrong, and no more."""
    text.write_text(GOOD.replace("Sam\n", "My CV is attached. Sam\n"), encoding="utf-8")
    (one,) = told(two, text, 1)["findings"]
    assert list(one) == ["rule", "severity", "span", "part", "text", "message", "mend", "source"]
    assert (one["rule"], one["severity"], one["part"], one["text"]) == ("R8", "error", "body", "CV")
    done = two("lint", text)
    assert done.exit_code == 1
    assert 'R8 error: "CV": A resume does not belong in this message.' in " ".join(done.stdout.split())
    assert "1 thing must be mended." in done.stdout


def test_a_warning_alone_ends_well(two: Run, text: Path) -> None:
    """A matter of taste would stop the user."""
    text.write_text(GOOD.replace("Hi Ana,", "Hi Ana, I hope to pick your brain."), encoding="utf-8")
    assert rules(told(two, text, 0)) == ["R11"]
    assert "1 thing could be better" in two("lint", text).stdout


def test_an_id_behind_the_name_settles_whom(two: Run, text: Path) -> None:
    """Of two people of one name nobody could be written to."""
    text.write_text(GOOD.replace("To: Ana Example", "To: Bo (p0003)"), encoding="utf-8")
    assert rules(told(two, text, 1)) == ["R17", "R13"]


def test_wrong_files_and_people_are_told_once(two: Run, text: Path, tmp_path: Path, workspace: Path) -> None:
    """A wrong file would be linted as something else, or leave a trace."""
    before = (workspace / "netscout.db").read_bytes()
    for old, new, code in (
        ("To: Ana Example", "To: Nobody Known", "unknown-person"),
        ("To: Ana Example", "To: Bo", "ambiguous-person"),
        ("Kind: request", "Kind: plea", "not-a-draft"),
        ("To: Ana Example\n", "", "not-a-draft"),
    ):
        text.write_text(GOOD.replace(old, new), encoding="utf-8")
        assert told(two, text, 1)["error"]["code"] == code
    assert told(two, tmp_path / "none.txt", 1)["error"]["code"] == "not-found"
    assert told(two, tmp_path, 1)["error"]["code"] == "not-a-file"
    assert two("lint").exit_code == 2
    assert (workspace / "netscout.db").read_bytes() == before


def test_facts_of_the_log_count(two: Run, text: Path) -> None:
    """A school that was put on record would still be taken for invented."""
    text.write_text(GOOD.replace("Hi Ana,", "Hi Ana, as a fellow Westmark graduate I write to you."), encoding="utf-8")
    assert rules(told(two, text, 1)) == ["R5"]
    assert two("log", "Ana Example", "noted", "--note", "school: Westmark University").exit_code == 0
    assert rules(told(two, text, 0)) == []


def test_thanks_rest_on_the_notes_of_the_talk(two: Run, text: Path) -> None:
    """Thanks would be held against another day's notes, or against none."""
    words = (
        "To: Ana Example\nKind: thanks\n\nDear Ana, the load forecasts at dawn and the shift handover stay with me. I "
        "will read the report you named before the month is out, and I wish you a calm winter and all the best. Sam\n"
    )
    text.write_text(words, encoding="utf-8")
    two("log", "Ana Example", "met", "--on", "2026-11-15")
    found = told(two, text, 1)
    assert rules(found) == ["R18"]
    assert "holds no notes" in found["findings"][0]["message"]
    two("log", "Ana Example", "noted", "--note", "load forecasts; shift handover")
    assert rules(told(two, text, 0)) == []


def test_a_reminder_follows_the_log(two: Run, text: Path) -> None:
    """A second reminder would pass."""
    words = (
        "Hi Ana, in case this got lost: I asked to learn about your work, 20 minutes by phone, any day. If not, fine."
    )
    text.write_text(f"To: Ana Example\nKind: follow-up\n\n{words}\n", encoding="utf-8")
    assert rules(told(two, text, 1)) == ["R22"]
    two("log", "Ana Example", "asked", "--on", "2026-11-02")
    assert rules(told(two, text, 0)) == []
    two("log", "Ana Example", "followed-up", "--on", "2026-11-12")
    assert rules(told(two, text, 1)) == ["R22"]


def test_a_name_is_free_only_with_a_yes_that_stands(two: Run, text: Path, workspace: Path) -> None:
    """A yes for somebody else would count, or one that was taken back."""
    text.write_text(GOOD.replace("Hi Ana,", "Hi Ana, Bo Roe suggested I write to you."), encoding="utf-8")
    assert rules(told(two, text, 1)) == ["R6"]
    listed = json.loads(two("people", "--json").stdout)["people"]
    people = {one["display_name"]: int(one["id"][1:]) for one in listed}

    def said(named: int | None, name: str, may: str) -> None:
        with sqlite3.connect(workspace / "netscout.db") as db:
            db.execute(
                "INSERT INTO referral (referrer, named, name, on_day, may_use_name, logged_on) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (people["Bo Roe"], named, name, "2026-11-01", may, "2026-11-01"),
            )
        db.close()

    said(people["Bo Ritter"], "Bo Ritter", "yes")
    assert rules(told(two, text, 1)) == ["R6"]
    said(people["Ana Example"], "Ana Example", "yes")
    assert rules(told(two, text, 0)) == []
    said(people["Ana Example"], "Ana Example", "no")
    assert rules(told(two, text, 1)) == ["R6"]


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["exploring", "job-seeking"])
def test_requests_of_the_demo_pass(demo_workspace: Path, mode: str) -> None:
    """A request would be written that breaks the rules: netscout would write what it tells others not to write."""
    from dataclasses import replace
    from datetime import date

    from netscout.app.draft import facts_of
    from netscout.app.drafting import best
    from netscout.app.lint import record_of, shelf
    from netscout.app.pipeline import candidates, study
    from netscout.app.rank import rank_all
    from netscout.app.session import Session
    from netscout.campaign.draft import versions
    from netscout.store.people import all_people, first_names

    session = Session(demo_workspace, date(2026, 11, 16))
    with session.open() as workspace:
        held, found = shelf(session, workspace), study(session, workspace)
        people = {one.id: one for one in all_people(workspace)}
        firsts, goal = first_names(workspace), session.plan().target(None)
        assert goal is not None
        wanted = replace(goal, mode=mode)
        table = candidates(found, wanted)
        rows = [row for one in rank_all(found, table, wanted)[0] for row in one.rows]
        records = {person: record_of(held, one) for person, one in people.items()}
    seen = 0
    for row in rows[::3]:
        facts = facts_of(found, table, row, wanted, firsts)
        for channel in ("note", "message", "email", "call"):
            known = replace(facts, connected_on=None) if channel == "note" else facts
            _, told_of = best(versions(known, channel, session.today), records[row.id], session.today)
            assert told_of.findings == (), (row.id, channel, told_of.findings)
            seen += 1
    assert seen > 1_300
