"""The stored ranking: what `show` and `why` read without heavy imports."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from netscout.app.session import Session
from netscout.app.taxonomy import listed
from netscout.errors import StoreError
from netscout.model.lists import CONNECTORS, PRACTITIONERS

if TYPE_CHECKING:
    from netscout.model.ranking import Brief, RankedList, Why
    from netscout.settings import Plan
    from netscout.store.moment import Moment
    from netscout.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A person's place on one list of the stored ranking, and the day it was made."""

    day: str
    target: str
    list: str
    rank: int
    pure_rank: int
    verdict: str
    band: str
    excluded: str | None


def settings_digest(plan: Plan) -> str:
    """Return a digest of everything in targets.toml that shapes a ranking."""
    text = json.dumps(asdict(plan), sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def keep(
    session: Session,
    workspace: Workspace,
    plan: Plan,
    lists: Iterable[RankedList],
    told: Mapping[str, Mapping[str, Why]] | None = None,
    since: Moment | None = None,
) -> None:
    """Store the places of everybody on these lists; a workspace that may only be read keeps none.

    `told` holds for each list the whole answer of `why` for those people most likely to be asked about, `since` is
    when the reading for them began.

    Raises:
        StoreError: `changed-meanwhile`, `busy`, `no-space` and their like.
    """
    from netscout.campaign.learning import bounded
    from netscout.store.ranking import save

    basis = _basis(session, plan)
    move = bounded(plan.settings.reply_shift)
    moved = {"moved": move} if move else {}
    try:
        for one in lists:
            known = (told or {}).get(one.list, {})
            save(
                workspace,
                target=one.target,
                kind=one.list,
                settings_digest=settings_digest(plan),
                day=session.today.isoformat(),
                rows=[_brief(row) | moved | _told(known.get(row.id), basis) for row in one.briefs],
                since=since,
            )
    except StoreError as fault:
        if not fault.is_of_reading_only:  # the lists themselves need no writing
            raise


def _basis(session: Session, plan: Plan) -> str:
    """Return a digest of everything outside the stored network on which the answer of `why` rests."""
    taxonomies = [repr(one) for one in listed(session)]
    text = json.dumps([settings_digest(plan), session.today.isoformat(), session.seed, taxonomies])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _told(why: Why | None, basis: str) -> dict[str, object]:
    return {} if why is None else {"why": asdict(why), "basis": basis}


def stored_why(session: Session, workspace: Workspace, plan: Plan, target: str, person: str) -> dict[str, Why]:
    """Return the stored answer of `why` by list, those lists left out for which none is stored that still holds."""
    from netscout.store.ranking import fresh_row

    basis = _basis(session, plan)
    rows = {kind: fresh_row(workspace, target, kind, person) or {} for kind in (PRACTITIONERS, CONNECTORS)}
    return {kind: _why(row["why"]) for kind, row in rows.items() if row.get("basis") == basis}


def _why(stored: dict[str, Any]) -> Why:
    """Return the object that `asdict` took apart."""
    from netscout.model.ranking import Part, RankRow, Reason, Why

    row = stored["row"]
    parts = {name: tuple(Part(**one) for one in row[name]) for name in ("parts", "gains")}
    reasons = tuple(Reason(**one) for one in row["reasons"])
    whole = RankRow(**{**row, **parts, "reasons": reasons, "flags": tuple(row["flags"])})
    return Why(**{**stored, "row": whole, "changes": tuple(stored["changes"])})


def _brief(row: Brief) -> dict[str, object]:
    return {
        "id": row.id,
        "rank": row.rank,
        "pure_rank": row.pure_rank,
        "verdict": row.verdict,
        "band": row.band,
        "excluded": row.excluded,
        "at": row.company_key,
        "p": round(row.p_reply, 4),
        "strength": row.strength,
    }


def stored_rows(session: Session, person: str) -> list[StoredRow]:
    """Return one person's places on every stored list, targets in name order."""
    from netscout.store.ranking import rows_of

    with session.open() as workspace:
        found = rows_of(workspace, person)
    return [
        StoredRow(day, target, kind, row["rank"], row["pure_rank"], row["verdict"], row["band"], row["excluded"])
        for target, kind, day, row in found
    ]
