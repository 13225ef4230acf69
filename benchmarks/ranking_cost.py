"""What facts, scores and the choice cost on a large network, against one pass of Python's csv module over its messages.

    python benchmarks/ranking_cost.py [--people 30000] [--messages 200000] [--rounds 5] [--json]

Prints medians of processor time, inside one process: facts of ties and links; the scores of both lists; the choice of
fifty from each. Reading the stored network and understanding titles are not part of it (`import_cost.py` and
`company_speed.py` measure those). Peak memory is that of the whole process. The network is invented and seeded. Unix
only.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import statistics
import sys
import tempfile
import time
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, cast

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parent)]

if TYPE_CHECKING:
    from netscout.tables import Candidates, Interactions, People

TODAY = date(2026, 11, 16)
_FIRST_SECOND = 1_200_000_000
_LEVELS = {"match": "holds", "related": "rung", "no": "no", "unknown": "unknown"}


def tables(people: int, messages: int) -> tuple[People, Interactions, Candidates]:
    """Return an invented network: partners skewed, one conversation in twelve a small group."""
    import numpy as np
    import pandas as pd

    from netscout.tables import CANDIDATES, INTERACTIONS, PEOPLE

    rng = np.random.default_rng(7)
    ids = np.array([f"p{n:05d}" for n in range(people)], object)
    days = pd.date_range("2008-01-01", "2026-11-01").strftime("%Y-%m-%d").to_numpy(object)
    firm = np.minimum(rng.pareto(0.6, people), 8_999).astype(int)
    fixed = {"name": "", "title": "", "headline": "", "known_from": "connections", "gone": False}
    who = pd.DataFrame({"id": ids, "slug": ids, "company": [f"c{n}" for n in firm], **fixed})
    who["connected_on"] = rng.choice(days, people)
    other = np.minimum(rng.pareto(0.5, messages), people - 1).astype(int)
    at = rng.integers(_FIRST_SECOND, _FIRST_SECOND + 580_000_000, messages).astype(float)
    group = rng.random(messages) < 1 / 12
    what = pd.DataFrame({"person": ids[other], "kind": "message", "direction": rng.choice(["in", "out"], messages)})
    what = what.assign(at=at, recipients=np.where(group, 4, 1), detail="")
    what["conversation"] = np.where(group, [f"g{n}" for n in other // 5], [f"d{n}" for n in other])
    verdict = rng.choice(list(_LEVELS), people, p=[0.01, 0.04, 0.75, 0.2])
    texts = dict.fromkeys(CANDIDATES.names(), "")
    matched = pd.DataFrame({**texts, "id": ids}).assign(
        verdict=verdict,
        level=[_LEVELS[one] for one in verdict],
        probability=rng.uniform(0.5, 1, people),
        company_key=who["company"],
        sector=rng.choice(["", "Food", "Steel", "Health"], people),
        seniority=rng.choice(["", "junior", "plain", "senior", "director"], people),
        role_kind=rng.choice(["", "", "", "", "", "alumni"], people),
        connected_on=who["connected_on"],
    )
    return (
        cast("People", who[PEOPLE.names()]),
        cast("Interactions", what[INTERACTIONS.names()]),
        cast("Candidates", matched[CANDIDATES.names()]),
    )


def once(who: People, what: Interactions, matched: Candidates) -> dict[str, float]:
    """Return processor seconds of each stage."""
    from netscout import scoring, selection, ties
    from netscout.model.target import Target
    from netscout.settings import Settings

    settings = Settings()
    began = [time.process_time()]
    facts = ties.features(who, what, positions=(), labels={}, company_keys={}, today=TODAY)
    links = ties.links(who, what)
    began.append(time.process_time())
    made = scoring.inputs(who, facts, matched, target=Target("bench", ("Baker",)), links=links)
    scores = [one(made, settings) for one in (scoring.practitioners, scoring.connectors)]
    began.append(time.process_time())
    pools = [scoring.pool(made, one) for one in scores]
    began.append(time.process_time())
    for one in pools:
        selection.choose(one, 50, settings)
    began.append(time.process_time())
    names = ("facts", "scores", "pools", "choice")
    return {name: later - earlier for name, earlier, later in zip(names, began, began[1:], strict=False)}


def csv_pass(path: Path) -> float:
    """Return the processor seconds of reading every row."""
    began = time.process_time()
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file):
            pass
    return time.process_time() - began


def measure(people: int, messages: int, rounds: int) -> dict[str, float]:
    """Return medians over the rounds after a first, uncounted one: seconds, ratio to the csv pass, peak MB."""
    from import_cost import write_export  # type: ignore[import-not-found, unused-ignore]  # its neighbour

    with tempfile.TemporaryDirectory() as name:
        making = get_context("spawn").Process(target=write_export, args=(Path(name), people, messages))
        making.start()
        making.join()
        passes = [csv_pass(Path(name) / "messages.csv") for _ in range(rounds + 1)][1:]
    network = tables(people, messages)
    runs = [once(*network) for _ in range(rounds + 1)][1:]
    out = {stage: statistics.median(one[stage] for one in runs) for stage in runs[0]}
    whole = statistics.median(sum(one.values()) for one in runs)
    out |= {"whole": whole, "csv": statistics.median(passes), "ratio": whole / statistics.median(passes)}
    return out | {"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main() -> None:
    """Measure in a process of its own and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=30_000)
    parser.add_argument("--messages", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = measure(options.people, options.messages, options.rounds)
    if options.json:
        print(json.dumps(found, indent=1))
        return
    print(f"{options.people:,} connections, {options.messages:,} messages, {options.rounds} rounds, medians")
    for name in ("facts", "scores", "pools", "choice", "whole", "csv"):
        print(f"{name:8} {found[name]:7.3f} s CPU")
    print(f"ratio    {found['ratio']:7.2f}   peak {found['peak_mb']:.0f} MB")
    print(f"choice of 50: {found['choice'] / 2:.3f} s CPU a list")


if __name__ == "__main__":
    main()
