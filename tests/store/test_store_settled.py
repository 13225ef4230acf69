"""What the user said of titles: kept, taken back, never doubled, and seen by every ranking made before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.errors import RefusedError
from netscout.model.settled import Settled
from netscout.store.moment import inputs_digest
from netscout.store.settled import settle_fit, settle_job, settled_titles, take_back, unsettle
from netscout.store.workspace import Workspace
from tests.store.store_builders import dump

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = "2026-03-24"


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give an empty workspace."""
    with Workspace.open(tmp_path / "ws", create=True) as one:
        yield one


def test_what_was_said_is_given_back_by_key(ws: Workspace) -> None:
    """An answer that is lost, or kept under a spelling nobody writes again."""
    assert settle_job(ws, "MD 🚀", "  Physician ", on=DAY)
    assert settle_fit(ws, "Growth  Wizard", "Data", "related", on=DAY)
    said = settled_titles(ws)
    assert said.jobs == {"md": "Physician"}
    assert said.said_of("data") == {"growth wizard": "related"}


def test_the_same_answer_again_changes_nothing(ws: Workspace) -> None:
    """A file of answers loaded twice that is told as new, or that touches the database."""
    settle_job(ws, "MD", "Physician", on=DAY)
    before = dump(ws)
    assert not settle_job(ws, "md", "Physician", on="2026-04-01")
    assert dump(ws) == before


def test_a_later_word_stands(ws: Workspace) -> None:
    """An old page whose answers overwrite what was said since."""
    settle_fit(ws, "MD", "data", "no", on=DAY)
    assert not settle_fit(ws, "MD", "data", "match", on="2026-01-01")
    assert settle_fit(ws, "MD", "data", "related", on=DAY)
    assert settled_titles(ws).said_of("data") == {"md": "related"}


def test_undo_takes_back_everything_said_of_one_title(ws: Workspace) -> None:
    """An undo that leaves a part behind, or takes back what was said of others."""
    settle_job(ws, "MD", "Physician", on=DAY)
    settle_fit(ws, "MD", "data", "no", on=DAY)
    settle_fit(ws, "MD", "ux", "match", on=DAY)
    settle_job(ws, "PM", "Product Manager", on=DAY)
    assert unsettle(ws, "md (she/her)", on="2026-11-22")
    assert settled_titles(ws).jobs == {"pm": "Product Manager"}
    assert settled_titles(ws).fits == {}
    assert not unsettle(ws, "MD", on="2026-11-22")
    assert unsettle(ws, "PM", on="2026-11-22")
    assert settled_titles(ws) == Settled()


def test_one_thing_said_is_taken_back_alone(ws: Workspace) -> None:
    """A tap that takes back more than it says, or what was said on a later day."""
    settle_job(ws, "MD", "Physician", on=DAY)
    settle_fit(ws, "MD", "data", "no", on=DAY)
    settle_fit(ws, "MD", "ux", "match", on=DAY)
    assert not take_back(ws, "MD", "Data", on="2026-03-23")
    assert not take_back(ws, "PM", "", on=DAY)
    assert take_back(ws, "md (she/her)", "Data", on=DAY)
    assert settled_titles(ws) == Settled({"md": "Physician"}, {"ux": {"md": "match"}})
    assert not take_back(ws, "MD", "data", on="2026-03-25")
    assert not settle_fit(ws, "MD", "data", "no", on=DAY)
    assert take_back(ws, "MD", "", on=DAY)
    assert settled_titles(ws) == Settled({}, {"ux": {"md": "match"}})


def test_an_old_answers_file_does_not_undo_an_undo(ws: Workspace) -> None:
    """A file loaded once more would bring back what was taken back; a newer word would not count."""
    settle_job(ws, "MD", "Physician", on=DAY)
    unsettle(ws, "MD", on="2026-11-22")
    assert not settle_job(ws, "MD", "Physician", on=DAY)
    assert not settle_job(ws, "MD", "Physician", on="2026-11-22")
    assert settled_titles(ws) == Settled()
    assert settle_job(ws, "MD", "Physician", on="2026-11-23")
    assert settle_job(ws, "MD", "Managing Director", on="2026-11-22", now=True)
    assert settled_titles(ws).jobs == {"md": "Managing Director"}


def test_other_aliases_are_left_alone(ws: Workspace) -> None:
    """A settled title that swallows a name the user gave a company."""
    with ws.writing() as db:
        db.execute("INSERT INTO user_alias (kind, alias, value, on_day) VALUES ('company', 'md', 'MD GmbH', ?)", (DAY,))
    settle_job(ws, "MD", "Physician", on=DAY)
    unsettle(ws, "MD", on="2026-11-22")
    assert [row[:2] for row in ws.db.execute("SELECT kind, alias FROM user_alias WHERE value <> ''")] == [
        ("company", "md")
    ]
    assert settled_titles(ws).jobs == {}


def test_nothing_without_words_is_kept(ws: Workspace) -> None:
    """An emoji that would settle every other emoji, or an answer that means nothing."""
    before = dump(ws)
    for title, job in (("", "Physician"), ("🚀", "Physician"), ("MD", " ")):
        with pytest.raises(RefusedError):
            settle_job(ws, title, job, on=DAY)
    with pytest.raises(RefusedError):
        settle_fit(ws, "MD", "data", "perhaps", on=DAY)
    assert dump(ws) == before


def test_a_ranking_made_before_is_stale(ws: Workspace) -> None:
    """A stored list that is shown as fresh although the user has said since what a title means."""
    first = inputs_digest(ws)
    settle_job(ws, "MD", "Physician", on=DAY)
    second = inputs_digest(ws)
    settle_fit(ws, "MD", "data", "no", on=DAY)
    third = inputs_digest(ws)
    unsettle(ws, "MD", on="2026-11-22")
    assert len({first, second, third}) == 3
    assert inputs_digest(ws) == first
