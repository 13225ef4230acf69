"""A dump taken into a workspace that holds people: who is who, then what is new of each; nothing is ever deleted.

The state that a card tells at its top counts as an export of the day of the dump: it fills gaps. Interactions that are
not known come with it. What the user said (events, labels, notes ...) is compared by content and added if it is new.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from netscout.model.dump import HEADER, LOG_TABLES, BadLine, Card
from netscout.model.export import Detail, Export, Interaction, Sighting, SourceFile
from netscout.model.ledger import FileAccount
from netscout.store import dump_owners, dump_words
from netscout.store.details import details
from netscout.store.ids import current_numbers, person_number
from netscout.store.imports import import_export
from netscout.store.owners import assign, fold, number_of, slug_of
from netscout.store.people import all_people

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from netscout.model.dump import ReadDump, Row
    from netscout.model.person import Details, Person
    from netscout.store.imports import Resolve
    from netscout.store.workspace import Workspace

KIND = "card"
_SAID = ("slug", "company", "title", "headline", "connected_on")


@dataclass(slots=True)
class Joined:
    """What became of a dump: the number of the person of each card (None: nobody), and its log line by line."""

    persons: list[int | None] = field(default_factory=list)
    taken: int = 0
    known: int = 0
    bad: list[BadLine] = field(default_factory=list)


def join(ws: Workspace, read: ReadDump, *, today: str, resolve: Resolve, same: bool) -> Joined:
    """Take the cards of a dump in, inside the transaction of the caller.

    `same` says that the ids of the cards are those of this workspace. Raises StoreError.
    """
    found = Joined()
    with ws.writing() as db:
        found.persons = [None] * len(read.dump.cards)
        for place in range(len(dump_owners.owners_in(read))):
            matching = _Matching(ws, db, read, place, same=same)
            for at, card in enumerate(read.dump.cards):
                if matching.concerns(card) and found.persons[at] is None:
                    found.persons[at] = matching.person(card)
            _add_export(ws, matching, found, today=today, resolve=resolve)
        _tell_strangers(read, found)
        dump_words.add(db, read, found.persons, today, found)
    return found


class _Matching:
    """Which person of the network of one owner a card means, and what it says of them that is not known."""

    def __init__(self, ws: Workspace, db: sqlite3.Connection, read: ReadDump, place: int, *, same: bool) -> None:
        self.read, self._same, self._db = read, same, db
        owners = dump_owners.owners_in(read)
        names = dump_owners.names_of(owners)
        self._id, self._first = names[place], place == 0
        self._others = {*names} - {self._id}
        self._owners = [(name, one.get("person")) for name, one in zip(names, owners, strict=True)]
        self.me = dump_owners.claim(read.dump, self._id)
        self._person = owners[place].get("person")
        self.owner = assign(db, 0, self.me)[0] if number_of(ws, None) else 0
        people = all_people(ws, self.owner)
        self._people = {person_number(one.id) or 0: one for one in people}
        self._books = details(ws, self.owner)
        self._now = current_numbers(db)
        self._held = {number for (number,) in db.execute("SELECT id FROM person")}
        self._holders = _holders(db) if same else {}
        self._by_key = _keys(db, people)
        self._told = _told(db, self.owner)
        self._sightings = _sightings(db, self.owner)

    def concerns(self, card: Card) -> bool:
        """Return whether a card is of this owner's network; one of no owner's is of the first that knows them."""
        of = {row.values.get("owner") for row in card.rows if row.table in ("sighting", "interaction")}
        if of & {self._id, *self._others}:
            return self._id in of
        holders = self._holding(card)
        return holders[0] == self.owner if holders else self._first

    def header(self, card: Card) -> Mapping[str, Any]:
        """Return what a card says of its person in this owner's network; its top is of the first who knows them."""
        return card.header if self._is_at_its_top(card) else dump_owners.header_in(card, self._id)

    def _is_at_its_top(self, card: Card) -> bool:
        """Return whether the top of a card is said in this owner's network; nobody is in their own."""
        of = {row.values.get("owner") for row in card.rows if row.table == "sighting"}
        tellers = [name for name, person in self._owners if name in of and person != card.id]
        if tellers:
            return tellers[0] == self._id
        holders = self._holding(card)
        return holders[0] == self.owner if holders else True

    def _holding(self, card: Card) -> Sequence[int]:
        """Return the owners here in whose networks the person of a card's id is, the first first."""
        number = person_number(card.id) or 0
        return self._holders.get(self._now.get(number, number), ())

    def of_this_owner(self, row: Row, card: Card) -> bool:
        """Return whether an interaction is one with this owner; one of no owner's is with whom the card's top is of."""
        owner = row.values.get("owner")
        return owner == self._id or (owner not in self._others and self._is_at_its_top(card))

    def person(self, card: Card) -> int | None:
        """Return the number of the person that a card surely means; None where the rules must tell."""
        if self._same and card.id:
            number = person_number(card.id) or 0
            number = self._now.get(number, number)
            if number in self._held:
                return number
        keys = [("slug", slug_of(card.header["slug"]))] if card.header.get("slug") else []
        keys += [("email", one.casefold()) for one in card.header.get("emails", ())]
        for key in keys:
            if len(held := self._by_key.get(key, ())) == 1:
                return next(iter(held))
        if card.id == self._person and self.owner and not card.header:
            row = self._db.execute("SELECT person FROM owner WHERE id = ?", (self.owner,)).fetchone()
            return None if row is None else int(row[0])
        return None

    def digest(self) -> str:
        """Return what this part of the dump is known by when it is loaded again; every owner's part is one file."""
        return (
            self.read.sha256 if self._first else hashlib.sha256(f"{self.read.sha256} {self._id}".encode()).hexdigest()
        )

    def says_more(self, card: Card, number: int | None) -> bool:
        """Return whether a card says anything of its person that is not known in the network of this owner."""
        held, said = self._people.get(number or 0), self.header(card)
        if not self._is_at_its_top(card) and self._knows_all(card, number):
            return False
        if held is None:
            return bool(said)
        same = all(said.get(name) in (None, "", getattr(held, name)) for name in _SAID)
        named = said.get("name") in (None, "", held.display_name)
        mails = set(said.get("emails", ())) <= set(held.emails)
        return not (same and named and mails and _book_holds(self._books.get(held.id), said))

    def _knows_all(self, card: Card, number: int | None) -> bool:
        """Return whether what the files of this owner said of a person was told by files loaded here."""
        rows = dump_owners.sightings(card, self._id)
        return all((number, *_words(row.values)) in self._sightings for row in rows)

    def unknown(self, card: Card, number: int | None, found: Joined) -> list[Row]:
        """Return the interactions of a card that are not known of its person, and count those that are.

        The n-th of several equal ones in one export is the n-th in another, as in `repeats`.
        """
        told = Counter(self._told.get(number or 0, {}))
        exports = {row.values.get("n"): row.values["export"] for row in card.rows if row.table == "sighting"}
        here: Counter[tuple[Any, ...]] = Counter()
        new = []
        for row in card.rows:
            if row.table == "interaction" and self.of_this_owner(row, card):
                key = _key(row.values)
                place = (exports.get(row.values["sighting"]), *key)
                here[place] += 1
                if here[place] <= told[key]:
                    found.known += 1
                else:
                    told[key] = here[place]
                    new.append(row)
        return new


