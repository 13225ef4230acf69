"""What was found before a talk, rehearsals, who named whom: kept by theme, apart from notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.store import prep
from netscout.store.details import notes
from netscout.store.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = "2026-11-16"
NEWS = "found:company:news"


@pytest.fixture
def ws(loaded: Path) -> Iterator[Workspace]:
    """Give the workspace of the demo."""
    with Workspace.open(loaded, create=False) as opened:
        yield opened


def test_a_line_stands_in_place_of_the_one_before(ws: Workspace) -> None:
    """Old findings would come back, or those of somebody else be lost."""
    for person, text in (("p0038", "old"), ("p0040", "theirs"), ("p0038", "new")):
        prep.keep(ws, person, NEWS, text, on=DAY)
    prep.add(ws, "p0038", prep.REHEARSAL, "60 s", on=DAY)
    prep.add(ws, "p0038", prep.REHEARSAL, "50 s", on=DAY)
    assert prep.themed(ws, "p0038") == {NEWS: ["new"], prep.REHEARSAL: ["60 s", "50 s"]}
    prep.keep(ws, "p0038", NEWS, "", on=DAY)
    assert NEWS not in prep.themed(ws, "p0038")
    assert prep.themed(ws, "p0040") == {NEWS: ["theirs"]}


def test_rehearsals_are_no_notes(ws: Workspace) -> None:
    """A count of seconds would be printed among what the user wrote of a person."""
    before = notes(ws)
    prep.add(ws, "p0038", prep.REHEARSAL, "60 s", on=DAY)
    assert notes(ws) == before


def test_what_talks_left_open_comes_newest_first(ws: Workspace) -> None:
    """The oldest question would crowd out the last one."""
    prep.add(ws, "p0038", prep.OPEN, "who decides", on="2026-11-01")
    prep.add(ws, "p0040", prep.OPEN, "what it pays", on="2026-11-05")
    prep.add(ws, "p0041", prep.OPEN, "who decides", on="2026-11-02")
    assert prep.left_open(ws) == ["what it pays", "who decides"]


def test_who_named_them_is_the_last_who_did(ws: Workspace) -> None:
    """A name would be used on an older yes."""
    assert prep.named_by(ws, "p0038") is None
    columns = "referrer, named, name, on_day, may_use_name, words, logged_on"
    with ws.writing() as db:
        for row in ((40, 38, "E", "2026-10-01", "yes", "gladly", DAY), (41, 38, "E", "2026-11-01", "no", "", DAY)):
            db.execute(f"INSERT INTO referral ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608  # our own column names
    assert prep.named_by(ws, "p0038") == ("p0041", "no", "")
