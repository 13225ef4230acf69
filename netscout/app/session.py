"""What every use case is handed: where the workspace is and which day it is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.settings import Plan, read_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netscout.store.workspace import Workspace

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Session:
    """One call of netscout: the workspace folder, the day, the seed. Clock and environment were read before.

    `progress` is told what is being done and how many rows of it are done; it may be None.
    """

    workspace: Path
    today: date
    seed: int = 0
    progress: Progress | None = None

    @property
    def targets_file(self) -> Path:
        """Return the path of `targets.toml`."""
        return self.workspace / "targets.toml"

    def plan(self) -> Plan:
        """Read `targets.toml` (raises SettingsError)."""
        return read_plan(self.targets_file)

    def tell(self, what: str, done: int = 0) -> None:
        """Report progress, if anybody listens."""
        if self.progress is not None:
            self.progress(what, done)

    @contextmanager
    def open(self, *, create: bool = False) -> Iterator[Workspace]:
        """Open the workspace for one use case (raises StoreError)."""
        from netscout.store.workspace import Workspace

        with Workspace.open(self.workspace, create=create) as workspace:
            yield workspace
