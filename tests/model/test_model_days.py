"""Days in words: English, whatever the locale."""

from __future__ import annotations

from netscout.model.days import MONTHS, month_of


def test_a_day_is_told_by_its_month() -> None:
    """A month off by one, or one named by the machine's locale."""
    assert month_of("2024-06-03") == "June 2024"
    assert [month_of(f"2026-{number:02d}-01").split()[0] for number in range(1, 13)] == list(MONTHS)
