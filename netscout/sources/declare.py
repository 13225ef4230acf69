"""The form in which a kind of file is declared: its columns with every spelling, and what a row becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from netscout.sources.urls import slug_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

HIDDEN, EMPTY, SKIPPED, COMPANY_ONLY = "hidden", "empty", "skipped", "companies_only"
SEVERAL = " ::: "
"""Stands between the values of one cell, as Google writes it, and between those of the columns of one family."""
REST = "*"
"""The spelling of all columns that no other one claims."""
_NUMBER = r"(\d{1,3})"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `spellings` are its headers in lower case; without a `needed` column the file is of another kind.

    A `family` reads every column that bears one of its spellings, where `#` stands for a number; the record gets their
    filled cells as one text, joined with ` ::: `: in file order, numbered ones by spelling and number.
    """

    name: str
    spellings: tuple[str, ...]
    needed: bool = False
    family: bool = False

    def members(self, header: Sequence[str], taken: Collection[int]) -> list[int]:
        """Return where the columns of a family stand; `taken` are places that other columns have claimed."""
        if self.spellings == (REST,):
            return [place for place, word in enumerate(header) if word and place not in taken]
        found: list[tuple[int, int, int]] = []
        for rank, spelling in enumerate(self.spellings):
            found += ((0, 0, place) for place, word in enumerate(header) if word == spelling)
            if "#" not in spelling:
                continue
            shape = re.compile(re.escape(spelling).replace(r"\#", _NUMBER))
            hits = ((shape.fullmatch(word), place) for place, word in enumerate(header))
            found += ((rank, int(hit[1]), place) for hit, place in hits if hit)
        return list(dict.fromkeys(place for _, _, place in sorted(found)))


def column(name: str, *spellings: str, needed: bool = False) -> Column:
    """Return a column; headers are compared casefolded and trimmed, spaces and hyphens as written."""
    return Column(name, tuple(one.casefold() for one in spellings), needed)


def family(name: str, *spellings: str) -> Column:
    """Return a family of columns, such as `E-mail # - Value`."""
    return Column(name, tuple(one.casefold() for one in spellings), family=True)


@dataclass(slots=True)
class Desk:
    """What the rows of one file share: which columns it has, and numbers for texts that come again and again."""

    columns: frozenset[str]
    direction: str = ""
    slugs: dict[str, str | None] = field(default_factory=dict)
    ways: dict[tuple[str, ...], int] = field(default_factory=dict)

    def slug(self, url: str) -> str | None:
        """Return the key of a profile URL, worked out once for each spelling."""
        try:
            return self.slugs[url]
        except KeyError:
            slug = self.slugs[url] = slug_of(url)
            return slug


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of file.

    Attributes:
        kind: word for the account (`connections`, `messages`, ...).
        columns: what is read; `record` gets the raw cells in this order, "" for a column the file lacks.
        record: makes a record (a tuple of `netscout.sources.records`) of a row, or one of the words `hidden`,
            `empty`, `skipped`, `companies_only`, or a sentence saying why the row cannot be read.
        rank: tables are tried in this order, the most specific first.
        names: beginnings of the file name (lower case, spaces for underscores) where several tables share a header.
        refused: headers that prove another kind.
        network: whether the file says something of ties.
        wordy: whether cells hold texts of several lines.
        span: lines a record may have before it is asked whether an unclosed quote swallowed others.
        bulk: makes the records of many rows from their columns, the same that `record` makes of each row; None where
            only `record` will do.
        direction: handed to `record` through the desk, for two tables of one form.
        source: the program whose file it is: the word of `--source` and of `SourceFile.kind`.
        marks: sets of headers; the file is of this kind only if one set is there in whole (none given: no such rule).
        most: rows the file may have, 0 for any number.
        fits: told the plain name of the file and its first rows, the cells in the order of the columns: whether they
            are of this kind.
    """

    kind: str
    columns: tuple[Column, ...]
    record: Callable[[Sequence[str], Desk], object]
    rank: int
    names: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    network: bool = False
    wordy: bool = False
    span: int = 1
    direction: str = ""
    bulk: Callable[[Sequence[Sequence[str]], Desk], list[object] | None] | None = None
    source: str = "linkedin"
    marks: tuple[tuple[str, ...], ...] = ()
    most: int = 0
    fits: Callable[[str, Sequence[Sequence[str]]], bool] | None = None

    def needs(self) -> list[str]:
        """Return the English headers without which a file is not of this kind."""
        return [one.spellings[0] for one in self.columns if one.needed] or list(chain(*self.marks[:1]))

    def needed(self) -> str:
        """Return what a file must have to be of this kind, in words."""
        if any(one.needed for one in self.columns) or not self.marks:
            return ", ".join(self.needs())
        return ", or ".join(" with ".join(mark) for mark in self.marks[:3])

    def places(self, header: Sequence[str]) -> dict[str, int] | None:
        """Return where each declared column stands (the first of equal headers), None for a file of another kind."""
        found: dict[str, int] = {}
        where = {word: place for place, word in reversed(list(enumerate(header)))}
        if any(word in where for word in self.refused):
            return None
        if self.marks and not any(all(word in where for word in mark) for mark in self.marks):
            return None
        for one in self.columns:
            if one.family:
                continue
            seen = [where[word] for word in one.spellings if word in where]
            if seen:
                found[one.name] = min(seen)
            elif one.needed:
                return None
        return found

    def fitted(self, header: Sequence[str], places: dict[str, int]) -> tuple[Table, dict[str, int]]:
        """Return the table for one header: each family of columns written out as the columns that are there."""
        if not any(one.family for one in self.columns):
            return self, places
        columns: list[Column] = []
        sizes: list[int | None] = []
        known = dict(places)
        for one in self.columns:
            members = one.members(header, set(known.values())) if one.family else []
            names = [f"{one.name} {number}" for number in range(len(members))] if one.family else [one.name]
            known.update(zip(names, members, strict=False))
            columns += [Column(name, one.spellings) for name in names]
            sizes.append(len(members) if one.family else None)
        return replace(self, columns=tuple(columns), record=_Gathered(self.record, tuple(sizes))), known


@dataclass(frozen=True, slots=True)
class _Gathered:
    """Makes a record of a row whose families of columns are written out: `sizes` are theirs, None for one column."""

    record: Callable[[Sequence[str], Desk], object]
    sizes: tuple[int | None, ...]

    def __call__(self, cells: Sequence[str], desk: Desk) -> object:
        """Return the record of a row."""
        rest = iter(cells)
        return self.record(
            [
                next(rest) if size is None else SEVERAL.join(cell for cell in islice(rest, size) if cell.strip())
                for size in self.sizes
            ],
            desk,
        )
