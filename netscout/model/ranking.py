"""A row of a ranking, as terminal, JSON and page show it: one object feeds all three."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, overload


@dataclass(frozen=True, slots=True)
class Part:
    """One printed summand of a score, in points (100 x natural log), with its sentence and the file it rests on.

    `key` is stable (`fit.role`, `reply.reply_rate`, `cost`, `familiarity`, ...).
    """

    key: str
    points: float
    sentence: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason in words, with its fact and the file (and row count) it rests on."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class RankRow:
    """One person on one list for one target.

    `score` is the sum of `parts` (to 1e-9) and never null; `rank` is the place on the diversified list, 0 for people
    not chosen; `pure_rank` the place by score alone among those not excluded, 0 if excluded: first who may stand on the
    list, then the rest; of connectors first who may open a door (tier 0). `gains` are the parts by which the
    diversifier chose (score part + facet parts, sums to `gain`). `band` is the chance to answer in words. `strength`
    is shown: the user's label wins (close, know, met, stranger), else the warmth band. `slot` is "" or dormant,
    unexpected, entry-level: why somebody was chosen out of turn. `passed_over` says which quota or slot kept a high
    scorer off, "" if none did. `title_reason` says in one line how the title was read, `reply_fact` (for people shown
    on a page) what the chance rests on.
    """

    id: str
    url: str
    name: str
    title: str
    company: str
    list: str
    rank: int
    pure_rank: int
    verdict: str
    level: str
    fit: float | None
    score: float
    p_reply: float
    p_reply_low: float
    p_reply_high: float
    band: str
    warmth: float
    warmth_band: str
    strength: str
    evidence: str
    excluded: str | None
    parts: tuple[Part, ...] = ()
    gains: tuple[Part, ...] = ()
    reasons: tuple[Reason, ...] = ()
    against: str = ""
    missing: str = ""
    flags: tuple[str, ...] = ()
    slot: str = ""
    passed_over: str = ""
    title_reason: str = ""
    reply_fact: str = ""
    facets: dict[str, str] = field(default_factory=dict)


class Brief(NamedTuple):
    """What is counted of everybody on a list, chosen or not: the fields of `RankRow`, with its facets spread out."""

    id: str
    url: str
    name: str
    title: str
    rank: int
    pure_rank: int
    verdict: str
    p_reply: float
    band: str
    warmth_band: str
    strength: str
    excluded: str | None
    flags: str
    company: str
    company_key: str
    community: str
    industry: str
    family: str
    seniority: str


class RowsOnDemand(Sequence[RankRow]):
    """Everybody's row, made when it is first looked at: few are, and a network has tens of thousands.

    `briefs` hold of everybody what is counted, in the same order.
    """

    def __init__(self, briefs: Sequence[Brief], make: Callable[[int], RankRow]) -> None:
        """Take what is counted of everybody, and what makes the row of a place (from 0 on)."""
        self.briefs = briefs
        self._make = make
        self._made: dict[int, RankRow] = {}

    def __len__(self) -> int:
        """Return how many people there are."""
        return len(self.briefs)

    @overload
    def __getitem__(self, place: int) -> RankRow: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[RankRow, ...]: ...
    def __getitem__(self, place: int | slice) -> RankRow | tuple[RankRow, ...]:
        """Return the row of a place, or the rows of some."""
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(len(self))))
        at = range(len(self))[place]
        if at not in self._made:
            self._made[at] = self._make(at)
        return self._made[at]

    def __eq__(self, other: object) -> bool:
        """Return whether the rows are the same, in any kind of sequence."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as of any sequence that is not a tuple

    @property
    def chosen(self) -> tuple[RankRow, ...]:
        """Return the rows that have a rank; they come first."""
        many = next((place for place, one in enumerate(self.briefs) if not one.rank), len(self))
        return self[:many]

    def changed(self, change: Callable[[RankRow], RankRow]) -> RowsOnDemand:
        """Return the same rows, each changed once it is looked at; what is counted stays as it is."""
        return RowsOnDemand(self.briefs, lambda place: change(self[place]))


def _brief(row: RankRow) -> Brief:
    facets = [row.facets.get(name, "") for name in Brief._fields[-6:]]
    named = [getattr(row, name) for name in Brief._fields[:-7]]
    return Brief._make([*named, " ".join(row.flags), *facets])


