"""The user's own questions, looked over as a friend would: open, one at a time, short, no gossip, no job asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from netscout.campaign.bank import MOST_WORDS
from netscout.lang import texts

CHECKS = ("closed", "several", "long", "online", "gossip", "job")
BARRING = frozenset(("gossip", "job"))
"""What keeps a question off the sheet; the others are told, and it stays."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check says of a question: its key and a sentence with what to do."""

    check: str
    text: str


def look_over(question: str, mode: str) -> tuple[Remark, ...]:
    """Return what is wrong with a question, in the order of CHECKS; `mode` is exploring or job-seeking."""
    words = texts("sheet")
    found = {
        "closed": bool(_phrases("own.closed").match(question)),
        "several": question.count("?") > 1,
        "long": count_words(question) > MOST_WORDS,
        "online": bool(_phrases("own.online").search(question)),
        "gossip": bool(_phrases("own.gossip").search(question)),
        "job": mode == "exploring" and bool(_phrases("own.job").search(question)),
    }
    return tuple(Remark(one, words[f"own.{one}.says"]) for one in CHECKS if found[one])


def count_words(text: str) -> int:
    """Return the number of words: runs without white space that hold a letter or digit."""
    return sum(any(char.isalnum() for char in run) for run in text.split())


def _phrases(key: str) -> re.Pattern[str]:
    return re.compile(texts("sheet")[key], re.IGNORECASE)
