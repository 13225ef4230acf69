"""What must hold after a command was hit: the state before or the state after, and the way forward open."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import stat
import zipfile
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tests.faults.residue import residue
from tests.faults.scenarios import DATABASE
from tests.faults.world import CANARY_WORDS, TODAY, World, files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.scenarios import Scenario
    from tests.faults.tracing import Ended

State = dict[str, str]
"""Part of the world -> digest; the database is the part `netscout.db`, a file under its path."""
_DERIVED = ("ranking", "title_link")
_CHANCE = re.compile(r"^INSERT INTO \"(?:forgotten|meta)\" VALUES\('(?:[0-9a-f]{32,}|.*salt.*)'")
_JOURNAL = f"{DATABASE}-journal"
_TEMPORARY = re.compile(r"\..*\.tmp(-journal)?")
_ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a scenario does unharmed: the states before, after, and after a second time, with the code of that one."""

    before: State
    after: State
    again: State
    code_again: int


def learn(world: World, scenario: Scenario) -> Reference:
    """Run a scenario unharmed, twice, and keep its beginning under its name.

    Raises:
        RuntimeError: it does not end well, or does not do the same each time.
    """
    world.bring_back(scenario.base)
    for words in scenario.before:
        if (done := world.run(words)).code != 0:
            raise RuntimeError(f"{scenario.name}: {words[0]} ends with {done.code}: {done.stderr}")
    world.keep(scenario.name)
    before = look(world)
    first = world.run(scenario.words)
    if first.code != 0:
        raise RuntimeError(f"{scenario.name} ends with {first.code}: {first.stderr}")
    after = look(world)
    second = world.run(scenario.words)
    again = look(world)
    world.bring_back(scenario.name)
    world.run(scenario.words)
    if look(world) != after:
        raise RuntimeError(f"{scenario.name} does not do the same twice: {', '.join(_differing(look(world), after))}")
    return Reference(before, after, again, second.code)


def judge(world: World, scenario: Scenario, known: Reference, ended: Ended) -> list[str]:
    """Return what is wrong after a command was hit, [] if nothing is; the command is given again on the way."""
    wrong = _of_streams(world, ended)
    wrong += _of_doctor(world, known)
    held = look(world)
    strange = _strange(held, known.before, known.after)
    between = [part for part in strange if scenario.in_between(part)]
    wrong += [f"{part} is neither old nor new" for part in strange if part not in between]
    lacking = [part for part in _differing(held, known.after) if part != DATABASE or not scenario.remembers]
    if ended.code == 0 and lacking:
        wrong.append(f"exit 0 without the new state: {', '.join(lacking)}")
    wrong += _of_modes(world)
    repeated = world.run(scenario.words)
    reached = look(world)
    if repeated.code not in ((0,) if held == known.before or between else (0, known.code_again)):
        wrong.append(f"given again it ends with {repeated.code}: {repeated.stderr.strip()}")
    if (held == known.before or between) and reached != known.after:
        wrong.append(f"given again it does not reach the new state: {', '.join(_differing(reached, known.after))}")
    wrong += [f"given again, {part} is strange" for part in _strange(reached, known.after, known.again)]
    if scenario.forgets:
        wrong += [f"{word} is left in {place}" for place, word in residue(world.workspace, CANARY_WORDS)]
    return wrong


def look(world: World) -> State:
    """Return a digest of every part of workspace and outputs; temporary files of a killed command are no part."""
    state = {}
    database = world.workspace / DATABASE
    state[DATABASE] = _database(database) if database.is_file() else _ABSENT
    for folder in (world.workspace, world.root / "out"):
        for path in files(folder):
            parts = path.relative_to(world.root).parts
            if path != database and path.name != _JOURNAL and not any(map(_TEMPORARY.fullmatch, parts)):
                state["/".join(parts)] = _content(path)
    return state


def _database(path: Path) -> str:
    """Return a digest of what the database holds, without what is made anew from it; one that holds nothing is none."""
    db = sqlite3.connect(path)
    try:
        derived = tuple(f'INSERT INTO "{one}"' for one in _DERIVED)
        lines = [line for line in db.iterdump() if not line.startswith(derived)]
    finally:
        db.close()
    if not any(line.startswith("INSERT") and "sqlite_sequence" not in line for line in lines):
        return _ABSENT
    return _digest("\n".join(_CHANCE.sub("a hash", line) for line in lines).encode())


def _content(path: Path) -> str:
    """Return a digest of a file; of a database and of an archive, of what is in it: no copy is so byte by byte."""
    if path.name == DATABASE:
        return _database(path)
    if not zipfile.is_zipfile(path):
        return _digest(path.read_bytes())
    kept = path.parent / f".look.{path.name}.tmp"
    told = []
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            raw = archive.read(name)
            if raw.startswith(b"SQLite format 3"):
                kept.write_bytes(raw)
                told.append(f"{name} {_database(kept)}")
                kept.unlink()
            else:
                told.append(f"{name} {_digest(raw)}")
    return _digest("\n".join(told).encode())


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()[:16]


def _strange(held: State, *allowed: State) -> list[str]:
    parts = sorted({*held, *(part for one in allowed for part in one)})
    return [part for part in parts if held.get(part, _ABSENT) not in {one.get(part, _ABSENT) for one in allowed}]


def _differing(one: State, other: State) -> list[str]:
    return [part for part in sorted({*one, *other}) if one.get(part) != other.get(part)]


def _of_streams(world: World, ended: Ended) -> list[str]:
    wrong = []
    if "Traceback" in ended.stderr or "bug of netscout" in ended.stderr:
        wrong.append(f"a traceback: {ended.stderr.strip()[-600:]}")
    if ended.code not in (-9, 0, 1, 130):
        wrong.append(f"exit code {ended.code}: {ended.stderr.strip()[-300:]}")
    names = (
        str(world.root),
        "targets.toml",
        *(path.name for part in ("inputs", "out") for path in files(world.root / part)),
    )
    named = any(name in ended.stderr for name in names)
    if ended.code == 1 and (not named or len(ended.stderr.strip().splitlines()) < 2):
        wrong.append(f"an error without path or next step: {ended.stderr.strip()}")
    return wrong


def _of_doctor(world: World, known: Reference) -> list[str]:
    from netscout.app.doctor import doctor
    from netscout.app.session import Session

    errors = [one for one in doctor(Session(world.workspace, date.fromisoformat(TODAY))) if one.severity == "error"]
    lacks = _ABSENT in (known.before[DATABASE], known.after[DATABASE])
    return [f"doctor: {one.code}: {one.message}" for one in errors if not (lacks and one.code == "no-workspace")]


def _of_modes(world: World) -> list[str]:
    loose = [path for path in files(world.workspace) if stat.S_IMODE(path.stat().st_mode) & 0o077]
    return [f"others may read {path.relative_to(world.root)}" for path in loose]
