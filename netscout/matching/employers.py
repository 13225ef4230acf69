"""What an employer says of a title that names only a rank there: a partner of a law firm, a captain of an airline.

And what titles say of an employer: where most contacts are lawyers, the firm is a law firm.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from netscout.matching.built import table
from netscout.matching.lexicon import lexicon
from netscout.matching.linking import Link
from netscout.matching.normalise import fold, stem
from netscout.matching.spans import ranks
from netscout.matching.vocabulary import Lexicon, Phrase

LEAST_PEOPLE, LEAST_SHARE = 4, 0.6
"""Contacts with an understood job that an employer must have, and their share in one line of work; guesses."""
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


def sectors_by_people(jobs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, int]]:
    """Return the field of business of employers that our table does not know, with the number of people it rests on.

    Args:
        jobs: company key and leaf role ("" where not understood) of each contact at such an employer.
    """
    lines = {row["line"]: row["sector"] for row in table("line_sectors.csv")}
    known = lexicon().roles
    there: dict[str, Counter[str]] = defaultdict(Counter)
    for company, role in jobs:
        if company and role:
            there[company][lines.get(known[role].line, "")] += 1
    found: dict[str, tuple[str, int]] = {}
    for company, sectors in there.items():
        sector, people = max(sectors.items(), key=lambda item: (item[1], item[0]))
        if sector and people >= LEAST_PEOPLE and people >= LEAST_SHARE * sum(sectors.values()):
            found[company] = (sector, people)
    return found
