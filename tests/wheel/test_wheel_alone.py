"""The wheel as users get it, with the source tree out of sight: any look into it is a file not found."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.wheel]
ROOT = Path(__file__).resolve().parents[2]
_WALL = '''
"""Hide the source tree: it is taken off the path, and no file of it opens; the packages beside it stay."""
import os, sys
ROOT, KEPT = {root!r}, {kept!r}
sys.path[:] = [one for one in sys.path if os.path.realpath(one or ".") != ROOT]
def hidden(event, details):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(details[0], str):
        path = os.path.realpath(details[0])
        if path.startswith(ROOT + os.sep) and not path.startswith(KEPT):
            raise FileNotFoundError(2, "the source tree is gone", path)
sys.addaudithook(hidden)
'''
_HELP = """
from netscout.cli.main import COMMANDS, guarded
for name in COMMANDS:
    assert guarded([name, "--help"]) == 0, name
print(len(COMMANDS), "commands")
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and install it alone into a folder, with the wall beside it."""
    if find_spec("pip") is None:
        pytest.skip("this environment has no pip to build and install the wheel with")
    built, place = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("place")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", built, ROOT], check=True)
    subprocess.run([*pip, "install", "--no-deps", "--target", place, *built.glob("*.whl")], check=True)
    kept = tuple(os.path.realpath(one) + os.sep for one in (sys.prefix, sys.base_prefix))
    (place / "sitecustomize.py").write_text(_WALL.format(root=str(ROOT), kept=kept), encoding="utf-8")
    return place


def alone(site: Path, folder: Path, *words: str) -> str:
    """Run Python with the wheel alone in an empty folder and return what it prints."""
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "NETSCOUT_DEBUG": "1", "BROWSER": "true"}
    done = subprocess.run(
        [sys.executable, *words], check=False, capture_output=True, encoding="utf-8", cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(site), **home},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wall_stands(site: Path, tmp_path: Path) -> None:
    """The oracle itself: the source tree can be neither imported nor read, and netscout comes from the wheel."""
    for words in (
        "import tools.lowest",
        f"open({str(ROOT / 'README.md')!r})",
        f"__import__('os').listdir({str(ROOT)!r} + '/docs')",
    ):
        with pytest.raises(AssertionError, match=r"FileNotFoundError|ModuleNotFoundError"):
            alone(site, tmp_path, "-c", words)
    where = alone(site, tmp_path, "-c", "import netscout; print(netscout.__file__)")
    assert Path(where.strip()).is_relative_to(site)


def test_every_command_has_its_help(site: Path, tmp_path: Path) -> None:
    """A module that did not come into the wheel."""
    assert alone(site, tmp_path, "-c", _HELP).rstrip().endswith("commands")


def test_data_to_page(site: Path, tmp_path: Path, tiny: Path) -> None:
    """A table, template, script or sample that is read from the source tree: start, demo, and a page of each form."""
    export = tmp_path / tiny.name
    export.write_bytes(tiny.read_bytes())
    netscout = ("-m", "netscout", "--today", "2026-11-16", "--no-input")
    alone(site, tmp_path, *netscout, "start", export.name)
    alone(site, tmp_path, *netscout, "target", "add", "data", "--role", "Data Analyst")
    for words in ("report --private", "map", "export people", "export shortlist", "export graph"):
        name = "-".join(words.split()) + (".graphml" if "graph" in words else ".xlsx" if "export" in words else ".html")
        alone(site, tmp_path, *netscout, *words.split(), "--out", name)
        assert (tmp_path / name).stat().st_size > 1_000
    assert "Write to these three this week" in alone(site, tmp_path, *netscout, "demo")
    assert (tmp_path / "netscout-demo" / "report.html").stat().st_size > 1_000_000
