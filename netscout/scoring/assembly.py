"""The rows that terminal, JSON and page show, made of scores and the diversified choice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

from netscout.model.person import Person
from netscout.model.ranking import CONNECTORS, Part, RankedList, RankRow
from netscout.scoring.reasons import Teller, missing, part_sentences
from netscout.scoring.wording import gain_parts, ordinal, say, sentence, source

if TYPE_CHECKING:
    from collections.abc import Collection

    from netscout.model.ranking import Selection
    from netscout.scoring.inputs import Inputs
    from netscout.scoring.lists import Scores
    from netscout.settings import Settings

HEAD = 10
_PEOPLE = ("id", "slug", "name", "title", "company")
_TIES = ("evidence", "label")
_CANDIDATES = ("flags", "company_label", "community", "sector", "seniority")
_NUMBERS = ("fit", "score", "p_reply", "p_reply_low", "p_reply_high", "warmth")
_TEXTS = ("verdict", "level", "band", "warmth_band", "strength", "excluded")


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
    ranked = [rows.row(place, explained=rows.ids[place] in wanted) for place in rows.order()]
    return RankedList(
        target=inputs.target.name if inputs.target else "",
        list=scores.kind,
        rows=tuple(ranked),
        price=selection.price,
        note=_note(inputs, scores, selection, settings),
        passed_over=tuple(
            f"{row.name} ({say('over.place', pure=row.pure_rank)}): {row.passed_over}"
            for row in ranked
            if row.passed_over
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
        self.columns: dict[str, list[Any]] = {name: inputs.people[name].tolist() for name in _PEOPLE}
        self.columns |= {name: inputs.ties[name].tolist() for name in _TIES}
        self.columns |= {name: inputs.candidates[name].tolist() for name in _CANDIDATES}
        self.columns |= {name: table[name].tolist() for name in (*_NUMBERS, *_TEXTS)}
        self.parts = {n.removeprefix("part."): table[n].tolist() for n in table.columns if n.startswith("part.")}
        self.any_messages = bool(inputs.ties["has_messages"].any())
        self.rank = {pick.id: number for number, pick in enumerate(selection.picks, start=1)}
        self.pure = {person: number for number, person in enumerate(selection.pure, start=1)}
        self.made: dict[tuple[str, float], Part] = {}

    def order(self) -> list[int]:
        """Return the rows: chosen by rank, others by score, excluded by score and id."""
        far = len(self.ids) + 1
        score = self.columns["score"]
        keys = [(self.rank.get(one, far), self.pure.get(one, far), -score[i], one) for i, one in enumerate(self.ids)]
        return sorted(range(len(self.ids)), key=keys.__getitem__)

    def row(self, place: int, *, explained: bool) -> RankRow:
        """Return the row of the person at this place of the tables."""
        cell = {name: values[place] for name, values in self.columns.items()}
        person, rank = cell["id"], self.rank.get(cell["id"], 0)
        pick = self.selection.picks[rank - 1] if rank else None
        facts = self.teller.facts(place) if explained else None
        fit = cell["fit"]
        return RankRow(
            id=person,
            url=Person(person, cell["slug"], "").url if isinstance(cell["slug"], str) else "",
            name=cell["name"] or f"(no name) {person}",
            title=cell["title"],
            company=cell["company"],
            list=self.scores.kind,
            rank=rank,
            pure_rank=self.pure.get(person, 0),
            fit=None if np.isnan(fit) else fit,
            **{name: cell[name] for name in (*_NUMBERS[1:], *_TEXTS[:-1], "evidence")},
            excluded=cell["excluded"] or None,
            parts=self._parts(place, part_sentences(facts) if facts else {}),
            gains=gain_parts(pick) if pick else (),
            reasons=self.teller.reasons(facts) if facts else (),
            against=self.teller.against(facts) if facts else "",
            missing=self._missing(cell),
            flags=tuple(cell["flags"].split()),
            slot=pick.slot if pick else "",
            passed_over=self._passed_over(person, place),
            facets={
                "company": cell["company_label"],
                "community": cell["community"],
                "industry": cell["sector"],
                "seniority": cell["seniority"],
            },
        )

    def _parts(self, place: int, sentences: dict[str, str]) -> tuple[Part, ...]:
        """Return the parts that are not nothing; equal ones are one object unless they tell a fact."""
        out = []
        for key, values in self.parts.items():
            points = values[place]
            if points == 0.0:
                continue
            if key in sentences:
                out.append(Part(key, points, sentences[key], source(key)))
                continue
            known = self.made.get((key, points))
            if known is None:
                known = self.made[key, points] = Part(key, points, sentence(key), source(key))
            out.append(known)
        return tuple(out)

    def _missing(self, cell: dict[str, Any]) -> str:
        target = self.inputs.target
        untold = (
            target is not None and cell["verdict"] == "unknown",
            target is not None and bool(target.industries) and not cell["sector"],
        )
        return missing((cell["evidence"], cell["label"]), self.any_messages, untold)

    def _passed_over(self, person: str, place: int) -> str:
        kind = self.selection.passed_over.get(person, "")
        if kind != "quota":
            return say(f"over.{kind}") if kind else ""
        most = self.settings.per_company
        company = self.columns["company_label"][place]
        return say("over.quota", nth=ordinal(most + 1), company=company, most=most)


def _note(inputs: Inputs, scores: Scores, selection: Selection, settings: Settings) -> str:
    if not selection.picks:
        if inputs.target is None and scores.kind != CONNECTORS:
            return say("note.people")
        return say(f"note.{scores.kind}")
    entry = int((scores.table["listed"] & scores.table["slot_fit"] & scores.table["entry"]).sum())
    if scores.kind != CONNECTORS and inputs.target is not None and entry < settings.entry_level_least:
        return say("note.entry", count=entry or "nobody", least=settings.entry_level_least)
    return ""


def _counts(scores: Scores, selection: Selection) -> dict[str, int]:
    """Return totals: people, listed, excluded, not_understood, and how many verdicts of each kind."""
    table = scores.table
    verdicts = Counter(table["verdict"])
    entry = dict(zip(table["id"], table["entry"], strict=True))
    return {
        "people": len(table),
        "listed": int(table["listed"].sum()),
        "excluded": int((table["excluded"] != "").sum()),
        "not_understood": verdicts["unknown"],
        "match": verdicts["match"],
        "related": verdicts["related"],
        "entry_level": sum(bool(entry[pick.id]) for pick in selection.picks[:HEAD]),
    }
