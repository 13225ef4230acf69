"""Names that are ordinary words as well: what stays on a page made to be shown, lest all of it turn into names.

A full name is no name where it is also what a job, a kind of work or a field of business is called, or the whole
title or company of at least `OFTEN` other people: a contact called "Data Analyst" does not rename the work. One word
of a name is none where it stands in such a label, is the whole company of `OFTEN` others, or stands in the titles and
companies of people at `OFTEN` employers: "Hamburg". The limit of this rule: whoever bears such a name, or owns a firm
of their name with several contacts in it, is told by it to a reader who knows. `concealing` hides all the same the
words of a listed person's own company.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from netscout.model.report import ReportData
from netscout.reports.full_names import key, spellings, words

OFTEN = 3
"""Other people, or employers, from which on a word is taken for an ordinary one; a guess."""


@dataclass(frozen=True, slots=True)
class Ordinary:
    """Keys (`full_names.key`) that are no names: of whole labels, and of single words."""

    labels: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


def ordinary(data: ReportData, names: Collection[str], by_word: Collection[str]) -> Ordinary:
    """Return which of the names, and of the words of the names in `by_word`, are ordinary in this network."""
    wanted = frozenset(one for name in names for one in _keys(name))
    single = frozenset(one.key for name in by_word for one in words(name))
    ours = {key(text): text for text in _labels(data)}
    shared = {one for one, people in _bearers(data, wanted | single).items() if people >= OFTEN}
    spread = {one for one, employers in _employers(data, single).items() if len(employers) >= OFTEN}
    said = {one.key for text in ours.values() for one in words(text)}
    return Ordinary(frozenset((ours.keys() | shared) & wanted), frozenset((said | shared | spread) & single))


def _labels(data: ReportData) -> Iterable[str]:
    """Return the names of jobs, kinds of work and fields of business; what the user typed is not among them."""
    yield from dict.fromkeys(text for one in data.people for text in (one.role_name, one.family, one.sector) if text)
    yield from (text for one in data.fields for text in (one.family, one.role))
    yield from (understood for one in data.checks for _, understood, _, _ in one.roles)


def _bearers(data: ReportData, wanted: frozenset[str]) -> Counter[str]:
    """Return how many people have one of the names wanted for a title or company, those so named not counted."""
    known: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for one in data.people:
        texts = {one.title, one.company, one.company_label} - {""}
        found = {known.setdefault(text, key(text)) if text not in known else known[text] for text in texts}
        counts.update((found & wanted) - _keys(one.name) if found & wanted else ())
    return counts


def _keys(name: str) -> set[str]:
    return {one.replace(" ", "") for one in spellings(name)}


def _employers(data: ReportData, wanted: frozenset[str]) -> dict[str, set[str]]:
    """Return at which employers people have each word wanted in their title or company."""
    known: dict[str, set[str]] = {}
    found: dict[str, set[str]] = {}
    for one in data.people:
        for text in (one.title, one.company):
            if text not in known:
                known[text] = {part.key for part in words(text)} & wanted
            for part in known[text]:
                found.setdefault(part, set()).add(one.company_key)
    return found
