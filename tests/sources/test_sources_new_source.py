"""A new source is one small file and a sample: the page for contributors, done to the letter."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.sources import contacts, known_sources
from netscout.sources.recognise import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Run

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "new-source.md"


def block(language: str) -> str:
    """Return the only block of a language in the page."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return str(found)


@pytest.fixture
def rolodeck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the module of the page where modules of sources are found."""
    folder = tmp_path / "dropped"
    folder.mkdir()
    (folder / "rolodeck.py").write_text(block("python"), encoding="utf-8")
    monkeypatch.setattr(contacts, "__path__", [*contacts.__path__, str(folder)])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    tables.cache_clear()
    yield
    sys.modules.pop("netscout.sources.contacts.rolodeck", None)
    tables.cache_clear()


@pytest.mark.usefixtures("rolodeck")
def test_the_example_of_the_page_loads(run: Run, tmp_path: Path) -> None:
    """A contributor who follows the page would end with a source that is not found, or with another account."""
    sample = tmp_path / "cards.txt"
    sample.write_text(block("csv"), encoding="utf-8")
    done = run("load", sample)
    assert done.exit_code == 0, done.stderr
    said = block("console").splitlines()[1:]
    assert [line.strip() for line in said] == [line.strip() for line in done.stdout.splitlines()[: len(said)]]
    found = {one["display_name"]: one for one in json.loads(run("people", "--json").stdout)["people"]}
    assert set(found) == {"Ana Example", "Bo Lind"}
    ana = found["Ana Example"]
    assert (ana["company"], ana["title"], ana["email"]) == ("Northwind", "Data Analyst", "ana@mail.example")
    assert (ana["note"], ana["connected_on"]) == ("met at the fair", "2019-09-07")
    assert "rolodeck" in known_sources()
    assert "Already loaded" in run("load", sample, "--source", "rolodeck").stdout


def test_without_the_file_the_sample_is_not_known(run: Run, tmp_path: Path) -> None:
    """The sample would be read by some other table, and the page prove nothing."""
    sample = tmp_path / "cards.txt"
    sample.write_text(block("csv"), encoding="utf-8")
    assert run("load", sample).exit_code == 1
    assert "rolodeck" not in known_sources()
