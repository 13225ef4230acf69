"""The limits on asking: defaults, what may be set, and under which name in `targets.toml`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cap:
    """A limit on asking: the default, the least and the most that may be set.

    `key` is its name under `[campaign]` in targets.toml, `means` what it counts.
    """

    number: int
    least: int
    most: int
    key: str
    means: str

    @property
    def fixed(self) -> bool:
        """Return whether it cannot be set."""
        return self.least == self.most


CAPS = {
    "C1": Cap(1, 1, 1, "open_per_person", "open requests a person"),
    "C2": Cap(2, 1, 3, "open_per_company", "open requests a company"),
    "C3": Cap(5, 1, 10, "new_per_week", "new requests in any seven days"),
    "C4": Cap(10, 1, 20, "open_in_all", "open requests in all"),
    "C5": Cap(1, 1, 1, "reminders", "reminders a request"),
    "C6": Cap(180, 90, 3650, "rest_days", "days from a request that came to rest to a new one"),
    "C7": Cap(3, 3, 3, "second_contact_days", "business days from the first request at a company to the second"),
    "C8": Cap(0, 0, 0, "after_a_no", "requests after a no"),
    "C9": Cap(2, 1, 4, "talks_per_day", "talks proposed on one day"),
}
"""The limits by id."""
