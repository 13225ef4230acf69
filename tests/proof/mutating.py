"""Mutants put in one by one, each in a process of its own that dies with it: does a test notice?

`python -m tests.proof.mutating JOB OUT` reads mutants and tests from a file and writes which mutants survived. All is
loaded and the tests are collected once; a mutant inside a function is then a fork in which the code of the function is
another. What runs when a module is loaded is tried in a fork from before the load. A test that fails without any mutant
kills none. A mutant that takes far longer than its tests should is an endless loop, and dead.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

from tests.proof.mutants import Mutant, mutated
from tests.proof.reached import OPTIONS, Reached, remembering

_HEAVY = ("click", "rich.console", "numpy", "pandas", "networkx", "rapidfuzz", "jinja2", "tomlkit")
"""Packages of others that are loaded once for all forks."""
_SLACK = 3.0
_TIMES = 3.0
"""A mutant may take so many times what its tests took, and so many seconds more, but not more than the limit."""
_NEAR, _NAMED = 0.3, 0.3
"""By how much a test seems shorter that stands in the folder of the package, or bears the name of the module."""


@dataclass(slots=True)
class Job:
    """Mutants to try, what the tests reach, and how many seconds of tests a mutant is given."""

    mutants: list[Mutant]
    reached: Reached
    limit: float
    imports: dict[str, list[str]] = field(default_factory=dict)
    """Module -> those that import it, all as paths."""


def chosen(job: Job, mutant: Mutant) -> list[str]:
    """Return the tests that may kill a mutant, the quickest and nearest first, within the time."""
    reached, path = job.reached, mutant.path
    tests = reached.of(path, mutant.first, mutant.last)
    if not mutant.inside:
        tests |= reached.of(path, 0, sys.maxsize)
    if not mutant.inside or not tests:
        for one in job.imports.get(path, ()):
            tests |= reached.of(one, 0, sys.maxsize)
    room, name = f"tests/{path.split('/')[1]}/" if path.count("/") else "", Path(path).stem

    def cost(test: str) -> float:
        near = (_NEAR if test.startswith(room) else 1.0) * (_NAMED if name in test.partition("::")[0] else 1.0)
        return near * (reached.seconds([test]) + 0.02)

    ranked: list[tuple[float, str]] = []
    turns: dict[str, int] = {}
    for dear, test in sorted((cost(one), one) for one in tests):
        turn = turns[test.partition("[")[0]] = turns.get(test.partition("[")[0], 0) + 1
        ranked.append((dear * turn, test))  # the tenth line of a table says less than the first of another
    picked: list[str] = []
    for _, test in sorted(ranked):
        if picked and reached.seconds([*picked, test]) > job.limit:
            break
        picked.append(test)
    return picked


def at_load(job: Job, mutant: Mutant) -> bool:
    """Tell whether a mutant changes what runs while a module is loaded, or a function that is not alone in its name."""
    loaded = set(job.reached.load.get(mutant.path, ()))
    if not mutant.inside or not loaded.isdisjoint(range(mutant.first, mutant.last + 1)):
        return True
    return sum(one.co_qualname == mutant.inside for one in _codes(compiled(mutant))) != 1


class _Verdicts:
    """Which mutants survive; tests that fail by themselves are found out and take no part."""

    def __init__(self, job: Job) -> None:
        self.job, self.killed, self.survived = job, list[Mutant](), list[Mutant]()
        self._sound: set[str] = set()
        self.broken: set[str] = set()

    def judge(self, mutant: Mutant, run: Callable[[Sequence[str], Mutant | None, float], str]) -> None:
        """Try a mutant; `run` returns "" if all tests passed, else the test that failed."""
        while tests := [one for one in chosen(self.job, mutant) if one not in self.broken]:
            seconds = _TIMES * self.job.reached.seconds(tests) + min(_SLACK, self.job.limit)
            killer = run(tests, mutant, seconds)
            if not killer:
                break
            if killer not in tests or killer in self._sound or not run([killer], None, seconds):
                self._sound.add(killer)
                self.killed.append(mutant)
                return
            self.broken.add(killer)
        self.survived.append(mutant)


class _Killer:
    """A plugin of pytest that tells the first test that fails and ends the process."""

    def __init__(self, told: int) -> None:
        self._told = told

    def end(self, name: str) -> None:
        os.write(self._told, name.encode())
        os._exit(1)

    def pytest_configure(self) -> None:
        no_search_for_less()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.end(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.end("a module that cannot be loaded")


def no_search_for_less() -> None:
    """Let a test of hypothesis that found something fail at once."""
    from hypothesis import Phase, settings

    quick = settings(settings(), phases=(Phase.explicit, Phase.generate))
    settings.register_profile("mutants", quick)
    settings.load_profile("mutants")


def forked(call: Callable[[int], None], seconds: float) -> str:
    """Run a call in a process of its own and return what it told, "" for nothing; too long is told as well."""
    ear, mouth = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            signal.setitimer(signal.ITIMER_PROF, seconds)  # of the process, however busy the machine is
            signal.setitimer(signal.ITIMER_REAL, 8 * seconds)
            nowhere = os.open(os.devnull, os.O_RDWR)
            for one in (0, 1, 2):
                os.dup2(nowhere, one)
            os.close(ear)
            call(mouth)
        except BaseException as fault:  # noqa: BLE001  # whatever it was, the fork ends here
            os.write(mouth, f"{type(fault).__name__}".encode())
        finally:
            os._exit(0)
    os.close(mouth)
    with os.fdopen(ear, "rb") as heard:
        told = heard.read().decode()
    status = os.waitpid(pid, 0)[1]
    return told or ("too long" if os.WIFSIGNALED(status) else "an early end" if os.WEXITSTATUS(status) else "")


class _Loader(SourceFileLoader):
    """A loader of one module that was mutated."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002  # the name is the only one it has
        return self._code


