"""How fast titles are linked: beside character trigrams and stems with a vote of the nearest labels, in one run.

    python benchmarks/linker_speed.py [--rounds 5]

The other side is the lexical method that is usual for this task (TF-IDF of trigrams and stems, cosine, the 30 nearest
labels vote by likeness to the fourth power), in plain numpy with postings: faster than a product of sparse matrices.
Both sides link the same titles to the same labels, each round with empty caches; the index is not counted. Titles and
labels are those of ../shared; without it nothing is measured, and it says so.
"""

from __future__ import annotations

import argparse
import csv
import math
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from netscout.matching.linker import OccupationLinker
from netscout.matching.linker_index import build
from netscout.matching.linker_near import trigrams
from netscout.matching.linker_words import root
from netscout.matching.normalise import fold

FOLDER = Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "matching"
SETS = ("title_onet", "title_esco")
_NEAREST = 30
_POWER = 4


def rows(name: str) -> list[list[str]]:
    """Return the rows of a data set without its header."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def features(title: str) -> Counter[str]:
    """Return trigrams and stems of a title with their counts."""
    words = ["".join(char for char in word if char.isalnum()) for word in fold(title).replace("-", " ").split()]
    return Counter(part for word in words if word for part in (*trigrams(word), "=" + root(word)))


class Lexical:
    """The usual lexical method over (code, label) rows."""

    def __init__(self, entries: Sequence[tuple[str, str]]) -> None:
        """Fit the weights and build the postings."""
        self.codes = sorted({code for code, _ in entries})
        number = {code: place for place, code in enumerate(self.codes)}
        self.code = np.array([number[code] for code, _ in entries])
        bags = [features(label) for _, label in entries]
        spread = Counter(part for bag in bags for part in bag)
        self.place = {part: place for place, part in enumerate(spread)}
        self.weight = np.array([math.log((len(bags) + 1) / (count + 1)) + 1 for count in spread.values()])
        label = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
        column = np.array([self.place[part] for bag in bags for part in bag])
        value = np.array([count for bag in bags for count in bag.values()]) * self.weight[column]
        value /= np.sqrt(np.bincount(label, weights=value * value, minlength=len(bags)))[label]
        order = np.argsort(column, kind="stable")
        self.start = np.concatenate(([0], np.cumsum(np.bincount(column, minlength=len(self.place)))))
        self.label, self.value = label[order], value[order]

    def link(self, titles: Sequence[str], k: int) -> list[list[tuple[str, float]]]:
        """Return up to k codes of each title with their votes."""
        return [self._link(title, k) for title in titles]

    def _link(self, title: str, k: int) -> list[tuple[str, float]]:
        known = [(self.place[part], count) for part, count in features(title).items() if part in self.place]
        if not known:
            return []
        share = [self.weight[column] * count for column, count in known]
        length = math.sqrt(sum(one * one for one in share))
        spans = [slice(self.start[column], self.start[column + 1]) for column, _ in known]
        label = np.concatenate([self.label[span] for span in spans])
        value = np.concatenate([self.value[span] * (one / length) for span, one in zip(spans, share, strict=True)])
        like = np.bincount(label, weights=value, minlength=len(self.code))
        near = np.argpartition(-like, _NEAREST)[:_NEAREST]
        vote = np.bincount(self.code[near], weights=like[near] ** _POWER, minlength=len(self.codes))
        return [(self.codes[place], float(vote[place])) for place in np.argsort(-vote, kind="stable")[:k]]


def seconds(call: Callable[[], object]) -> float:
    """Return the processor seconds of a call."""
    start = time.process_time()
    call()
    return time.process_time() - start


def measure(name: str, rounds: int) -> dict[str, float]:
    """Return titles per processor second of both sides, the median of their ratio, and the first answers right."""
    entries = [(code, label) for code, label in rows(f"{name}_index")]
    found = [(row[0], set(row[1].split("|"))) for row in rows(f"{name}_dev")]
    titles = [title for title, _ in found]
    usual, index = Lexical(entries), build(entries)
    pairs = []
    for _ in range(rounds):
        ours = OccupationLinker(index)
        root.cache_clear()
        pairs.append((seconds(partial(usual.link, titles, 5)), seconds(partial(ours.link, titles, 5))))

    def right(answers: list[list[tuple[str, float]]]) -> float:
        return sum(bool(a) and a[0][0] in gold for a, (_, gold) in zip(answers, found, strict=True)) / len(found)

    return {
        "usual, titles a second": len(titles) / statistics.median(slow for slow, _ in pairs),
        "ours, titles a second": len(titles) / statistics.median(fast for _, fast in pairs),
        "ratio": statistics.median(slow / fast for slow, fast in pairs),
        "usual, first right": right(usual.link(titles, 5)),
        "ours, first right": right(OccupationLinker(index).link(titles, 5)),
    }


def main() -> int:
    """Print the figures, one a line; 0 also where there is nothing to measure with."""
    parser = argparse.ArgumentParser(description="Time the linking of titles.")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if not FOLDER.exists():
        print("Nothing was measured: the titles lie in ../shared, which is not here.")
        return 0
    for name in SETS:
        for label, figure in measure(name, options.rounds).items():
            print(f"{name}, {label}: {figure:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
