"""What a newer export says that the previous one of the same owner did not."""

from __future__ import annotations

from dataclasses import dataclass


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
class ChangeList:
    """The changes between two exports of one owner, by day of export; `before` is None for a first export."""

    before: str | None
    after: str | None
    changes: tuple[Change, ...] = ()
    hidden: int = 0

    def of(self, kind: str) -> tuple[Change, ...]:
        """Return the changes of one kind."""
        return tuple(one for one in self.changes if one.kind == kind)
