"""A list of company entries, linked to by names as people write them."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.matching.company_index import CompanyIndex
from tests.examples import examples

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "bench" / "matching"
ENTRIES = (
    ("1", "QUILLFEATHER MINING CO /DE/"),
    ("2", "Northwind Data Corp"),
    ("3", "Northwind Dairy Inc"),
    ("4", "AMAZON COM INC"),
    ("5", "ALPHABET INC."),
    ("6", "WF Holding Ltd"),
    ("7", "Wells Fargo & Company"),
    ("8", "Kontrola Harbour Freight Systems"),
    ("9", "Bank of Quillfeather"),
)


@cache
def _index() -> CompanyIndex:
    return CompanyIndex.build(ENTRIES)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Quillfeather Mining", "1"),
        ("northwind data", "2"),
        ("North Wind Data GmbH", "2"),
        ("Norhtwind Data Systems", "2"),
        ("AWS", "4"),
        ("Google", "5"),
        ("YouTube", "5"),
        ("Wells Fargo Bank", "7"),
        ("Kontrola Harbor Freight", "8"),
    ],
)
def test_names_reach_their_entry(name: str, code: str) -> None:
    """Legal forms, register marks, slips, brands and parents: each is a person who would otherwise be lost."""
    assert _index().link([name])[0][0][0] == code


@pytest.mark.parametrize("name", ["", "Self-employed", "Stealth Startup", "Fabrikam", "N/A", "🚀"])
def test_no_entry_is_guessed(name: str) -> None:
    """Where nothing is near the answer is empty, not the least bad entry."""
    assert _index().link([name]) == [()]


def test_scores_order_the_tiers_between_names() -> None:
    """Scores of different names can be held against each other: alike, legal form, owner, likeness of words."""
    found = _index().link(["Northwind Data Corp", "Northwind Data", "Google", "Northwind Cheese"], 1)
    scores = [answer[0][1] for answer in found]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    assert all(0 < score <= 1 for score in scores)


def test_order_of_entries_and_names_does_not_matter() -> None:
    """The same name has the same answer in any list."""
    names = ["Northwind", "Google", "Quillfeather", "Northwind"]
    turned = CompanyIndex.build(reversed(ENTRIES)).link(list(reversed(names)))
    assert list(reversed(turned)) == _index().link(names)


_NAME = st.builds(
    lambda words, tail, shape: shape(f"{' '.join(words)}{tail}"),
    st.lists(
        st.sampled_from(
            [entry.title() for _, name in ENTRIES for entry in name.split()]
            + ["Norhtwind", "Google", "J.P.", "Fabrikam", "& Sons", "Грузовик", "株式会社北風", "R&D", "Seven", "Spa"]
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(["", " Ltd", ", Inc.", " UK", " (London)", " - Paris", " SPA", " S.p.A.", " Group", " | Remote"]),
    st.sampled_from([str, str.upper, str.lower]),
)


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(_NAME, max_size=8))
def test_many_names_are_answered_as_each_alone(names: list[str]) -> None:
    """Folding in one go, answers kept and the look at all names at once must not change a single answer."""
    many = CompanyIndex.build(ENTRIES)
    alone = [CompanyIndex.build(ENTRIES).link([name], 3)[0] for name in names]
    assert many.link(names, 3) == alone
    assert many.link(reversed(names), 3) == alone[::-1]
    assert [answer[:1] for answer in alone] == CompanyIndex.build(ENTRIES).link(names, 1)


def test_a_deeper_question_is_answered_anew() -> None:
    """An index asked for one answer and then for three must not keep to the one."""
    index = _index()
    names = ["Northwind", "Quillfeather"]
    assert index.link(names, 1) == [answer[:1] for answer in CompanyIndex.build(ENTRIES).link(names, 3)]
    assert index.link(names, 3) == CompanyIndex.build(ENTRIES).link(names, 3)


def test_at_most_k_distinct_codes() -> None:
    """Two names of one organisation give its code once."""
    index = CompanyIndex.build([("a", "Northwind Data"), ("a", "Northwind Data Services"), ("b", "Northwind Dairy")])
    answer = index.link(["Northwind"], 5)[0]
    assert len({code for code, _ in answer}) == len(answer)
    assert len(index.link(["Northwind"], 1)[0]) == 1


def test_nothing_to_link_to() -> None:
    """An empty list abstains."""
    assert CompanyIndex.build([]).link(["Google"]) == [()]


def test_shared_links() -> None:
    """Filers of a public register by their common names and aliases, where the list lies beside the repository."""
    if not (SHARED / "company_sec_index.csv").exists():
        pytest.skip("company_sec_index.csv lies beside the repository only on development machines")
    with (SHARED / "company_sec_index.csv").open(encoding="utf-8", newline="") as file:
        index = CompanyIndex.build([(row[0], row[1]) for row in list(csv.reader(file))[1:]])
    with (SHARED / "company_link_dev.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = index.link([row["query"] for row in rows], 1)
    right = [bool(a) and a[0][0] in row["gold"].split("|") for row, a in zip(rows, found, strict=True)]
    aliases = [ok for row, ok in zip(rows, right, strict=True) if row["source"] == "alias"]
    assert sum(right) / len(right) >= 0.97
    assert sum(aliases) / len(aliases) >= 0.9


@settings(max_examples=examples(100), deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_answered(name: str) -> None:
    """No cell may crash the look-up."""
    for code, score in _index().link([name])[0]:
        assert code
        assert 0 < score <= 1
