"""How near the job of a title is to a role phrase of a target, state and relation left aside.

Every finding names its kind of evidence; `chances.py` says how often that kind is right.
"""

from __future__ import annotations

from dataclasses import dataclass

from netscout.matching.ladder import other_rung
from netscout.matching.lexicon import lexicon
from netscout.matching.linking import Link
from netscout.matching.narrowing import in_field, others
from netscout.matching.spans import field_line
from netscout.matching.targets import Understood
from netscout.matching.titles import Reading
from netscout.matching.vocabulary import Phrase, Role

_TELLING_WORDS = 3
_WIDE = frozenset(("project", "operations", "general-management"))
"""Lines of work in which another field makes it another job: project managers of two trades have little in common."""
_LICENSED = frozenset(("legal", "nursing", "medicine", "dentistry", "pharmacy", "therapy", "social-care", "education"))


@dataclass(frozen=True, slots=True)
class Finding:
    """Verdict, named level, kind of evidence and reason for a job that has something in common with a role phrase.

    `inside` says whether it is in the same line of work, so that training for it is training inside it.
    """

    verdict: str
    level: str
    evidence: str
    reason: str
    inside: bool = True


def compare(reading: Reading, target: Understood) -> Finding | None:
    """Return what the job has in common with the role phrase, None for nothing."""
    found = reading.link
    if found is not None and found.roles and target.roles:
        finding = _by_role(reading, found, target) or _teaches(reading, found, target)
        if finding is not None:
            return finding
    if target.composed or (found is not None and not in_field(reading, found, target)):
        return None
    if found is not None and found.over and any(one in _kin(found.over) for one in target.roles):
        return _related("rung", "rung", f"leads people who do it: {lexicon().roles[found.over].name}")
    spelt = _by_words(reading, target)
    if spelt is not None:
        return spelt
    if found is None or not found.line or not target.line:
        return None
    return _teaches(reading, found, target) or _by_line(found, target)


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
    if target.composed or not in_field(reading, found, target):
        return None
    for role in found.roles:
        for wanted in target.roles:
            finding = _near(found, role, wanted)
            if finding is not None:
                return finding
    return None


def _holder(reading: Reading, found: Link, role: str, target: Understood) -> Finding | None:
    name = lexicon().roles[role].name
    if not in_field(reading, found, target):
        return None if target.composed else _elsewhere(reading, found, role, target)
    chief = "chief" in reading.keys and "chief" not in (*found.phrase, *target.words)
    if not target.composed and (chief or other_rung(found.phrase, target.words)):
        return _related("rung", "label-rung", f"another rung: {_named(reading, found)}")
    kind = "open" if found.kind == "short" and len(found.roles) > 1 else found.kind
    kind = "composed" if target.composed and kind != "open" else kind
    if found.level in ("director", "vp", "c-level") and lexicon().roles[role].rung in ("specialist", "operative"):
        kind = "high-rank"
    return Finding("match", "holds", kind, _why(reading, found, name))


def _elsewhere(reading: Reading, found: Link, role: str, target: Understood) -> Finding:
    """Return what somebody is who holds the role, but not in the field the target names."""
    known = lexicon()
    reason = f"{known.roles[role].name}, but not {' '.join(target.narrowing)}"
    other = bool(others(reading, found, target)) or role not in target.roles
    if other and found.line in _WIDE:
        return Finding("no", "no", "other-field", reason)
    return _related("neighbour", "elsewhere", reason, inside=False)


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
    words = _named(reading, found)
    return f"{words} = {name}" if words.casefold() != name.casefold() else f"holds the job: {name}"


def _named(reading: Reading, found: Link) -> str:
    words = {(word.start, word.raw): word.raw for word in reading.clause.words if word.key in found.phrase}
    return " ".join(words.values())


def _near(found: Link, role: str, wanted: str) -> Finding | None:
    known = lexicon()
    mine, theirs = known.roles[role], known.roles[wanted]
    sure = len(found.roles) == 1
    if role in _kin(wanted):
        return _related("neighbour", "wider", f"a wider title: {mine.name}")
    if found.second and wanted in _kin(found.second):
        return _related("neighbour", "second", f"near it in words and work: {mine.name}", inside=False)
    return _listed(mine, theirs, sure=sure) or _by_place(mine, theirs, sure=sure)


