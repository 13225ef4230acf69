"""Linking company cells: key, label, field of business, kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.matching.companies import link_companies, link_company, same_company
from tests.examples import examples


@pytest.mark.parametrize(
    ("cell", "key", "sector"),
    [
        ("Google LLC", "us-google", "software and internet"),
        ("Google Germany GmbH", "us-google", "software and internet"),
        ("AWS", "us-amazon", "software and internet"),
        ("Instagram", "instagram", "software and internet"),
        ("Merck KGaA", "de-merckkgaa", "pharmaceuticals"),
        ("Merck & Co., Inc.", "us-merckus", "pharmaceuticals"),
        ("Universitätsklinikum Neustadt", "universitatsklinikum neustadt", "hospitals and health care"),
        ("Northwind Credit Union", "northwind credit union", "banking"),
        ("Quillfeather Law School", "quillfeather law school", "higher education"),
        ("Ministerio de Cultura", "ministerio de cultura", "government"),
        ("Fabrikam", "fabrikam", ""),
    ],
)
def test_cells_get_key_and_sector(cell: str, key: str, sector: str) -> None:
    """A company in the table has its key and sector; one outside it has its own key and what its name tells."""
    link = link_company(cell)
    assert (link.key, link.sector, link.kind) == (key, sector, "company")
    assert link.reason
    assert link.label


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Self-employed", "self"),
        ("Freelance Illustrator", "self"),
        ("Selbstständig", "self"),
        ("Autónomo", "self"),
        ("Stealth Mode AI Startup", "stealth"),
        ("Confidential", "stealth"),
        ("", "none"),
        ("  ", "none"),
        ("-", "none"),
        ("N/A", "none"),
        ("Retired", "none"),
        ("Stealth Monitoring", "company"),
        ("Freelancers Union", "company"),
    ],
)
def test_cells_without_a_company_are_told(cell: str, kind: str) -> None:
    """Self-employed people and hidden companies must not become one big employer."""
    link = link_company(cell)
    assert link.kind == kind
    if kind == "none":
        assert (link.key, link.label) == ("", "")


def test_user_alias_wins_over_the_table() -> None:
    """What the user wrote in [aliases] is the last word, also for a name the table knows."""
    table = link_companies(["Chase", "The Shop"], {"Chase": "Chase Bakery", "the shop": "Google"})
    assert list(table["key"]) == ["chase bakery", "us-google"]


def test_table_is_distinct_in_order_and_independent_of_order() -> None:
    """A link depends on its cell alone: shuffling the export must change no row."""
    cells = ["Fabrikam Ltd", "Google", "Fabrikam Ltd", "", "Siemens Energy", "Delloite", "Acme (Google)"]
    table = link_companies(cells)
    assert list(table["company"]) == list(dict.fromkeys(cells))
    other = link_companies(reversed(cells))
    assert sorted(map(tuple, table.to_numpy().tolist())) == sorted(map(tuple, other.to_numpy().tolist()))


def test_no_cells_give_an_empty_table() -> None:
    """An export without companies must not break the pipeline."""
    assert link_companies([]).empty


@settings(max_examples=examples(200), deadline=None)
@given(st.text(max_size=60))
def test_any_text_gets_a_link(cell: str) -> None:
    """No cell of any script may crash the load or leave a company without key, label and reason."""
    link = link_company(cell)
    assert link.reason
    if link.kind == "company":
        assert link.key
        assert link.label


def test_a_huge_cell_is_cut() -> None:
    """A field of megabytes must not stop the run."""
    link = link_company("Northwind ( " * 200_000)
    assert link.key.startswith("northwind")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Google UK", "Google LLC", True),
        ("AWS", "Amazon", True),
        ("Fabrikam GmbH", "The Fabrikam", True),
        ("Universität Wien", "University of Vienna", True),
        ("Instagram", "Meta", False),
        ("Self-employed", "Self-employed", False),
        ("Stealth Startup", "Stealth Startup", False),
        ("", "", False),
    ],
)
def test_same_company(first: str, second: str, *, same: bool) -> None:
    """Shared employers: offices and divisions count, subsidiaries and the self-employed do not."""
    assert same_company(first, second) is same
    assert same_company(second, first) is same
