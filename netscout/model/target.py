"""A career the ego explores, and who the ego is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """One `[[target]]` of targets.toml. `roles` is never empty; `motivation` is 1..5, 3 by default."""

    name: str
    roles: tuple[str, ...]
    companies: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    seniority: str = ""
    motivation: int = 3
    mode: str = "exploring"


@dataclass(frozen=True, slots=True)
class Me:
    """The `[me]` table of targets.toml: what the user says of themselves; "" where they say nothing.

    `manager` is a profile URL, an e-mail or a name; `employer_known` says that the present employer knows of the plans.
    """

    name: str = ""
    linkedin: str = ""
    emails: tuple[str, ...] = ()
    employer: str = ""
    manager: str = ""
    employer_known: bool = False
    place: str = ""
    language: str = "en"
