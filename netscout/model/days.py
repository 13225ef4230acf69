"""Days in words, in English whatever the locale."""

from __future__ import annotations

from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def month_of(day: str) -> str:
    """Return `2024-06-03` as "June 2024"."""
    return f"{MONTHS[int(day[5:7]) - 1]} {day[:4]}"


def long_day(day: date) -> str:
    """Return 23 March 2026 as "Monday 23 March 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
