"""One load of a workspace, and who would go with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Load:
    """One load: its number, the days (`YYYY-MM-DD`) it was loaded and exported, whose it is, its files by name.

    `people` are those it tells of, its owner left out; `alone` the ids of all who are known from it alone, a member
    who leaves with it among them; `labelled` and `logged` how many of these bear labels or entries and notes.
    """

    number: int
    loaded_on: str
    export_date: str | None
    owner: str
    owner_name: str
    files: tuple[str, ...]
    people: int
    alone: tuple[str, ...] = ()
    labelled: int = 0
    logged: int = 0
