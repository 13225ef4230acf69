"""Senders and recipients of messages: one number for each human, whatever they are called in a row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from netscout.sources.book import NOBODY
from netscout.sources.cells import clean
from netscout.sources.names import Name, full_name, name_key
from netscout.sources.records import Way
from netscout.sources.urls import slug_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netscout.sources.book import Book
    from netscout.sources.sheet import Sheet

ME, ANONYMOUS, ABSENT = -1, -2, -3
_MEMBER = "linkedin member"
_LONGEST_NAME = 4  # comma parts


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a message as a cell states it."""

    slug: str | None
    name: Name

    def is_hidden(self) -> bool:
        """Return whether this is a deleted or hidden account."""
        return self.slug is None and self.name.key == _MEMBER


class Route(NamedTuple):
    """A way with its parties: `thread` is the conversation id, "" where the file states none."""

    thread: str
    sender: Party
    recipients: tuple[Party, ...]
    mark: str
    side: str


@dataclass(slots=True)
class Names:
    """Which slugs send under which name, and how many there are."""

    slugs: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_slug: dict[str, Name] = field(default_factory=dict)

    def learn(self, slug: str | None, name: Name) -> None:
        """Remember that a URL and a name stand side by side."""
        if slug and name.key:
            self.slugs[name.key].add(slug)
            self.by_slug.setdefault(slug, name)


def read_parties(sheet: Sheet, known: set[str], names: Names) -> list[Route]:
    """Return the ways of a messages sheet with their parties; `known` holds name keys from the rest of the export."""
    ways = list(starmap(Way, sheet.desk.ways))
    senders = {(way.sender_url, way.sender): Party(slug_of(way.sender_url), full_name(way.sender)) for way in ways}
    for party in senders.values():
        names.learn(party.slug, party.name)
    known = known | {party.name.key for party in senders.values()}
    cells = dict.fromkeys((way.to_urls, way.to) for way in ways)
    lists = {cell: _recipients(*cell, known, names) for cell in cells}
    return [
        Route(way.thread, senders[way.sender_url, way.sender], lists[way.to_urls, way.to], way.mark, way.side)
        for way in ways
    ]


def _recipients(urls: str, to: str, known: set[str], names: Names) -> tuple[Party, ...]:
    slugs = [slug for slug in map(slug_of, _split_urls(urls)) if slug]
    if len(slugs) == 1 and "," not in to:
        seen = names.by_slug.get(slugs[0])
        written = [seen or full_name(to)]
    else:
        written = [full_name(one) for one in split_names(to, len(slugs), known)]
    if not slugs:
        return tuple(Party(None, name) for name in written if name.key or name.shown)
    if len(written) == len(slugs):
        parties = tuple(Party(slug, name) for slug, name in zip(slugs, written, strict=True))
        for party in parties:
            names.learn(party.slug, party.name)
        return parties
    hidden = tuple(Party(None, name) for name in written if name.key == _MEMBER)
    return (*(Party(slug, names.by_slug.get(slug, NOBODY)) for slug in slugs), *hidden)


def _split_urls(cell: str) -> Iterable[str]:
    """Split at commas that precede a URL: a slug may hold a comma of its own."""
    parts: list[str] = []
    for part in cell.split(","):
        if parts and "linkedin.com" not in part.lower():
            parts[-1] += "," + part
        else:
            parts.append(part)
    return parts


def split_names(to: str, expected: int, known: set[str]) -> list[str]:
    """Split a `TO` cell into names: `Eva Example, PhD` is one. Names known elsewhere win, the longest first."""
    parts = [part for part in clean(to).split(", ") if part]
    if len(parts) == expected or len(parts) < 2:
        return parts
    names: list[str] = []
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + _LONGEST_NAME), at + 1, -1):
            text = ", ".join(parts[at:end])
            if full_name(text).key in known or name_key(text) in known:
                break
        else:
            end = at + 1
        if end == at + 1 and names and _is_suffix(names[-1], parts[at]):
            names[-1] += f", {parts[at]}"
        else:
            names.append(", ".join(parts[at:end]))
        at = end
    return names


def _is_suffix(name: str, part: str) -> bool:
    before = full_name(name)
    return " " not in part and len(full_name(f"{name}, {part}").credentials) > len(before.credentials)


class Circle:
    """Numbers for humans: a name without URL is the person who writes under it, if there is exactly one."""

    def __init__(self, book: Book, names: Names, slugs: frozenset[str], owner_key: str) -> None:
        """Take the connections, the names seen beside URLs, and by what the owner is known."""
        self._book, self._names, self._slugs, self._owner_key = book, names, slugs, owner_key
        self._numbers: dict[tuple[str, str], int] = {}
        self.people: list[Party] = []

    def number(self, party: Party) -> int:
        """Return the human's number, or ME, ANONYMOUS or ABSENT."""
        slug, key = party.slug, party.name.key
        if slug is None:
            if party.is_hidden():
                return ANONYMOUS
            if not party.name.shown:
                return ABSENT
            if key and key == self._owner_key:
                return ME
            slugs = self._names.slugs.get(key, set()) - self._slugs
            if len(slugs) == 1 and self._book.namesakes(key) <= 1:
                slug = next(iter(slugs))
        if slug in self._slugs:
            return ME
        token = ("url", slug) if slug else ("name", key or party.name.shown)
        if token not in self._numbers:
            self._numbers[token] = len(self.people)
            name = party.name
            if slug and not name.shown:
                name = self._names.by_slug.get(slug, NOBODY)
            self.people.append(Party(slug, name))
        return self._numbers[token]
