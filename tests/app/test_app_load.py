"""Loading through the use case: several exports in one call, a file named again, a workspace that may only be read."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from netscout.app.load import load
from netscout.app.session import Session
from netscout.errors import StoreError
from netscout.store import ranking, repeats
from netscout.store.workspace import Workspace

if TYPE_CHECKING:
    from tests.conftest import Run

HEAD = "First Name,Last Name,URL,Company,Position,Connected On\n"
LINK = "https://www.linkedin.com/in/"
DATES = ("01-31-2025", "01-31-2026")
_MESSAGES = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"


def archive(folder: Path, day: str, company: str, *more: str) -> Path:
    """Return an archive of one day: Eva at a company, and further rows."""
    path = folder / f"Basic_LinkedInDataExport_{day}.zip"
    rows = (f"Eva,Example,{LINK}eva,{company},Chef,07 Sep 2019\n", *more)
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("Connections.csv", HEAD + "".join(rows))
    return path


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    """Return the archives of two years, the newer first."""
    other = f"Jo,Sample,{LINK}jo,Acme,Cook,07 Sep 2025\n"
    return [archive(tmp_path, DATES[1], "Contoso", other), archive(tmp_path, DATES[0], "Acme")]


def test_two_exports_in_one_call_are_two_loads(tmp_path: Path, two: list[Path]) -> None:
    """The older one's rows would be called duplicates, and nobody would hear what changed between them."""
    session = Session(tmp_path / "ws", date(2026, 11, 16))
    outcome = load(session, two)
    (before,) = outcome.earlier
    assert (before.export.export_date, outcome.export.export_date) == ("2025-01-31", "2026-01-31")
    assert (before.counts["people"], outcome.counts["people"], outcome.counts["duplicates"]) == (1, 2, 0)
    assert outcome.changes is not None
    assert (outcome.changes.before, [one.kind for one in outcome.changes.changes]) == ("2025-01-31", ["new", "company"])
    again = load(session, two[::-1])
    assert [one.already for one in (*again.earlier, again)] == ["2026-11-16"] * 2
    assert load(session, two[:1]).earlier == ()


def test_two_exports_are_accounted_for_one_by_one(run: Run, two: list[Path]) -> None:
    """The account would name one export and leave the other out, on the screen or in JSON."""
    said = run("load", *two).stdout
    assert said.index("Export of 2025-01-31:") < said.index("1 person.") < said.index("Export of 2026-01-31:")
    assert "Since the export of 2025-01-31: 1 new, 1 at another company." in said
    told = json.loads(run("load", *two, "--json").stdout)
    assert [one["export_date"] for one in (*told["earlier"], told)] == ["2025-01-31", "2026-01-31"]


def test_of_two_exports_both_or_none_is_stored(
    tmp_path: Path, two: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in the second would leave the first one behind."""
    session, taken = Session(tmp_path / "ws", date(2026, 11, 16)), []

    def once(*_: object) -> None:
        taken.append(1)
        if len(taken) == 2:
            raise StoreError("no room.", "Free some.", code="no-space")

    with monkeypatch.context() as patch:
        patch.setattr(repeats, "mark", once)
        with pytest.raises(StoreError):
            load(session, two)
    with session.open() as workspace:
        assert workspace.db.execute("SELECT count(*) FROM export").fetchone() == (0,)


def test_messages_count_once_the_owner_is_named(run: Run, tmp_path: Path) -> None:
    """The advice of the first load, to load again with --me, would lead nowhere."""
    path = tmp_path / "messages.csv"
    row = "c,Mia Owner,{0}mia,Eva Example,{0}eva,2025-11-01 10:00:00 UTC,,Hello,INBOX\n"
    path.write_text(_MESSAGES + row.format(LINK))
    first = json.loads(run("load", path, "--json").stdout)
    assert "owner-unknown" in [one["code"] for one in first["warnings"]]
    wrong = run("load", path, "--me", LINK + "nobody", "--json")
    assert json.loads(wrong.stdout)["error"]["code"] == "owner-conflict"
    right = json.loads(run("load", path, "--me", LINK + "mia", "--json").stdout)
    assert (right["already_loaded_on"], right["counts"]["direct"]) == (None, 1)
    assert json.loads(run("load", path, "--json").stdout)["already_loaded_on"] is not None


@pytest.mark.parametrize("code", ["read-only", "no-permission"])
def test_a_workspace_that_may_only_be_read_still_ranks(
    run: Run, two: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    """Lists and pages need no writing; refusing them would lock a copy on a read-only disk away."""
    assert run("load", *two).exit_code == 0
    assert run("target", "add", "kitchen", "--role", "Chef").exit_code == 0
    codes = [code]

    def refuse(*_: Any, **__: Any) -> None:
        raise StoreError("may not be written.", "Look at it.", code=codes[-1])

    monkeypatch.setattr(ranking, "save", refuse)
    assert "Eva" in run("rank").stdout
    assert run("report", "--out", tmp_path / "page.html").exit_code == 0
    codes.append("busy")
    assert run("rank").exit_code == 1


@pytest.mark.parametrize("table", ["sighting", "profile", "event", "label", "ranking", "meta"])
def test_a_missing_table_is_no_bug_of_ours(run: Run, two: list[Path], workspace: Path, table: str) -> None:
    """A damaged workspace would end in exit code 3 and a request for a report."""
    assert run("load", *two).exit_code == 0
    assert run("target", "add", "kitchen", "--role", "Chef").exit_code == 0
    with Workspace.open(workspace, create=False) as opened:
        opened.db.execute("PRAGMA foreign_keys=OFF")
        opened.db.execute(f"DROP TABLE {table}")
    done = [run(*command) for command in (("rank",), ("people",), ("why", "Eva"), ("changes",), ("report",), ())]
    assert {one.exit_code for one in done} <= {0, 1}
    told = [one.stderr for one in done if one.exit_code == 1 and "is damaged" in one.stderr]
    assert all("backup" in one for one in told)
    assert told
