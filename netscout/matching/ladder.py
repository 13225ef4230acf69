"""The rung that a name of a job carries in its words: who assists, does, manages or directs."""

from __future__ import annotations

from functools import cache

from netscout.matching.built import table
from netscout.matching.normalise import fold, stem
from netscout.matching.vocabulary import Phrase


@cache
def _rungs() -> dict[str, int]:
    return {stem(fold(row["word"])): int(row["rung"]) for row in table("rung_words.csv")}


def rung_of(phrase: Phrase) -> int | None:
    """Return 0 for who assists, 1 for who does, 2 for who manages, 3 for who directs, None where no word tells."""
    return max((_rungs()[word] for word in phrase if word in _rungs()), default=None)


def other_rung(title: Phrase, target: Phrase) -> bool:
    """Say whether two names of one role stand on different rungs, by the words of both."""
    one, other = rung_of(title), rung_of(target)
    return one is not None and other is not None and one != other and {one, other} != {1, 2}
