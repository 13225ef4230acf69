"""What every test may ask for: samples, a fresh workspace, the command line, a browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import HealthCheck, settings

from tests import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-16"
_NUMBERS = count()

_CALM = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
settings.register_profile("default", derandomize=True, deadline=None, max_examples=15, suppress_health_check=_CALM)
settings.register_profile("ci", settings.get_profile("default"), max_examples=60)
settings.load_profile("ci" if os.environ.get("CI") else "default")

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_BROWSER_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


@dataclass(frozen=True, slots=True)
class Done:
    """What one command left: exit code and the text of both streams."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def output(self) -> str:
        """Return both streams, one after the other."""
        return self.stdout + self.stderr


class Run(Protocol):
    """Give one command: the arguments after the global options."""

    def __call__(self, *args: str | Path) -> Done:
        """Return what it left."""


class RunProcess(Protocol):
    """Give one command to `python -m netscout` as a process of its own."""

    def __call__(self, *args: str | Path, env: dict[str, str] | None = None) -> Done:
        """Return what it left; `env` is added to the environment."""


@pytest.fixture(scope="session", autouse=True)
def _maps_remembered() -> Iterator[None]:
    """Let the whole run reckon a map once for each network."""
    with remembered.maps():
        yield


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of all homes; pytest reads a folder whole for each new one it makes in it."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def _own_home(_homes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the real workspace and the settings of the shell that runs it."""
    home = _homes / str(next(_NUMBERS))
    home.mkdir()
    for name in [one for one in os.environ if one.startswith("NETSCOUT_") and one != "NETSCOUT_CHROMIUM"]:
        monkeypatch.delenv(name)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Return a Chromium to drive, `NETSCOUT_CHROMIUM` before any other; skip where there is none."""
    named = os.environ.get("NETSCOUT_CHROMIUM")
    found = [named] if named else [path for one in _BROWSERS if (path := shutil.which(one))]
    found += [one for one in _BROWSER_PLACES if Path(one).is_file()]
    if not found:
        pytest.skip("no Chromium on this machine: install one, or name it in NETSCOUT_CHROMIUM")
    return found[0]


@pytest.fixture(scope="session")
def samples() -> Path:
    """Return the folder of invented exports: `tiny`, `demo`, `hostile`."""
    return ROOT / "data_samples"


@pytest.fixture(scope="session")
def tiny(samples: Path) -> Path:
    """Return the smallest sample as LinkedIn delivers it: a zip of connections alone, twelve people."""
    (found,) = (samples / "tiny").glob("*.zip")
    return found


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return the path of a workspace that does not exist yet."""
    return tmp_path / "workspace"


@pytest.fixture(scope="session")
def demo_workspace(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with both exports of the demo, its target and its `[me]` table; not to be written to."""
    from netscout.app.demo import demo

    folder = samples / "demo"
    out = tmp_path_factory.mktemp("demo")
    plan = json.loads((folder / "target.json").read_text(encoding="utf-8"))
    demo(out, [folder / plan["earlier_export"], folder / plan["export"]], plan)
    return out / "workspace"


@pytest.fixture
def loaded(demo_workspace: Path, workspace: Path) -> Path:
    """Return a copy of the demo's workspace in the place where `run` works."""
    shutil.copytree(demo_workspace, workspace)
    return workspace


@pytest.fixture
def run(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that gives one command in `workspace`, on a fixed day, inside this process."""

    def call(*args: str | Path) -> Done:
        from click.testing import CliRunner

        from netscout.cli.main import guarded

        with monkeypatch.context() as patch, CliRunner().isolation() as streams:
            patch.setenv("NETSCOUT_DEBUG", "1")
            code = guarded(_arguments(workspace, args))
            sys.stdout.flush()
            sys.stderr.flush()
            return Done(code, *(stream.getvalue().decode("utf-8") for stream in streams[:2]))

    return call


@pytest.fixture
def run_process(workspace: Path, tmp_path: Path) -> RunProcess:
    """Return a function that gives one command in `workspace`, on a fixed day, in a process of its own."""
    folder = tmp_path / "cwd"
    folder.mkdir()

    def call(*args: str | Path, env: dict[str, str] | None = None) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "netscout", *_arguments(workspace, args)],
            check=False,
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            cwd=folder,
            env={**os.environ, "NETSCOUT_DEBUG": "1", "PYTHONPATH": str(ROOT), **(env or {})},
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return call


def _arguments(workspace: Path, args: tuple[str | Path, ...]) -> list[str]:
    return ["--workspace", str(workspace), "--today", TODAY, "--no-input", *(str(one) for one in args)]
