"""What the user says: labels, avoidance, events; and the snapshots and caches beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.errors import RefusedError, UnknownPersonError
from netscout.matching.identity import resolve
from netscout.model.event import Event
from netscout.model.person import Label
from netscout.store import ranking
from netscout.store.events import append_event, events, retract
from netscout.store.imports import import_export
from netscout.store.labels import avoid, avoided, labels, remove_label, set_label, unavoid
from netscout.store.sources import account, loaded, workspace_id
from netscout.store.workspace import Workspace
from tests.store import kept_lists
from tests.store.store_builders import export, sample, seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give a workspace with the first sample."""
    with Workspace.open(tmp_path / "ws", create=True) as one:
        import_export(one, sample()[0], today="2026-03-24", resolve=resolve)
        yield one


def test_the_newest_label_of_a_person_holds(ws: Workspace) -> None:
    """An old word about somebody would outlive a newer one."""
    assert set_label(ws, "p0002", "know", on="2026-03-01", place="a course")
    assert not set_label(ws, "p0002", "know", on="2026-03-01", place="a course")
    assert set_label(ws, "p0003", "stranger", on="2026-03-01")
    assert set_label(ws, "p0002", "close", on="2026-03-02")
    assert set_label(ws, "p0002", "met", on="2026-02-01")
    assert labels(ws) == {
        "p0002": Label("p0002", "close", "2026-03-02"),
        "p0003": Label("p0003", "stranger", "2026-03-01"),
    }
    assert remove_label(ws, "p0002", on="2026-03-02")
    assert not remove_label(ws, "p0002", on="2026-03-02")
    assert list(labels(ws)) == ["p0003"]


def test_unknown_labels_and_people_are_refused(ws: Workspace) -> None:
    """A typing error would be stored."""
    with pytest.raises(RefusedError):
        set_label(ws, "p0002", "bestie", on="2026-03-01")
    with pytest.raises(UnknownPersonError):
        set_label(ws, "p0999", "know", on="2026-03-01")
    with pytest.raises(UnknownPersonError):
        avoid(ws, "p0999", on="2026-03-01")


def test_avoidance_can_be_taken_back(ws: Workspace) -> None:
    """One tap on "not this person" would be for ever."""
    assert not unavoid(ws, "p0002")
    assert avoid(ws, "p0002", on="2026-03-01", reason="my neighbour")
    assert not avoid(ws, "p0002", on="2026-03-02")
    assert avoided(ws) == {"p0002": "my neighbour"}
    assert unavoid(ws, "p0002")
    assert avoided(ws) == {}


def test_events_are_appended_and_taken_back_without_being_lost(ws: Workspace) -> None:
    """The log would forget, or keep what the user took back."""
    asked = append_event(ws, Event("p0002", "asked", "2026-03-01", note="by message", logged_on="2026-03-01"))
    met = append_event(ws, Event("p0003", "met", "2026-03-05", at="10:30", zone="Europe/Vienna", minutes=25))
    assert (asked.seq, met.seq) == (1, 2)
    assert events(ws) == [asked, met]
    assert events(ws, "p0003") == [met]
    assert retract(ws, on="2026-03-06") == met
    assert events(ws) == [asked]
    assert [one.event for one in events(ws, all_entries=True)] == ["asked", "met", "retracted"]
    with pytest.raises(RefusedError):
        retract(ws, 2, on="2026-03-06")
    assert retract(ws, 1, on="2026-03-06") == asked
    with pytest.raises(RefusedError):
        retract(ws, on="2026-03-06")


@pytest.mark.check(16, 17)
def test_what_the_user_said_survives_an_import(ws: Workspace) -> None:
    """The next export would wipe out the campaign."""
    set_label(ws, "p0002", "know", on="2026-03-01")
    asked = append_event(ws, Event("p0002", "asked", "2026-03-01"))
    import_export(ws, sample()[1], today="2026-03-24", resolve=resolve)
    assert list(labels(ws)) == ["p0002"]
    assert events(ws) == [asked]


def test_a_snapshot_is_kept_and_knows_when_it_is_stale(ws: Workspace) -> None:
    """`why` would explain a list that no longer holds."""
    rows = [{"id": "p0002", "rank": 1}, {"id": "p0003", "rank": 0}]
    assert kept_lists.load(ws, "data", "practitioners") is None
    for kind in ("practitioners", "connectors"):
        ranking.save(ws, target="data", kind=kind, settings_digest="s", day="2026-03-24", rows=rows)
    kept = kept_lists.load(ws, "data", "practitioners")
    assert kept is not None
    assert (kept.day, kept.settings, kept.stale, kept.rows["p0002"]) == ("2026-03-24", "s", False, rows[0])
    assert ranking.rows_of(ws, "p0003") == [
        ("data", "connectors", "2026-03-24", rows[1]),
        ("data", "practitioners", "2026-03-24", rows[1]),
    ]
    assert ranking.rows_of(ws, "p0004") == []
    set_label(ws, "p0002", "know", on="2026-03-01")
    again = kept_lists.load(ws, "data", "practitioners")
    assert again is not None
    assert again.stale
    ranking.forget_lists(ws, ["other"])
    assert ranking.rows_of(ws, "p0003") == []


def test_an_empty_workspace_keeps_no_snapshot(tmp_path: Path) -> None:
    """A list of nobody would belong to nobody."""
    with Workspace.open(tmp_path / "empty", create=True) as empty:
        ranking.save(empty, target="data", kind="connectors", settings_digest="s", day="2026-03-24", rows=[])
        assert kept_lists.load(empty, "data", "connectors") is None
        assert account(empty).sources == ()
        assert workspace_id(empty) == ""


def test_loaded_files_are_listed_with_their_days(ws: Workspace) -> None:
    """Nobody could say what the workspace rests on."""
    import_export(ws, sample()[1], today="2026-04-01", resolve=resolve)
    assert [(one.sequence, one.export_date, one.loaded_on) for one in loaded(ws)] == [
        (1, "2026-01-05", "2026-03-24"),
        (2, "2026-02-05", "2026-04-01"),
    ]
    assert loaded(ws)[0].source.path == "export-2026-01-05.zip"
    assert account(ws).export_date == "2026-02-05"


def test_parts_of_one_day_are_one_account(ws: Workspace) -> None:
    """The second part of a delivery would hide the first one's account."""
    part = export("2026-01-05", seen("Di Hart", "di", kind="message"))
    import_export(ws, part, today="2026-03-24", resolve=resolve)
    told = account(ws)
    assert len(told.sources) == 2
    assert told.counts["people"] == 2
