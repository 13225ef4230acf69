"""Rebuild the tables of figures in docs/explanation/how-the-list-is-made.md from the benches of ../shared.

    python benchmarks/ranking_figures.py [--parts personas,records,review,cost,facts]

Parts that were not asked for keep what stands in the page. About three minutes of processor time in all; `records`
keeps converted exports (310 MB) in the system's folder for temporary files. Without ../shared it says so and stops.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, TypeAlias

Foreign: TypeAlias = Any
"""Things of the bench, which carries no types that can be checked here."""
ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).resolve().parent
SHARED = ROOT.parent / "shared" / "bench"
PAGE = ROOT / "docs" / "explanation" / "how-the-list-is-made.md"
_PERSONAS = (
    ("of the first ten who *have the job*, share who have it or are near it", "P@10", ".95"),
    ("of the first twenty", "P@20", ".85"),
    ("their order (nDCG of the first ten)", "nDCG@10", ".9"),
    ("of the titles called a match, share that are", "match P", ""),
    ("of those that are a match, share found", "match R", ""),
    ("of the first five who *can open doors*, share who can", "con P@5", ".9"),
    ("their order (nDCG of the first five)", "con nDCG@5", ".85"),
    ("people planted to mislead among the first twenty of both lists", "traps", "0"),
    ("different companies among the first ten", "firms@10", "8"),
    ("of the first ten, share from one's own field; own firm", "own field", ".1; 0"),
    ("likeness of the order with all weights moved by up to 20 % (Kendall's tau)", "tau", ".9"),
)

sys.path[:0] = [str(ROOT), str(HERE), str(SHARED / "personas")]


def personas() -> str:
    """Return the table of the persona networks: means over the three, with and without messages."""
    import score_lists as bench  # type: ignore[import-not-found, unused-ignore]  # of ../shared

    os.environ.setdefault("NETSCOUT", f"{sys.executable} -m netscout")
    found: dict[str, list[dict[str, Any]]] = {"E2": [], "E0": []}
    for path in sorted((SHARED / "personas" / "data").glob("*/target.json")):
        case = bench.read_case(path.parent)
        for level, rows in found.items():
            figures, _ = bench.score(case, *bench.ask(case, level), level)
            rows.append(figures | {"tau": _tau(bench, case, level)})
    lines = ["| | to reach | with messages | connections alone |", "|---|---|---|---|"]
    for text, key, goal in _PERSONAS:
        cells = [_mean(rows, key) for rows in found.values()]
        if key == "own field":
            cells = [f"{cell}; {_mean(rows, 'own firm')}" for cell, rows in zip(cells, found.values(), strict=True)]
        lines.append(f"| {text} | {goal} | {cells[0]} | {cells[1]} |")
    return "\n".join(lines)


def _tau(bench: Foreign, case: Foreign, level: str) -> float:
    """Return the smaller likeness of the two lists (of one where the other is empty)."""
    with tempfile.TemporaryDirectory() as folder:
        command = bench.Command(case, level, Path(folder))
        answer = json.loads(command.run("rank", "--target", case.target["target"], "--format", "json"))
    return min(float(one["kendall_tau"]) for one in answer["lists"])


def _mean(rows: list[dict[str, Any]], key: str) -> str:
    values = [value for row in rows if isinstance(value := row.get(key), float)]
    return short(sum(values) / len(values)) if values else "-"


def short(value: float, digits: int = 2) -> str:
    """Return a number without the nought before its point."""
    text = f"{value:.{digits}f}"
    return text.replace("0.", ".", 1) if abs(value) < 1 else text


def review() -> str:
    """Return the table of the lists from Connections.csv alone, before and after thirty questions."""
    from ranking_review import everybody  # type: ignore[import-not-found, unused-ignore]  # its neighbour

    found = everybody(30)["mean"]
    names = {"P@10": "who have the job: share of the first ten", "nDCG@10": "their order (nDCG)"}
    names |= {"con P@5": "who can open doors: share of the first five", "con nDCG@5": "their order (nDCG)"}
    rows = [f"| {text} | {short(found['before'][key])} | {short(found['after'][key])} |" for key, text in names.items()]
    said = f"Of thirty people asked about, {found['asked']['known']:.0f} were known (mean of the three)."
    return "\n".join(["| connections alone | before | after thirty answers |", "|---|---|---|", *rows, "", said])


def records() -> str:
    """Return the table of the public records: the reference, netscout, and the paired difference."""
    from ranking_records import compare  # type: ignore[import-not-found, unused-ignore]  # its neighbour

    lines = ["| | reference | netscout | difference, 95 % | to reach |", "|---|---|---|---|---|"]
    for row in compare(SHARED / "ranking"):
        bounds = f"{_signed(row.difference)} ({_signed(row.low)} to {_signed(row.high)})" if row.paired else ""
        lines.append(f"| {row.text} | {short(row.reference, 3)} | {short(row.ours, 3)} | {bounds} | {row.goal} |")
    return "\n".join(lines)


def _signed(value: float) -> str:
    return f"{'-' if round(value, 3) < 0 else '+'}{short(abs(value), 3)}"


def cost() -> str:
    """Return the table of what facts, scores and choice cost on a large network."""
    command = [sys.executable, str(HERE / "ranking_cost.py"), "--json"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return "\n".join(
        [
            "| 30,000 connections, 200,000 messages | to reach | netscout |",
            "|---|---|---|",
            f"| facts, scores, choice: times one csv pass over the messages | 3 | {found['ratio']:.1f} |",
            f"| peak memory | 500 MB | {found['peak_mb']:.0f} MB |",
            f"| choice of fifty, processor seconds | .1 | {short(found['choice'] / 2)} |",
        ]
    )


def facts() -> str:
    """Return the table of the facts looked at, with file and source."""
    from netscout.ties.evidence import EVIDENCE

    rows = [f"| {one.text} | {one.file} | {one.used} | {one.source} |" for one in EVIDENCE]
    return "\n".join(["| fact | file | enters | source |", "|---|---|---|---|", *rows])


PARTS = {"facts": facts, "personas": personas, "review": review, "records": records, "cost": cost}


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", default=",".join(PARTS))
    options = parser.parse_args()
    if not SHARED.exists():
        raise SystemExit(f"The benches are not here: {SHARED}")
    for part in options.parts.split(","):
        table = PARTS[part]()
        text = PAGE.read_text(encoding="utf-8")
        begin, end = f"<!-- {part}: begin -->\n", f"<!-- {part}: end -->"
        head, rest = text.split(begin)
        PAGE.write_text(f"{head}{begin}\n{table}\n\n{end}{rest.split(end, 1)[1]}", encoding="utf-8")
        print(f"{part}\n{table}\n")


if __name__ == "__main__":
    main()
