"""How well a question of the bank fits a person, the outcome wanted and what was asked before it; whole numbers."""

from __future__ import annotations

import re
from collections.abc import Collection

from netscout.campaign.bank import FOUR, Asked
from netscout.model.sheet import TalkFacts

OWN_AUDIENCE, JOB, ANYBODY, ELSE = 8, 4, 4, 1
FOUR_POINTS, RESEARCHED, NEW_FAMILY, NEW_PURPOSE, OUTCOME, LEFT_OPEN = 4, 6, 3, 2, 3, 2
"""Our choice: the person first, then the spread of families, then what the user wants to know."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_EMPTY = frozenset(
    ("about", "after", "again", "could", "does", "from", "have", "into", "know", "like", "more", "most", "much", "only")
) | frozenset(("should", "some", "than", "that", "their", "them", "then", "there", "they", "this", "want", "were"))
_COMMON = frozenset(("decide", "compare")) | frozenset(
    ("what", "when", "where", "which", "will", "with", "work", "would", "your", "people", "field")
)


def fit(one: Asked, text: str, facts: TalkFacts, chosen: Collection[Asked]) -> int:
    """Return the points of a question whose slots are filled, after those chosen so far."""
    points = _audience(one, facts)
    points += FOUR_POINTS if one.purpose in FOUR else 0
    points += RESEARCHED if "P" in one.flags or "O" in one.flags else 0
    points += NEW_FAMILY if one.family and one.family not in {other.family for other in chosen} else 0
    points += NEW_PURPOSE if one.purpose not in {other.purpose for other in chosen} else 0
    here = stems(f"{text} {one.purpose}")
    points += OUTCOME * min(len(here & stems(facts.outcome)), 2)
    return points + LEFT_OPEN * min(len(here & stems(" ".join(facts.left_open))), 2)


def suits(one: Asked, facts: TalkFacts) -> bool:
    """Return whether a question may be put to this person at all: what they do may be asked of anybody."""
    return one.audience in ("any", "practitioner", *facts.audiences)


def stems(text: str) -> set[str]:
    """Return the beginnings of the words that carry the sense."""
    found = (word.casefold() for word in _WORD.findall(text))
    return {word[:_STEM] for word in found if word not in _EMPTY and word not in _COMMON}


def _audience(one: Asked, facts: TalkFacts) -> int:
    if one.audience == "any":
        return ANYBODY
    if one.audience == "practitioner":
        return JOB if "practitioner" in facts.audiences else ELSE
    return OWN_AUDIENCE
