"""Commands killed, interrupted and refused by the system in the middle of writing: the old state or the new one."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.examples import some
from tests.faults import sweep, tracing
from tests.faults.oracle import judge, learn, look
from tests.faults.scenarios import Scenario, scenarios
from tests.faults.tracing import Ended, Point

if TYPE_CHECKING:
    from tests.faults.world import World

pytestmark = pytest.mark.usefixtures("traceable")
BY_NAME = {one.name: one for one in scenarios()}
FEW = ("load first", "avoid", "forget", "refer withdrawn", "stats learn")
"""Scenarios of which a few points are tried at every commit; the slow tests try all scenarios."""
HEAVY = (
    *("map", "rank", "rank out", "report", "start", "start with words", "demo", "explore", "why", "target check"),
    *("titles list", "draft", "draft mail", "draft alone", "prep outcome", "prep found", "export session"),
    *("export session md", "export shortlist", "export graph"),
)
"""Scenarios that take seconds under strace: of these a kill each, and errors in the long proof alone."""


@pytest.mark.check(50, 51)
@pytest.mark.parametrize("name", some(2, FEW))
def test_a_kill(small_world: World, name: str) -> None:
    """A pulled plug that leaves half an import, a note of one forgotten, or a workspace nobody can open."""
    tally = sweep.swept(small_world, BY_NAME[name], 2, 0, 0)[0]
    assert not tally.wrong, "\n".join(tally.wrong)
    assert tally.hit == tally.points == 2


@pytest.mark.check(50, 51, 52, 53, 54, 56)
@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_every_command(small_world: World, name: str) -> None:
    """The same for every command that writes, and for every error of the system that may meet it."""
    tally = sweep.struck(small_world, BY_NAME[name], errors=name not in HEAVY)
    assert not tally.wrong, "\n".join(tally.wrong)
    assert tally.points >= (1 if name in HEAVY else 2)


@pytest.mark.check(52, 53, 54, 56)
@pytest.mark.parametrize("name", FEW[1:2])
def test_a_full_disk_and_its_like(small_world: World, name: str) -> None:
    """An error of the system that passes for success, loses the old state, or ends as a traceback."""
    tally = sweep.swept(small_world, BY_NAME[name], 0, 1, 0)[1]
    assert not tally.wrong, "\n".join(tally.wrong)
    assert tally.points >= 4


@pytest.mark.check(55)
@pytest.mark.slow
@pytest.mark.parametrize("name", FEW)
def test_ctrl_c(small_world: World, name: str) -> None:
    """Ctrl-C at a write that leaves anything but old or new."""
    tally = sweep.swept(small_world, BY_NAME[name], 0, 0, 2)[2]
    assert not tally.wrong, "\n".join(tally.wrong)


def test_the_oracle_sees_half_an_import(small_world: World) -> None:
    """An oracle that takes a torn workspace, a false success or a traceback for good."""
    scenario = BY_NAME["avoid"]
    known = learn(small_world, scenario)
    small_world.bring_back(scenario.name)
    assert judge(small_world, scenario, known, Ended(-9, "", "")) == []
    small_world.bring_back(scenario.name)
    assert any("exit 0 without" in one for one in judge(small_world, scenario, known, Ended(0, "", "")))
    small_world.bring_back(scenario.name)
    with sqlite3.connect(small_world.workspace / "netscout.db") as db:
        db.execute("DELETE FROM sighting WHERE id = 1")
    db.close()
    torn = judge(small_world, scenario, known, Ended(-9, "", ""))
    assert any("neither old nor new" in one for one in torn)
    assert any(one.startswith("doctor") for one in torn)
    small_world.bring_back(scenario.name)
    (small_world.workspace / "targets.toml").chmod(0o644)
    assert any("others may read" in one for one in judge(small_world, scenario, known, Ended(1, "", "Traceback")))


def test_the_oracle_sees_residue(small_world: World) -> None:
    """A name that stays in a file of the workspace after `forget`, packed or plain."""
    scenario = Scenario("nothing", "used", ("doctor",), forgets=True)
    known = learn(small_world, scenario)
    small_world.bring_back(scenario.name)
    assert any(
        "zanzicanary is left in netscout.db" in one for one in judge(small_world, scenario, known, Ended(0, "", ""))
    )


def test_a_blow_lands(small_world: World) -> None:
    """A saboteur that never hits anything: every other test here would pass."""
    words = small_world.words(("load", "{in}/first.zip"))
    found = tracing.points(words, small_world.root / "home", small_world.places)
    calls = {one.call for one in found}
    assert {"pwrite64", "fsync", "rename", "unlink"} <= calls
    before = look(small_world)
    small_world.bring_back("fresh")
    first = next(one for one in found if one.call == "mkdir")
    ended = tracing.struck(words, small_world.root / "home", first, sweep.KILL)
    assert ended.code == -9
    small_world.bring_back("fresh")
    assert look(small_world) != before
    ended = tracing.struck(words, small_world.root / "home", Point("mkdir", first.number, ""), "error=ENOSPC")
    assert ended.code == 1
    assert os.fspath(small_world.workspace) in ended.stderr
