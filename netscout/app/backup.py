"""Back the workspace up into one file, and put such a file back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.app.session import Session
from netscout.errors import NetscoutError
from netscout.settings import read_plan_text

if TYPE_CHECKING:
    from netscout.store.restore import Backup


@dataclass(frozen=True, slots=True)
class Weighed:
    """A verified backup beside what it would replace.

    Attributes:
        backup: the verified archive.
        present: how many people the workspace holds now; None if it is there and cannot be read.
        returning: whether it is known that people were forgotten since, who would be back afterwards.
    """

    backup: Backup
    present: int | None
    returning: bool = False


def backup(session: Session, path: Path) -> int:
    """Write database and `targets.toml` into one file and return its size in bytes.

    Raises:
        SettingsError: `targets.toml` cannot be read, so that a restore would refuse it.
        StoreError: the database is damaged or cannot be read.
        OutputError: the file cannot be written; an older one there is kept.
    """
    from netscout.store.backup import backup as write

    session.plan()
    with session.open() as workspace:
        return write(workspace, path, on=session.today.isoformat())


@contextmanager
def weigh(session: Session, path: Path) -> Iterator[Weighed]:
    """Verify a backup and look at what it would replace; nothing is changed.

    Inside the `with` it lies unpacked in the workspace folder.

    Raises:
        InputError: this is no backup, or a damaged one.
        StoreError: it was written by a newer netscout.
        SettingsError: its `targets.toml` cannot be read.
        OutputError: the workspace folder cannot be written to.
    """
    from netscout.store.restore import read_backup

    with read_backup(path, session.workspace) as found:
        if found.targets is not None:
            read_plan_text(found.targets, "targets.toml in the backup")
        yield _weighed(session, found)


def _weighed(session: Session, found: Backup) -> Weighed:
    from netscout.store.forgotten import hashes
    from netscout.store.people import count_people
    from netscout.store.workspace import exists

    if not exists(session.workspace):
        return Weighed(found, 0)
    try:
        with session.open() as workspace:
            return Weighed(found, count_people(workspace), bool(hashes(workspace) - found.forgotten))
    except NetscoutError:
        return Weighed(found, None)


def restore(session: Session, path: Path, weighed: Weighed) -> int:
    """Put a weighed backup in place and return how many people the workspace holds now.

    Raises:
        OutputError, StoreError: everything is as it was.
    """
    from netscout.store.restore import restore as put_back
    from netscout.store.written import record

    put_back(session.workspace, weighed.backup)
    with session.open() as workspace:
        record(workspace, path, "backup", "", session.today.isoformat())
    return weighed.backup.people
