"""Doubts: what is worth a question, why, and which jobs are offered as answers."""

from __future__ import annotations

import pytest

from netscout.matching.doubts import THIN, WORDLESS, choices, senses, why_doubtful
from netscout.model.verdict import TitleVerdict

_OPEN = ("MD", "Physician", "Managing Director")


def _verdict(verdict: str, chance: float) -> TitleVerdict:
    return TitleVerdict(verdict, "holds", chance, "because")


@pytest.mark.parametrize(
    ("verdict", "name", "reason", "several", "wanted"),
    [
        (_verdict("match", THIN - 0.1), "Baker", "", (), "counted as match, but not surely: because"),
        (_verdict("related", THIN - 0.1), "", "", _OPEN, "counted as related, but not surely: because"),
        (_verdict("match", THIN), "", "", _OPEN, ""),
        (_verdict("no", 0.9), "Baker", "", _OPEN, "MD may mean Physician or Managing Director"),
        (_verdict("no", 0.75), "", "", (), "not understood"),
        (_verdict("unknown", 0.5), "", WORDLESS, (), ""),
        (_verdict("no", 0.9), "Baker", "", (), ""),
        (_verdict("no", 1.0), "", "", _OPEN, ""),
        (None, "", "", (), "not understood"),
        (None, "Baker", "", (), ""),
        (None, "", "", _OPEN, "MD may mean Physician or Managing Director"),
    ],
)
def test_why(verdict: TitleVerdict | None, name: str, reason: str, several: tuple[str, ...], wanted: str) -> None:
    """A question about what is clear or settled, or silence about what is not."""
    assert why_doubtful(name, reason, verdict, several) == wanted


def test_an_open_abbreviation_offers_its_senses() -> None:
    """A choice the reader cannot make because the right job is not among the answers."""
    short, jobs = senses("PM")
    assert short == "PM"
    assert len(jobs) > 1
    assert choices("PM") == jobs
    assert senses("Assistant to the PM") == ("", ())
    assert senses("Baker") == ("", ())


@pytest.mark.parametrize("title", ["", "🚀", "\x00", "x" * 10_000, "=HYPERLINK(1)", "الطبيب"])
def test_strange_titles_have_answers_without_a_fault(title: str) -> None:
    """A strange title that ends the list with a traceback."""
    assert len(choices(title)) <= 3
