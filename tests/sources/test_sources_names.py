"""Names of any length: what is a credential is told as ever, and in a time that grows with the name alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.sources import names
from netscout.sources.cells import clean, letter_length
from netscout.sources.names import listed_name, name_key, name_of
from tests.examples import some

_WORDS = ("Ana", "LEE", "PhD", "MBA", "PHD", "Ph.D.", "Jr.", "II", "A", "AB", "McD", "ma", "dr", "Mr", "CFA®", "x-Y")
_LOOKS = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z]{2,6}(?:-[A-Z]{1,5})?\d?")
_cells = st.lists(st.sampled_from(_WORDS), max_size=6).flatmap(
    lambda words: st.lists(st.sampled_from([" ", ", ", ",", ",, "]), min_size=6, max_size=6).map(
        lambda gaps: clean("".join(word + gap for word, gap in zip(words, gaps, strict=False)))
    )
)


def is_credential(word: str, whole: str) -> bool:
    """Return whether a word of a name is a credential, by the rule as it reads."""
    bare = word.translate(str.maketrans("", "", ".®™℠©"))
    if bare.lower() in {"jr", "sr", "ii", "iii", "iv", "v"}:
        return False
    known = bare.lower() in names._KNOWN and not bare.islower()  # the words, not the rule
    return known or (not whole.isupper() and _LOOKS.fullmatch(bare) is not None)


def comma_credentials(text: str, whole: str) -> tuple[str, tuple[str, ...]]:
    """Return a cell without the comma parts that are credentials, and these; the rest stays as it is written."""
    found: tuple[str, ...] = ()
    kept = []
    for place, part in enumerate(text.split(",")):
        if place and part.strip() and all(is_credential(word, whole) for word in part.split()):
            found += tuple(part.split())
        elif part.strip():
            kept.append(part)
    bare = text.rstrip(" ,")
    return (",".join(kept).strip() if found else bare if bare.upper() != bare.lower() else text), found


@given(_cells, _cells)
def test_credentials_after_commas(first: str, last: str) -> None:
    """A linear reading of long names would read short ones another way."""
    found = name_of(first, last)
    whole = first + last
    if (first and last and whole.isascii() and whole.isalpha()) or whole.replace(" ", "").replace("-", "").isalpha():
        return
    kept, later = comma_credentials(last, first + last) if "," in last else (last, ())
    kept_first, sooner = comma_credentials(first, first + kept) if "," in first else (first, ())
    assert found.first == kept_first
    assert kept.startswith(found.last)
    assert found.credentials == (*kept[len(found.last) :].split(), *sooner, *later)


def test_commas_stay_as_they_are_written() -> None:
    """A surname with a comma in it would be spelt another way than in the file."""
    shown = ["1,000", "Example , Ltd", "Poe,Roe, PhD", "Poe, Jr.", "Poe,", ",Poe", "0,,0", ",", "-,"]
    kept = ["1,000", "Example , Ltd", "Poe,Roe", "Poe, Jr.", "Poe", ",Poe", "0,,0", ",", "-,"]
    assert [name_of("Ana", one).last for one in shown] == kept


@given(st.lists(st.sampled_from(["Ana", "dr", "Mr.", "PhD", "RN", "Lee"]), max_size=6).map(" ".join))
def test_honorifics_and_trailing_credentials(text: str) -> None:
    """Credentials would stand in another order, or a name of honorifics alone have no key."""
    words = [word.lower().rstrip(".") for word in text.split()]
    while len(words) > 1 and words[0] in {"dr", "mr"}:
        words = words[1:]
    assert name_key(text) == " ".join(words)
    found = name_of("", text)
    assert " ".join([found.shown, *found.credentials]).split() == text.split()


@pytest.mark.parametrize(
    "text", some(1, ["A, " * 700_000, "Bo" + " PhD" * 500_000, "dr " * 700_000, "Bo, " + "AB " * 500_000])
)
def test_names_of_two_million_characters_end(text: str) -> None:
    """One name of two million characters would keep the machine busy for hours."""
    for first, last in ((text, ""), ("", text), (text, text)):
        name_of(first, last)
    listed_name(text)
    name_key(text)


def test_marks_without_number_end() -> None:
    """The marks on one letter are sorted, in a time that grows with the square of their number."""
    assert clean("e" + "\u0301" * 40) == "\u00e9" + "\u0301" * 39
    assert len(clean("e" + "\u0301\u0316" * 1_000_000)) < 70


@pytest.mark.parametrize(
    ("text", "length"), [("&#" + "9" * 5_000 + ";", 1), ("&#" + "0" * 5_000 + "65;b", 2), ("&#128512;", 1)]
)
def test_a_numbered_sign_of_any_length(text: str, length: int) -> None:
    """A message with a number of five thousand digits would end the load with a crash."""
    assert letter_length(text) == length
