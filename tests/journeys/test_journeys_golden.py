"""The golden ten minutes: from the built wheel to the page and the first draft, as a person at a terminal sees it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="a terminal of the Unix kind is needed to play the person")

from tests.journeys.golden import replay
from tests.journeys.terminal import sit_down

pytestmark = [pytest.mark.slow, pytest.mark.wheel]
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TODAY = "2026-11-16"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and install it alone into a folder; the source tree is not on its path."""
    if find_spec("pip") is None:
        pytest.skip("this environment has no pip to build and install the wheel with")
    built, site = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", built, ROOT], check=True)
    subprocess.run([*pip, "install", "--no-deps", "--target", site, *built.glob("*.whl")], check=True)
    return site


@pytest.mark.parametrize("page", ["golden-e0.md", "golden-e2.md"])
def test_the_golden_ten_minutes(page: str, wheel: Path, tmp_path: Path, samples: Path) -> None:
    """A first run that is longer, duller or wrong: the top acceptance of the product."""
    home = tmp_path / "home"
    (home / "Downloads").mkdir(parents=True)
    export = samples / "demo" / "Complete_LinkedInDataExport_11-02-2026.zip"
    if page == "golden-e0.md":
        with zipfile.ZipFile(export) as archive:
            (home / "Downloads" / "Connections.csv").write_bytes(archive.read("Connections.csv"))
    else:
        (home / "Downloads" / export.name).write_bytes(export.read_bytes())
    environment = {"HOME": str(home), "PYTHONPATH": str(wheel), "BROWSER": "true", "NETSCOUT_DEBUG": ""}
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        environment[name] = str(home / ".local" / "share")

    def run(command: list[str], answers: list[str]) -> str:
        assert command[0] == "netscout"
        given = [sys.executable, "-m", "netscout", "--today", TODAY, *command[1:]]
        code, screen = sit_down(given, answers, folder=home, env=environment)
        assert code == 0, screen
        return screen.replace(str(home), "~")

    replay(HERE / page, run)


def test_the_demo_works_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    """A wheel without its sample: `netscout demo` that needs the source tree."""
    environment = {**os.environ, "PYTHONPATH": str(wheel), "NETSCOUT_DEBUG": ""}
    where = subprocess.run(
        [sys.executable, "-c", "import netscout; print(netscout.__file__)"],
        capture_output=True, text=True, check=True, cwd=tmp_path, env=environment,
    )  # fmt: skip
    assert Path(where.stdout.strip()).is_relative_to(wheel)
    done = subprocess.run(
        [sys.executable, "-m", "netscout", "demo"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    assert "Write to these three this week" in done.stdout
    assert (tmp_path / "netscout-demo" / "report.html").stat().st_size > 1_000_000
