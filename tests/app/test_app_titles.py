"""The correction loop from an export to the list, and the cache behind it that may change nothing."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from netscout.app import titles
from netscout.app.session import Session
from netscout.errors import RefusedError, StoreError
from netscout.matching import occupations, verdicts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

_HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
_PEOPLE = (
    ("Ada", "Zorb Wrangler"),
    ("Bea", "Zorb Wrangler 🧙 | Dad of 3"),
    ("Cyd", "zorb  wrangler (she/her)"),
    ("Dov", "Data Analyst"),
    ("Eli", "Snarf Zog"),
    ("Fay", "MD"),
    ("Gus", "🚀"),
    ("Hal", ""),
    ("Ivy", "Zig's zag; $HOME `zog`"),
    ("Lu", "--undo zags"),
    ("Jo", "Former Zorb Wrangler"),
    ("Kim", "Data & Analytics"),
)


def write(folder: Path, people: tuple[tuple[str, str], ...] = _PEOPLE) -> Path:
    """Write an export of connections alone; the last row is a hidden member, a date and nothing else."""
    rows = [
        f'{name},Example,https://www.linkedin.com/in/{name.casefold()}-example,,Northmoor,"{title}",01 Feb 2024'
        for name, title in ((name, title.replace('"', '""')) for name, title in people)
    ]
    path = folder / "Connections.csv"
    path.write_text(_HEAD + "\n".join([*rows, ",,,,,,03 Mar 2024", ""]), encoding="utf-8")
    return path


@pytest.fixture
def ready(run: Run, tmp_path: Path, workspace: Path) -> Session:
    """Return a session over the small network with one target."""
    assert run("load", write(tmp_path)).exit_code == 0
    assert run("target", "add", "data", "--role", "data analyst").exit_code == 0
    return Session(workspace, date(2026, 11, 16))


def ranked(run: Run) -> dict[str, dict[str, Any]]:
    """Return everybody's row of the first list by first name."""
    rows = json.loads(run("rank", "--json", "-n", "100000", "--list", "practitioners").stdout)["rows"]
    return {row["name"].split()[0]: row for row in rows}


