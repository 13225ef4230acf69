"""Days in words, in English whatever the locale."""

from __future__ import annotations

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def month_of(day: str) -> str:
    """Return `2024-06-03` as "June 2024"."""
    return f"{MONTHS[int(day[5:7]) - 1]} {day[:4]}"
