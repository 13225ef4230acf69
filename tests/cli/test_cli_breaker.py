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
