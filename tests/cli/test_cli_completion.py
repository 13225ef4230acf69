"""The TAB key: commands and options, never people; no workspace is opened for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = """
import atexit, json, sys
from netscout.cli.main import guarded
sys.argv = ["netscout"]
atexit.register(lambda: print("OPENED" + json.dumps("sqlite3" in sys.modules)))
guarded()
"""


def completed(words: str, workspace: Path) -> tuple[list[str], bool, str]:
    """Return what TAB offers behind these words, whether a database was opened for it, and the errors shown."""
    environment = {
        "_NETSCOUT_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
        "NETSCOUT_WORKSPACE": str(workspace),
    }
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    offered, opened = done.stdout.split("OPENED")
    return [one.partition(",")[2] for one in offered.split()], json.loads(opened), done.stderr


@pytest.mark.check(48)
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("netscout ra", ["rank"]),
        ("netscout target ", ["add", "check", "decide", "list", "remove"]),
        ("netscout rank --list ", ["practitioners", "connectors", "both"]),
        ("netscout rank --diver", ["--diversity"]),
        ("netscout why El", []),
        ("netscout rank --target ", []),
        ("netscout rnak --t", ["--today"]),
    ],
)
def test_tab_offers_words_of_ours_alone(words: str, offered: list[str], demo_workspace: Path) -> None:
    """A name of the network in the history of a shell, an error in the middle of a line, or a TAB that waits."""
    assert completed(words, demo_workspace) == (offered, False, "")


def test_bash_takes_the_script(tmp_path: Path) -> None:
    """A line in `.bashrc` that ends every new terminal with an error."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash on this machine")
    source = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "_NETSCOUT_COMPLETE": "bash_source", "NETSCOUT_WORKSPACE": str(tmp_path / "none")},
    ).stdout.split("OPENED")[0]
    script = f"{source}\ncomplete -p netscout\n"
    done = subprocess.run([bash, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout.strip().endswith("netscout")
    assert done.stderr == ""
    assert not (tmp_path / "none").exists()
