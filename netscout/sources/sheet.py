"""The rows of one file as records, with everything that was met on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netscout.model.ledger import Notice, Unreadable
from netscout.sources.declare import COMPANY_ONLY, EMPTY, HIDDEN, SKIPPED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from netscout.sources.declare import Desk
    from netscout.sources.recognise import Header

_WORDS = frozenset({HIDDEN, EMPTY, SKIPPED, COMPANY_ONLY})


@dataclass(slots=True)
class Sheet:
    """The rows of one file.

    Attributes:
        first: the first line of the rows that came to `hidden`, `empty` and their like.
        lines: the first line of each record; empty where `locate` finds the few that are asked for.
    """

    name: str
    kind: str
    header: Header
    desk: Desk
    records: list[tuple[object, ...]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    rows: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    unreadable: list[Unreadable] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    ragged: int = 0
    first_ragged: int | None = None
    uneven: int = 0
    sha256: str = ""
    locate: Callable[[Sequence[int]], list[int]] | None = None

    def keep(self, line: int, outcome: object) -> None:
        """Keep a record, or count the word or sentence that a row came to instead."""
        if not isinstance(outcome, str):
            self.records.append(outcome)  # type: ignore[arg-type]  # what is no word is a record
            self.lines.append(line)
        elif outcome in _WORDS:
            self.counts[outcome] = self.counts.get(outcome, 0) + 1
            self.first.setdefault(outcome, line)
        else:
            self.refuse(line, outcome)

    def refuse(self, line: int, reason: str) -> None:
        """Count a row as unreadable."""
        self.counts["unreadable"] = self.counts.get("unreadable", 0) + 1
        self.unreadable.append(Unreadable(self.name, line, reason))

    def taken(self) -> int:
        """Return the rows met so far."""
        return len(self.records) + sum(self.counts.values())

    def lines_of(self, places: Sequence[int]) -> list[int]:
        """Return the first lines of some records, their places ascending."""
        if self.locate is not None and places:
            return self.locate(places)
        return [self.lines[place] for place in places]
