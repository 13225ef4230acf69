"""The stored ranking: what `show` and `why` read without heavy imports."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from netscout.app.session import Session
from netscout.errors import StoreError
from netscout.model.ranking import RankedList, RankRow

if TYPE_CHECKING:
    from netscout.settings import Plan
    from netscout.store.workspace import Workspace

_MAY_NOT_WRITE = ("read-only", "no-permission")


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


def keep(session: Session, workspace: Workspace, plan: Plan, lists: Iterable[RankedList]) -> None:
    """Store the places of everybody on these lists; a workspace that may only be read keeps none.

    Raises:
        StoreError: `busy`, `no-space` and their like.
    """
    from netscout.store.ranking import save

    try:
        for one in lists:
            save(
                workspace,
                target=one.target,
                kind=one.list,
                settings_digest=settings_digest(plan),
                day=session.today.isoformat(),
                rows=[_brief(row) for row in one.rows],
            )
    except StoreError as fault:
        if fault.code not in _MAY_NOT_WRITE:  # the lists themselves need no writing
            raise


def _brief(row: RankRow) -> dict[str, object]:
    return {
        "id": row.id,
        "rank": row.rank,
        "pure_rank": row.pure_rank,
        "verdict": row.verdict,
        "band": row.band,
        "excluded": row.excluded,
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
