"""A look at the workspace without heavy work: how much is in it."""

from __future__ import annotations

from dataclasses import dataclass

from netscout.app.session import Session


@dataclass(frozen=True, slots=True)
class State:
    """How many people and loaded files, and the names of the targets joined by commas."""

    people: int
    files: int
    targets: str


def is_started(session: Session) -> bool:
    """Return whether anything was ever loaded here."""
    from netscout.store.workspace import exists

    return exists(session.workspace)


def state(session: Session) -> State:
    """Return the state of the workspace (raises StoreError where there is none)."""
    from netscout.store.people import all_people
    from netscout.store.sources import NAMED, loaded

    plan = session.plan()
    with session.open() as workspace:
        files = [one for one in loaded(workspace) if one.source.kind != NAMED]
        return State(len(all_people(workspace)), len(files), ", ".join(one.name for one in plan.targets))
