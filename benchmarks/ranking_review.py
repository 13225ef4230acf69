"""What two minutes of labels are worth where there is nothing but Connections.csv.

    python benchmarks/ranking_review.py [--count 30] [--json]

For each persona network of ../shared: a fresh workspace with Connections.csv alone, the lists before, the questions of
`know --review`, answered from the network's own letters (which the tool never sees here), and the lists after. Whoever
wrote and was written to, or gave a recommendation, is answered with `know`, everybody else with `stranger`.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

Foreign: TypeAlias = Any
"""Things of the bench, which carries no types that can be checked here."""
ROOT = Path(__file__).resolve().parents[1]
PERSONAS = ROOT.parent / "shared" / "bench" / "personas"
FIGURES = ("P@10", "nDCG@10", "con P@5", "con nDCG@5", "traps")
_LETTERS = re.compile(r"direct messages: (\d+) sent, (\d+) received")

sys.path[:0] = [str(ROOT), str(PERSONAS)]


def labels(truth: Path, slug: Foreign) -> dict[str, str]:
    """Return what the person would say of each contact, by the comparable part of the URL."""
    out = {}
    with truth.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            letters = _LETTERS.search(row["notes"])
            wrote = letters is not None and int(letters[1]) > 0 and int(letters[2]) > 0
            out[slug(row["profile_url"])] = "know" if wrote or "recommendation" in row["notes"] else "stranger"
    return out


def measure(folder: Path, count: int) -> dict[str, dict[str, float]]:
    """Return the figures of one persona before and after the questions, and how many were answered with `know`."""
    import score_lists as bench  # type: ignore[import-not-found, unused-ignore]  # of ../shared

    from netscout.app.know import know, questions
    from netscout.app.session import Session

    case = bench.read_case(folder)
    said = labels(folder / "truth.csv", bench.slug)
    with tempfile.TemporaryDirectory() as place:
        command = bench.Command(case, "E0", Path(place))
        session = Session(command.workspace, date.fromisoformat(case.target["today"]))
        before = _figures(bench, case, command)
        asked = questions(session, count)
        answers = {one.id: said.get(bench.slug(one.url), "stranger") for one in asked}
        for person, label in answers.items():
            know(session, person, label)
        after = _figures(bench, case, command)
    known = float(sum(label == "know" for label in answers.values()))
    return {"before": before, "after": after, "asked": {"asked": float(len(asked)), "known": known}}


def _figures(bench: Foreign, case: Foreign, command: Foreign) -> dict[str, float]:
    lists = (command.rank("practitioners", "-n", "20"), command.rank("connectors", "-n", "20"))
    found, _ = bench.score(case, *lists, {}, "E2")
    return {name: float(found[name]) for name in FIGURES}


def everybody(count: int) -> dict[str, dict[str, dict[str, float]]]:
    """Return the figures of each persona and their mean."""
    os.environ.setdefault("NETSCOUT", f"{sys.executable} -m netscout")
    out = {path.parent.name: measure(path.parent, count) for path in sorted(PERSONAS.glob("data/*/target.json"))}
    kinds = {"before": FIGURES, "after": FIGURES, "asked": ("asked", "known")}
    out["mean"] = {
        kind: {name: sum(one[kind][name] for one in out.values()) / len(out) for name in names}
        for kind, names in kinds.items()
    }
    return out


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not PERSONAS.exists():
        raise SystemExit(f"The persona networks are not here: {PERSONAS}")
    found = everybody(options.count)
    if options.json:
        print(json.dumps(found, indent=1))
        return
    print(f"{'':20}{'asked':>6}{'known':>6}" + "".join(f"{name:>14}" for name in FIGURES))
    for key, one in found.items():
        cells = "".join(f"{one['before'][name]:>7.2f}{one['after'][name]:>7.2f}" for name in FIGURES)
        print(f"{key:20}{one['asked']['asked']:>6.0f}{one['asked']['known']:>6.1f}{cells}")


if __name__ == "__main__":
    main()
