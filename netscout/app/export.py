"""Export: people, lists and network as files for other programs, each made harmless for the one that opens it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netscout.app.export_rows import notes_of, people_rows
from netscout.app.session import Session
from netscout.app.written import began, noted, replacing
from netscout.errors import RefusedError
from netscout.reports.exports.fields import FORMATS, PEOPLE, PERSONAL, PRIVATE_SHORTLIST, SHORTLIST

if TYPE_CHECKING:
    from netscout.app.rank import Ranking
    from netscout.store.moment import Moment


@dataclass(frozen=True, slots=True)
class Wish:
    """What to export: `what` is a key of FORMATS; `form` "" goes by the ending of `out`, then by the first format.

    `private` adds notes to a shortlist or graph; `target` and `count` (places on each list) are for those two; `bom`
    marks csv as UTF-8 for spreadsheets.
    """

    what: str
    out: Path | None = None
    form: str = ""
    target: str | None = None
    count: int = 10
    private: bool = False
    bom: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written.

    Attributes:
        path: the file, or the folder of cards.
        what, format: as wished.
        contains: `personal` (addresses, phones, notes), `private` (notes) or `mine` (neither).
        rows: people, places on lists, or nodes of the graph; rows of links for a graph as csv.
        cut: cells that were longer than the format holds.
        replaced: a sentence that a file of this name was there, "" where none was.
    """

    path: Path
    what: str
    format: str
    contains: str
    rows: int
    cut: int = 0
    replaced: str = ""


@dataclass(frozen=True, slots=True)
class _Made:
    """The content of a file, and the account of it."""

    data: bytes | str
    rows: int
    cut: int = 0


def export(session: Session, wish: Wish) -> Exported:
    """Write what was wished and return the account of it.

    Raises:
        RefusedError: there is no such format of this, or no folder was named for cards.
        OutputError: the file cannot be written; an older one there is kept.
        SettingsError: there is no target of that name.
        StoreError: the workspace cannot be read.
    """
    form = format_of(wish)
    if (wish.what, form) in (("people", "json"), ("cards", "md")):
        return _lossless(session, wish, form)
    since = began(session)
    if wish.what == "people":
        made = _people(session, wish, form, people_rows(session))
    elif wish.what == "shortlist":
        made = _shortlist(session, wish, form)
    elif wish.what == "session":
        made = _handout(session, wish, form)
    else:
        made = _graph(session, wish, form)
    return _write(session, wish, form, made, since)


def format_of(wish: Wish) -> str:
    """Return the format to write (raises RefusedError where there is none of that name)."""
    known = FORMATS[wish.what]
    ending = wish.out.suffix.removeprefix(".").lower() if wish.out is not None else ""
    form = wish.form or ("md" if wish.what == "cards" else ending) or known[0]
    if form not in known:
        asked = f"as {form}" if wish.form else "to a file of this ending"
        raise RefusedError(f"`{wish.what}` is not written {asked}.", f"Give --format one of: {', '.join(known)}.")
    return form


def as_json(done: Exported) -> dict[str, Any]:
    """Return the payload of `export --json`."""
    return {
        "what": done.what,
        "format": done.format,
        "path": str(done.path),
        "contains": done.contains,
        "rows": done.rows,
        "cut": done.cut,
        "replaced": bool(done.replaced),
    }


def _lossless(session: Session, wish: Wish, form: str) -> Exported:
    from netscout.app.lossless import export_cards, export_json

    if wish.what == "cards" and wish.out is None:
        raise RefusedError("cards go into a folder of their own.", "Name it: netscout export cards --out my-cards.")
    path = wish.out or _place(session, f"people-{session.today.isoformat()}.json")
    written = (export_cards if wish.what == "cards" else export_json)(session, path)
    return Exported(path, wish.what, form, "personal", written.people, replaced=written.replaced)


def _people(session: Session, wish: Wish, form: str, rows: list[dict[str, Any]]) -> _Made:
    from netscout.reports.exports.markdown import people_text
    from netscout.reports.exports.sheets import csv_text
    from netscout.reports.exports.vcards import vcf_text
    from netscout.reports.exports.xlsx import Sheet, workbook

    if form == "vcf":
        return _Made(vcf_text(rows), len(rows))
    if form == "md":
        return _Made(people_text(rows, session.today.isoformat()), len(rows))
    if form == "csv":
        return _Made(csv_text(PEOPLE, rows, bom=wish.bom), len(rows))
    data, cut = workbook(Sheet("People", PEOPLE, rows))
    return _Made(data, len(rows), cut)


