"""The page: everything it shows, gathered as plain values, then written as one file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netscout.app.answered import answered, said_of
from netscout.app.campaign_page import campaign_page
from netscout.app.network import SHOWN, network_people
from netscout.app.phrases import Phrases
from netscout.app.pipeline import Study, candidates, study
from netscout.app.session import Session
from netscout.app.taxonomy import attributions
from netscout.app.titles import doubts_of
from netscout.app.written import began, noted, replacing
from netscout.model.ranking import RankedList, RankRow
from netscout.model.report import Ask, OwnNote, ReportData
from netscout.model.target import Target
from netscout.version import __version__

if TYPE_CHECKING:
    from netscout.app.page_requests import Papers
    from netscout.model.changes import ChangeList
    from netscout.model.exchange import Exchange
    from netscout.model.ranking import Why
    from netscout.store.sources import Account
    from netscout.store.workspace import Workspace
    from netscout.tables import Candidates

DOUBTS = 12
"""Titles the page asks about."""
Pair = tuple[RankedList, RankedList]


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page that was written: `asks` are the people of its first target that it opens with.

    `replaced` says in a sentence that a file of this name was there, "" where none was.
    """

    path: Path
    asks: tuple[Ask, ...]
    replaced: str


def report(
    session: Session,
    *,
    target: str | None = None,
    out: Path | None = None,
    form: str = "mine",
    hide_names: bool = False,
) -> Path:
    """Write the page and return its path (raises OutputError, StoreError, SettingsError)."""
    return report_with_asks(session, target=target, out=out, form=form, hide_names=hide_names).path


def report_with_asks(
    session: Session,
    *,
    target: str | None = None,
    out: Path | None = None,
    form: str = "mine",
    hide_names: bool = False,
) -> WrittenPage:
    """Write the page; return it with the people it opens with (raises as `report`)."""
    from netscout.reports.page import page_place, write_page

    since = began(session)
    data = gather(session, target=target, form=form, hide_names=hide_names)
    path = out or page_place(
        session.workspace, f"report-{session.today.isoformat()}{_suffix(form, hide_names=hide_names)}.html"
    )
    replaced = replacing(session, path)
    session.tell("Writing the page")
    if form != "share":
        _note_page(session)
    write_page(data, path, noted(session, path, "report", form, since=since))
    first = data.targets[0].name if data.targets else ""
    return WrittenPage(path, tuple(one for one in data.asks if one.target == first), replaced)


def _note_page(session: Session) -> None:
    """Remember what this page knows, so that the next one can say what changed because of new answers."""
    from netscout.store.page_marks import note_page

    with session.open() as workspace:
        note_page(workspace, on=session.today.isoformat())


def network_map(
    session: Session, *, out: Path | None = None, form: str = "mine", hide_names: bool = False
) -> WrittenPage:
    """Write territories and link view alone, in one of the forms of the page, and return the page."""
    from netscout.reports.page import page_place, write_map

    since = began(session)
    data = gather(session, form=form, hide_names=hide_names)
    path = out or page_place(
        session.workspace, f"map-{session.today.isoformat()}{_suffix(form, hide_names=hide_names)}.html"
    )
    replaced = replacing(session, path)
    write_map(data, path, noted(session, path, "map", form, since=since))
    return WrittenPage(path, (), replaced)


def gather(session: Session, *, target: str | None = None, form: str = "mine", hide_names: bool = False) -> ReportData:
    """Return everything the page shows."""
    from netscout.app.campaign import desk
    from netscout.app.explore import families, roles
    from netscout.app.lint import shelf
    from netscout.app.page_requests import Papers
    from netscout.app.snapshot import keep
    from netscout.app.target import check_one
    from netscout.store.people import first_names
    from netscout.store.sources import account, whole_account, workspace_id

    plan = session.plan()
    targets = _ordered(plan.targets, plan.target(target))
    with session.open() as workspace:
        found = study(session, workspace)
        session.tell("Ranking")
        tables, lists, answers = _rankings(found, targets)
        for pair, whys in zip(lists, answers, strict=True):
            keep(session, workspace, plan, pair, whys, found.since)
        books = account(workspace) if form == "share" else whole_account(workspace)
        moved = _changes(found, workspace)
        name = workspace_id(workspace)
        own = _own_words(workspace, found, targets, lists, form)
        told = [Phrases(found, table, moved) for table in tables]
        lists = [(_with_facts(pair[0], say), _with_facts(pair[1], say)) for say, pair in zip(told, lists, strict=True)]
        papers = Papers(shelf(session, workspace), desk(session, workspace), first_names(workspace))
        pairs = zip(targets or (None,), told, lists, strict=True)
        asks = tuple(ask for goal, say, pair in pairs for ask in asks_of(say, pair, goal, papers))
    doubts, doubtful = doubts_of(found, tables[0], targets[0] if targets else None, DOUBTS if form != "share" else 0)
    return ReportData(
        workspace=name,
        owner=plan.me.name or (found.owner.owner.name if found.owner else ""),
        owner_id=found.owner.id if found.owner else "",
        today=session.today.isoformat(),
        version=__version__,
        evidence=_evidence(found),
        form=form,
        hide_names=hide_names,
        targets=targets,
        lists=tuple(lists),
        asks=asks,
        people=tuple(network_people(found, tables, lists, targets)),
        links=found.links,
        fields=() if targets else tuple(one for kind in families(found) for one in (kind, *roles(found, kind.family))),
        checks=tuple(check_one(found, one) for one in targets),
        changes=moved,
        weights=plan.settings.weights(),
        attributions=attributions(session),
        doubts=tuple(doubts),
        doubtful=doubtful,
        exchange=_exchange(found, tables[0]),
        unnamed=(plan.me.manager,) if plan.me.manager and not set(plan.me.manager) & set("@/") else (),
        **_books(books),
        **own,
    )


