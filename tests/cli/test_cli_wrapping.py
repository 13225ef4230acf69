"""Text on a screen: widths as terminals count them, lines that fit, commands that stay whole, tables that align."""

from __future__ import annotations

import unicodedata
from importlib.metadata import version

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.cli.wrapping import Columns, cut, fold, hang_of, pad, safe, table_lines, width_of

_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=60)


@pytest.mark.parametrize("evil", ["\x1b[31mred", "\x1b]0;title\x07", "a\u202eb", "a\x00b", "\x9b5m", "a\u2066b"])
def test_controls_never_reach_the_terminal(evil: str) -> None:
    """A name that recolours, retitles or reorders the terminal."""
    shown = safe(evil)
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in shown)
    assert not set(shown) & set("\u202e\u2066")
    assert "\ufffd" in shown


def test_names_of_the_world_stay() -> None:
    """A filter that eats letters of other scripts or emoji made of several."""
    for name in ("Zoë Ångström", "山田太郎", "Мария", "مريم", "👩‍🔬 Ada"):
        assert safe(name) == name


@pytest.mark.skipif(version("rich") < "15", reason="older releases of rich count a joined picture by its parts")
def test_widths_are_those_of_rich() -> None:
    """Columns that slide under a name in Thai, Hindi, Hebrew, Korean or with a picture in it."""
    from rich.cells import cell_len

    words = "Zoë e\u0301 山田 한국 ที่ประชุม नमस्ते שָׁלוֹם مَريم 👩‍🔬 ✍️ 🇩🇪 1️⃣ ❤️ 👍🏽 ﬁ Ａ ｱ 🐶"
    for word in words.split():
        assert width_of(word) == cell_len(word), word
    letters = [chr(code) for code in range(32, 0x3000) if unicodedata.category(chr(code))[0] in "LMN"]
    other = [one for one in letters if width_of(one) != cell_len(one)]
    assert not other


@given(_TEXTS, st.integers(8, 70))
def test_a_cut_text_fits(text: str, columns: int) -> None:
    """A cell that pushes the rest of its row, or loses its end without a mark."""
    shown = cut(text, columns)
    assert width_of(shown) <= columns
    assert shown == text.replace("\n", " ") or shown.endswith("…")


@given(_TEXTS.filter(lambda text: not set("`/\\@") & set(text)), st.integers(10, 70), st.sampled_from(["", "  ", "- "]))
def test_folded_lines_fit_and_lose_nothing(text: str, columns: int, indent: str) -> None:
    """A line the terminal breaks itself, or a letter lost where a line ends."""
    lines = fold(text, columns, indent)
    assert all(width_of(line) <= columns for line in lines if len(line) > 2)
    assert "".join("".join(lines).split()) == "".join((indent + text).split())


def test_what_is_copied_stays_whole() -> None:
    """A command broken in two, of which the first half does something else when it is pasted."""
    text = "Nobody is there yet, so look with `netscout forget --untouched --yes` in /home/a/very/long/path/of/it."
    for columns in range(12, 60):
        lines = fold(text, columns)
        assert sum("`netscout forget --untouched --yes`" in line for line in lines) == 1
        assert sum("/home/a/very/long/path/of/it." in line for line in lines) == 1


@pytest.mark.parametrize(
    ("text", "under"),
    [("- one two", 2), ("12. one", 4), ("  p0042  Ana", 9), ("   -46.2  points", 10), ("1/3  Which", 5), ("one", 0)],
)
def test_entries_hang_under_their_first_word(text: str, under: int) -> None:
    """Lists whose second lines look like entries of their own."""
    assert hang_of(text) == under


def test_a_table_aligns_every_script() -> None:
    """Columns that slide where a name is wide, combined or written from the right."""
    names = ("Ana", "山田太郎", "Zoe\u0308", "مريم", "अनिता", "👩‍🔬 Ada")
    lines = table_lines(("name", "n"), [(name, "7") for name in names], Columns(grow=(0,), right=(1,)), 40)
    assert {width_of(line) for line in lines} == {width_of(lines[0])}
    assert all(line.endswith("  7") for line in lines[1:])


def test_nobody_is_cut_out_of_a_table() -> None:
    """Two people of one long name that look the same; a title may end in an ellipsis."""
    name = "Maria-Magdalena Wolkenstein-Trostburg von Seefeld"
    rows = [("p0001", name, "t" * 90, "Northwind")]
    lines = table_lines(("id", "name", "title", "company"), rows, Columns(grow=(1, 2, 3), keep=(1,)), 60)
    assert all(width_of(line) <= 60 for line in lines)
    second = lines[0].index("title")
    assert "".join("".join(line[7 : second - 1] for line in lines[1:]).split()) == "".join(name.split())
    assert "…" in lines[1]


def test_a_table_in_a_pipe_is_not_cut() -> None:
    """A `grep` for a company that finds nobody because the cell was cut."""
    rows = [("p1", "x" * 90, "end"), ("p2", "y", "end")]
    lines = table_lines(("id", "title", "last"), rows, Columns(grow=(1,)), 40, cutting="")
    assert "x" * 90 + "  end" in lines[1]
    assert width_of(lines[2]) <= 40


def test_a_table_too_wide_becomes_paragraphs() -> None:
    """A screen too narrow for the columns, on which the terminal would break each row where it likes."""
    rows = [("p0001", "Ana Example", "Data Analyst", "Northwind")]
    lines = table_lines(("id", "name", "title", "company"), rows, Columns(grow=(1, 2, 3)), 30)
    assert all(width_of(line) <= 30 for line in lines)
    assert "Ana Example" in " ".join(lines)


def test_padding_counts_columns() -> None:
    """Numbers that do not stand under one another."""
    assert pad("山", 4) == "山  "
    assert pad("7", 3, right=True) == "  7"
