"""Sparse rows in plain numpy, and which of them are near to a batch of queries; no row is looked at that cannot be.

A row of unit length that meets a query only in entries whose squares sum to less than the square of a floor has a
product below that floor (Cauchy-Schwarz), so the light entries of a query need not lead to rows; they still count in
the rows that heavier entries led to.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Rows:
    """Sparse rows one behind the other: where each begins, the column of each entry and its value."""

    start: Ints
    column: Ints
    value: Floats


@dataclass(frozen=True, slots=True)
class Pairs:
    """Queries with the rows near them, by query, then row: the product of each pair."""

    query: Ints
    row: Ints
    value: Floats


def starts(keys: Ints, count: int) -> Ints:
    """Return where each of `count` keys begins in a sorted column."""
    return np.concatenate(([0], np.cumsum(np.bincount(keys, minlength=count)))).astype(np.int64)


def gather(start: Ints, rows: Ints, most: int = 0) -> tuple[Ints, Ints]:
    """Return the places of all entries of some rows, the first `most` of each if given, and how many are of each."""
    first = start.take(rows)
    size = start.take(rows + 1) - first
    if most:
        size = np.minimum(size, most)
    end = np.cumsum(size)
    place = np.repeat(first - end + size, size)
    place += np.arange(len(place))
    return place, size


def turned(rows: Rows, columns: int) -> Rows:
    """Return the columns as rows."""
    order = np.argsort(rows.column, kind="stable")
    of = np.repeat(np.arange(len(rows.start) - 1), np.diff(rows.start))
    return Rows(starts(rows.column, columns), of[order], rows.value[order])


class Nearness:
    """Unit rows searched by batches of queries over the same columns."""

    def __init__(self, by_column: Rows, rows: int, deep: int = 0) -> None:
        """Take the rows of unit length as postings: for each column the rows that hold it.

        With `deep`, one entry leads to that many rows at most, the first ones.
        """
        self._post = by_column
        self._deep = deep
        self._columns = len(by_column.start) - 1
        self._height = rows
        self._rows = turned(by_column, rows)

    def sizes(self, columns: Ints) -> Ints:
        """Return to how many rows each of some columns leads."""
        size = self._post.start[columns + 1] - self._post.start[columns]
        return np.minimum(size, self._deep) if self._deep else size

    def products(self, of: Ints, queries: Rows, leads: Flags, twice: Flags | None = None) -> Pairs:
        """Return the products of the queries with every row that a leading entry of theirs leads to.

        Args:
            of: the query of each entry.
            queries: entries of each query; equal columns in one query add up.
            leads: which of the entries lead to rows.
            twice: queries whose rows must be led to by two entries at least; none without it.
        """
        count, height = len(queries.start) - 1, self._height
        post, size = gather(self._post.start, queries.column[leads], self._deep)
        keys = np.repeat(of[leads] * height, size) + self._post.column.take(post)
        keys.sort()
        met = np.diff(keys, prepend=-1) != 0
        bounds = np.arange(count + 1) * height
        if twice is not None and len(keys):
            again = np.append(~met[1:], False)
            met &= again | ~np.repeat(twice, np.diff(np.searchsorted(keys, bounds)))
        keys = keys[met]
        query = np.repeat(np.arange(count), np.diff(np.searchsorted(keys, bounds)))
        row = keys - query * height
        cells = of * (self._columns + 1) + queries.column
        return Pairs(query, row, self._product(query * (self._columns + 1), row, self._spread(cells, queries, count)))

    def _spread(self, cells: Ints, queries: Rows, count: int) -> Floats:
        """Return the queries with every column, one behind the other, and an empty column at the end of each."""
        spread = np.bincount(cells, weights=queries.value, minlength=count * (self._columns + 1))
        return spread.astype(np.float64, copy=False)

    def _product(self, base: Ints, row: Ints, spread: Floats) -> Floats:
        """Return the product of rows with the queries that begin at `base`."""
        place, size = gather(self._rows.start, row)
        cell = np.repeat(base, size)
        cell += self._rows.column.take(place)
        value = spread.take(cell)
        value *= self._rows.value.take(place)
        return np.add.reduceat(value, np.cumsum(size) - size) if len(row) else value


class ShortRows(Nearness):
    """The same for rows of few entries: each is kept at one width, the heaviest entries of longer ones count."""

    def __init__(self, by_column: Rows, rows: int, width: int, deep: int) -> None:
        """Take the rows as postings, the most entries of a row that count, and how many rows one entry leads to."""
        super().__init__(by_column, rows, deep)
        size = np.diff(self._rows.start)
        of = np.repeat(np.arange(rows), size)
        order = np.lexsort((-self._rows.value, of))
        rank = np.arange(len(of)) - np.repeat(self._rows.start[:-1], size)
        kept = rank < width
        self._column = np.full((rows, width), self._columns, dtype=np.int64)
        self._column[of[kept], rank[kept]] = self._rows.column[order][kept]
        self._value = np.zeros((rows, width))
        self._value[of[kept], rank[kept]] = self._rows.value[order][kept]
        self._blank = np.zeros(0)

    def _spread(self, cells: Ints, queries: Rows, count: int) -> Floats:
        if len(self._blank) < count * (self._columns + 1):
            self._blank = np.zeros(count * (self._columns + 1))
        spread, self._cells = self._blank, cells
        np.add.at(spread, cells, queries.value)
        return spread

    def _product(self, base: Ints, row: Ints, spread: Floats) -> Floats:
        cell = self._column.take(row, axis=0)
        cell += base[:, None]
        value: Floats = np.einsum("ij,ij->i", spread.take(cell), self._value.take(row, axis=0))
        spread[self._cells] = 0.0
        return value
