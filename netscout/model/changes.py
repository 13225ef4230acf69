"""What a newer export says that an older one of the same owner did not."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("new", "gone", "company", "title", "renamed", "email")
"""The kinds of change, in the order they are listed."""
MANY_GONE = 0.2
"""Share of the connections of the older export from which the newer one is likelier to be incomplete than true."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `kind` is new, gone, company, title, renamed or email; before and after are the two values.

    E-mail addresses are never values: an `email` change says only that one appeared.
    """

    kind: str
    person: str
    name: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Title and company of somebody new, moved or retitled, in the newer and in the older export; "" for none."""

    person: str
    name: str
    title: str
    company: str
    title_before: str = ""
    company_before: str = ""
    new: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who came to a target: `why` is company (one that the target names) or role (the work it asks for).

    `verdict` is match or related, better than it was in the older export; `before` and `after` are the two companies
    or the two roles at a company, `new` says that the older export did not list the person, `sentence` says it all.
    """

    person: str
    name: str
    target: str
    why: str
    verdict: str
    before: str
    after: str
    new: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class ChangeList:
    """The changes between two exports of one owner, by day of export; `before` is None for a first export.

    `listed_before` and `listed_after` count the connections of the two exports; `arrivals` are the people who came to
    a target, the most telling first, each person once for each target and reason.
    """

    before: str | None
    after: str | None
    changes: tuple[Change, ...] = ()
    hidden: int = 0
    listed_before: int = 0
    listed_after: int = 0
    steps: tuple[Step, ...] = ()
    arrivals: tuple[Arrival, ...] = ()

    def of(self, kind: str) -> tuple[Change, ...]:
        """Return the changes of one kind."""
        return tuple(one for one in self.changes if one.kind == kind)

    @property
    def is_doubtful(self) -> bool:
        """Return whether so many are gone that the newer export is likelier incomplete."""
        return len(self.of("gone")) > MANY_GONE * self.listed_before

    @property
    def findings(self) -> tuple[Arrival, ...]:
        """Return the most telling arrival of each person at each target; one sentence about several stands once."""
        told: set[tuple[str, str]] = set()
        found: dict[tuple[str, str], Arrival] = {}
        for one in self.arrivals:
            if (one.person, one.target) not in told:
                told.add((one.person, one.target))
                found.setdefault((one.person, one.sentence), one)
        return tuple(found.values())
