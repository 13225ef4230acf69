"""`forget`, `backup`, `restore` and `doctor` by their commands: what they ask, say, refuse and leave."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from pathlib import Path
from subprocess import run as start
from typing import TYPE_CHECKING

import pytest

from netscout.store.workspace import Workspace
from tests.cli.answers import told
from tests.store.canary import NAME, SLUG, TODAY, plant, traces

if TYPE_CHECKING:
    from tests.conftest import Run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Give the folder that `run` works in, with the canary planted."""
    plant(tmp_path / "workspace")
    return tmp_path / "workspace"


def test_nothing_goes_without_a_yes(run: Run, workspace: Path) -> None:
    """A script that means something else would delete a person."""
    before = (workspace / "netscout.db").read_bytes()
    for person in (SLUG, "--everything"):
        done = run("--no-input", "forget", person)
        assert done.exit_code == 1
        assert "Add --yes" in done.stderr
    assert (workspace / "netscout.db").read_bytes() == before
    assert run("forget").exit_code == 2
    assert run("forget", SLUG, "--everything").exit_code == 2


def test_forget_says_what_went_and_what_it_could_not_reach(run: Run, workspace: Path) -> None:
    """The user would believe that pages sent elsewhere are gone too."""
    (workspace / "holiday.jpg").write_bytes(b"x")
    done = run("forget", NAME, "--yes")
    assert done.exit_code == 0, done.stderr
    assert "Forgotten: 1 person." in done.stdout
    assert "targets.toml named them" in done.stdout
    assert str(workspace.parent / "elsewhere.html") in done.stdout
    assert str(workspace / "holiday.jpg") in done.stdout
    assert "--let-return" in done.stdout
    assert traces(workspace) == []
    assert "nobody in this workspace" in run("forget", NAME, "--yes").stderr


def test_the_json_of_forget_names_rows_and_places(run: Run, workspace: Path) -> None:
    """A counsellor's script could not tell what was done."""
    found = told(run("forget", SLUG, "--yes", "--may-return", "--json"))
    assert (found["command"], found["kind"], found["may_return"]) == ("forget", "person", True)
    assert found["rows"]["sighting"] == 2
    assert found["not_reached"]["outside"] == [str(workspace.parent / "elsewhere.html")]
    assert told(run("forget", "--let-return", "--json"))["keys_dropped"] == 0


def test_everything_goes_and_can_be_given_again(run: Run, workspace: Path) -> None:
    """A deletion given twice would end in a traceback, or a stranger's folder be taken for a workspace."""
    assert run("forget", "--everything", "--yes").exit_code == 0
    assert not workspace.exists()
    done = run("forget", "--everything", "--yes")
    assert done.exit_code == 1
    assert "nothing is kept" in done.stderr
    (workspace / "reports").mkdir(parents=True)
    (workspace / "reports" / "thesis.html").write_text("x")
    (workspace / "targets.toml").write_text("")
    assert run("forget", "--everything", "--yes").exit_code == 1
    assert (workspace / "reports" / "thesis.html").exists()


@pytest.mark.check(49)
def test_people_untouched_for_long_go_when_told(run: Run, workspace: Path) -> None:
    """A limit the user set would be named and never kept."""
    assert "keep_months is not set" in run("forget", "--untouched", "--yes").stdout
    (workspace / "targets.toml").write_text("[weights]\nkeep_months = 24\n")
    assert "untouched for 24 months" in run("--today", "2029-01-01", "doctor").stdout
    found = told(run("--today", "2029-01-01", "forget", "--untouched", "--yes", "--json"))
    assert len(found["forgotten"]) == 3
    assert told(run("people", "--json"))["people"] == []


def test_every_row_that_goes_is_counted(run: Run, workspace: Path) -> None:
    """Fifty messages would go with somebody of whom two rows were announced."""
    found = told(run("forget", SLUG, "--yes", "--json"))["rows"]
    with Workspace.open(workspace, create=False) as ws:
        rest = {
            name: ws.db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608  # our own names
            for name in ("sighting", "interaction", "detail", "sighting_note", "event", "label", "profile")
        }
    plant(workspace.parent / "again")
    with Workspace.open(workspace.parent / "again", create=False) as ws:
        for name, left in rest.items():
            before = ws.db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608  # our own names
            assert found[name] == before - left, name
    assert found["interaction"] > 0
    assert found["sighting_note"] > 0


def test_restore_says_who_is_back_only_if_it_knows(run: Run, workspace: Path, tmp_path: Path) -> None:
    """People would be said to be back though nobody was ever forgotten."""
    copy = tmp_path / "copy.zip"
    run("backup", copy)
    assert "Anybody you asked netscout to forget" in run("restore", copy, "--yes").stdout
    run("forget", SLUG, "--yes")
    assert "People you asked netscout to forget" in run("restore", copy, "--yes").stdout
    run("forget", SLUG, "--yes")
    run("backup", copy)
    assert "Anybody you asked netscout to forget" in run("restore", copy, "--yes").stdout


def test_a_database_that_is_gone_is_told_with_the_way_back(run: Run, workspace: Path, tmp_path: Path) -> None:
    """Who lost the database would be told to begin anew, and never of the backup."""
    run("backup", tmp_path / "copy.zip")
    (workspace / "netscout.db").unlink()
    for words in (("people",), ("rank",), ("why", "ana"), ("know", "ana", "close"), ("changes",), ("unload",)):
        done = run(*words)
        assert done.exit_code == 1
        assert "`netscout restore BACKUP`" in done.stderr, words
    assert "`netscout restore BACKUP`" in " ".join(run("doctor").stdout.split())
    shutil.rmtree(workspace)
    assert "restore" not in run("people").stderr


