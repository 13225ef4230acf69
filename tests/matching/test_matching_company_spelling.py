"""Other spellings of one company name."""

from __future__ import annotations

import pytest

from netscout.matching.company_match import CompanyMatcher
from netscout.matching.company_names import fold
from netscout.matching.company_spelling import as_digits, is_roman, moved_key, sound_key, undoubled


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("brigade forty four", "brigade 44"),
        ("seven oaks", "7 oaks"),
        ("studio twenty", "studio 20"),
        ("forty oaks two", "40 oaks 2"),
        ("three", "three"),
        ("acme", "acme"),
    ],
)
def test_number_words(words: str, digits: str) -> None:
    """Numbers are written both ways; a lone number is a brand and stays."""
    assert as_digits(words.split()) == digits.split()


@pytest.mark.parametrize(
    ("native", "latin"),
    [
        ("Завод Щукин", "Zavod Shchukin"),
        ("Хлебный Дом", "Khlebny Dom"),
        ("Чайка", "Tchaika"),
        ("Ελληνικό Ναυπηγείο", "Elliniko Nafpigeio"),
        ("Ευρωπαϊκή Πίστη", "Evropaiki Pisti"),
    ],
)
def test_other_scripts_sound_like_their_romanisation(native: str, latin: str) -> None:
    """People write their employer in either script, by whichever of several romanisations."""
    assert sound_key(" ".join(fold(native))) == sound_key(" ".join(fold(latin)))


def test_roman_numbers_are_not_doubled_letters() -> None:
    """Fund II is not Fund III."""
    assert undoubled("delloite fund iii 2200") == "deloite fund iii 2200"
    assert is_roman("xii")
    assert not is_roman("acme")


def test_words_moved() -> None:
    """Order may change in a plain long name, never where it tells two universities or banks apart."""
    assert moved_key(fold("Quill Harbor Freight")) == moved_key(fold("Harbor Freight Quill"))
    assert moved_key(fold("University of Neustadt")) == moved_key(fold("Bank of Quill Bay")) == ""
    assert moved_key(fold("Quill Freight")) == ""


@pytest.mark.parametrize(
    ("target", "company", "verdict"),
    [
        ("Seven Elms Bindery", "7 Elms Bindery Ltd", "match"),
        ("Seven Elms Bindery", "8 Elms Bindery", "no"),
        ("Quill Brewery", "Quill Brewing Company", "match"),
        ("Harbour Theatre Quill", "Harbor Theater Quill", "match"),
        ("QuillfeatherGmbH", "Quillfeather", "match"),
        ("Издательство Ворон", "Izdatelstvo Voron", "match"),
        ("Quillfeather Freight Harbor", "Harbor Quillfeather Freight", "match"),
        ("Skansca", "Skanska", "match"),
        ("Alphabet", "Alphabet YouTube", "match"),
        ("Skanska", "Skanska YouTube", "no"),
        ("Quillfeatherstone", "Quillfaethorstone", "match"),
        ("Tovex Brimley Farley Dunmore", "Tovex Brimley Varley Dunmore", "match"),
        ("Quillfeather (Kenya)", "Quillfeather (Uganda)", "related"),
        ("Quillfeather (UK)", "Quillfeather United Kingdom", "match"),
        ("Quillfeather (UK)", "Quillfeather", "match"),
        ("Quillfeather Fund II", "Quillfeather Fund III", "related"),
        ("Quillfeather", "Quillfeather Ltd (former)", "related"),
        ("Quillfeather", "Quillfeather UK Ltd - Infrastructure", "match"),
    ],
)
def test_spellings_in_verdicts(target: str, company: str, verdict: str) -> None:
    """Each rule of spelling, and the difference it must not swallow."""
    found = CompanyMatcher([target]).judge(company)
    assert found.verdict == verdict, found
    assert found.reason


def test_a_misspelt_target_says_how_it_was_read() -> None:
    """The user must see that their word was read as a known company."""
    link = CompanyMatcher(["Skansca"]).understood[0]
    assert link.label == "Skanska"
    assert "another spelling" in link.reason
