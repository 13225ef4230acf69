"""The account of an import: every row is somewhere, every ignored file has its reason."""

from __future__ import annotations

from dataclasses import dataclass, field

CONTACT_SUM = ("people", "duplicates", "hidden", "empty", "unreadable", "companies_only")
CONTACT_TABLES = ("connections", "contacts")
"""Kinds of tables whose rows come to people; the total of a load is that of the first kind it holds."""
MESSAGE_SUM = ("direct", "group", "sponsored", "spam", "drafts", "anonymous", "unattributed")


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning of an import: exit code 0, one sentence, how many cells or rows, and where the first stands."""

    code: str
    message: str
    file: str = ""
    line: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Unreadable:
    """One row that could not be read, with its reason; never its content."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class FileAccount:
    """What became of one recognised table: its rows and where each went.

    `counts` holds the words of `load --json`: `people`, `duplicates`, `hidden`, ... or `messages`, `direct`, ...
    """

    name: str
    kind: str
    rows: int
    counts: dict[str, int] = field(default_factory=dict)
    sha256: str = ""

    def adds_up(self) -> bool:
        """Return whether the rows of this table equal the rows accounted for."""
        if self.kind == "messages":
            return self.rows == sum(self.counts.get(word, 0) for word in MESSAGE_SUM)
        if self.kind in CONTACT_TABLES:
            return self.rows == sum(self.counts.get(word, 0) for word in CONTACT_SUM)
        return self.rows == self.counts.get("taken", 0) + sum(
            self.counts.get(word, 0) for word in ("duplicates", "hidden", "empty", "unreadable", "skipped")
        )


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file of the archive that is not read, and why."""

    name: str
    reason: str
