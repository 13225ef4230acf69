"""Files written outside the workspace, remembered by path so that `forget` can name what it cannot reach."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netscout.app.session import Session


@contextmanager
def noted(session: Session, path: Path, kind: str, form: str = "") -> Iterator[None]:
    """Remember a file while it is written inside the `with`: before, so that a kill leaves no file unknown.

    A write that fails is taken back. Raises StoreError.
    """
    from netscout.store.written import record, withdraw

    with session.open() as workspace:
        record(workspace, path, kind, form, session.today.isoformat())
    try:
        yield
    except BaseException:
        with session.open() as workspace:
            withdraw(workspace, path)
        raise
