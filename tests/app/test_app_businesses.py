"""Fields of business told by the people there."""

from __future__ import annotations

import pandas as pd

from netscout.app.businesses import told_by_people


def _companies() -> pd.DataFrame:
    rows = [
        ("Example LLP", "example", "", "company", "not in our table"),
        ("Example Group", "example", "", "company", "not in our table"),
        ("Known Bank", "known", "banking", "company", "table"),
        ("Self-employed", "", "", "self", "self-employed"),
    ]
    return pd.DataFrame(rows, columns=["company", "key", "sector", "kind", "reason"]).set_index("company")


def test_contacts_tell_the_field_of_business() -> None:
    """A firm outside the table would stay without a field; a known one would be overruled by two lawyers."""
    cells = pd.Series(["Example LLP"] * 3 + ["Example Group"] + ["Known Bank"] * 5 + ["Self-employed"] * 5)
    told = told_by_people(_companies(), cells, pd.Series(["lawyer"] * len(cells)))
    assert list(told["sector"]) == ["legal services", "legal services", "banking", ""]
    assert told["reason"]["Example LLP"] == "4 of your contacts there do this work"


def test_nothing_told_changes_nothing() -> None:
    """A network without understood jobs would lose what the tables know."""
    companies = _companies()
    told = told_by_people(companies, pd.Series(["Example LLP"] * 9), pd.Series([""] * 9))
    pd.testing.assert_frame_equal(told, companies)
