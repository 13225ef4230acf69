"""Across talks: what came up with whom, what is open, and whether all of it comes from one corner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from netscout.campaign.lint.phrases import words_of
from netscout.lang import fill, texts
from netscout.model.event import Event
from netscout.model.notes import HEARD, OPEN, RESUME, SHOWN, Note
from netscout.model.themes import Talk, Theme, Themes

WORDS_SHOWN = 12
LEAST_LETTERS = 5
FEW = 3
"""Talks from which it can be said that all of them come from one corner."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GIVEN, _BACK = ("met", "advised", "referred"), ("gave-back", "reported-back")


def themes(notes: Iterable[Note], talks: Mapping[str, Talk]) -> Themes:
    """Return what the notes on people of these talks say together.

    Args:
        notes: of anybody, oldest first; those on others, and those that netscout keeps for itself, are left out.
        talks: by person id.
    """
    held = [one for one in notes if one.person in talks and ":" not in one.theme]
    tagged: dict[str, list[Note]] = {}
    for one in held:
        if one.theme not in (HEARD, OPEN, RESUME, SHOWN):
            tagged.setdefault(one.theme, []).append(one)
    named = [Theme(key, tuple(rows)) for key, rows in tagged.items()]
    return Themes(
        tuple(sorted(named, key=lambda one: (-one.talks, one.name))),
        _words(held),
        tuple(one for one in held if one.theme == OPEN),
        tuple(one for one in held if one.theme == RESUME),
        tuple(one for one in held if one.theme == SHOWN),
        tuple(_corners(talks)),
    )


def _words(notes: Sequence[Note]) -> tuple[Theme, ...]:
    """Return the words that came up in talks with more than one person, the most widespread first."""
    common = {one for line in words_of("en", "common") for one in line.split("|")}
    said: dict[str, dict[str, Note]] = {}
    for one in notes:
        for word in {found.casefold() for found in _WORD.findall(one.text)}:
            if len(word) >= LEAST_LETTERS and word not in common:
                said.setdefault(word, {}).setdefault(one.person, one)
    found = [Theme(word, tuple(by.values())) for word, by in said.items() if len(by) > 1]
    return tuple(sorted(found, key=lambda one: (-one.talks, one.name))[:WORDS_SHOWN])


def _corners(talks: Mapping[str, Talk]) -> Iterable[str]:
    """Yield what is one and the same in all talks: a company, a title, the person that they go back to."""
    words = texts("notes")
    if len(talks) < FEW:
        return
    for key in ("company", "title", "chain"):
        values = Counter(getattr(one, key) for one in talks.values())
        (value, count), *_ = values.most_common(1)
        if value and count == len(talks):
            yield fill(words[f"themes.{key}"], {"what": value})


def balance(log: Iterable[Event]) -> int:
    """Return how much more somebody gave (talks, advice, names) than the user gave back; 0 at the least.

    A report of what came of it counts as giving back.
    """
    owed = 0
    for one in sorted(log, key=lambda one: (one.on, one.seq)):
        owed = owed + (one.event in _GIVEN) - (one.event in _BACK)
        owed = max(0, owed)
    return owed
