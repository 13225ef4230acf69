"""The notebooks: they run from the first cell to the last, use the public functions alone, and are committed bare."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import netscout
from tools.strip_notebooks import NOTEBOOKS, stripped

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = NOTEBOOKS.parent
FIGURE = "application/vnd.plotly.v1+json"
PATHS = sorted(NOTEBOOKS.glob("*.ipynb"))
PUBLIC = {
    "datetime": {"date"},
    "pathlib": {"Path"},
    "tempfile": {"TemporaryDirectory"},
}
"""What a notebook may import by name, beside `import netscout` and `import pandas as pd`: as the README does."""

every_notebook = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def cells(path: Path, kind: str) -> list[str]:
    """Return the text of the cells of a kind, in order."""
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(one["source"]) for one in found if one["cell_type"] == kind]


def test_all_three_are_there() -> None:
    """The tests below pass over a folder of nothing."""
    assert [path.stem for path in PATHS] == ["01_load", "02_match_and_rank", "03_network_charts"]


@every_notebook
def test_committed_bare(path: Path) -> None:
    """Outputs and counts of somebody's run would hold people, and change with every run."""
    text = path.read_text(encoding="utf-8")
    assert text == stripped(text), "give `make format`"


def test_stripping_takes_everything_out() -> None:
    """What an editor leaves behind must not survive: outputs, counts, its own ids and marks."""
    ran = {
        "cell_type": "code",
        "id": "9f3c",
        "execution_count": 7,
        "metadata": {"scrolled": True},
        "outputs": [{"output_type": "stream", "name": "stdout", "text": "Ana Silva"}],
        "source": "print(1)\n",
    }
    text = stripped(json.dumps({"cells": [ran], "metadata": {"kernelspec": {"name": "mine"}}}))
    assert "Ana Silva" not in text
    assert "mine" not in text
    (cell,) = json.loads(text)["cells"]
    assert cell["execution_count"] is None
    assert cell["id"] == "cell-01"
    assert stripped(text) == text


@every_notebook
def test_public_functions_only(path: Path) -> None:
    """A reader copies from here: what is shown must be what netscout promises to keep."""
    tree = ast.parse("\n".join(cells(path, "code")))
    assert list(_private(tree)) == []


def test_a_private_import_is_found() -> None:
    """The check above must be able to fail."""
    bad = (
        "from netscout.app.rank import rank",
        "from netscout.settings import add_target",
        "import numpy",
        "netscout.app",
        "import netscout.reports",
        "x = y._z()",
    )
    assert [len(list(_private(ast.parse(line)))) for line in bad] == [1] * len(bad)


def _private(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name not in ("netscout", "pandas"))
        elif isinstance(node, ast.ImportFrom):
            yield from (one.name for one in node.names if one.name not in PUBLIC.get(node.module or "", ()))
        elif isinstance(node, ast.Attribute):
            of_ours = isinstance(node.value, ast.Name) and node.value.id == "netscout"
            if node.attr.startswith("_") or (of_ours and node.attr not in netscout.__all__):
                yield node.attr


@every_notebook
def test_short_enough_to_read(path: Path) -> None:
    """A counsellor with a little Python reads ten lines a cell; every code cell but the first has words above it."""
    assert all(len([line for line in text.splitlines() if line]) <= 12 for text in cells(path, "code"))
    assert len(cells(path, "code")) <= 14
    assert len(cells(path, "markdown")) >= 5


@every_notebook
def test_links_lead_somewhere(path: Path) -> None:
    """A notebook points to the next one and to the pages that say more."""
    for text in cells(path, "markdown"):
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert (path.parent / target).resolve().is_file(), target


@pytest.mark.slow
@every_notebook
def test_runs(path: Path, tmp_path: Path) -> None:
    """A notebook that stops half-way loses its reader there; every cell that shows something shows it."""
    code = [one for one in _run(path, tmp_path)["cells"] if one["cell_type"] == "code"]
    for cell in code:
        streams = [one["text"] for one in cell["outputs"] if one["output_type"] == "stream"]
        assert streams == [], f"{cell['id']} writes to the screen, a warning maybe"
        last = ast.parse("".join(cell["source"])).body[-1]
        assert bool(cell["outputs"]) == (isinstance(last, ast.Expr) and _shows(last.value)), cell["id"]
    if path.stem == "03_network_charts":
        drawn = [data for cell in code for one in cell["outputs"] if (data := one.get("data", {}).get(FIGURE))]
        assert len(drawn) >= 3
        assert all(one["data"] and one["layout"]["title"]["text"] for one in drawn)


def _shows(value: ast.expr) -> bool:
    """Return whether an expression at the end of a cell has something to show: anything but loading and storing."""
    name = ast.unparse(value.func) if isinstance(value, ast.Call) else ""
    return name not in ("netscout.load", "netscout.add_target", "pd.set_option")


def _run(path: Path, folder: Path) -> Any:
    """Return the notebook after a run, with a home of its own for the kernel: it touches nobody's settings."""
    for name in ("nbclient", "ipykernel"):
        pytest.importorskip(name, reason=f"{name} is not installed")
    homes = ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    own = {name: str(folder / name.lower()) for name in homes}
    result = folder / "ran.ipynb"
    done = subprocess.run(
        [sys.executable, "-m", "tests.notebooks.run_notebook", str(path), str(result), str(folder)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **own, "PYTHONPATH": str(ROOT), "PLOTLY_RENDERER": "plotly_mimetype"},
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(result.read_text(encoding="utf-8"))
