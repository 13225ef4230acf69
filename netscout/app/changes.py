"""What changed between two exports of the user, with who came to a target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from netscout.app.session import Session
from netscout.model.changes import KINDS, Change, ChangeList

if TYPE_CHECKING:
    from netscout.app.pipeline import Study
    from netscout.settings import Plan
    from netscout.store.owners import StoredOwner
    from netscout.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Compared:
    """The changes, None in an empty workspace, and the days of all exports that can be compared, oldest first."""

    changes: ChangeList | None
    exports: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the payload of `changes --json` besides the proposals."""
        return {"exports": list(self.exports), "changes": changes_json(self.changes)}


def compared(session: Session, since: str | None = None, until: str | None = None) -> Compared:
    """Return the changes from one export to another.

    To the newest on or before `until` (None: of all), from the newest on or before `since` (None: the one before it).

    Raises:
        RefusedError: `since` or `until` is no date, or they stand the wrong way round.
    """
    from netscout.errors import RefusedError
    from netscout.store.changes import changes as stored
    from netscout.store.changes import export_days
    from netscout.store.owners import default_owner

    since, until = (_day(option, text) for option, text in (("--since", since), ("--until", until)))
    if since and until and since > until:
        raise RefusedError("--since is later than --until.", "Give the earlier day to --since.")
    with session.open() as workspace:
        owner = default_owner(workspace)
        if owner is None:
            return Compared(None, ())
        found = explained(session.plan(), workspace, owner, stored(workspace, owner, since, until))
        return Compared(found, export_days(workspace, owner))


def explained(
    plan: Plan, workspace: Workspace, owner: StoredOwner, found: ChangeList, study: Study | None = None
) -> ChangeList:
    """Return the changes without moves that only write a company otherwise, and with who came to a target.

    What a `study` of the network knows of titles and fields of business is not worked out again. People who are never
    to be written to are left out of the arrivals, not of the changes.
    """
    if not found.steps:
        return found
    from netscout.app.arrivals import Reading, arrivals
    from netscout.matching.companies import linked
    from netscout.matching.memory import TitleMemory
    from netscout.store.settled import settled_titles

    cells = [cell for one in found.steps for cell in (one.company_before, one.company)]
    positions = owner.owner.positions
    links = linked([*cells, *(one.company for one in positions)], plan.aliases)
    keys = {cell: link.key for cell, link in links.items()}
    kept = tuple(one for one in found.changes if one.kind != "company" or _is_move(one, keys))
    fields = {cell: link.sector for cell, link in links.items()}
    memory = TitleMemory()
    if study is not None:
        fields |= dict(zip(study.companies.index, study.companies["sector"], strict=True))
        memory = study.memory
    reading = Reading(settled_titles(workspace), plan.aliases, fields, positions, memory)
    off = _never(workspace)
    steps = [one for one in found.steps if one.person not in off]
    return replace(found, changes=kept, arrivals=arrivals(steps, plan.targets, reading))


def _is_move(one: Change, keys: Mapping[str, str]) -> bool:
    """Return whether two cells name two employers; a cell that names none says nothing."""
    return bool(keys[one.after]) and keys[one.after] != keys[one.before]


def _never(workspace: Workspace) -> set[str]:
    """Return whom the user wants off the lists, or who is not to be written to."""
    from netscout.campaign.proposals import not_to_be_contacted
    from netscout.store.events import events
    from netscout.store.labels import avoided

    return {*avoided(workspace), *not_to_be_contacted(events(workspace))}


def _day(option: str, text: str | None) -> str | None:
    from datetime import date

    from netscout.errors import RefusedError

    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError as fault:
        raise RefusedError(f"{option} is no date.", "Write it as YYYY-MM-DD.") from fault


def changes_json(found: ChangeList | None) -> dict[str, Any] | None:
    """Return a change list as JSON: counts by kind, each change by person id, and who came to a target."""
    if found is None:
        return None
    return {
        "before": found.before,
        "after": found.after,
        "hidden": found.hidden,
        "listed": {"before": found.listed_before, "after": found.listed_after},
        "counts": {kind: len(found.of(kind)) for kind in KINDS},
        "targets": list(found.arrivals),
        "changes": list(found.changes),
    }
