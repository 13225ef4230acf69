"""Titles that matching is not sure of, and the jobs each may stand for: what a person can settle in a few words."""

from __future__ import annotations

from netscout.matching.lexicon import lexicon
from netscout.matching.titles import read
from netscout.model.verdict import TitleVerdict

THIN = 0.6
"""A match or related below this probability is worth a question."""
WORDLESS = "no words to read"
"""Why nothing can be said of a title that holds no word, and nobody needs to be asked."""
_LEAST_CHANCE = 0.8
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


def why_doubtful(occupation: str, reason: str, verdict: TitleVerdict | None, several: tuple[str, ...]) -> str:
    """Return in one line what is doubtful about a title, "" if nothing is or nobody could tell.

    Args:
        occupation: the name that classification found, "" for none.
        reason: why it found that.
        verdict: None without a target.
        several: an abbreviation in the title and the jobs it may mean, as `TitleMemory.note` tells; () for none.
    """
    if verdict is not None and verdict.probability == 1.0:
        return ""
    if verdict is not None and verdict.verdict in ("match", "related"):
        thin = verdict.probability < THIN or bool(several and "may mean" in verdict.reason)
        return f"counted as {verdict.verdict}, but not surely: {verdict.reason}" if thin else ""
    if several:
        return f"{several[0]} may mean {' or '.join(several[1:])}"
    return "" if occupation or reason == WORDLESS else "not understood"


def choices(title: str) -> tuple[str, ...]:
    """Return names of jobs that a title may stand for, the likelier first; () where nothing is near."""
    from netscout.matching.core_linker import core_linker

    _, several = senses(title)
    if several:
        return several
    named: dict[str, str] = {}
    for role in lexicon().roles.values():
        named.setdefault(role.code, role.name)
    near = core_linker().link([title], _MOST_CHOICES)[0]
    return tuple(dict.fromkeys(named[code] for code, chance in near if chance >= _LEAST_CHANCE and code in named))
