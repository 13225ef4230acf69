"""Companies linked: what each company cell is (key, name to show, field of business), targets apart.

This module is the door of company matching: `link_companies`, `judge_companies`, `same_company` and their like.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from netscout.matching.company_match import CompanyMatcher, judge_companies, match_companies, user_resolver
from netscout.matching.company_names import NAME_LETTERS, company_key, company_kind, fold, split_brackets
from netscout.matching.company_resolver import shipped_resolver
from netscout.matching.sectors import industry_fit, sector_of_name
from netscout.model.verdict import CompanyLink
from netscout.tables import COMPANIES, check

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from netscout.matching.company_resolver import Hit, Resolver
    from netscout.tables import Companies

_NO_COMPANY = {
    "self": ("self", "Self-employed", "the cell says self-employed or freelance"),
    "stealth": ("stealth", "Stealth company", "the cell hides the company"),
    "none": ("", "", "no company is given"),
}


def link_company(company: str, aliases: Mapping[str, str] | None = None) -> CompanyLink:
    """Return what one company cell is; for many cells use `link_companies`."""
    return _link(company, _resolver(tuple((aliases or {}).items())))


def link_companies(companies: Iterable[str], aliases: Mapping[str, str] | None = None) -> Companies:
    """Return one row per distinct company as written, in order of first appearance (table COMPANIES).

    Args:
        companies: cells as written; blank ones get kind none.
        aliases: the user's own, company as written -> name meant; they win over the table.

    A division has the key of the organisation it is part of; a subsidiary or brand has its own.
    """
    import pandas as pd

    links = linked(companies, aliases)
    columns = {"company": list(links)} | {
        name: [getattr(link, name) for link in links.values()] for name in ("key", "label", "sector", "kind", "reason")
    }
    table = pd.DataFrame({name: pd.Series(values, dtype="object") for name, values in columns.items()})
    return cast("Companies", check(table, COMPANIES))


def linked(companies: Iterable[str], aliases: Mapping[str, str] | None = None) -> dict[str, CompanyLink]:
    """Return what each distinct cell is, as `link_companies` does, without making a table."""
    resolver = _resolver(tuple((aliases or {}).items()))
    return {company: _link(company, resolver) for company in dict.fromkeys(companies)}


@lru_cache(maxsize=4)
def _resolver(aliases: tuple[tuple[str, str], ...]) -> Resolver:
    """Return a resolver with the user's aliases, made once: linking does not change it."""
    return user_resolver(dict(aliases)) if aliases else shipped_resolver()


def _link(company: str, resolver: Resolver) -> CompanyLink:
    kind = company_kind(company)
    if kind != "company":
        key, label, reason = _NO_COMPANY[kind]
        return CompanyLink(key, label, "", kind, reason)
    hit = resolver.resolve(company)
    if hit is not None:
        return _known(company, hit, resolver)
    label = " ".join(split_brackets(company)[0].split()) or " ".join(company.split())[:NAME_LETTERS]
    sector, word = sector_of_name(fold(company))
    reason = f"the word {word} in its name" if sector else "not in our table, and its name tells no field of business"
    return CompanyLink(company_key(company), label, sector, "company", reason)


def _known(company: str, hit: Hit, resolver: Resolver) -> CompanyLink:
    directory = resolver.directory
    own, root = directory.organisations[hit.key], directory.root(hit.key)
    sector = root.sector or own.sector
    if sector:
        reason = "in our table of companies" if own.key == root.key else f"{own.label} is part of {root.label}"
    else:
        sector, word = sector_of_name(fold(company))
        reason = f"the word {word} in its name" if sector else "its name tells no field of business"
    return CompanyLink(root.key, root.label, sector, "company", reason)


def same_company(first: str, second: str, aliases: Mapping[str, str] | None = None) -> bool:
    """Return whether two cells name the same organisation, in either direction; self-employed and stealth never do."""
    return any(
        CompanyMatcher([one], aliases).judge(other).verdict == "match"
        for one, other in ((first, second), (second, first))
    )


__all__ = [
    "CompanyMatcher",
    "company_key",
    "company_kind",
    "industry_fit",
    "judge_companies",
    "link_companies",
    "link_company",
    "linked",
    "match_companies",
    "same_company",
]
