"""In which file a thing stands: what a reason or a part of a score names as its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

USUAL = {
    "connections": "Connections.csv",
    "messages": "messages.csv",
    "invitations": "Invitations.csv",
    "recommendations_received": "Recommendations_Received.csv",
    "recommendations_given": "Recommendations_Given.csv",
    "endorsements_received": "Endorsement_Received_Info.csv",
    "endorsements_given": "Endorsement_Given_Info.csv",
    "positions": "Positions.csv",
    "education": "Education.csv",
    "notes": "Notes.csv",
}
"""What LinkedIn calls the tables that a source may be, by their kind."""
_SHOWN = 3


class Stands(NamedTuple):
    """The files in which the present title and the present company of a person stand, "" where nobody says one."""

    title: str
    company: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The files that were loaded.

    Attributes:
        tables: name of the file by kind of table, of LinkedIn's tables that were loaded.
        books: names of contact files, in order.
        people: where title and company stand, by person id, for those who stand elsewhere than in the connections.
    """

    tables: Mapping[str, str] = field(default_factory=lambda: USUAL)
    books: tuple[str, ...] = ()
    people: Mapping[str, Stands] = field(default_factory=dict)

    def of(self, *kinds: str) -> str:
        """Return the names of the tables of these kinds, those not loaded left out; "" for none."""
        return joined([self.tables[kind] for kind in kinds if kind in self.tables])

    def title(self, person: str) -> str:
        """Return the file in which a person's title stands."""
        return self.people[person].title if person in self.people else self.of("connections")

    def company(self, person: str) -> str:
        """Return the file in which a person's company stands."""
        return self.people[person].company if person in self.people else self.of("connections")

    def lists(self) -> str:
        """Return the names of the files that list people: connections, else contact files."""
        more = [f"{len(self.books) - _SHOWN:,} more"] if len(self.books) > _SHOWN else []
        return self.of("connections") or joined([*self.books[:_SHOWN], *more])


def joined(names: list[str]) -> str:
    """Return names with commas between them, each once, nothing left out but empty ones."""
    return ", ".join(dict.fromkeys(one for one in names if one))
