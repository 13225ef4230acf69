"""The public records of ../shared: netscout beside the reference on the same people, with paired bootstrap intervals.

    python benchmarks/ranking_records.py

An interval that lies wholly on the bad side of nought means worse than the reference; egos are drawn, 1,000 times.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pandas as pd

Foreign: TypeAlias = Any
"""Things of the bench, which carries no types that can be checked here."""
ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "bench" / "ranking"
DRAWS = 1_000
_SILENT = {"email-eu": 60.0, "collegemsg": 14.0}


class Row(NamedTuple):
    """One line of the table; without `paired` there is no difference to show."""

    text: str
    reference: float
    ours: float
    goal: str
    paired: bool = False
    difference: float = 0.0
    low: float = 0.0
    high: float = 0.0


def compare(folder: Path) -> list[Row]:
    """Return every line, records first."""
    sys.path.insert(0, str(folder))
    bench = _module("score_ranking", folder / "score_ranking.py")
    bench._mean = lambda rows, _cpu: rows  # noqa: SLF001  # the rows by ego, to pair them
    theirs = _module("reference_ranker", folder / "baselines" / "printable_logistic.py")
    ours = _module("ranking_adapter", Path(__file__).resolve().parent / "ranking_adapter.py")
    held = Path(tempfile.gettempdir()) / "netscout-bench-ranking"
    sets = bench.exports.read_datasets(folder / "data")
    roots = {name: bench.exports.write_exports(one, held, next(iter(one.egos)), None) for name, one in sets.items()}
    asked = {name: [_answers(sets[name], roots[name], who) for who in (theirs, ours)] for name in sets}
    mail, chat = asked["email-eu"], asked["collegemsg"]
    spread = [bench.score_departments(folder / "data", None, who, None) for who in (theirs, ours)]
    groups = [bench.diversify_record(table, who) for table, who in zip(mail, (theirs, ours), strict=True)]
    ece = [bench.metrics.ece10(*_replies(one)[1:]) for one in mail]
    inside = [_inside(bench, one) for one in mail]
    return [
        _order("who answers, e-mail", mail, "reply", "no worse; .69"),
        _order("who stays in touch, e-mail", mail, "contact", ".83; .835"),
        _order("who stays in touch, chat", chat, "contact", ".76; .781"),
        _pooled(bench, "who answers, ties gone silent, e-mail", mail),
        Row("error of the stated chances, e-mail (ECE10)", ece[0], ece[1], ".04"),
        Row("intervals that hold what happened, e-mail", inside[0], inside[1], ".9"),
        _means("departments: spread and relevance (alpha-nDCG)", spread, "alpha_ndcg", "no worse; .69"),
        _means("departments: relevant of the first ten", spread, "p_at_k", "no worse; .73"),
        _means("departments: share of the own group", spread, "own_share", "no higher; .32"),
        _means("communities: spread and relevance (alpha-nDCG)", groups, "alpha_ndcg", "no worse"),
        _means("communities: relevant of the first ten", groups, "p_at_k", "no worse"),
    ]


def _module(name: str, path: Path) -> Foreign:
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"Not a Python file: {path}")
    made = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(path.parent))
    sys.modules[name] = made
    spec.loader.exec_module(made)
    return made


def _answers(dataset: Foreign, root: Path, who: Foreign) -> pd.DataFrame:
    """Return the truth with a ranker's numbers beside it, for every export of one record."""
    parts = []
    for cutoff in dataset.cutoffs:
        truth = pd.read_csv(root / f"T{cutoff}.truth.csv", keep_default_na=False, dtype=str)
        for ego, rows in truth.groupby("ego", sort=True):
            given = (root / f"T{cutoff}" / str(ego), dataset.day(cutoff))
            replies, contact, bounds = who.rank_replies(*given), who.rank_contact(*given), who.reply_intervals(*given)
            told = {"rank_replies": replies, "rank_contact": contact}
            held: Foreign = {name: rows["url"].map(values).astype(float) for name, values in told.items()}
            ends = [bounds[url] for url in rows["url"]]
            held |= {"low": [low for low, _ in ends], "high": [high for _, high in ends]}
            parts.append(rows.assign(**held, ego=f"{ego}@{cutoff}", cutoff=cutoff))
    table = pd.concat(parts, ignore_index=True)
    return table.assign(silent=table["silent_days"].replace("", "nan").astype(float) >= _SILENT[dataset.name])


