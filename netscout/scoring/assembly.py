"""The rows that terminal, JSON and page show, made of scores and the diversified choice."""

from __future__ import annotations

from collections import Counter
from functools import cache
from math import isnan
from typing import TYPE_CHECKING, Any, NamedTuple

from netscout.model.lists import CONNECTORS
from netscout.model.person import Person
from netscout.model.ranking import Brief, Part, RankedList, RankRow, RowsOnDemand
from netscout.scoring.reasons import Teller, missing, part_sentences
from netscout.scoring.wording import gain_parts, ordinal, say, sentence, source

if TYPE_CHECKING:
    from collections.abc import Collection

    from netscout.model.ranking import Selection
    from netscout.scoring.inputs import Inputs
    from netscout.scoring.lists import Scores
    from netscout.settings import Settings

HEAD = 10


class _Cell(NamedTuple):
    """What the tables say of one person, in plain values."""

    id: str
    slug: object
    name: str
    title: str
    company: str
    evidence: str
    label: str
    flags: str
    company_key: str
    company_label: str
    community: str
    sector: str
    family: str
    seniority: str
    title_reason: str
    fit: float
    score: float
    p_reply: float
    p_reply_low: float
    p_reply_high: float
    warmth: float
    verdict: str
    level: str
    band: str
    warmth_band: str
    strength: str
    excluded: str


def assemble(
    inputs: Inputs,
    scores: Scores,
    selection: Selection,
    settings: Settings,
    *,
    explain: Collection[str] | None = None,
) -> RankedList:
    """Return one list with a row for everybody: the chosen by rank, then the others by score, the excluded last.

    Every row has its parts, which sum to its score, and what is missing; reasons, the one against and sentences that
    name a fact of the person are made for the ids of `explain` only (None: the first hundred chosen).
    """
    rows = Rows(inputs, scores, selection, settings)
    wanted = set(explain) if explain is not None else {pick.id for pick in selection.picks[:100]}
    order = rows.order()
    ranked = RowsOnDemand(
        rows.briefs(order), lambda place: rows.row(order[place], explained=rows.ids[order[place]] in wanted)
    )
    return RankedList(
        target=inputs.target.name if inputs.target else "",
        list=scores.kind,
        rows=ranked,
        price=selection.price,
        note=_note(inputs, scores, selection, settings),
        passed_over=tuple(
            f"{row.name} ({say('over.place', pure=row.pure_rank)}): {row.passed_over}"
            for place, one in enumerate(ranked.briefs)
            if one.id in selection.passed_over and (row := ranked[place]).passed_over
        ),
        counts=_counts(scores, selection),
    )


