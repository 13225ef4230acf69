"""Business days: weekends, holidays, year ends, leap days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.campaign.workdays import Workdays
from netscout.errors import RefusedError
from tests.campaign.campaign_log import day

DAYS = st.dates(date(1999, 1, 1), date(2101, 1, 1))
PLAIN = Workdays()


@pytest.mark.parametrize("start", ["Fri 6 Mar", "Sat 7 Mar", "Sun 8 Mar"])
def test_the_next_business_day_after_friday_is_monday(start: str) -> None:
    """A request of Friday would be due on a Saturday."""
    assert PLAIN.bd(day(start), 1) == day("Mon 9 Mar")


@pytest.mark.check(62)
@pytest.mark.parametrize(
    ("start", "steps", "wanted"),
    [
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
        (date(2027, 12, 31), 1, date(2028, 1, 3)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
        (date(2028, 3, 1), -1, date(2028, 2, 29)),
        (date(2026, 3, 2), -1, date(2026, 2, 27)),
        (date(2026, 3, 2), 20, date(2026, 3, 30)),
    ],
)
def test_year_ends_and_leap_days(start: date, steps: int, wanted: date) -> None:
    """A year end or 29 February would move a due date."""
    assert PLAIN.bd(start, steps) == wanted


def test_holidays_and_other_weekends() -> None:
    """Easter Monday, or a weekend of Friday and Saturday, would count as working days."""
    easter = Workdays(holidays=(date(2026, 4, 3), date(2026, 4, 6)))
    assert easter.bd(date(2026, 4, 2), 1) == date(2026, 4, 7)
    assert easter.roll(date(2026, 4, 3)) == date(2026, 4, 7)
    other = Workdays(weekend=("fri", "sat"))
    assert other.bd(day("Thu 5 Mar"), 1) == day("Sun 8 Mar")


def test_a_calendar_without_working_days_is_refused() -> None:
    """A week of seven days off would hang the command."""
    with pytest.raises(RefusedError, match="no working day"):
        Workdays(weekend=("mon", "tue", "wed", "thu", "fri", "sat", "sun")).bd(date(2026, 3, 2), 1)


@given(DAYS, st.integers(1, 30))
def test_there_and_back(start: date, steps: int) -> None:
    """Counting back as many business days as were counted on would not lead back."""
    there = PLAIN.bd(start, steps)
    assert PLAIN.works(there)
    assert there > start
    assert PLAIN.bd(there, -steps) <= start
    assert sum(PLAIN.works(start + timedelta(days=one)) for one in range(1, (there - start).days + 1)) == steps


@given(DAYS)
def test_rolling_stands_still_on_working_days(start: date) -> None:
    """A due date would move without need, or stay on a day off."""
    rolled = PLAIN.roll(start)
    assert PLAIN.works(rolled)
    assert (rolled == start) == PLAIN.works(start)
    assert (rolled - start).days <= 2
