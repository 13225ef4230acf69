"""Occupations of distinct titles: role, code, family, or an honest nothing."""

from __future__ import annotations

import pandas as pd
import pytest

from netscout.matching.occupations import classify, classify_people
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


def test_table_has_one_row_for_each_person() -> None:
    """The pipeline joins by place: a broken schema, or a row for each distinct title, would mix people up."""
    titles = pd.Series(["Baker", "Nurse", "Baker", "", "🚀"])
    found = classify_people(titles, pd.Series([""] * 5), None, {})
    assert list(found["title"]) == list(titles)
    assert len(check(found.drop_duplicates("title"), TITLES)) == 4
    none = pd.Series([], dtype=object)
    assert classify_people(none, none, None, {}).empty
