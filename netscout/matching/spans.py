"""What runs of words within a clause carry: labels, ranks, fields of work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netscout.matching.lexicon import lexicon
from netscout.matching.vocabulary import Lexicon, Phrase

LEVEL_ORDER = ("plain", "intern", "junior", "senior", "lead", "manager", "director", "vp", "c-level", "founder")
_LONGEST_LABEL = 6


def spans(keys: Phrase) -> Iterator[tuple[int, int]]:
    """Yield start and end of every run of words no longer than a label."""
    for start in range(len(keys)):
        for end in range(start + 1, min(len(keys), start + _LONGEST_LABEL) + 1):
            yield start, end


def occurrences(keys: Phrase, known: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield start and end of every label within the words."""
    for start in range(len(keys)):
        if keys[start : start + 1] in known.labels:
            yield start, start + 1
        if keys[start : start + 2] in known.openings:
            for end in range(start + 2, min(len(keys), start + _LONGEST_LABEL) + 1):
                if keys[start:end] in known.labels:
                    yield start, end


def ranks(keys: Sequence[str], known: Lexicon, skip: tuple[int, ...] = ()) -> tuple[str, frozenset[int]]:
    """Return the highest level the words carry, and the places of the words that carry levels; `skip` are no ranks."""
    best, places = "plain", set[int]()
    for place, key in enumerate(keys):
        for length in (3, 2, 1) if key in known.level_starts else ():
            found = known.levels.get(tuple(keys[place : place + length]))
            if found is None or place + length > len(keys) or any(place <= one < place + length for one in skip):
                continue
            if found[1] == "prefix" and place + length == len(keys):
                continue
            places.update(range(place, place + length))
            best = max(best, found[0], key=LEVEL_ORDER.index)
            break
    return best, frozenset(places)


def field_line(keys: Phrase) -> str:
    """Return the line of the longest field of work named; of equals the last, which stands nearest to the job."""
    known = lexicon()
    best: tuple[int, int] = (0, 0)
    line = ""
    for start, key in enumerate(keys):
        for end in range(start + 1, min(len(keys), start + 4) + 1) if key in known.field_starts else ():
            if keys[start:end] in known.fields and (end - start, end) >= best:
                best, line = (end - start, end), known.fields[keys[start:end]]
    return line
