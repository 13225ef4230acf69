"""Printing: names cannot drive the terminal, tables fit, JSON is one object."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netscout.cli import console
from netscout.cli.context import Context
from netscout.errors import NetscoutError, Place


@pytest.fixture(autouse=True)
def screen(tmp_path: Path) -> None:
    """Set a plain screen of 60 columns."""
    from datetime import date

    console.set_up(Context(tmp_path, date(2026, 1, 1), interactive=False, colour=False, width=60))


@pytest.mark.parametrize("evil", ["\x1b[31mred", "\x1b]0;title\x07", "a\u202eb", "a\x00b", "\x9b5m", "a\u2066b"])
def test_controls_never_reach_the_terminal(evil: str) -> None:
    """A name that recolours, retitles or reorders the terminal."""
    shown = console.safe(evil)
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in shown)
    assert not set(shown) & set("\u202e\u2066")
    assert "\ufffd" in shown


def test_names_of_the_world_stay() -> None:
    """A filter that eats letters of other scripts or emoji made of several."""
    for name in ("Zoë Ångström", "山田太郎", "Мария", "مريم", "👩‍🔬 Ada"):
        assert console.safe(name) == name


def test_a_table_fits_its_width(capsys: pytest.CaptureFixture[str]) -> None:
    """A long title that breaks every line of the table."""
    rows = [("1", "山田太郎" * 5, "x" * 90), ("10", "Ana", "Data Analyst")]
    console.table(("", "name", "title"), rows, grow=(1, 2), right=(0,))
    printed = capsys.readouterr().out
    lines = printed.splitlines()
    assert all(console.width_of(line) <= 60 for line in lines)
    assert "…" in printed
    assert lines[1].startswith(" 1")


def test_a_table_cuts_the_widest_column_first(capsys: pytest.CaptureFixture[str]) -> None:
    """A name of thirteen letters would be cut because a title beside it is long."""
    for row in (("Rosalind Ingleby-Marlow", "t" * 300), ("t" * 300, "Rosalind Ingleby-Marlow")):
        console.table(("one", "other"), [row], grow=(0, 1))
        assert "Rosalind Ingleby-Marlow" in capsys.readouterr().out


def test_short_tables_are_not_stretched(capsys: pytest.CaptureFixture[str]) -> None:
    """A table of three letters drawn over the whole width."""
    console.table(("a", "b"), [("1", "2")], grow=(1,))
    assert capsys.readouterr().out == "a  b\n1  2\n"


def test_json_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON that a script cannot read, or without schema and command first."""
    console.json_out("rank", {"rows": [Place("a", 1)], "text": "\u2028é", "bag": {"b", "a"}})
    printed = capsys.readouterr().out
    assert list(json.loads(printed))[:2] == ["schema", "command"]
    assert json.loads(printed)["rows"] == [{"file": "a", "line": 1}]
    assert "\u2028" not in printed
    with pytest.raises(TypeError):
        console.json_out("rank", {"x": object()})


def test_a_fault_goes_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    """An error mixed into what a script reads, or without its next step."""
    console.fault(NetscoutError("is wrong.", "Mend it.", Place("a.csv", 3)))
    found = NetscoutError("is wrong.", "Mend it.", Place("a.csv", 3), code="bad")
    for wanted in (False, True):
        with pytest.raises(NetscoutError), console.faults_in_json("load", wanted=wanted):
            raise found
    printed = capsys.readouterr()
    assert printed.err == "Error: a.csv line 3: is wrong.\n       Mend it.\n"
    assert json.loads(printed.out)["error"] == {
        "code": "bad",
        "message": "is wrong.",
        "file": "a.csv",
        "line": 3,
        "next": "Mend it.",
    }
