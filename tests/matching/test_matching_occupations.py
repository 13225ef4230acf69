"""Occupations of distinct titles: role, code, family, or an honest nothing."""

from __future__ import annotations

import pytest

from netscout.matching.occupations import classify, classify_titles
from netscout.tables import TITLES, check


@pytest.mark.parametrize(
    ("title", "role", "family"),
    [
        ("Primary school teacher", "primary-teacher", "Education and libraries"),
        ("Krankenschwester", "nurse", "Healthcare practice"),
        ("RN", "nurse", "Healthcare practice"),
        ("CPA", "accountant", "Business and financial operations"),
        ("Sr. SWE @ Contoso", "software-engineer", "Computing and mathematics"),
        ("Manager, Supply Chain", "supply-chain-manager", "Management"),
        ("Prodcut Manager", "product-manager", "Management"),
        ("Law student", "student", "Studying"),
        ("Barista Trainer", "", "Food preparation and serving"),
        ("Zog of Zogs", "", ""),
        ("", "", ""),
    ],
)
def test_roles_and_families(title: str, role: str, family: str) -> None:
    """A wrong family puts people in the wrong territory; a guess is worse than nothing."""
    found = classify(title)
    assert (found.role, found.family) == (role, family)
    assert found.reason


def test_unresolved_abbreviation_is_no_silent_choice() -> None:
    """PM alone has several senses: the code stays open, a cue settles it."""
    assert classify("PM").code == ""
    assert "may mean" in classify("PM").reason
    assert classify("PM - construction").role == "project-manager"


def test_table_has_one_row_for_each_distinct_title() -> None:
    """The pipeline joins on the title: repeats or a broken schema would multiply people."""
    titles = ["Baker", "Nurse", "Baker", "", "🚀"]
    found = check(classify_titles(titles), TITLES)
    assert list(found["title"]) == ["Baker", "Nurse", "", "🚀"]
    assert classify_titles([]).empty
