"""The linker over what the package ships: official O*NET-SOC 2019 names and our own names for them."""

from __future__ import annotations

import io
from functools import cache

import numpy as np

from netscout.matching.built import recall, table
from netscout.matching.linker import OccupationLinker
from netscout.matching.linker_index import LabelIndex, build

TABLES = ("occupations.csv", "occupation_names.csv")


@cache
def official_names() -> dict[str, str]:
    """Return every O*NET-SOC 2019 code with its official name."""
    return {row["code"]: row["name"] for row in table("occupations.csv")}


@cache
def core_linker() -> OccupationLinker:
    """Return the linker over the shipped names, made once for the process."""
    kept = recall("linker.npz", TABLES)
    return OccupationLinker(worked_out() if kept is None else _restored(kept))


def worked_out() -> LabelIndex:
    """Return the index over the shipped names, from the tables themselves."""
    return build(core_names())


def packed(index: LabelIndex) -> bytes:
    """Return the bytes to keep for an index."""
    kept = io.BytesIO()
    np.savez(kept, allow_pickle=False, **index.arrays())
    return kept.getvalue()


def _restored(kept: bytes) -> LabelIndex:
    with np.load(io.BytesIO(kept), allow_pickle=False) as arrays:
        return LabelIndex.from_arrays(arrays)


def core_names() -> list[tuple[str, str]]:
    """Return (code, name) of every shipped name, official ones first; they join those of O*NET once it is added."""
    own = [(row["code"], row["name"]) for row in table("occupation_names.csv")]
    return [*official_names().items(), *own]
