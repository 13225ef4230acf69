"""The owner of an export: what its files say of the user, by name, profile, addresses, positions and schools."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """One row of the owner's career; dates as precise as known (`2019-03`, `2009`, ""), `current`: not ended."""

    company: str
    title: str
    started_on: str = ""
    finished_on: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class School:
    """One row of the owner's education."""

    name: str
    degree: str = ""
    started_on: str = ""
    finished_on: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """The member whose export it is. `how` says how the owner was found; "" if unknown.

    `follows` are organisations they follow, the last followed first.
    """

    name: str = ""
    slugs: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    how: str = ""
    headline: str = ""
    industry: str = ""
    positions: tuple[Position, ...] = ()
    schools: tuple[School, ...] = ()
    follows: tuple[str, ...] = ()
