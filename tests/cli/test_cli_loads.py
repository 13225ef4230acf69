"""The same people loaded in other ways: twice, upside down, in parts, from an older file; and thirty thousand."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
MANY = 30_000
NOTE = "keeps bees on roofs"


def row(number: int, company: str = "Northwind", year: int = 2019) -> str:
    """Return a connection of a number, made in a year."""
    link = f"https://www.linkedin.com/in/person-{number}"
    day = f"07 Sep {year}"
    return f"Ana{number},Example{number},{link},ana{number}@mail.example,{company} {number % 5},Chef,{day}"


def load(run: Run, path: Path, rows: list[str]) -> None:
    """Write a list of connections and load it."""
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    done = run("load", path.parent if "Basic" in path.parent.name else path)
    assert done.exit_code == 0, done.stderr


def state(run: Run, folder: Path, *without: str) -> list[tuple[str, ...]]:
    """Return everybody as `export people` tells them, without numbers and these columns, sorted."""
    out = folder / "state.csv"
    assert run("export", "people", "--out", out).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline="")))
    return sorted(tuple(value for key, value in one.items() if key not in ("id", *without)) for one in rows)


@pytest.mark.check(16)
@pytest.mark.parametrize("way", ["twice", "reversed", "halves", "halves the other way round"])
def test_the_same_export_in_another_way_is_the_same_state(run: Run, workspace: Path, tmp_path: Path, way: str) -> None:
    """People doubled, or other people and another state, for the order in which one export is given.

    Of two lists the later one does not name those of the earlier, and says so: that column alone may differ.
    """
    left_out = ("gone",) if "halves" in way else ()
    rows = [row(number) for number in range(30)]
    load(run, tmp_path / "a" / "Connections.csv", rows)
    assert run("note", "Ana3 Example3", NOTE).exit_code == 0
    once = state(run, tmp_path, *left_out)
    assert sum(NOTE in one for line in once for one in line) == 1
    if way == "twice":
        assert run("load", tmp_path / "a" / "Connections.csv").exit_code == 0
    elif way == "reversed":
        load(run, tmp_path / "b" / "Connections.csv", rows[::-1])
    else:
        workspace.rename(tmp_path / "before")
        parts = (rows[:15], rows[15:])
        for number, part in enumerate(parts if way == "halves" else parts[::-1]):
            load(run, tmp_path / f"part-{number}" / "Connections.csv", part)
        assert run("note", "Ana3 Example3", NOTE).exit_code == 0
    assert state(run, tmp_path, *left_out) == once


@pytest.mark.check(17)
def test_an_older_third_takes_nothing_away(run: Run, tmp_path: Path) -> None:
    """People gone, notes lost, or an old employer in place of the present one, after last year's file."""
    new = [row(number) for number in range(30)]
    load(run, tmp_path / "Basic_LinkedInDataExport_03-01-2026" / "Connections.csv", new)
    assert run("note", "Ana3 Example3", NOTE).exit_code == 0
    before = state(run, tmp_path)
    old = [row(number, "Oldenbarn") for number in range(0, 30, 3)]
    load(run, tmp_path / "Basic_LinkedInDataExport_09-09-2019" / "Connections.csv", old)
    after = state(run, tmp_path)
    assert after == before
    assert not any("Oldenbarn" in cell for line in after for cell in line)


@pytest.mark.slow
@pytest.mark.check(15)
def test_thirty_thousand_go_all_the_way(run: Run, tmp_path: Path) -> None:
    """A large network of which some are lost between the file, the list and the export."""
    load(run, tmp_path / "a" / "Connections.csv", [row(number) for number in range(MANY)])
    assert run("target", "add", "kitchen", "--role", "Chef").exit_code == 0
    counts = json.loads(run("rank", "--json").stdout)["lists"][0]["counts"]
    assert (counts["people"], counts["match"]) == (MANY, MANY)
    assert run("export", "people", "--out", tmp_path / "people.csv").exit_code == 0
    with (tmp_path / "people.csv").open(encoding="utf-8-sig", newline="") as held:
        assert len({one["last_name"] for one in csv.DictReader(held)}) == MANY
