"""What every section is made from: the whole data for counting, the part this form may name, and look-ups of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from netscout.model.ranking import RankedList, RankRow
from netscout.model.report import NetworkPerson, OwnNote, ReportData
from netscout.reports.cleaning import clean
from netscout.reports.forms import cleaner, reduce
from netscout.reports.text import short, tidy

SHOWN_MOST = 30
"""Rows of one list that stand on the page; further ones are counted."""
SELF = "self:"
"""Begins the key of a company of one person."""


@dataclass(frozen=True)
class Scene:
    """The data cleaned (`full`: for totals only) and as this form may name it (`shown`: for everything else).

    `clean` is what every text went through; it is for the facets of people who are on no list.
    """

    full: ReportData
    shown: ReportData
    clean: Callable[[str], str]

    @cached_property
    def by_id(self) -> dict[str, NetworkPerson]:
        """Return the people who may be named, by id."""
        return {one.id: one for one in self.shown.people}

    @cached_property
    def by_company(self) -> dict[str, list[NetworkPerson]]:
        """Return the people who may be named by company in small letters, as written and as understood."""
        found: dict[str, list[NetworkPerson]] = {}
        for one in self.shown.people:
            for name in sorted({one.company.casefold(), one.company_label.casefold()}):
                found.setdefault(name, []).append(one)
        return found

    @cached_property
    def index(self) -> dict[str, int]:
        """Return the place of each person who may be named in the list of people."""
        return {one.id: place for place, one in enumerate(self.shown.people)}

    @cached_property
    def notes(self) -> dict[str, list[OwnNote]]:
        """Return the user's notes that this form may hold, by person id, oldest first."""
        found: dict[str, list[OwnNote]] = {}
        for one in self.shown.notes:
            found.setdefault(one.person, []).append(one)
        return found

    @property
    def targets(self) -> list[str]:
        """Return the names of the pairs of lists, in page order; [""] without a target."""
        return [practitioners.target for practitioners, _ in self.shown.lists]

    @property
    def has_target(self) -> bool:
        """Return whether anybody said what they are curious about."""
        return bool(self.full.targets)

    @property
    def personal(self) -> bool:
        """Return whether this form names everybody (mine, private)."""
        return self.full.form != "share"

    @cached_property
    def companies(self) -> int:
        """Return how many companies the people of the network work at; who works for themselves is at none."""
        return len({key for one in self.full.people if (key := one.company_key) and not key.startswith(SELF)})

    @cached_property
    def people(self) -> int:
        """Return how many people the network has: those of the long list."""
        return len(self.full.people)

    def chosen(self, ranked: RankedList) -> list[RankRow]:
        """Return the rows on a list, by rank."""
        return list(ranked.chosen)

    def whole(self, place: int, which: int) -> RankedList:
        """Return one list with everybody's rows, for counting: `which` is 0 for practitioners, 1 for connectors."""
        return self.full.lists[place][which]

    @cached_property
    def matching(self) -> list[int]:
        """Return, per target in page order, how many people do that work by their title."""
        counts = Counter(
            name for one in self.full.people for name, verdict in one.verdicts.items() if verdict == "match"
        )
        return [counts[name] for name in self.targets]

    def work(self, name: str) -> str:
        """Return what people of a target do, to stand after "work as": its first roles, else the target's name."""
        roles = next((one.roles for one in self.full.targets if one.name == name), ())
        words = [short(tidy(one), 48) for one in roles[:2]] or [tidy(name)]
        return f"{', '.join(words)} or similar" if len(roles) > len(words) else " or ".join(words)


def scene(data: ReportData) -> Scene:
    """Return the scene of a page: what may be named is decided here, before any section sees it."""
    change = cleaner(data)
    whole = clean(data, change)
    return Scene(whole, reduce(whole), change)
