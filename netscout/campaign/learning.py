"""What one's own finished requests teach: by how much everybody's chance to answer moves, drawn to the guess, bounded.

The move is absolute: it is reckoned from the chances as they were before anything was learnt, so that learning from
the same requests again changes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from netscout.model.yields import Learnt, Request

LEARN_FROM = 30
"""Finished requests from which one's own answers may move the base of the chance, and percentages be headlines."""
PRIOR = 10.0
"""With how many requests the guess counts against one's own; a guess."""
SHIFT_MOST = 1.0
"""The most that one's own answers move the logit; a guess."""
_STEPS = 60


def teaching(made: Iterable[Request]) -> list[Request]:
    """Return the requests that teach: arrived, old enough for an answer, with a chance known when they were made.

    A quick answer to a young request teaches nothing yet, as the silence of others as young is not counted either.
    """
    return [one for one in made if one.chance is not None and one.ripe and not one.running and not one.bounced]


def is_proven(made: Iterable[Request]) -> bool:
    """Return whether enough requests came to an end for percentages to stand in headlines."""
    return len(teaching(made)) >= LEARN_FROM


def shift(made: Iterable[Request]) -> Learnt | None:
    """Return what finished requests teach, None for fewer than LEARN_FROM.

    The move is that at which as many answers are expected as came, if PRIOR more requests had gone as the lists
    expected; it is bounded by SHIFT_MOST either way.
    """
    told = teaching(made)
    if not is_proven(told):
        return None
    logits = sorted(_logit(one.chance or 0.0) - one.moved for one in told)
    came, expected = sum(one.answered for one in told), _expected(logits, 0.0)
    share = (came + PRIOR * expected / len(told)) / (len(told) + PRIOR)
    return Learnt(len(told), came, expected, _solve(logits, share * len(told)))


def bounded(move: float) -> float:
    """Return a move within its bounds, as the lists take it."""
    return max(-SHIFT_MOST, min(SHIFT_MOST, move))


def moved(chance: float, move: float) -> float:
    """Return a chance moved by so many logits."""
    return 1.0 / (1.0 + math.exp(-_logit(chance) - move))


def _solve(logits: Sequence[float], wanted: float) -> float:
    """Return the bounded move at which so many answers are expected."""
    low, high = -SHIFT_MOST, SHIFT_MOST
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _expected(logits, middle) < wanted else (low, middle)
    return round((low + high) / 2, 3) + 0.0  # no "-0.0" in a file


def _expected(logits: Sequence[float], move: float) -> float:
    return math.fsum(1.0 / (1.0 + math.exp(-one - move)) for one in logits)


def _logit(chance: float) -> float:
    inside = min(0.995, max(0.005, chance))
    return math.log(inside / (1.0 - inside))
