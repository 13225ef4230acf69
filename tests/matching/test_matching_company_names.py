"""Comparison keys of company names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.matching.company_names import company_key, fold, fold_all, split_brackets
from tests.examples import examples


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Acme Co., Ltd.", "acme"),
        ("Acme Pty Limited", "acme"),
        ("Acme S.A. de C.V.", "acme"),
        ("Acme GmbH & Co. KG", "acme"),
        ("PT Acme Tbk", "acme"),
        ("ООО «Ромашка»", "ромашка"),
        ("株式会社北風", "北風"),
        ("北風有限公司", "北風"),
        ("(주)북풍", "북풍"),
        ("J.P. Quill & Sons", "jp quill and sons"),
        ("J P Quill and Sons", "jp quill and sons"),
        ("Coop", "coop"),
        ("SE", "se"),
        ("The Limited", "limited"),
        ("Ltd.", "ltd"),
        ("Day Spa", "day spa"),
        ("Acme S.p.A.", "acme"),
        ("Fabrikam.com", "fabrikam"),
        ("Café Müller AG", "cafe muller"),
        ("Smørrebrød ApS", "smorrebrod"),
        ("Йога ООО", "йога"),
        ("(Northwind)", "northwind"),
        ("-", "-"),
    ],
)
def test_keys(name: str, key: str) -> None:
    """Legal forms of the world go in repeated passes, scripts stay, and a name that is a legal form keeps it."""
    assert company_key(name) == key


@settings(max_examples=examples(300), deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_key_is_never_empty(name: str) -> None:
    """A name that is not blank always has a key: an empty one would merge unrelated people into one company."""
    assert bool(company_key(name)) is bool(name.strip())


@settings(max_examples=examples(200), deadline=None)
@given(st.text(alphabet="Aab .,&-LtdGmbHInco", min_size=1, max_size=30))
def test_case_and_legal_dots_do_not_matter(name: str) -> None:
    """Two people who shout or whisper their employer's name share it."""
    assert fold(name.upper()) == fold(name.lower())


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(st.text(max_size=12) | st.text(alphabet="aB .&+'-_\n(/)LtdGmbHInc.comÄ", max_size=24), max_size=8))
def test_many_names_fold_as_each_alone(names: list[str]) -> None:
    """The letters of all names are seen in one go; none may leak into its neighbour."""
    assert fold_all(names) == [fold(name) for name in names]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("AcmeGmbH", "acme gmbh"),
        ("J.P. O'Quill", "jp oquill"),
        ("acme.co.uk", "acme"),
        ("Ac_Be+Cu&de", "ac be plus cu and de"),
        ("U.S. Acme", "us acme"),
    ],
)
def test_plain_letters_fold_as_all_letters_do(name: str, words: str) -> None:
    """The quick way for ASCII and the way for all scripts are one rule: an accent elsewhere changes no other word."""
    assert " ".join(fold(name)) == words
    assert " ".join(fold(f"{name} Är")) == f"{words} ar"


def test_brackets_are_split_off() -> None:
    """`(Contract)` is no part of the name, but a name all in brackets is."""
    assert split_brackets("Acme (Contract) [UK]") == ("Acme", ["Contract", "UK"])
    assert split_brackets("(Acme)") == ("Acme", [])
