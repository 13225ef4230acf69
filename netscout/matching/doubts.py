"""Titles that matching is not sure of, and the jobs each may stand for: what a person can settle in a few words."""

from __future__ import annotations

from netscout.matching.core_linker import core_linker
from netscout.matching.lexicon import lexicon
from netscout.matching.titles import read
from netscout.model.verdict import TitleVerdict

THIN = 0.7
"""A match or related below this probability is worth a question."""
_LEAST_CHANCE = 0.15
_MOST_CHOICES = 3


def senses(title: str) -> tuple[str, tuple[str, ...]]:
    """Return an abbreviation of the title that its words leave open, with the names of the jobs it may mean."""
    known = lexicon()
    for reading in read(title):
        found = reading.link
        if found is not None and found.kind == "short" and len(found.roles) > 1 and not reading.relation:
            short = next((word.raw for word in reading.clause.words if word.key == found.phrase[0]), "")
            return short, tuple(known.roles[role].name for role in found.roles)
    return "", ()


def why_doubtful(title: str, occupation: str, verdict: TitleVerdict | None) -> str:
    """Return in one line what is doubtful about a title, "" if nothing is.

    `occupation` is the name that classification found, "" if none; `verdict` is None without a target.
    """
    if verdict is not None and verdict.probability == 1.0:
        return ""
    if verdict is not None and verdict.verdict in ("match", "related") and verdict.probability < THIN:
        return f"counted as {verdict.verdict}, but not surely: {verdict.reason}"
    short, several = senses(title)
    if several and (verdict is None or verdict.verdict in ("no", "unknown")):
        return f"{short} may mean {' or '.join(several)}"
    if not occupation and (verdict is None or verdict.verdict in ("unknown", "no")):
        return "not understood" if read(title) else "no words to read"
    return ""


def choices(title: str) -> tuple[str, ...]:
    """Return names of jobs that a title may stand for, the likelier first; () where nothing is near."""
    _, several = senses(title)
    if several:
        return several
    named: dict[str, str] = {}
    for role in lexicon().roles.values():
        named.setdefault(role.code, role.name)
    near = core_linker().link([title], _MOST_CHOICES)[0]
    return tuple(dict.fromkeys(named[code] for code, chance in near if chance >= _LEAST_CHANCE and code in named))
