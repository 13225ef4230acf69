"""Invitations, endorsements and recommendations become contacts with the people of the book."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netscout.model.export import Interaction
from netscout.sources.book import NOBODY
from netscout.sources.names import full_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.sources.book import Book
    from netscout.sources.dates import Stamp
    from netscout.sources.names import Name
    from netscout.sources.records import Endorsement, Invite, Recommendation


@dataclass(slots=True)
class Taken:
    """What a sheet gave: the contacts, the words of its account and the totals of the load."""

    interactions: list[Interaction] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    totals: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes contacts of one file: `read` gives the date of a cell, the owner is known by slugs and name key."""

    book: Book
    file: int
    read: Callable[[str], Stamp | None]
    slugs: frozenset[str]
    owner_key: str

    def _is_owner(self, slug: str | None, name: Name) -> bool:
        return slug in self.slugs if slug else bool(name.key) and name.key == self.owner_key

    def invitations(self, rows: list[Invite]) -> Taken:
        """Return the invitations; the partner is To when the owner asked, From when the owner was asked."""
        taken = Taken()
        taken.totals.update(invitations=0, outgoing=0, incoming=0, undirected=0, with_note=0)
        for row in rows:
            word = {"out": "outgoing", "in": "incoming"}.get(row.direction, "undirected")
            taken.totals.update((word, "invitations", *(("with_note",) if row.note else ())))
            partner = self._invited(row)
            if partner is None:
                taken.counts["skipped"] += 1
                continue
            taken.counts["taken"] += 1
            sighting, direction = partner
            stamp = self.read(row.date)
            taken.interactions.append(
                self._contact(sighting, "invitation", direction, stamp, "note" if row.note else "")
            )
        return taken

    def _invited(self, row: Invite) -> tuple[int, str] | None:
        inviter, invitee = full_name(row.inviter), full_name(row.invitee)
        direction = row.direction
        if direction == "none":
            by_me, to_me = self._is_owner(row.inviter_slug, inviter), self._is_owner(row.invitee_slug, invitee)
            if by_me == to_me:
                return None
            direction = "out" if by_me else "in"
        slug, name = (row.invitee_slug, invitee) if direction == "out" else (row.inviter_slug, inviter)
        if not (slug or name.shown) or self._is_owner(slug, name) or (slug is None and name.key == "linkedin member"):
            return None
        return self.book.find(slug, name, "invitation", self.file), direction

    def endorsements(self, rows: list[Endorsement]) -> Taken:
        """Return the accepted endorsements, each with its skill."""
        taken = Taken()
        endorsers: set[int] = set()
        for row in rows:
            if not row.accepted or self._is_owner(row.slug, row.name):
                taken.counts["skipped"] += 1
                continue
            taken.counts["taken"] += 1
            sighting = self.book.find(row.slug, row.name or NOBODY, "endorsement", self.file)
            taken.interactions.append(
                self._contact(sighting, "endorsement", row.direction, self.read(row.date), row.skill, exact=True)
            )
            if row.direction == "in":
                endorsers.add(sighting)
        if any(row.direction == "in" for row in rows):
            taken.totals["endorsers"] = len(endorsers)
        return taken

    def recommendations(self, rows: list[Recommendation]) -> Taken:
        """Return the visible recommendations; they have no URL, so a company tells namesakes apart."""
        taken = Taken()
        taken.totals["visible"] = 0
        for row in rows:
            if not row.visible or self._is_owner(None, row.name):
                taken.counts["skipped"] += 1
                continue
            taken.counts["taken"] += 1
            taken.totals["visible"] += 1
            sighting = self.book.find(None, row.name, "recommendation", self.file, row.company)
            taken.interactions.append(
                self._contact(sighting, "recommendation", row.direction, self.read(row.date), "VISIBLE")
            )
        return taken

    def _contact(
        self, sighting: int, kind: str, direction: str, stamp: Stamp | None, detail: str, *, exact: bool = False
    ) -> Interaction:
        if stamp is None or not stamp.day:
            return Interaction(sighting, self.file, kind, direction, None, None, detail=detail)
        at = stamp.second() if exact else stamp._replace(clock=None, offset=None).second()
        day = stamp.minute() if kind == "invitation" else stamp.iso()
        return Interaction(sighting, self.file, kind, direction, at, day, detail=detail)
