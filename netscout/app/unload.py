"""The loads of a workspace, and one of them taken out again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.app.session import Session

if TYPE_CHECKING:
    from netscout.model.load import Load


@dataclass(frozen=True, slots=True)
class Unloaded:
    """A load that was taken out, and what could not be reached: see `netscout.app.forget.Forgotten`."""

    load: Load
    outside: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    stuck: tuple[str, ...] = ()


def loads(session: Session) -> list[Load]:
    """Return every load in the order of loading (raises StoreError)."""
    from netscout.store.unload import loads as all_loads

    with session.open() as workspace:
        return all_loads(workspace)


def weigh(session: Session, number: int) -> Load:
    """Return a load and whom taking it out would delete; nothing is changed.

    Raises:
        RefusedError: there is no load of that number.
        StoreError: the workspace cannot be read.
    """
    from netscout.store.unload import load_of

    with session.open() as workspace:
        return load_of(workspace, number)


def unload(session: Session, load: Load) -> Unloaded:
    """Take a load out; a kill at any moment leaves it whole or gone, and the next command finishes.

    Raises:
        RefusedError: it is not there any more.
        StoreError: the workspace cannot be written; it is as it was.
    """
    from netscout.matching.identity import resolve
    from netscout.store.folder import strangers
    from netscout.store.unload import unload as take_out
    from netscout.store.written import written

    with session.open() as workspace:
        left = take_out(workspace, load.number, on=session.today.isoformat(), resolve=resolve)
        return Unloaded(
            load,
            tuple(one.path for one in written(workspace)),
            tuple(str(one) for one in strangers(workspace.path)),
            tuple(str(one) for one in left),
        )
