"""Rebuild the table of figures in docs/explanation/matching.md from the data sets of ../shared.

    python benchmarks/matching_figures.py [--adapter benchmarks/matching_adapter.py] [--tasks company_link,...]

Rows of data sets that were not scored keep what stands in the page. Without ../shared it says so and stops.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from company_speed import measure  # type: ignore[import-not-found, unused-ignore]  # its neighbour, run as a script

ROOT = Path(__file__).resolve().parents[1]
SCORER = ROOT.parent / "shared" / "bench" / "matching" / "score_matching.py"
PAGE = ROOT / "docs" / "explanation" / "matching.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
_HEAD = "| measure | best known | goal | netscout |\n|---|---|---|---|"
_SPEED = "company cells, 30,000 x 1,000: times rapidfuzz row by row"

ROWS: tuple[tuple[str, str, str, tuple[str, ...], str, str], ...] = (
    (
        "job titles of O*NET, own words only: first / in five",
        "core",
        "title_onet",
        ("top1", "top5"),
        ".406 / .621",
        ".52 / .74",
    ),
    ("the same with O*NET added", "added", "title_onet", ("top1", "top5"), ".597 / .830", ".64 / .87"),
    ("precision where half are found, O*NET added", "added", "title_onet", ("p_at_r50",), ".700", ".85"),
    ("first answers lost to noise, O*NET added", "added", "title_onet_noisy", ("loss_vs_clean",), ".017", ".010"),
    ("job titles of ESCO: first / in five", "added", "title_esco", ("top1", "top5"), ".681 / .867", ".70 / .90"),
    ("national job titles to ESCO, MRR: English", "added", "melo_en", ("mrr",), ".606", ".63"),
    ("German", "added", "melo_de", ("mrr",), ".547", ".58"),
    ("French", "added", "melo_fr", ("mrr",), ".822", ".84"),
    ("Spanish", "added", "melo_es", ("mrr",), ".470", ".49"),
    ("title pairs, average precision, own words only", "core", "title_adversarial", ("ap",), ".668", ".80"),
    ("the same with O*NET and ESCO added", "added", "title_adversarial", ("ap",), ".686", ".85"),
    (
        "clear non-matches accepted / matches found",
        "added",
        "title_adversarial",
        ("no_accepted", "match_recall"),
        "0 / .42",
        ".05 / .75",
    ),
    (
        "companies linked: first / aliases first",
        "added",
        "company_link",
        ("top1", "top1_alias"),
        ".893 / .532",
        ".97 / .90",
    ),
    (
        "company pairs: average precision / recall at 90 % precision",
        "added",
        "company_adversarial",
        ("ap", "r_at_p90"),
        ".782 / .345",
        ".95 / .80",
    ),
    (
        "clear non-matches accepted / matches found",
        "added",
        "company_adversarial",
        ("no_accepted", "match_recall"),
        ".16 / .69",
        ".05 / .80",
    ),
    ("company pairs of name screening: F1 of match", "added", "company_namebench", ("match_f1",), ".865", ".85"),
)
"""Measure, taxonomy, data set, figures, best known before, goal: one row of the page each."""


def scores(adapter: str, taxonomy: str, tasks: str) -> dict[str, Any]:
    """Return the scorer's figures by data set; {} if it refuses (its own words then stand on the screen)."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        command = [sys.executable, str(SCORER), adapter, "--taxonomy", taxonomy, "--json", str(out)]
        done = subprocess.run([*command, *(["--tasks", tasks] if tasks else [])], check=False, cwd=ROOT)
        return json.loads(out.read_text(encoding="utf-8")) if done.returncode == 0 else {}


def old_rows(page: str) -> dict[str, list[str]]:
    """Return the figures that stand in the page, by measure in the order of the rows (two may share their words)."""
    table = page.partition(BEGIN)[2].partition(END)[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("|")
    ]
    found: dict[str, list[str]] = {}
    for row in rows[2:]:
        found.setdefault(row[0], []).append(row[3])
    return found


def table(results: dict[str, dict[str, Any]], old: dict[str, list[str]], ratio: float | None) -> str:
    """Return the table in Markdown; a row without new figures keeps its old one, else says `not measured`."""
    lines = [_HEAD]
    for words, taxonomy, task, names, known, goal in ROWS:
        before = old[words].pop(0) if old.get(words) else "not measured"
        figures = results[taxonomy].get(task)
        ours = " / ".join(_short(figures[name]) for name in names) if figures else before
        lines.append(f"| {words} | {known} | {goal} | {ours} |")
    before = old[_SPEED].pop(0) if old.get(_SPEED) else "not measured"
    lines.append(f"| {_SPEED} | 1 | 200 | {before if ratio is None else f'{ratio:.0f}'} |")
    return "\n".join(lines)


def _short(figure: float) -> str:
    text = f"{figure:.3f}"
    return text.removeprefix("0") if text.startswith("0.") else text


def main() -> int:
    """Score, write the page, and return 0; also where there is nothing to score with."""
    parser = argparse.ArgumentParser(description="Rebuild the table of matching figures.")
    parser.add_argument("--adapter", default=str(ROOT / "benchmarks" / "matching_adapter.py"))
    parser.add_argument("--tasks", default="", help="data sets, by comma; all without it")
    options = parser.parse_args()
    if not SCORER.exists():
        print("Nothing was measured: the data sets lie in ../shared, which is not here. The page stays as it is.")
        return 0
    page = PAGE.read_text(encoding="utf-8")
    results = {taxonomy: scores(options.adapter, taxonomy, options.tasks) for taxonomy in ("core", "added")}
    ratio = measure()["ratio"] if not options.tasks or "company" in options.tasks else None
    head, tail = page.partition(BEGIN)[0], page.partition(END)[2]
    PAGE.write_text(f"{head}{BEGIN}\n{table(results, old_rows(page), ratio)}\n{END}{tail}", encoding="utf-8")
    print(f"Written: {PAGE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
