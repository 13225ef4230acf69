"""Companies against target companies: the labelled pairs, the tiers, the relations."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.matching.company_match import CompanyMatcher, judge_companies
from tests.examples import examples

PAIRS = Path(__file__).parent / "data" / "company_pairs.csv"
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "bench" / "matching"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


_NAMES = sorted({row[key] for row in _rows(PAIRS) for key in ("target", "company")})


@cache
def _matcher(target: str) -> CompanyMatcher:
    return CompanyMatcher([target])


def _figures(rows: list[tuple[str, str, str]]) -> tuple[float, float]:
    got = [
        (_matcher(target).judge(company).verdict == "match", expected == "match") for target, company, expected in rows
    ]
    found = sum(a and b for a, b in got)
    return found / max(1, sum(a for a, _ in got)), found / max(1, sum(b for _, b in got))


def test_own_pairs_reach_the_goal() -> None:
    """Precision .95 and recall .9 over pairs as people write them: what the lists rest on."""
    rows = [(row["target"], row["company"], row["expected"]) for row in _rows(PAIRS)]
    assert len(rows) >= 150
    precision, recall = _figures(rows)
    assert precision >= 0.95
    assert recall >= 0.9


def test_own_pairs_related_are_shown_as_related() -> None:
    """Parents, subsidiaries and former employers are worth an interview, but never shown as the company itself."""
    for row in _rows(PAIRS):
        if row["expected"] == "related":
            verdict = _matcher(row["target"]).judge(row["company"])
            assert (verdict.verdict, bool(verdict.relation)) == ("related", True), row


@pytest.mark.parametrize(("name", "precision", "recall"), [("company_adversarial_dev.csv", 0.95, 0.8)])
def test_shared_pairs(name: str, precision: float, recall: float) -> None:
    """A second opinion: look-alikes written by others."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} lies beside the repository only on development machines")
    rows = [(row["target"], row["name"], row["gold"]) for row in _rows(path)]
    found = _figures(rows)
    assert found[0] >= precision
    assert found[1] >= recall


def test_every_verdict_has_a_reason() -> None:
    """A verdict without a reason cannot be believed or corrected."""
    for row in _rows(PAIRS):
        assert _matcher(row["target"]).judge(row["company"]).reason


@pytest.mark.parametrize(
    ("company", "tier"),
    [
        ("Northwind Data GmbH", "exact"),
        ("Northwind Data Lisbon", "strong"),
        ("Norhtwind Data", "strong"),
        ("Northwind Energy Data", "weak"),
        ("Contoso", ""),
    ],
)
def test_tiers(company: str, tier: str) -> None:
    """Weak likeness is named as such, and is no match."""
    verdict = CompanyMatcher(["Northwind Data"]).judge(company)
    assert verdict.tier == tier
    assert verdict.verdict == ("no" if tier in {"weak", ""} else "match")


def test_acronyms_need_the_table_or_the_user() -> None:
    """Initials alone prove nothing: IRC is the committee only when the user's target says so."""
    assert CompanyMatcher(["International Rescue Committee"]).judge("IRC").verdict == "no"
    assert CompanyMatcher(["International Rescue Committee (IRC)"]).judge("IRC").verdict == "match"
    assert CompanyMatcher(["Northwind Data Platform"]).judge("NDP").verdict == "no"
    assert CompanyMatcher(["Northwind Data Platform"], {"NDP": "Northwind Data Platform"}).judge("NDP").tier == "alias"


def test_best_target_wins_and_order_of_companies_does_not_matter() -> None:
    """The same cell has the same verdict in any export."""
    companies = ["YouTube", "Google UK", "Alphabet", "Fabrikam", "YouTube", ""]
    targets = ["Alphabet", "Google"]
    table = judge_companies(companies, targets)
    assert list(table["company"]) == ["YouTube", "Google UK", "Alphabet", "Fabrikam", ""]
    assert dict(zip(table["company"], table["target"], strict=True))["Google UK"] == "Google"
    other = judge_companies(reversed(companies), targets)
    assert sorted(map(tuple, table.to_numpy().tolist())) == sorted(map(tuple, other.to_numpy().tolist()))


_TARGETS = (
    "Northwind Data",
    "Google",
    "Quillfeather Fund II",
    "Skanska",
    "Quillfeather (UK)",
    "Merck & Co.",
    "Bell Labs",
)
_CELL = st.builds(
    lambda lead, words, tail, shape: shape(f"{lead}{' '.join(words)}{tail}"),
    st.sampled_from(["", "", "ex-", "The ", "School of Law, ", "Freelance ", "Grupo "]),
    st.lists(
        st.sampled_from(
            [
                *("Northwind", "Norhtwind", "Data", "Google", "Quillfeather", "Fund", "III", "Skansca", "Merck"),
                *("Bell", "Labs", "Spa", "Energy", "YouTube", "Гугл"),
            ]
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(
        [
            " Ltd",
            ", Inc.",
            " UK",
            " (Uganda)",
            " - Paris",
            " SPA",
            " alumni",
            " (former)",
            ", a Google company",
            " by Google",
        ]
    ),
    st.sampled_from([str, str.upper, str.lower]),
)


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(_CELL, max_size=8))
def test_many_cells_are_judged_as_each_alone(cells: list[str]) -> None:
    """What is folded in one go and kept from one cell to the next must not change a single verdict."""
    many = CompanyMatcher(_TARGETS)
    alone = [CompanyMatcher(_TARGETS).judge(cell) for cell in cells]
    assert many.judge_all(cells) == alone
    assert many.judge_all(reversed(cells)) == alone[::-1]


def test_understood_tells_what_a_target_is() -> None:
    """The user sees what netscout made of the words: known, by name only, or no company."""
    links = CompanyMatcher(["Facebook", "Northwind Data", "Self-employed"]).understood
    assert [(link.label, link.kind) for link in links] == [
        ("Meta", "company"),
        ("Northwind Data", "company"),
        ("Self-employed", "self"),
    ]
    assert links[0].reason != links[1].reason


def test_no_targets_and_odd_targets() -> None:
    """Blank targets and aliases must not match everything."""
    for targets in ([], [""], ["-"], ["()"], ["🚀"]):
        assert CompanyMatcher(targets, {"": "Google", "x y": ""}).judge("Google").verdict == "no"


@settings(max_examples=examples(150), deadline=None)
@given(st.text(max_size=40))
def test_any_text_gets_a_verdict(company: str) -> None:
    """No cell may crash the judgement."""
    verdict = _matcher("Northwind Data").judge(company)
    assert verdict.verdict in {"match", "related", "no"}
    assert verdict.reason


@cache
def _found_by(target: str) -> frozenset[str]:
    """Return the companies that a check of this one target matches."""
    verdicts = judge_companies(_NAMES, [target])
    return frozenset(verdicts.loc[verdicts["verdict"] == "match", "company"])


@given(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=6, unique=True))
@pytest.mark.slow
def test_several_targets_hide_nobody_whom_one_finds(targets: list[str]) -> None:
    """A check of a target asks each company only about those that all of them together match."""
    verdicts = judge_companies(_NAMES, targets)
    together = {*verdicts.loc[verdicts["verdict"] == "match", "company"]}
    for one in targets:
        assert _found_by(one) <= together
