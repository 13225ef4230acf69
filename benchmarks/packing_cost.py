"""How long the places of the map take, against a force layout of the same network by igraph.

    python -m benchmarks.packing_cost [--people 600 3000 30000] [--rounds 5]

Both lay out the same invented people in the same process, in turn: ours gives every person, company and area a place;
igraph's `layout_fruchterman_reingold(grid="grid")` the nodes of the graph of people and companies. Ratios are of the
two of one round. igraph is needed here alone, never by netscout.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence

import igraph

from netscout.model.report import NetworkPerson
from netscout.reports.territories import lay_out
from tests.reports.sample_report import report


def edges(people: Sequence[NetworkPerson]) -> tuple[int, list[tuple[int, int]]]:
    """Return how many nodes people and companies are, and who works where."""
    number: dict[str, int] = {}
    found = []
    for place, one in enumerate(people):
        if one.company_key:
            found.append((place, number.setdefault(one.company_key, len(people) + len(number))))
    return len(people) + len(number), found


def spent(work: Callable[[], object]) -> float:
    """Return the seconds that a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def rounds(people: Sequence[NetworkPerson], many: int) -> list[tuple[float, float]]:
    """Return the seconds of ours and of igraph's layout, round by round, the first one left out."""
    nodes, links = edges(people)
    graph = igraph.Graph(nodes, links)
    found = []
    for number in range(many + 1):
        igraph.set_random_number_generator(random.Random(number))  # noqa: S311  # a fixed start
        ours = spent(lambda: lay_out(people, lambda one: one.family))
        found.append((ours, spent(lambda: graph.layout_fruchterman_reingold(grid="grid"))))
    return found[1:]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Packing against a force layout.")
    parser.add_argument("--people", type=int, nargs="+", default=[600, 3_000, 30_000])
    parser.add_argument("--rounds", type=int, default=5)
    wish = parser.parse_args()
    print("people    nodes   ours s  igraph s   ratio (lowest - highest)")
    for many in wish.people:
        people = report(many).people
        found = rounds(people, wish.rounds)
        ratios = [ours / other for ours, other in found]
        ours, other = (statistics.median(column) for column in zip(*found, strict=True))
        print(
            f"{many:6,} {edges(people)[0]:8,} {ours:8.2f} {other:9.2f}   "
            f"{statistics.median(ratios):.2f} ({min(ratios):.2f} - {max(ratios):.2f})"
        )


if __name__ == "__main__":
    main()
