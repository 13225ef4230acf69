"""Start-up: help, completion and light commands import nothing heavy; each fault has its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from netscout.cli import main
from netscout.cli.summary import SUMMARIES
from netscout.errors import RefusedError

HEAVY = ("numpy", "pandas", "networkx", "plotly", "rapidfuzz", "rich", "jinja2", "tomlkit")
_PROBE = """
import sys
sys.argv = ["netscout", *{arguments!r}]
from netscout.cli.main import guarded
code = guarded()
import json
print("PROBE" + json.dumps([code, sorted(set({heavy!r}) & set(sys.modules))]))
"""


def probe(arguments: list[str], workspace: Path, **environment: str) -> tuple[int, list[str]]:
    """Run one command in a fresh interpreter and return its exit code and the heavy modules it imported."""
    script = _PROBE.format(arguments=["--workspace", str(workspace), *arguments], heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    assert "PROBE" in done.stdout, done.stderr
    code, heavy = json.loads(done.stdout.rsplit("PROBE", 1)[1])
    return code, heavy


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], [], ["rank", "--help"], ["report", "--help"], ["target", "list"], ["doctor"]],
    ids=" ".join,
)
def test_light_commands_import_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    """A help page that waits for pandas."""
    _, heavy = probe(arguments, tmp_path / "none")
    assert heavy == []


@pytest.mark.slow
def test_commands_on_a_loaded_workspace_stay_light(loaded: Path) -> None:
    """`people`, `show`, `know` and `doctor` that import pandas to print one line; `changes` only matches names."""
    words = (["people", "-n", "2"], ["show", "p0002"], ["know", "p0002", "met"], ["log", "p0002", "asked"])
    for arguments in (*words, ["today"], ["doctor"], []):
        _, heavy = probe(arguments, loaded)
        assert heavy == [], arguments
    assert probe(["changes"], loaded)[1] == ["rapidfuzz"]
    assert probe(["changes", "--until", "2026-06-01"], loaded)[1] == []


def test_completion_is_light(tmp_path: Path) -> None:
    """A TAB key that takes a second."""
    environment = {"_NETSCOUT_COMPLETE": "bash_complete", "COMP_WORDS": "netscout ra", "COMP_CWORD": "1"}
    script = _PROBE.format(arguments=[], heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
        cwd=tmp_path,
    )
    assert "rank" in done.stdout
    names = subprocess.run(
        [sys.executable, "-c", "import netscout, sys; print(sorted(set(sys.modules) & {'pandas', 'numpy', 'click'}))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert names.stdout.strip() == "[]"


def test_every_command_is_summed_up_once() -> None:
    """A command whose help says another thing than the list of commands."""
    assert set(SUMMARIES) == set(main.COMMANDS)
    context = click.Context(main.cli)
    for name in main.COMMANDS:
        command = main.cli.get_command(context, name)
        assert command is not None
        assert command.help == SUMMARIES[name]
        assert command.epilog
    assert main.cli.get_command(context, "nonsense") is None


def test_a_mistyped_command_names_the_nearest() -> None:
    """A typing slip that ends in a bare usage error."""
    result = CliRunner().invoke(main.cli, ["rnak"])
    assert result.exit_code == 2
    assert "netscout rank" in result.output
    assert "--help" in CliRunner().invoke(main.cli, ["zzz"]).output


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (RefusedError("no.", "Do this."), 1),
        (KeyboardInterrupt(), 130),
        (click.exceptions.Abort(), 130),
        (click.UsageError("wrong"), 2),
        (PermissionError(13, "Permission denied", "/somewhere"), 1),
        (RuntimeError("Ana Example"), 3),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_fault_has_its_exit_code(
    fault: BaseException, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault that ends with the wrong code, a traceback, or a person's name on the screen."""

    def fail(**_: object) -> None:
        raise fault

    monkeypatch.delenv("NETSCOUT_DEBUG", raising=False)
    monkeypatch.setattr(main.cli, "main", fail)
    assert main.guarded([]) == code
    printed = capsys.readouterr().err
    assert printed
    assert "Ana Example" not in printed
    assert "Traceback" not in printed


def test_a_bug_shows_its_traceback_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A developer who cannot see where a bug lies."""

    def fail(**_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setenv("NETSCOUT_DEBUG", "1")
    monkeypatch.setattr(main.cli, "main", fail)
    assert main.guarded([]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_a_closed_pipe_is_no_fault(tmp_path: Path) -> None:
    """`netscout --help | head -1` that ends in a traceback."""
    first = subprocess.Popen(
        [sys.executable, "-m", "netscout", "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    )
    assert first.stdout is not None
    first.stdout.close()
    _, error = first.communicate()
    assert error == b""


def test_today_must_be_a_date() -> None:
    """A wrong --today that is taken for the present day."""
    result = CliRunner().invoke(main.cli, ["--today", "soon", "doctor"])
    assert isinstance(result.exception, RefusedError)