def _add_export(ws: Workspace, matching: _Matching, found: Joined, *, today: str, resolve: Resolve) -> None:
    """Store what cards say anew as an export of the day of the dump, and fill in who the cards turn out to mean."""
    read = matching.read
    sightings: list[Sighting] = []
    contacts: list[Interaction] = []
    books: list[Detail] = []
    for at, (card, number) in enumerate(zip(read.dump.cards, found.persons, strict=True)):
        if not matching.concerns(card):
            continue
        new = matching.unknown(card, number, found)
        said = matching.header(card)
        if not said or not (new or matching.says_more(card, number)):
            found.bad += [BadLine(card.file, row.line, "nobody is known by this card", log=True) for row in new]
            continue
        place = len(sightings)
        sightings.append(_sighting(said, at + 1))
        contacts += [_interaction(place, row) for row in new]
        found.taken += len(new)
        books += _book(said, place)
    if not sightings:
        return
    account = FileAccount(read.name, "cards", read.files, {"taken": read.files - len(read.unreadable)})
    account.counts["unreadable"] = len(read.unreadable)
    export = Export(
        (SourceFile(read.name, read.kind, matching.digest(), (account,)),),
        ((0, read.name),),
        read.dump.day or None,
        matching.me,
        tuple(sightings),
        tuple(contacts),
        details=tuple(books),
    )
    result = import_export(ws, export, today=today, resolve=resolve)
    if result.already_loaded_on is not None:
        found.taken -= len(contacts)
        found.known += len(contacts)
    told = dict(
        ws.db.execute("SELECT line, person FROM sighting WHERE export = ? ORDER BY id", (result.sequence,)).fetchall()
    )
    now = current_numbers(ws.db)
    for at, known in enumerate(found.persons):
        number = told.get(at + 1) if known is None else known
        found.persons[at] = None if number is None else now.get(number, number)


