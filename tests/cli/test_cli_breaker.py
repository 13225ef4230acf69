"""What a slip of the hand or a hostile one types into the campaign: told in a sentence, and nothing written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Done, Run


@pytest.fixture
def two(run: Run, tmp_path: Path) -> Run:
    """Load two invented people, and log a talk with the first."""
    path = tmp_path / "people.csv"
    path.write_text("Name;Firma\nAna Example;Northwind\nBo Roe;Contoso\n", encoding="utf-8")
    assert run("load", path, "--map", "Name=full", "--map", "Firma=company").exit_code == 0
    assert run("log", "Ana Example", "met", "--on", "2026-11-12").exit_code == 0
    return run


def told(done: Done) -> dict[str, Any]:
    """Return the JSON of a command that ended well."""
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    "words",
    [
        ("log", "Bo Roe", "deferred", "--for", "9999-12-31"),
        ("log", "Bo Roe", "scheduled", "--on", "9999-12-31"),
        ("log", "Ana Example", "advised", "--for", "2200-01-01"),
        ("log", "Bo Roe", "asked", "--on", "0001-01-01"),
        ("note", "Ana Example", "words", "--on", "1949-12-31"),
        ("refer", "Cy Roe", "--by", "Ana Example", "--on", "0202-11-01"),
        ("--today", "9999-12-31", "log", "Bo Roe", "asked"),
        ("--today", "0001-01-01", "today"),
    ],
)
def test_a_year_that_cannot_be_meant_is_refused(two: Run, workspace: Path, words: tuple[str, ...]) -> None:
    """Reckoning with it left the calendar, and the command ended as a bug of ours."""
    before = (workspace / "netscout.db").read_bytes()
    done = two(*words)
    assert done.exit_code == 1, done.output
    assert "year" in done.stderr
    assert (workspace / "netscout.db").read_bytes() == before


def test_no_name_is_no_word_for_everybody(two: Run, workspace: Path) -> None:
    """An empty name was kept as a permission for all whom they know, and without one ended as a bug."""
    before = (workspace / "netscout.db").read_bytes()
    for words in (("",), (" ",), ("", "--may-use-name", "yes"), ("\x01", "--may-use-name", "yes")):
        done = two("refer", *words, "--by", "Ana Example")
        assert done.exit_code == 1, words
        assert "that is no name" in done.stderr
    assert (workspace / "netscout.db").read_bytes() == before


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("at=10:30", "at=29:99"),
        ("minutes=20", "minutes=2000000000"),
        ("- 2026-11-10 met", "- 0001-11-10 met"),
        ('may_use_name="yes"', 'may_use_name="perhaps"'),
        ("energy=3", "energy=-5"),
        ("\n60\n", "\nsixty\n"),
        ("\n60\n", "\n99999999999\n"),
    ],
)
def test_a_card_changed_by_hand_breaks_no_command(two: Run, tmp_path: Path, was: str, becomes: str) -> None:
    """One odd word of a card would end every command of the campaign as a bug of ours, for good."""
    ana = ("Ana Example", "--on", "2026-11-10")
    typed: tuple[tuple[str, ...], ...] = (
        ("log", "--undo"),
        ("log", ana[0], "met", *ana[1:], "--at", "10:30", "--minutes", "20"),
        ("refer", "Cy Roe", "--by", *ana, "--may-use-name", "yes"),
        ("reflect", "Ana Example", "--energy", "3"),
        ("know", "Ana Example", "--every", "60"),
    )
    for words in typed:
        assert two(*words).exit_code == 0, words
    assert two("export", "cards", "--out", tmp_path / "cards").exit_code == 0
    card = next(path for path in (tmp_path / "cards").glob("*ana*"))
    text = card.read_text(encoding="utf-8")
    assert text.count(was) == 1
    card.write_text(text.replace(was, becomes), encoding="utf-8")
    other = ("--workspace", tmp_path / "other")
    done = two(*other, "load", tmp_path / "cards", "--source", "cards")
    assert done.exit_code == 0, done.stderr
    asked = (("today",), ("log", "Ana Example"), ("refer", "--list"), ("themes",), ("stats",), ("show", "Cy Roe"))
    for words in asked:
        assert two(*other, *words).exit_code == 0, words
    assert two(*other, "calendar", "--out", tmp_path / "talks.ics").exit_code != 3


def test_a_draft_to_one_of_two_of_a_name_can_be_linted(two: Run, tmp_path: Path) -> None:
    """The file named somebody who may be two, and `lint` could not hold it against anything."""
    ana = told(two("refer", "Ana Example", "--by", "Bo Roe", "--company", "Contoso", "--new", "--json"))["named"]
    assert two("log", ana, "met", "--on", "2026-11-15", "--note", "load forecasts are made at dawn").exit_code == 0
    assert two("note", ana, "I will read the yearly report", "--theme", "will").exit_code == 0
    for name, channel in (("a.txt", "message"), ("a.eml", "email")):
        path = tmp_path / name
        done = two("draft", ana, "--kind", "thanks", "--channel", channel, "--out", path)
        assert done.exit_code == 0, done.stderr
        assert f"Ana Example ({ana})" in path.read_text(encoding="utf-8")
        done = two("lint", path)
        assert done.exit_code == 0, done.output


def test_nobody_is_asked_to_introduce_me_to_my_own_office(two: Run, workspace: Path) -> None:
    """The plans would reach the user's manager through a friend."""
    assert two("target", "add", "Maps", "--role", "map maker").exit_code == 0
    path = workspace / "targets.toml"
    kept = path.read_text(encoding="utf-8")
    for line, to in (
        ('manager = "Bo Roe"', ("--to", "Bo Roe")),
        ('employer = "Contoso"', ("--to", "Bo Roe")),
        ('employer = "Contoso"', ("--at", "Contoso GmbH")),
    ):
        path.write_text(kept.replace("[me]", f"[me]\n{line}"), encoding="utf-8")
        done = two("draft", "Ana Example", "--kind", "introduction", *to)
        assert done.exit_code == 1, done.stdout
        assert "Bo Roe" not in done.stderr
    path.write_text(kept, encoding="utf-8")
    assert two("draft", "Ana Example", "--kind", "introduction", "--to", "Bo Roe").exit_code == 0
