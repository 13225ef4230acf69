"""Pages and files beside a `forget`: nothing that names the forgotten appears after the cleaning."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from netscout.app import forget as forgetting
from netscout.app import report as pages
from netscout.app.export import Wish, export
from netscout.app.options import RankOptions
from netscout.app.rank import rank
from netscout.app.session import Session
from netscout.errors import OutputError, StoreError
from netscout.reports import page as page_module
from netscout.reports.exports import cards
from netscout.store import dump as dumping
from netscout.store.workspace import DATABASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

SLOW = pytest.mark.slow
"""Ways to the same end: one of them is tried each time."""


@pytest.fixture
def session(loaded: Path) -> Session:
    """Give a session over a copy of the demo."""
    return Session(loaded, date(2026, 11, 16))


def _beside(session: Session, real: Callable[..., object]) -> Callable[..., object]:
    """Return `real` with a forgetting right after it was called for the first time."""
    done: list[bool] = []

    def act(*arguments: object, **named: object) -> object:
        found = real(*arguments, **named)
        if not done:
            done.append(True)
            other = Session(session.workspace, session.today)
            forgetting.forget(other, forgetting.person(other, "p0044"))
        return found

    return act


@pytest.mark.parametrize("place", ["outside", pytest.param("inside", marks=SLOW), pytest.param("default", marks=SLOW)])
@pytest.mark.slow
def test_no_page_appears_after_the_cleaning(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """A page begun before `forget` would name the person after it, where no later cleaning looks."""
    out = {"outside": tmp_path / "page.html", "inside": session.workspace / "page.html", "default": None}[place]
    monkeypatch.setattr(page_module, "render", _beside(session, page_module.render))
    with pytest.raises(StoreError) as fault:
        pages.report(session, out=out)
    assert fault.value.code == "changed-meanwhile"
    assert not list(session.workspace.rglob("*.html"))
    assert not list(tmp_path.glob("*.html"))
    monkeypatch.undo()
    assert pages.report(session, out=out).is_file()


def test_nothing_of_a_study_is_stored_after_the_cleaning(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists and the memory of titles would bring the person back into the database."""
    from netscout.app import pipeline

    with session.open() as ws:
        ws.db.execute("DELETE FROM title_link")
    monkeypatch.setattr(pipeline, "people_table", _beside(session, pipeline.people_table))
    with pytest.raises(StoreError):
        rank(session, RankOptions())
    with session.open() as ws:
        assert ws.db.execute("SELECT count(*) FROM ranking").fetchone() == (0,)
        assert ws.db.execute("SELECT count(*) FROM title_link").fetchone() == (0,)


def test_no_export_appears_after_the_cleaning(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that holds everything would hold the forgotten."""
    monkeypatch.setattr(dumping, "dump", _beside(session, dumping.dump))
    with pytest.raises(StoreError):
        export(session, Wish("people", tmp_path / "out.json"))
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize("place", [pytest.param(dumping, marks=SLOW), cards], ids=["read", "written"])
def test_cards_stop_nobody_and_leave_out_whoever_went_meanwhile(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: ModuleType
) -> None:
    """Thousands of files would keep every other command out, or one of them name somebody forgotten meanwhile."""
    whole = export(session, Wish("cards", tmp_path / "before")).rows
    name = "dump" if place is dumping else "write_cards"
    monkeypatch.setattr(place, name, _beside(session, getattr(place, name)))
    assert export(session, Wish("cards", tmp_path / "cards")).rows == whole - 1
    assert not list((tmp_path / "cards").rglob("*p0044*"))
    assert not [one for one in (tmp_path / "cards").rglob("*.md") if "p0044" in one.read_text(encoding="utf-8")]


@pytest.mark.parametrize("name", [DATABASE, *(pytest.param(one, marks=SLOW) for one in ("targets.toml", "README.txt"))])
def test_no_output_over_our_own_files(session: Session, name: str) -> None:
    """A slip in --out would cost the database or what the user wrote down."""
    place = session.workspace / name
    held = place.read_bytes()
    with pytest.raises(OutputError):
        pages.network_map(session, out=place)
    with pytest.raises(OutputError):
        export(session, Wish("people", place, "csv"))
    if name == DATABASE:
        assert rank(session, RankOptions()).lists
    else:
        assert place.read_bytes() == held