def _replies(table: pd.DataFrame) -> tuple[Any, Any, Any]:
    part = table[table["reply"] != ""]
    return part, part["reply"].astype(int).to_numpy(), part["rank_replies"].to_numpy(float)


def _inside(bench: Foreign, table: pd.DataFrame) -> float:
    part, outcome, score = _replies(table)
    return float(bench.metrics.bin_coverage(outcome, score, part["low"].to_numpy(), part["high"].to_numpy()))


def _order(text: str, tables: list[pd.DataFrame], column: str, goal: str) -> Row:
    """Return the concordant share of pairs inside the lists of the same person."""
    score = {"reply": "rank_replies", "contact": "rank_contact"}[column]
    sums = [_concordant(one[one[column] != ""], column, score) for one in tables]
    weight = sums[0][1]
    share: Callable[[Any], list[float]] = lambda at: [float(one[at].sum() / weight[at].sum()) for one, _ in sums]  # noqa: E731
    return _row(text, goal, len(weight), share)


def _concordant(part: pd.DataFrame, column: str, score: str) -> tuple[Any, Any]:
    """Return for each person the concordant pairs and all pairs; lists of five and more with both outcomes."""
    good, pairs = [], []
    for _, one in part.groupby("ego", sort=True):
        yes = (one[column] == "1").to_numpy()
        if len(one) >= 5 and 0 < yes.sum() < len(one):
            ranks = one[score].rank().to_numpy()
            good.append(ranks[yes].sum() - yes.sum() * (yes.sum() + 1) / 2)
            pairs.append(yes.sum() * (len(one) - yes.sum()))
    return np.array(good), np.array(pairs)


def _pooled(bench: Foreign, text: str, tables: list[pd.DataFrame]) -> Row:
    """Return the share over all pairs of silent ties, persons drawn whole."""
    parts = [one[(one["reply"] != "") & one["silent"]].reset_index(drop=True) for one in tables]
    rows = list(parts[0].groupby("ego", sort=True).indices.values())
    said = [(one["reply"].astype(int).to_numpy(), one["rank_replies"].to_numpy(float)) for one in parts]

    def share(at: Foreign) -> list[float]:
        chosen = np.concatenate([rows[place] for place in at])
        return [float(bench.metrics.auc(outcome[chosen], score[chosen])) for outcome, score in said]

    return _row(text, ".66", len(rows), share)


def _means(text: str, rows: list[list[dict[str, float]]], key: str, goal: str) -> Row:
    values = [np.array([one[key] for one in who]) for who in rows]
    return _row(text, goal, len(values[0]), lambda at: [float(one[at].mean()) for one in values])


def _row(text: str, goal: str, size: int, share: Callable[[Any], list[float]]) -> Row:
    """Return a line with the paired bootstrap interval over `size` persons."""
    theirs, ours = share(np.arange(size))
    rng = np.random.default_rng(1)
    drawn = [share(rng.integers(0, size, size)) for _ in range(DRAWS)]
    low, high = np.percentile([b - a for a, b in drawn], (2.5, 97.5))
    return Row(text, theirs, ours, goal, paired=True, difference=ours - theirs, low=float(low), high=float(high))


def main() -> None:
    """Measure and print."""
    if not SHARED.exists():
        raise SystemExit(f"The records are not here: {SHARED}")
    for row in compare(SHARED):
        bounds = f"{row.difference:+.3f} ({row.low:+.3f} to {row.high:+.3f})" if row.paired else ""
        print(f"{row.text:52}{row.reference:7.3f}{row.ours:7.3f}  {bounds:28}{row.goal}")


if __name__ == "__main__":
    main()