@dataclass(frozen=True, slots=True)
class PricePoint:
    """What the first `count` places keep and reach at one weight of variety; weight None is the order by score alone.

    `kept` is the share (0..1) of the score of the best `count` by score alone; companies, fields of business and
    circles (how you met) are numbers of different known ones. `chosen` marks the weight the list was made with.
    """

    weight: float | None
    count: int
    kept: float
    companies: int
    fields: int
    circles: int
    chosen: bool = False


def headline(row: RankRow, *, percent: bool) -> str:
    """Return the chance to answer as a percentage with its interval; "" where the words alone stand in the headline."""
    if not percent or row.band == "not known":
        return ""
    return f"{row.p_reply:.0%}, between {row.p_reply_low:.0%} and {row.p_reply_high:.0%}"


@dataclass(frozen=True, slots=True)
class RankedList:
    """One list of one target: everybody has a row; the chosen come first, by `rank`.

    `price` is the share of the total score that diversity cost in the first ten (0..1); `note` one sentence where the
    list is empty or short ("no connectors known yet"); `passed_over` sentences about high scorers left out.
    `kendall_tau` says how like the order by score stays itself with all weights moved by up to 20 % (1: wholly).
    `curve` is the price of variety at several weights and lengths, empty where it was not asked for. `percent` says
    that enough of the user's own requests came to an end for the percentage to be the headline of a chance.
    """

    target: str
    list: str
    rows: Sequence[RankRow]
    price: float = 0.0
    note: str = ""
    passed_over: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    kendall_tau: float = 1.0
    curve: tuple[PricePoint, ...] = ()
    percent: bool = False

    @property
    def chosen(self) -> tuple[RankRow, ...]:
        """Return the rows on the list, by rank."""
        if isinstance(self.rows, RowsOnDemand):
            return self.rows.chosen
        return tuple(sorted((row for row in self.rows if row.rank), key=lambda row: row.rank))

    @property
    def briefs(self) -> Sequence[Brief]:
        """Return what is counted of everybody, row by row."""
        return self.rows.briefs if isinstance(self.rows, RowsOnDemand) else [_brief(row) for row in self.rows]

    def row_of(self, person: str) -> RankRow | None:
        """Return the row of a person by id, None where the list knows nobody of it."""
        return next((self.rows[place] for place, one in enumerate(self.briefs) if one.id == person), None)

    def changed(self, change: Callable[[RankRow], RankRow]) -> Sequence[RankRow]:
        """Return the rows changed, those made on demand when they are looked at; what is counted stays as it is."""
        rows = self.rows
        return rows.changed(change) if isinstance(rows, RowsOnDemand) else tuple(change(row) for row in rows)


@dataclass(frozen=True, slots=True)
class Pick:
    """One place of the diversified list.

    `gains` are (key, points, how many of that group stood on the list before): key `score`, `company`, `community`,
    `industry`, `seniority`, `place`; the number is -1 where there is no group (the score, an unknown value). The
    points sum to `gain`, 100 being the whole range of the list's scores. `slot` as in RankRow.
    """

    id: str
    gain: float
    gains: tuple[tuple[str, float, int], ...]
    slot: str = ""


class Over(NamedTuple):
    """What kept a high scorer off the first ten.

    `by` is `quota`, `slot`, the facet by which they would have widened the list least (`company`, `community`,
    `industry`, `seniority`, `place`), or `spread` where they share none; `alike` how many of the first ten share it.
    """

    by: str
    alike: int = 0


@dataclass(frozen=True, slots=True)
class Selection:
    """What the diversifier chose.

    `picks` in order; `pure` the ids of everybody not excluded by score alone; `price` the share of the total score
    that diversity cost in the first ten (0..1); `passed_over` says for high scorers left out of the first ten what
    kept them off.
    """

    picks: tuple[Pick, ...]
    pure: tuple[str, ...]
    price: float = 0.0
    passed_over: dict[str, Over] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Why:
    """Why somebody stands where they stand on one list, listed or not.

    `place` is one sentence on the place; `changes` what would have to change, best first; `stability` the share of
    seeded draws of all weights moved by up to 20 % in which the person stays in the first ten by score (0..1).
    `strength_rank` is the place by strength among those who may stand on the list, 0 where strength is not known;
    `owed` what the user owes the person, "" if nothing.
    """

    row: RankRow
    place: str
    changes: tuple[str, ...] = ()
    stability: float = 0.0
    strength_rank: int = 0
    owed: str = ""
