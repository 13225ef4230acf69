"""The company half of the adapter for the matching scorer: answers come from netscout alone.

Not a program: `matching_adapter.py` takes these functions in. Names are linked with `CompanyIndex`, pairs are judged
with `CompanyMatcher`; the shipped table of companies is always on.
"""

from __future__ import annotations

from functools import cache

from rapidfuzz import fuzz

from netscout.matching.company_index import CompanyIndex
from netscout.matching.company_match import CompanyMatcher
from netscout.matching.company_names import key_words
from netscout.model.verdict import CompanyVerdict

_index = CompanyIndex()
_CERTAIN = {"exact": 0.9, "alias": 0.8, "strong": 0.65, "related": 0.35, "weak": 0.2, "": 0.0}


def use_company_index(entries: list[tuple[str, str]]) -> None:
    """Index the (code, name) entries that `link_companies` answers with."""
    global _index  # noqa: PLW0603  # the scorer hands the index over in a call of its own
    _index = CompanyIndex.build(entries)


def link_companies(names: list[str], k: int) -> list[list[tuple[str, float]]]:
    """Return the k best codes of each name with scores from 0 to 1; an empty list abstains."""
    return [list(answer) for answer in _index.link(names, k)]


def judge_companies(pairs: list[tuple[str, str]]) -> list[tuple[str, float]]:
    """Return the verdict on each (target, name) and how surely it is a match, from 0 to 1."""
    answers = []
    for target, name in pairs:
        verdict = _matcher(target).judge(name)
        answers.append((verdict.verdict, _certainty(verdict, name)))
    return answers


@cache
def _matcher(target: str) -> CompanyMatcher:
    return CompanyMatcher([target])


def _certainty(verdict: CompanyVerdict, company: str) -> float:
    """Return from 0 to 1 how surely a verdict is a match: its tier first, then how alike the two are written.

    Within a tier the order is that of likeness; the numbers are an order, not chances.
    """
    alike = fuzz.token_sort_ratio(" ".join(key_words(verdict.target)), " ".join(key_words(company))) / 100
    floor = _CERTAIN["related" if verdict.verdict == "related" else verdict.tier]
    return floor + 0.1 * alike
