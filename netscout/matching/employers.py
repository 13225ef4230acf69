"""What an employer says of a title that names only a rank there: a partner of a law firm, a captain of an airline."""

from __future__ import annotations

from functools import cache

from netscout.matching.lexicon import Lexicon, Phrase, lexicon, table
from netscout.matching.linking import Link
from netscout.matching.normalise import fold, stem
from netscout.matching.spans import ranks

Senses = dict[Phrase, tuple[tuple[str, frozenset[str]], ...]]


@cache
def _senses() -> Senses:
    found: dict[Phrase, list[tuple[str, frozenset[str]]]] = {}
    for row in table("employer_senses.csv"):
        cues = frozenset(stem(fold(cue)) for cue in row["cues"].split())
        found.setdefault(tuple(stem(fold(word)) for word in row["title"].split()), []).append((row["role"], cues))
    return {phrase: tuple(senses) for phrase, senses in found.items()}


def rank_words(keys: Phrase, known: Lexicon) -> Phrase:
    """Return the words of a clause that an employer gives a meaning to, () if they mean something by themselves."""
    for start in range(len(keys)):
        if keys[start:] in _senses():
            _, places = ranks(keys, known)
            return keys[start:] if all(place in places for place in range(start)) else ()
    return ()


def by_employer(keys: Phrase, employer: str) -> Link | None:
    """Return the role a rank stands for at an employer, by the telling words of its name and field of business."""
    known = lexicon()
    phrase = rank_words(keys, known) if employer else ()
    if not phrase:
        return None
    there = {stem(word) for word in fold(employer).replace("/", " ").replace(",", " ").split()}
    for role_id, cues in _senses()[phrase]:
        if cues & there:
            role = known.roles[role_id]
            return Link("employer", (role_id,), role.line, role.rung, ranks(keys, known)[0], phrase)
    return None