class Rows:
    """Makes the row of any person of one list."""

    def __init__(self, inputs: Inputs, scores: Scores, selection: Selection, settings: Settings) -> None:
        """Take the tables apart into plain columns, because rows are made one by one."""
        table = scores.table
        self.inputs, self.scores, self.selection, self.settings = inputs, scores, selection, settings
        self.teller = Teller(inputs, scores, settings)
        self.ids: list[str] = table["id"].tolist()
        tables = (table, inputs.people, inputs.ties, inputs.candidates)
        homes = [next(one for one in tables if name in one.columns) for name in _Cell._fields]
        self.columns: dict[str, list[Any]] = {
            name: home[name].tolist() for home, name in zip(homes, _Cell._fields, strict=True)
        }
        self.parts = {n.removeprefix("part."): table[n].to_numpy() for n in table.columns if n.startswith("part.")}
        self.any_messages = bool(inputs.ties["has_messages"].any())
        self.rank = {pick.id: number for number, pick in enumerate(selection.picks, start=1)}
        self.pure = {person: number for number, person in enumerate(selection.pure, start=1)}
        self.nth = self._numbers()
        self.made: dict[tuple[str, float, str], Part] = {}
        self.sources: dict[str, str] = {}

    def order(self) -> list[int]:
        """Return the rows: chosen by rank, others by score, excluded by score and id."""
        far = len(self.ids) + 1
        keys = [
            (self.rank.get(person, far), self.pure.get(person, far), -score, person)
            for person, score in zip(self.ids, self.columns["score"], strict=True)
        ]
        return sorted(range(len(self.ids)), key=keys.__getitem__)

    def briefs(self, order: list[int]) -> list[Brief]:
        """Return what is counted of everybody, in this order of places."""
        told = self.columns
        fields = told | {
            "url": [_url(slug) for slug in told["slug"]],
            "name": [name or _nameless(person) for name, person in zip(told["name"], self.ids, strict=True)],
            "rank": [self.rank.get(person, 0) for person in self.ids],
            "pure_rank": [self.pure.get(person, 0) for person in self.ids],
            "excluded": [reason or None for reason in told["excluded"]],
            "company": told["company_label"],
            "company_key": [_known_key(key) for key in told["company_key"]],
            "industry": told["sector"],
        }
        made = list(map(Brief._make, zip(*(fields[name] for name in Brief._fields), strict=True)))
        return [made[place] for place in order]

    def row(self, place: int, *, explained: bool) -> RankRow:
        """Return the row of the person at this place of the tables."""
        cell, rank = self._cell(place), self.rank.get(self.ids[place], 0)
        pick = self.selection.picks[rank - 1] if rank else None
        facts = self.teller.facts(place) if explained else None
        return RankRow(
            id=cell.id,
            url=_url(cell.slug),
            name=cell.name or _nameless(cell.id),
            title=cell.title,
            company=cell.company,
            list=self.scores.kind,
            rank=rank,
            pure_rank=self.pure.get(cell.id, 0),
            verdict=cell.verdict,
            level=cell.level,
            fit=None if isnan(cell.fit) else cell.fit,
            score=cell.score,
            p_reply=cell.p_reply,
            p_reply_low=cell.p_reply_low,
            p_reply_high=cell.p_reply_high,
            band=cell.band,
            warmth=cell.warmth,
            warmth_band=cell.warmth_band,
            strength=cell.strength,
            evidence=cell.evidence,
            excluded=cell.excluded or None,
            parts=self._parts(place, part_sentences(facts) if facts else {}),
            gains=gain_parts(pick) if pick else (),
            reasons=self.teller.reasons(facts) if facts else (),
            against=self.teller.against(facts) if facts else "",
            missing=self._missing(cell),
            flags=tuple(cell.flags.split()),
            slot=pick.slot if pick else "",
            passed_over=self._passed_over(cell),
            title_reason=cell.title_reason,
            facets={
                "company": cell.company_label,
                "company_key": _known_key(cell.company_key),
                "community": cell.community,
                "industry": cell.sector,
                "family": cell.family,
                "seniority": cell.seniority,
            },
        )

    def _cell(self, place: int) -> _Cell:
        return _Cell._make(column[place] for column in self.columns.values())

    def _parts(self, place: int, sentences: dict[str, str]) -> tuple[Part, ...]:
        """Return the parts that are not nothing or tell a fact; equal ones are one object unless they tell one."""
        out = []
        for key, values in self.parts.items():
            points = float(values[place])
            if points == 0.0 and key not in sentences:
                continue
            if key in sentences:
                out.append(Part(key, points, sentences[key], self._source(key, place)))
                continue
            file = self._source(key, place)
            known = self.made.get((key, points, file))
            if known is None:
                known = self.made[key, points, file] = self._plain(key, points, file)
            out.append(known)
        return tuple(out)

    def _source(self, key: str, place: int) -> str:
        """Return the files a part rests on; those that are the same for everybody are looked up once."""
        if key.startswith("fit."):
            return source(key, self.inputs.origin, self.ids[place])
        if key not in self.sources:
            self.sources[key] = source(key, self.inputs.origin)
        return self.sources[key]

    def _plain(self, key: str, points: float, file: str) -> Part:
        """Return a part that tells no fact; without any messages the start of the estimate is a guess and says so."""
        if key == "reply.base" and not self.any_messages:
            return Part(key, points, say("reply.base.guess"), "")
        return Part(key, points, sentence(key), file)

    def _missing(self, cell: _Cell) -> str:
        target = self.inputs.target
        untold = (
            target is not None and cell.verdict == "unknown",
            target is not None and bool(target.industries) and not cell.sector,
        )
        return missing((cell.evidence, cell.label), self.any_messages, untold)

    def _passed_over(self, cell: _Cell) -> str:
        over = self.selection.passed_over.get(cell.id)
        if over is None:
            return ""
        if over.by != "quota":
            return say(f"over.by.{over.by}{'.one' if over.alike == 1 else ''}", alike=over.alike)
        nth, most = ordinal(self.nth[cell.id]), self.settings.per_company
        return say("over.quota", nth=nth, company=cell.company_label, most=most)

    def _numbers(self) -> dict[str, int]:
        """Return of each person kept off by the quota which of their company they would have been."""
        seen: Counter[str] = Counter()
        out = {}
        where = dict(zip(self.ids, self.columns["company_label"], strict=True))
        for person, over in self.selection.passed_over.items():
            if over.by == "quota":
                seen[where[person]] += 1
                out[person] = self.settings.per_company + seen[where[person]]
        return out


def _nameless(person: str) -> str:
    return f"(no name) {person}"


def _known_key(company: str) -> str:
    return "" if company.startswith("self:") else company


@cache
def _url(slug: object) -> str:
    return Person("", slug, "").url if isinstance(slug, str) else ""


def _note(inputs: Inputs, scores: Scores, selection: Selection, settings: Settings) -> str:
    if not selection.picks:
        if inputs.target is None and scores.kind != CONNECTORS:
            return say("note.people")
        table = scores.table
        able = table["known"] if scores.kind == CONNECTORS else table["fit"] > 0
        barred = bool(((table["excluded"] != "") & able).any())
        return say(f"note.{scores.kind}{'.barred' * barred}")
    entry = int((scores.table["listed"] & scores.table["slot_fit"] & scores.table["entry"]).sum())
    if scores.kind != CONNECTORS and inputs.target is not None and entry < settings.entry_level_least:
        return say("note.entry", count=entry or "nobody", least=settings.entry_level_least)
    return ""


def _counts(scores: Scores, selection: Selection) -> dict[str, int]:
    """Return totals: people, listed, excluded, not_understood, and how many verdicts of each kind."""
    table = scores.table
    verdicts = Counter(table["verdict"].tolist())
    entry = dict(zip(table["id"].tolist(), table["entry"].tolist(), strict=True))
    return {
        "people": len(table),
        "listed": int(table["listed"].sum()),
        "excluded": int((table["excluded"] != "").sum()),
        "not_understood": verdicts["unknown"],
        "match": verdicts["match"],
        "related": verdicts["related"],
        "entry_level": sum(bool(entry[pick.id]) for pick in selection.picks[:HEAD]),
    }
