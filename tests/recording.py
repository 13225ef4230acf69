"""Write down what came of the tests of the numbered checks: `pytest -p tests.recording --record-checks DAY -m check`.

The file is tests/proof/checks.json, from which `make docs` writes docs/reference/checks.md. It has one entry for each
test function: the day, how many cases passed and failed, and how many were skipped for which reason. What a run leaves
out keeps what was written down before.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tools.doc_checks import RESULTS, recorded, tried

if TYPE_CHECKING:
    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that says on which day the results were made."""
    parser.addoption("--record-checks", metavar="DAY", help="write the results of numbered checks down for this day")


def pytest_configure(config: pytest.Config) -> None:
    """Listen to the results, in the process that hears of all of them."""
    day = config.getoption("--record-checks")
    if day and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder(str(day)), "record-checks")


class Recorder:
    """Counts what came of each test function that bears a number, and writes it at the end."""

    def __init__(self, day: str) -> None:
        """Begin with nothing heard."""
        self.day = day
        self.heard: dict[str, dict[str, Any]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count one result: a call that passed, anything that failed or was skipped."""
        if "check" not in report.keywords or (report.passed and report.when != "call"):
            return
        name = report.nodeid.partition("[")[0]
        entry = self.heard.setdefault(name, {"day": self.day, "passed": 0, "failed": 0, "skipped": {}})
        if report.skipped:
            reason = reason_of(report.longrepr)
            entry["skipped"][reason] = entry["skipped"].get(reason, 0) + 1
        else:
            entry[report.outcome] += 1

    def pytest_sessionfinish(self) -> None:
        """Write the file, without the tests that are gone."""
        known = {one.name for one in tried()}
        entries = {name: one for name, one in {**recorded(), **self.heard}.items() if name in known}
        lines = [f"{json.dumps(name)}: {json.dumps(one, ensure_ascii=False)}" for name, one in sorted(entries.items())]
        RESULTS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


def reason_of(told: object) -> str:
    """Return why a test was skipped, on one line and without the place where it says so."""
    words = told[2] if isinstance(told, tuple) else str(told)
    return re.sub(r"\s+", " ", str(words).removeprefix("Skipped: ")).replace("|", "/")
