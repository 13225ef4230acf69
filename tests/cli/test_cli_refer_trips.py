"""What becomes of referrals and of those who were named when people merge, leave, are exported or come in again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.answers import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
NORA = "Nora,Quill,https://www.linkedin.com/in/nora-q,,Brightwater Grid,Engineer,02 Mar 2024\n"
ADA = "Ada,Lind,https://www.linkedin.com/in/ada-l,,Northwind,Buyer,03 Mar 2024\n"
INES = "Ines,Varga,https://www.linkedin.com/in/ines-v,,Litware,Grid Analyst,04 Apr 2026\n"


def connections(run: Run, folder: Path, rows: str, day: str) -> None:
    """Load a list of connections of a day."""
    at = folder / f"Basic_LinkedInDataExport_{day}"
    at.mkdir()
    (at / "Connections.csv").write_text(HEAD + rows, encoding="utf-8")
    done = run("load", at, "--me", "https://www.linkedin.com/in/sam-ode")
    assert done.exit_code == 0, done.stderr


@pytest.fixture
def named(run: Run, tmp_path: Path) -> Run:
    """Load two people; one of them names a third, who is in no file, after a talk with thanks."""
    connections(run, tmp_path, NORA + ADA, "06-01-2026")
    run("log", "Nora Quill", "met", "--on", "2026-11-02")
    run("log", "Nora Quill", "thanked", "--on", "2026-11-03")
    words = ("--may-use-name", "yes", "--words", "tell her I sent you", "--company", "Litware", "--on", "2026-11-02")
    assert run("refer", "Ines Varga", "--by", "Nora Quill", *words).exit_code == 0
    return run


def who(run: Run) -> dict[str, str]:
    """Return the id by name of everybody."""
    return {one["display_name"]: one["id"] for one in told(run("people", "--json"))["people"]}


def ledger(run: Run) -> list[dict[str, Any]]:
    """Return the pairs of the ledger."""
    found: list[dict[str, Any]] = told(run("refer", "--list", "--json"))["referrals"]
    return found


def owed(run: Run, person: str = "Nora Quill") -> str:
    """Return what comes next with somebody."""
    return str(told(run("log", person, "--json"))["next"])


def sound(run: Run) -> None:
    """Hold the workspace against its own check."""
    assert "Sound: database, ledgers" in " ".join(run("doctor").stdout.split())


def test_a_newer_export_finds_who_was_named(named: Run, tmp_path: Path) -> None:
    """The same person would be there twice: once with the referral, once with the profile."""
    before = who(named)
    connections(named, tmp_path, NORA + ADA + INES, "10-01-2026")
    found = told(named("people", "Ines", "--json"))["people"]
    assert [(one["id"], one["known_from"], one["title"]) for one in found] == [
        (before["Ines Varga"], "connections", "Grid Analyst")
    ]
    assert ledger(named)[0]["named"] == before["Ines Varga"]
    assert "the name and company you were told" in " ".join(named("show", "Ines Varga").stdout.split())
    sound(named)


def test_a_profile_tells_who_was_named_though_the_company_changed(named: Run, tmp_path: Path) -> None:
    """An address that was given would be of no use."""
    named("refer", "Ines Varga", "--by", "Ada Lind", "--url", "https://www.linkedin.com/in/ines-v/")
    connections(named, tmp_path, NORA + ADA + INES.replace("Litware", "Fabrikam"), "10-01-2026")
    found = told(named("people", "Ines", "--json"))["people"]
    assert [(one["slug"], one["company"]) for one in found] == [("ines-v", "Fabrikam")]
    assert len(ledger(named)) == 2
    sound(named)


def test_a_namesake_elsewhere_stays_somebody_else(named: Run, tmp_path: Path) -> None:
    """A name alone would make two people one."""
    connections(named, tmp_path, NORA + ADA + INES.replace("Litware", "Fabrikam"), "10-01-2026")
    assert len(told(named("people", "Ines", "--json"))["people"]) == 2


def test_another_profile_is_another_person(named: Run) -> None:
    """A namesake with a profile of their own would be taken for the contact."""
    found = told(named("refer", "Ada Lind", "--by", "Nora", "--url", "https://linkedin.com/in/ada-lind-9", "--json"))
    assert (found["new"], found["named"]) == (True, "p0005")
    known = told(named("refer", "A. Lind", "--by", "Nora", "--url", "https://linkedin.com/in/ada-l", "--json"))
    assert (known["new"], known["named"]) == (False, "p0003")
    sound(named)


def test_accounts_of_files_tell_of_files_alone(named: Run, workspace: Path) -> None:
    """The page would call a word of the user a file, with the day of no export."""
    from datetime import date

    from netscout.app.session import Session
    from netscout.app.state import state
    from netscout.store.sources import account, whole_account
    from netscout.store.workspace import Workspace

    with Workspace.open(workspace, create=False) as held:
        assert [one.kind for one in whole_account(held).sources] == ["linkedin"]
        assert [one.kind for one in account(held).sources] == ["linkedin"]
    assert state(Session(workspace, date(2026, 11, 16))).files == 1
    assert "what you were told" in named("unload").stdout


def test_the_export_loaded_again_keeps_who_was_named(named: Run, tmp_path: Path) -> None:
    """A person of no file would vanish at the next load, or when the only file is taken out."""
    before = who(named)
    connections(named, tmp_path, NORA, "11-01-2026")
    assert who(named) == before
    assert named("unload", "1", "--yes").exit_code == 0
    assert set(who(named)) == {"Nora Quill", "Ines Varga"}
    assert ledger(named)[0]["may_use_name"] == "yes"
    sound(named)


def test_a_backup_holds_the_ledger(named: Run, tmp_path: Path, workspace: Path) -> None:
    """A yes would be lost with the machine."""
    people, before = who(named), ledger(named)
    saved = tmp_path / "saved.zip"
    assert named("backup", saved).exit_code == 0
    assert named("forget", "--everything", "--yes").exit_code == 0
    assert named("restore", saved).exit_code == 0, workspace
    assert (who(named), ledger(named), owed(named)) == (people, before, "contact-referral")
    sound(named)


def test_cards_hold_the_ledger(named: Run, tmp_path: Path) -> None:
    """What was written down would not leave with the cards, or come twice when they return."""
    people, before = who(named), ledger(named)
    out = tmp_path / "cards"
    assert named("export", "cards", "--out", out).exit_code == 0
    assert named("load", out, "--source", "cards").exit_code == 0
    assert (who(named), ledger(named)) == (people, before)
    assert named("forget", "--everything", "--yes").exit_code == 0
    assert named("load", out, "--source", "cards").exit_code == 0
    assert (who(named), ledger(named), owed(named)) == (people, before, "contact-referral")
    sound(named)


def test_a_merged_referrer_keeps_what_is_owed(named: Run) -> None:
    """A debt would stay with an id that nobody bears any more."""
    people = who(named)
    assert named("merge", people["Ada Lind"], people["Nora Quill"], "--yes").exit_code == 0
    assert ledger(named)[0]["by"] == people["Ada Lind"]
    assert owed(named, people["Ada Lind"]) == "contact-referral"
    named("split", people["Ada Lind"], "--yes")
    assert ledger(named)[0]["by"] in (people["Nora Quill"], people["Ada Lind"])
    sound(named)


def test_a_merged_pair_owes_nothing_to_itself(named: Run) -> None:
    """Somebody would have named themselves, and a message be owed to them for it."""
    people = who(named)
    assert named("merge", people["Nora Quill"], people["Ines Varga"], "--yes").exit_code == 0
    assert owed(named) == "keep-in-touch"
    assert ledger(named) == []
    assert named("today").exit_code == 0
    assert named("show", "Nora Quill").exit_code == 0
    sound(named)


def test_two_names_of_one_person_are_one_debt(named: Run) -> None:
    """After a merge of both names the referrer would be owed twice."""
    named("refer", "I. Varga", "--by", "Nora Quill", "--may-use-name", "no")
    people = who(named)
    assert len(ledger(named)) == 2
    assert named("merge", people["Ines Varga"], people["I. Varga"], "--yes").exit_code == 0
    assert [one["may_use_name"] for one in ledger(named)] == ["no"]
    debts = [one for one in told(named("today", "--json"))["now"] if one["action"] == "contact-referral"]
    assert len(debts) == 1


def test_the_named_one_forgotten_leaves_no_trace_and_no_debt(named: Run, workspace: Path) -> None:
    """A forgotten name would stay in the ledger, or somebody be asked to write to them."""
    named("refer", "Ines Varga", "--by", "Ada Lind", "--words", "Ines is the one")
    assert named("forget", "Ines Varga", "--yes").exit_code == 0
    assert owed(named) == "keep-in-touch"
    raw = (workspace / "netscout.db").read_bytes()
    assert b"Varga" not in raw
    assert b"tell her I sent you" not in raw
    assert b"Ines is the one" not in raw
    assert "a person, forgotten." in named("refer", "--list").stdout
    again = named("refer", "Ines Varga", "--by", "Nora Quill", "--company", "Litware")
    assert (again.exit_code, "asked netscout to forget" in " ".join(again.stderr.split())) == (1, True)
    assert b"Varga" not in (workspace / "netscout.db").read_bytes()
    sound(named)


def test_the_referrer_forgotten_leaves_the_named_one(named: Run, workspace: Path) -> None:
    """Whoever was named would go with their log, or a line still tell that somebody named them, and with what word."""
    assert named("log", "Ines Varga", "asked", "--on", "2026-11-10").exit_code == 0
    assert named("forget", "Nora Quill", "--yes").exit_code == 0
    assert "Ines Varga" in who(named)
    assert told(named("refer", "--list", "--json"))["chains"] == ledger(named) == []
    assert "Varga" not in named("refer", "--list").stdout
    assert "may you use their name" not in named("show", "Ines Varga").stdout
    assert [one["event"] for one in told(named("log", "Ines Varga", "--json"))["entries"]] == ["asked"]
    assert b"Quill" not in (workspace / "netscout.db").read_bytes()
    assert told(named("today", "--json"))["now"] == []
    sound(named)
