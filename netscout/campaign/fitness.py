"""How well a question of the bank fits a person, the outcome wanted and what was asked before it; whole numbers."""

from __future__ import annotations

import re
from collections.abc import Collection

from netscout.campaign.bank import FOUR, LED_TO, NEWCOMER, Asked
from netscout.model.sheet import TalkFacts

OWN_AUDIENCE, JOB, ANYBODY = 8, 4, 4
FOUR_POINTS, RESEARCHED, TYPED, NEW_FAMILY, NEW_PURPOSE, OUTCOME, LEFT_OPEN = 4, 6, 30, 3, 2, 3, 2
"""Our choice: what the user looked up, the person, the spread of families, then what the user wants to know."""
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
    points = _audience(one)
    points += FOUR_POINTS if one.purpose in FOUR else 0
    points += RESEARCHED if "P" in one.flags or "O" in one.flags else 0
    points += TYPED if LED_TO.get(one.id) in facts.typed else 0
    points += NEW_FAMILY if one.family and one.family not in {other.family for other in chosen} else 0
    points += NEW_PURPOSE if one.purpose not in {other.purpose for other in chosen} else 0
    here = stems(f"{text} {one.purpose}")
    wanted = " ".join((facts.outcome, facts.found.get("unknown", ""), facts.found.get("decide", "")))
    points += OUTCOME * min(len(here & stems(wanted)), 2)
    return points + LEFT_OPEN * min(len(here & stems(" ".join(facts.left_open))), 2)


def suits(one: Asked, facts: TalkFacts) -> bool:
    """Return whether a question may be put to this person at all, by one who does the work or does not."""
    return one.audience in ("any", *facts.audiences) and not (facts.own_trade and one.id in NEWCOMER)


def stems(text: str) -> set[str]:
    """Return the beginnings of the words that carry the sense."""
    found = (word.casefold() for word in _WORD.findall(text))
    return {word[:_STEM] for word in found if word not in _EMPTY and word not in _COMMON}


def _audience(one: Asked) -> int:
    return {"any": ANYBODY, "practitioner": JOB}.get(one.audience, OWN_AUDIENCE)
