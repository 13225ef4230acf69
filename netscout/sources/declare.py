"""The form in which a kind of file is declared: its columns with every spelling, and what a row becomes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netscout.sources.urls import slug_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HIDDEN, EMPTY, SKIPPED, COMPANY_ONLY = "hidden", "empty", "skipped", "companies_only"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `spellings` are its headers in lower case; without a `needed` column the file is of another kind."""

    name: str
    spellings: tuple[str, ...]
    needed: bool = False


def column(name: str, *spellings: str, needed: bool = False) -> Column:
    """Return a column; headers are compared casefolded and trimmed, spaces and hyphens as written."""
    return Column(name, tuple(one.casefold() for one in spellings), needed)


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

    def needs(self) -> list[str]:
        """Return the English headers without which a file is not of this kind."""
        return [one.spellings[0] for one in self.columns if one.needed]

    def places(self, header: Sequence[str]) -> dict[str, int] | None:
        """Return where each declared column stands (the first of equal headers), None for a file of another kind."""
        found: dict[str, int] = {}
        where = {word: place for place, word in reversed(list(enumerate(header)))}
        if any(word in where for word in self.refused):
            return None
        for one in self.columns:
            seen = [where[word] for word in one.spellings if word in where]
            if seen:
                found[one.name] = min(seen)
            elif one.needed:
                return None
        return found
