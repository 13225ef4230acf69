"""What a counsellor is handed: where the campaign stands, whom to ask, what is open, and the sheets of coming talks."""

from __future__ import annotations

from dataclasses import dataclass

from netscout.model.ranking import RankedList
from netscout.model.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Noted:
    """The private notes on one person: (day, text) pairs, oldest first."""

    person: str
    name: str
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """One session's paper.

    Attributes:
        whose: name of whose campaign it is, "" if unknown.
        day: `YYYY-MM-DD`.
        target, mode: what is explored and how openly, "" without a target.
        count: places shown of each list.
        lists: the two lists with these places alone, no address or number in any text.
        steps: (key, people) of the funnel: asked, answered, met, thanked, named.
        now, soon, waiting: sentences of the agenda.
        talks: whom a talk is fixed with, and its day, the next first.
        sheets: of the talks that are fixed, the next first, with the id of the person.
        notes: private notes by person; empty unless wished for.
        private: whether private notes were wished for.
    """

    whose: str
    day: str
    target: str
    mode: str
    count: int
    lists: tuple[RankedList, ...] = ()
    steps: tuple[tuple[str, int], ...] = ()
    now: tuple[str, ...] = ()
    soon: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    talks: tuple[tuple[str, str], ...] = ()
    sheets: tuple[Sheet, ...] = ()
    notes: tuple[Noted, ...] = ()
    private: bool = False
