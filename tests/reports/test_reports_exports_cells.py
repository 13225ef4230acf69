"""Cells that stay text: nothing a spreadsheet would run, and the way back."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netscout.model.inert import neutral, restored
from netscout.reports.exports.cells import CELL_MOST, cut, one_line, xml_text
from tests.reports.export_oracles import ODD, SHAPES, live_cells

BLNS = Path(__file__).resolve().parents[2].parent / "shared" / "corpora" / "blns" / "blns.json"
_PARTS = st.lists(st.sampled_from([*"=+-@'\",;\t\r\n\0 ab1", "\u00a0", "\u200b", "\ufeff", "＝", "\u202e"]), max_size=9)
TEXTS = _PARTS.map("".join) | st.text(max_size=12) | st.sampled_from([*SHAPES, *ODD])


def _file(*cells: str) -> str:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(["p0001", *cells, "end"])
    return out.getvalue()


def test_the_look_finds_what_runs() -> None:
    """A look that calls everything harmless proves nothing: raw shapes and the cure of old are found."""
    assert len(SHAPES) == 38
    quiet = ("'=1+1", "a,=1+1", 'a"=1+1', "a\n=1+1")
    missed = [shape for shape in SHAPES if shape not in quiet and not live_cells(_file(shape))]
    assert missed == []
    assert live_cells(_file("'=1+2\";=1+2"))


@pytest.mark.check(23)
@given(TEXTS, TEXTS)
@example('=1+2";=1+2', "x")
@example("-\u0663", "'=1")
def test_nothing_runs_at_any_separator(one: str, other: str) -> None:
    """A name that is a formula once the file is split at the user's own separator."""
    assert live_cells(_file(neutral(one), neutral(other))) == []


@pytest.mark.check(25)
@given(TEXTS)
@example("''=1")
@example("\t\t=1")
def test_the_apostrophe_is_undone_exactly(text: str) -> None:
    """A name that comes back with an apostrophe more, or without one of its own."""
    assert restored(neutral(text)) == (text if re.fullmatch("-?[0-9]+", text) else re.sub("[\r\n]+", " ", text))


def test_plain_numbers_stay() -> None:
    """A column of figures that a spreadsheet can no longer add up."""
    assert [neutral(one) for one in ("-5", "12.50", "-0.5")] == ["-5", "12.50", "-0.5"]
    assert neutral("-5+2") == "'-5+2"


@pytest.mark.check(4)
def test_naughty_strings_survive() -> None:
    """A text of the list of naughty strings that reading the file again does not give back."""
    if not BLNS.exists():
        pytest.skip("the list of naughty strings is not beside this checkout")
    strings = [one.replace("\r\n", " ").replace("\n", " ") for one in json.loads(BLNS.read_text(encoding="utf-8"))]
    whole = "".join(_file(neutral(one), neutral(one)) for one in strings)
    assert live_cells(whole) == []
    back = [[restored(cell) for cell in row] for row in csv.reader(io.StringIO(whole, newline=""))]
    assert back == [["p0001", one, one, "end"] for one in strings]


@pytest.mark.check(26)
@given(st.text(max_size=40), st.integers(12, 30))
def test_long_cells_are_cut_with_a_mark(text: str, most: int) -> None:
    """A cell that a workbook silently shortens, or a pair of surrogates cut in two."""
    shown, was_cut = cut(text, most)
    assert len(shown.encode("utf-16-le")) // 2 <= most
    assert was_cut == (len(text.encode("utf-16-le")) // 2 > most)
    assert shown == text if not was_cut else shown.endswith("(cut)")


def test_the_longest_cell_is_whole() -> None:
    """One character fewer than a cell may hold."""
    assert cut("a" * CELL_MOST) == ("a" * CELL_MOST, False)
    assert cut("a" * (CELL_MOST + 1))[1]
    assert cut("😀" * CELL_MOST)[1]


@pytest.mark.check(26)
@given(st.text())
def test_lines_stay_lines(text: str) -> None:
    """A name that begins a second line of a heading or a card."""
    assert len(one_line(text).splitlines()) <= 1
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u2028]", xml_text(text))
