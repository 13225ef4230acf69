"""The page of proofs: its table is replaced and nothing else, and every test it names exists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.proof import keeping
from tests.proof.figures import BEGIN, END, PAGE, PARTS, page_table, with_table
from tests.proof.keeping import Kept, Outcome
from tests.proof.parts import tasks
from tests.proof.run import NUMBERS, PART_OF, _arguments, shortened

if TYPE_CHECKING:
    import pytest

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
    """Figures of zero that look like a run, of strikes and of pages."""
    done = {"files": Outcome({"files": 7, "files read": 7}, day="2026-01-01")}
    table = page_table(done, {"faults": "strace is not installed", "pages": "no Chromium on this machine"})
    assert table.count("not run: strace is not installed") == 1
    assert table.count("not run: no Chromium on this machine") == 1
    assert table.count("not run: left out") == len(PARTS) - 3
    assert "7: 7 read, 0 refused" in table
    assert "Last run: 2026-01-01" in table
    assert "Last run: never" in page_table({}, {})


def test_what_went_wrong_is_counted() -> None:
    """A table that says nothing of the faults that were found, or of a run that was cut short."""
    done = {"inputs": Outcome({"inputs": 5}, ["a crash", "a loss"], 120.0, "2026-01-02")}
    table = page_table(done, {"inputs": "a shorter run"})
    assert "5: 0 taken, 0 refused (a shorter run) | 2.0 | 2 |" in table
    assert table.endswith("2 minutes of one core. Wrong: 2.")


def test_a_run_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run of an hour that begins anew, or that takes figures of another netscout for its own."""
    kept = Kept(tmp_path)
    kept.put("a", Outcome({"files": 2}, seconds=3.0, day="2026-01-01"))
    kept.put("b", Outcome({"files": 2}, ["a crash"]))
    assert kept.find("a") == Outcome({"files": 2}, [], 3.0, "2026-01-01")
    assert kept.find("b") is None
    monkeypatch.setattr(keeping, "digest", lambda: "another")
    assert Kept(tmp_path).find("a") is None


def test_a_shorter_run_is_told() -> None:
    """Figures of a short look that stand there as those of a whole run."""
    told = _arguments(["--today", "2026-01-01", "--points", "5"])
    assert shortened(told) == {"faults": "a shorter run"}
    assert shortened(_arguments(["--today", "2026-01-01"])) == {}
    assert {PART_OF[name] for name in NUMBERS} == {*PARTS}
    assert [len([*tasks(told, part)]) > 0 for part in PARTS] == [True] * len(PARTS)


def test_the_tests_it_names_exist() -> None:
    """A page that claims a proof nobody finds."""
    named = re.findall(r"`(tests/[\w/]+\.py)`", PAGE.read_text(encoding="utf-8"))
    assert len(named) > 5
    assert [one for one in named if not (ROOT / one).is_file()] == []
