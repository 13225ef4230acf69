"""The figures of the long proofs as a table, and the page they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.hostile_pages import FIELDS
from tests.browser.hostile_payloads import borrowed
from tests.proof.keeping import ROOT
from tests.proof.mutants import PACKAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.proof.keeping import Outcome

PAGE = ROOT / "docs" / "explanation" / "proof.md"
BEGIN, END = "<!-- figures: written by `make proof` -->", "<!-- end of figures -->"
PARTS = ("faults", "files", "inputs", "guided", "growth", "mutants", "pages")
"""Parts of the proofs, in the order of the table."""


def page_table(outcomes: Mapping[str, Outcome], missing: Mapping[str, str]) -> str:
    """Return the table of figures as Markdown; `missing` says why a part was not run, or not whole."""
    rows = []
    for part in PARTS:
        check, what, count = _ROWS[part]
        done, why = outcomes.get(part), missing.get(part, "")
        if done:
            often = count(done.counts) + (f" ({why})" if why else "")
            rows.append(f"| {check} | {what} | {often} | {done.seconds / 60:.1f} | {len(done.wrong)} |")
        else:
            rows.append(f"| {check} | {what} | not run: {why or 'left out'} | | |")
    days = sorted({one.day for one in outcomes.values()})
    when = f"{days[0]} to {days[-1]}" if len(days) > 1 else "".join(days)
    minutes = sum(one.seconds for one in outcomes.values()) / 60
    wrong = sum(len(one.wrong) for one in outcomes.values())
    end = f"Last run: {when or 'never'}, {minutes:.0f} minutes of one core. Wrong: {wrong}."
    head = ["| checks | what was done | how often | minutes | wrong |", "|---|---|---|---|---|"]
    return "\n".join([*head, *rows, "", end])


def _faults(of: Mapping[str, int]) -> str:
    kinds = {"kills": "kills", "errors": "errors (no space, no file, no permission)", "interrupts": "Ctrl-C"}
    points = sum(of.get(name, 0) for name in kinds)
    told = ", ".join(f"{of.get(name, 0):,} {words}" for name, words in kinds.items())
    return f"{points:,} points in {of.get('commands', 0)} commands: {told}"


def _files(of: Mapping[str, int]) -> str:
    told = f"{of.get('files read', 0):,} read, {of.get('files refused', 0):,} refused"
    return f"{of.get('files', 0):,}: {told}, {of.get('files stored', 0):,} stored too"


def _inputs(of: Mapping[str, int]) -> str:
    told = f"{of.get('inputs read', 0):,} taken, {of.get('inputs refused', 0):,} refused"
    return f"{of.get('inputs', 0):,}: {told}"


def _guided(of: Mapping[str, int]) -> str:
    found = f"{of.get('new', 0):,} of which reached lines by a way that was new"
    return f"{of.get('texts', 0):,} for {of.get('readers', 0)} readers, {found}"


def _growth(of: Mapping[str, int]) -> str:
    return f"{of.get('shapes', 0):,} kinds of text, {of.get('timed', 0)} readers"


def _mutants(of: Mapping[str, int]) -> str:
    told = (
        f"{one} {of.get(f'{one} killed', 0):,} of {of[f'{one} mutants']:,} killed ({share(of, one):.1f} %)"
        for one in PACKAGES
        if of.get(f"{one} mutants")
    )
    return "; ".join(told)


def share(of: Mapping[str, int], package: str) -> float:
    """Return how many of a hundred mutants of a package were killed."""
    return 100 * of.get(f"{package} killed", 0) / of[f"{package} mutants"]


def _pages(of: Mapping[str, int]) -> str:
    payloads = of.get("payloads", 0)
    whose = "" if borrowed() else " of our own list alone (the corpora are not at hand)"
    pairs = f"{payloads * len(FIELDS):,} pairs: {payloads:,} payloads{whose} in {len(FIELDS)} fields"
    seen = f"{of.get('pages', 0)} pages, {of.get('marks', 0):,} marks, {of.get('rows', 0):,} rows"
    return f"{pairs}, {of.get('alive', 0):,} of which run when written raw; {seen}"


_ROWS: dict[str, tuple[str, str, Callable[[Mapping[str, int]], str]]] = {
    "faults": ("50 to 56", "killed at a system call that writes, errors of the system, Ctrl-C", _faults),
    "files": ("5, 13", "spoiled files", _files),
    "inputs": ("2, 5, 13", "hostile texts and files through the command line", _inputs),
    "guided": ("5, 13", "texts steered by the lines they reach", _guided),
    "growth": ("1", "twice the text takes at most 2.5 times as long", _growth),
    "mutants": ("", "slips planted in the code of a package, noticed by a test", _mutants),
    "pages": ("28, 29, 32", "hostile texts in a browser", _pages),
}
"""Part -> its checks, what is done, and what tells how often."""


def with_table(page: str, table: str) -> str:
    """Return the page with its table replaced."""
    head, _, rest = page.partition(BEGIN)
    tail = rest.partition(END)[2]
    return f"{head}{BEGIN}\n\n{table}\n\n{END}{tail}"
