"""The invented data of the speed budget: the same every time, and its truth is the truth of what was written."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.speed.cells import Column, company_column, title_column
from benchmarks.speed.export import ME, Size, beside, network, write
from benchmarks.speed.measure import Cost, cost, python, ratios
from benchmarks.speed.verdict import at_most

_SIZE = Size(people=1_200, messages=900, extra=60, titles=500)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive with its truth beside it."""
    made = tmp_path_factory.mktemp("export") / "one.zip"
    write(_SIZE, made)
    return made


def table(archive: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of one file of an archive."""
    with zipfile.ZipFile(archive) as file:
        text = file.read(name).decode()
    return list(csv.DictReader(io.StringIO(text.removeprefix('Notes:\n"Every person in this file is invented."\n\n'))))


def truth(archive: Path) -> dict[str, dict[str, str]]:
    """Return the truth by profile."""
    with beside(archive, "truth.csv").open(encoding="utf-8", newline="") as file:
        return {row["profile"]: row for row in csv.DictReader(file)}


def test_the_same_size_gives_the_same_bytes(archive: Path, tmp_path: Path) -> None:
    """Figures of two days could not be compared if the archive were another one."""
    write(_SIZE, tmp_path / "one.zip")
    for ending in ("zip", "truth.csv", "targets.json"):
        assert beside(archive, ending).read_bytes() == beside(tmp_path / "one.zip", ending).read_bytes()
    write(Size(_SIZE.people, _SIZE.messages, _SIZE.extra, seed=1, titles=500), tmp_path / "other.zip")
    assert (tmp_path / "other.zip").read_bytes() != archive.read_bytes()


def test_a_newer_export_only_adds_messages(archive: Path, tmp_path: Path) -> None:
    """The figure for titles already linked would be measured on strangers if the newer export held other people."""
    write(Size(_SIZE.people, _SIZE.messages, titles=500), tmp_path / "older.zip")
    older, newer = table(tmp_path / "older.zip", "messages.csv"), table(archive, "messages.csv")
    assert (len(older), len(newer)) == (900, 960)
    assert newer[:900] == older
    assert table(tmp_path / "older.zip", "Connections.csv") == table(archive, "Connections.csv")


def test_the_truth_adds_up(archive: Path) -> None:
    """Recall against a truth that is not that of the file measures nothing."""
    rows, meant = table(archive, "Connections.csv"), truth(archive)
    assert Counter(bool(row["URL"]) for row in rows) == {True: 1_200, False: 1}
    assert {row["URL"] for row in rows if row["URL"]} == set(meant)
    firms = set(network(_SIZE).companies)
    for row in rows[:1_200]:
        told = meant[row["URL"]]
        assert bool(row["Company"]) == bool(told["company"])
        assert row["Company"] not in firms or row["Company"] == told["company"]
    counts: Counter[str] = Counter()
    for row in table(archive, "messages.csv"):
        sent = row["SENDER PROFILE URL"] == ME[2]
        counts[row["RECIPIENT PROFILE URLS" if sent else "SENDER PROFILE URL"]] += row["FOLDER"] != "SPAM"
    assert {url: counts[url] for url in meant} == {url: int(one["messages"]) for url, one in meant.items()}
    asked = json.loads(beside(archive, "targets.json").read_text("utf-8"))
    assert (len(set(asked["companies"])), len(set(asked["jobs"]))) == (100, 20)
    assert set(asked["companies"]) <= firms


def columns() -> list[tuple[Column, Column]]:
    """Return both kinds of columns, each made twice."""
    return [
        (make(2_000, count, 5), make(2_000, count, 5)) for make, count in ((company_column, 60), (title_column, 600))
    ]


def test_columns_mean_what_they_say() -> None:
    """A cell that stands as asked for must mean just that, some mean nothing asked for, and all are as before."""
    for column, again in columns():
        assert column == again
        code_of = {label: code for code, label in column.asked}
        assert len(code_of) == len(column.asked)
        codes = set(code_of.values())
        assert set(column.meant) - {""} <= codes
        assert 0.1 < sum(map(bool, column.meant)) / len(column.meant) < 0.95
        exact = [(cell, meant) for cell, meant in zip(column.cells, column.meant, strict=True) if cell in code_of]
        assert len(exact) > 100
        assert all(code_of[cell] == meant for cell, meant in exact)


def test_ratios_are_taken_inside_a_round() -> None:
    """A ratio of medians of different rounds would hold the load of the machine."""
    ours, others = [Cost(2, 1, 10), Cost(9, 9, 20)], [Cost(1, 2, 5), Cost(3, 3, 5)]
    assert ratios(ours, others) == [0.5, 3.0]
    assert ratios(ours, others, "wall") == [2.0, 3.0]
    assert (ours[0] + ours[1]) == Cost(11, 10, 20)
    assert at_most("x", ours, others, 1.75).met is True
    assert at_most("x", ours, others, 1.7).met is False


def test_a_measured_command_that_fails_is_told() -> None:
    """A command that ends at once with an error would be the fastest of all."""
    with pytest.raises(RuntimeError, match="ended with 3"):
        cost(python("raise SystemExit(3)"))
    assert cost(python("pass")).cpu > 0
