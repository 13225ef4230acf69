"""What else may bear the name of the forgotten: files, plans, ids of conversations, words about others."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from netscout.matching.identity import resolve
from netscout.model.export import Detail
from netscout.model.scrub import Scrub
from netscout.store.forget import Preview, forget, preview
from netscout.store.imports import import_export
from netscout.store.people import find_person
from netscout.store.plan_cleaning import forget_person, left_in_plan
from netscout.store.workspace import README, Workspace
from netscout.store.written import record, written
from tests.store.store_builders import ME, contact, export, seen

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-03-24"
NAME, SLUG = "Jürg Müßigmann", "juergmuessig"
PLAN = """\
# JÜRG MÜSSIGMANN knows; call 079 555 01 02
[me]
name = "Robin Example"
manager = "jürg müßigmann, head of sales"

[[target]]
name = "Müßigmann Consulting"
roles = ["data analyst"]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a workspace with three people, one of a single name, and threads called after them."""
    people = (
        seen(NAME, SLUG, emails=("jurg@canary.example",), company="Müßigmann Consulting"),
        seen("Quibblex", "quibblex"),
        seen("Bo Other", "bo", title=f"Assistant to {NAME}"),
    )
    told = (
        contact(0, "in", 5, conversation="juergmuessig-thread"),
        contact(2, "co", 5, conversation="juergmuessig-thread"),
        contact(0, "in", 6, conversation="2-jurg@canary.example"),
        contact(2, "in", 7, conversation="quibblex-and-jurg"),
        contact(2, "in", 8, conversation="forgotten-person-1"),
    )
    book = (Detail(0, phones=("+41 79 555 01 02",)),)
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        one = export("2026-01-05", *people, interactions=told, details=book)
        import_export(ws, one, today=TODAY, resolve=resolve)
    (tmp_path / "ws" / "targets.toml").write_text(PLAN, encoding="utf-8")
    return tmp_path / "ws"


def look(path: Path, who: str) -> Preview:
    """Return what forgetting somebody would take and leave."""
    with Workspace.open(path, create=False) as ws:
        return preview(ws, [find_person(ws, who).id])


def forgotten(path: Path, who: str) -> None:
    """Forget somebody as the command does."""
    forget_person(path / "targets.toml", look(path, who).scrub)
    with Workspace.open(path, create=False) as ws:
        forget(ws, [find_person(ws, who).id], on=TODAY)


@pytest.mark.check(45)
@pytest.mark.parametrize("place", ["sub/README.txt", "sub/targets.toml", "sub/netscout.db", README])
def test_a_written_file_goes_whatever_it_is_called(path: Path, place: str) -> None:
    """An export under a name of ours would stay whole, and be told as lying outside."""
    (path / "sub").mkdir()
    (path / place).write_text(NAME, encoding="utf-8")
    with Workspace.open(path, create=False) as ws:
        record(ws, path / place, "people", "csv", TODAY)
    forgotten(path, SLUG)
    assert not (path / place).exists()
    with Workspace.open(path, create=False) as ws:
        assert written(ws) == []


def test_our_own_files_stay_at_their_places(path: Path) -> None:
    """The workspace would lose its database, its plan or the text that explains it."""
    with Workspace.open(path, create=False) as ws:
        for name in (README, "targets.toml", "netscout.db"):
            record(ws, path / name, "report", "", TODAY)
        forget(ws, [find_person(ws, SLUG).id], on=TODAY)
    assert {README, "targets.toml", "netscout.db"} <= {one.name for one in path.iterdir()}


@pytest.mark.check(45)
def test_the_plan_is_cleaned_and_the_rest_of_it_is_listed_by_line(path: Path) -> None:
    """Capitals, a sharp s or a number in another spelling would stay in the plan without a word."""
    scrub = look(path, SLUG).scrub
    left = [(one.kind, one.text) for one in left_in_plan(path / "targets.toml", scrub)]
    assert forget_person(path / "targets.toml", scrub)
    text = (path / "targets.toml").read_text(encoding="utf-8")
    assert text.startswith("# forgotten-person knows; call 079 555 01 02\n[me]\n")
    assert "manager" not in text
    lines = text.splitlines()
    assert left == [
        ("targets.toml line 1", lines[0]),
        ("targets.toml line 6", 'name = "Müßigmann Consulting"'),
    ]
    assert lines[5] == left[1][1]
    assert left_in_plan(path / "none.toml", scrub) == []


@pytest.mark.check(45)
def test_a_single_name_goes_where_a_person_is_meant(path: Path) -> None:
    """Somebody of one name would stay as the manager, in names of files, and unlisted in comments."""
    plan = path / "targets.toml"
    plan.write_text('# Quibblex knows everyone\n[me]\nmanager = "Quibblex (head)"\n', encoding="utf-8")
    with Workspace.open(path, create=False) as ws, ws.writing() as db:
        db.execute("UPDATE export_file SET name = 'quibblex.csv' WHERE place = 3")
        db.execute("UPDATE export_file SET name = 'of Quibblex 2.csv' WHERE place = 4")
        db.execute("""UPDATE export SET unreadable = '[{"file": "quibblex.csv", "line": 2, "reason": "no-name"}]'""")
    found = look(path, "quibblex")
    assert [one.text for one in left_in_plan(plan, found.scrub)] == ["# Quibblex knows everyone"]
    assert [(one.kind, one.text) for one in found.mentions] == [("name of a file", "of Quibblex 2.csv")]
    forgotten(path, "quibblex")
    assert "manager" not in plan.read_text(encoding="utf-8")
    assert b"quibblex.csv" not in (path / "netscout.db").read_bytes()


def test_a_link_to_the_plan_is_written_through(path: Path, tmp_path: Path) -> None:
    """The name would stay in the file that the link leads to, and the user's link would be gone."""
    real = tmp_path / "plans" / "mine.toml"
    real.parent.mkdir()
    (path / "targets.toml").rename(real)
    (path / "targets.toml").symlink_to(real)
    forgotten(path, SLUG)
    assert (path / "targets.toml").is_symlink()
    assert "SSIGMANN" not in real.read_text(encoding="utf-8")


