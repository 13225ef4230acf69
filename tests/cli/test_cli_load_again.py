"""The same file a second time: known by its bytes, and read again only where something could have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

from netscout import sources
from netscout.store.people import all_people
from netscout.store.workspace import Workspace
from tests.store.store_builders import dump

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

NEWEST = "Complete_LinkedInDataExport_11-02-2026.zip"


def state(workspace: Path) -> str:
    """Return a digest of all that the database holds."""
    with Workspace.open(workspace, create=False) as ws:
        return dump(ws)


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let no row be read, and note that it was tried."""
    tried: list[str] = []

    def fails(*_: object, **__: object) -> NoReturn:
        tried.append("read")
        raise KeyboardInterrupt

    monkeypatch.setattr(sources, "read", fails)
    return tried


def test_a_known_file_is_not_read_again(run: Run, loaded: Path, samples: Path, unread: list[str]) -> None:
    """A large zip given twice would take as long the second time, to say that nothing changed."""
    before = state(loaded)
    again = run("load", samples / "demo" / NEWEST)
    assert again.exit_code == 0
    assert again.stdout.startswith("Already loaded on ")
    assert again.stdout.splitlines()[0].endswith("; nothing changed.")
    assert "netscout report" in again.stdout
    assert (unread, state(loaded)) == ([], before)


@pytest.mark.parametrize(
    "words", [["--date-order", "dmy"], ["--me", "https://www.linkedin.com/in/x"], ["--json"], ["--source", "linkedin"]]
)
def test_what_is_asked_for_beside_the_file_is_done(
    run: Run, loaded: Path, samples: Path, unread: list[str], words: list[str]
) -> None:
    """An order of days, an owner or an account that was asked for would be left out without a word."""
    assert loaded.is_dir()
    assert run("load", samples / "demo" / NEWEST, *words).exit_code == 130
    assert unread == ["read"]


def test_other_files_and_several_are_read(run: Run, loaded: Path, samples: Path, tiny: Path, unread: list[str]) -> None:
    """A newer export would pass for the one before; or the second of two files be left out."""
    assert loaded.is_dir()
    assert run("load", tiny).exit_code == 130
    assert run("load", *sorted((samples / "demo").glob("*.zip"))).exit_code == 130
    assert unread == ["read", "read"]
    assert run("load", samples / "nothing.zip").exit_code in (1, 130)


def test_whoever_was_forgotten_may_return(run: Run, loaded: Path, samples: Path, unread: list[str]) -> None:
    """The file would pass for known, though somebody of it is left out who may come in again."""
    with Workspace.open(loaded, create=False) as ws:
        first = all_people(ws)[3].id
    assert run("--no-input", "forget", first, "--yes").exit_code == 0
    assert run("load", samples / "demo" / NEWEST).exit_code == 130
    assert unread == ["read"]


def test_a_load_that_was_cut_short_is_ended(run: Run, loaded: Path, samples: Path) -> None:
    """Killed after the people were stored and before `targets.toml` stood there, no later load would write it."""
    (loaded / "targets.toml").unlink()
    assert run("load", samples / "demo" / NEWEST).exit_code == 0
    assert (loaded / "targets.toml").is_file()
