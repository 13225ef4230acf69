"""How long a draft takes to be held against the rules: the samples of the tests, again and again.

    python -m benchmarks.lint_cost [--rounds 20]

The first draft of a process makes the lists ready (told apart); every later one is timed alone.
"""

from __future__ import annotations

import argparse
import statistics
import time

from netscout.campaign.lint.check import lint
from tests.campaign.lint_samples import BAD, TODAY
from tests.campaign.lint_unseen import GOOD, UNSEEN


def main() -> None:
    """Print the milliseconds a draft."""
    parser = argparse.ArgumentParser(description="The cost of a draft.")
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    samples = [*BAD.values(), *GOOD.values(), *(one for _, one in UNSEEN.values())]
    start = time.perf_counter()
    for one in samples:
        lint(one.draft, one.record, TODAY)
    ready = time.perf_counter() - start
    spent = []
    for one in samples:
        if len(one.draft.body) > 2_000:
            continue  # no message of that length is ever written
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            lint(one.draft, one.record, TODAY)
            times.append((time.perf_counter() - start) * 1_000)
        spent.append(min(times))
    print(f"lists made ready with the first drafts: {ready * 1_000:.0f} ms")
    print(f"a draft: median {statistics.median(spent):.2f} ms, most {max(spent):.2f} ms, of {len(spent)} drafts")


if __name__ == "__main__":
    main()
