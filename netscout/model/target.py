"""A career the ego explores, and who the ego is."""

from __future__ import annotations

from dataclasses import dataclass

LEVELS = (
    "intern",
    "entry",
    "junior",
    "plain",
    "mid",
    "senior",
    "lead",
    "manager",
    "director",
    "vp",
    "c-level",
    "founder",
)
"""What `seniority` may be, from the lowest rung to the highest."""


@dataclass(frozen=True, slots=True)
class Target:
    """One `[[target]]` of targets.toml. `roles` is never empty; `motivation` is 1..5, 3 by default.

    `seniority` is "" or one of `LEVELS`, in any case.
    """

    name: str
    roles: tuple[str, ...]
    companies: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    seniority: str = ""
    motivation: int = 3
    mode: str = "exploring"


def fault_of(target: Target) -> tuple[str, str] | None:
    """Return what is wrong with the words of a target and what to do about it, None where nothing is."""
    if len(target.name.splitlines()) > 1:
        return "the name of a target is one line.", "Give it a short name, such as data."
    if target.seniority and target.seniority.strip().casefold() not in LEVELS:
        return "this seniority is none that netscout knows.", f"Choose one of: {', '.join(LEVELS)}."
    return None


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
