"""`forget --everything` and a member who leaves a pool: all of it goes, and only that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.errors import RefusedError, StoreError
from netscout.matching.identity import resolve
from netscout.model.owner import Owner
from netscout.store import connection, folder
from netscout.store.check import doctor
from netscout.store.contributor import contributor_of, forget_contributor, resting_on
from netscout.store.everything import everything, is_there
from netscout.store.imports import import_export
from netscout.store.labels import labels, set_label
from netscout.store.people import all_people
from netscout.store.workspace import DATABASE, Workspace
from tests.store.canary import TODAY, plant, traces
from tests.store.store_builders import export, seen

if TYPE_CHECKING:
    from pathlib import Path

OTHER = Owner("Kim Sample", ("kim-sample",), ("kim@mail.example",), "profile")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the folder of a workspace with every kind of file in it."""
    plant(tmp_path / "ws")
    taxonomy = tmp_path / "ws" / "taxonomies" / "onet"
    taxonomy.mkdir(parents=True)
    (taxonomy / "about.json").write_text("{}")
    return tmp_path / "ws"


def test_all_of_it_goes(path: Path) -> None:
    """Something would stay in a folder whose owner believes it empty."""
    done = everything(path)
    assert not path.exists()
    assert (done.outside, done.strangers, done.stuck, done.known) == (
        (str(path.parent / "elsewhere.html"),),
        *((), ()),
        True,
    )


def test_what_is_not_ours_stays_and_is_named(path: Path) -> None:
    """A holiday picture in the folder would be deleted with it."""
    (path / "holiday.jpg").write_bytes(b"x")
    (path / "reports" / "photo.jpg").write_bytes(b"x")
    done = everything(path)
    assert sorted(one.relative_to(path).as_posix() for one in path.rglob("*")) == [
        *("holiday.jpg", "reports", "reports/photo.jpg"),
    ]
    assert done.strangers == (str(path / "holiday.jpg"), str(path / "reports" / "photo.jpg"))
    assert traces(path) == []


@pytest.mark.parametrize("harm", ["cut", "emptied", "gone"])
def test_a_damaged_workspace_goes_too(path: Path, harm: str) -> None:
    """Somebody whose database broke could not get rid of it."""
    raw = (path / DATABASE).read_bytes()
    (path / DATABASE).write_bytes(raw[: len(raw) // 2] if harm == "cut" else b"")
    if harm == "gone":
        (path / DATABASE).unlink()
    done = everything(path)
    assert done.known == (harm == "gone")
    assert all(any(f"{path / one}".startswith(named) for named in done.strangers) for one in traces(path))
    assert not (path / DATABASE).exists()


@pytest.mark.parametrize("at", range(12))
def test_a_kill_is_made_good_by_giving_it_again(path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """A workspace half deleted would stay for ever, as nothing would take it for one."""
    calls = iter(range(100))
    real = folder.remove

    def dying(one: Path) -> bool:
        if next(calls) == at:
            raise KeyboardInterrupt
        return real(one)

    with monkeypatch.context() as patch:
        patch.setattr(folder, "remove", dying)
        with pytest.raises(KeyboardInterrupt):
            everything(path)
    assert is_there(path) or not path.exists() or not any(path.rglob("*"))
    everything(path)
    assert not path.exists()


def test_another_writer_is_waited_for_and_then_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A load under way would end in files that nobody knows of."""
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 10)
    with Workspace.open(path, create=False) as ws, ws.writing():
        with pytest.raises(StoreError) as fault:
            everything(path)
        assert fault.value.code == "busy"
    assert (path / "targets.toml").exists()


def test_a_member_leaves_with_all_that_rests_on_them_alone(path: Path) -> None:
    """A contributor's people would stay after they left, or the user's own go with them."""
    with Workspace.open(path, create=False) as ws:
        mine = all_people(ws)
        theirs = export(
            "2026-02-01", seen("Ana Example", "ana", company="Elsewhere"), seen("Ulla Only", "ulla"), owner=OTHER
        )
        import_export(ws, theirs, today=TODAY, resolve=resolve)
        ulla = next(one for one in all_people(ws, 2) if one.slug == "ulla").id
        set_label(ws, ulla, "know", on=TODAY)
        member = contributor_of(ws, "https://www.linkedin.com/in/kim-sample")
        assert set(resting_on(ws, member)) == {ulla, member}
        assert forget_contributor(ws, member, on=TODAY) == []
        assert all_people(ws) == mine
        assert labels(ws).keys() == {one.id for one in mine if one.slug and one.slug.startswith("zoe")}
        for table in ("export", "owner", "source_file"):
            assert ws.db.execute(f"SELECT count(*) FROM {table}").fetchone() == (1,)  # noqa: S608  # our own names
    for word in (b"kim-sample", b"Ulla", b"Elsewhere"):
        assert word not in (path / DATABASE).read_bytes()
    assert not [one for one in doctor(path) if one.severity == "error"]


def test_only_a_member_who_is_not_the_first_can_leave(path: Path) -> None:
    """The user's own network would go by a slip."""
    with Workspace.open(path, create=False) as ws:
        for text in ("robin-example", "nobody at all"):
            with pytest.raises(RefusedError):
                resting_on(ws, contributor_of(ws, text))
        with pytest.raises(RefusedError):
            forget_contributor(ws, all_people(ws)[0].id, on=TODAY)
