"""Who stands on no list, in one sentence: how many, for which reasons, and the user's manager by name."""

from __future__ import annotations

from collections import Counter

from netscout.reports.scene import Scene
from netscout.reports.text import count, listing, number, tidy

MANAGER = "your manager"
REASONS = (
    ("works at your present employer", "at your present employer, so that your plans stay your own"),
    (("recruits for your present employer", "works in human resources at"), "who {recruit} for your present employer"),
    ("you said: not this person", "of whom you said: not this person"),
    (
        ("you asked on", "your request is under way", "your request came to rest", "asked you on", "you talked on"),
        "whose answer or time is still to come",
    ),
    (("declined on", "you closed this", "not to be written to"), "with whom it is closed"),
    ("no longer among", "who {are} no longer among your connections"),
    ("stands in your address book", "who {stand} in your address book alone"),
)
"""How a reason begins, and how it is told after a number of people; others are told as other reasons."""
ONE = {"recruit": "recruits", "are": "is", "stand": "stands"}
"""The verbs of the reasons, as they are told of one person."""
OTHER = "for other reasons, told at each name"


def left_out(scene: Scene) -> str:
    """Return the sentence; "" in a form made to be shown and where nobody is left out."""
    off = [one for one in scene.shown.people if one.excluded]
    if not scene.personal or not off:
        return ""
    bosses = [tidy(one.name) or "(no name)" for one in off if one.excluded.startswith(MANAGER)]
    told = Counter(_words(one.excluded) for one in off if not one.excluded.startswith(MANAGER))
    order = [words for _, words in REASONS] + [OTHER]
    parts = [f"your manager {listing(bosses)}, whom you named as such in targets.toml"] if bosses else []
    parts += [f"{number(told[words])} {_verbs(words, told[words])}" for words in order if told[words]]
    known = "" if bosses else " Nobody is noted as your manager."
    head = count(len(off), "person", "people")
    if len(parts) == 1 and not bosses:
        return f"{head} {_verbs(next(iter(told)), len(off))}.{known}"
    return f"{head}: {'; '.join(parts)}.{known}"


def _verbs(words: str, people: int) -> str:
    return words.format_map(ONE if people == 1 else {one: one for one in ONE})


def _words(reason: str) -> str:
    return next((words for begins, words in REASONS if reason.startswith(begins)), OTHER)
