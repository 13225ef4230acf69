"""Rows in are rows accounted for, through the command line: on the screen, as JSON, and cell by cell."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
LINK = "https://www.linkedin.com/in/"
PARTS = ("people", "duplicates", "hidden", "empty", "unreadable", "companies_only")
BAD_DAYS = (
    *(
        "31 Feb 2020",
        "30 Feb 2021",
        "29 Feb 2023",
        "00 Jan 2020",
        "32 Jan 2020",
        "31 Apr 2020",
        "1 Foo 2020",
        "2020-13-01",
    ),
    *("2020-02-30", "2020-00-10", "0000-00-00", "13/13/2020", "99/99/9999", "1 Jan 2099", "2099-12-31", "yesterday"),
    *("1e5", "20200230", "\u0663\u0661 Feb 2020", "17 Feb 20026"),
)


def row(number: int, day: str = "07 Sep 2019") -> str:
    """Return a connection."""
    return f"Ana{number},Example{number},{LINK}ana-{number},,Acme{number},Chef{number},{day}"


def loaded(run: Run, path: Path, text: str) -> dict[str, Any]:
    """Write a file, load it, and return what `load --json` says."""
    path.write_text(text, encoding="utf-8", newline="")
    done = run("load", path, "--json")
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def people(run: Run, folder: Path) -> list[dict[str, str]]:
    """Return the rows of `export people`."""
    assert run("export", "people", "--out", folder / "p.csv").exit_code == 0
    return list(csv.DictReader(io.StringIO((folder / "p.csv").read_bytes().decode("utf-8-sig"), newline="")))


@pytest.mark.check(5)
def test_the_printed_account_is_that_of_the_file(run: Run, tmp_path: Path) -> None:
    """A sum on the screen that is none, or that differs from the JSON or from the rows of the file."""
    rows = [row(1), row(2), row(2), ",,,,,,07 Sep 2019", ",,,,,,", '"Cleo,Example,,,,,', row(3), row(1)]
    path = tmp_path / "list.csv"
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    shown = " ".join(run("load", path).stdout.split())
    ((total, parts),) = re.findall(r"(\d+) rows? = (.*?)\.", shown)
    assert int(total) == len(rows) == sum(int(one) for one in re.findall(r"\d+", parts))
    counts = loaded(run, tmp_path / "again.csv", HEAD + "\n".join(rows) + "\n\n")["counts"]
    assert counts["rows"] == len(rows) == sum(counts.get(one, 0) for one in PARTS)
    assert [counts[one] for one in ("people", "duplicates", "hidden", "empty", "unreadable")] == [3, 2, 1, 1, 1]


@pytest.mark.check(6)
@pytest.mark.parametrize("surplus", [",more", ',"a, b",,x'])
def test_a_cell_too_many_shifts_nothing(run: Run, tmp_path: Path, surplus: str) -> None:
    """A company that stands in the column of the job because each row has a cell more than the header."""
    rows = [row(number) for number in range(30)]
    told = loaded(run, tmp_path / "list.csv", HEAD + "".join(f"{one}{surplus}\n" for one in rows))
    (ragged,) = [one for one in told["warnings"] if one["code"] == "ragged-row"]
    assert (ragged["count"], ragged["line"]) == (30, 2)
    found = {one["first_name"]: one for one in people(run, tmp_path)}
    for number in range(30):
        one = found[f"Ana{number}"]
        assert (one["last_name"], one["url"]) == (f"Example{number}", f"{LINK}ana-{number}")
        assert (one["company"], one["title"]) == (f"Acme{number}", f"Chef{number}")
        assert one["connected_on"] == "2019-09-07"


@pytest.mark.check(7)
@pytest.mark.parametrize(("place", "column"), [(0, 0), (1, 4), (8, 1), (9, 6)])
def test_an_open_quote_costs_its_row_at_most(run: Run, tmp_path: Path, place: int, column: int) -> None:
    """A quote without an end that takes other people with it, or one person without a word."""
    rows = [row(number).split(",") for number in range(10)]
    rows[place][column] = '"' + rows[place][column]
    told = loaded(run, tmp_path / "list.csv", HEAD + "".join(",".join(one) + "\n" for one in rows))
    counts = told["counts"]
    assert counts["rows"] == 10
    assert counts["people"] + counts["unreadable"] == 10
    assert counts["unreadable"] <= 1
    (account,) = [file for source in told["sources"] for file in source["files"]]
    assert len(account.get("unreadable", [])) == counts["unreadable"] or told["warnings"]
    found = {one["first_name"] for one in people(run, tmp_path)}
    assert {f"Ana{number}" for number in range(10) if number != place} <= found


@pytest.mark.check(9)
def test_bad_days_cost_nobody_and_are_counted(run: Run, tmp_path: Path) -> None:
    """Somebody dropped for a day that never was, or given one that nobody wrote."""
    rows = [row(number, day) for number, day in enumerate(BAD_DAYS)]
    told = loaded(run, tmp_path / "list.csv", HEAD + "\n".join(rows) + "\n")
    assert told["counts"]["people"] == len(BAD_DAYS) == 20
    assert sum(one["count"] for one in told["warnings"] if one["code"] == "bad-date") == 20
    assert {one["connected_on"] for one in people(run, tmp_path)} == {""}
    shown = run("load", tmp_path / "list.csv", "--verbose").output
    assert all(day not in shown for day in BAD_DAYS)


@pytest.mark.check(9)
def test_days_that_may_be_two_are_told(run: Run, tmp_path: Path) -> None:
    """The third of April that becomes the fourth of March for everybody, and not a word of it."""
    rows = [row(number, day) for number, day in enumerate(("3/4/2019", "5/6/2019", "7/8/2020"))]
    told = loaded(run, tmp_path / "list.csv", HEAD + "\n".join(rows) + "\n")
    assert told["counts"]["people"] == 3
    assert [one["code"] for one in told["warnings"]] == ["ambiguous-date-order"]
