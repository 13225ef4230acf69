"""What changed between two exports of the user."""

from __future__ import annotations

from netscout.app.session import Session
from netscout.model.changes import ChangeList


def changes(session: Session, since: str | None = None) -> ChangeList | None:
    """Return the changes from the previous export (or the newest on or before `since`) to the newest one.

    Raises:
        RefusedError: `since` is no date.
    """
    from datetime import date

    from netscout.errors import RefusedError
    from netscout.store.changes import changes as stored
    from netscout.store.owners import default_owner

    if since is not None:
        try:
            date.fromisoformat(since)
        except ValueError as fault:
            raise RefusedError("--since is no date.", "Write it as YYYY-MM-DD.") from fault
    with session.open() as workspace:
        owner = default_owner(workspace)
        return stored(workspace, owner, since) if owner else None