def _shortlist(session: Session, wish: Wish, form: str) -> _Made:
    from netscout.app.options import RankOptions
    from netscout.app.rank import rank
    from netscout.reports.cleaning import redact
    from netscout.reports.exports.lists import json_text, pages, with_why
    from netscout.reports.exports.markdown import lists_text
    from netscout.reports.exports.sheets import csv_text
    from netscout.reports.exports.xlsx import workbook

    ranking = rank(session, RankOptions(target=wish.target, count=wish.count), explain_all=True)
    if form == "vcf":
        return _listed_cards(session, ranking)
    whole = _without_addresses(ranking, notes_of(session) if wish.private else {})
    rows = whole["rows"]
    if form == "json":
        return _Made(json_text({"schema": 1, "command": "export", **whole}), len(rows))
    if form == "md":
        return _Made(lists_text(ranking.lists, rows, session.today.isoformat()), len(rows))
    target = redact(ranking.lists[0].target)
    if form == "csv":
        fields = PRIVATE_SHORTLIST if wish.private else SHORTLIST
        return _Made(csv_text(fields, [with_why(row, target) for row in rows], bom=wish.bom), len(rows))
    data, cut = workbook(*pages(rows, target, notes=wish.private))
    return _Made(data, len(rows), cut)


def _listed_cards(session: Session, ranking: Ranking) -> _Made:
    """Return those listed as a personal file, each once, in the order of the lists."""
    from netscout.app.rank import shown
    from netscout.reports.exports.vcards import vcf_text

    everybody = {row["id"]: row for row in people_rows(session)}
    listed = [everybody[one] for one in dict.fromkeys(row.id for row in shown(ranking)) if one in everybody]
    return _Made(vcf_text(listed), len(listed))


def _without_addresses(ranking: Ranking, notes: Mapping[str, str]) -> dict[str, Any]:
    """Return the payload of the lists with no e-mail address or phone number in any text but the user's notes."""
    from netscout.app.rank import as_json as payload
    from netscout.app.rank import row_json, shown
    from netscout.reports.cleaning import redact, without_addresses

    said = [row_json(without_addresses(row)) for row in shown(ranking)]
    rows = [{**row, "note": notes.get(row["id"], "")} for row in said] if notes else said
    lists = [
        {**one, "note": redact(one["note"]), "passed_over": [redact(text) for text in one["passed_over"]]}
        for one in payload(replace(ranking, count=0))["lists"]
    ]
    return {"rows": rows, "lists": lists}


def _graph(session: Session, wish: Wish, form: str) -> _Made:
    from netscout.app.rank import network
    from netscout.reports.exports import graph_xml, graphs

    drawn = graphs.Drawn(network(session, wish.target), notes_of(session) if wish.private else {})
    if form == "csv":
        return _Made(graphs.edge_list(drawn, bom=wish.bom), drawn.graph.number_of_edges())
    if form == "gexf":
        text = graph_xml.gexf(drawn, session.today.isoformat())
    else:
        text = graph_xml.graphml(drawn) if form == "graphml" else graphs.node_link(drawn)
    return _Made(text, drawn.graph.number_of_nodes())


def _handout(session: Session, wish: Wish, form: str) -> _Made:
    from netscout.app.handout import handout
    from netscout.reports.handout import html_text, markdown_text

    paper = handout(session, wish.target, wish.count, private=wish.private)
    placed = {row.id for one in paper.lists for row in one.rows}
    return _Made(html_text(paper) if form == "html" else markdown_text(paper), len(placed))


def _write(session: Session, wish: Wish, form: str, made: _Made, since: Moment) -> Exported:
    from netscout.reports.exports.writing import write

    path = wish.out or _place(session, f"{wish.what}-{session.today.isoformat()}.{form}")
    replaced = replacing(session, path)
    with noted(session, path, wish.what, form, since=since):
        write(path, made.data)
    return Exported(path, wish.what, form, _contains(wish, form), made.rows, made.cut, replaced)


def _contains(wish: Wish, form: str) -> str:
    if (wish.what, form) in PERSONAL:
        return "personal"
    return "private" if wish.private else "mine"


def _place(session: Session, name: str) -> Path:
    from netscout.reports.exports.writing import default_place

    return default_place(session.workspace, name)
