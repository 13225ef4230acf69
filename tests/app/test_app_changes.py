"""From two exports to what they say: who came to a target, and what happened in the campaign, in either order."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from netscout.model.event import Event
from netscout.store.events import append_event, events
from netscout.store.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.conftest import Run

ME = "https://www.linkedin.com/in/robin-example"
HEAD = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
MAIL_HEAD = (
    *("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS"),
    *("DATE", "SUBJECT", "CONTENT", "FOLDER"),
)
OLD = {
    "Ana Marlow": ("Acme", "Nurse"),
    "Bo Lind": ("Halden Freight", "Data Analyst"),
    "Cy Moss": ("Acme", "Sales Manager"),
    "Di Hart": ("Contoso", "Gardener"),
    "Ed Pine": ("Fabrikam", "Baker"),
}
NEW = {
    "Ana Marlow": ("Acme GmbH", "Data Analyst"),
    "Bo Lind": ("Halden Freight Ltd", "Senior Data Analyst"),
    "Cy Moss": ("Halden Freight", "Sales Manager"),
    "Di Hart": ("Halden Freight", "Data Analyst"),
    "Flo Reed": ("Umbra", "Data Analyst"),
}
LETTERS = (
    ("out", "2026-03-05 09:00:00 UTC"),
    ("in", "2026-03-06 10:00:00 UTC"),
    ("out", "2026-03-07 11:00:00 UTC"),
)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as comma-separated text."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def url(name: str) -> str:
    """Return the invented profile address of a person."""
    return f"https://www.linkedin.com/in/{name.casefold().replace(' ', '-')}"


def archive(folder: Path, day: str, people: dict[str, tuple[str, str]], mail: Sequence[tuple[str, str]] = ()) -> Path:
    """Write an export of `day` (`MM-DD-YYYY`), with messages exchanged with Ana Marlow, and return its path."""
    rows = [(*name.split(" "), url(name), "", *role, "02 Jan 2020") for name, role in people.items()]
    path = folder / f"Basic_LinkedInDataExport_{day}.zip"
    ana, me = ("Ana Marlow", url("Ana Marlow")), ("Robin Example", ME)
    letters = [
        ("c1", "", *(me if way == "out" else ana), *(ana if way == "out" else me), at, "", "Hello", "INBOX")
        for way, at in mail
    ]
    with zipfile.ZipFile(path, "w") as into:
        into.writestr("Connections.csv", "Notes:\n\n" + table([HEAD, *rows]))
        into.writestr(
            "Profile.csv", table([("First Name", "Last Name", "Headline"), ("Robin", "Example", "Event manager")])
        )
        if letters:
            into.writestr("messages.csv", table([MAIL_HEAD, *letters]))
    return path


@pytest.fixture(params=["older first", "newer first"])
def both(request: pytest.FixtureRequest, run: Run, tmp_path: Path) -> str:
    """Load two exports in either order, with a target in between."""
    paths = [archive(tmp_path, "01-10-2026", OLD), archive(tmp_path, "06-10-2026", NEW, LETTERS)]
    order = paths if request.param == "older first" else paths[::-1]
    assert run("load", order[0], "--me", ME).exit_code == 0
    added = run("target", "add", "data", "--role", "Data Analyst", "--company", "Halden Freight")
    assert added.exit_code == 0, added.stderr
    assert run("load", order[1], "--me", ME).exit_code == 0
    return str(request.param)


def found(run: Run, *more: str) -> dict[str, Any]:
    """Return what `changes --json` says."""
    done = run("changes", "--json", *more)
    assert done.exit_code == 0, done.stderr
    whole: dict[str, Any] = json.loads(done.stdout)
    return whole


def log(workspace: Path, name: str, run: Run, event: str, on: str) -> str:
    """Write an entry of the log for somebody and return their id."""
    person = str(json.loads(run("show", name, "--json").stdout)["person"]["id"])
    with Workspace.open(workspace, create=False) as ws:
        append_event(ws, Event(person, event, on, logged_on=on))
    return person


def entries(workspace: Path) -> list[tuple[str, str, str]]:
    """Return event, day and source of the whole log."""
    with Workspace.open(workspace, create=False) as ws:
        return [(one.event, one.on, one.source) for one in events(ws)]


def test_who_came_to_a_target_stands_first(both: str, run: Run) -> None:
    """Somebody who took up the work, or went to a company named, would be one line among hundreds."""
    whole = found(run)
    told = whole["changes"]
    assert whole["exports"] == ["2026-01-10", "2026-06-10"]
    assert [(one["name"], one["why"], one["verdict"], one["new"]) for one in told["targets"]] == [
        ("Ana Marlow", "role", "match", False),
        ("Di Hart", "role", "match", False),
        ("Flo Reed", "role", "match", True),
        ("Cy Moss", "company", "match", False),
        ("Di Hart", "company", "match", False),
    ]
    assert {"person", "target", "before", "after"} <= set(told["targets"][0])
    assert (told["targets"][0]["before"], told["targets"][3]["before"]) == ("Nurse at Acme", "Acme")
    assert told["counts"] == {"new": 1, "gone": 1, "company": 2, "title": 3, "renamed": 0, "email": 0}
    lines = run("changes").stdout.splitlines()
    assert lines[0] == "From the export of 2026-01-10 to that of 2026-06-10"
    assert lines[1] == "Nearer to your targets: 4"
    assert 'Ana Marlow does the work of "data" now: Data Analyst at Acme GmbH' in lines[2]
    assert lines[-1] == f"Next: netscout why {told['targets'][0]['person']}"


def test_one_change_nearer_to_two_targets_is_told_once(both: str, run: Run) -> None:
    """Two targets with one role would repeat every line, as if twice as much had happened."""
    assert run("target", "add", "reporting", "--role", "Data Analyst").exit_code == 0
    lines = [line for line in run("changes").stdout.splitlines() if line.startswith("  p")]
    work = [line for line in lines if "does the work" in line]
    assert len({line.split()[0] for line in work}) == len(work) == 3
    assert all('does the work of "data" and "reporting"' in line for line in work)
    assert sum("Cy Moss works at" in line for line in lines) == 1
    told = found(run)["changes"]["targets"]
    assert {one["target"] for one in told if one["name"] == "Ana Marlow"} == {"data", "reporting"}


def test_another_legal_form_is_no_move(both: str, run: Run) -> None:
    """Acme that becomes Acme GmbH would be told as a new employer."""
    moved = [one["name"] for one in found(run)["changes"]["changes"] if one["kind"] == "company"]
    assert moved == ["Cy Moss", "Di Hart"]
    assert "Acme -> Acme GmbH" not in run("changes").stdout


def test_who_is_not_wanted_is_not_news(both: str, run: Run, workspace: Path) -> None:
    """Somebody the user keeps off the lists, or must not write to, would be announced with a next step."""
    assert run("avoid", "Ana Marlow").exit_code == 0
    log(workspace, "Flo Reed", run, "do-not-contact", "2026-07-01")
    names = {one["name"] for one in found(run)["changes"]["targets"]}
    assert names == {"Di Hart", "Cy Moss"}


def test_days_without_an_export_take_the_one_before(both: str, run: Run) -> None:
    """A date between two exports would compare nothing, or not say what was compared."""
    assert found(run, "--since", "2026-05-01")["changes"] == found(run)["changes"]
    assert found(run, "--until", "2026-12-31")["changes"] == found(run)["changes"]
    assert found(run, "--until", "2026-05-01")["changes"]["before"] is None
    text = run("changes", "--until", "2026-05-01").stdout
    assert "no two exports of yours as old as that" in text
    assert "2026-01-10, 2026-06-10" in text
    for wrong in (("--since", "soon"), ("--until", "soon"), ("--since", "2026-06-01", "--until", "2026-01-01")):
        done = run("changes", *wrong, "--json")
        assert done.exit_code == 1
        assert json.loads(done.stdout)["error"]["next"]


def test_one_export_says_so(run: Run, tiny: Path) -> None:
    """A first export would be told as if nothing had changed."""
    run("load", tiny)
    assert "There is one export" in run("changes").stdout
    assert found(run)["changes"]["targets"] == []


def test_load_tells_the_two_strongest(run: Run, tmp_path: Path) -> None:
    """The news would wait until somebody asks for it."""
    run("load", archive(tmp_path, "01-10-2026", OLD), "--me", ME)
    run("target", "add", "data", "--role", "Data Analyst", "--company", "Halden Freight")
    newer = archive(tmp_path, "06-10-2026", NEW)
    text = " ".join(run("load", newer).stdout.split())
    assert "Ana Marlow does the work" in text
    assert "Di Hart does the work" in text
    assert "Flo Reed" not in text
    assert "and 2 more nearer to your targets" in text


def test_messages_propose_what_happened_and_nothing_is_logged_unasked(both: str, run: Run, workspace: Path) -> None:
    """An answer would go unnoticed, or the log would write itself without a yes, or twice."""
    assert found(run)["proposals"] == []
    ana = log(workspace, "Ana Marlow", run, "noted", "2026-03-01")
    told = found(run)["proposals"]
    assert [(one["number"], one["event"], one["on"]) for one in told] == [
        (1, "asked", "2026-03-05"),
        (2, "replied", "2026-03-06"),
        (3, "followed-up", "2026-03-07"),
    ]
    assert {one["person"] for one in told} == {ana}
    text = run("changes").stdout
    assert "3 things your export says happened" in text
    assert "2  replied" in text
    assert entries(workspace) == [("noted", "2026-03-01", "user")]
    for wrong in ("9", "3", "some", "0"):
        assert run("changes", "--accept", wrong).exit_code != 0
    assert len(entries(workspace)) == 1
    assert "Logged: asked on 2026-03-05" in run("changes", "--accept", "1").stdout
    for _ in range(2):
        assert "Nothing new was logged." in run("changes", "--accept", "1").stdout
    done = json.loads(run("changes", "--accept", "all", "--json").stdout)
    assert [one["event"] for one in done["accepted"]] == ["replied", "followed-up"]
    assert "Nothing new was logged." in run("changes", "--accept", "all").stdout
    assert "Nothing new was logged." in run("changes", "--accept", "2,3").stdout
    assert entries(workspace)[1:] == [
        ("asked", "2026-03-05", "export"),
        ("replied", "2026-03-06", "export"),
        ("followed-up", "2026-03-07", "export"),
    ]
    assert found(run)["proposals"] == []


def test_all_is_taken_at_once(run: Run, workspace: Path, tmp_path: Path) -> None:
    """A second yes would log what nobody was shown."""
    chain = (
        *(("out", "2026-06-04 09:00:00 UTC"), ("in", "2026-06-04 12:00:00 UTC")),
        *(("out", "2026-06-04 18:00:00 UTC"), ("in", "2026-06-09 12:00:00 UTC")),
    )
    run("load", archive(tmp_path, "06-10-2026", NEW, chain), "--me", ME)
    log(workspace, "Ana Marlow", run, "closed", "2026-04-04")
    shown = [(one["event"], one["on"]) for one in found(run)["proposals"]]
    assert shown == [("replied", "2026-06-04"), ("replied", "2026-06-09")]
    done = json.loads(run("changes", "--accept", "all", "--json").stdout)
    assert [(one["event"], one["on"]) for one in done["accepted"]] == shown
    assert "Nothing new was logged." in run("changes", "--accept", "all").stdout
    assert len(entries(workspace)) == 3


def test_a_no_is_remembered_and_can_be_taken_back(both: str, run: Run, workspace: Path, tmp_path: Path) -> None:
    """What did not happen so would be asked for at every look, by the page and by every load."""
    log(workspace, "Ana Marlow", run, "noted", "2026-03-01")
    for wrong in ("9", "some"):
        assert run("changes", "--dismiss", wrong).exit_code != 0
    assert run("changes", "--dismiss", "1", "--accept", "2").exit_code == 2
    assert len(found(run)["proposals"]) == 3
    assert "Left out for good: replied on 2026-03-06" in run("changes", "--dismiss", "2").stdout
    assert [one["number"] for one in found(run)["proposals"]] == [1, 3]
    whole = tmp_path / "people.json"
    assert run("export", "people", "--format", "json", "--out", whole).exit_code == 0
    other = ("--workspace", str(tmp_path / "other"))
    assert run(*other, "load", whole).exit_code == 0
    assert [one["number"] for one in json.loads(run(*other, "changes", "--json").stdout)["proposals"]] == [1, 3]
    third = ("--workspace", str(tmp_path / "third"))
    run(*third, "load", tmp_path / "Basic_LinkedInDataExport_06-10-2026.zip", "--me", ME)
    assert run(*third, "load", whole).exit_code == 0
    assert [one["event"] for one in json.loads(run(*third, "changes", "--json").stdout)["proposals"]] == [
        "asked",
        "followed-up",
    ]
    again = json.loads(run("load", tmp_path / "Basic_LinkedInDataExport_06-10-2026.zip", "--json").stdout)
    assert again["proposed"] == 2
    done = json.loads(run("changes", "--dismiss", "all", "--json").stdout)
    assert [one["number"] for one in done["dismissed"]] == [1, 3]
    assert found(run)["proposals"] == []
    assert "Nothing new was logged." in run("changes", "--accept", "all").stdout
    assert "There was nothing to leave out." in run("changes", "--dismiss", "all").stdout
    assert "Logged: replied" in run("changes", "--accept", "2").stdout
    assert entries(workspace)[1:] == [("replied", "2026-03-06", "export")]


def test_a_load_says_that_there_is_something_to_log(run: Run, workspace: Path, tmp_path: Path) -> None:
    """The user would have to know of `changes` to learn that somebody answered."""
    run("load", archive(tmp_path, "01-10-2026", OLD), "--me", ME)
    log(workspace, "Ana Marlow", run, "asked", "2026-03-05")
    newer = archive(tmp_path, "06-10-2026", NEW, LETTERS)
    assert "2 things your messages say happened" in run("load", newer).stdout
    assert json.loads(run("load", newer, "--json").stdout)["proposed"] == 2


def test_the_page_tells_the_same(both: str, run: Run, tmp_path: Path) -> None:
    """The page and the command would name other people."""
    page = tmp_path / "page.html"
    assert run("report", "--out", page).exit_code == 0
    text = page.read_text(encoding="utf-8")
    block = text.split('id="page-data">')[1].split("</script>")[0]
    section = next(one for one in json.loads(block)["sections"] if one["id"] == "changes")
    told = found(run)["changes"]
    assert [one["id"] for one in section["findings"]] == list(dict.fromkeys(one["person"] for one in told["targets"]))
    assert {one["key"]: len(one["at"]) for one in section["kinds"]} == {k: n for k, n in told["counts"].items() if n}
    assert section["title"] == (
        "Four people came nearer to what you are curious about: "
        "three newly do the work and one newly works at a company you named"
    )
