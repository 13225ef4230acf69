"""Business days: asking and reminding wait for them; gratitude runs in calendar days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from netscout.errors import RefusedError

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_STRETCH = 366
"""Days off in a row after which a calendar is taken to have no working day at all."""


@dataclass(frozen=True, slots=True)
class Workdays:
    """Which days are business days: neither in `weekend` (`sat`) nor among `holidays`."""

    weekend: tuple[str, ...] = ("sat", "sun")
    holidays: tuple[date, ...] = ()

    def works(self, day: date) -> bool:
        """Return whether a day is a business day."""
        return DAYS[day.weekday()] not in self.weekend and day not in self.holidays

    def bd(self, day: date, steps: int) -> date:
        """Return the business day that is `steps` after `day`, which itself may be any day; before it if negative.

        Raises:
            RefusedError: a year without a business day stands in the calendar.
        """
        step = 1 if steps > 0 else -1
        off = 0
        for _ in range(abs(steps)):
            day, off = day + timedelta(days=step), 0
            while not self.works(day):
                day, off = day + timedelta(days=step), off + 1
                if off > _STRETCH:
                    raise RefusedError(
                        "the calendar leaves no working day in a whole year.",
                        "Look at weekend and holidays under [calendar] in targets.toml.",
                    )
        return day

    def roll(self, day: date) -> date:
        """Return the day itself if it is a business day, else the next one (raises as `bd`)."""
        return day if self.works(day) else self.bd(day, 1)
