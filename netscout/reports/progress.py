"""How far requests came: bars from the request to a further name, and how many answered, in words."""

from __future__ import annotations

from typing import Any

from netscout.model.campaign import Ladder
from netscout.reports.text import capital, percent, word

ENOUGH = 5
"""Requests from which on a share is told; fewer are counted."""
WORDS = {
    "asked": "You asked",
    "answered": "answered, yes or no",
    "talked": "talked with you",
    "thanked": "had your thanks",
    "named": "named somebody further",
}


def progress(found: Ladder) -> dict[str, Any] | None:
    """Return the bars (`lines` of [words, people], `bars` their widths) and the sentences; None with nobody asked."""
    counts = dict(found.steps)
    asked = counts.get("asked", 0)
    if not asked:
        return None
    return {
        "title": f"Of {word(asked)} asked, {word(counts['answered'])} answered and {word(counts['talked'])} talked"
        if asked > 1
        else "One person was asked so far",
        "lines": [[WORDS[key], people] for key, people in found.steps],
        "bars": [round(100 * people / asked, 1) for _, people in found.steps],
        "notes": [one for one in (_fresh(found), _share(found, counts["answered"]), _unasked(found)) if one],
        "low": found.low,
        "high": found.high,
        "settled": found.settled,
    }


def _fresh(found: Ladder) -> str:
    if not found.fresh:
        return ""
    are = "request is" if found.fresh == 1 else "requests are"
    return (
        f"{capital(word(found.fresh))} {are} left out of the share: an answer may still come, or the message came back."
    )


def _share(found: Ladder, answered: int) -> str:
    """Return the share of answers with the range it may lie in, or that there are too few to say."""
    if found.settled < ENOUGH:
        few = f"{word(found.settled)} finished {'request' if found.settled == 1 else 'requests'}"
        return f"With {few}, there are too few to compare or to say how many will answer."
    shown = f"{percent(answered / found.settled)} of the others answered ({answered} of {found.settled})"
    if not found.fresh:
        shown = shown.replace("of the others", "of them")
    range_ = f"between {percent(found.low)} and {percent(found.high)}"
    return f"{shown}. That is little to go by: of the next ones, expect {range_}."


def _unasked(found: Ladder) -> str:
    if not found.unasked:
        return ""
    talks = "One more person" if found.unasked == 1 else f"{capital(word(found.unasked))} more people"
    return f"{talks} talked with you without a request."
