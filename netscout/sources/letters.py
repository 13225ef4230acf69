"""Messages become contacts: each row falls into one bucket, only direct and group ones make ties (formats.md 9.1)."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netscout.model.export import Interaction
from netscout.sources.dates import DateColumn
from netscout.sources.parties import ABSENT, ANONYMOUS, ME, Circle, Mail

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netscout.sources.book import Book
    from netscout.sources.reading import Sheet
    from netscout.sources.records import Letter

MOST_PRESENT = 8
_BUCKETS = {"draft": "drafts", "spam": "spam", "sponsored": "sponsored"}
_make = tuple.__new__
_EPOCH = date(1970, 1, 1).toordinal()


class Clock:
    """Times of messages: `YYYY-MM-DD HH:MM:SS UTC` by slicing, any other form by the date parser."""

    def __init__(self, cells: Iterable[str], today: date, order: str) -> None:
        """Look over the raw cells of the column."""
        self.column = DateColumn((cell for cell in cells if not cell[:4].isdigit()), today, order)
        self._midnights: dict[str, int | None] = {}

    def read(self, cell: str) -> tuple[int | None, str | None]:
        """Return the UTC second and the day of a cell, (None, None) if it has no usable date."""
        if len(cell) == 23 and cell[10] == " " and cell[13] == ":" == cell[16] and cell[19:] == " UTC":
            day, hour, minute, second = cell[:10], cell[11:13], cell[14:16], cell[17:19]
            if (hour + minute + second).isdecimal() and hour < "24" and minute < "60" and second < "60":
                midnight = self._midnight(day)
                if midnight is not None:
                    return midnight + int(hour) * 3600 + int(minute) * 60 + int(second), day
        stamp = self.column.read(cell)
        at = stamp.second() if stamp else None
        return (None, None) if at is None else (at, date.fromordinal(_EPOCH + at // 86_400).isoformat())

    def _midnight(self, day: str) -> int | None:
        try:
            return self._midnights[day]
        except KeyError:
            stamp = self.column.read(day) if day.isascii() and day[4] == "-" == day[7] else None
            midnight = self._midnights[day] = stamp.second() if stamp else None
            return midnight


class _Route(NamedTuple):
    """Where rows go: bucket, sightings of the partners, direction, size, conversation and who takes part in it."""

    bucket: str
    partners: tuple[int, ...] = ()
    direction: str = ""
    size: int = 1
    conversation: str = ""
    present: frozenset[int] = frozenset()


class Letters:
    """The messages of one sheet, with everybody in them numbered by the circle."""

    def __init__(self, sheet: Sheet, file: int, mail: Mail, circle: Circle, *, owner_known: bool) -> None:
        """Take a messages sheet and the parties of it."""
        self.counts: Counter[str] = Counter()
        self.bad_dates: list[int] = []
        self.newest = ""
        self.undated = 0
        self._sheet, self._file, self._circle, self._owner_known = sheet, file, circle, owner_known
        self._letters: list[Letter] = sheet.records  # type: ignore[assignment]  # a messages sheet holds letters
        self._senders = [circle.number(party) for party in mail.senders]
        self._to = [tuple(dict.fromkeys(circle.number(party) for party in one)) for one in mail.recipients]
        self._with_ids = "thread" in sheet.header.places
        self._ids = {number: thread for thread, number in sheet.desk.threads.items()}
        self._members = self._find_members()

    def _thread(self, thread: int, sender: int, recipients: int) -> int | frozenset[int]:
        """Return what tells conversations apart: the id, or the participants where the file has no ids."""
        if self._with_ids and (self._ids[thread] or len(self._ids) == 1):
            return thread
        return frozenset({self._senders[sender], *self._to[recipients]} - {ME, ABSENT})

    def _find_members(self) -> dict[object, set[int]]:
        members: defaultdict[object, set[int]] = defaultdict(set)
        everything = {(one[0], one[1], one[2], one[6]) for one in self._letters if one[5] in ("", "draft")}
        for thread, sender, recipients, side in sorted(everything):
            present = {*self._to[recipients]} if side != "in" else set()
            if side != "out":
                present.add(self._senders[sender])
            members[self._thread(thread, sender, recipients)] |= present - {ME, ABSENT}
        return dict(members)

    def conversations(self) -> int:
        """Return how many conversations there are, whatever became of their rows."""
        return len({self._thread(one[0], one[1], one[2]) for one in self._letters})

    def groups(self) -> int:
        """Return how many conversations hold two or more persons besides the owner."""
        return sum(1 for present in self._members.values() if len(present) > 1) if self._owner_known else 0

    def interactions(self, book: Book, clock: Clock) -> list[Interaction]:
        """Return the contacts of all rows in file order, then the co-presences of small groups."""
        found: list[Interaction] = []
        newest: dict[str, tuple[int | None, str | None, _Route]] = {}
        routes: dict[tuple[int, int, int, str, str], _Route] = {}
        counts, read, keep, file = self.counts, clock.read, found.append, self._file
        for place, (thread, sender, recipients, cell, length, mark, side, inmail) in enumerate(self._letters):
            at, day = read(cell)
            if at is None:
                self._note_undated(place, cell)
            way = (thread, sender, recipients, mark, side)
            route = routes.get(way)
            if route is None:
                route = routes[way] = self._route(way, book)
            counts[route.bucket] += 1
            if not route.partners:
                continue
            detail = "inmail" if inmail else ""
            for partner in route.partners:
                values = (
                    partner, file, "message", route.direction, at, day, route.size, route.conversation, length, detail
                )  # fmt: skip
                keep(_make(Interaction, values))
            if route.bucket == "group":
                before = newest.get(route.conversation)
                if before is None or (at is not None and (before[0] is None or at > before[0])):
                    newest[route.conversation] = (at, day, route)
        self.newest = max((one.day for one in found if one.day), default="")
        found.extend(self._presence(newest, book))
        return found

    def _note_undated(self, place: int, cell: str) -> None:
        self.undated += 1
        if cell.strip():
            self.bad_dates.append(self._sheet.lines[place])

    def _route(self, way: tuple[int, int, int, str, str], book: Book) -> _Route:
        """Return the bucket of rows that agree in conversation, sender, recipients, mark and side."""
        thread, sender, recipients, mark, side = way
        who, others = self._senders[sender], self._to[recipients]
        if mark:
            return _Route(_BUCKETS[mark])
        if who == ANONYMOUS or others == (ANONYMOUS,):
            return _Route("anonymous")
        key = self._thread(thread, sender, recipients)
        present = self._members.get(key, set())
        direction = side or ("out" if who == ME else "in")
        if direction == "in":
            partners = [who]
        else:
            partners = [one for one in others if one != ME] or sorted(present)
        partners = [one for one in partners if one >= 0]
        if not partners or not (side or self._owner_known):
            return _Route("unattributed")
        group = len(present) > 1
        size = max(len([one for one in others if one != ABSENT]), 1 if others else len(present)) if group else 1
        places = tuple(self._sighting(one, book) for one in partners)
        return _Route("group" if group else "direct", places, direction, size, self._name(key), frozenset(present))

    def _name(self, key: int | frozenset[int]) -> str:
        if isinstance(key, int):
            return self._ids[key]
        people = self._circle.people
        names = sorted(people[one].slug or people[one].name.key for one in key if one >= 0)
        return "with-" + hashlib.sha256("\n".join(names).encode()).hexdigest()[:16]

    def _sighting(self, number: int, book: Book) -> int:
        party = self._circle.people[number]
        return book.find(party.slug, party.name, "message", self._file)

    def _presence(self, newest: dict[str, tuple[int | None, str | None, _Route]], book: Book) -> Iterator[Interaction]:
        for conversation, (at, day, route) in newest.items():
            if len(route.present) + 1 > MOST_PRESENT:
                continue
            for number in sorted(one for one in route.present if one >= 0):
                yield Interaction(
                    self._sighting(number, book), self._file, "message", "co", at, day, len(route.present), conversation
                )
