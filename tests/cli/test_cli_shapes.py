"""Broken tables through the command line: each ends in order, and whoever can be read arrives."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.hostile_tables import ANA, HEAD, SECRET, SHAPES
from tests.cli.measured import measured

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Done, Run

LARGE = ("a cell of two megabytes", "a cell beyond the limit", "twenty thousand columns", "quotes only")


def disorder(done: Done, name: str) -> list[str]:
    """Return what was not orderly about a load."""
    found = [f"exit code {done.exit_code}"] if done.exit_code not in (0, 1) else []
    found += ["a traceback"] if "Traceback" in done.output else []
    found += ["a cell in the message"] if SECRET in done.stderr.casefold() else []
    found += ["a long message"] if len(done.stderr.encode()) > 4_000 else []
    if done.exit_code == 1:
        found += [] if name in done.stderr else ["no name of the file"]
        found += [] if len(done.stderr.strip().splitlines()) >= 2 else ["no next step"]
    return found


@pytest.mark.check(1, 10)
def test_there_are_shapes_enough() -> None:
    """A list that somebody shortened."""
    assert len(SHAPES) >= 50


@pytest.mark.check(1, 2, 5, 10)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_broken_table_ends_in_order(run: Run, workspace: Path, tmp_path: Path, shape: str) -> None:
    """A table that crashes the load, loses good rows beside bad ones, or whose cells stand in a message."""
    content, people = SHAPES[shape]
    path = tmp_path / "some list.csv"
    path.write_bytes(content)
    done = run("load", path, "--json")
    assert disorder(done, path.name) == []
    assert people is None or done.exit_code == 0
    if done.exit_code:
        assert not workspace.exists()
        return
    counts = json.loads(done.stdout)["counts"]
    assert people is None or counts["people"] == people
    parts = ("people", "duplicates", "hidden", "empty", "unreadable", "companies_only")
    assert counts["rows"] == sum(counts.get(one, 0) for one in parts)
    assert sum(one.stat().st_size for one in workspace.rglob("*")) < 64 << 20


def test_the_look_sees_disorder(run: Run, tmp_path: Path) -> None:
    """A look that finds every end orderly."""
    from tests.conftest import Done

    bad = Done(3, "", f"Traceback {SECRET}" + "x" * 5_000)
    assert len(disorder(bad, "a.csv")) == 4
    assert disorder(Done(1, "", "Error"), "a.csv") == ["no name of the file", "no next step"]


@pytest.mark.slow
@pytest.mark.check(1, 10)
@pytest.mark.parametrize("shape", [*LARGE, "thirty thousand equal rows"])
def test_a_broken_table_costs_little(tmp_path: Path, shape: str) -> None:
    """A table of a few megabytes that fills memory or disk, or holds the machine for minutes."""
    path = tmp_path / "list.csv"
    path.write_bytes(SHAPES[shape][0] if shape in SHAPES else "\n".join([HEAD, *[ANA] * 30_000, ""]).encode())
    done = measured(tmp_path / "workspace", "load", path)
    assert done.disorder() == ""
    assert done.seconds < 20
    assert done.peak < 600
    assert sum(one.stat().st_size for one in tmp_path.rglob("*")) < 64 << 20
    assert {one.name for one in tmp_path.iterdir()} <= {"list.csv", "workspace"}
