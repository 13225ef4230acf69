"""The requests that the page opens with: made and held against the rules as `draft` does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.app.draft import Asking, facts_of, with_ledger
from netscout.app.drafting import best
from netscout.campaign import draft as writing
from netscout.errors import RefusedError

if TYPE_CHECKING:
    from netscout.app.campaign import Desk
    from netscout.app.lint import Shelf
    from netscout.app.pipeline import Study
    from netscout.model.ranking import RankRow
    from netscout.model.target import Target
    from netscout.tables import Candidates


@dataclass(frozen=True, slots=True)
class Papers:
    """What requests are held against while the workspace is open: the shelf, the campaign, first names by id."""

    held: Shelf
    desk: Desk
    firsts: Mapping[str, str]


def requests_for(
    found: Study, table: Candidates, target: Target, rows: Sequence[RankRow], papers: Papers
) -> dict[str, tuple[str, str, str]]:
    """Return for each person the question to ask, the request text, and the reason where none could be written."""
    from netscout.app.lint import record_of
    from netscout.store.people import person_of

    out = {}
    for row in rows:
        person = person_of(papers.held.workspace, row.id)
        record = record_of(papers.held, person)
        bare = facts_of(found, table, row, target, papers.firsts)
        facts = with_ledger(bare, Asking(papers.held, papers.desk, record), person)
        try:
            versions = writing.versions(facts, "message", papers.desk.today, record.note_limit)
            text, reason = best(versions, record, papers.desk.today)[0].body, ""
        except RefusedError as refused:
            text, reason = "", refused.message
        out[row.id] = (writing.question(facts), text, reason)
    return out
