"""Across talks: what came up with whom, what is open, and whether all of it comes from one corner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from netscout.campaign.form import of_form, parts
from netscout.lang import fill, lists, texts
from netscout.model.notes import GIVE, HEARD, OPEN, RESUME, SHOWN, Note
from netscout.model.themes import Talk, Theme, Themes

WORDS_SHOWN = 12
_LETTERS = 4
"""Letters from which a word counts; a shorter one does where somebody wrote it in capitals, as SQL."""
_PLURAL = 4
"""Letters up to which an s at the end belongs to the word."""
FEW = 3
"""Talks from which it can be said that all of them come from one corner."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_APART = (OPEN, RESUME, SHOWN, GIVE)
"""Themes that are shown on their own."""


def themes(notes: Iterable[Note], talks: Mapping[str, Talk]) -> Themes:
    """Return what the notes on people of these talks say together.

    A note under no theme counts by the parts of the form that it has.

    Args:
        notes: of anybody, oldest first; those on others, and those that netscout keeps for itself, are left out.
        talks: by person id.
    """
    held = [one for one in notes if one.person in talks and ":" not in one.theme]
    tagged: dict[str, list[Note]] = {}
    for one in (line for note in held for line in _lines(note)):
        if one.theme not in (HEARD, *_APART):
            tagged.setdefault(one.theme, []).append(one)
    named = [Theme(key, tuple(rows)) for key, rows in tagged.items()]
    ask, resume, shown, give = (tuple(one for one in held if one.theme == theme) for theme in _APART)
    own = sorted(named, key=lambda one: (one.name in of_form(), -one.talks, one.name))
    return Themes(tuple(own), _words(held, talks), ask, resume, shown, give, tuple(_corners(talks)))


def _lines(note: Note) -> list[Note]:
    """Return a note under a theme as it is, one under none by the parts of the form."""
    if note.theme != HEARD:
        return [note]
    told = [(key, " ".join(filter(None, map(str.strip, body)))) for key, body in parts(note.text.split("\n"))]
    return [replace(note, theme=key, text=text) for key, text in told if text and (key in of_form() or not key)]


def _words(notes: Sequence[Note], talks: Mapping[str, Talk]) -> tuple[Theme, ...]:
    """Return the words that came up in talks with more than one person, the most widespread first.

    One and many count as one word; what a person is called, and where they work, is none.
    """
    common = {_stem(one) for one in lists("after_words", "en")["common"]}
    lines = [line for note in notes for line in _lines(note)]
    capitals = {_stem(word) for one in lines for word in _WORD.findall(one.text) if word.isupper()}
    said: dict[str, dict[str, Note]] = {}
    forms: dict[str, Counter[str]] = {}
    for one in lines:
        with_them = talks[one.person]
        known = {_stem(word) for word in _WORD.findall(f"{with_them.name} {with_them.company}")}
        for word in _WORD.findall(one.text):
            stem = _stem(word)
            if (len(word) >= _LETTERS or stem in capitals) and stem not in common and stem not in known:
                forms.setdefault(stem, Counter())[word if word.isupper() else word.casefold()] += 1
                said.setdefault(stem, {}).setdefault(one.person, one)
    shown = {stem: min(each, key=lambda word: (-each[word], word)) for stem, each in forms.items()}
    found = [Theme(shown[stem], tuple(by.values())) for stem, by in said.items() if len(by) > 1]
    return tuple(sorted(found, key=lambda one: (-one.talks, one.name.casefold(), one.name))[:WORDS_SHOWN])


def _stem(word: str) -> str:
    plain = word.casefold()
    return plain[:-1] if len(plain) > _PLURAL and plain.endswith("s") and not plain.endswith("ss") else plain


def _corners(talks: Mapping[str, Talk]) -> Iterable[str]:
    """Yield what is one and the same in all talks: company, kind of work, rung, the person that they go back to."""
    words = texts("notes")
    if len(talks) < FEW:
        return
    for key in ("company", "field", "rung", "chain"):
        held = {getattr(one, key) for one in talks.values()}
        if len(held) == 1 and (what := held.pop()):
            yield fill(words[f"themes.{key}"], {"what": words.get(f"{key}.{what}", what)})
