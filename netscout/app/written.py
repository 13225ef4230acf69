"""Files written where the user wants them: never over our own, never with somebody forgotten meanwhile.

They are remembered by path, so that `forget` can name what it cannot reach.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.app.session import Session

if TYPE_CHECKING:
    from netscout.store.moment import Moment


def began(session: Session) -> Moment:
    """Return what the workspace is as the work begins; to be taken before anything is read (raises StoreError)."""
    from netscout.store.moment import moment

    with session.open() as workspace:
        return moment(workspace)


_REPLACED = {
    "none": "",
    "own": "It replaced the file that was there.",
    "other": "It replaced a file that was there and that netscout had not written.",
}


def replacing(session: Session, path: Path) -> str:
    """Return what to say of a file about to be written: that one of this name stands there, "" where none does."""
    from netscout.store.written import standing

    with session.open() as workspace:
        return _REPLACED[standing(workspace, path)]


@contextmanager
def noted(
    session: Session, path: Path, kind: str, form: str = "", *, since: Moment, hold: bool = True
) -> Iterator[None]:
    """Remember a file while it is written inside the `with`: before, so that a kill leaves no file unknown.

    `since` is when the work began. Inside, everybody is kept from forgetting: make the content before. Without `hold`,
    for what takes long to write, nobody is kept from anything, and whether somebody was forgotten is asked afterwards.
    A write that fails is taken back.

    Raises:
        OutputError: a file of a workspace stands there.
        StoreError: `changed-meanwhile` if somebody was forgotten since; `busy` and their like.
    """
    from netscout.store.guard import refuse_own
    from netscout.store.moment import ensure_since, held_since
    from netscout.store.written import record, withdraw

    refuse_own(session.workspace, path)
    with session.open() as workspace:
        record(workspace, path, kind, form, session.today.isoformat())
        try:
            ensure_since(workspace, since)
            with held_since(workspace, since) if hold else nullcontext():
                yield
            ensure_since(workspace, since)
        except BaseException:
            withdraw(workspace, path)
            raise
