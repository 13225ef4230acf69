"""Days in words, in English whatever the locale."""

from __future__ import annotations

from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FIRST, LAST = date(1950, 1, 1), date(2199, 12, 31)
"""The days a campaign can know of; further out is a slip of the pen, and reckoning with it would leave the calendar."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def is_of_campaign(day: date) -> bool:
    """Return whether a campaign can know of a day."""
    return FIRST <= day <= LAST


def month_of(day: str, today: date | None = None) -> str:
    """Return `2024-06-03` as "June 2024", without the year where it is that of `today`."""
    month = MONTHS[int(day[5:7]) - 1]
    return month if today and day[:4] == f"{today.year:04}" else f"{month} {day[:4]}"


def day_and_month(day: date, today: date) -> str:
    """Return 23 March 2026 as "Monday 23 March", with the year where it is not that of `today`."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def long_day(day: date) -> str:
    """Return 23 March 2026 as "Monday 23 March 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
