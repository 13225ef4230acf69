"""Everything the user said that shapes a ranking, as it is now or as it was when an earlier page was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netscout.model.settled import Settled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from netscout.app.session import Session
    from netscout.model.event import Event
    from netscout.model.goodwill import Goodwill
    from netscout.model.person import Label
    from netscout.model.standing import Standing
    from netscout.store.page_marks import Mark
    from netscout.store.workspace import Workspace

_EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Said:
    """The user's words in force.

    Attributes:
        known: how they know people, by id.
        avoided: whom they keep off the lists: id to their reason, "" for none.
        events: what they logged, in the order of logging, entries taken back left out.
        standings: what follows from those: how things stand with whom, by id.
        spent: what asking them has cost, by id.
        settled: what they said of titles.
        proven: enough of their requests came to an end for percentages in headlines.
    """

    known: Mapping[str, Label] = field(default_factory=dict)
    avoided: Mapping[str, str] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    spent: Mapping[str, Goodwill] = field(default_factory=dict)
    settled: Settled = field(default_factory=Settled)
    proven: bool = False

    @property
    def labels(self) -> dict[str, str]:
        """Return how they know people as a word, by id."""
        return {person: one.label for person, one in self.known.items()}


def said_now(session: Session, workspace: Workspace) -> Said:
    """Return what the user said up to now (raises StoreError)."""
    from netscout.app.stats import proven
    from netscout.store.events import events
    from netscout.store.labels import avoided, labels
    from netscout.store.settled import settled_titles

    log = tuple(events(workspace))
    return Said(
        labels(workspace),
        avoided(workspace),
        *_told(session, workspace, log),
        settled_titles(workspace),
        proven(session, workspace),
    )


def said_by(session: Session, workspace: Workspace, mark: Mark) -> Said:
    """Return what the user had said when an earlier page was written; what exports tell of stands in both."""
    from netscout.store.events import events
    from netscout.store.labels import avoided, labels
    from netscout.store.page_marks import said_before
    from netscout.store.settled import settled_titles

    log = _standing([one for one in events(workspace, all_entries=True) if _counts(one, mark)])
    return Said(
        labels(workspace, until=mark.label),
        avoided(workspace, until=mark.avoid),
        *_told(session, workspace, log),
        settled_titles(workspace, known=said_before(mark)),
    )


def _told(
    session: Session, workspace: Workspace, log: tuple[Event, ...]
) -> tuple[tuple[Event, ...], dict[str, Standing], dict[str, Goodwill]]:
    """Return the log, how things stand with everybody in it, and what asking them has cost."""
    from netscout.app.campaign import desk
    from netscout.campaign.goodwill import goodwill

    held = desk(session, workspace, log)
    found = held.standings()
    return log, found, {one: goodwill(held.logs[one], found[one], session.today) for one in found}


def _counts(one: Event, mark: Mark) -> bool:
    return one.seq <= mark.event or one.source == _EXPORT


def _standing(entries: Sequence[Event]) -> tuple[Event, ...]:
    """Return the entries that are neither taken back nor the taking back itself."""
    gone = {one.retracts for one in entries if one.retracts is not None}
    return tuple(one for one in entries if one.retracts is None and one.seq not in gone)
