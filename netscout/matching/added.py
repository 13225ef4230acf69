"""Occupations from the taxonomies a user added, for titles that the core does not understand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from netscout.matching.built import table
from netscout.matching.lexicon import lexicon
from netscout.matching.linker import Linked, OccupationLinker
from netscout.matching.linker_index import LabelIndex
from netscout.model.taxonomy import TaxonomyNote


@dataclass(frozen=True, slots=True)
class Added:
    """An occupation of an added taxonomy: `code` is O*NET-SOC 2019 or "" where the taxonomy is another one."""

    code: str
    name: str
    family: str
    reason: str


class AddedTaxonomies:
    """Links titles through every added taxonomy and keeps the surest answer."""

    def __init__(self, parts: Sequence[tuple[TaxonomyNote, Sequence[tuple[str, str, str]], Mapping[str, Any]]]) -> None:
        """Take, for each taxonomy, its note, its (code, name, group) rows and the arrays of its index.

        Raises:
            KeyError: an array is missing.
        """
        self._parts = [
            (note, {code: (name, group) for code, name, group in names}, OccupationLinker(LabelIndex.from_arrays(kept)))
            for note, names, kept in parts
        ]

    def learn(self, titles: Iterable[str]) -> None:
        """Link many titles at once, which costs far less than asking `find` for one after the other."""
        distinct = list(dict.fromkeys(titles))
        for _, _, linker in self._parts:
            linker.learn(distinct)

    def find(self, title: str) -> Added | None:
        """Return the occupation a title names, None if no taxonomy is sure. Never raises."""
        best: tuple[Linked, int] | None = None
        for place, (_, _, linker) in enumerate(self._parts):
            found = linker.best(title)
            if found is not None and (best is None or found.probability > best[0].probability):
                best = found, place
        if best is None:
            return None
        note, names, _ = self._parts[best[1]]
        name, group = names[best[0].code]
        source = " ".join(part for part in ("O*NET" if note.source == "onet" else "ESCO", note.version) if part)
        reason = f"nearest in {source}, chance {best[0].probability:.0%}"
        if note.source == "onet":
            return Added(best[0].code, name, lexicon().families.get(best[0].code[:2], ""), reason)
        return Added("", name, family_of_isco(group), reason)


@cache
def _groups() -> dict[str, str]:
    return {row["isco"]: row["group"] for row in table("isco_groups.csv")}


def family_of_isco(group: str) -> str:
    """Return the occupation family nearest to an ISCO-08 group, "" for none."""
    digits = group.lstrip("C")
    for length in range(len(digits), 0, -1):
        known = _groups().get(digits[:length])
        if known is not None:
            return lexicon().families.get(known, "")
    return ""
