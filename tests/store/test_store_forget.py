"""`forget`: not a byte of a forgotten person stays in the workspace, killed or not, and everything else does."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from netscout.errors import RefusedError, UnknownPersonError
from netscout.matching.identity import resolve
from netscout.settings import read_plan
from netscout.store import cleaning, connection, folder, forgotten
from netscout.store.check import doctor
from netscout.store.forget import forget, let_return, preview
from netscout.store.imports import import_export
from netscout.store.owners import owners
from netscout.store.people import all_people, find_person, person_of
from netscout.store.plan_cleaning import forget_person
from netscout.store.sources import account
from netscout.store.workspace import DATABASE, Workspace
from netscout.store.written import written
from tests.store.canary import NAME, SLUG, TODAY, plant, traces, with_endorsement
from tests.store.store_builders import export, seen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the folder of a workspace with the canary."""
    plant(tmp_path / "ws")
    return tmp_path / "ws"


def forget_canary(path: Path) -> None:
    """Forget the canary as the command does: the toml first, then the database."""
    with Workspace.open(path, create=False) as ws:
        person = find_person(ws, SLUG).id
        forget_person(path / "targets.toml", preview(ws, [person]).scrub)
        forget(ws, [person], on=TODAY)


@pytest.mark.check(45)
def test_no_byte_of_a_forgotten_person_stays(path: Path) -> None:
    """A promise would be broken that cannot be mended afterwards."""
    assert set(traces(path)) == {
        *(DATABASE, f"{DATABASE}.v1.bak", f".{DATABASE}.v1.bak.0.tmp", "copy.zip", "targets.toml", f"{SLUG}.txt"),
        *("reports/report-2026-03-24.html", f"cards/p0003-{SLUG}.md"),
    }
    forget_canary(path)
    assert traces(path) == []
    assert sorted(one.name for one in path.rglob("*")) == ["README.txt", DATABASE, "reports", "targets.toml"]
    assert doctor(path) == []


