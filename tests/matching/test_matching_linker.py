"""The occupation linker: what it finds, when it abstains, and that a kept index answers like a fresh one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.matching.added import AddedTaxonomies, family_of_isco
from netscout.matching.core_linker import core_linker, core_names, official_names
from netscout.matching.lexicon import lexicon, table
from netscout.matching.linker import OccupationLinker
from netscout.matching.linker_index import LabelIndex, build
from netscout.matching.linker_words import forms
from netscout.matching.occupations import classify_titles
from netscout.model.taxonomy import TaxonomyNote

LABELS = [
    ("10", "Kite Makers"),
    ("10", "Kite Maker"),
    ("10", "Kite Designer"),
    ("20", "Lantern Keepers"),
    ("20", "Lantern Keeper (LK)"),
    ("20", "Harbor Lantern Attendant"),
    ("30", "Bell Tuners"),
    ("30", "Bell Tuner"),
    ("30", "Carillon Technician"),
]


@pytest.fixture(scope="module")
def linker() -> OccupationLinker:
    """Return a linker over three invented occupations."""
    return OccupationLinker.from_labels(LABELS)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Kite maker", "10"),
        ("Senior Kite Maker II", "10"),
        ("Kite Mkaer", "10"),
        ("LK", "20"),
        ("Lantern keeper @ Northwind", "20"),
        ("Carillon Tech (she/her)", "30"),
        ("🚀 Bell Tuner | MBA", "30"),
    ],
)
def test_titles_as_people_write_them_are_linked(linker: OccupationLinker, title: str, code: str) -> None:
    """Ranks, slips, employers, pronouns and pictures would otherwise lose the occupation."""
    assert linker.link([title])[0][0][0] == code


@pytest.mark.parametrize(
    "title", ["", "   ", "🙂", "|", "\u202eabc\u0000", "(", "x" * 10_000, "عامل 职员", "/", "- - -"]
)
def test_odd_text_is_no_fault(linker: OccupationLinker, title: str) -> None:
    """A single odd headline must not end a whole run."""
    assert linker.link([title]) is not None
    assert linker.best(title) is None


def test_what_is_between_two_occupations_is_left_open() -> None:
    """A guess between two equals would be shown as knowledge."""
    assert OccupationLinker.from_labels([("1", "Kite Maker"), ("2", "Kite Maker")]).best("Kite maker") is None


def test_a_kept_index_answers_like_a_fresh_one(linker: OccupationLinker) -> None:
    """A workspace would otherwise give other answers on the second day."""
    index = build(LABELS)
    kept = {name: np.array(one) for name, one in index.arrays().items()}
    again = OccupationLinker(LabelIndex.from_arrays(kept))
    titles = ["Kite person", "Keeper of lanterns", "Tuner", "Unheard of"]
    assert again.link(titles) == linker.link(titles)


def test_order_of_labels_does_not_matter_for_the_first_code() -> None:
    """The order of files in a download is chance."""
    titles = ["Kite maker", "Lantern attendant", "Bell technician"]
    there = [one[0][0] for one in OccupationLinker.from_labels(LABELS).link(titles)]
    assert [one[0][0] for one in OccupationLinker.from_labels(LABELS[::-1]).link(titles)] == there


def test_both_genders_are_one_form() -> None:
    """`Bäcker/Bäckerin` counted as two words would be half unlike `Bäcker`."""
    assert forms("Bäcker/Bäckerin") == forms("Bäcker")
    assert forms("Koch/-in") == forms("Koch")


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_distinct_codes_with_chances(text: str) -> None:
    """Scores are shown as chances: outside 0 to 1, or for one code twice, they would be wrong."""
    ranked = _SHARED.link([text])[0]
    assert all(0 <= chance <= 1 for _, chance in ranked)
    assert len({code for code, _ in ranked}) == len(ranked)
    assert [chance for _, chance in ranked] == sorted((chance for _, chance in ranked), reverse=True)


_SHARED = OccupationLinker.from_labels(LABELS)


def test_own_names_stand_under_codes_that_exist() -> None:
    """A name under a code that is none would be an answer nobody can look up."""
    assert len(official_names()) == 1016
    assert {code for code, _ in core_names()} == set(official_names())
    rows = [(row["code"], row["name"]) for row in table("occupation_names.csv")]
    assert len(set(rows)) == len(rows)
    assert all(name and name == name.strip() for _, name in rows)


def test_role_codes_are_official() -> None:
    """A leaf role under a retired code could not be joined with a download."""
    codes = {role.code for role in lexicon().roles.values() if role.code}
    assert codes <= set(official_names())


@pytest.mark.parametrize(
    ("title", "code"),
    [("Sr. Pastry Chef", "35-1011.00"), ("Tugboat captain", "53-5021.00"), ("Registered Nurse", "29-1141.00")],
)
def test_the_core_knows_common_occupations(title: str, code: str) -> None:
    """Without a download these are all that a user has."""
    assert core_linker().link([title])[0][0][0] == code


@pytest.mark.parametrize(("group", "soc"), [("2512", "15"), ("C2166", "27"), ("2221", "29"), ("", ""), ("99", "")])
def test_isco_groups_have_families(group: str, soc: str) -> None:
    """An ESCO hit without a family would be missing from the fields of work."""
    assert family_of_isco(group) == lexicon().families.get(soc, "")


def test_an_added_taxonomy_speaks_only_where_the_core_is_silent() -> None:
    """What our own tables settle must not change because somebody adds a download."""
    note = TaxonomyNote("esco-en", "esco", "1.2", "en", 3, 9, "said")
    names = [("10", "kite maker", "7549"), ("20", "lantern keeper", "5419"), ("30", "bell tuner", "7312")]
    wider = AddedTaxonomies([(note, names, build(LABELS).arrays())])
    titles = ["Registered Nurse", "Lantern Keeper", "Aspiring Lantern Keeper", ""]
    plain, widened = classify_titles(titles), classify_titles(titles, wider)
    rows = widened.set_index("title")
    assert rows.loc["Lantern Keeper", "name"] == "lantern keeper"
    assert rows.loc["Lantern Keeper", "code"] == ""
    assert "ESCO 1.2" in str(rows.loc["Lantern Keeper", "reason"])
    others = [0, 2, 3]
    assert widened.iloc[others].equals(plain.iloc[others])
