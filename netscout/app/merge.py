"""Who is who, said by the user: possible duplicates, merge, split, and the eras of a person with the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from netscout.app.session import Session
from netscout.model.identity import Apart, Era
from netscout.model.person import Person, role_at

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace

_REASONS = {
    "slug": "same profile address",
    "email": "same e-mail address",
    "namesake": "the only person of that name in that export",
    "company": "same name and company in that export",
    "equal": "same name and company, no profile address",
    "named": "the name and company you were told",
    "day": "same name and day of connection",
    "owner": "the member's own rows",
    "side": "you set these rows apart together",
    "merge": "you merged them",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries of one name: what speaks for one person, what against, and what to type."""

    kept: Person
    other: Person
    speaks_for: tuple[str, ...]
    against: tuple[str, ...]

    @property
    def command(self) -> str:
        """Return the command that makes them one."""
        return f"netscout merge {self.kept.id} {self.other.id}"

    def as_json(self) -> dict[str, Any]:
        """Return the pair as `merge --json` shows it."""
        people = {"kept": self.kept, "other": self.other}
        return {
            **{
                word: {"id": one.id, "name": one.display_name, "title": one.title, "company": one.company}
                for word, one in people.items()
            },
            "for": list(self.speaks_for),
            "against": list(self.against),
            "command": self.command,
        }


def possible_duplicates(session: Session) -> list[Pair]:
    """Return the pairs of people who share a name and were not joined, the likeliest to be one person first."""
    from netscout.store.people import all_people
    from netscout.store.people import possible_duplicates as stored

    with session.open() as workspace:
        people = {one.id: one for one in all_people(workspace)}
        facts = _Facts.of(workspace)
        pairs = {
            pair: None
            for group in stored(workspace)
            for pair in combinations([one for one in group if one in people], 2)
        }
    found = [_pair(people[one], people[other], facts) for one, other in pairs]
    found.sort(
        key=lambda one: (3 * len(one.against) - len(one.speaks_for), len(one.kept.id), one.kept.id, one.other.id)
    )
    return found


def weigh(session: Session, first: str, second: str) -> Pair:
    """Return what speaks for and against two people being one; the first is the one who would stay.

    Raises:
        RefusedError: they are one person already.
        UnknownPersonError, AmbiguousPersonError: see `find`.
    """
    from netscout.errors import RefusedError
    from netscout.store.people import find_person

    with session.open() as workspace:
        one, other = find_person(workspace, first), find_person(workspace, second)
        if one.id == other.id:
            raise RefusedError("these two are one person already.", f"See `netscout show {one.id}`.")
        speaks_for, against = _arguments(one, other, _Facts.of(workspace))
    return Pair(one, other, speaks_for, against)


def merge(session: Session, pair: Pair) -> Person:
    """Make the two one person and return that person."""
    from netscout.matching.identity import resolve
    from netscout.store import merges
    from netscout.store.people import person_of

    with session.open() as workspace:
        merges.merge(workspace, pair.kept.id, pair.other.id, on=session.today.isoformat(), resolve=resolve)
        return person_of(workspace, pair.kept.id)


def split(session: Session, text: str, numbers: tuple[int, ...] = ()) -> tuple[Person, Apart]:
    """Take the merges of a person back, or with numbers set these rows apart; return the person and what became.

    Raises:
        RefusedError: see `store.merges.split_off`.
        UnknownPersonError, AmbiguousPersonError: see `find`.
    """
    from netscout.matching.identity import resolve
    from netscout.store import merges
    from netscout.store.people import find_person, person_of

    day = session.today.isoformat()
    with session.open() as workspace:
        person = find_person(workspace, text)
        if numbers:
            done = merges.split_off(workspace, person.id, numbers, on=day, resolve=resolve)
        else:
            done = merges.unmerge(workspace, person.id, on=day, resolve=resolve)
        return person_of(workspace, done.person), done


def people_of(session: Session, ids: tuple[str, ...]) -> list[Person]:
    """Return the people of these ids, in order."""
    from netscout.store.people import person_of

    with session.open() as workspace:
        return [person_of(workspace, one) for one in ids]


def eras(session: Session, person: str) -> list[Era]:
    """Return what each export says of a person, oldest first, with the rule that makes it the same person."""
    from netscout.matching.identity import joints
    from netscout.store.eras import eras_of

    with session.open() as workspace:
        return eras_of(workspace, person, joints)


def era_json(one: Era) -> dict[str, Any]:
    """Return an era as JSON, with the reason in words."""
    return {**asdict(one), "reason": reason(one)}


def era_line(one: Era) -> str:
    """Return an era in one line: day, what the export says, where it says so."""
    role = role_at(one.title or one.headline, one.company)
    said = ", ".join(part for part in (one.name or "(no name)", role) if part)
    where = ", ".join(one.files)
    return f"{one.export_date or 'unknown day'}: {said}{f' ({where})' if where else ''}"


def reason(one: Era) -> str:
    """Return in words why an era belongs to its person, "" for the first."""
    words = _REASONS.get(one.rule, "")
    if one.rule == "day" and one.connected_on:
        words = f"{words} ({one.connected_on})"
    if one.rule not in ("day", "email", "slug", "equal") or not one.joined_export:
        return words
    return f"{words} as in the export of {one.joined_export}"


@dataclass(frozen=True, slots=True)
class _Facts:
    """What tells namesakes apart: in which exports each is listed, their conversations, what the user split."""

    listed: Mapping[str, frozenset[int]]
    threads: Mapping[str, frozenset[str]]
    parted: Mapping[frozenset[str], str]

    @classmethod
    def of(cls, workspace: Workspace) -> _Facts:
        """Read them."""
        from netscout.store.interactions import conversation_members
        from netscout.store.merges import listed_in, parted_on

        threads: dict[str, set[str]] = {}
        for conversation, members in conversation_members(workspace).items():
            for one in members:
                threads.setdefault(one, set()).add(conversation)
        frozen = {person: frozenset(held) for person, held in threads.items()}
        return cls(listed_in(workspace), frozen, parted_on(workspace))


def _pair(one: Person, other: Person, facts: _Facts) -> Pair:
    """Return a pair; who stays is the one with a profile address, else the one known for longer."""
    kept, given_up = (other, one) if other.slug and not one.slug else (one, other)
    return Pair(kept, given_up, *_arguments(kept, given_up, facts))


def _arguments(one: Person, other: Person, facts: _Facts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what speaks for and what against these two being one person."""
    for_, against = [], []
    here, there = (facts.listed.get(person.id, frozenset()) for person in (one, other))
    same = one.company.casefold() == other.company.casefold()
    if one.company and same:
        for_.append(f"both at {one.company}")
    if one.title and one.title.casefold() == other.title.casefold():
        for_.append(f"both with the title {one.title}")
    if one.connected_on and one.connected_on == other.connected_on:
        for_.append(f"both connected to you on {one.connected_on}")
    if here and there and not here & there:
        for_.append("no export lists both")
    if not (one.slug and other.slug):
        for_.append("one of them is known without a profile address")
    if here & there:
        against.append("one export lists both side by side")
    if facts.threads.get(one.id, frozenset()) & facts.threads.get(other.id, frozenset()):
        against.append("both take part in one conversation")
    if one.company and other.company and not same:
        against.append(f"one is at {one.company}, the other at {other.company}")
    day = facts.parted.get(frozenset((one.id, other.id)))
    if day:
        against.append(f"you took them apart on {day}")
    return tuple(for_), tuple(against)
