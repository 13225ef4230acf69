"""The library example of the README, run as it stands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def example() -> str:
    """Return the one fenced python block of the README."""
    (block,) = re.findall(r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return str(block)


def test_example_is_short() -> None:
    """Ten lines show what the library does; more would hide it."""
    lines = [line for line in example().splitlines() if line.strip() and not line.startswith(("import ", "from "))]
    assert len(lines) <= 10


@pytest.mark.slow
def test_example_runs(tmp_path: Path, samples: Path) -> None:
    """The first thing a programmer copies must work as it stands, in a folder of its own."""
    shutil.copytree(samples / "demo", tmp_path / "data_samples" / "demo")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", example()],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    assert " people at " in done.stdout
    assert (tmp_path / "report.html").stat().st_size > 10_000
