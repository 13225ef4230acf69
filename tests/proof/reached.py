"""Which tests reach which lines of the packages that are mutated, and how long each test takes.

One run of the tests under `coverage`, each test a context of its own, as is each fixture that serves several tests:
whoever asks for it reaches what it reached. What was recorded is kept, and only files of tests that are new or changed
are run again, as long as netscout and what the tests share did not change.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import subprocess
import sys
import time
from collections.abc import Generator
from dataclasses import dataclass, field, replace
from functools import _lru_cache_wrapper, cache
from pathlib import Path
from typing import Any

import pytest

from tests.proof.mutants import PACKAGES, ROOT, modules

FOLDERS = ("sources", "store", "campaign", "app", "cli", "fuzz")
"""Folders of the tests that may kill a mutant; those that are slow, or start a browser, are left out."""
OPTIONS = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:pytest_cov", "-p", "no:faulthandler")
MARKS = "(not slow or deep) and not browser and not wheel"
_LOAD = "load"


@dataclass(slots=True)
class Reached:
    """Test -> its seconds; fixture -> its seconds; test -> its shared fixtures; and who reached which lines.

    `lines` is path -> line -> tests and fixtures; `load` the lines run by an import alone, path -> lines.
    """

    tests: dict[str, float] = field(default_factory=dict)
    fixtures: dict[str, float] = field(default_factory=dict)
    shared: dict[str, list[str]] = field(default_factory=dict)
    lines: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    load: dict[str, list[int]] = field(default_factory=dict)

    def of(self, path: str, first: int, last: int) -> set[str]:
        """Return the tests that reach one of the lines of a module from the first to the last."""
        found: set[str] = set()
        for line, names in self.lines.get(path, {}).items():
            if first <= int(line) <= last:
                found.update(names)
        whole = {test for test, shared in self.shared.items() if not found.isdisjoint(shared)}
        return (found | whole) & self.tests.keys()

    def seconds(self, tests: list[str]) -> float:
        """Return how long some tests take together, with what they share."""
        shared = {name for test in tests for name in self.shared.get(test, ())}
        return sum(self.tests[one] for one in tests) + sum(self.fixtures.get(one, 0.0) for one in shared)

    def only(self, paths: set[str]) -> Reached:
        """Return what is known of some modules."""
        lines = {path: lines for path, lines in self.lines.items() if path in paths}
        return replace(self, lines=lines)

    def packed(self) -> dict[str, Any]:
        """Return it with each set of tests told once: most lines of a function are reached by the same."""
        sets: dict[tuple[str, ...], int] = {}
        names = {name: at for at, name in enumerate([*self.tests, *self.fixtures])}
        lines = {
            path: {line: sets.setdefault(tuple(who), len(sets)) for line, who in held.items()}
            for path, held in self.lines.items()
        }
        plain = {"tests": self.tests, "fixtures": self.fixtures, "shared": self.shared, "load": self.load}
        return plain | {"lines": lines, "sets": [[names[one] for one in who if one in names] for who in sets]}

    @classmethod
    def unpacked(cls, told: dict[str, Any]) -> Reached:
        """Return what was packed."""
        names = [*told["tests"], *told["fixtures"]]
        sets = [[names[at] for at in who] for who in told["sets"]]
        lines = {path: {line: sets[at] for line, at in held.items()} for path, held in told["lines"].items()}
        return cls(told["tests"], told["fixtures"], told["shared"], lines, told["load"])

    def without(self, file: str) -> None:
        """Forget what the tests of a file reached."""
        gone = {test for test in self.tests if test.partition("::")[0] == file}
        for test in gone:
            del self.tests[test]
            self.shared.pop(test, None)
        for lines in self.lines.values():
            for line, names in lines.items():
                lines[line] = [name for name in names if name not in gone]

    def add(self, other: Reached) -> None:
        """Take in what another run recorded."""
        self.tests |= other.tests
        self.fixtures |= other.fixtures
        self.shared |= other.shared
        for path, lines in other.lines.items():
            own = self.lines.setdefault(path, {})
            for line, names in lines.items():
                own[line] = sorted({*own.get(line, ()), *names})
        for path, loaded in other.load.items():
            self.load[path] = sorted({*self.load.get(path, ()), *loaded})


def recorded(folder: Path) -> Reached:
    """Return what the tests reach, from the folder where it is kept as far as it holds; run the others."""
    place, files, common = folder / "reached.json", _files(), _common()
    known = json.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}
    if known.get("common") != common:
        known = {"common": common, "files": {}, "reached": Reached().packed()}
    reached = Reached.unpacked(known["reached"])
    for file in known["files"].keys() | files.keys():
        if known["files"].get(file) != files.get(file):
            reached.without(file)
    to_run = [file for file in sorted(files) if known["files"].get(file) != files[file]]
    if to_run:
        folder.mkdir(parents=True, exist_ok=True)
        out = folder / "reached-now.json"
        out.unlink(missing_ok=True)
        told = [sys.executable, "-m", "tests.proof.reached", str(out), *to_run]
        subprocess.run(told, check=False, cwd=ROOT, stdout=subprocess.DEVNULL)
        reached.add(Reached.unpacked(json.loads(out.read_text(encoding="utf-8"))))
        out.unlink()
    if to_run or known["files"] != files:
        known = {"common": common, "files": files, "reached": reached.packed()}
        place.write_text(json.dumps(known), encoding="utf-8")
    return reached


def state() -> str:
    """Return a digest of netscout and of the tests that may kill."""
    return hashlib.sha256(json.dumps([_common(), sorted(_files().items())]).encode()).hexdigest()[:16]


def _files() -> dict[str, str]:
    found = [path for name in FOLDERS for path in (ROOT / "tests" / name).rglob("test_*.py")]
    return {path.relative_to(ROOT).as_posix(): _digest([path]) for path in found}


def _common() -> str:
    """Return a digest of all that is neither a file of tests nor a proof: netscout, helpers, samples."""
    found = [path for name in ("netscout", "data_samples") for path in (ROOT / name).rglob("*") if path.is_file()]
    for name in FOLDERS:
        found += [path for path in (ROOT / "tests" / name).rglob("*") if path.is_file()]
    found += (ROOT / "tests").glob("*.py")
    kept = {path for path in found if "__pycache__" not in path.parts and not path.name.startswith("test_")}
    return _digest(sorted(kept))


def _digest(paths: list[Path]) -> str:
    held = hashlib.sha256()
    for path in paths:
        held.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return held.hexdigest()[:16]


class _Recorder:
    """A plugin of pytest that gives each test, and each shared fixture, a context of coverage."""

    def __init__(self, tracer: Any) -> None:
        self.reached, self._tracer, self._now = Reached(), tracer, _LOAD
        self._passed: dict[str, bool] = {}
        self._apart = 0.0

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        for one in _caches():
            one.cache_clear()
        began, self._apart = time.perf_counter(), 0.0
        self._switch(item.nodeid)
        try:
            return (yield)
        finally:
            self._switch(_LOAD)
            if self._passed.pop(item.nodeid, False):
                self.reached.tests[item.nodeid] = round(time.perf_counter() - began - self._apart, 4)
                self.reached.shared[item.nodeid] = shared_by(item)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
        name = shared_name(fixturedef)
        if not name:
            return (yield)
        began, before = time.perf_counter(), self._now
        self._switch(name)
        try:
            return (yield)
        finally:
            self._switch(before)
            took = time.perf_counter() - began
            self.reached.fixtures[name] = round(took, 4)
            self._apart += took

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._passed[report.nodeid] = self._passed.get(report.nodeid, True) and report.passed

    def _switch(self, name: str) -> None:
        self._now = name
        self._tracer.switch_context(name)


def shared_name(fixture: pytest.FixtureDef[Any]) -> str:
    """Return what a fixture that serves several tests is called here, "" for one that serves one test."""
    return "" if fixture.scope == "function" else f"{fixture.baseid}:{fixture.argname}"


def shared_by(item: pytest.Item) -> list[str]:
    """Return the shared fixtures that a test asks for, through others too."""
    known = item._fixtureinfo.name2fixturedefs if isinstance(item, pytest.Function) else {}
    return sorted({name for many in known.values() if (name := shared_name(many[-1]))})


@cache
def _caches() -> list[_lru_cache_wrapper[Any]]:
    """Return what remembers in the packages that are mutated: a line behind it is reached by each test that asks."""
    rooms = ("netscout.sources.", "netscout.store.", "netscout.campaign.")
    return [one for one in remembering() if str(one.__module__).startswith(rooms)]


def remembering() -> list[_lru_cache_wrapper[Any]]:
    """Return the caches of all functions of netscout that are loaded."""
    import gc

    found = [one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper)]
    return [one for one in found if str(getattr(one, "__module__", "")).startswith("netscout")]


def load(paths: list[str]) -> None:
    """Import modules, also those that a command imports only when it needs them."""
    for path in paths:
        importlib.import_module(path.removesuffix("/__init__.py").removesuffix(".py").replace("/", "."))


def main(arguments: list[str]) -> None:
    """Run the files of tests that are named and write what they reached."""
    from coverage import Coverage

    out, files = Path(arguments[0]), arguments[1:]
    paths = [path for package in PACKAGES for path in modules(package)]
    tracer = Coverage(data_file=None, config_file=False, include=[str(ROOT / path) for path in paths])
    recorder = _Recorder(tracer)
    tracer.start()
    tracer.switch_context(_LOAD)
    load(paths)
    pytest.main([*OPTIONS, "-m", MARKS, *files], plugins=[recorder])
    tracer.stop()
    data = tracer.get_data()
    for path in paths:
        lines = data.contexts_by_lineno(str(ROOT / path))
        own = {str(line): sorted({*names} - {_LOAD, ""}) for line, names in lines.items()}
        recorder.reached.lines[path] = {line: names for line, names in own.items() if names}
        recorder.reached.load[path] = sorted(line for line, names in lines.items() if {_LOAD, ""} & {*names})
    out.write_text(json.dumps(recorder.reached.packed()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
