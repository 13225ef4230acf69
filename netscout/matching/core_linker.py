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
    return OccupationLinker.from_labels(core_names())


def core_names() -> list[tuple[str, str]]:
    """Return (code, name) of every shipped name, official ones first; they join those of O*NET once it is added."""
    own = [(row["code"], row["name"]) for row in table("occupation_names.csv")]
    return [*official_names().items(), *own]
