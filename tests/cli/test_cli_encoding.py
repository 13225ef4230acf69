"""Consoles of few letters: every command prints, nothing is lost silently, files stay UTF-8."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.cli.encoding import HANDLER, is_unicode, shown_in
from tests.conftest import ROOT, RunProcess
from tests.examples import some
from tests.journeys.screen import Screen, shown
from tests.journeys.test_journeys_transcripts import SCENES, TODAY

LEGACY = ("cp1252", "cp437", "cp850", "ascii")
NAMES = "Name,Company,Title\nZoë Ångström,Kühne,Analyst – Data\n山田太郎,Contoso,“Lead”\nŁucja Żak,Ørsted,Chef → Data\n"


@pytest.mark.parametrize("encoding", LEGACY)
@pytest.mark.parametrize(
    ("text", "plain"),
    [("a … b", "a ... b"), ("1 – 2 — 3", "1 - 2 - 3"), ("a → b", "a -> b"), ("“x” ‘y’", "\"x\" 'y'"), ("−5", "-5")],
)
def test_our_own_signs_have_ascii_forms(encoding: str, text: str, plain: str) -> None:
    """An escape in the middle of every cut cell."""
    assert shown_in(text, encoding) in (text, plain)
    assert shown_in(text, "ascii") == plain


def test_names_are_spelled_or_escaped() -> None:
    """Two people whose names both become question marks."""
    assert shown_in("Zoë Łucja Strauß", "ascii") == "Zoe Lucja Strauss"
    assert shown_in("Zoë", "cp437") == "Zoë"
    assert shown_in("Zoe\u0308", "cp1252") == "Zoë"
    assert shown_in("山", "cp437") == "\\u5c71"
    assert shown_in("山", "utf-8") == "山"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), st.sampled_from(LEGACY))
def test_any_text_can_be_written(text: str, encoding: str) -> None:
    """A command that stops with a traceback at the letter of a name."""
    written = text.encode(encoding, HANDLER).decode(encoding)
    assert written.encode(encoding).decode(encoding) == written
    assert shown_in(text, encoding).encode(encoding).decode(encoding) == shown_in(text, encoding)


def test_only_bytes_and_marks_that_cannot_be_written_are_substituted() -> None:
    """An error handler used for reading would hide a damaged file."""
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", HANDLER)


def test_names_of_encodings() -> None:
    """The code page 65001 taken for one of few letters, or a name nobody knows for one of all."""
    assert all(is_unicode(one) for one in ("utf-8", "UTF8", "cp65001", "utf-16"))
    assert not any(is_unicode(one) for one in (*LEGACY, "no-such-encoding"))
    assert shown_in("é…", "no-such-encoding") == "e..."


@pytest.mark.parametrize("encoding", some(2, [*LEGACY, "cp65001", "utf-8", "utf-16"]))
def test_a_process_prints_in_any_encoding(encoding: str, run_process: RunProcess, tmp_path: Path) -> None:
    """A person on an old console who sees a traceback in place of a list."""
    (tmp_path / "names.csv").write_text(NAMES, encoding="utf-8")
    assert run_process("load", tmp_path / "names.csv").exit_code == 0
    given_to = [sys.executable, "-m", "netscout", "--workspace", str(tmp_path / "workspace"), "--today", TODAY]
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)}
    people, table, error = (
        subprocess.run([*given_to, *words], capture_output=True, env=environment, check=False, cwd=tmp_path)
        for words in (["people", "--json"], ["people"], ["why", "Nobody…"])
    )
    whole = json.loads(people.stdout.decode(encoding))["people"]
    assert {one["display_name"] for one in whole} == {"Zoë Ångström", "山田太郎", "Łucja Żak"}
    listed = table.stdout.decode(encoding)
    for name in ("Zoë Ångström", "山田太郎", "Łucja Żak"):
        assert shown_in(name, encoding) in listed
    assert "Error: nobody in this workspace" in error.stderr.decode(encoding)
    assert (table.returncode, error.returncode) == (0, 1)


@pytest.mark.check(61)
def test_files_are_utf8_whatever_the_console(run_process: RunProcess, tmp_path: Path) -> None:
    """An export in the encoding of the console, in which half the names are escapes."""
    (tmp_path / "names.csv").write_text(NAMES, encoding="utf-8")
    run_process("load", tmp_path / "names.csv")
    for encoding in ("ascii", "utf-8"):
        done = run_process("export", "people", "--out", f"{encoding}.csv", env={"PYTHONIOENCODING": encoding})
        assert done.exit_code == 0, done.stderr
    first, second = ((tmp_path / "cwd" / f"{one}.csv").read_bytes() for one in ("ascii", "utf-8"))
    assert first == second
    assert "山田太郎" in first.decode("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "ascii"])
def test_every_command_prints_on_an_old_console(
    encoding: str, demo_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command of which one line holds a letter that old consoles lack."""
    shutil.copytree(demo_workspace, tmp_path / "workspace")
    monkeypatch.chdir(tmp_path)
    for scene in ("demo", "help"):
        for command in SCENES[scene]:
            words = ["--workspace", "workspace", "--no-input", "--today", TODAY, *shlex.split(command)[1:]]
            code, text = shown(words, Screen(80, encoding=encoding), monkeypatch)
            assert code == 0, (command, text)
            assert "\ufffd" not in text, command
