"""A title with its company, in one line."""

from __future__ import annotations

import pytest

from netscout.model.person import role_at


@pytest.mark.parametrize(
    ("title", "company", "said"),
    [
        ("Data Analyst", "Brightwater Grid", "Data Analyst at Brightwater Grid"),
        ("Datenanalystin bei Brightwater", "Brightwater", "Datenanalystin bei Brightwater"),
        ("Datenanalystin bei Brightwater", "Brightwater Grid GmbH", "Datenanalystin bei Brightwater"),
        ("Analyst @Brightwater", "Brightwater Grid GmbH", "Analyst @Brightwater"),
        ("analyst at BRIGHTWATER GRID", "Brightwater Grid", "analyst at BRIGHTWATER GRID"),
        ("Analyst at Large", "Brightwater Grid", "Analyst at Large at Brightwater Grid"),
        ("Analyst at Brightwaters", "Bright", "Analyst at Brightwaters"),
        ("", "Brightwater Grid", "Brightwater Grid"),
        ("Analyst", "", "Analyst"),
        ("Analyst", " ", "Analyst"),
        ("", "", ""),
    ],
)
def test_a_company_is_named_once(title: str, company: str, said: str) -> None:
    """A sheet or a letter would read "bei Brightwater at Brightwater"."""
    assert role_at(title, company) == said
