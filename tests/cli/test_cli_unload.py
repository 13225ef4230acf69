"""`unload` by its command: what it lists, says beforehand, asks, takes out and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.answers import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

FIRST = "Mitglied;Wo\nAna Example;Northwind\nBo Roe;Contoso\n"
SECOND = (
    "First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Value\nCy,Sample,Acme,Baker,cy@mail.example\n"
)


@pytest.fixture
def both(run: Run, tmp_path: Path) -> tuple[Path, Path]:
    """Load a table and a contact file, with a word on somebody of the second."""
    paths = (tmp_path / "alumni.csv", tmp_path / "google.csv")
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    assert run("load", paths[0], "--map", "Mitglied=full", "--map", "Wo=company").exit_code == 0
    assert run("load", paths[1]).exit_code == 0
    assert run("know", "Cy Sample", "close").exit_code == 0
    return paths


def names(run: Run) -> set[str]:
    """Return the names of everybody."""
    return {one["display_name"] for one in told(run("people", "--json"))["people"]}


def test_the_loads_are_listed(both: tuple[Path, Path], run: Run) -> None:
    """Nobody could say which load was the wrong one."""
    rows = told(run("unload", "--json"))["loads"]
    assert [(one["number"], one["files"], one["people"], one["known_from_it_alone"]) for one in rows] == [
        (1, ["alumni.csv"], 2, 2),
        (2, ["google.csv"], 1, 1),
    ]
    lines = run("unload").stdout.splitlines()
    assert lines[0] == "  1  loaded on 2026-11-16, export of an unknown day: 2 people"
    assert lines[1] == "     alumni.csv"
    assert "Next: netscout unload 2" in lines[-1]


def test_nothing_goes_without_a_yes(both: tuple[Path, Path], run: Run, workspace: Path) -> None:
    """A script would delete people nobody meant."""
    before = (workspace / "netscout.db").read_bytes()
    done = run("--no-input", "unload", "2")
    assert done.exit_code == 1
    assert "Add --yes" in done.stderr
    text = " ".join(done.stdout.split())
    assert "1 person known from it alone goes with it (with a label: 1, with log entries or notes: 0)." in text
    for wrong, code in (("9", 1), ("0", 2), ("soon", 2)):
        assert run("unload", wrong, "--yes").exit_code == code
    assert (workspace / "netscout.db").read_bytes() == before


def test_a_load_goes_and_comes_again(both: tuple[Path, Path], run: Run, workspace: Path, tmp_path: Path) -> None:
    """A wrong file would stay for ever, or the right one could not come back."""
    assert run("rank", "--format", "csv", "--out", tmp_path / "list.csv").exit_code in (0, 1)
    (workspace / "notes.txt").write_text("mine")
    done = told(run("unload", "2", "--yes", "--json"))
    assert done["unloaded"]["files"] == ["google.csv"]
    assert len(done["deleted"]) == 1
    assert done["not_reached"]["not_ours"] == [str(workspace / "notes.txt")]
    assert names(run) == {"Ana Example", "Bo Roe"}
    assert b"cy@mail.example" not in (workspace / "netscout.db").read_bytes()
    (workspace / "notes.txt").unlink()
    assert told(run("doctor", "--json"))["ok"]
    assert told(run("load", both[1], "--json"))["already_loaded_on"] is None
    assert names(run) == {"Ana Example", "Bo Roe", "Cy Sample"}
    text = run("unload", "1", "--yes").stdout
    assert "Load 1 is taken out. 2 people deleted with it." in text
    assert names(run) == {"Cy Sample"}
    run("unload", "2", "--yes")
    assert run("unload").stdout == "Nothing is loaded.\n"
    assert names(run) == set()
