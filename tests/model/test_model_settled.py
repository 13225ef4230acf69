"""Which titles are equal: what a person settles once must hold for every spelling of it, and for no other title."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netscout.model.settled import Settled, title_key

_WORDS = st.lists(st.text("abcdefgXYZéüñ&/", min_size=1, max_size=9), min_size=1, max_size=5)
_ORNAMENTS = st.sampled_from(["🚀", " ✨ ", "(she/her)", "[he/him]", "\u200d", " | ", "\x07", "  ", "\u202e", "\ufffd"])


@given(st.text(max_size=60))
@example("(sh(he)e)")
@example("- (she) -")
@example("ΐ\u0345ǰ")
@example("a\x1bb (they/them) …")
def test_the_key_of_a_key_is_the_key(title: str) -> None:
    """A settled title that is not found again because its stored key has another key."""
    key = title_key(title)
    assert title_key(key) == key


@given(_WORDS, _ORNAMENTS, _ORNAMENTS)
def test_ornament_case_and_spaces_do_not_count(words: list[str], before: str, after: str) -> None:
    """An answer that is lost when somebody adds a rocket or writes in capitals."""
    plain = " ".join(words)
    if title_key(plain):
        assert title_key(f"{before} {'  '.join(words).upper()} {after}") == title_key(plain.upper())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Growth Wizard", "growth  wizard 🧙"),
        ("MD", "ＭＤ (he/him)"),
        ("Chargée de mission", "CHARGE\u0301E DE MISSION"),
        ("Growth Wizard", "Growth\x07Wizard"),
        ("Growth Wizard", "Growth\ufffdWizard"),
        ("Manager", "- Manager –"),
    ],
)
def test_equal_titles(one: str, other: str) -> None:
    """Two spellings of one title that ask twice, or a printed command that settles another title."""
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(("one", "other"), [("MD", "MD PhD"), ("Head of Data", "Data"), ("PM (Sher Ltd)", "PM")])
def test_different_titles_stay_apart(one: str, other: str) -> None:
    """An answer that spreads to titles nobody was asked about."""
    assert title_key(one) != title_key(other)


@pytest.mark.parametrize("title", ["", "  ", "🚀✨", "(she/her)", "\x00\x1b", "...", "\u202e"])
def test_titles_without_words_have_no_key(title: str) -> None:
    """An emoji that becomes a title of its own, equal to every other emoji."""
    assert title_key(title) == ""


def test_what_was_said_is_found_by_target_in_any_case() -> None:
    """An answer for `Data` that does not hold once the target is called `data`."""
    said = Settled({}, {"data": {"md": "no"}})
    assert said.said_of("DATA") == {"md": "no"}
    assert said.said_of("ux") == {}
