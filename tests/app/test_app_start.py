"""The first ten minutes: which of the words typed are companies, and which are places."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from netscout.app import start
from netscout.app.session import Session


@pytest.fixture
def session(demo_workspace: Path, tmp_path: Path) -> Session:
    """Return a copy of the demo's workspace to write targets into."""
    shutil.copytree(demo_workspace, tmp_path / "workspace")
    return Session(tmp_path / "workspace", date(2026, 11, 16))


def test_only_the_name_of_a_place_becomes_one(session: Session) -> None:
    """A company nobody works at yet, taken for a place and so searched for nowhere."""
    wanted = start.target_of("data analyst", "Hamburg, Halden Freight, Quillon Aerostats, Spotify")
    settled, moved, found = start.settle(session, wanted)
    assert moved == ("Hamburg",)
    assert settled.companies == ("Halden Freight", "Quillon Aerostats", "Spotify")
    assert settled.places == ("Hamburg",)
    there = {name: people for one in found for name, _, people in one.companies}
    assert there["Quillon Aerostats"] == 0
    assert there["Halden Freight"] > 0
    assert "Hamburg" not in there


def test_words_behind_in_are_places(session: Session) -> None:
    """A company and its place read as one company."""
    assert start.target_of("a or b; c", "Spotify, BBC in London or Leeds").places == ("London", "Leeds")
    settled, moved, _ = start.settle(session, start.target_of("data analyst", "in Ulm"))
    assert (settled.companies, settled.places, moved) == ((), ("Ulm",), ())