def test_the_order_is_by_use_and_variants_are_one_question(ready: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that opens with titles of one person, holds three spellings of one, or asks about what has no words."""
    found, of_all = titles.doubtful(ready)
    assert "Data Analyst" not in [one.title for one in found]
    monkeypatch.setattr("netscout.matching.doubts.THIN", 1.0)
    found, of_more = titles.doubtful(ready)
    places = {one.title: place for place, one in enumerate(found)}
    counted = [place for place, one in enumerate(found) if one.verdict in ("match", "related")]
    assert counted == list(range(len(counted)))
    assert places["Data Analyst"] in counted
    assert (found[len(counted)].title, found[len(counted)].people) == ("Zorb Wrangler", 3)
    assert {"Snarf Zog", "MD"} <= places.keys()
    assert not {"🚀", ""} & places.keys()
    assert all(one.why for one in found)
    assert of_all < of_more == len(found)
    fewer, still = titles.doubtful(ready, most=1)
    assert (fewer, still) == (found[:1], of_more)


def test_without_a_target_there_is_no_verdict(ready: Session, run: Run) -> None:
    """A reader without a target who is told that somebody fits it."""
    assert run("target", "remove", "data").exit_code == 0
    found, _ = titles.doubtful(ready)
    assert found
    assert {one.verdict for one in found} == {""}
    with pytest.raises(RefusedError, match="no target"):
        titles.settle(ready, "MD", fit="match")


def test_everybody_with_the_title_changes(ready: Session, run: Run) -> None:
    """An answer that holds for one of three, reaches the former holder, or leaves the question on the list."""
    before = ranked(run)
    assert titles.settle(ready, "Zorb Wrangler", job="Data Analyst") == ""
    after = ranked(run)
    changed = {name for name in after if after[name]["verdict"] != before[name]["verdict"]}
    assert changed == {"Ada", "Bea", "Cyd"}
    assert {after[name]["verdict"] for name in changed} == {"match"}
    assert "Zorb Wrangler" not in [one.title for one in titles.doubtful(ready)[0]]
    assert titles.settle(ready, "zorb wrangler 🧙", fit="no") == "data"
    assert ranked(run)["Ada"]["verdict"] == "no"
    assert titles.unsettle(ready, "Zorb Wrangler")
    assert ranked(run) == before


def _forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netscout.app.recall.Recall._load", lambda *_: {})
    monkeypatch.setattr("netscout.app.recall.Recall.keep", lambda *_: None)


def _pages(run: Run, folder: Path) -> list[str]:
    page = folder / "page.html"
    assert run("report", "--out", page).exit_code == 0
    told = [
        run(*args).stdout for args in (("rank", "--json", "-n", "999"), ("titles", "--json"), ("explore", "--json"))
    ]
    return [page.read_text(encoding="utf-8"), run("target", "check").stdout, *told]


@pytest.mark.parametrize("network", ["ready", pytest.param("loaded", marks=pytest.mark.slow)])
@pytest.mark.slow
def test_the_cache_changes_no_byte(
    run: Run, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, network: str
) -> None:
    """A page that differs when it is written a second time."""
    request.getfixturevalue(network)
    for title in ("Zorb Wrangler", "Sponsorship Manager"):
        assert run("titles", title, "--as", "Data Analyst").exit_code == 0
    for title in ("MD", "Messebauerin"):
        assert run("titles", title, "--fits", "close").exit_code == 0
    first, second = _pages(run, tmp_path), _pages(run, tmp_path)
    _forgetful(monkeypatch)
    assert first == second == _pages(run, tmp_path)


def _count(monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> Callable[[], int]:
    """Count the calls of a function from now on."""
    calls: list[object] = []
    real = getattr(module, name)

    def counted(*args: object, **more: object) -> object:
        calls.append(args)
        return real(*args, **more)

    monkeypatch.setattr(module, name, counted)
    return lambda: len(calls)


@pytest.mark.usefixtures("ready")
def test_a_second_look_reads_no_title(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that is written and never used."""
    first = run("rank", "--json").stdout
    read, judged = _count(monkeypatch, occupations, "classify"), _count(monkeypatch, verdicts, "_verdict")
    assert run("rank", "--json").stdout == first
    assert (read(), judged()) == (0, 0)


def _cached(workspace: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(workspace / "netscout.db") as db:
        rows = db.execute("SELECT taxonomy, title FROM title_link ORDER BY 1, 2").fetchall()
    db.close()
    return rows


def test_what_nobody_holds_is_dropped(run: Run, ready: Session) -> None:
    """A title that stays in the workspace after the last person who held it has gone."""
    assert run("rank").exit_code == 0
    assert "Snarf Zog" in {title.partition("\x1f")[0] for _, title in _cached(ready.workspace)}
    with sqlite3.connect(ready.workspace / "netscout.db") as db:
        db.execute("DELETE FROM profile WHERE title = 'Snarf Zog'")
    db.close()
    assert run("rank").exit_code == 0
    assert "Snarf Zog" not in {title.partition("\x1f")[0] for _, title in _cached(ready.workspace)}


def test_another_version_or_target_reads_anew(run: Run, ready: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new table of occupations that changes nothing because of what older ones said."""
    assert run("rank").exit_code == 0
    before = {part for part, _ in _cached(ready.workspace)}
    assert run("target", "add", "data", "--role", "nurse").exit_code == 0
    assert run("rank").exit_code == 0
    after = {part for part, _ in _cached(ready.workspace)}
    assert len(before) == len(after) == 3
    assert before != after
    monkeypatch.setattr("netscout.app.recall.edition", lambda: "another")
    read = _count(monkeypatch, occupations, "classify")
    assert run("rank").exit_code == 0
    assert read() > 0
    assert len(_cached(ready.workspace)) == len(set(_cached(ready.workspace)))


def test_a_workspace_that_may_only_be_read_works(run: Run, ready: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """A borrowed workspace that cannot be ranked because nothing can be kept in it."""
    first = run("rank", "--json").stdout
    with sqlite3.connect(ready.workspace / "netscout.db") as db:
        db.execute("DELETE FROM title_link")
    db.close()

    def refuse(*_: object, **__: object) -> None:
        raise StoreError("it may only be read.", code="read-only")

    monkeypatch.setattr("netscout.app.recall.save_title_links", refuse)
    assert run("rank", "--json").stdout == first
    assert _cached(ready.workspace) == []
