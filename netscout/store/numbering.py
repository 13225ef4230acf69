"""Which number each group of sightings bears: the smallest it was ever born under, so that ids stay for ever."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Numbering:
    """What an import decides about person numbers.

    `person` and `born` hold one number a row; `aliases` maps each number given up to the one in force; `fresh` are
    the numbers to create, ascending.
    """

    person: list[int]
    born: list[int]
    aliases: dict[int, int]
    fresh: range


def number_groups(groups: Sequence[int], born: Sequence[int], first_free: int) -> Numbering:
    """Return the numbers of all rows, from their groups and the numbers they were born under (0 = not yet).

    A group keeps the smallest number among its rows; where rows born as one now fall into two groups, the first
    group keeps the number. New numbers count up in row order.
    """
    size = max(groups, default=-1) + 1
    chosen = [0] * size
    holder: dict[int, int] = {}
    for group, number in zip(groups, born, strict=True):
        if number and holder.setdefault(number, group) == group and (not chosen[group] or number < chosen[group]):
            chosen[group] = number
    free = first_free
    for group, number in enumerate(chosen):
        if not number:
            chosen[group] = free
            free += 1
    person = [chosen[group] for group in groups]
    kept = [
        number if number and holder[number] == group else chosen[group]
        for group, number in zip(groups, born, strict=True)
    ]
    aliases = {number: chosen[group] for number, group in sorted(holder.items()) if chosen[group] != number}
    return Numbering(person, kept, aliases, range(first_free, free))
