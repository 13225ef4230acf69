"""Dice whose throws are the same on every Python: only `Random.random`, which is promised to stay, is used."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


class Dice:
    """A seeded source of chance."""

    def __init__(self, seed: int) -> None:
        """Start from the seed."""
        self._random = random.Random(seed)

    def likely(self, probability: float) -> bool:
        """Return True with the given probability."""
        return self._random.random() < probability

    def between(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[int(self._random.random() * len(items))]

    def early(self, items: Sequence[T]) -> T:
        """Return one of the items, those at the front more often: what is common stands first in our lists."""
        return items[int(self._random.random() * self._random.random() * len(items))]

    def weighted(self, items: Sequence[tuple[T, int]]) -> T:
        """Return the first part of one of the (item, weight) pairs."""
        left = self._random.random() * sum(weight for _, weight in items)
        for item, weight in items:
            left -= weight
            if left < 0:
                return item
        return items[-1][0]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """Return the items in a new order."""
        rest = list(items)
        return [rest.pop(int(self._random.random() * len(rest))) for _ in range(len(rest))]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """Return `count` different items, or all of them if there are fewer."""
        return self.shuffled(items)[:count]

    def day(self, first: date, last: date) -> date:
        """Return a day from first to last, both included; first if the span is empty."""
        return first + timedelta(days=self.between(0, max(0, (last - first).days)))

    def code(self, length: int) -> str:
        """Return letters and digits, as LinkedIn's conversation ids have them."""
        return "".join(self.pick(_BASE64) for _ in range(length))

    def hexadecimal(self, length: int) -> str:
        """Return hexadecimal digits."""
        return "".join(self.pick("0123456789abcdef") for _ in range(length))
