"""Notes, reflections and decisions in the store: carried by cards, merged, forgotten, two at once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from netscout.matching.identity import resolve
from netscout.model.notes import Note, Reflection
from netscout.model.referral import Decision
from netscout.store import details, dump_join, notes
from netscout.store.dump import dump
from netscout.store.imports import import_export
from netscout.store.referrals import decisions
from netscout.store.reflections import decide, reflect, reflections
from netscout.store.workspace import Workspace
from tests.store.store_builders import sample
from tests.store.test_store_dump import put_back, read_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = "2026-11-16"


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give a workspace with the first sample."""
    with Workspace.open(tmp_path / "ws", create=True) as one:
        import_export(one, sample()[0], today=DAY, resolve=resolve)
        yield one


def fill(ws: Workspace) -> None:
    """Store notes that are alike in all but one thing, reflections of two days, a decision."""
    for on, theme, text in (
        ("2026-11-01", "", "Called"),
        ("2026-11-02", "", "Called"),
        ("2026-11-02", "will", "Called"),
        ("2026-11-02", "", "Called\nagain"),
        ("2026-11-02", "", "Called\nagain"),
    ):
        notes.add(ws, "p0002", theme, text, on=on)
    notes.keep(ws, "p0002", notes.CADENCE, "60", on="2026-11-02")
    reflect(ws, "p0002", Reflection("2026-11-01", 4, None, "one talk", "unsure"))
    reflect(ws, "p0002", Reflection("2026-11-05", 2, 3, "", "unsure", "teach", "ask Bo"))
    decide(ws, Decision("data", "no", "2026-11-06", "not for me"))


def held(ws: Workspace) -> tuple[list[Note], dict[str, list[Reflection]], list[Decision]]:
    """Return everything of the sort that a workspace holds."""
    return notes.all_notes(ws), reflections(ws), decisions(ws)


def test_a_reflection_of_a_day_is_completed_not_rewritten(ws: Workspace) -> None:
    """Who says the verdict in the evening would lose the marks of the morning, or have two reflections."""
    reflect(ws, "p0002", Reflection(DAY, energy=4, evidence="one talk"))
    reflect(ws, "p0002", Reflection(DAY, fit=2, verdict="unsure"))
    reflect(ws, "p0002", Reflection(DAY, energy=5))
    reflect(ws, "p0003", Reflection(DAY, verdict="away"))
    assert reflections(ws)["p0002"] == [Reflection(DAY, 5, 2, "one talk", "unsure")]
    assert ws.db.execute("SELECT count(*) FROM reflection").fetchone() == (4,)


def test_cards_carry_all_of_it_once(ws: Workspace, tmp_path: Path) -> None:
    """Two notes with the same words, or the same verdict on two days, would come back as one."""
    fill(ws)
    before = held(ws)
    given = read_of(dump(ws))
    with Workspace.open(tmp_path / "other", create=True) as other:
        import_export(other, sample()[0], today=DAY, resolve=resolve)
        for _ in range(2):
            dump_join.join(other, given, today=DAY, resolve=resolve, same=False)
            assert held(other) == before
    dump_join.join(ws, given, today=DAY, resolve=resolve, same=True)
    assert held(ws) == before


def test_a_whole_dump_puts_all_of_it_back(ws: Workspace, tmp_path: Path) -> None:
    """A move to another computer would lose what was made of the talks."""
    fill(ws)
    with Workspace.open(tmp_path / "other", create=True) as other:
        put_back(other, dump(ws))
        assert held(other) == held(ws)


def test_what_netscout_keeps_for_itself_is_no_note(ws: Workspace) -> None:
    """`show` and the people export would print "60", "unsure" and the figures of a request among the notes."""
    fill(ws)
    notes.add(ws, "p0002", "log:asked", '{"p": 0.5}', on=DAY)
    notes.add(ws, "p0002", "found:company:news", "a new plant", on=DAY)
    shown = [(one.theme, one.text) for one in details.notes(ws)["p0002"]]
    assert shown == [("", "Called"), ("", "Called\nagain"), ("found:company:news", "a new plant")]


def test_two_notes_at_once_are_both_kept(ws: Workspace) -> None:
    """One of two windows would lose what was typed in it."""
    folder = ws.path

    def type_one(number: int) -> None:
        with Workspace.open(folder, create=False) as mine:
            notes.add(mine, "p0002", "", f"note {number}", on=DAY)

    threads = [threading.Thread(target=type_one, args=(number,)) for number in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(one.text for one in notes.all_notes(ws)) == [f"note {number}" for number in range(6)]
