"""Taps of the report page: taken once, accounted for, refused whole where they belong elsewhere."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from netscout.model.event import Event
from netscout.store.events import append_event, retract
from netscout.store.labels import remove_label
from netscout.store.taps import is_known_event, is_known_label
from netscout.store.workspace import Workspace
from tests.conftest import TODAY
from tests.examples import some

if TYPE_CHECKING:
    from tests.conftest import Run


def saved(tmp_path: Path, taps: list[Any], **changes: Any) -> Path:
    """Write an answers file for the workspace of this test, as the page would."""
    with Workspace.open(tmp_path / "workspace", create=False) as workspace:
        name = workspace.id
    whole = {"schema": 1, "kind": "netscout-answers", "workspace": name, "owner": "p0001", "saved_on": "2026-11-16"}
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({**whole, "answers": taps, **changes}), encoding="utf-8")
    return path


def counts(run: Run, path: Path) -> dict[str, int]:
    """Load an answers file and return its account."""
    done = run("load", path, "--json")
    assert done.exit_code == 0, done.stderr
    found: dict[str, int] = json.loads(done.stdout)["counts"]
    assert found["rows"] == found["taken"] + found["known"] + found["unreadable"]
    return found


def test_the_page_names_its_workspace(run: Run, loaded: Path, tmp_path: Path) -> None:
    """The answers of the page would be refused by the very workspace it was written from."""
    page = tmp_path / "page.html"
    assert run("report", "--out", page).exit_code == 0
    with Workspace.open(loaded, create=False) as workspace:
        assert f'"workspace":"{workspace.id}"' in page.read_text(encoding="utf-8")


def test_answers_are_taken_once(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A tap that is lost, taken twice, or brings the whole file down."""
    rows = [
        {"person": "p0002", "label": "know", "on": "2026-11-15"},
        {"person": "p0003", "event": "asked", "on": "2026-11-15"},
        {"person": "p0004", "avoid": True, "on": "2026-11-15"},
        {"person": "p9999", "label": "met", "on": "2026-11-15"},
        {"person": "p0005", "label": "met", "event": "met", "on": "2026-11-15"},
        {"person": "p0005", "event": "hired", "on": "2026-11-15"},
        {"person": "p0005", "event": "met", "on": "2031-01-01"},
        {"person": "p0005", "event": "met", "on": "soon"},
        "nonsense",
    ]
    path = saved(tmp_path, rows)
    first = counts(run, path)
    assert (first["taken"], first["unreadable"]) == (3, 6)
    assert (counts(run, path)["known"], counts(run, path)["taken"]) == (3, 0)
    assert "9 answers = 0 taken + 3 known before + 6 unreadable." in run("load", path).stdout
    people = {row["id"]: row for row in json.loads(run("rank", "--json", "-n", "100000").stdout)["rows"]}
    assert people["p0002"]["strength"] == "know"
    assert "2026-11-15" in people["p0003"]["excluded"]
    assert people["p0004"]["excluded"] == "you said: not this person"


