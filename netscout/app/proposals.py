"""What the exports say happened with people of the campaign: listed, and logged once the user says yes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netscout.app.session import Session
from netscout.model.proposal import Proposal

if TYPE_CHECKING:
    from netscout.model.proposal import Message
    from netscout.store.workspace import Workspace


def proposals(session: Session) -> list[Proposal]:
    """Return the events that messages tell of and the log does not, by time; empty without a log or messages.

    Raises:
        StoreError: the workspace cannot be read.
    """
    with session.open() as workspace:
        return read(session, workspace)


def accept(session: Session, which: str | Sequence[int]) -> list[Proposal]:
    """Log proposals and return them: "all", or those of the given numbers; what is logged already stays as it is.

    Raises:
        RefusedError: a number that was never proposed, or a reminder without the request it belongs to; nothing is
            logged.
        StoreError: the workspace cannot be written; nothing is logged.
    """
    from netscout.campaign.proposals import as_event
    from netscout.store.events import append_event

    with session.open() as workspace, workspace.writing():
        found = read(session, workspace)
        chosen = found if which == "all" else _chosen(session, workspace, found, {int(one) for one in which})
        for one in chosen:
            append_event(workspace, as_event(one, session.today))
    return chosen


def _chosen(session: Session, workspace: Workspace, found: list[Proposal], wanted: set[int]) -> list[Proposal]:
    from netscout.errors import RefusedError

    known = {one.number for one in found} | _taken(session, workspace)
    unknown = sorted(wanted - known)
    if unknown:
        raise RefusedError(f"there is no proposal {unknown[0]}.", "See the numbers with `netscout changes`.")
    chosen = [one for one in found if one.number in wanted]
    for one in chosen:
        if one.rests_on and one.rests_on not in wanted:
            raise RefusedError(
                f"proposal {one.number} is a reminder of the request in proposal {one.rests_on}, which is not logged.",
                f"Take both: netscout changes --accept {one.rests_on},{one.number}",
            )
    return chosen


def _taken(session: Session, workspace: Workspace) -> set[int]:
    """Return the numbers under which proposals stood that were accepted, or overtaken by later ones."""
    from netscout.campaign.proposals import EXPORT, propose
    from netscout.store.events import events

    log = [one for one in events(workspace) if one.source != EXPORT]
    return {one.number for one in propose(log, *_seen(workspace, {one.person for one in log}), session.today)}


def read(session: Session, workspace: Workspace) -> list[Proposal]:
    """Return the proposals of an open workspace, as `proposals`."""
    from netscout.campaign.proposals import open_proposals
    from netscout.store.events import events

    log = events(workspace)
    return open_proposals(log, *_seen(workspace, {one.person for one in log}), session.today) if log else []


def _seen(workspace: Workspace, people: set[str]) -> tuple[list[Message], dict[str, str]]:
    """Return the messages of the people of the log, and their names."""
    from netscout.errors import UnknownPersonError
    from netscout.store.messages import direct_messages
    from netscout.store.owners import default_owner
    from netscout.store.people import person_of

    owner = default_owner(workspace)
    names: dict[str, str] = {}
    for one in sorted(people):
        try:
            names[one] = person_of(workspace, one, owner).display_name
        except UnknownPersonError:
            names[one] = ""
    return direct_messages(workspace, people, owner) if owner else [], names
