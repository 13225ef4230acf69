"""How often each kind of evidence for a verdict is right, counted on labelled titles."""

from __future__ import annotations

from functools import cache

from netscout.matching.built import table


@cache
def _chances() -> dict[str, float]:
    return {row["evidence"]: float(row["chance"]) for row in table("verdict_chances.csv")}


def chance(evidence: str) -> float:
    """Return the chance, 0 to 1, that a verdict resting on this kind of evidence is right.

    Counted on the labelled titles of `tests/matching/data`, drawn towards .5 where few were seen (rule of succession:
    Laplace, 1774); `benchmarks/verdict_chances.py` counts again.

    Raises:
        KeyError: there is no such kind of evidence.
    """
    return _chances()[evidence]
