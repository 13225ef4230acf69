"""How near the job of a title is to a role phrase of a target, state and relation left aside.

The probabilities are guesses by kind of evidence, set by hand before any calibration.
"""

from __future__ import annotations

from dataclasses import dataclass

from netscout.matching.lexicon import Phrase, lexicon
from netscout.matching.linking import Link
from netscout.matching.targets import Understood
from netscout.matching.titles import Reading

PROBABILITY = {
    "exact": 0.95,
    "head": 0.9,
    "order": 0.85,
    "gap": 0.8,
    "short": 0.9,
    "open": 0.65,
    "typo": 0.75,
    "credential": 0.7,
    "words": 0.85,
    "words-apart": 0.7,
    "line": 0.6,
    "rung": 0.8,
    "neighbour": 0.75,
    "next-line": 0.55,
    "same-code": 0.6,
    "wider": 0.6,
    "second": 0.55,
    "field": 0.5,
}
"""Probability of a verdict by the evidence for it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Verdict, named level, probability and reason for a job that has something in common with a role phrase.

    `inside` says whether it is in the same line of work, so that training for it is training inside it.
    """

    verdict: str
    level: str
    probability: float
    reason: str
    inside: bool = True


def compare(reading: Reading, target: Understood) -> Finding | None:
    """Return what the job has in common with the role phrase, None for nothing."""
    found = reading.link
    if found is not None and found.roles and target.roles:
        finding = _by_role(reading, found, target)
        if finding is not None:
            return finding
    spelt = _by_words(reading, target)
    if spelt is not None:
        return spelt
    if found is None or not found.line or not target.line:
        return None
    return _by_line(found, target)


def _kin(role: str) -> tuple[str, ...]:
    """Return a role and the roles it is a kind of."""
    known = lexicon()
    chain = [role]
    while (wider := known.roles[chain[-1]].broader) and wider not in chain:
        chain.append(wider)
    return tuple(chain)


def _by_role(reading: Reading, found: Link, target: Understood) -> Finding | None:
    for role in found.roles:
        for wanted in target.roles:
            if wanted in _kin(role):
                return _holder(reading, found, role, target)
    for role in found.roles:
        for wanted in target.roles:
            finding = _near(found, role, wanted)
            if finding is not None:
                return finding
    return None


def _holder(reading: Reading, found: Link, role: str, target: Understood) -> Finding:
    name = lexicon().roles[role].name
    if target.narrowing and not set(target.narrowing) <= set(reading.keys):
        return Finding("related", "neighbour", PROBABILITY["wider"], f"{name}, but not {' '.join(target.narrowing)}")
    kind = "open" if found.kind == "short" and len(found.roles) > 1 else found.kind
    probability = PROBABILITY[kind]
    if found.level in ("director", "vp", "c-level") and lexicon().roles[role].rung in ("specialist", "operative"):
        probability = min(probability, 0.7)
    return Finding("match", "holds", probability, _why(reading, found, name))


def _why(reading: Reading, found: Link, name: str) -> str:
    if found.kind == "short":
        short = next((word.raw for word in reading.clause.words if word.key == found.phrase[0]), "")
        if len(found.roles) > 1:
            return f"{short} may mean {name}"
        return f"{short} = {name}"
    if found.kind == "credential" and reading.credentials:
        return f"{reading.credentials[0]} is the credential of this job"
    if found.kind == "typo":
        return f"read as {name}"
    words = " ".join(word.raw for word in reading.clause.words if word.key in found.phrase)
    return f"{words} = {name}" if words.casefold() != name.casefold() else f"holds the job: {name}"


