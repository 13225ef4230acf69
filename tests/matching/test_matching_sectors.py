"""Fields of business: from names and from the user's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.matching.company_names import fold, read_rows
from netscout.matching.sectors import industry_fit, sector_of_name, sectors, sectors_of_industry


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Neustadt University Hospital", "hospitals and health care"),
        ("Hospital of the University of Neustadt", "hospitals and health care"),
        ("Hôpital Saint-Exemple", "hospitals and health care"),
        ("Universidad de Ejemplo", "higher education"),
        ("Quill & Stone Attorneys at Law", "legal services"),
        ("Stadtsparkasse Neustadt", "banking"),
        ("Fabrikam Museum of Glass", "arts and culture"),
        ("北風銀行", "banking"),
        ("Department of Example Affairs", "government"),
        ("Northwind", ""),
    ],
)
def test_telling_words(name: str, sector: str) -> None:
    """The head of the name decides, not a word that stands further back."""
    found, word = sector_of_name(fold(name))
    assert found == sector
    assert bool(word) is bool(sector)


@pytest.mark.parametrize(
    ("industry", "sector"),
    [
        ("Financial technology", "financial technology"),
        ("fintech", "financial technology"),
        ("FinTech companies", "financial technology"),
        ("Biotechnology", "biotechnology"),
        ("life sciences", "pharmaceuticals"),
        ("FMCG", "consumer goods"),
        ("CPG", "food and drink"),
        ("Consumer goods", "consumer goods"),
        ("Oil & Gas", "energy"),
        ("NGOs", "non-profit"),
    ],
)
def test_industries(industry: str, sector: str) -> None:
    """What users call an industry leads to our sectors; one word may mean several."""
    assert sector in sectors_of_industry(industry)
    assert industry_fit(sector, [industry]) == "same"


def test_fit_is_unknown_where_nothing_is_known() -> None:
    """Not knowing must not count against anybody."""
    assert industry_fit("", ["Banking"]) == "unknown"
    assert industry_fit("banking", ["zzgrb"]) == "unknown"
    assert industry_fit("banking", []) == "unknown"
    assert industry_fit("banking", ["zzgrb", "Retail"]) == "unknown"
    assert industry_fit("banking", ["Mining", "Retail"]) == "other"


def test_sector_names_agree_across_tables() -> None:
    """A sector named in one table only could never fit."""
    for row in read_rows("sector_words.csv"):
        assert row["sector"] in sectors(), row
    for sector in sectors():
        assert industry_fit(sector, [sector]) == "same"


@given(st.lists(st.text(max_size=12), max_size=5))
def test_any_words_are_taken(words: list[str]) -> None:
    """No name and no industry may crash."""
    assert industry_fit(sector_of_name(words)[0], words) in {"same", "other", "unknown"}
