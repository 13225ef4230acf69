"""Messages become contacts: each row falls into one bucket, only direct and group ones make ties."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from netscout.model.export import Interaction
from netscout.sources.dates import DateColumn
from netscout.sources.parties import ABSENT, ANONYMOUS, ME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from netscout.sources.book import Book
    from netscout.sources.parties import Circle, Route
    from netscout.sources.records import Letter
    from netscout.sources.sheet import Sheet

MOST_PRESENT = 8  # persons of a conversation, the owner among them
_BUCKETS = {"draft": "drafts", "spam": "spam", "sponsored": "sponsored"}
_UNNAMED = "\n"  # begins what a conversation without an id is known by in here; no id of a file holds it
_make = tuple.__new__
_MINUTES = {f" {hour:02d}:{minute:02d}": (hour * 60 + minute) * 60 for hour in range(24) for minute in range(60)}
_SECONDS = {f":{second:02d} UTC": second for second in range(60)}
_EPOCH = date(1970, 1, 1).toordinal()


class _Track(NamedTuple):
    """What becomes of rows: bucket, sightings of the partners, direction, size, conversation, who takes part."""

    bucket: str
    partners: tuple[int, ...] = ()
    direction: str = ""
    size: int = 1
    conversation: str = ""
    present: frozenset[int] = frozenset()


class Clock:
    """Times of messages: `YYYY-MM-DD HH:MM:SS UTC` from parts met before, any other form by the date parser."""

    def __init__(self, cells: Iterable[str], today: date, order: str) -> None:
        """Look over the raw cells of the column."""
        self.column = DateColumn((cell for cell in cells if not cell[:4].isdigit()), today, order)
        self.midnights: dict[str, tuple[int, str]] = {}
        self._latest = (today + timedelta(days=2)).isoformat()

    def read(self, cell: str) -> tuple[int | None, str | None]:
        """Return the UTC second and the day of a cell, (None, None) if it has no usable date.

        The day of an ordinary cell is kept, so that the next one is a sum of three look-ups.
        """
        day = cell[:10]
        if cell[10:16] in _MINUTES and cell[16:] in _SECONDS and self._learn(day):
            midnight, day = self.midnights[day]
            return midnight + _MINUTES[cell[10:16]] + _SECONDS[cell[16:]], day
        stamp = self.column.read(cell)
        at = stamp.second() if stamp else None
        return (None, None) if at is None else (at, date.fromordinal(_EPOCH + at // 86_400).isoformat())

    def _learn(self, day: str) -> bool:
        """Keep the midnight of an ordinary day; return False where the date parser must look."""
        if not (day.isascii() and day[4] == day[7] == "-" and (day[:4] + day[5:7] + day[8:]).isdigit()):
            return False
        if not "1900" <= day <= self._latest:
            return False
        try:
            self.midnights[day] = (date.fromisoformat(day).toordinal() - _EPOCH) * 86_400, day
        except ValueError:
            return False
        return True


class Letters:
    """The messages of one sheet, with everybody in them numbered by the circle."""

    def __init__(self, sheet: Sheet, file: int, routes: list[Route], circle: Circle, *, owner_known: bool) -> None:
        """Take a messages sheet and its ways."""
        self.counts: Counter[str] = Counter()
        self._undatable: list[int] = []
        self.newest = ""
        self.undated = 0
        self._sheet, self._file, self._circle, self._owner_known = sheet, file, circle, owner_known
        self._letters: list[Letter] = sheet.records  # type: ignore[assignment]  # a messages sheet holds letters
        self._routes = routes
        number = circle.number
        self._senders = [number(route.sender) for route in routes]
        self._to = [tuple(dict.fromkeys(number(party) for party in route.recipients)) for route in routes]
        self._threads = [self._name(place) for place in range(len(routes))]
        self._members = self._find_members()

    def _name(self, place: int) -> str:
        """Return the conversation of a way: its id, or a key of the participants where the file has no ids."""
        thread = self._routes[place].thread
        if thread:
            return thread
        people = self._circle.people
        present = {self._senders[place], *self._to[place]} - {ME, ABSENT}
        names = sorted(people[one].slug or people[one].name.key for one in present if one >= 0)
        return "\n".join((_UNNAMED, *names))

    def _unnamed(self, clock: Clock) -> dict[str, str]:
        """Return what conversations without an id are called outside: by their first message, never by who is in them.

        A later export that tells the same history gives the same words. Those that begin alike are numbered.
        """
        first: dict[str, tuple[bool, int, int]] = {}
        for way, cell, length, _ in self._letters if any(not route.thread for route in self._routes) else ():
            thread = self._threads[way]
            if thread.startswith(_UNNAMED):
                at, _ = clock.read(cell)
                said = (at is None, at or 0, length)
                first[thread] = min(first.get(thread, said), said)
        nth: Counter[str] = Counter()
        found = {}
        for thread in sorted(first):
            undated, at, length = first[thread]
            word = f"from-{'undated' if undated else at}-{length}"
            nth[word] += 1
            found[thread] = word if nth[word] == 1 else f"{word}-{nth[word]}"
        return found

    def _find_members(self) -> dict[str, set[int]]:
        members: defaultdict[str, set[int]] = defaultdict(set)
        for place, route in enumerate(self._routes):
            if route.mark in ("", "draft"):
                present = set(self._to[place]) if route.side != "in" else set()
                if route.side != "out":
                    present.add(self._senders[place])
                members[self._threads[place]] |= present - {ME, ABSENT}
        return dict(members)

    def conversations(self) -> int:
        """Return how many conversations there are, whatever became of their rows."""
        return len(set(self._threads))

    def groups(self) -> int:
        """Return how many conversations hold two or more persons besides the owner."""
        return sum(1 for present in self._members.values() if len(present) > 1) if self._owner_known else 0

    def interactions(self, book: Book, clock: Clock) -> list[Interaction]:
        """Return the contacts of all rows in file order, then the co-presences of small groups."""
        found: list[Interaction] = []
        keep, file, midnights, minutes, seconds = found.append, self._file, clock.midnights, _MINUTES, _SECONDS
        newest: dict[str, tuple[int | None, str | None, frozenset[int]]] = {}
        outside = self._unnamed(clock)
        tracks = [self._track(place, book, outside) for place in range(len(self._routes))]
        used = Counter(letter[0] for letter in self._letters)
        for place, number in used.items():
            self.counts[tracks[place].bucket] += number
        for place, (way, cell, length, inmail) in enumerate(self._letters):
            at: int | None
            day: str | None
            try:
                midnight, day = midnights[cell[:10]]  # the same text for all rows of a day
                at = midnight + minutes[cell[10:16]] + seconds[cell[16:]]
            except KeyError:
                at, day = clock.read(cell)
                if at is None:
                    self._note_undated(place, cell)
            bucket, partners, direction, size, conversation, present = tracks[way]
            for partner in partners:
                detail = "inmail" if inmail else ""
                values = (partner, file, "message", direction, at, day, size, conversation, length, detail)
                keep(_make(Interaction, values))
            if bucket == "group":
                before = newest.get(conversation)
                if before is None or (at is not None and (before[0] is None or at > before[0])):
                    newest[conversation] = (at, day, present)
        self.newest = max(filter(None, {one[5] for one in found}), default="")
        found.extend(self._presence(newest, book))
        return found

    def bad_dates(self) -> list[int]:
        """Return the lines of the dates that could not be read."""
        return self._sheet.lines_of(self._undatable)

    def _note_undated(self, place: int, cell: str) -> None:
        self.undated += 1
        if cell.strip():
            self._undatable.append(place)

    def _track(self, place: int, book: Book, outside: Mapping[str, str]) -> _Track:
        """Return what becomes of the rows of one way; `outside` holds the words for conversations without an id."""
        route, who, others = self._routes[place], self._senders[place], self._to[place]
        if route.mark:
            return _Track(_BUCKETS[route.mark])
        if who == ANONYMOUS or others == (ANONYMOUS,):
            return _Track("anonymous")
        present = self._members[self._threads[place]]
        direction = route.side or ("out" if who == ME else "in")
        partners = [who] if direction == "in" else [one for one in others if one != ME] or sorted(present)
        partners = [one for one in partners if one >= 0]
        if not partners or not (route.side or self._owner_known):
            return _Track("unattributed")
        bucket, size = "direct", 1
        if len(present) > 1:
            listed = len([one for one in others if one != ABSENT])
            bucket, size = "group", listed or len(present)
        places = tuple(self._sighting(one, book) for one in partners)
        thread = self._threads[place]
        return _Track(bucket, places, direction, size, outside.get(thread, thread), frozenset(present))

    def _sighting(self, number: int, book: Book) -> int:
        party = self._circle.people[number]
        return book.find(party.slug, party.name, "message", self._file)

    def _presence(
        self, newest: dict[str, tuple[int | None, str | None, frozenset[int]]], book: Book
    ) -> Iterator[Interaction]:
        for conversation, (at, day, present) in newest.items():
            if len(present) < MOST_PRESENT:
                for number in sorted(one for one in present if one >= 0):
                    place = self._sighting(number, book)
                    yield Interaction(place, self._file, "message", "co", at, day, len(present), conversation)