def test_threads_called_after_them_get_other_names(path: Path) -> None:
    """The id of a thread would keep the name, or two threads would become one."""
    forgotten(path, SLUG)
    with Workspace.open(path, create=False) as ws:
        threads = ws.db.execute("SELECT at, conversation FROM interaction ORDER BY at").fetchall()
    assert threads == [(5, "forgotten-person-3"), (7, "quibblex-and-jurg"), (8, "forgotten-person-1")]
    assert SLUG.encode() not in (path / "netscout.db").read_bytes()


def test_words_about_others_that_name_them_are_listed(path: Path) -> None:
    """A title, a decision or a firm with the name in it would stay, and nobody would tell."""
    with Workspace.open(path, create=False) as ws, ws.writing() as db:
        db.execute("INSERT INTO user_alias VALUES ('job', 'aide of jürg müssigmann', NULL, 'aide', ?)", (TODAY,))
        db.execute(
            "INSERT INTO decision (target, answer, why, on_day) VALUES ('Jurg', 'yes', 'MÜSSIGMANN said', ?)", (TODAY,)
        )
        db.execute("INSERT INTO follow VALUES (1, 0, 'Müßigmann Consulting')")
        db.execute("UPDATE export SET owner_headline = ?", (f"with {NAME}",))
    bo = find(path, "bo")
    assert [(one.person, one.kind, one.text) for one in look(path, SLUG).mentions] == [
        ("", "decision", "Jurg | MÜSSIGMANN said"),
        ("", "name of yours", "aide of jürg müssigmann | aide"),
        ("", "followed by you", "Müßigmann Consulting"),
        (bo, "row of a file", f" | Assistant to {NAME} | "),
        ("", "your own profile", f"with {NAME} | "),
    ]


def find(path: Path, who: str) -> str:
    """Return somebody's id."""
    with Workspace.open(path, create=False) as ws:
        return find_person(ws, who).id


@pytest.mark.parametrize("shown", ["Robin Example", "ROBIN EXAMPLE", "Robin Example Senior"])
def test_the_owner_keeps_a_name_that_the_forgotten_shares(path: Path, shown: str) -> None:
    """The user's own name would be cut out of their plan, because a namesake was forgotten."""
    first, last = ME.name.split()
    them = seen(shown, "robin-two")._replace(first_name=first, last_name=last)
    with Workspace.open(path, create=False) as ws:
        import_export(ws, export("2026-02-05", them), today=TODAY, resolve=resolve)
    before = (path / "targets.toml").read_text(encoding="utf-8")
    forgotten(path, "robin-two")
    assert (path / "targets.toml").read_text(encoding="utf-8") == before


def test_a_plan_that_does_not_name_them_is_not_written(path: Path) -> None:
    """Every `forget` would touch `targets.toml`, and say that it took somebody out of it."""
    plan = path / "targets.toml"
    os.utime(plan, (1, 1))
    before = plan.stat()
    assert forget_person(plan, Scrub(("Nobody Here",), ("nobody-here",))) is False
    assert forget_person(path / "no.toml", Scrub(("Nobody Here",))) is False
    assert (plan.stat().st_mtime_ns, plan.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert not (path / "no.toml").exists()
