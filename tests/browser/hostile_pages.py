"""Reports in which every text that comes from outside is a payload: each payload of a batch in each field."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from typing import TYPE_CHECKING, Any

from netscout.model.answered import Answered, SaidOf, Word
from netscout.model.changes import Arrival, Change, ChangeList
from netscout.model.export import SourceFile
from netscout.model.graph import Link
from netscout.model.ledger import FileAccount, Ignored, Notice, Unreadable
from netscout.model.ranking import Part, RankedList, Reason
from netscout.model.report import Field, OwnNote, TargetCheck
from netscout.model.settled import Doubt
from netscout.model.target import Target
from tests.browser.hostile_payloads import turned
from tests.reports.sample_people import DATA
from tests.reports.sample_report import report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netscout.model.ranking import RankRow
    from netscout.model.report import Ask, NetworkPerson, ReportData

FIELDS = (
    *("name", "title", "company", "address", "note", "target", "role looked for", "company looked for"),
    *("how you met", "reason to leave out", "sentence", "request", "owner", "name of a file"),
)
"""What a payload stands in, at least once each."""
LISTED = 30
"""Rows of one list that a page shows."""
_BATCH_LEAST = 20


def page_of(batch: Sequence[str], copies: int = 3, form: str = "private") -> ReportData:
    """Return a report whose people, lists, targets, notes and files are made of a batch; `copies` people a payload.

    Three people a payload work at each company, so that the map draws it. Each payload is name, title and company of
    somebody in the network and on a list.
    """
    texts = tuple(batch)
    data = report(max(copies * len(texts), _BATCH_LEAST))
    people = tuple(_person(one, place, texts) for place, one in enumerate(data.people))
    targets = tuple(_target(place, texts) for place in range(max(1, -(-len(texts) // (2 * LISTED)))))
    proto = tuple(data.lists[0][0].rows)
    told = cycle(people)
    lists = tuple(
        (_list(one, "practitioners", proto, told, texts), _list(one, "connectors", proto, told, texts))
        for one in targets
    )
    listed = tuple(row.id for pair in lists for ranked in pair for row in ranked.rows)
    marked = {
        one: f"{ranked.target}/{ranked.list}"
        for pair in lists
        for ranked in pair
        for one in (r.id for r in ranked.rows)
    }
    return replace(
        data,
        form=form,
        owner=texts[0],
        targets=targets,
        lists=lists,
        asks=tuple(_ask(data.asks[0], row, pair[0].target) for pair in lists for row in pair[0].rows[:3]),
        people=tuple(replace(one, listed=(marked[one.id],) if one.id in marked else ()) for one in people),
        links=tuple(
            Link(one, other, kind, 0.8, 0.5, texts[place % len(texts)])
            for place, (one, other) in enumerate(zip(listed[:20], listed[20:40], strict=False))
            for kind in ("conversation", "shared-employer")
            if one != other
        ),
        checks=tuple(_check(one) for one in targets),
        notes=tuple(OwnNote(one, f"{text}\n{text}", text[:9]) for one, text in zip(cycle(listed), texts, strict=False)),
        doubts=tuple(Doubt(one, 3, "related", one, (one, texts[0])) for one in turned(texts, 3)[:40]),
        doubtful=len(texts),
        said={one: SaidOf("close", "2026-01-01") for one in listed[:4]},
        answered=Answered("2026-03-01", tuple(Word("job", one, title=one, target=one) for one in texts[:20])),
        **_account(texts),
    )


def targets_of(batch: Sequence[str]) -> ReportData:
    """Return a report that has a target for each payload of a batch, of that name, with nobody on its lists."""
    texts = tuple(batch)
    data = report(_BATCH_LEAST)
    targets = tuple(
        Target(f"{one} {place}", (one,), places=(one,), industries=(one,), motivation=3)
        for place, one in enumerate(texts)
    )
    lists = tuple(
        (RankedList(one.name, "practitioners", ()), RankedList(one.name, "connectors", ())) for one in targets
    )
    checks = tuple(TargetCheck(one.name, ((one.roles[0], one.roles[0], 0, 0),)) for one in targets)
    return replace(data, targets=targets, lists=lists, checks=checks, asks=())


def _person(one: NetworkPerson, place: int, texts: tuple[str, ...]) -> NetworkPerson:
    def text(by: int) -> str:
        return texts[(place + by) % len(texts)]

    company = text(7)
    return replace(
        one,
        name=text(0),
        title=text(13 + place // len(texts)),
        company=company,
        company_key=company.casefold(),
        company_label=company,
        url=(text(29), f"https://www.linkedin.com/in/{text(29)}", one.url)[place % 3],
        sector=one.sector and texts[place % min(len(texts), 5)],
        family=one.family if place % 4 else texts[(place // 4) % min(len(texts), 6)],
        community=text(31),
        excluded=text(37) if place % 5 == 0 else "",
        verdicts={},
    )


def _target(place: int, texts: tuple[str, ...]) -> Target:
    mine = turned(texts, place * 2 * LISTED)[: 2 * LISTED]
    return Target(f"{mine[0]} {place}", mine[:40], mine, mine[:5], mine[:5], motivation=5 - min(place, 4))


def _check(target: Target) -> TargetCheck:
    return TargetCheck(
        target.name,
        tuple((one, one, place % 3, place % 2) for place, one in enumerate(target.roles)),
        tuple((one, one, place % 3) for place, one in enumerate(target.companies)),
        target.places,
    )


def _list(
    target: Target, which: str, proto: tuple[RankRow, ...], people: cycle[NetworkPerson], texts: tuple[str, ...]
) -> RankedList:
    rows = []
    for place in range(min(LISTED, len(proto), len(texts))):
        one, base = next(people), proto[place]
        text = one.name
        rows.append(
            replace(
                base,
                id=one.id,
                name=text,
                title=one.title,
                company=one.company,
                url=one.url,
                list=which,
                rank=place + 1,
                pure_rank=place + 1,
                parts=tuple(replace(part, sentence=f"{text} {part.sentence}", source=text) for part in base.parts),
                gains=(Part("gain.score", base.score, text), Part("gain.company", 1.0, text)),
                reasons=(Reason(text, text), Reason(f"says {text}", text)),
                against=text,
                missing=one.title,
                flags=(text, one.company),
                slot=text if place % 7 == 0 else "",
                title_reason=text,
                reply_fact=text,
                facets=dict.fromkeys(base.facets, one.company),
            )
        )
    return RankedList(target.name, which, tuple(rows), note=texts[0], passed_over=(texts[0], target.roles[-1]))


def _ask(base: Ask, row: RankRow, target: str) -> Ask:
    return replace(
        base,
        person=row.id,
        name=row.name,
        url=row.url,
        title=row.title,
        company=row.company,
        target=target,
        why=row.against,
        chance=row.missing,
        question=row.company,
        request=f"Dear {row.name},\n\n{row.title}\n{row.company}",
    )


def _account(texts: tuple[str, ...]) -> dict[str, Any]:
    """Return the files, what was odd in them, and what changed since the older ones."""
    some = texts[:40]
    kinds = ("new", "gone", "company", "title", "renamed", "email")
    changes = tuple(Change(kinds[place % 6], "p0005", one, one, one) for place, one in enumerate(texts))
    arrivals = tuple(
        Arrival("p0005", one, DATA, "company", "match", one, one, new=False, sentence=f"{one} came.") for one in some
    )
    file = SourceFile(
        texts[0],
        "linkedin",
        "ab" * 32,
        tuple(FileAccount(one, "connections", 3, {"people": 3}) for one in some),
        tuple(Ignored(one, one) for one in some),
    )
    return {
        "changes": ChangeList("2025-06-01", "2026-03-20", changes, 2, 40, 40, arrivals=arrivals),
        "sources": (file,),
        "notices": tuple(Notice("odd", one, one, 14, 2) for one in some),
        "unreadable": tuple(Unreadable(one, 77, one) for one in some),
        "attributions": some[:5],
        "fields": tuple(Field(one, one, 4, 2, one, (one,)) for one in some[:8]),
    }
