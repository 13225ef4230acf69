"""The job that somebody says they do, in English words."""

from __future__ import annotations

import pytest

from netscout.matching.job_words import job_words


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Event Manager", "Event Manager"),
        ("Trade Fair Manager | Mother of two", "Trade Fair Manager"),
        ("Projektleiter Messen & Events", "Event Manager"),
        ("Software Engineer II", "Software Engineer"),
        ("Teacher (Maths & Physics)", "Teacher"),
        ("Student", ""),
        ("Intern, Marketing", ""),
        ("ex-Teacher", ""),
        ("Aspiring data analyst", ""),
        ("Making things happen", ""),
        ("", ""),
    ],
)
def test_a_title_as_somebody_would_say_it(title: str, words: str) -> None:
    """A letter would say "I work as a Projektleiter Messen", or claim a job that is not held now."""
    assert job_words(title) == words