def _books(books: Account) -> dict[str, Any]:
    """Return the fields that tell of the files loaded."""
    fields = {name: getattr(books, name) for name in ("export_date", "sources", "counts", "notices", "unreadable")}
    return {**fields, "source_days": books.days}


def _own_words(
    workspace: Workspace, found: Study, targets: Sequence[Target], lists: Sequence[Pair], form: str
) -> dict[str, Any]:
    """Return the fields that tell what the user said; of a page for others there are none."""
    if form == "share":
        return {}
    return {
        "answered": answered(found, workspace, targets, lists, SHOWN),
        "said": said_of(found),
        "campaign": campaign_page(found.session, workspace, private=form == "private"),
        "notes": _notes(workspace, found, lists) if form == "private" else (),
    }


def _notes(workspace: Workspace, found: Study, lists: Sequence[Pair]) -> tuple[OwnNote, ...]:
    """Return the user's notes on the people of the lists, person by person, oldest first."""
    from netscout.store.details import notes

    listed = {row.id for pair in lists for ranked in pair for row in ranked.chosen[:SHOWN]}
    kept = notes(workspace, found.owner)
    return tuple(OwnNote(person, one.text, one.on) for person in kept if person in listed for one in kept[person])


def _changes(found: Study, workspace: Workspace) -> ChangeList | None:
    """Return the changes since the export before, with who came to a target; None without an owner."""
    from netscout.app.changes import explained
    from netscout.store.changes import changes

    if found.owner is None:
        return None
    return explained(found.plan, workspace, found.owner, changes(workspace, found.owner), found)


def _ordered(targets: tuple[Target, ...], first: Target | None) -> tuple[Target, ...]:
    """Return the targets, the chosen one first, the rest by motivation and file order."""
    rest = sorted((one for one in targets if first is None or one.name != first.name), key=lambda one: -one.motivation)
    return (first, *rest) if first else tuple(rest)


def _rankings(
    found: Study, targets: tuple[Target, ...]
) -> tuple[list[Candidates], list[Pair], list[dict[str, dict[str, Why]]]]:
    """Return for each target its candidates, its two lists, and what `why` says of their first."""
    from netscout.app.rank import rank_all

    tables = [candidates(found, one) for one in targets] or [candidates(found, None)]
    pairs = zip(tables, targets or (None,), strict=True)
    made = [rank_all(found, table, one, count=SHOWN, priced=True) for table, one in pairs]
    return tables, [pair for pair, _ in made], [whys for _, whys in made]


def asks_of(say: Phrases, pair: Pair, target: Target | None, papers: Papers) -> list[Ask]:
    """Return the cards of the three people to write to this week for one target, while the workspace is open."""
    from netscout.app.first import first_of
    from netscout.app.page_requests import requests_for

    rows = first_of(pair)
    texts = requests_for(say.found, say.table, target, rows, papers) if target else {}
    untold = ("", "", "Name a target first: then netscout can write a request.")
    return [_ask(row, target, say, texts.get(row.id, untold)) for row in rows]


def _with_facts(ranked: RankedList, say: Phrases) -> RankedList:
    """Return the list with the fact behind the chance to answer on every row the page shows."""

    def told(row: RankRow) -> RankRow:
        return replace(row, reply_fact=say.fact(row)) if 0 < row.rank <= SHOWN else row

    return replace(ranked, rows=ranked.changed(told))


def _ask(row: RankRow, target: Target | None, say: Phrases, texts: tuple[str, str, str]) -> Ask:
    question, request, no_request = texts
    return Ask(
        person=row.id,
        name=row.name,
        url=row.url,
        title=row.title,
        company=row.company,
        target=target.name if target else "",
        list=row.list,
        why=say.why(row),
        chance=say.chance(row),
        strength=row.strength,
        question=question,
        request=request,
        no_request=no_request,
    )


def _exchange(found: Study, table: Candidates) -> Exchange:
    """Return what was written over time; who is kept off the lists or is gone is not named as an old friend."""
    from netscout.ties import exchange

    off = table.loc[(table["excluded"] != "").to_numpy(bool), "id"]
    return exchange(found.interactions, found.ties, found.session.today, off.tolist())


def _evidence(found: Study) -> str:
    return str(max(found.ties["evidence"], default="E0"))


def _suffix(form: str, *, hide_names: bool) -> str:
    return {"mine": "", "private": "-private", "share": "-share"}[form] + ("-no-names" if hide_names else "")
