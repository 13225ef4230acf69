"""Which names are marked as mixing alphabets whose letters look alike."""

from __future__ import annotations

import pytest

from netscout.model.alphabets import mixed_alphabets


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ana Example", ""),
        ("Аna Example", "Cyrillic and Latin"),
        ("Ana Eхample", "Cyrillic and Latin"),
        ("Αna Example", "Greek and Latin"),
        ("Օna Example", "Armenian and Latin"),
        ("Ana Иванова", ""),
        ("Мария Иванова", ""),
        ("Zoë Müller-Łuczak", ""),
        ("李娜 Li", ""),
        ("さくらSakura", ""),
        ("Ａna Example", ""),
        ("𝐀na Example", ""),
        ("Ana 3д", ""),
        ("µm", "Greek and Latin"),
        ("", ""),
    ],
)
def test_alphabets_in_one_word_are_told(name: str, told: str) -> None:
    """A name that only looks like a friend's would be written to unseen; an ordinary one would be suspected."""
    assert mixed_alphabets(name) == told
