"""Entries left out because their letters are not in a text: only such as could not be found there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.campaign.lint.phrases import NAMESPACE, letters_of, phrases, phrases_for
from netscout.lang import lists
from tests.campaign.lint_samples import BAD
from tests.campaign.lint_unseen import GOOD

NAMES = sorted(lists(NAMESPACE, "en"))
WORDS = sorted({word for name in NAMES for one in lists(NAMESPACE, "en")[name] for word in re.findall("[a-z']+", one)})

TEXTS = [one.draft.body.lower() for one in (*BAD.values(), *GOOD.values())]


@pytest.mark.parametrize(
    ("entry", "letters"),
    [
        ("learn", ("learn",)),
        (r"resum[eé]s?(?!\s{1,9}the)", ("resum",)),
        (r"(for|with)\s{1,9}questions?", ("question",)),
        ("one|another", ("",)),
        (r"(a(b|cc)ddd)x", ("x",)),
        ("colou{0,1}rs", ("colo",)),
        (r"\w+ed", ("ed",)),
        ("[a-z]*", ("",)),
        ("(sir|madams?)", ("sir", "madam")),
        ("(sir|madam)?", ("",)),
        ("(sir|(a|b))", ("sir", "")),
        (r"(i\s{1,9}am|will)(?!by)", ("am", "will")),
        (r"(?:you|they)\s{1,9}(wrote|have (x|y)written)", ("wrote", "written")),
        (r"(?=\W)[^.?!;]{0,48}?(?<=\W)", ("",)),
    ],
)
def test_letters_that_every_match_holds(entry: str, letters: tuple[str, ...]) -> None:
    """A letter too many, and a phrase that stands in a letter would go unseen."""
    assert letters_of(entry) == letters


@pytest.mark.parametrize("name", NAMES)
def test_what_is_found_in_a_text_stays(name: str) -> None:
    """The rules must say the same of a letter, however few entries were compiled for it."""
    for text in TEXTS:
        assert spans(phrases_for(text, "en", name), text) == spans(phrases("en", name), text)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_what_is_found_in_any_words_stays(text: str) -> None:
    """The same for words of the lists in any order."""
    for name in NAMES:
        assert spans(phrases_for(text, "en", name), text) == spans(phrases("en", name), text)


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Return where a pattern stands in a text."""
    return [one.span() for one in pattern.finditer(text)]
