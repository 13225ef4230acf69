"""`unload`: a load taken out leaves what the others say, as if it had never been there, and can come again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netscout.errors import RefusedError
from netscout.matching.identity import resolve
from netscout.model.event import Event
from netscout.model.export import Detail, Export, PrivateNote
from netscout.model.owner import Owner
from netscout.store import cleaning
from netscout.store.check import doctor
from netscout.store.events import append_event, events
from netscout.store.imports import ImportResult, import_export
from netscout.store.interactions import interaction_rows
from netscout.store.labels import avoid, labels, set_label
from netscout.store.merges import merge
from netscout.store.owners import owners
from netscout.store.people import all_people, person_of
from netscout.store.ranking import save
from netscout.store.sources import loaded
from netscout.store.unload import load_of, loads, unload
from netscout.store.workspace import DATABASE, Workspace
from tests.store.store_builders import contact, export, seen

TODAY = "2026-03-24"
FRIEND = Owner("Fay Friend", ("fay-friend",), ("fay@mail.example",), "profile")
OLD = export(
    "2026-01-05",
    seen("Ana Example", "ana", company="Northwind", connected_on="2020-01-02", line=4),
    seen("Bo Lind", company="Contoso", connected_on="2020-01-03", line=5),
    interactions=(contact(0, "out", 1_700_000_000), contact(0, "in", 1_700_000_900)),
)
NEW = export(
    "2026-02-05",
    seen("Ana Example", "ana", company="Fabrikam", connected_on="2020-01-02", line=4),
    seen("Bo Lind", "bo", company="Contoso", connected_on="2020-01-03", line=5),
    seen("Cy Moss", "cy", emails=("cy@mail.example",), line=6),
    interactions=(contact(0, "out", 1_700_000_000), contact(2, "in", 1_700_000_950)),
    details=(Detail(2, phones=("+1 555 0123",)),),
    notes=(PrivateNote(2, "met at a heron seminar", "2026-01-01"),),
)
LATER = export(
    "2026-03-05", seen("Bo Lind", "bo-lind", emails=("bo@mail.example",), connected_on="2020-01-03"), seen("Di Hart")
)
THEIRS = export(
    "2026-02-06",
    seen("Ana Example", "ana", company="Northwind"),
    seen("Flo Reed", "flo"),
    seen("Robin Example", "robin-example"),
    owner=FRIEND,
)
ALL = (OLD, NEW, LATER, THEIRS)


def take(ws: Workspace, one: Export) -> ImportResult:
    """Import one export."""
    return import_export(ws, one, today=TODAY, resolve=resolve)


def out(ws: Workspace, number: int) -> list[Path]:
    """Take one load out."""
    return unload(ws, number, on=TODAY, resolve=resolve)


def state(ws: Workspace) -> dict[str, Any]:
    """Return all that a workspace says of people, without ids and numbers of loads."""
    found: dict[str, Any] = {}
    for owner in owners(ws):
        slugs = {one.id: one.slug or one.display_name for one in all_people(ws, owner)}
        people = Counter(
            str(
                {
                    name: getattr(one, name)
                    for name in ("slug", "display_name", "emails", "company", "title", "connected_on", "known_from")
                }
                | {"gone": one.gone}
            )
            for one in all_people(ws, owner)
        )
        contacts = Counter((slugs.get(row[0], "me"), *row[1:]) for row in interaction_rows(ws, owner))
        found[owner.owner.name] = (people, contacts, owner.owner)
    return found


@settings(max_examples=30)
@given(order=st.permutations(range(4)), many=st.integers(2, 4), which=st.integers(0, 3))
@example(order=[0, 1, 2, 3], many=2, which=0)
@example(order=[1, 0, 2, 3], many=2, which=0)
@example(order=[3, 0, 1, 2], many=4, which=0)
def test_what_stays_is_what_the_others_say(order: list[int], many: int, which: int) -> None:
    """A wrong load would leave people, employers, joins or counts behind that no file tells of any more."""
    chosen = [ALL[at] for at in order[:many]]
    gone = which % many
    with TemporaryDirectory() as folder:
        with Workspace.open(Path(folder) / "with", create=True) as ws:
            for one in chosen:
                take(ws, one)
            assert out(ws, gone + 1) == []
            left = state(ws)
            assert ws.db.execute("PRAGMA foreign_key_check").fetchall() == []
            assert ws.db.execute("SELECT count(*) FROM forgotten").fetchone() == (0,)
            assert [one for one in doctor(ws.path) if one.severity == "error"] == []
        with Workspace.open(Path(folder) / "without", create=True) as ws:
            for at, one in enumerate(chosen):
                if at != gone:
                    take(ws, one)
            assert state(ws) == left


def test_who_is_known_from_it_alone_goes_and_is_counted_before(tmp_path: Path) -> None:
    """Labels and entries would go unannounced, or stay of somebody whom nothing tells of."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        for one in (OLD, NEW):
            take(ws, one)
        ids = {one.display_name: one.id for one in all_people(ws)}
        set_label(ws, ids["Cy Moss"], "close", on=TODAY)
        avoid(ws, ids["Cy Moss"], on=TODAY)
        append_event(ws, Event(ids["Cy Moss"], "asked", TODAY, logged_on=TODAY))
        set_label(ws, ids["Ana Example"], "close", on=TODAY)
        save(ws, target="data", kind="practitioners", settings_digest="s", day=TODAY, rows=[{"id": ids["Cy Moss"]}])
        found = load_of(ws, 2)
        assert (found.people, found.alone, found.labelled, found.logged) == (3, (ids["Cy Moss"],), 1, 1)
        assert found.files == ("export-2026-02-05.zip",)
        assert (found.owner_name, found.loaded_on, found.export_date) == ("Robin Example", TODAY, "2026-02-05")
        out(ws, 2)
        assert [one.number for one in loads(ws)] == [1]
        assert events(ws) == []
        assert set(labels(ws)) == {ids["Ana Example"]}
        assert {one.display_name: one.id for one in all_people(ws)} == {
            name: ids[name] for name in ("Ana Example", "Bo Lind")
        }
        assert ws.db.execute("SELECT count(*) FROM ranking").fetchone() == (0,)
        assert not cleaning.pending(ws.db)
    raw = (tmp_path / "ws" / DATABASE).read_bytes()
    for trace in (b"Cy Moss", b"cy@mail.example", b"heron seminar", b"555 0123"):
        assert trace not in raw


