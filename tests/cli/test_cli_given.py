"""Options that would change nothing are refused or named, never passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("command", "idle"),
    [
        (["titles", "--settled", "--target", "data"], "--target"),
        (["titles", "MD", "--as", "Physician", "--target", "data"], "--target"),
        (["titles", "MD", "--undo", "--json"], "--json"),
        (["titles", "MD", "--undo", "-n", "3"], "-n"),
        (["changes", "--accept", "all", "--since", "2026-01-01"], "--since"),
        (["explore", "--take", "Data Analyst", "--family", "Sales"], "--family"),
        (["know", "p0002", "met", "--review", "3"], "PERSON"),
        (["people", "Ana", "--owners"], "QUERY"),
        (["forget", "--everything", "--may-return"], "--may-return"),
        (["avoid", "p0002", "--undo", "--reason", "x"], "--reason"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value[:2]),
)
def test_what_does_nothing_is_refused(run: Run, loaded: Path, command: list[str], idle: str) -> None:
    """A command that seems to have done what it passed over."""
    done = run(*command)
    assert done.exit_code == 2
    assert idle in done.stderr
    assert "does nothing" in done.stderr


def test_an_export_says_what_it_passed_over(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A list of everybody, taken for that of one target."""
    path = tmp_path / "people.csv"
    done = run("export", "people", "--out", path, "--target", "data", "--private", "--json")
    assert done.exit_code == 0
    assert done.stderr.count("does nothing") == 2
    assert done.stdout.startswith("{")
    assert "does nothing" not in run("--quiet", "export", "people", "--out", path, "--private").stderr
    assert "does nothing" not in run("export", "people", "--out", path).stderr


def test_numbers_out_of_range_are_told_in_words(run: Run, loaded: Path) -> None:
    """`0<=x<=1`, which is no sentence."""
    assert "0 is no whole number of 1 or more" in run("people", "-n", "0").stderr
    assert "x is no whole number from 1 to 500" in run("know", "--review", "x").stderr
    for wrong in ("nan", "3", "x"):
        assert f"{wrong} is no number from 0 to 1" in run("rank", "--diversity", wrong).stderr