def _near(found: Link, role: str, wanted: str) -> Finding | None:
    known = lexicon()
    mine, theirs = known.roles[role], known.roles[wanted]
    probability = 1.0 if len(found.roles) == 1 else 0.7
    if role in _kin(wanted):
        return Finding("related", "neighbour", PROBABILITY["wider"], f"a wider title: {mine.name}")
    for one in _kin(role):
        for other in _kin(wanted):
            relation = known.related.get((one, other))
            if relation == "rung":
                return Finding("related", "rung", PROBABILITY["rung"] * probability, f"another rung: {mine.name}")
            if relation == "neighbour":
                return Finding(
                    "related", "neighbour", PROBABILITY["neighbour"] * probability, f"neighbouring job: {mine.name}", mine.line == theirs.line
                )
    if found.second and wanted in _kin(found.second):
        return Finding("related", "neighbour", PROBABILITY["second"], f"near it in words and work: {mine.name}", inside=False)
    if mine.line == theirs.line and known.lines[mine.line].close:
        level = "rung" if mine.rung != theirs.rung else "neighbour"
        why = "another rung of the same line of work" if level == "rung" else "the same line of work"
        return Finding("related", level, PROBABILITY[level] * probability, f"{why}: {mine.name}")
    if mine.code and mine.code == theirs.code and not mine.code.endswith("99.00"):
        return Finding("related", "same-code", PROBABILITY["same-code"], f"same occupation group: {mine.name}")
    return _next_line(mine.line, theirs.line, mine.name, operative="operative" in (mine.rung, theirs.rung))


def _next_line(mine: str, theirs: str, name: str, *, operative: bool) -> Finding | None:
    lines = lexicon().lines
    if operative or (theirs not in lines[mine].neighbours and mine not in lines[theirs].neighbours):
        return None
    return Finding("related", "neighbour", PROBABILITY["next-line"], f"a neighbouring line of work: {name}", inside=False)


def _by_words(reading: Reading, target: Understood) -> Finding | None:
    """Compare by the words of the phrase alone: the same job word, and every other word somewhere around it."""
    if target.role or not target.words or target.whole_line:
        return None
    keys = reading.keys
    if not keys or target.head not in keys or not set(target.words) <= set(keys):
        return None
    known = lexicon()
    heads = [key for key, word in zip(keys, reading.clause.words, strict=True) if key in known.heads and not word.modifying]
    if heads and heads[-1] != target.head and target.head in known.heads:
        return None
    extra = [key for key in keys if key not in target.words]
    found = reading.link
    if found is not None and found.roles and len(found.phrase) > 1 and not set(found.phrase) <= set(target.words) and target.head in found.phrase:
        return Finding("related", "neighbour", PROBABILITY["second"], "the same words, with another job among them")
    kind = "words-apart" if extra and not _together(target.words, keys) else "words"
    return Finding("match", "holds", PROBABILITY[kind], f"has the words of {target.phrase!r}")


def _together(words: Phrase, keys: Phrase) -> bool:
    return any(keys[start : start + len(words)] == words for start in range(len(keys)))


def _by_line(found: Link, target: Understood) -> Finding | None:
    """Compare by the line of work, where either side names no leaf role."""
    known = lexicon()
    line = known.lines[found.line]
    if found.line == target.line:
        return _same_line(found, target, line.name)
    if found.kind in ("field",) or found.rung == "operative" or target.whole_line:
        return None
    if found.line in known.lines[target.line].neighbours or target.line in line.neighbours:
        if found.roles and not target.roles:
            return None
        return Finding("related", "neighbour", PROBABILITY["next-line"] - 0.1, f"a neighbouring line of work: {line.name}", inside=False)
    return None


def _same_line(found: Link, target: Understood, name: str) -> Finding | None:
    if target.whole_line:
        if found.rung == "operative":
            return Finding("related", "rung", PROBABILITY["field"], f"the same line of work: {name}")
        return Finding("match", "holds", PROBABILITY["line"], f"works in {name.lower()}")
    if target.ranked and found.kind == "rank" and target.ranked == found.rung:
        return Finding("match", "holds", PROBABILITY["line"], f"the same rank in {name.lower()}")
    if not lexicon().lines[found.line].close and found.roles:
        return None
    if found.kind == "rank":
        return Finding("related", "rung", PROBABILITY["rung"], f"a rank over this line of work: {name}")
    if found.kind == "field":
        return Finding("related", "neighbour", PROBABILITY["field"], f"works in {name.lower()}")
    level = "rung" if found.rung == "operative" else "neighbour"
    return Finding("related", level, PROBABILITY["line"], f"the same line of work: {name}")
