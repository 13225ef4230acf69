"""What was found before a talk, rehearsals, who named whom: kept by theme, apart from notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.model.notes import OPEN
from netscout.store import notes as kept
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
        kept.keep(ws, person, NEWS, text, on=DAY)
    kept.add(ws, "p0038", kept.REHEARSAL, "60 s", on=DAY)
    kept.add(ws, "p0038", kept.REHEARSAL, "50 s", on=DAY)
    assert kept.themed(ws, "p0038") == {NEWS: ["new"], kept.REHEARSAL: ["60 s", "50 s"]}
    kept.keep(ws, "p0038", NEWS, "", on=DAY)
    assert NEWS not in kept.themed(ws, "p0038")
    assert kept.themed(ws, "p0040") == {NEWS: ["theirs"]}


def test_rehearsals_are_no_notes(ws: Workspace) -> None:
    """A count of seconds would be printed among what the user wrote of a person."""
    before = notes(ws)
    kept.add(ws, "p0038", kept.REHEARSAL, "60 s", on=DAY)
    assert notes(ws) == before


def test_what_talks_left_open_comes_newest_first(ws: Workspace) -> None:
    """The oldest question would crowd out the last one."""
    kept.add(ws, "p0038", OPEN, "who decides", on="2026-11-01")
    kept.add(ws, "p0040", OPEN, "what it pays", on="2026-11-05")
    kept.add(ws, "p0041", OPEN, "who decides", on="2026-11-02")
    assert kept.left_open(ws) == ["what it pays", "who decides"]


def test_who_named_them_is_the_last_who_did(ws: Workspace) -> None:
    """A name would be used on an older yes."""
    assert kept.named_by(ws, "p0038") is None
    columns = "referrer, named, name, on_day, may_use_name, words, logged_on"
    with ws.writing() as db:
        for row in ((40, 38, "E", "2026-10-01", "yes", "gladly", DAY), (41, 38, "E", "2026-11-01", "no", "", DAY)):
            db.execute(f"INSERT INTO referral ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608  # our own column names
    assert kept.named_by(ws, "p0038") == ("p0041", "no", "")
