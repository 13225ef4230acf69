"""Who is who: sightings joined to persons by profile address and e-mail address, whatever the order they came in.

Every rule looks at the rows alone, never at what another rule joined, so that the groups are those of one set of
joins and no order of loads can change them.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from netscout.model.identity import IdentityRow, Joint

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

__all__ = ["IdentityRow", "joints", "possible_duplicates", "resolve"]

_LISTED = frozenset(("connection", "contact", "card"))
_NAMED = "referral"


def resolve(rows: Sequence[IdentityRow]) -> list[int]:
    """Return the group number of each row; rows of one number are one person, numbers count up in row order.

    Joined are: the same slug; the same e-mail address (never the owner's own); the claims of one owner; a row without
    slug and the one person of its name in the same export; rows of one owner without slug that are equal in name and
    company; across the exports of one owner the same name with the same day of connection; and somebody whom a contact
    named, without a slug, and the one who is listed under that name at that company. Two slugs that one export lists
    side by side are two persons, and a name alone joins nobody. Rows of two sides are never one person,
    whatever the rules say; those of one side that is not "" are.
    """
    return _joined(rows, None).numbers()


def joints(rows: Sequence[IdentityRow]) -> list[Joint]:
    """Return the joins that make persons of these rows, one less than each person has rows, in the order made."""
    trace: list[Joint] = []
    _joined(rows, trace)
    return trace


def _joined(rows: Sequence[IdentityRow], trace: list[Joint] | None) -> _Forest:
    """Return the rows joined by every rule; `trace` takes each join with the rule that made it."""
    forest = _Forest(len(rows), trace)
    listed = _slug_exports(rows)
    forest.rule = "slug"
    forest.join_equal(((row.slug, row.side), at) for at, row in enumerate(rows) if row.slug)
    forest.rule = "source"
    forest.join_equal(((row.join, row.side), at) for at, row in enumerate(rows) if row.join)
    forest.rule = "email"
    _join_by_email(rows, forest, listed)
    _join_by_name(rows, forest)
    forest.rule = "named"
    _join_named(rows, forest)
    forest.rule = "day"
    _join_by_day(rows, forest, listed)
    forest.rule = "side"
    forest.join_equal((row.side, at) for at, row in enumerate(rows) if row.side)
    return forest


def possible_duplicates(rows: Sequence[IdentityRow], groups: Sequence[int]) -> list[tuple[int, ...]]:
    """Return the sets of groups that share a name key and were not joined, each ascending, in row order."""
    by_name: dict[str, dict[int, None]] = {}
    for row, group in zip(rows, groups, strict=True):
        if row.name_key:
            by_name.setdefault(row.name_key, {})[group] = None
    return [tuple(sorted(one)) for one in by_name.values() if len(one) > 1]


class _Forest:
    """Disjoint sets of row numbers (Galler and Fischer 1964), path halving, the smaller root wins."""

    __slots__ = ("parent", "rule", "trace")

    def __init__(self, size: int, trace: list[Joint] | None = None) -> None:
        self.parent = list(range(size))
        self.rule = ""
        self.trace = trace

    def root(self, at: int) -> int:
        parent = self.parent
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    def join(self, one: int, other: int) -> None:
        first, second = self.root(one), self.root(other)
        if first != second:
            low, high = (first, second) if first < second else (second, first)
            self.parent[high] = low
            if self.trace is not None:
                self.trace.append(Joint(one, other, self.rule))

    def join_equal(self, keyed: Iterable[tuple[Hashable, int]]) -> None:
        first: dict[Hashable, int] = {}
        for key, at in keyed:
            held = first.setdefault(key, at)
            if held != at:
                self.join(held, at)

    def numbers(self) -> list[int]:
        seen: dict[int, int] = {}
        return [seen.setdefault(self.root(at), len(seen)) for at in range(len(self.parent))]


def _slug_exports(rows: Sequence[IdentityRow]) -> dict[str, set[int]]:
    """Return for each slug the exports whose contact list holds it."""
    found: dict[str, set[int]] = {}
    for row in rows:
        if row.slug and row.kind in _LISTED:
            held = found.get(row.slug)
            if held is None:
                found[row.slug] = {row.export}
            else:
                held.add(row.export)
    return found


def _side_by_side(slugs: Iterable[str], listed: dict[str, set[int]]) -> bool:
    """Return whether one export lists two of these slugs: then they are two persons."""
    nowhere: set[int] = set()
    return any(
        not listed.get(one, nowhere).isdisjoint(listed.get(other, nowhere)) for one, other in combinations(slugs, 2)
    )


def _join_by_email(rows: Sequence[IdentityRow], forest: _Forest, listed: dict[str, set[int]]) -> None:
    own = {(row.owner, address) for row in rows if row.kind == "owner" for address in row.emails}
    holders: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        for address in row.emails:
            if row.kind == "owner" or (row.owner, address) not in own:
                holders[address].append(at)
    for members in holders.values():
        if len(members) > 1 and not _side_by_side(_slugs(rows, members), listed):
            forest.join_equal((rows[at].side, at) for at in members)


def _join_by_name(rows: Sequence[IdentityRow], forest: _Forest) -> None:
    """Join rows without slug: to the one person of their name in their export, and to their equals."""
    bare = {(row.export, row.name_key): None for row in rows if not row.slug and row.name_key}
    by_name: dict[tuple[int, str], list[int]] = defaultdict(list)
    names = {name for _, name in bare}
    for at, row in enumerate(rows) if names else ():
        if row.name_key in names:
            by_name[row.export, row.name_key].append(at)
    equal: list[tuple[Hashable, int]] = []
    for key in bare:
        members = by_name[key]
        equal += _equals(rows, members)
        if len(members) > 1:
            _join_namesakes(rows, members, forest)
    forest.rule = "equal"
    forest.join_equal(equal)


def _equals(rows: Sequence[IdentityRow], members: list[int]) -> Iterator[tuple[Hashable, int]]:
    """Yield the name-and-company key of each row without slug among those of one name in one export.

    A row that may mean somebody listed in its export is equal to rows of that export alone: through it, two people
    of one name, each listed in another export, would become one.
    """
    anchored = any(rows[at].slug or rows[at].kind in _LISTED for at in members)
    for at in members:
        row = rows[at]
        if not row.slug:
            known = row.kind in _LISTED
            scope = row.export if anchored and not known else -1
            yield (row.owner, known, scope, row.name_key, row.company.casefold(), row.side), at


def _join_namesakes(rows: Sequence[IdentityRow], members: list[int], forest: _Forest) -> None:
    """Join the rows of one name in one export as far as it is certain whom they mean."""
    entries: dict[tuple[bool, str], int] = {}
    for at in members:
        row = rows[at]
        if row.kind in _LISTED:
            entries.setdefault((bool(row.slug), row.slug or row.company.casefold()), at)
    slugs = _slugs(rows, members)
    forest.rule = "namesake"
    if len(entries) == 1:
        (_, entry), *_ = entries.items()
        for at in members:
            if rows[at].side == rows[entry].side and (not rows[at].slug or (not rows[entry].slug and len(slugs) == 1)):
                forest.join(entry, at)
    elif not entries and (len(slugs) == 1 or (not slugs and len(_companies(rows, members)) < 2)):
        forest.join_equal((rows[at].side, at) for at in members)
    elif entries:
        forest.rule = "company"
        _join_by_company(rows, members, list(entries.values()), forest)


def _join_by_company(rows: Sequence[IdentityRow], members: list[int], entries: list[int], forest: _Forest) -> None:
    """Among several of one name, a row that names a company means the one who is listed there."""
    for at in members:
        company = rows[at].company.casefold()
        if company and not rows[at].slug and rows[at].kind not in _LISTED:
            same = [entry for entry in entries if rows[entry].side == rows[at].side]
            there = [entry for entry in same if rows[entry].company.casefold() == company]
            if len(there) == 1:
                forest.join(there[0], at)


def _join_named(rows: Sequence[IdentityRow], forest: _Forest) -> None:
    """Join people whom a contact named to the one listed under their name at their company, if it is one person."""
    named = {at: _post(row) for at, row in enumerate(rows) if row.kind == _NAMED and not row.slug and row.company}
    wanted = frozenset(post for post in named.values() if post[1])
    listed: dict[Hashable, list[int]] = defaultdict(list)
    for at, row in enumerate(rows) if wanted else ():
        if row.kind in _LISTED and (post := _post(row)) in wanted:
            listed[post].append(at)
    for at, post in named.items():
        members = listed.get(post, [])
        slugs = _slugs(rows, members)
        if len(slugs) < 2:
            forest.join_equal(
                (rows[one].side, one) for one in [at, *members] if one == at or rows[one].slug or not slugs
            )


def _post(row: IdentityRow) -> tuple[int, str, str]:
    return row.owner, row.name_key, row.company.casefold()


def _join_by_day(rows: Sequence[IdentityRow], forest: _Forest, listed: dict[str, set[int]]) -> None:
    """Join one owner's contacts of one name and day of connection across exports, where each export has but one."""
    by_day: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    if len({row.export for row in rows if row.kind in _LISTED}) < 2:
        return
    for at, row in enumerate(rows):
        if row.connected_on and row.name_key and row.kind in _LISTED:
            by_day[row.owner, row.name_key, row.connected_on].append(at)
    for members in by_day.values():
        if len(members) < 2 or len({rows[at].export for at in members}) < 2:
            continue
        entries: dict[int, set[tuple[bool, str]]] = defaultdict(set)
        for at in members:
            row = rows[at]
            entries[row.export].add((bool(row.slug), row.slug or row.company.casefold()))
        if all(len(one) == 1 for one in entries.values()) and not _side_by_side(_slugs(rows, members), listed):
            forest.join_equal((rows[at].side, at) for at in members)


def _companies(rows: Sequence[IdentityRow], members: Iterable[int]) -> set[str]:
    """Return the distinct companies that these rows name."""
    return {company for at in members if (company := rows[at].company.casefold())}


def _slugs(rows: Sequence[IdentityRow], members: Iterable[int]) -> list[str]:
    """Return the distinct slugs of these rows, in row order."""
    return list(dict.fromkeys(slug for at in members if (slug := rows[at].slug)))
