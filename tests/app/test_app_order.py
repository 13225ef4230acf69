"""The order of files and of rows inside them is no input."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

FILES = (
    *("Connections", "messages", "Invitations", "Profile", "Positions", "Education", "Recommendations_Received"),
    *("Recommendations_Given", "Endorsement_Received_Info", "Endorsement_Given_Info"),
)
TURNED = ("Connections", "messages", "Invitations", "Endorsement_Received_Info")
HEADS = ("First Name", "CONVERSATION ID", "From", "Endorsement Date")


def turned(text: str) -> str:
    """Return a table with its rows in the other order, preamble and header kept."""
    rows = list(csv.reader(io.StringIO(text)))
    head = 1 + next(place for place, row in enumerate(rows) if row and row[0] in HEADS)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([*rows[:head], *reversed(rows[head:])])
    return out.getvalue()


def lists(run: Run, files: list[Path], workspace: Path) -> list[dict[str, Any]]:
    """Return the rows of both lists without the ids, which follow the order of loading."""
    place = ("--workspace", str(workspace))
    assert run(*place, "load", *files).exit_code == 0
    assert run(*place, "target", "add", "data", "--role", "Data Analyst").exit_code == 0
    rows: list[dict[str, Any]] = json.loads(run(*place, "rank", "--json", "-n", "100000").stdout)["rows"]
    return [{name: value for name, value in row.items() if name != "id"} for row in rows if row["url"]]


@pytest.mark.slow
def test_order_of_rows_and_files_changes_no_list(run: Run, samples: Path, tmp_path: Path) -> None:
    """Scores, parts, reasons and places of everybody, to the last digit."""
    (path,) = (samples / "demo").glob("Complete_*.zip")
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    with zipfile.ZipFile(path) as archive:
        for name in FILES:
            text = archive.read(f"{name}.csv").decode("utf-8")
            (one / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
            other = turned(text) if name in TURNED else text
            (two / f"{name}.csv").write_text(other, encoding="utf-8", newline="")
    first = lists(run, sorted(one.iterdir()), tmp_path / "first")
    second = lists(run, sorted(two.iterdir(), reverse=True), tmp_path / "second")
    assert [row for row in first if row["rank"]] == [row for row in second if row["rank"]]
    keyed = [{(row["url"], row["list"]): row for row in rows} for rows in (first, second)]
    assert keyed[0] == keyed[1]
