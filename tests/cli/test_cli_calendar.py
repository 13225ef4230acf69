"""`calendar` by its command: what it holds, what stays out, the same file from the same log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.answers import told

if TYPE_CHECKING:
    from tests.conftest import Run, RunProcess


@pytest.fixture
def fixed(run: Run, tmp_path: Path) -> Run:
    """Load two invented people; with one a talk is fixed."""
    path = tmp_path / "people.csv"
    path.write_text("Name;Firma\nAna Example;Northwind\nBo Roe;Contoso\n", encoding="utf-8")
    assert run("load", path, "--map", "Name=full", "--map", "Firma=company").exit_code == 0
    assert run("log", "Bo Roe", "asked").exit_code == 0
    talk = ("--for", "2026-11-23", "--at", "14:30", "--zone", "Europe/Berlin", "--note", "bring the blue folder")
    assert run("log", "Ana Example", "scheduled", *talk).exit_code == 0
    return run


def test_the_file_holds_talks_and_steps(fixed: Run, tmp_path: Path) -> None:
    """The calendar would lack what the campaign needs, or the user would not know what they put there."""
    out = tmp_path / "talks.ics"
    done = fixed("calendar", "--out", out)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.splitlines()[0] == str(out)
    text = out.read_bytes().decode("utf-8").replace("\r\n ", "")
    for line in ("DTSTART;TZID=Europe/Berlin:20261123T143000", "SUMMARY:Talk with Ana Example", "Bo Roe: send the one"):
        assert line in text
    assert "1 talk, 4 steps to take." in done.output
    assert "no note of yours" in " ".join(done.output.split())


def test_notes_stay_out_unless_wished(fixed: Run, tmp_path: Path) -> None:
    """What was noted in confidence would stand in a calendar others may see."""
    out = tmp_path / "talks.ics"
    for words, inside in (((), False), (("--private",), True)):
        assert fixed("calendar", "--out", out, *words).exit_code == 0
        assert ("blue folder" in out.read_text(encoding="utf-8").replace("\n ", "")) is inside


def test_the_same_log_gives_the_same_file(fixed: Run, run_process: RunProcess, tmp_path: Path) -> None:
    """An import would change what has not changed; the zone and language of the machine would move talks."""
    one, other = tmp_path / "one.ics", tmp_path / "other.ics"
    assert fixed("calendar", "--out", one).exit_code == 0
    away = {"TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"}
    assert run_process("calendar", "--out", other, env=away).exit_code == 0
    assert one.read_bytes() == other.read_bytes()


def test_a_copy_of_the_workspace_gives_the_same_file(fixed: Run, workspace: Path, tmp_path: Path) -> None:
    """After a move to another machine everything would stand twice in the calendar."""
    one, other = tmp_path / "one.ics", tmp_path / "other.ics"
    assert fixed("calendar", "--out", one).exit_code == 0
    assert fixed("export", "cards", "--out", tmp_path / "cards").exit_code == 0
    workspace.rename(tmp_path / "before")
    assert fixed("load", "--source", "cards", tmp_path / "cards").exit_code == 0
    assert fixed("calendar", "--out", other).exit_code == 0
    assert one.read_bytes() == other.read_bytes()


def test_a_person_found_twice_keeps_their_entries(fixed: Run, tmp_path: Path) -> None:
    """After a merge every talk with them would stand twice in the calendar."""
    path = tmp_path / "more.csv"
    path.write_text("Name;Firma;Mail\nBo Sample;Contoso;bo@example.com\n", encoding="utf-8")
    assert fixed("load", path, "--map", "Name=full", "--map", "Firma=company", "--map", "Mail=email").exit_code == 0
    before = {one["key"] for one in told(fixed("calendar", "--json"))["entries"]}
    ids = [told(fixed("people", name, "--json"))["people"][0]["id"] for name in ("Bo Roe", "Bo Sample")]
    assert fixed("merge", *reversed(ids), "--yes").exit_code == 0
    assert {one["key"] for one in told(fixed("calendar", "--json"))["entries"]} == before


def test_what_cannot_be_is_refused(run: Run, fixed: Run, tmp_path: Path) -> None:
    """A file of the wrong kind would be left, or an empty one that some calendars refuse."""
    done = fixed("calendar", "--out", tmp_path / "talks.csv")
    assert (done.exit_code, done.stderr.count("Error")) == (1, 1)
    assert not (tmp_path / "talks.csv").exists()
    assert fixed("log", "--undo").exit_code == 0
    assert fixed("log", "--undo").exit_code == 0
    assert told(fixed("calendar", "--json"))["steps"] == 0
    assert fixed("--today", "2027-11-16", "calendar").exit_code == 1
    assert "Log what happens first" in " ".join(fixed("--today", "2027-11-16", "calendar").stderr.split())


def test_json_tells_what_stands_in_it(fixed: Run, workspace: Path) -> None:
    """A script could not tell a talk from a step."""
    found = told(fixed("calendar", "--json"))
    assert Path(found["path"]) == workspace / "reports" / "calendar.ics"
    talk = next(one for one in found["entries"] if one["kind"] == "talk")
    assert (talk["day"], talk["at"], talk["zone"], talk["off"]) == ("2026-11-23", "14:30", "Europe/Berlin", False)
    assert [one["day"] for one in found["entries"]] == sorted(one["day"] for one in found["entries"])
