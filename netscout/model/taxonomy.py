"""A taxonomy of occupations that the user has downloaded and added."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TaxonomyNote:
    """What a taxonomy is.

    Attributes:
        name: short name in the workspace (`onet`, `esco-de`).
        source: `onet` or `esco`.
        version: as the publisher writes it, "" if the download does not say.
        language: two letters.
        codes: number of occupations.
        labels: number of names of them.
        attribution: the line that its publisher asks for.
        digest: of its names, so that another download of the same size is another taxonomy.
        kept: digest of its files in the workspace, "" where it was added before there was one.
    """

    name: str
    source: str
    version: str
    language: str
    codes: int
    labels: int
    attribution: str
    digest: str = ""
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A taxonomy: `names` has (code, official name, group), `labels` (code, any name, the official one among them).

    `group` is the ISCO-08 group of an ESCO occupation, "" for O*NET.
    """

    note: TaxonomyNote
    names: tuple[tuple[str, str, str], ...]
    labels: tuple[tuple[str, str], ...]
