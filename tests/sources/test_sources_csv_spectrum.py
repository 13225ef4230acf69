"""The reader of tables against a public collection of CSV files, and against ill-formed twins of them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.settings import Limits
from netscout.sources.declare import Column, Desk, Table
from netscout.sources.reading import UNCLOSED, read_sheet
from netscout.sources.recognise import find_header
from netscout.sources.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netscout.sources.sheet import Sheet

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpora" / "csv-spectrum"
NAMES = sorted(path.stem for path in (CORPUS / "json").glob("*.json"))
needs_corpus = pytest.mark.skipif(not NAMES, reason="the shared corpora are not beside this repository")


def row(cells: Sequence[str], _desk: Desk) -> object:
    """Return the raw cells of a row."""
    return tuple(cells)


def parsed(raw: bytes, columns: Sequence[str]) -> Sheet:
    """Return a file read as a table of these columns."""
    table = Table("any", tuple(Column(one, (one,), needed=True) for one in columns), row, 1, wordy=True)
    lines = next(Text(lambda: io.BytesIO(raw), 1 << 20).blocks(), [])
    header = find_header(lines, "a.csv", (table,))
    assert header
    return read_sheet("a.csv", header, lambda: Text(lambda: io.BytesIO(raw), 1 << 20), Limits(), None)


@pytest.mark.check(14)
@needs_corpus
@pytest.mark.parametrize("name", NAMES)
def test_a_file_parses_to_its_json(name: str) -> None:
    """A cell with a comma, a quote or a line break would be cut or joined."""
    wanted = json.loads((CORPUS / "json" / f"{name}.json").read_text(encoding="utf-8"))
    columns = list(wanted[0])
    sheet = parsed((CORPUS / "csvs" / f"{name}.csv").read_bytes(), columns)
    found = [dict(zip(columns, cells, strict=True)) for cells in sheet.records]
    for one in (*found, *wanted):
        for column, cell in one.items():
            one[column] = cell.replace("\r\n", "\n")  # the collection states line breaks inside cells either way
    assert (found, sheet.unreadable, sheet.ragged) == (wanted, [], 0)


@pytest.mark.check(14)
@pytest.mark.parametrize(
    ("raw", "records", "refused", "ragged"),
    [
        (b'a,b\n1,"ha\n3,4\n', [("3", "4")], [2], 0),
        (b'a,b\n1,2\n3,"ha ""ha"" \n', [("1", "2")], [3], 0),
        (b'a,b\n"1\n2,3\n', [("2", "3")], [2], 0),
        (b"a,b,c\n1,2\n3,4,5,6\n", [("1", "2", ""), ("3", "4", "5")], [], 2),
    ],
)
def test_ill_formed_twins(raw: bytes, records: list[tuple[str, ...]], refused: list[int], ragged: int) -> None:
    """A broken row would take others with it, or be taken in without a word."""
    columns = raw.decode().splitlines()[0].split(",")
    sheet = parsed(raw, columns)
    assert [(one.line, one.reason) for one in sheet.unreadable] == [(line, UNCLOSED) for line in refused]
    assert (sheet.records, sheet.ragged) == (records, ragged)
