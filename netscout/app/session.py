"""What every use case is handed: where the workspace is and which day it is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.model.target import Me
from netscout.settings import Plan, read_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netscout.store.workspace import Workspace

Progress = Callable[[str, int, float], None]


@dataclass(frozen=True, slots=True)
class Session:
    """One call of netscout: the workspace folder, the day, the seed. Clock and environment were read before.

    `progress` is told what is being done, how many rows of it are done and which share of all reading is; it may be
    None. `me` names the owner whose network is meant (profile address, e-mail address, id or name); None is the one
    loaded first.
    """

    workspace: Path
    today: date
    seed: int = 0
    progress: Progress | None = None
    me: str | None = None

    @property
    def targets_file(self) -> Path:
        """Return the path of `targets.toml`."""
        return self.workspace / "targets.toml"

    def plan(self) -> Plan:
        """Read `targets.toml` (raises SettingsError); its table `[me]` speaks of the owner loaded first alone."""
        plan = read_plan(self.targets_file)
        return plan if self.me is None or self._is_first() else replace(plan, me=Me())

    def _is_first(self) -> bool:
        from netscout.store.owners import owners

        with self.open() as workspace:
            return [one.number for one in owners(workspace)][:1] == [workspace.owner]

    def tell(self, what: str, done: int = 0) -> None:
        """Report progress, if anybody listens."""
        if self.progress is not None:
            self.progress(what, done, 0.0)

    @contextmanager
    def open(self, *, create: bool = False) -> Iterator[Workspace]:
        """Open the workspace for one use case.

        Raises:
            StoreError: as `Workspace.open`.
            RefusedError: no owner of the workspace answers to `me`.
        """
        from netscout.store.faults import told
        from netscout.store.workspace import DATABASE, Workspace

        with told(self.workspace / DATABASE), Workspace.open(self.workspace, create=create) as workspace:
            if self.me is not None:
                workspace.owner = _number(workspace, self.me)
            yield workspace


def _number(workspace: Workspace, text: str) -> int:
    from netscout.errors import RefusedError
    from netscout.store.owners import match_me

    found = match_me(workspace, text)
    if found is None:
        raise RefusedError(
            "no member whose export is in this workspace answers to --me.",
            "See them with `netscout people --owners`, then give the profile address or the id.",
        )
    return found.number
