"""Answers about titles taken back, and answers that no page gives: told with their place in the file, never kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from netscout.app.titles import is_job
from netscout.matching.lexicon import lexicon
from tests.app.test_app_answers import counts, saved
from tests.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

FIT = {"title": "Messebauerin 🚀", "target": "DATA", "fit": "match"}
JOB = {"title": "Sponsorship Manager", "job": "Data Analyst"}


def settled(run: Run) -> tuple[dict[str, str], dict[str, Any]]:
    """Return what is said of titles: jobs, and fits by target."""
    said = json.loads(run("titles", "--settled", "--json").stdout)
    return said["jobs"], {name: one for name, one in said["fits"].items() if one}


@pytest.mark.usefixtures("loaded")
@pytest.mark.slow
def test_a_title_taken_back_is_gone_once(run: Run, tmp_path: Path) -> None:
    """An answer untapped on the page that the workspace keeps, or that comes back with the older file."""
    bare = run("rank", "--json", "-n", "100").stdout
    given = [{**one, "on": "2026-11-14"} for one in (FIT, JOB)]
    back = [{**FIT, "fit": "", "on": TODAY}, {**JOB, "job": "", "on": TODAY}]
    assert counts(run, saved(tmp_path, given))["taken"] == 2
    assert run("rank", "--json", "-n", "100").stdout != bare
    assert counts(run, saved(tmp_path, back[:1]))["taken"] == 1
    assert settled(run) == ({"sponsorship manager": "Data Analyst"}, {})
    assert counts(run, saved(tmp_path, back))["taken"] == 1
    assert settled(run) == ({}, {})
    assert run("rank", "--json", "-n", "100").stdout == bare
    assert counts(run, saved(tmp_path, back))["known"] == 2
    assert counts(run, saved(tmp_path, given))["known"] == 2
    assert settled(run) == ({}, {})


@pytest.mark.usefixtures("loaded")
@pytest.mark.slow
def test_on_the_next_page_it_is_gone(run: Run, tmp_path: Path) -> None:
    """A page that goes on telling what an answer did which was taken back, and asks no more about the title."""
    title = json.loads(run("titles", "--json", "-n", "1").stdout)["titles"][0]["title"]
    told = []
    for fit in (None, "match", ""):
        tap = {"title": title, "target": "data", "fit": fit, "on": TODAY}
        assert fit is None or counts(run, saved(tmp_path, [tap]))["taken"] == 1
        assert run("report", "--out", tmp_path / "page.html").exit_code == 0
        told.append((tmp_path / "page.html").read_text(encoding="utf-8"))
    said, asked = f"you said “{title}” fits “data”", f'aria-label="Your answers about {title}"'
    assert [asked in one for one in told] == [True, False, True]
    assert [said in one or f"“{title}” changed" in one for one in told] == [False, True, False]


@pytest.mark.usefixtures("loaded")
def test_a_later_word_outlives_a_taking_back(run: Run, tmp_path: Path) -> None:
    """An old file that takes back what the user said since, or speaks of a title nobody spoke of."""
    assert run("titles", "Messebauerin", "--fits", "yes").exit_code == 0
    assert counts(run, saved(tmp_path, [{**FIT, "fit": "", "on": "2026-11-01"}]))["known"] == 1
    assert counts(run, saved(tmp_path, [{**JOB, "job": "", "on": TODAY}]))["known"] == 1
    assert settled(run) == ({}, {"data": {"messebauerin": "match"}})


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("tap", "reason"),
    [
        ({**JOB, "job": "zzz"}, "knows no such job"),
        ({**JOB, "title": "\ud800 Manager"}, "half a letter"),
        ({**JOB, "job": "Cook \udfff"}, "half a letter"),
        ({**FIT, "target": "DATA\udc00"}, "half a letter"),
        ({**FIT, "fit": "", "target": "nowhere"}, "no target of this name"),
        ({**JOB, "job": "", "target": "DATA"}, "says its job, or whether it fits"),
        ({**JOB, "job": "", "title": ""}, "needs words"),
        ({**JOB, "job": " "}, "needs words"),
        ({**FIT, "fit": None}, "none of those the page offers"),
    ],
    ids=str,
)
def test_what_no_page_gives_is_named_and_left_out(run: Run, tmp_path: Path, tap: dict[str, Any], reason: str) -> None:
    """Nonsense in a file written by hand that is kept, and breaks a list later."""
    path = saved(tmp_path, [{"person": "p0003", "label": "know", "on": TODAY}, {**tap, "on": TODAY}])
    done = run("load", path)
    assert done.exit_code == 0
    assert "1 taken + 0 known before + 1 unreadable" in done.stdout
    assert f"{path.name} answer 2:" in done.output
    assert reason in " ".join(done.output.split())
    assert settled(run) == ({}, {})


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("schema", [True, 1.0, "1", None], ids=str)
def test_a_version_that_only_looks_like_one_is_refused(run: Run, tmp_path: Path, schema: object) -> None:
    """`true` counts as 1 in Python: a file of another make would be taken."""
    path = saved(tmp_path, [{"person": "p0003", "label": "know", "on": TODAY}], schema=schema)
    done = run("load", path)
    assert done.exit_code == 1
    assert path.name in done.stderr
    assert "“schema” is not 1" in done.stderr
    assert "You said" not in run("show", "p0003").stdout


def test_every_job_the_page_can_offer_is_one() -> None:
    """A button of the page whose answer the next load refuses."""
    assert [one.name for one in lexicon().roles.values() if not is_job(one.name)] == []
    assert not is_job("zzz")


@pytest.mark.usefixtures("loaded")
def test_start_says_where_answers_go(run: Run, tmp_path: Path) -> None:
    """Answers given to `start` that are called no table, whatever the file is called."""
    path = saved(tmp_path, [{"person": "p0003", "label": "know", "on": TODAY}])
    path = path.rename(tmp_path / "netscout-answers-2026-11-16-w7f3ab (1).json")
    done = run("--no-input", "start", path)
    assert done.exit_code == 1
    assert "answers saved from a page" in done.stderr
    assert "netscout load" in done.stderr
    assert counts(run, path)["taken"] == 1