def test_nothing_taken_is_said(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A file of which nothing counts would end like one that counts: with lists that follow it, and no fault."""
    stranger = {"person": "p9999", "label": "met", "on": "2026-11-15"}
    known = {"person": "p0002", "label": "know", "on": "2026-11-15"}
    path = saved(tmp_path, [stranger, "nonsense"])
    done = run("load", path)
    assert done.exit_code == 1
    assert "2 answers = 0 taken + 0 known before + 2 unreadable." in done.stdout
    assert "answers.json: none of its answers could be taken, so nothing has changed." in done.stderr
    assert "the lists follow your answers" not in done.output
    told = run("load", path, "--json")
    account = json.loads(told.stdout)
    assert told.exit_code == 1
    assert (account["error"]["code"], account["counts"]["unreadable"]) == ("bad-answers", 2)
    assert "the rest was taken" not in json.dumps(account["warnings"])
    first, again = (run("load", saved(tmp_path, [known, *more])) for more in ([], [stranger]))
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "the lists follow your answers" in first.stdout
    assert "There is nothing new in this file" in again.stdout
    assert "the lists follow your answers" not in again.stdout
    assert "0 answers = 0 taken" in run("load", saved(tmp_path, [])).stdout


def test_a_later_word_counts(run: Run, loaded: Path, tmp_path: Path) -> None:
    """An older page whose answers overwrite what was said since."""
    assert run("know", "p0002", "close").exit_code == 0
    counts(run, saved(tmp_path, [{"person": "p0002", "label": "stranger", "on": "2026-11-01"}]))
    assert "close" in run("show", "p0002").stdout


def test_titles_are_settled_once(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A tap on a title that is lost, taken twice, or settles another title."""
    good = [
        {"title": "Messebauerin 🚀", "target": "DATA", "fit": "match", "on": "2026-11-15"},
        {"title": "Sponsorship Manager", "job": "Data Analyst", "on": "2026-11-15"},
        {"title": "Sponsorship Manager", "job": "Data Analyst", "on": "2026-11-15"},
    ]
    bad = [
        {"title": "Messebauerin", "target": "nowhere", "fit": "match", "on": "2026-11-15"},
        {"title": "Messebauerin", "target": "data", "fit": "perhaps", "on": "2026-11-15"},
        {"title": "Messebauerin", "target": "data", "fit": ["match"], "on": "2026-11-15"},
        {"title": "Messebauerin", "fit": "match", "on": "2026-11-15"},
        {"title": "Messebauerin", "target": "data", "on": "2026-11-15"},
        {"title": "Messebauerin", "job": "Cook", "target": "data", "on": "2026-11-15"},
        {"title": "Messebauerin", "job": "Cook", "person": "p0002", "on": "2026-11-15"},
        {"title": "Messebauerin", "job": "Cook", "on": "2031-01-01"},
        {"title": "Messebauerin", "job": "Cook"},
        {"title": "Messebauerin", "job": "\x1b]0;owned\x07", "on": "2026-11-15"},
        {"title": "Messebauerin", "job": "\ud800", "on": "2026-11-15"},
        {"title": "Messebauerin", "job": " ", "on": "2026-11-15"},
        {"title": "Messebauerin", "job": 7, "on": "2026-11-15"},
        {"title": "Messebauerin", "job": "x" * 100_000, "on": "2026-11-15"},
        {"title": "🚀", "job": "Cook", "on": "2026-11-15"},
        {"title": {"a": 1}, "job": "Cook", "on": "2026-11-15"},
    ]
    path = saved(tmp_path, [*good, *bad])
    first = counts(run, path)
    assert (first["taken"], first["known"], first["unreadable"]) == (2, 1, len(bad))
    assert counts(run, path) == {**first, "taken": 0, "known": 3}
    said = json.loads(run("titles", "--settled", "--json").stdout)
    assert said["jobs"] == {"sponsorship manager": "Data Analyst"}
    assert said["fits"] == {"data": {"messebauerin": "match"}}
    rows = json.loads(run("rank", "--json", "-n", "100000", "--list", "practitioners").stdout)["rows"]
    assert {row["verdict"] for row in rows if row["title"] in ("Messebauerin", "Sponsorship Manager")} == {"match"}


def test_a_later_word_about_a_title_counts(run: Run, loaded: Path, tmp_path: Path) -> None:
    """An older page whose answers overwrite what was said of a title since."""
    assert run("titles", "Messebauerin", "--as", "Cook").exit_code == 0
    taps = [{"title": "Messebauerin", "job": "Data Analyst", "on": "2026-11-01"}]
    assert counts(run, saved(tmp_path, taps))["known"] == 1
    assert json.loads(run("titles", "--settled", "--json").stdout)["jobs"] == {"messebauerin": "Cook"}


@pytest.mark.parametrize(
    "changes", [{"workspace": "w000000"}, {"schema": 2}, {"answers": "x"}], ids=lambda one: next(iter(one))
)
def test_other_files_are_refused_whole(run: Run, loaded: Path, tmp_path: Path, changes: dict[str, Any]) -> None:
    """Answers of another workspace or version that are taken in part."""
    path = saved(tmp_path, [{"person": "p0002", "label": "close", "on": "2026-11-15"}], **changes)
    done = run("load", path, "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["error"]["code"] in ("owner-conflict", "bad-answers")
    assert "You said" not in run("show", "p0002").stdout


def test_broken_json_is_told(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A cut download that ends in a traceback."""
    path = tmp_path / "answers.json"
    path.write_text('{"kind": "netscout-answers", "answers": [', encoding="utf-8")
    done = run("load", path)
    assert done.exit_code == 1
    assert "answers.json" in done.stderr


def test_an_old_ask_lets_go(run: Run, loaded: Path, tmp_path: Path) -> None:
    """Somebody who never answered and stays barred for ever."""
    path = saved(tmp_path, [{"person": "p0003", "event": "asked", "on": "2026-01-10"}])
    assert counts(run, path)["taken"] == 1
    rows = json.loads(run("rank", "--json", "-n", "100000", "--list", "practitioners").stdout)["rows"]
    assert next(row for row in rows if row["id"] == "p0003")["excluded"] is None


@pytest.mark.parametrize("day", some(1, ["2026-11-12", TODAY]))
@pytest.mark.parametrize(
    ("tap", "later"),
    [({"avoid": True}, ("avoid", "p0003", "--undo")), ({"label": "know"}, ("know", "p0003", "close"))],
    ids=["avoid taken back", "another label"],
)
def test_the_same_answers_again_undo_nothing(
    run: Run, loaded: Path, tmp_path: Path, day: str, tap: dict[str, Any], later: tuple[str, ...]
) -> None:
    """A file loaded twice that brings back what the user changed between, be it on the day of the tap or later."""
    path = saved(tmp_path, [{"person": "p0003", **tap, "on": day}])
    assert counts(run, path)["taken"] == 1
    assert run(*later).exit_code == 0
    before = run("rank", "--json", "-n", "100").stdout
    assert counts(run, path)["known"] == 1
    assert run("rank", "--json", "-n", "100").stdout == before


@pytest.mark.usefixtures("loaded")
def test_words_taken_back_stay_so(run: Run, workspace: Path) -> None:
    """A label or an entry of the log that was taken back would return with the file it came from."""
    assert run("know", "p0003", "met").exit_code == 0
    with Workspace.open(workspace, create=False) as ws:
        assert remove_label(ws, "p0003", on=TODAY)
        assert is_known_label(ws, "p0003", "know", on=TODAY)
        assert is_known_label(ws, "p0003", "know", on="2026-11-15")
        assert not is_known_label(ws, "p0003", "know", on="2026-11-17")
        retract(ws, append_event(ws, Event("p0003", "asked", TODAY)).seq, on=TODAY)
        assert is_known_event(ws, "p0003", "asked", on=TODAY)
        assert not is_known_event(ws, "p0003", "asked", on="2026-11-15")


def test_a_tap_of_tomorrow_is_refused_alone(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A clock that runs ahead would put a day that never was into the log, or bring the whole file down."""
    tomorrow = (date.fromisoformat(TODAY) + timedelta(days=1)).isoformat()
    taps = [{"person": "p0003", "event": "asked", "on": tomorrow}, {"person": "p0002", "event": "asked", "on": TODAY}]
    done = run("load", saved(tmp_path, taps), "--json")
    told = json.loads(done.stdout)
    assert (told["counts"]["taken"], told["counts"]["unreadable"]) == (1, 1)
    assert told["unreadable"][0]["reason"] == "the day lies in the future"


def test_strangers_are_one_warning(run: Run, loaded: Path, tmp_path: Path) -> None:
    """Answers about people who are gone that a script could only find by reading reasons."""
    on = "2026-11-15"
    taps = [{"person": one, "label": "met", "on": on} for one in ("p0002", "p9998", "p9999")]
    told = json.loads(run("load", saved(tmp_path, [*taps, "nonsense"]), "--json").stdout)
    assert [(one["code"], one["file"], one["line"], one["count"]) for one in told["warnings"]] == [
        ("unknown-person", "answers.json", 2, 2),
        ("bad-answer", "answers.json", 4, 1),
    ]


def test_answers_beside_an_export_are_refused(run: Run, loaded: Path, tiny: Path, tmp_path: Path) -> None:
    """A call that takes half of what it was given, or calls the answers no export."""
    path = saved(tmp_path, [{"person": "p0003", "avoid": True, "on": "2026-11-15"}])
    done = run("load", tiny, path, "--json")
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (1, "one-at-a-time")
    assert counts(run, path)["taken"] == 1


def test_deep_json_is_told(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A file of brackets that ends in a traceback."""
    path = tmp_path / "answers.json"
    path.write_text('{"kind": "netscout-answers", "answers": ' + "[" * 100_000, encoding="utf-8")
    assert run("load", path).exit_code == 1


@pytest.mark.slow
def test_a_tap_taken_back_is_taken_once(run: Run, loaded: Path, tmp_path: Path) -> None:
    """What is untapped on a later page that stays in force, or comes back with the older file."""
    said = [{"person": "p0002", "label": "know"}, {"person": "p0003", "event": "asked"}, {"person": "p0004"}]
    taps = [{"on": "2026-11-14", **one, **({"avoid": True} if len(one) == 1 else {})} for one in said]
    back = [
        {"person": "p0002", "label": "", "on": TODAY},
        {"person": "p0003", "event": "asked", "undo": True, "on": "2026-11-14"},
        {"person": "p0004", "avoid": False, "on": TODAY},
    ]
    bare = run("rank", "--json", "-n", "100").stdout
    assert counts(run, saved(tmp_path, taps))["taken"] == 3
    assert run("rank", "--json", "-n", "100").stdout != bare
    assert counts(run, saved(tmp_path, back))["taken"] == 3
    assert run("rank", "--json", "-n", "100").stdout == bare
    assert counts(run, saved(tmp_path, back))["known"] == 3
    assert counts(run, saved(tmp_path, taps))["known"] == 3
    assert run("rank", "--json", "-n", "100").stdout == bare


@pytest.mark.parametrize(
    "tap",
    [
        {"label": ["know"]},
        {"event": ["asked"]},
        {"avoid": "yes"},
        {"event": "asked", "undo": "yes"},
        {"label": "know", "undo": True},
        {"event": ""},
        {"undo": True},
    ],
    ids=str,
)
def test_odd_taps_are_refused_alone(run: Run, loaded: Path, tmp_path: Path, tap: dict[str, Any]) -> None:
    """A tap that no page writes brings the whole file down, or is taken for another."""
    on = "2026-11-15"
    found = counts(
        run, saved(tmp_path, [{"person": "p0003", **tap, "on": on}, {"person": "p0004", "avoid": True, "on": on}])
    )
    assert (found["taken"], found["unreadable"]) == (1, 1)


def test_the_line_of_the_page_works_without_a_shell(
    run: Run, loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line the page gives to copy, in a shell that leaves `~` as it is."""
    saved(tmp_path, [{"person": "p0003", "avoid": True, "on": "2026-11-15"}])
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    done = run("load", "~/answers.json")
    assert "1 answer = 1 taken" in done.stdout
    assert "netscout report --open" in done.output
