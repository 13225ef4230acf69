"""The public functions that no other test calls: adding a target from a program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import netscout
from netscout.app.session import Session
from netscout.app.target import add
from netscout.errors import RefusedError
from netscout.model.target import Target


def test_add_target_writes_what_the_command_would(tmp_path: Path) -> None:
    """A notebook would need private modules to name a target, or lose what stands in the file."""
    place = tmp_path / "new"
    netscout.add_target(str(place), "data", ["data analyst", "analytics engineer"], companies=["Northmoor"])
    file = place / "targets.toml"
    file.write_text("# mine\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    netscout.add_target(place, "DATA", "data analyst", industries=["health"], motivation=5)
    netscout.add_target(place, "ux", ("UX Researcher",))
    assert Session(place, date.min).plan().targets == (
        Target("DATA", ("data analyst",), industries=("health",), motivation=5),
        Target("ux", ("UX Researcher",)),
    )
    assert file.read_text(encoding="utf-8").startswith("# mine")


@pytest.mark.parametrize("target", [Target("a\nb", ("x",)), Target("a", ("x",), seniority="boss")])
def test_a_target_of_odd_words_is_refused(tmp_path: Path, target: Target) -> None:
    """A level nobody knows would be taken and change nothing; a name of two lines would break commands to copy."""
    with pytest.raises(RefusedError):
        add(Session(tmp_path, date.min), target)
    assert not (tmp_path / "targets.toml").exists()


@pytest.mark.parametrize(
    ("name", "roles", "motivation"), [("", ["x"], 3), ("a", [], 3), ("a", [" "], 3), ("a", ["x"], 0), ("a", ["x"], 6)]
)
def test_a_target_that_says_nothing_is_refused(tmp_path: Path, name: str, roles: list[str], motivation: int) -> None:
    """A targets.toml that no command can read any more."""
    with pytest.raises(RefusedError):
        netscout.add_target(tmp_path, name, roles, motivation=motivation)
    assert not (tmp_path / "targets.toml").exists()
