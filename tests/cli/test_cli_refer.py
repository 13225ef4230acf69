"""`refer` by its command: what is written down, whom a name means, what is refused, and the ledger it shows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.cli.answers import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Done, Run

PEOPLE = ("Nora Quill;Brightwater Grid", "Tomas Hale;Brightwater Grid", "Tomas Moor;Contoso", "Ada Lind;Northwind")


def flat(done: Done) -> str:
    """Return what a command that ended well said, on one line."""
    assert done.exit_code == 0, done.stderr
    return " ".join(done.stdout.split())


@pytest.fixture
def four(run: Run, tmp_path: Path) -> Run:
    """Load four invented people."""
    path = tmp_path / "people.csv"
    path.write_text("\n".join(["Name;Firma", *PEOPLE, ""]), encoding="utf-8")
    assert run("load", path, "--map", "Name=full", "--map", "Firma=company").exit_code == 0
    return run


def state(workspace: Path) -> list[str]:
    """Return everything a refusal must leave as it was."""
    with closing(sqlite3.connect(workspace / "netscout.db")) as db:
        return list(db.iterdump())


def test_somebody_new_becomes_a_person_like_all(four: Run) -> None:
    """A name that was given would be a line of text that no other command knows."""
    words = ("--may-use-name", "yes", "--words", "say hi from me", "--company", "Fabrikam", "--title", "Grid Analyst")
    four("log", "Nora Quill", "met")
    found = told(four("refer", "Ines Varga", "--by", "Nora Quill", *words, "--json"))
    assert (found["new"], found["referral"]["may_use_name"], found["referral"]["permission_words"]) == (
        *(True, "yes"),
        "say hi from me",
    )
    ines = found["named"]
    shown = told(four("people", "Ines", "--json"))["people"][0]
    keys = ("id", "display_name", "title", "company", "known_from")
    assert [shown[key] for key in keys] == [ines, "Ines Varga", "Grid Analyst", "Fabrikam", "referral"]
    assert "known from somebody who named them to you" in flat(four("show", "Ines Varga"))
    by = "Named to you by Nora Quill on Monday 16 November 2026; you may say that Nora Quill named them."
    assert by in flat(four("show", "Ines Varga"))
    assert "named Ines Varga" in flat(four("show", "Nora Quill"))
    assert by in flat(four("why", "Ines Varga"))
    assert told(four("log", "Ines", "asked", "--json"))["person"] == ines
    assert "Sound" in flat(four("doctor"))


def test_somebody_new_is_ranked_and_can_be_written_to(four: Run) -> None:
    """Who was named for the very job would stand on no list, and no draft could be made."""
    four("target", "add", "Grids", "--role", "grid analyst")
    four("refer", "Ines Varga", "--by", "Nora Quill", "--title", "Grid Analyst", "--company", "Fabrikam")
    rows = told(four("rank", "--json"))["rows"]
    first = [(one["name"], one["rank"]) for one in rows if one["list"] == "practitioners" and one["verdict"] == "match"]
    assert first == [("Ines Varga", 1)]
    assert "Ines" in flat(four("draft", "Ines Varga"))


def test_a_name_among_the_contacts_is_linked(four: Run) -> None:
    """The same person would be there twice, or the wrong one be taken for them."""
    one = told(four("refer", "nora quill", "--by", "Ada", "--json"))
    assert (one["named"], one["new"]) == ("p0002", False)
    assert told(four("refer", "Tomas", "--by", "Ada", "--company", "contoso", "--json"))["named"] == "p0004"
    several = four("refer", "Tomas", "--by", "Nora")
    assert several.exit_code == 1
    assert "p0003 (Brightwater Grid)" in " ".join(several.stderr.split())
    assert "--new" in several.stderr
    assert told(four("refer", "Tomas", "--by", "Ada", "--json"))["named"] == "p0004", "named by her before"
    other = told(four("refer", "Nora Quill", "--by", "Ada", "--new", "--company", "Litware", "--json"))
    assert (other["new"], other["named"]) == (True, "p0006")
    longer = told(four("refer", "Ada Lindqvist", "--by", "p0003", "--json"))
    assert longer["new"], "the beginning of a name is no name"


def test_what_makes_no_sense_is_refused_and_nothing_is_written(four: Run, workspace: Path) -> None:
    """Half a referral, or a person nobody named, would stay after a mistake."""
    four("refer", "Ines Varga", "--by", "Ada")
    before = state(workspace)
    for words, says in (
        (("Ines", "--by", "Nobody Known"), "nobody in this workspace"),
        (("Ines", "--by", "Tomas"), "2 people answer"),
        (("Nora Quill", "--by", "p0002"), "nobody can name themselves"),
        (("Ines", "--by", "p0002", "--on", "2026-11-17"), "still to come"),
        (("Ines", "--by", "p0002", "--on", "soon"), "cannot be read"),
        (("?!", "--by", "p0002"), "that is no name"),
        (("x" * 201, "--by", "p0002"), "201 characters"),
        (("p0999", "--by", "p0002"), "nobody in this workspace"),
        (("Jo Doe", "--by", "p0002", "--url", "https://example.com/in/jo"), "no profile on LinkedIn"),
        (("Nora Quill", "--by", "Ada", "--new"), "cannot be told apart"),
        (("Jo Doe", "--by", "p0002", "--words", "w" * 10_001), "10,001 characters"),
    ):
        done = four("refer", *words)
        assert done.exit_code == 1, words
        assert says in " ".join(done.stderr.split()), words
    for idle in (("Ines",), ("--by", "p0002"), ("--list", "--by", "p0002"), ("--by", "p0002", "--company", "x")):
        assert four("refer", *idle).exit_code == 2, idle
    assert state(workspace) == before


def test_the_user_is_not_somebody_to_name(run: Run, loaded: Path) -> None:
    """The user would owe themselves a message."""
    me = told(run("people", "--owners", "--json"))["owners"][0]
    for words in ((me["name"], "--by", "p0002"), ("Ines Varga", "--by", me["id"])):
        done = run("refer", *words)
        assert (done.exit_code, "that is you yourself" in done.stderr) == (1, True)
    assert loaded.is_dir()


def test_undo_takes_back_entry_line_and_person(four: Run, workspace: Path) -> None:
    """A slip of the finger would leave a debt, or somebody who does not exist."""
    four("log", "Nora Quill", "met", "--on", "2026-11-09")
    four("log", "Nora Quill", "thanked", "--on", "2026-11-10")
    people = told(four("people", "--json"))["people"]
    first = told(four("log", "Nora Quill", "--json"))
    assert told(four("refer", "Inez Varga", "--by", "Nora", "--json"))["next"] == "contact-referral"
    four("log", "--undo")
    assert told(four("people", "--json"))["people"] == people
    back = told(four("log", "Nora Quill", "--json"))
    assert (back["next"], back["stage"]) == (first["next"], first["stage"])
    assert "Nobody has been named" in flat(four("refer"))
    assert "taken back" in flat(four("show", "Nora Quill"))
    assert "Sound" in flat(four("doctor"))
    assert (workspace / "README.txt").is_file()


def test_undo_keeps_somebody_of_whom_more_was_said(four: Run) -> None:
    """A label on the new person would be lost with a word on another thing."""
    four("refer", "Ines Varga", "--by", "Nora")
    four("know", "Ines Varga", "met")
    four("log", "--undo")
    assert told(four("people", "Ines", "--json"))["people"][0]["labels"] or "met" in flat(four("show", "Ines Varga"))


def test_do_not_contact_is_kept_and_said(four: Run) -> None:
    """The fact would be refused, or an entry that is final be passed over."""
    four("log", "Ada Lind", "do-not-contact")
    done = four("refer", "Ada Lind", "--by", "Nora")
    assert "not to be written to again" in flat(done)
    assert told(four("refer", "--list", "--json"))["referrals"][0]["name"] == "Ada Lind"
    assert four("draft", "Ada Lind").exit_code == 1


def test_the_ledger_shows_chains_and_what_came_of_them(four: Run) -> None:
    """Nobody could see who led to whom, and who has not heard of it."""
    assert "Nobody has been named" in flat(four("refer", "--list"))
    four("refer", "Ines Varga", "--by", "Nora", "--may-use-name", "yes", "--words", "do", "--on", "2026-11-02")
    four("log", "Ines", "asked", "--on", "2026-11-03")
    four("log", "Ines", "met", "--on", "2026-11-05")
    four("refer", "Bo Roe", "--by", "Ines", "--on", "2026-11-05", "--intro", "them")
    four("refer", "Nora Quill", "--by", "Bo Roe", "--on", "2026-11-06")
    shown = flat(four("refer", "--list"))
    assert "Nora Quill has not heard of it yet; you may say that Nora Quill named them" in shown
    assert "Bo Roe (p0007): an introduction is promised; not asked yet whether you may name Ines" in shown
    assert "(The rest stands above.)" in shown
    four("refer", "Bo Roe", "--by", "Ines", "--may-use-name", "no")
    promised = told(four("refer", "--list", "--json"))["referrals"][1]
    assert (promised["intro"], promised["may_use_name"]) == ("them", "no"), "a word on the name takes no promise back"
    four("log", "Nora Quill", "reported-back", "--on", "2026-11-09")
    found = told(four("refer", "--list", "--json"))
    assert [one["reported_back"] for one in found["referrals"]] == ["2026-11-09", None, None]
    assert [one["depth"] for one in found["chains"]] == [0, 1, 2, 3]


@pytest.mark.parametrize("words", [("refer", "--list"), ("refer", "Ines Varga", "--by", "Nora", "--title", "x")])
def test_it_loads_nothing_heavy(four: Run, words: tuple[str, ...]) -> None:
    """A line of the ledger would wait for the libraries of tables and graphs."""
    import subprocess
    import sys

    before = (
        "import sys; from netscout.cli.main import guarded; guarded(sys.argv[1:]); "
        "print([one for one in ('pandas', 'networkx', 'plotly', 'numpy') if one in sys.modules])"
    )
    folder = four("doctor").stdout.split("Workspace ")[1].split("\n")[0].strip()
    done = subprocess.run(
        [sys.executable, "-c", before, "--workspace", folder, "--today", "2026-11-16", *words],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout.splitlines()[-1] == "[]"