class _Finder:
    """A finder that knows one module, the mutated one."""

    def __init__(self, mutant: Mutant) -> None:
        self._name, self._path, self._code = _module(mutant.path), str(Path(mutant.path).resolve()), compiled(mutant)

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if name != self._name:
            return None
        return spec_from_file_location(name, self._path, loader=_Loader(name, self._path, self._code))


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def compiled(mutant: Mutant) -> CodeType:
    """Return the code of a mutated module."""
    tree = mutated(Path(mutant.path).read_text(encoding="utf-8"), mutant.number)
    return compile(tree, str(Path(mutant.path).resolve()), "exec", dont_inherit=True)


def _cold(tests: Sequence[str], mutant: Mutant | None, seconds: float, options: Sequence[str]) -> str:
    """Try a mutant in a process that has loaded nothing of netscout yet."""

    def run(told: int) -> None:
        if mutant:
            sys.meta_path.insert(0, _Finder(mutant))
        code = pytest.main([*options, *tests], plugins=[_Killer(told)])
        if code != 0:
            os.write(told, f"pytest ends with {code}".encode())

    return forked(run, seconds + 2 * _SLACK)


class _Warm:
    """A plugin of pytest that, instead of running the tests collected, tries mutants on them."""

    def __init__(self, verdicts: _Verdicts, mutants: Sequence[Mutant]) -> None:
        self._verdicts, self._mutants = verdicts, mutants
        self._functions: dict[tuple[str, str], list[FunctionType]] = {}
        self._caches: list[Any] = []
        self.left: list[Mutant] = []

    def pytest_configure(self) -> None:
        no_search_for_less()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for path in sorted({one.path for one in self._mutants}):
            importlib.import_module(_module(path))
        items = {item.nodeid: item for item in session.items}
        for one in gc.get_objects():
            if isinstance(one, FunctionType):
                self._functions.setdefault((one.__code__.co_filename, one.__code__.co_qualname), []).append(one)
        self._caches = list(remembering())
        gc.freeze()
        for mutant in self._mutants:
            swap = self._swap(mutant)
            if swap is None:
                self.left.append(mutant)
                continue

            def run(tests: Sequence[str], which: Mutant | None, seconds: float, swap: Callable[[], None] = swap) -> str:
                return forked(
                    lambda told: _on_items(told, [items[one] for one in tests], swap if which else None), seconds
                )

            self._verdicts.judge(mutant, run)
        return True

    def _swap(self, mutant: Mutant) -> Callable[[], None] | None:
        """Return what puts a mutant in the place of its function, None where that cannot be done."""
        file = str(Path(mutant.path).resolve())
        found = self._functions.get((file, mutant.inside), [])
        new = [one for one in _codes(compiled(mutant)) if one.co_qualname == mutant.inside]
        if len(new) != 1 or not found or any(one.__code__.co_freevars != new[0].co_freevars for one in found):
            return None

        def put() -> None:
            for one in found:
                one.__code__ = new[0]
            for cached in self._caches:
                cached.cache_clear()

        return put


def _codes(code: CodeType) -> list[CodeType]:
    inner = [one for one in code.co_consts if isinstance(one, CodeType)]
    return [code, *(found for one in inner for found in _codes(one))]


def _on_items(told: int, items: Sequence[pytest.Item], swap: Callable[[], None] | None) -> None:
    """Run tests that were collected, with a mutant in its place."""
    if swap:
        swap()
    killer = _Killer(told)
    items[0].config.pluginmanager.register(killer)
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def tried(job: Job) -> _Verdicts:
    """Return the verdicts on all mutants of a job; the process has loaded nothing of netscout."""
    verdicts, folder = _Verdicts(job), tempfile.mkdtemp(prefix="mutants-")
    options = [*OPTIONS, "-s", f"--basetemp={folder}/t"]
    for name in _HEAVY:
        importlib.import_module(name)
    try:
        warm = [one for one in job.mutants if not at_load(job, one)]
        plugin = _Warm(verdicts, warm)
        cold = [one for one in job.mutants if at_load(job, one)]
        files = sorted({test.partition("::")[0] for one in warm for test in chosen(job, one)})

        def run(tests: Sequence[str], which: Mutant | None, seconds: float) -> str:
            return _cold(tests, which, seconds, options)

        for mutant in cold:
            verdicts.judge(mutant, run)
        if warm:
            pytest.main([*options, *files], plugins=[plugin])
        if plugin.left:
            raise RuntimeError("\n".join(one.told for one in plugin.left))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return verdicts


def main(arguments: Sequence[str]) -> None:
    """Read a job from a file and write its verdicts to another."""
    told: dict[str, Any] = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    mutants = [Mutant(**one) for one in told["mutants"]]
    verdicts = tried(Job(mutants, Reached.unpacked(told["reached"]), told["limit"], told["imports"]))
    survived = [one.told for one in verdicts.survived]
    out = {"killed": len(verdicts.killed), "survived": survived, "broken": sorted(verdicts.broken)}
    Path(arguments[1]).write_text(json.dumps(out), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
