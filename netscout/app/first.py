"""Whom to write to first of the two lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from netscout.model.ranking import RankedList, RankRow


class _HasPlace(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def company(self) -> str: ...


Placed = TypeVar("Placed", bound=_HasPlace)
"""Anybody on a list: an id and a company."""


def first_of(lists: tuple[RankedList, RankedList]) -> list[RankRow]:
    """Return the three to write to this week: two who have the job and one who can open doors, else who there is.

    Nobody twice, and no two at one company where there is a choice.
    """
    practitioners, connectors = (one.chosen for one in lists)
    return three_of(practitioners, connectors)


def three_of(practitioners: Sequence[Placed], connectors: Sequence[Placed]) -> list[Placed]:
    """Return the three of two lists in order, as `first_of` does."""
    wanted = [*practitioners[:2], *connectors[:1], *practitioners[2:], *connectors[1:]]
    chosen: list[Placed] = []
    for strict in (True, False):
        for row in wanted:
            taken = {one.id for one in chosen}
            firms = {one.company for one in chosen if one.company}
            if len(chosen) < 3 and row.id not in taken and not (strict and row.company in firms):
                chosen.append(row)
    return chosen
