"""The page of proofs: its table is replaced and nothing else, and every test it names exists."""

from __future__ import annotations

import re
from pathlib import Path

from tests.proof.run import BEGIN, END, PAGE, Figures, page_table, with_table

ROOT = Path(__file__).resolve().parents[2]


def test_the_table_is_replaced() -> None:
    """A run that writes its figures twice, or over the words around them."""
    page = f"Head\n\n{BEGIN}\n\nold\n\n{END}\n\nTail\n"
    once = with_table(page, "new")
    assert once == with_table(once, "new")
    assert once.startswith("Head\n")
    assert once.endswith("Tail\n")
    assert "old" not in once
    assert with_table(PAGE.read_text(encoding="utf-8"), "new").count(BEGIN) == 1


def test_a_proof_not_run_says_so() -> None:
    """Figures of zero that look like a run."""
    table = page_table(Figures(), "2026-01-01", "strace is not installed")
    assert table.count("not run: strace is not installed") == 3
    assert "2026-01-01" in table


def test_pages_not_opened_say_so() -> None:
    """A run without a browser whose noughts look like pages that were opened."""
    told = page_table(Figures(blind="no Chromium on this machine"), "2026-01-01", "")
    assert told.count("not run: no Chromium on this machine") == 1
    assert "payloads in" not in told
    assert "not run" not in page_table(Figures(), "2026-01-01", "")


def test_the_tests_it_names_exist() -> None:
    """A page that claims a proof nobody finds."""
    named = re.findall(r"`(tests/[\w/]+\.py)`", PAGE.read_text(encoding="utf-8"))
    assert len(named) > 5
    assert [one for one in named if not (ROOT / one).is_file()] == []