def _tell_strangers(read: ReadDump, found: Joined) -> None:
    """Count the log lines of cards that turned out to mean nobody; their interactions were counted before."""
    for card, number in zip(read.dump.cards, found.persons, strict=True):
        for row in card.rows if number is None else ():
            if row.table != "interaction":
                found.bad.append(BadLine(card.file, row.line, "nobody is known by this card", row.table in LOG_TABLES))


def _holders(db: sqlite3.Connection) -> dict[int, list[int]]:
    """Return for each person the owners in whose networks they are, the first first."""
    found: dict[int, list[int]] = {}
    for owner, person in db.execute("SELECT owner, person FROM profile ORDER BY owner"):
        found.setdefault(person, []).append(owner)
    return found


def _sightings(db: sqlite3.Connection, owner: int) -> set[tuple[Any, ...]]:
    """Return what the files of an owner told of people: the number of each and the words of `_words`."""
    rows = db.execute(
        "SELECT person, display_name, COALESCE(slug, ''), company, title, headline, COALESCE(connected_on, ''), emails "
        "FROM sighting WHERE owner = ?",
        (owner,),
    )
    return {(*row, tuple(json.loads(emails))) for *row, emails in rows}


def _words(values: Mapping[str, Any]) -> tuple[Any, ...]:
    texts = (values.get(name) or "" for name in ("display_name", *_SAID))
    return (*texts, tuple(values.get("emails", ())))


def _keys(db: sqlite3.Connection, people: Sequence[Person]) -> dict[tuple[str, str], set[int]]:
    """Return the people by each profile and address they are known by."""
    found: dict[tuple[str, str], set[int]] = {}
    listed = {person_number(one.id) for one in people}
    for kind, key, person in db.execute("SELECT kind, key, person FROM identity WHERE kind IN ('slug', 'email')"):
        if person in listed:
            found.setdefault((kind, key), set()).add(person)
    return found


def _told(db: sqlite3.Connection, owner: int) -> dict[int, Counter[tuple[Any, ...]]]:
    """Return for each person the contacts that are known, each with how often."""
    found: dict[int, Counter[tuple[Any, ...]]] = {}
    for person, *rest in db.execute(
        "SELECT person, interaction.kind, direction, COALESCE(at, day), detail FROM interaction "
        "JOIN sighting ON sighting.id = interaction.sighting WHERE interaction.owner = ? AND repeated = 0",
        (owner,),
    ):
        kind, direction, moment, detail = rest
        found.setdefault(person, Counter())[kind, direction, moment, detail if kind == "endorsement" else ""] += 1
    return found


def _key(values: Mapping[str, Any]) -> tuple[Any, ...]:
    kind = values.get("kind", "")
    at = values.get("at")
    moment = at if at is not None else values.get("day")
    return kind, values.get("direction", ""), moment, values.get("detail", "") if kind == "endorsement" else ""


def _sighting(said: Mapping[str, Any], line: int) -> Sighting:
    texts = {name: str(said.get(name, "")) for name, kind in HEADER if kind == "text"}
    first, _, last = texts["name"].rpartition(" ")
    if not (texts["first_name"] or texts["last_name"]):
        texts["first_name"], texts["last_name"] = (first, last) if first else (last, "")
    return Sighting(
        0,
        line,
        KIND,
        slug_of(said["slug"]) if said.get("slug") else None,
        texts["first_name"],
        texts["last_name"],
        texts["name"],
        str(said.get("name_key") or fold(texts["name"])),
        tuple(said.get("credentials", ())),
        tuple(one.casefold() for one in said.get("emails", ())),
        texts["company"],
        texts["title"],
        texts["headline"],
        said.get("connected_on"),
        texts["middle_name"],
    )


def _interaction(place: int, row: Row) -> Interaction:
    said = row.values
    return Interaction(
        place,
        0,
        said.get("kind", ""),
        said.get("direction", "none"),
        said.get("at"),
        said.get("day"),
        said.get("recipients", 1),
        said.get("conversation", ""),
        said.get("length", 0),
        said.get("detail", ""),
    )


def _book(said: Mapping[str, Any], place: int) -> Iterable[Detail]:
    if said.keys() & {"birthday", "phones", "labels", "class_year", "mentor"}:
        mentor = None if said.get("mentor") is None else bool(said["mentor"])
        lists = (tuple(said.get("phones", ())), tuple(said.get("labels", ())))
        yield Detail(place, said.get("birthday"), *lists, said.get("class_year"), mentor)


def _book_holds(held: Details | None, said: Mapping[str, Any]) -> bool:
    """Return whether what address books say covers what the top of a card says."""
    lists = all(set(said.get(name, ())) <= set(getattr(held, name, ())) for name in ("phones", "labels"))
    return lists and all(
        said.get(name) in (None, "", getattr(held, name, None)) for name in ("birthday", "class_year", "mentor")
    )