def test_an_id_of_the_first_load_still_leads_to_its_person(tmp_path: Path) -> None:
    """A label given under an id that the load brought would be lost, though another file tells of the person."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        mail = ("b@mail.example",)
        take(ws, export("2026-01-06", seen("Bo L.", emails=mail)))
        take(ws, export("2026-01-07", seen("Bob", "bob")))
        take(ws, export("2026-01-08", seen("Bob", "bob", emails=mail)))
        (only,) = {one.id for one in all_people(ws)}
        assert only == "p0002"
        set_label(ws, only, "close", on=TODAY)
        out(ws, 1)
        out(ws, 3)
        (person,) = all_people(ws)
        assert person.id != only
        assert person_of(ws, only).id == person.id
        assert labels(ws)[person.id].label == "close"
        take(ws, export("2026-01-09", seen("Bob", "bob")))
        assert person_of(ws, only).slug == "bob"


def test_the_users_merge_outlives_a_load(tmp_path: Path) -> None:
    """Who was merged with somebody of that load would vanish with them."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        take(ws, OLD)
        take(ws, LATER)
        ids = {one.slug or one.display_name: one.id for one in all_people(ws)}
        merge(ws, ids["Di Hart"], ids["ana"], on=TODAY, resolve=resolve)
        out(ws, 2)
        person = person_of(ws, ids["Di Hart"])
        assert person.slug == "ana"
        assert person_of(ws, ids["ana"]).id == person.id


def test_a_load_can_come_again(tmp_path: Path) -> None:
    """A mistake in taking a load out could not be mended."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        for one in (OLD, NEW):
            take(ws, one)
        before = state(ws)
        out(ws, 1)
        assert take(ws, OLD).already_loaded_on is None
        assert state(ws) == before
        assert len(loaded(ws)) == 2


def test_a_member_leaves_with_their_last_load_but_the_only_one_stays(tmp_path: Path) -> None:
    """A member without exports would stay on the list of members, or a workspace would have nobody to be of."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        take(ws, OLD)
        take(ws, THEIRS)
        assert load_of(ws, 2).alone == tuple(
            sorted([owners(ws)[1].id, next(one.id for one in all_people(ws, owners(ws)[1]) if one.slug == "flo")])
        )
        out(ws, 2)
        assert [one.owner.name for one in owners(ws)] == ["Robin Example"]
        out(ws, 1)
        assert [one.owner.name for one in owners(ws)] == [""]
        assert all_people(ws) == []
        assert loads(ws) == []
        take(ws, THEIRS)
        assert [one.owner.name for one in owners(ws)] == ["Fay Friend"]
        assert ws.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_first_member_may_leave(tmp_path: Path) -> None:
    """Somebody who loaded another's export first could not put that right."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        take(ws, THEIRS)
        take(ws, OLD)
        assert "other-owner" in ws.db.execute("SELECT notices FROM export WHERE id = 2").fetchone()[0]
        out(ws, 1)
        assert ws.db.execute("SELECT notices FROM export").fetchall() == [("[]",)]
        assert [one.owner.name for one in owners(ws)] == ["Robin Example"]
        assert {one.slug for one in all_people(ws)} == {"ana", None}
        assert take(ws, NEW).owner == owners(ws)[0].number


def test_many_gone_names_the_load(tmp_path: Path) -> None:
    """Who loaded a part by mistake would not learn how to take it back, or be warned of what is mended."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        take(ws, NEW)
        (notice,) = take(ws, LATER).notices
        assert notice.code == "many-gone"
        assert "`netscout unload 2`" in notice.message
        assert "`netscout merge`" in notice.message
        out(ws, 1)
        assert ws.db.execute("SELECT notices FROM export").fetchall() == [("[]",)]


def test_a_number_that_is_none_is_refused(tmp_path: Path) -> None:
    """A mistyped number would end in a traceback, or delete something else."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        take(ws, OLD)
        for call in (load_of, out):
            with pytest.raises(RefusedError):
                call(ws, 7)
        assert len(loads(ws)) == 1


def test_a_fault_on_the_way_leaves_all_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a load would stay."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        take(ws, OLD)
        take(ws, NEW)
        before = "\n".join(ws.db.iterdump())

        def fail(*_: object) -> None:
            raise RuntimeError

        with monkeypatch.context() as patched:
            patched.setattr("netscout.store.unload.profiles.rebuild", fail)
            with pytest.raises(RuntimeError):
                out(ws, 2)
        assert "\n".join(ws.db.iterdump()) == before
        with monkeypatch.context() as patched:
            patched.setattr("netscout.store.cleaning.finish", lambda *_: [])
            out(ws, 2)
        assert cleaning.pending(ws.db)
    with Workspace.open(tmp_path / "ws", create=False) as ws:
        assert not cleaning.pending(ws.db)
