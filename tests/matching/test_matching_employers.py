"""What an employer says of a bare rank, and what titles say of an employer."""

from __future__ import annotations

import pytest

from netscout.matching.built import table
from netscout.matching.employers import LEAST_PEOPLE, by_employer, sectors_by_people
from netscout.matching.lexicon import lexicon
from netscout.matching.titles import hinges
from netscout.matching.verdicts import TargetMatcher


@pytest.mark.parametrize(
    ("title", "employer", "role"),
    [
        ("Partner", "Example & Sons Solicitors", "Lawyer"),
        ("Senior Associate", "Northwind legal services", "Lawyer"),
        ("Captain", "Example Airlines", "Pilot"),
        ("Principal", "Northwind Ventures", "Investment Analyst"),
        ("Redactora", "El Ejemplo, media and publishing", "Journalist"),
    ],
)
def test_a_bare_rank_means_what_it_means_there(title: str, employer: str, role: str) -> None:
    """Half the people of a law firm are "Associate": without the employer all of them would be not understood."""
    assert TargetMatcher([role]).judge(title, "", employer).verdict == "match"
    assert hinges(title)


@pytest.mark.parametrize("title", ["Partner, Data Platform Team", "Baker", "", "Associate Director of Nursing"])
def test_an_employer_changes_nothing_where_the_title_speaks(title: str) -> None:
    """A title with words of its own would be overruled by the firm it stands in."""
    matcher = TargetMatcher(["Lawyer"])
    assert matcher.judge(title, "", "Example legal services").verdict == matcher.judge(title).verdict


def test_no_employer_no_guess() -> None:
    """A partner of nobody knows what would become a lawyer."""
    assert by_employer(("partner",), "") is None
    assert by_employer(("partner",), "Example Foods") is None


def test_table_names_known_roles_and_lines() -> None:
    """A row that points nowhere would raise in the middle of a load."""
    known = lexicon()
    assert {row["role"] for row in table("employer_senses.csv")} <= set(known.roles)
    assert {row["line"] for row in table("line_sectors.csv")} <= set(known.lines)


def test_an_employer_is_what_most_contacts_there_do() -> None:
    """A law firm that no table knows would have no field of business; two lawyers at a bank would make it one."""
    firm = [("firm", "lawyer")] * LEAST_PEOPLE + [("firm", "office-manager"), ("firm", "")]
    bank = [("bank", "lawyer")] * 2 + [("bank", "banker")] * 2
    found = sectors_by_people([*firm, *bank, ("", "lawyer")])
    assert found == {"firm": ("legal services", LEAST_PEOPLE)}
    assert sectors_by_people(reversed([*firm, *bank])) == found
