"""One small world for all tests of faults, and the machine's word on whether processes can be traced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults import tracing, world

if TYPE_CHECKING:
    from tests.faults.world import World


@pytest.fixture(scope="session")
def every_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return a world with its workspaces, built once for a session."""
    return world.build(tmp_path_factory.mktemp("world"))


@pytest.fixture
def small_world(every_world: World) -> World:
    """Return the world with nothing loaded and nothing written."""
    every_world.bring_back("fresh")
    return every_world


@pytest.fixture(scope="session")
def traceable() -> None:
    """Skip where no process can be traced, and say why."""
    reason = tracing.missing()
    if reason:
        pytest.skip(reason)