def _related(level: str, evidence: str, reason: str, *, inside: bool = True) -> Finding:
    return Finding("related", level, evidence, reason, inside)


def _listed(mine: Role, theirs: Role, *, sure: bool) -> Finding | None:
    """Return what the table of related roles says of two roles, or of the roles they are kinds of."""
    for one in _kin(mine.id):
        for other in _kin(theirs.id):
            relation = lexicon().related.get((one, other))
            passed_on = (one, other) != (mine.id, theirs.id)
            if relation == "rung" or (relation is not None and not (passed_on and mine.line != theirs.line)):
                why = "another rung" if relation == "rung" else "neighbouring job"
                inside = relation == "rung" or mine.line == theirs.line
                return _related(relation, relation if sure else "open-near", f"{why}: {mine.name}", inside=inside)
    return None


def _by_place(mine: Role, theirs: Role, *, sure: bool) -> Finding | None:
    """Compare two roles by line of work, then by occupation code."""
    lines = lexicon().lines
    if mine.line == theirs.line and lines[mine.line].close:
        level = "rung" if mine.rung != theirs.rung else "neighbour"
        why = "another rung of the same line of work" if level == "rung" else "the same line of work"
        return _related(level, f"line-{level}" if sure else "open-near", f"{why}: {mine.name}")
    if mine.code and mine.code == theirs.code and not mine.code.endswith("99.00"):
        return _related("same-code", "same-code", f"same occupation group: {mine.name}")
    return None


def _teaches(reading: Reading, found: Link, target: Understood) -> Finding | None:
    """Return a finding for somebody who teaches a licensed profession at a university."""
    if found.line != "academia" or target.line not in _LICENSED or field_line(reading.keys) != target.line:
        return None
    return _related("training", "teaches", "teaches a licensed profession")


def _by_words(reading: Reading, target: Understood) -> Finding | None:
    """Compare by the words of the phrase alone: the same job word, and every other word somewhere around it.

    For a role we know, that takes three words, which may stand beside the job in the headline.
    """
    if target.whole_line or len(target.words) < (_TELLING_WORDS if target.role else 1):
        return None
    keys = reading.keys
    near = {*keys, *reading.around} if target.role else set(keys)
    if not keys or target.head not in keys or not set(target.words) <= near:
        return None
    known = lexicon()
    heads = [
        key for key, word in zip(keys, reading.clause.words, strict=True) if key in known.heads and not word.modifying
    ]
    if heads and heads[-1] != target.head and target.head in known.heads:
        return None
    kind = "words" if _together(target.words, keys) else "words-apart"
    return Finding("match", "holds", kind, f"has the words of {target.phrase!r}")


def _together(words: Phrase, keys: Phrase) -> bool:
    return any(keys[start : start + len(words)] == words for start in range(len(keys)))


def _by_line(found: Link, target: Understood) -> Finding | None:
    """Compare by the line of work, where either side names no leaf role."""
    name = lexicon().lines[found.line].name
    if found.line == target.line:
        return _any_in_line(found, name) if target.whole_line else _same_line(found, target, name)
    return None


def _any_in_line(found: Link, name: str) -> Finding:
    if found.rung == "operative":
        return _related("rung", "field", f"the same line of work: {name}")
    return Finding("match", "holds", "line", f"works in {name.lower()}")


def _same_line(found: Link, target: Understood, name: str) -> Finding | None:
    known = lexicon()
    if target.ranked and found.kind == "rank" and target.ranked == found.rung:
        return Finding("match", "holds", "same-rank", f"the same rank in {name.lower()}")
    if found.kind == "lead" and known.first_role[found.line] in target.roles:
        return Finding("match", "holds", "leads", f"leads in {name.lower()}")
    if found.roles and not known.lines[found.line].close:
        return None
    if found.kind in ("rank", "lead"):
        return _related("rung", "rank", f"a rank over this line of work: {name}")
    if found.kind == "field":
        return _related("neighbour", "field", f"works in {name.lower()}")
    level = "rung" if found.rung == "operative" else "neighbour"
    return _related(level, "same-line", f"the same line of work: {name}")
