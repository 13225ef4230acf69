"""One contact of the invented ego."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from data_samples.invent.names import Name


@dataclass(slots=True)
class Person:
    """One contact with all that the files say of them.

    Attributes:
        ties: how they and the ego write to each other: names of habits of `data_samples.invent.letters`.
        role: why they were planted: `boss`, `practitioner`, `related`, `connector`, `trap`, `colleague`, or "".
        connection: False for people who only wrote, or were only invited.
        recommends, recommended: a recommendation to the ego, or from the ego.
    """

    name: Name
    slug: str
    title: str
    company: str
    connected: date
    field: str = ""
    email: str = ""
    ties: tuple[str, ...] = ()
    role: str = ""
    note: str = ""
    connection: bool = True
    recommends: str = ""
    recommended: str = ""
    credentials: str = ""
    groups: list[str] = dataclasses.field(default_factory=list)

    @property
    def url(self) -> str:
        """Return the profile address as Connections.csv writes it: percent-encoded."""
        return f"https://www.linkedin.com/in/{quote(self.slug)}"

    @property
    def last_name(self) -> str:
        """Return the last name as the member writes it, credentials behind it."""
        return f"{self.name.last}, {self.credentials}" if self.credentials else self.name.last

    @property
    def shown(self) -> str:
        """Return the name as messages show it."""
        return f"{self.name.first} {self.last_name}"
