"""Which words a page knew: the same page again changes nothing, a new word moves the mark once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.store.labels import labels, set_label
from netscout.store.page_marks import note_page, page_mark, said_before
from netscout.store.settled import settle_job, settled_titles
from netscout.store.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


def test_a_page_made_again_has_the_same_page_before_it(loaded: Path) -> None:
    """What the answers changed would vanish with the second look."""
    with Workspace.open(loaded, create=False) as ws:
        assert page_mark(ws) is None  # the demo's own page was the first
        set_label(ws, "p0003", "close", on="2026-11-17")
        first = page_mark(ws)
        assert first is not None
        assert (first.day, labels(ws, until=first.label)) == ("2026-11-16", {})
        note_page(ws, on="2026-11-18")
        note_page(ws, on="2026-11-19")
        assert page_mark(ws) == first
        set_label(ws, "p0004", "close", on="2026-11-20")
        second = page_mark(ws)
        assert second is not None
        assert (second.day, list(labels(ws, until=second.label))) == ("2026-11-18", ["p0003"])


def test_titles_are_known_by_digest_alone(loaded: Path) -> None:
    """A title, which may name somebody, that stays in a second place; or one settled anew that counts as known."""
    with Workspace.open(loaded, create=False) as ws:
        settle_job(ws, "Chief of Quillfeather", "Data Analyst", on="2026-11-01")
        note_page(ws, on="2026-11-01")
        assert "uillfeather" not in (ws.meta("page-mark") or "")
        settle_job(ws, "Chief of Quillfeather", "Physician", on="2026-11-02")
        settle_job(ws, "Wizard", "Physician", on="2026-11-02")
        mark = page_mark(ws)
        assert mark is not None
        assert settled_titles(ws, known=said_before(mark)).jobs == {}


def test_a_mark_that_makes_no_sense_counts_as_none(loaded: Path) -> None:
    """A workspace touched by hand from which no page can be made any more."""
    with Workspace.open(loaded, create=False) as ws:
        for text in ("[1, 2]", "{}", '[null, {"day": 1}]', "x"):
            with ws.writing() as db:
                db.execute("INSERT OR REPLACE INTO meta VALUES ('page-mark', ?)", (text,))
            assert page_mark(ws) is None
        note_page(ws, on="2026-11-01")
        assert page_mark(ws) is None
