"""The linker over what the package ships: official O*NET-SOC 2019 names and our own names for them."""

from __future__ import annotations

from functools import cache

from netscout.matching.lexicon import table
from netscout.matching.linker import OccupationLinker


@cache
def official_names() -> dict[str, str]:
    """Return every O*NET-SOC 2019 code with its official name."""
    return {row["code"]: row["name"] for row in table("occupations.csv")}


@cache
def core_linker() -> OccupationLinker:
    """Return the linker over the shipped names, built once for the process."""
    own = [(row["code"], row["name"]) for row in table("occupation_names.csv")]
    return OccupationLinker.from_labels([*official_names().items(), *own])
