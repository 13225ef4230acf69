"""Rank: score everybody, choose the diverse lists, put them into the form that every face shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from netscout.app.options import RankOptions
from netscout.app.pipeline import Study, candidates, study
from netscout.app.session import Session
from netscout.app.written import noted, replacing
from netscout.errors import OutputError
from netscout.model.lists import CONNECTORS, PRACTITIONERS
from netscout.model.ranking import RankedList, RankRow, Selection, Why
from netscout.model.target import Target
from netscout.scoring import Scores, assemble, connectors, inputs, kendall_tau, pool, practitioners, whys
from netscout.scoring.inputs import Inputs
from netscout.selection import choose, price_curve
from netscout.settings import Settings

if TYPE_CHECKING:
    import networkx as nx

    from netscout.store.moment import Moment
    from netscout.tables import Candidates

_NESTED = ("parts", "gains", "reasons", "facets", "flags")
KINDS = (PRACTITIONERS, CONNECTORS)
_SCORES = {PRACTITIONERS: practitioners, CONNECTORS: connectors}


@dataclass(frozen=True, slots=True)
class Ranking:
    """The lists asked for, how many places of each were asked for, and when the reading for them began.

    `pauses` say why not to ask anybody today.
    """

    lists: tuple[RankedList, ...]
    count: int
    since: Moment
    pauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scored:
    """One list before it is put into words: what `why` needs of it."""

    inputs: Inputs
    scores: Scores
    selection: Selection
    settings: Settings
    seed: int = 0


def rank(session: Session, options: RankOptions, *, explain_all: bool = False) -> Ranking:
    """Return the lists for one target and keep their places in the workspace.

    `explain_all` makes reasons for everybody shown, not for the first hundred only.

    Raises:
        SettingsError: there is no target of that name.
    """
    from netscout.app.limits import pauses
    from netscout.app.snapshot import keep

    plan = session.plan()
    target = plan.target(options.target)
    with session.open() as workspace:
        found = study(session, workspace)
        session.tell("Ranking", len(found.people))
        kinds = KINDS if options.kind == "both" else (options.kind,)
        table = candidates(found, target)
        scored = {kind: score(found, table, target, options, kind) for kind in kinds}
        shown = {
            kind: [pick.id for pick in one.selection.picks] if explain_all else None for kind, one in scored.items()
        }
        lists = tuple(replace(present(scored[kind], shown[kind]), percent=found.said.proven) for kind in kinds)
        if options.by == "value" and options.diversity is None and options.per_company is None:
            keep(session, workspace, plan, lists, told(scored), found.since)
    return Ranking(lists, options.count, found.since, pauses(found))


def score(found: Study, table: Candidates, target: Target | None, options: RankOptions, kind: str) -> Scored:
    """Return the scores and the choice of one list."""
    from netscout.app.barred import full_companies

    settings = found.plan.settings
    if options.diversity is not None:
        settings = replace(settings, diversity=options.diversity)
    if options.per_company is not None:
        settings = replace(settings, per_company=options.per_company)
    tables = inputs(
        found.people,
        found.ties,
        full_companies(table, found.said, found.plan),
        target=target,
        links=found.links,
        asks=found.said.spent,
        own_company=_own_company(found),
        origin=found.origin,
    )
    scores = _SCORES[kind](tables, settings)
    chosen = choose(pool(tables, scores, options.by), options.count, settings)
    return Scored(tables, scores, chosen, settings, found.session.seed)


def told(scored: Mapping[str, Scored], also: str = "") -> dict[str, dict[str, Why]]:
    """Return by list what `why` says of the first ten of either list, and of one more person."""
    size = RankOptions().count
    short = {
        kind: replace(one, selection=choose(pool(one.inputs, one.scores), size, one.settings))
        for kind, one in scored.items()
    }
    named = dict.fromkeys(pick.id for one in short.values() for pick in one.selection.picks)
    asked = (*named, *((also,) if also and also not in named else ()))
    return {
        kind: whys(one.inputs, one.scores, one.selection, one.settings, persons=asked, seed=one.seed)
        for kind, one in short.items()
    }


def present(scored: Scored, explain: Collection[str] | None = None) -> RankedList:
    """Return one list with a row for everybody."""
    made = assemble(scored.inputs, scored.scores, scored.selection, scored.settings, explain=explain)
    return replace(made, kendall_tau=kendall_tau(scored.scores, scored.seed))


def rank_all(
    found: Study, table: Candidates, target: Target | None, *, count: int = 20, priced: bool = False
) -> tuple[tuple[RankedList, RankedList], dict[str, dict[str, Why]]]:
    """Return both lists of one target with default options, and what `why` says of the first of each.

    With `priced` the practitioners carry the price of variety at several weights and lengths.
    """
    options = RankOptions(count=count)
    scored = {kind: score(found, table, target, options, kind) for kind in KINDS}
    first, second = (replace(present(scored[kind]), percent=found.said.proven) for kind in KINDS)
    if priced:
        one = scored[PRACTITIONERS]
        first = replace(first, curve=price_curve(pool(one.inputs, one.scores, options.by), one.settings))
    return (first, second), told(scored)


def _own_company(found: Study) -> str:
    keys = found.people.loc[found.own, "company"].map(found.companies["key"])
    return str(keys.iloc[0]) if len(keys) else ""


def row_json(row: RankRow) -> dict[str, Any]:
    """Return one row as JSON: the names of the documented shape."""
    return {
        "id": row.id,
        "url": row.url,
        "name": row.name,
        "title": row.title,
        "company": row.company,
        "list": row.list,
        "rank": row.rank,
        "pure_rank": row.pure_rank,
        "verdict": row.verdict,
        "level": row.level,
        "fit": row.fit,
        "score": row.score,
        "p_reply": row.p_reply,
        "p_reply_low": row.p_reply_low,
        "p_reply_high": row.p_reply_high,
        "band": row.band,
        "warmth": row.warmth,
        "warmth_band": row.warmth_band,
        "strength": row.strength,
        "evidence": row.evidence,
        "excluded": row.excluded,
        "parts": {part.key: part.points for part in row.parts},
        "gains": {part.key: part.points for part in row.gains},
        "reasons": list(row.reasons),
        "against": row.against,
        "missing": row.missing,
        "flags": list(row.flags),
        "slot": row.slot,
        "passed_over": row.passed_over,
        "title_reason": row.title_reason,
        "facets": row.facets,
    }


def shown(ranking: Ranking) -> list[RankRow]:
    """Return the places asked for; with more places than people everybody, the unlisted and barred at the end."""
    rows: list[RankRow] = []
    for one in ranking.lists:
        rows += one.rows if ranking.count >= len(one.rows) else one.chosen[: ranking.count]
    return rows


def as_json(ranking: Ranking) -> dict[str, Any]:
    """Return the payload of `rank --json`: `rows`, and for each list its note, price and counts."""
    lists = [
        {
            "target": one.target,
            "list": one.list,
            "price": one.price,
            "kendall_tau": one.kendall_tau,
            "note": one.note,
            "passed_over": list(one.passed_over),
            "counts": one.counts,
            "headline": "percent" if one.percent else "band",
        }
        for one in ranking.lists
    ]
    return {"rows": [row_json(row) for row in shown(ranking)], "lists": lists, "pauses": list(ranking.pauses)}


def as_frame(ranking: Ranking) -> pd.DataFrame:
    """Return one row for each person and list, everybody present, in the order of the lists."""
    rows = [row_json(row) for one in ranking.lists for row in one.rows]
    names = [name for name in rows[0] if name not in _NESTED] if rows else []
    return pd.DataFrame([{name: row[name] for name in names} for row in rows], columns=names)


def as_csv(ranking: Ranking) -> str:
    """Return the places asked for as CSV; cells that a spreadsheet would run are made inert."""
    from netscout.reports.exports.lists import csv_text

    return csv_text([row_json(row) for row in shown(ranking)], ranking.lists[0].target)


def write(session: Session, ranking: Ranking, path: Path, form: str) -> str:
    """Write the lists to a file as csv, xlsx or json; return a sentence if it replaced one, else "".

    Raises OutputError, StoreError.
    """
    from netscout.reports.exports.lists import csv_text, json_text, xlsx_data
    from netscout.reports.exports.writing import write as put

    if form not in ("csv", "xlsx", "json"):
        raise OutputError("a table is for the screen.", "Give --format xlsx, csv or json with --out.")
    data: bytes | str
    if form == "json":
        data = json_text({"schema": 1, "command": "rank", **as_json(ranking)})
    else:
        data = (csv_text if form == "csv" else xlsx_data)(
            [row_json(row) for row in shown(ranking)], ranking.lists[0].target
        )
    replaced = replacing(session, path)
    with noted(session, path, "rank", form, since=ranking.since):
        put(path, data)
    return replaced


def network(session: Session, name: str | None) -> nx.Graph[str]:
    """Return the network of one target (or none) as a graph with documented attributes."""
    from netscout.app.network import SHOWN
    from netscout.app.places import put_places
    from netscout.app.standings import put_standings
    from netscout.ties import graph, inferred

    with session.open() as workspace:
        found = study(session, workspace)
    target = found.plan.target(name)
    table = candidates(found, target)
    scored = {kind: score(found, table, target, RankOptions(count=SHOWN), kind) for kind in KINDS}
    numbers_of = scored[PRACTITIONERS].scores.table
    numbers = {key: dict(zip(numbers_of["id"], numbers_of[key], strict=True)) for key in ("warmth", "fit")}
    made = graph(
        found.people,
        found.ties,
        candidates=table,
        links=(*found.links, *inferred(found.people, table, found.origin)),
        scores=numbers,
        target=target.name if target else "",
        origin=found.origin,
    )
    lists = [assemble(one.inputs, one.scores, one.selection, one.settings, explain=()) for one in scored.values()]
    put_standings(made, lists, {one.name: candidates(found, one) for one in found.plan.targets if one is not target})
    put_places(made, found, table)
    return made
