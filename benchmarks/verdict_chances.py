"""Count how often each kind of evidence for a verdict is right on the labelled titles, and how well that calibrates.

    python benchmarks/verdict_chances.py            print the counts, and calibration with each network left out in turn
    python benchmarks/verdict_chances.py --write    fill the table the package reads

The labelled titles are those of `tests/matching/data`: pairs written one by one, and the titles of whole invented
networks, labelled before netscout had read them. Calibration is the expected calibration error over ten bins (Naeini,
Cooper and Hauskrecht, 2015): for all titles, and for those shown as match or related.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from netscout.matching.companies import link_companies
from netscout.matching.occupations import classify, own_work
from netscout.matching.verdicts import TargetMatcher

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "matching" / "data"
TABLE = ROOT / "netscout" / "matching" / "data" / "verdict_chances.csv"
PRIOR = 8.0
"""How many labelled titles the chance set by hand counts for."""


class Judged(NamedTuple):
    """One labelled title: its network, the verdict, the evidence for it, and whether it is right."""

    network: str
    verdict: str
    evidence: str
    right: bool


def judged() -> list[Judged]:
    """Judge every labelled title; a title not understood counts as right where the label is "no"."""
    found = []
    rows = _rows("network_titles.csv")
    networks = {row["network"]: row for row in _rows("networks.csv")}
    sectors = link_companies(dict.fromkeys(row["employer"] for row in rows)).set_index("company")["sector"]
    matchers = {name: TargetMatcher(row["roles"].split("; ")) for name, row in networks.items()}
    mine = {name: _own(row["own"]) for name, row in networks.items()}
    for row in rows:
        employer = f"{row['employer']} {sectors[row['employer']]}"
        verdict = matchers[row["network"]].judge(row["title"], "", employer)
        own = own_work(pd.Series([classify(row["title"], employer).role]), mine[row["network"]]).iloc[0]
        if own and verdict.level in ("neighbour", "same-code"):
            continue  # the pipeline says no to one's own work
        found.append(_judged(row["network"], verdict.verdict, verdict.evidence, row["verdict"]))
    for row in _rows("title_pairs.csv"):
        verdict = TargetMatcher([row["target"]]).judge(row["title"])
        found.append(_judged("pairs", verdict.verdict, verdict.evidence, row["verdict"]))
    return found


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _own(text: str) -> list[tuple[str, str]]:
    """Return the positions of the network's owner as (title, employer)."""
    pairs = (one.partition(" @ ") for one in text.split("; "))
    return [(title, employer) for title, _, employer in pairs]


def _judged(network: str, verdict: str, evidence: str, label: str) -> Judged:
    said = "no" if verdict == "unknown" else verdict
    return Judged(network, verdict, evidence, said == label)


def chances(rows: Iterable[Judged], by_hand: Mapping[str, float]) -> dict[str, tuple[float, int, int]]:
    """Return chance, number right and number seen of each kind of evidence; few titles move the hand's guess little."""
    seen, right = Counter[str](), Counter[str]()
    for row in rows:
        seen[row.evidence] += 1
        right[row.evidence] += row.right
    return {
        name: ((right[name] + PRIOR * guess) / (seen[name] + PRIOR), right[name], seen[name])
        for name, guess in by_hand.items()
    }


def calibration(rows: Iterable[Judged], chance: Mapping[str, float]) -> float:
    """Return the expected calibration error over ten bins of equal width."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for row in rows:
        bins[min(int(chance[row.evidence] * 10), 9)].append((chance[row.evidence], row.right))
    total = sum(len(one) for one in bins.values())
    gaps = (abs(sum(p for p, _ in one) - sum(hit for _, hit in one)) for one in bins.values())
    return sum(gaps) / max(total, 1)


def left_out(rows: list[Judged], by_hand: Mapping[str, float]) -> tuple[float, float]:
    """Return the calibration error of all titles and of those shown, each network judged by chances of the others."""
    told: list[tuple[Judged, float]] = []
    for network in dict.fromkeys(row.network for row in rows):
        others = chances((row for row in rows if row.network != network), by_hand)
        told += [(row, others[row.evidence][0]) for row in rows if row.network == network]
    shown = [(row, p) for row, p in told if row.verdict in ("match", "related")]
    return _error(told), _error(shown)


def _error(told: list[tuple[Judged, float]]) -> float:
    bins: dict[int, list[float]] = defaultdict(list)
    for row, p in told:
        bins[min(int(p * 10), 9)].append(p - row.right)
    return sum(abs(sum(one)) for one in bins.values()) / max(len(told), 1)


def main() -> None:
    """Print the counts; with --write fill the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--write", action="store_true", help="fill the table the package reads")
    write = asked.parse_args().write
    with TABLE.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    by_hand = {row["evidence"]: float(row["guess"]) for row in table}
    rows = judged()
    counted = chances(rows, by_hand)
    for name, (chance, right, seen) in counted.items():
        print(f"{name:16s} {right:5d} of {seen:5d}   {chance:.2f}")
    everyone, shown = left_out(rows, by_hand)
    print(f"expected calibration error, each network left out: {everyone:.3f} over all, {shown:.3f} over those shown")
    if write:
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("evidence", "verdict", "guess", "chance", "right", "of"))
            for row in table:
                chance, right, seen = counted[row["evidence"]]
                writer.writerow((row["evidence"], row["verdict"], row["guess"], f"{chance:.2f}", right, seen))


if __name__ == "__main__":
    main()