def test_the_search_would_see_free_pages(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The search itself could be blind: without the two cleanings of SQLite it must find the rows deleted."""
    monkeypatch.setattr(
        connection, "_PRAGMAS", [one.replace("secure_delete=ON", "secure_delete=OFF") for one in connection._PRAGMAS]
    )
    monkeypatch.setattr(cleaning, "finish", lambda *_: [])
    with Workspace.open(path, create=False) as ws:
        forget(ws, [find_person(ws, SLUG).id], on=TODAY)
    assert DATABASE in traces(path)


def test_rebuilding_alone_leaves_no_free_page(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build of SQLite that does not overwrite what it deletes would leave the rows where they stood."""
    monkeypatch.setattr(
        connection, "_PRAGMAS", [one.replace("secure_delete=ON", "secure_delete=OFF") for one in connection._PRAGMAS]
    )
    forget_canary(path)
    assert traces(path) == []


def test_everybody_else_stays_as_they_were(path: Path) -> None:
    """One person's wish would cost others' labels, messages or notes."""
    with Workspace.open(path, create=False) as ws:
        before = [one for one in all_people(ws) if one.slug != SLUG]
    forget_canary(path)
    with Workspace.open(path, create=False) as ws:
        assert all_people(ws) == before
        assert ws.db.execute("SELECT note FROM event").fetchall() == [("a note without names",)]
        assert ws.db.execute("SELECT title FROM title_link").fetchall() == []
        assert [row[0] for row in ws.db.execute("SELECT count(*) FROM interaction")] == [2]
        assert (
            ws.db.execute("SELECT name, slug, words FROM referral").fetchall()
            == [("a person, forgotten", None, "")] * 2
        )
        assert [one.path for one in written(ws)] == [str(path.parent / "elsewhere.html")]
        with pytest.raises(UnknownPersonError):
            find_person(ws, NAME)


def test_the_plan_keeps_its_comments(path: Path) -> None:
    """The user's own file would lose what has nothing to do with the person, or no longer be read."""
    forget_canary(path)
    text = (path / "targets.toml").read_text(encoding="utf-8")
    assert "# a comment to keep" in text
    plan = read_plan(path / "targets.toml")
    assert (plan.me.manager, plan.me.name, plan.aliases) == ("", "Robin Example", {"NW": "Northwind"})
    assert [one.roles for one in plan.targets] == [("data analyst",)]


def test_the_account_still_adds_up_and_equals_a_later_load(path: Path) -> None:
    """Rows would vanish without being counted, or a load after forgetting tell another story than one before."""
    forget_canary(path)
    with Workspace.open(path, create=False) as ws:
        told = account(ws)
        assert (told.counts["people"], told.counts["unreadable"], told.counts["forgotten"]) == (2, 1, 2)
        assert [(one.line, one.reason) for one in told.unreadable] == [(5, forgotten.REASON)]
        assert all(one.adds_up() for source in told.sources for one in source.files)
        again = export(
            "2026-02-05",
            *(seen("Ana Example", "ana", line=4), seen(NAME, SLUG, line=5), seen("New One", "new", line=6)),
        )
        again = with_endorsement(again, 1)
        result = import_export(ws, again, today=TODAY, resolve=resolve)
        assert (result.counts["people"], result.counts["unreadable"]) == (2, 1)
        assert result.taken is not None
        assert [one.code for one in result.taken.notices] == ["forgotten"]
        assert result.taken.sources[0].files[0].adds_up()
    assert traces(path) == []
    assert doctor(path) == []


def test_those_who_may_return_do(path: Path) -> None:
    """A user who changes their mind could never load the person again, or would lose others by it."""
    forget_canary(path)
    second = export("2026-02-05", seen("Ana Example", "ana", line=4), seen(NAME, SLUG, line=5))
    with Workspace.open(path, create=False) as ws:
        import_export(ws, second, today=TODAY, resolve=resolve)
        ids = {one.slug: one.id for one in all_people(ws)}
        assert let_return(ws, on=TODAY) == 8
        assert ws.meta(forgotten.SALT) is None
        assert import_export(ws, second, today=TODAY, resolve=resolve).already_loaded_on is None
        now = {one.slug: one.id for one in all_people(ws)}
        assert now.pop(SLUG) not in ids.values()
        assert now == ids
        assert import_export(ws, second, today=TODAY, resolve=resolve).already_loaded_on == TODAY
    assert doctor(path) == []


def test_nothing_is_kept_of_one_who_may_return(path: Path) -> None:
    """A hash would stay although the user wanted none."""
    with Workspace.open(path, create=False) as ws:
        forget(ws, [find_person(ws, SLUG).id], on=TODAY, keep_hash=False)
        assert ws.db.execute("SELECT count(*) FROM forgotten").fetchone() == (0,)
        assert ws.meta(forgotten.SALT) is None


def test_merged_numbers_go_with_their_person(path: Path) -> None:
    """Words kept under a number given up would stay behind."""
    with Workspace.open(path, create=False) as ws:
        person, other = find_person(ws, SLUG).id, find_person(ws, "bo").id
        with ws.writing() as db:
            numbers = (int(person[1:]), int(other[1:]))
            db.execute(
                "INSERT INTO merge_decision (decision, one, other, on_day) VALUES ('merge', ?, ?, ?)", (*numbers, TODAY)
            )
        import_export(ws, export("2026-02-05", seen("Di Else", "di")), today=TODAY, resolve=resolve)
        kept = person_of(ws, other)
        assert kept.id == person_of(ws, person).id
        forget(ws, [kept.id], on=TODAY)
        left = {row[0] for row in ws.db.execute("SELECT id FROM person")}
        assert not left & set(numbers)
        assert ws.db.execute("SELECT count(*) FROM merge_decision").fetchone() == (0,)


@pytest.mark.check(45)
def test_mentions_of_others_are_listed_and_left(path: Path) -> None:
    """The user would not learn where the name still stands, or lose a note about somebody else."""
    with Workspace.open(path, create=False) as ws:
        ana = find_person(ws, "ana").id
        with ws.writing() as db:
            db.execute(
                "INSERT INTO note (person, on_day, text) VALUES (?, ?, 'Met Zoe Quillfeather.')", (int(ana[1:]), TODAY)
            )
            db.execute("INSERT INTO note (person, on_day, text) VALUES (?, ?, 'ask Zoë first')", (int(ana[1:]), TODAY))
            db.execute("INSERT INTO note (person, on_day, text) VALUES (?, ?, 'Zoologist')", (int(ana[1:]), TODAY))
        found = preview(ws, [find_person(ws, SLUG).id])
    assert [(one.person, one.kind, one.text) for one in found.mentions] == [
        (ana, "note", "Met Zoe Quillfeather."),
        (ana, "note", "ask Zoë first"),
    ]
    assert found.counts["event"] == 1


def test_a_name_somebody_else_bears_is_left_alone(path: Path) -> None:
    """The namesake's alias or file would be taken for the forgotten person's."""
    with Workspace.open(path, create=False) as ws:
        import_export(ws, export("2026-02-05", seen(NAME, "zoe-two", line=9)), today=TODAY, resolve=resolve)
        scrub = preview(ws, [find_person(ws, SLUG).id]).scrub
    assert scrub.names == ()
    assert scrub.names_them(f"https://www.linkedin.com/in/{SLUG}/")
    assert not scrub.names_them("zoe-two")


def test_the_owner_is_not_forgotten_by_name(path: Path) -> None:
    """The workspace would lose the person it is made for, and every row would break."""
    with Workspace.open(path, create=False) as ws:
        owner = owners(ws)[0].id
        with pytest.raises(RefusedError, match="own export") as fault:
            preview(ws, [owner])
        assert "--everything" in fault.value.next_step


class Killed(BaseException):
    """A kill: nothing of ours may catch it."""


def _kill_in(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, at: int) -> None:
    real: Callable[..., object] = getattr(owner, name)
    calls = iter(range(1_000_000))

    def dying(*arguments: object, **named: object) -> object:
        if next(calls) == at:
            raise Killed
        return real(*arguments, **named)

    monkeypatch.setattr(owner, name, dying)


@pytest.mark.check(45, 50)
@pytest.mark.parametrize(
    ("owner", "name", "at"),
    [
        *((cleaning, name, 0) for name in ("begin", "finish", "written_here")),
        *((folder, "remove", at) for at in range(5)),
        (cleaning, "written_here", 1),
    ],
)
def test_a_kill_leaves_them_whole_or_is_made_good(
    path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, at: int
) -> None:
    """Residue would stay behind somebody who can no longer be named."""
    with monkeypatch.context() as patch:
        _kill_in(patch, owner, name, at)
        with pytest.raises(Killed):
            forget_canary(path)
    with Workspace.open(path, create=False) as ws:
        whole = ws.db.execute("SELECT count(*) FROM sighting WHERE slug = ?", (SLUG,)).fetchone()[0]
        assert not cleaning.pending(ws.db)
    if whole:
        forget_canary(path)
    assert traces(path) == []
    assert doctor(path) == []


def test_a_file_the_system_keeps_is_named_and_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with the name would stay, and nobody would know."""
    real = folder.remove
    monkeypatch.setattr(folder, "remove", lambda one: one.suffix != ".html" and real(one))
    with Workspace.open(path, create=False) as ws:
        left = forget(ws, [find_person(ws, SLUG).id], on=TODAY)
        assert [one.name for one in left] == ["report-2026-03-24.html"]
        assert cleaning.pending(ws.db)
    monkeypatch.undo()
    with Workspace.open(path, create=False) as ws:
        assert not cleaning.pending(ws.db)
    assert not list((path / "reports").iterdir())


def test_nothing_outside_is_deleted(path: Path) -> None:
    """A remembered path that leads out of the workspace would take a file of the user's."""
    outside = path.parent / "mine.html"
    outside.write_text("x")
    with Workspace.open(path, create=False) as ws:
        with ws.writing() as db:
            db.execute("INSERT INTO written_file VALUES (?, 'report', '', ?)", (str(outside), TODAY))
        forget(ws, [find_person(ws, SLUG).id], on=TODAY)
    assert outside.exists()


def test_only_hashes_are_kept(path: Path) -> None:
    """What is kept of a forgotten person would name them to whoever opens the file."""
    forget_canary(path)
    with sqlite3.connect(path / DATABASE) as db:
        rows = [row[0] for row in db.execute("SELECT hash FROM forgotten")]
        counts = json.loads(db.execute("SELECT counts FROM export").fetchone()[0])
    db.close()
    assert len(rows) == 8  # profile, address, phone with name and without, day, company, bare and lone name
    assert all(len(one) == 64 and int(one, 16) for one in rows)
    assert counts["forgotten"] == 2
