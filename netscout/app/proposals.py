"""What the exports say happened with people of the campaign: listed, and logged once the user says yes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netscout.app.campaign import workdays
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
    from netscout.app.stats import log_entry
    from netscout.campaign.proposals import as_event, key_of
    from netscout.store.dismissals import take_back

    with session.open() as workspace, workspace.writing():
        if which == "all":
            chosen = read(session, workspace)
        else:
            chosen = _numbered(session, workspace, {int(one) for one in which}, dismissed=True)
            _refuse_reminders(chosen, {int(one) for one in which})
        for one in chosen:
            log_entry(session, workspace, as_event(one, session.today))
            take_back(workspace, key_of(one))
    return chosen


def dismiss(session: Session, which: str | Sequence[int]) -> list[Proposal]:
    """Note that proposals are not wanted and return them: "all", or those of the given numbers; they show no more.

    Raises:
        RefusedError: a number that was never proposed; nothing is noted.
        StoreError: the workspace cannot be written; nothing is noted.
    """
    from netscout.campaign.proposals import key_of
    from netscout.store.dismissals import dismiss as note

    with session.open() as workspace, workspace.writing():
        if which == "all":
            chosen = read(session, workspace)
        else:
            chosen = _numbered(session, workspace, {int(one) for one in which}, dismissed=False)
        for one in chosen:
            note(workspace, key_of(one), on=session.today.isoformat())
    return chosen


def want_again(session: Session, one: Proposal) -> None:
    """Show a dismissed proposal again (raises StoreError)."""
    from netscout.campaign.proposals import key_of
    from netscout.store.dismissals import take_back

    with session.open() as workspace, workspace.writing():
        take_back(workspace, key_of(one))


def _numbered(session: Session, workspace: Workspace, wanted: set[int], *, dismissed: bool) -> list[Proposal]:
    """Return the open proposals of these numbers, with `dismissed` those that were dismissed as well."""
    from netscout.errors import RefusedError

    found = read(session, workspace, dismissed=dismissed)
    unknown = sorted(wanted - {one.number for one in found} - _taken(session, workspace))
    if unknown:
        raise RefusedError(f"there is no proposal {unknown[0]}.", "See the numbers with `netscout changes`.")
    return [one for one in found if one.number in wanted]


def _refuse_reminders(chosen: list[Proposal], wanted: set[int]) -> None:
    from netscout.errors import RefusedError

    for one in chosen:
        if one.rests_on and one.rests_on not in wanted:
            raise RefusedError(
                f"proposal {one.number} is a reminder of the request in proposal {one.rests_on}, which is not logged.",
                f"Take both: netscout changes --accept {one.rests_on},{one.number}",
            )


def _taken(session: Session, workspace: Workspace) -> set[int]:
    """Return the numbers under which proposals stood that were accepted, or overtaken by later ones."""
    from netscout.campaign.proposals import EXPORT, to_the_end
    from netscout.store.events import events

    log = [one for one in events(workspace) if one.source != EXPORT]
    seen, days = _seen(workspace, {one.person for one in log}), workdays(session.plan())
    return {one.number for one in to_the_end(log, *seen, session.today, days=days)}


def read(session: Session, workspace: Workspace, *, dismissed: bool = False) -> list[Proposal]:
    """Return the proposals of an open workspace, as `proposals`; with `dismissed` those the user dismissed as well."""
    from netscout.campaign.proposals import open_proposals
    from netscout.store.dismissals import dismissals
    from netscout.store.events import events

    log = events(workspace)
    gone = set() if dismissed else dismissals(workspace)
    if not log:
        return []
    days = workdays(session.plan())
    return open_proposals(log, *_seen(workspace, {one.person for one in log}), session.today, gone, days)


def _seen(workspace: Workspace, people: set[str]) -> tuple[list[Message], dict[str, str]]:
    """Return the messages of the people of the log, and the names of those who have any."""
    from netscout.errors import UnknownPersonError
    from netscout.store.messages import direct_messages
    from netscout.store.owners import default_owner
    from netscout.store.people import person_of

    owner = default_owner(workspace)
    messages = direct_messages(workspace, people, owner) if owner else []
    names: dict[str, str] = {}
    for one in sorted({letter.person for letter in messages}):
        try:
            names[one] = person_of(workspace, one, owner).display_name
        except UnknownPersonError:
            names[one] = ""
    return messages, names
