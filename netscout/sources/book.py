"""The people of one export: whose sighting a name or URL belongs to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from netscout.model.export import Sighting
from netscout.sources.names import Name, name_of

if TYPE_CHECKING:
    from netscout.sources.records import Contact, Entry

NOBODY = Name("", "", "", "")


class Book:
    """Sightings in order of first appearance. A connection without URL is found by its unique full name."""

    def __init__(self) -> None:
        """Begin empty."""
        self.sightings: list[Sighting] = []
        self._by_slug: dict[str, int] = {}
        self._connections: defaultdict[str, list[int]] = defaultdict(list)
        self._others: defaultdict[str, list[int]] = defaultdict(list)

    def add_connection(self, file: int, line: int, contact: Contact, connected_on: str | None) -> int:
        """Keep a connection and return its place."""
        place = len(self.sightings)
        name = contact.name
        values = (
            *(file, line, "connection", contact.slug, *name, contact.emails),
            *(contact.company, contact.title, "", connected_on, ""),
        )
        self.sightings.append(tuple.__new__(Sighting, values))
        if contact.slug:
            self._by_slug[contact.slug] = place
        if name.key:
            self._connections[name.key].append(place)
        return place

    def add_entry(self, file: int, line: int, entry: Entry, connected_on: str | None = None) -> int:
        """Keep an entry of an address book and return its place; nobody is ever found by the name it states."""
        name = entry.name
        self.sightings.append(
            Sighting(
                *(file, line, "contact", entry.slug, *name, entry.emails, entry.company, entry.title),
                *(entry.headline, connected_on, entry.middle),
            )
        )
        return len(self.sightings) - 1

    def lend_slugs(self, slugs_of_name: dict[str, set[str]]) -> None:
        """Give a connection without URL the one that other files state for the same name, if both are unique."""
        for key, places in self._connections.items():
            slugs = slugs_of_name.get(key, ())
            if len(places) != 1 or len(slugs) != 1:
                continue
            slug, sighting = next(iter(slugs)), self.sightings[places[0]]
            if sighting.slug is None and slug not in self._by_slug:
                self.sightings[places[0]] = sighting._replace(slug=slug)
                self._by_slug[slug] = places[0]

    def namesakes(self, key: str) -> int:
        """Return how many connections bear the name."""
        return len(self._connections.get(key, ()))

    def find(self, slug: str | None, name: Name, kind: str, file: int, company: str = "") -> int:
        """Return the place of the person, who is kept as a sighting of `kind` if no connection is theirs."""
        if slug:
            place = self._by_slug.get(slug)
            return self._keep(slug, name, kind, file) if place is None else place
        places = self._connections.get(name.key, [])
        if len(places) > 1 and company:
            same = [place for place in places if self.sightings[place].company.casefold() == company.casefold()]
            places = same or places
        if len(places) == 1:
            return places[0]
        return self._nameless_url(name, kind, file, company)

    def find_noted(self, slug: str | None, name: Name, file: int, line: int) -> int:
        """Return the place of whom a note is about: by profile, or by a name that only one person bears."""
        if slug is None and len(self._connections.get(name.key) or self._others.get(name.key) or ()) > 1:
            return self._keep(None, name, "note", file, line)
        before = len(self.sightings)
        place = self.find(slug, name, "note", file)
        if place == before:
            self.sightings[place] = self.sightings[place]._replace(line=line)
        return place

    def _nameless_url(self, name: Name, kind: str, file: int, company: str) -> int:
        # The company stays apart: another part of the delivery may bring the one of that name who works there.
        for place in self._others.get(name.key, ()):
            if self.sightings[place].slug is None and self.sightings[place].company == company:
                return place
        place = self._keep(None, name, kind, file)
        if company:
            self.sightings[place] = self.sightings[place]._replace(company=company)
        return place

    def _keep(self, slug: str | None, name: Name, kind: str, file: int, line: int = 0) -> int:
        place = len(self.sightings)
        self.sightings.append(
            Sighting(file, line, kind, slug, name.first, name.last, name.shown, name.key, name.credentials)
        )
        if slug:
            self._by_slug[slug] = place
        if name.key:
            self._others[name.key].append(place)
        return place


def merged(old: Contact, new: Contact) -> Contact:
    """Return two rows of one person as one: the later row wins, empty never overwrites filled."""
    name = new.name if new.name.shown else old.name
    if not (new.name.first and new.name.last) and old.name.first and old.name.last:
        name = old.name
    return new._replace(
        slug=new.slug or old.slug,
        name=name,
        emails=tuple(dict.fromkeys((*new.emails, *old.emails))),
        company=new.company or old.company,
        title=new.title or old.title,
        connected=new.connected if new.connected.strip() else old.connected,
    )


def person_key(contact: Contact) -> tuple[str, ...]:
    """Return what two rows of one person share: the URL, or the name and company where there is no URL."""
    if contact.slug:
        return ("url", contact.slug)
    if contact.name.key or contact.name.shown:
        return ("name", contact.name.key or name_of("", contact.name.shown).shown, contact.company.casefold())
    return ("mail", *contact.emails[:1])
