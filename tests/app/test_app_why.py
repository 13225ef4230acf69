"""Why: the stored answer is the answer, what the log changes it changes, and questions go where they help."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest

from netscout.app.session import Session
from netscout.model.event import Event
from tests.conftest import TODAY

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def demo(run: Run, samples: Path) -> Run:
    """Return `run` in a workspace with the larger sample and one target."""
    (path,) = (samples / "demo").glob("Complete_*.zip")
    assert run("load", path).exit_code == 0
    assert run("target", "add", "data", "--role", "Data Analyst").exit_code == 0
    return run


def rows(run: Run, *options: str) -> list[dict[str, Any]]:
    """Return the rows of `rank`."""
    found: list[dict[str, Any]] = json.loads(run("rank", "--json", *options).stdout)["rows"]
    return found


def log(workspace: Path, *entries: tuple[str, str, str]) -> None:
    """Log entries: person, event, day."""
    from netscout.store.events import append_event

    with _session(workspace).open() as opened:
        for person, what, day in entries:
            append_event(opened, Event(person, what, day, logged_on=day))


def _session(workspace: Path) -> Session:
    from datetime import date as day

    today: date = day.fromisoformat(TODAY)
    return Session(workspace, today)


@pytest.mark.slow
def test_the_stored_answer_is_the_answer(demo: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Quick and slow must say the same, byte for byte; anything that moves the list makes the stored one stale."""
    first = rows(demo)[0]["id"]
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "netscout.app.pipeline", None)  # the quick way does not even load it
        quick = demo("why", first, "--json").stdout
        text = demo("why", first).stdout
    monkeypatch.setattr("netscout.app.snapshot.stored_why", lambda *_: {})
    assert demo("why", first, "--json").stdout == quick
    assert demo("why", first).stdout == text
    monkeypatch.undo()
    assert demo("know", first, "close").exit_code == 0
    assert json.loads(demo("why", first, "--json").stdout)["lists"][0]["strength"] == "close"


def test_why_says_everything(demo: Run) -> None:
    """Rank by score and by strength, stability, parts that sum, and the gains of who was chosen."""
    first = rows(demo)[0]["id"]
    (found, _) = json.loads(demo("why", first, "--json").stdout)["lists"]
    assert {"place", "changes", "stability", "strength_rank", "owed", "pure_rank"} <= set(found)
    assert sum(found["parts"].values()) == pytest.approx(found["score"], abs=1e-9)
    said = demo("why", first).stdout
    assert "By score alone place 1" in said
    assert "Chosen when their turn came" in said
    assert "of 100 draws" in said
    assert "It rests on" in said
    assert "Evidence E" not in said, "a word of ours"
    for part, doors in zip(re.split("(?=, as somebody who)", said)[1:], (False, True), strict=True):
        assert ("(those who may open a door come first)" in part) == doors


def test_an_open_request_costs_and_bars(demo: Run, workspace: Path) -> None:
    """One open request a person, with its reason; the row keeps its score and its parts."""
    first = rows(demo)[0]["id"]
    log(workspace, (first, "asked", "2026-11-10"))
    (row,) = (one for one in rows(demo, "-n", "100000", "--list", "practitioners") if one["id"] == first)
    assert row["excluded"].startswith("you asked on 2026-11-10")
    assert row["parts"]["cost"] == -45.0
    assert sum(row["parts"].values()) == pytest.approx(row["score"], abs=1e-9)


def test_two_open_requests_fill_a_company(demo: Run, workspace: Path) -> None:
    """Everybody else there waits, by name and day; a third of a company is never proposed."""
    everybody = rows(demo, "-n", "100000", "--list", "practitioners")
    firms = [one["facets"]["company"] for one in everybody if not one["excluded"] and one["facets"]["company"]]
    firm = max(sorted(set(firms)), key=firms.count)
    staff = [one["id"] for one in everybody if one["facets"]["company"] == firm and not one["excluded"]]
    assert len(staff) > 2
    log(workspace, (staff[0], "asked", "2026-11-10"), (staff[1], "asked", "2026-11-02"))
    now = {one["id"]: one["excluded"] for one in rows(demo, "-n", "100000", "--list", "practitioners")}
    assert [now[one] for one in staff[2:]] == [
        f"2 requests at {firm} are still open; wait until 2026-11-30" for _ in staff[2:]
    ]


@pytest.mark.parametrize(
    "event",
    ["declined", *(pytest.param(one, marks=pytest.mark.slow) for one in ("deferred", "closed", "do-not-contact"))],
)
def test_who_is_not_to_be_asked(demo: Run, workspace: Path, event: str) -> None:
    """The last word in the log keeps somebody off both lists, with a reason that names its day."""
    first = rows(demo)[0]["id"]
    log(workspace, (first, event, "2026-11-10"))
    found = [one for one in rows(demo, "-n", "100000") if one["id"] == first]
    assert all("2026-11-10" in one["excluded"] and not one["rank"] for one in found)


def test_questions_go_where_they_help(demo: Run, workspace: Path) -> None:
    """Nobody twice, nobody labelled, and both kinds: who has the job, and who may open doors."""
    from netscout.app.know import know, questions

    session = _session(workspace)
    asked = questions(session, 30)
    assert len({one.id for one in asked}) == 30
    kinds = {one["id"]: one for one in rows(demo, "-n", "100000", "--list", "connectors")}
    reach = [kinds[one.id]["parts"].get("reach", 0.0) > 0 for one in asked]
    assert any(reach[:10])
    assert any(kinds[one.id]["verdict"] in ("match", "related") for one in asked[:10])
    know(session, asked[0].id, "know")
    assert asked[0].id not in {one.id for one in questions(session, 30)}
