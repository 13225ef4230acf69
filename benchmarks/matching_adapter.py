"""Adapter by which a scorer of title and company matching calls netscout.

Without an index (the core alone) titles are linked by what the package ships; with one, by the labels handed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from company_part import (  # type: ignore[import-not-found]  # the scorer puts this folder on the path
    judge_companies,
    link_companies,
    use_company_index,
)

from netscout.matching.core_linker import core_linker, core_names
from netscout.matching.linker import OccupationLinker
from netscout.matching.verdicts import TargetMatcher

__all__ = ["judge_companies", "judge_titles", "link_companies", "link_titles", "use_company_index", "use_title_index"]

Entries = list[tuple[str, str]]
_LIKELY = {"match": (0.5, 0.5), "related": (0.2, 0.2), "unknown": (0.1, 0.05), "no": (0.1, -0.1)}
"""Score of a verdict as a chance to be a match: base, and what the verdict's own probability adds."""
_linkers: list[OccupationLinker] = []


def use_title_index(index: dict[str, Entries]) -> None:
    """Take the labels that count as added; none of them for the core alone. Pairs are judged without them."""
    _linkers.clear()
    for scheme, entries in index.items() if len(index) == 1 else ():
        _linkers.append(OccupationLinker.from_labels([*entries, *core_names()] if scheme == "onet" else entries))
    if not _linkers:
        core_linker()


def link_titles(titles: Sequence[str], k: int) -> list[list[tuple[str, float]]]:
    """Return at most k codes of each title with their chance, best first."""
    linker = _linkers[0] if _linkers else core_linker()
    return linker.link(titles, k)


def judge_titles(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, float]]:
    """Return verdict and score of each (target, title)."""
    matchers: dict[str, TargetMatcher] = {}
    answers = []
    for target, title in pairs:
        matcher = matchers.setdefault(target, TargetMatcher([target]))
        found = matcher.judge(title)
        base, more = _LIKELY[found.verdict]
        said = "no" if found.verdict == "unknown" else found.verdict
        answers.append((said, base + more * found.probability))
    return answers