def test_a_backup_goes_out_and_comes_back(run: Run, workspace: Path, tmp_path: Path) -> None:
    """The archive would not be what the workspace was."""
    before = run("people", "--json").stdout
    copy = tmp_path / "copy.zip"
    assert told(run("backup", copy, "--json"))["bytes"] == copy.stat().st_size
    run("forget", SLUG, "--yes")
    done = run("--no-input", "restore", copy)
    assert done.exit_code == 1
    assert "would replace 2 people by the 3 people" in done.stderr
    assert told(run("restore", copy, "--yes", "--json"))["people"] == 3
    assert run("people", "--json").stdout == before
    shutil.rmtree(workspace)
    assert run("--no-input", "restore", copy).exit_code == 0
    assert run("people", "--json").stdout == before


def test_files_written_elsewhere_are_remembered_and_failures_are_not(run: Run, workspace: Path, tmp_path: Path) -> None:
    """`forget` would name files that never were, or miss those that are."""
    (workspace / "targets.toml").unlink()
    assert run("rank", "--format", "csv", "--out", tmp_path / "list.csv").exit_code == 0
    assert run("rank", "--format", "csv", "--out", tmp_path / "missing" / "list.csv").exit_code == 1
    assert run("report", "--out", tmp_path / "page.html").exit_code == 0
    found = told(run("forget", SLUG, "--yes", "--json"))["not_reached"]["outside"]
    assert found == [str(tmp_path / name) for name in ("elsewhere.html", "list.csv", "page.html")]


_COMMANDS = (
    ("people",),
    ("backup", "OUT"),
    ("forget", "p0002", "--yes"),
    ("forget", "--let-return"),
    ("forget", "--untouched", "--yes"),
    ("forget", "--contributor", "p0002", "--yes"),
    ("know", "p0002", "close"),
    ("doctor",),
)


@pytest.mark.check(59)
@pytest.mark.parametrize("harm", ["cut", "emptied", "random", "folder", "newer"])
@pytest.mark.parametrize("command", _COMMANDS, ids=" ".join)
def test_no_command_harms_a_harmed_workspace(
    run: Run, workspace: Path, tmp_path: Path, command: tuple[str, ...], harm: str
) -> None:
    """A damaged database would end in a traceback, or be replaced by an empty one."""
    database = workspace / "netscout.db"
    raw = database.read_bytes()
    (workspace / "targets.toml").write_text("[weights]\nkeep_months = 24\n")
    if harm == "folder":
        database.unlink()
        database.mkdir()
    else:
        newer = raw[:60] + (99).to_bytes(4, "big") + raw[64:]
        made = {"cut": raw[: len(raw) // 3], "emptied": b"", "random": bytes(range(256)) * 99, "newer": newer}
        database.write_bytes(made[harm])
    before = None if harm == "folder" else database.read_bytes()
    done = run(*(str(tmp_path / "out.zip") if one == "OUT" else one for one in command))
    assert done.exit_code == 1
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr
    assert "Quillfeather" not in done.stderr
    assert database.is_dir() if before is None else database.read_bytes() == before
    assert not (tmp_path / "out.zip").exists()


@pytest.mark.check(60)
@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="only a user whom modes hold back can see this")
def test_a_read_only_workspace_is_told(run: Run, workspace: Path) -> None:
    """`forget` would claim what it could not do."""
    workspace.chmod(0o500)
    try:
        done = run("forget", SLUG, "--yes")
    finally:
        workspace.chmod(0o700)
    assert done.exit_code == 1


@pytest.mark.check(57)
@pytest.mark.slow
def test_several_at_once_are_each_all_or_nothing(workspace: Path) -> None:
    """Two commands at once would tear the workspace, or claim what they did not do."""
    words = [
        ("forget", SLUG, "--yes"),
        ("forget", SLUG, "--yes"),
        ("know", "ana", "close"),
        ("backup", str(workspace.parent / "b.zip")),
    ]
    codes: dict[int, tuple[int, str]] = {}

    def one(at: int) -> None:
        line = [sys.executable, "-m", "netscout", "--workspace", str(workspace), "--today", TODAY, *words[at]]
        done = start(line, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
        codes[at] = (done.returncode, done.stderr)

    threads = [threading.Thread(target=one, args=(at,)) for at in range(len(words))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all("Traceback" not in said for _, said in codes.values())
    assert 0 in (codes[0][0], codes[1][0])
    assert traces(workspace) == []


@pytest.mark.parametrize("place", ["inside", "elsewhere"])
def test_a_backup_says_whether_forget_reaches_it(run: Run, workspace: Path, tmp_path: Path, place: str) -> None:
    """Somebody would trust a copy to go that stays, or delete one by hand that goes."""
    file = workspace / "copy.zip" if place == "inside" else tmp_path / "copy.zip"
    said = " ".join(run("backup", file).stdout.split())
    assert ("cannot reach it" in said) == (place == "elsewhere")
    assert ("The next `forget` deletes it" in said) == (place == "inside")
    assert run("forget", "p0002", "--yes").exit_code == 0
    assert file.exists() == (place == "elsewhere")
