"""Damaged, read-only and crowded workspaces: told in a sentence, and nothing thrown away."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.examples import some
from tests.faults import tracing
from tests.faults.oracle import judge, learn
from tests.faults.scenarios import scenarios

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.world import World

BY_NAME = {one.name: one for one in scenarios()}
PAGE = "reports/report-2026-11-16.html"


def _half(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


def _empty(_raw: bytes) -> bytes:
    return b""


def _random(raw: bytes) -> bytes:
    return random.Random(len(raw)).randbytes(len(raw))  # noqa: S311  # the same bytes each time


def _zeroed(raw: bytes) -> bytes:
    third = len(raw) // 3
    return raw[:third] + bytes(third) + raw[2 * third :]


@pytest.mark.check(59)
@pytest.mark.parametrize("spoil", [_half, _empty, _random, _zeroed])
def test_a_spoiled_database_is_told_of_and_kept(small_world: World, spoil: Callable[[bytes], bytes]) -> None:
    """An emptied database that passes for a new one, or half of one that is written over."""
    small_world.bring_back("used")
    path = small_world.workspace / "netscout.db"
    path.write_bytes(spoil(path.read_bytes()))
    held = path.read_bytes()
    doctor = small_world.run(("doctor",))
    assert doctor.code == 1
    assert "bug" not in doctor.stdout + doctor.stderr
    for words in (("people",), ("show", "p0006"), ("rank",), ("know", "p0002", "close"), ("load", "{in}/second.zip")):
        done = small_world.run(words)
        assert done.code in (0, 1), (words, done.stderr)  # what is asked for may stand in an unharmed page
        assert "Traceback" not in done.stderr
        assert "bug" not in done.stderr
        if done.code == 1:
            assert len(done.stderr.strip().splitlines()) >= 2
    if spoil is not _zeroed:
        assert path.read_bytes() == held


@pytest.mark.check(59)
@pytest.mark.parametrize("spoil", some(1, [_half, _empty, _random, _zeroed]))
@pytest.mark.parametrize("name", ["targets.toml", "README.txt", PAGE])
def test_other_spoiled_files_stay_as_they_are(small_world: World, name: str, spoil: Callable[[bytes], bytes]) -> None:
    """A list of targets half read, and then written back without the other half."""
    small_world.bring_back("used")
    path = small_world.workspace / name
    path.write_bytes(spoil(path.read_bytes()))
    held = path.read_bytes()
    for words in (("doctor",), ("rank",), ("know", "p0002", "close"), ("load", "{in}/second.zip")):
        done = small_world.run(words)
        assert done.code in (0, 1), (words, done.stderr)
        assert "bug" not in done.stderr
    if name == "targets.toml" and spoil is not _empty and small_world.run(("target", "list")).code == 1:
        assert small_world.run(("target", "add", "kitchen", "--role", "Chef")).code == 1
    assert path.read_bytes() == held


@pytest.mark.check(57)
def test_four_at_once(small_world: World) -> None:
    """Two terminals that overwrite each other, or a success that is not there afterwards."""
    small_world.bring_back("used")
    home = small_world.root / "home"
    words = [("know", f"p000{number}", "met", "--place", f"hall {number}") for number in (2, 3, 4, 5)]
    with ThreadPoolExecutor(4) as pool:
        ended = list(pool.map(lambda one: tracing.give(small_world.words(one), home), words))
    assert all(one.code in (0, 1) for one in ended)
    assert all("another netscout" in one.stderr for one in ended if one.code == 1)
    db = sqlite3.connect(small_world.workspace / "netscout.db")
    held = {place for (place,) in db.execute("SELECT place FROM label")}
    db.close()
    for number, one in zip((2, 3, 4, 5), ended, strict=True):
        assert (f"hall {number}" in held) == (one.code == 0)
    assert small_world.run(("doctor",)).code == 0


@pytest.mark.check(58)
@pytest.mark.parametrize("name", ["load second", "backup", pytest.param("report out", marks=pytest.mark.slow)])
@pytest.mark.parametrize("size", some(2, [0, 4_000, 20_000, 100_000]))
def test_files_may_not_grow(small_world: World, name: str, size: int) -> None:
    """A file cut at a limit that stands for the whole, or an old page lost to a new one that did not fit."""
    if shutil.which("prlimit") is None:
        pytest.skip("prlimit is not installed")
    scenario = BY_NAME[name]
    known = learn(small_world, scenario)
    small_world.bring_back(scenario.name)
    tracer = ("prlimit", f"--fsize={size}")
    ended = tracing.give(small_world.words(scenario.words), small_world.root / "home", tracer)
    assert size or ended.code == 1
    assert judge(small_world, scenario, known, ended) == []


@pytest.mark.check(60)
@pytest.mark.parametrize("name", some(2, ["load second", "avoid", "target add", "forget", "restore"]))
def test_a_read_only_workspace(small_world: World, name: str) -> None:
    """A workspace on a stick that is write-protected: a message, no traceback, no success."""
    may = ["unshare", "--mount", "true"]
    if sys.platform != "linux" or shutil.which("unshare") is None or subprocess.run(may, check=False).returncode:
        pytest.skip("no folder can be made read-only here")
    scenario = BY_NAME[name]
    known = learn(small_world, scenario)
    small_world.bring_back(scenario.name)
    script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
    tracer = ("unshare", "--mount", "sh", "-c", script, str(small_world.workspace))
    ended = tracing.give(small_world.words(scenario.words), small_world.root / "home", tracer)
    assert ended.code == 1, ended.stdout
    assert judge(small_world, scenario, known, ended) == []
    reading = tracing.give(small_world.words(("people",)), small_world.root / "home", tracer)
    assert reading.code == 0, reading.stderr
