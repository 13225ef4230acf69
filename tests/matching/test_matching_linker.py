"""The occupation linker: what it finds, when it abstains, and that a kept index answers like a fresh one."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.matching.added import AddedTaxonomies, family_of_isco
from netscout.matching.built import table
from netscout.matching.core_linker import core_linker, core_names, official_names
from netscout.matching.lexicon import lexicon
from netscout.matching.linker import OccupationLinker
from netscout.matching.linker_index import LabelIndex, build, lines
from netscout.matching.linker_parts import last_head, split
from netscout.matching.linker_sparse import Nearness, Rows, ShortRows
from netscout.matching.linker_swaps import exchanged
from netscout.matching.linker_words import forms
from netscout.matching.occupations import classify_people
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


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Lehrer/in", ("lehrer",)),
        ("Lehrer*in (m/w/d)", ("lehrer",)),
        ("LehrerIn", ("lehrer",)),
        ("technicien(ne) H/F", ("technicien",)),
        ("profesor/a", ("profesor",)),
        ("Serveur / Serveuse de bord", ("serveur", "bord")),
        ("Geprüfter Maler/Geprüfte Malerin Fachrichtung Bühne", ("maler", "buhne")),
        ("Actor / waiter", ("actor", "waiter")),
        ("BellT uner", ("bell", "tuner")),
    ],
)
def test_marks_of_gender_are_no_words(title: str, words: tuple[str, ...]) -> None:
    """Endings, pairs and qualifications counted as words would make every such title half unlike its label."""
    assert forms(title)[0].words == words


def test_a_word_of_two_words_is_parted_only_into_known_ones() -> None:
    """`Contractor` parted into `contr` and `actor` would become an actor."""
    words = ["actor", "bau", "ingenieur", "geschaft", "leiter", "contractor"]
    known = {word: place for place, word in enumerate(words)}
    assert split("contractor", known) is None
    assert last_head("bauingenieur", known, words) == "ingenieur"
    assert last_head("geschaftsleiter", known, words) == "leiter"


def test_words_that_stand_for_one_another_are_found_in_the_labels() -> None:
    """A title with the other word of a pair would otherwise stay half understood."""
    labels = [("1", f"{what} {who}") for what in ("kite", "lantern", "bell") for who in ("planner", "consultant")]
    index = build([*labels, ("2", "roof planner"), ("3", "roof consultant")])
    linker = OccupationLinker(index)
    assert linker.link(["lantern consultant"])[0][0][0] == "1"
    stems = lines(index.roots)
    pairs = [divmod(int(key), len(stems)) for key in index.swap_key]
    assert ("planner", "consultant") in [(stems[one], stems[other]) for one, other in pairs]
    once = exchanged(np.array([0, 0]), np.array([2, 2]), np.array([0, 1, 0, 2]))
    assert len(once.value) == 0


def test_two_words_the_labels_write_as_one_are_found() -> None:
    """`Wood cutter` and `woodcutter` are one job."""
    linker = OccupationLinker.from_labels([("1", "Woodcutter"), ("2", "Wood Turner"), ("3", "Glass Cutter")])
    assert linker.link(["wood cutter"])[0][0][0] == "1"


def test_the_official_name_speaks_louder_than_another_name() -> None:
    """A name that is official for one occupation and a by-name of another means the first."""
    linker = OccupationLinker.from_labels(
        [("1", "Lantern Keeper"), ("1", "Kite Maker"), ("2", "Kite Maker"), ("2", "Lantern Keeper")]
    )
    assert [linker.link([title])[0][0][0] for title in ("Lantern Keeper", "Kite Maker")] == ["1", "2"]


def test_a_title_is_linked_the_same_alone_and_among_others(linker: OccupationLinker) -> None:
    """Answers that depend on the company of other titles would change with every new contact."""
    titles = ["Kite Mkaer", "Lantern Attendant", "", "Carillon Bell Tuner", "Harbor", "Unheard of"] * 30
    assert OccupationLinker.from_labels(LABELS).link([f"{one} {n}" for n, one in enumerate(titles)]) == [
        OccupationLinker.from_labels(LABELS).link([f"{one} {n}"])[0] if n < 12 else linker.link([f"{one} {n}"])[0]
        for n, one in enumerate(titles)
    ]


def test_an_index_of_nothing_finds_nothing() -> None:
    """An empty download must not end a run."""
    assert OccupationLinker.from_labels([]).link(["Baker", ""]) == [[], []]
    assert OccupationLinker.from_labels([("1", "...")]).best("Baker") is None


@given(st.lists(st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=4), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_products_are_those_of_plain_arithmetic(bags: list[list[str]]) -> None:
    """The search for near rows must only pass over rows, never change their product."""
    table = np.zeros((len(bags), 7))
    for place, bag in enumerate(bags):
        table[place, ["abcdefg".index(one) for one in bag]] = 1 / np.sqrt(len(set(bag)))
    column, row = np.nonzero(table.T)
    start = np.concatenate(([0], np.cumsum(np.bincount(column, minlength=7))))
    posted = Rows(start, row, table[row, column])
    of, cells = np.nonzero(table[:2])
    queries = Rows(np.searchsorted(of, np.arange(3)), cells, table[of, cells] * 2)
    for search in (Nearness(posted, len(bags)), ShortRows(posted, len(bags), 4, 100)):
        for _ in range(2):
            found = search.products(of, queries, np.ones(len(of), dtype=np.bool_))
            whole = (table[:2] * 2) @ table.T
            assert np.allclose(found.value, whole[found.query, found.row])
            assert len(found.value) == np.count_nonzero(whole)


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
    column, alone = pd.Series(titles), pd.Series([""] * len(titles))
    plain, widened = classify_people(column, alone, None, {}), classify_people(column, alone, wider, {})
    rows = widened.set_index("title")
    assert rows.loc["Lantern Keeper", "name"] == "lantern keeper"
    assert rows.loc["Lantern Keeper", "code"] == ""
    assert "ESCO 1.2" in str(rows.loc["Lantern Keeper", "reason"])
    others = [0, 2, 3]
    assert widened.iloc[others].equals(plain.iloc[others])
