"""The page on the numbered checks: what each holds, which tests try it, where they run, what came of it last."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.check_words import CHECKS, PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
RESULTS = TESTS / "proof" / "checks.json"
PROOF = ROOT / "docs" / "explanation" / "proof.md"
HEAD = """\
# The numbered checks

netscout is built against 62 numbered checks of what must never happen and what must always be true. Each is tried by
tests that bear its number (`pytest -m check` runs them all), so a number leads to the code that holds it.

*Each change*: the test runs with `make test`. *CI*: it takes seconds, and runs with `make test-all` and before every
merge. *Proof*: the same oracle runs over far more cases with `make proof`; its figures stand in
[What is proven, and how](../explanation/proof.md). A test that cannot run somewhere says why it was skipped.
The last result is that of the run on the day beside it, written by `make proof`.
"""


@dataclass(frozen=True, slots=True)
class Tried:
    """One test that bears the number of a check: its name, file and all, the numbers, and whether it is slow."""

    name: str
    numbers: tuple[int, ...]
    slow: bool


def page() -> str:
    """Return docs/reference/checks.md."""
    tests, results, proven = tried(), recorded(), proof_numbers()
    lines = [HEAD]
    for number, holds in CHECKS.items():
        if number in PARTS:
            lines.append(f"## {PARTS[number]}\n")
        lines += _section(number, holds, [one for one in tests if number in one.numbers], results, number in proven)
    return "\n".join(lines)


def tried() -> tuple[Tried, ...]:
    """Return every test with a number, read from the source, in order of file and place."""
    found = [one for path in sorted(TESTS.rglob("test_*.py")) for one in _tests(path)]
    return tuple(one for one in found if one.numbers)


def recorded() -> dict[str, Any]:
    """Return what was written down of the last runs: name of a test -> day, passed, failed, skipped by reason."""
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else "{}"
    found: dict[str, Any] = json.loads(text)
    return found


def proof_numbers() -> frozenset[int]:
    """Return the numbers of the checks that stand in the table of figures of the long proofs."""
    rows = re.findall(
        r"^\| ([\d, to]+) \|", PROOF.read_text(encoding="utf-8").partition("<!-- figures")[2], re.MULTILINE
    )
    pairs = [re.fullmatch(r"(\d+)(?: to (\d+))?", one.strip()) for row in rows for one in row.split(",")]
    return frozenset(number for hit in pairs if hit for number in range(int(hit[1]), int(hit[2] or hit[1]) + 1))


def outcome(results: list[dict[str, Any] | None]) -> str:
    """Return in words what came of the tests of one check, each as it was recorded last or None."""
    known = [one for one in results if one is not None]
    if not known:
        return "not yet recorded"
    passed, failed = (sum(one[key] for one in known) for key in ("passed", "failed"))
    reasons: dict[str, int] = {}
    for one in known:
        for reason, count in one["skipped"].items():
            reasons[reason] = reasons.get(reason, 0) + count
    told = [f"{passed:,} passed"] if passed else []
    told += [f"**{failed:,} failed**"] if failed else []
    told += [f"{count:,} skipped ({reason})" for reason, count in sorted(reasons.items())]
    missing = len(results) - len(known)
    told += [f"{missing} not yet recorded"] if missing else []
    return f"{min(one['day'] for one in known)}: {', '.join(told)}"


def _section(number: int, holds: str, tests: list[Tried], results: dict[str, Any], proven: bool) -> list[str]:
    where = ["each change"] if any(not one.slow for one in tests) else []
    where += ["CI"] if any(one.slow for one in tests) else []
    where += ["proof"] if proven else []
    lines = [f"### Check {number}\n", f"{holds}\n"]
    lines += [f"- `{one.name}`{' (CI)' if one.slow else ''}" for one in tests]
    ran = outcome([results.get(one.name) for one in tests])
    return [*lines, "", f"Runs: {', '.join(where)}. Last result: {ran}.\n"]


@cache
def _tests(path: Path) -> tuple[Tried, ...]:
    return tuple(_read(path))


def _read(path: Path) -> Iterator[Tried]:
    text = path.read_text(encoding="utf-8")
    for node in ast.parse(text).body if ".mark.check(" in text else []:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
            marks = list(_marks(node))
            numbers = sorted(number for name, told in marks if name == "check" for number in told)
            slow = any(name == "slow" for name, _ in marks)
            yield Tried(f"{path.relative_to(ROOT).as_posix()}::{node.name}", tuple(numbers), slow)


def _marks(node: ast.FunctionDef) -> Iterator[tuple[str, list[int]]]:
    for one in node.decorator_list:
        call = one if isinstance(one, ast.Call) else None
        name = ast.unparse(call.func if call else one)
        if name.startswith("pytest.mark."):
            told = [word.value for word in call.args if isinstance(word, ast.Constant)] if call else []
            yield name.removeprefix("pytest.mark."), [number for number in told if isinstance(number, int)]
