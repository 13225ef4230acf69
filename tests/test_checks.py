"""The register of the numbered checks: every number has a test, no test has a number that is none."""

from __future__ import annotations

import json
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from tests import recording
from tests.recording import Recorder, reason_of
from tools import doc_checks
from tools.check_words import CHECKS, PARTS
from tools.doc_checks import Tried, outcome, page, proof_numbers, recorded, tried

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NUMBERS = set(range(1, 63))


def test_every_number_has_a_test() -> None:
    """A check that nothing tries, or a test whose number leads nowhere."""
    held = {number for one in tried() for number in one.numbers}
    assert sorted(NUMBERS - held) == []
    assert sorted(held - NUMBERS) == []
    assert set(CHECKS) == NUMBERS
    assert set(PARTS) <= NUMBERS


def test_numbers_are_seen_where_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A register that reads a number that is not there, or overlooks one that is."""
    text = (
        "import pytest\n\n@pytest.mark.slow\n@pytest.mark.check(3, 5)\ndef test_one(): ...\n\n"
        "@pytest.mark.check(7)\n@pytest.mark.parametrize('x', [1])\ndef test_two(x): ...\n\ndef test_three(): ...\n"
    )
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_some.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(doc_checks, "ROOT", tmp_path)
    monkeypatch.setattr(doc_checks, "TESTS", tmp_path / "tests")
    assert tried() == (
        Tried("tests/test_some.py::test_one", (3, 5), slow=True),
        Tried("tests/test_some.py::test_two", (7,), slow=False),
    )


def test_the_page_lists_every_check() -> None:
    """A reader who looks a number up and finds nothing, or no test to go to."""
    sections = re.split(r"^### Check (\d+)$", page(), flags=re.MULTILINE)
    assert [int(one) for one in sections[1::2]] == sorted(NUMBERS)
    for number, text in zip(sections[1::2], sections[2::2], strict=True):
        assert re.search(r"^- `tests/[\w/]+\.py::test_\w+`", text, re.MULTILINE), number
        assert re.search(r"^Runs: \S.*\. Last result: \S.*\.$", text, re.MULTILINE), number
    assert {13, 50, 56} <= proof_numbers() <= NUMBERS


def test_results_are_told_as_they_were() -> None:
    """A failure that reads like a success, or a skip that reads like a pass."""
    good: dict[str, Any] = {"day": "2026-11-02", "passed": 1200, "failed": 0, "skipped": {}}
    bad: dict[str, Any] = {"day": "2026-11-01", "passed": 0, "failed": 1, "skipped": {"no browser": 2}}
    assert outcome([good]) == "2026-11-02: 1,200 passed"
    assert outcome([good, bad]) == "2026-11-01: 1,200 passed, **1 failed**, 2 skipped (no browser)"
    assert outcome([good, None]) == "2026-11-02: 1,200 passed, 1 not yet recorded"
    assert outcome([None]) == "not yet recorded"


def test_a_run_is_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A result that is lost, counted twice, or kept of a test that is gone."""
    path = tmp_path / "checks.json"
    monkeypatch.setattr(recording, "RESULTS", path)
    monkeypatch.setattr(doc_checks, "RESULTS", path)
    first, second = (one.name for one in tried()[:2])
    old = {"day": "2026-01-01", "passed": 1, "failed": 0, "skipped": {}}
    path.write_text(json.dumps({second: old, "tests/test_gone.py::test_gone": old}), encoding="utf-8")
    recorder = Recorder("2026-02-02")

    def hear(name: str, outcome: str, when: str = "call", told: object = "", *, numbered: bool = True) -> None:
        marks = {"check": 1} if numbered else {}
        state = {one: outcome == one for one in ("passed", "failed", "skipped")}
        report: Any = SimpleNamespace(keywords=marks, when=when, nodeid=name, outcome=outcome, longrepr=told, **state)
        recorder.pytest_runtest_logreport(report)

    hear(first, "passed", "setup")
    hear(f"{first}[a[1]]", "passed")
    hear(f"{first}[b]", "failed", "teardown")
    hear(first, "skipped", "setup", ("/some/where.py", 3, "Skipped: no strace\nhere"))
    hear("tests/test_checks.py::test_other", "failed", numbered=False)
    recorder.pytest_sessionfinish()
    made = {"day": "2026-02-02", "passed": 1, "failed": 1, "skipped": {"no strace here": 1}}
    assert recorded() == {first: made, second: old}


def test_a_reason_names_no_place() -> None:
    """A path of somebody's machine on a page of ours."""
    assert reason_of(("/home/x/test.py", 1, "Skipped: needs a | browser")) == "needs a / browser"
    assert reason_of("plain") == "plain"
