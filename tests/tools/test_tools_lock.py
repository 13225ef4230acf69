"""The locks: every package at one version, each file held against its hash, and an honest fall when that cannot be."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools.furnish import WRONG, furnish, pinned
from tools.lock import FOLDER, LOCKS, wanted

_ROW = re.compile(r"^([a-z0-9-]+)==([^\s;]+)((?:.*\\\n)*.*)", re.MULTILINE)
_TEXT = r"""# a lock
a==1.0 \
    --hash=sha256:00
b==2.0 ; sys_platform == 'win32' \
    --hash=sha256:01 \
    --hash=sha256:02
"""


def locked(lock: str) -> dict[str, str]:
    """Return name -> version of a lock."""
    return {name: version for name, version, _ in _ROW.findall((FOLDER / lock).read_text(encoding="utf-8"))}


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_obeys_pyproject(lock: str) -> None:
    """A requirement that was added or raised without `make lock`: the tests would run with something else."""
    held = locked(lock)
    for one in map(Requirement, wanted(lock)):
        assert held[canonicalize_name(one.name)] in one.specifier


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_is_closed(lock: str) -> None:
    """A package that a package brings and the lock leaves out comes unlocked, or stops the installation."""
    held, waiting, seen = locked(lock), [Requirement(one) for one in wanted(lock)], set[str]()
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        if name in seen:
            continue
        assert name in held, f"{name} is not in {lock}"
        seen.add(name)
        waiting += _brought(one)
    assert len(seen) > len(wanted(lock))


def _brought(one: Requirement) -> list[Requirement]:
    """Return what an installed package asks for here; nothing if it is not installed."""
    try:
        rows = [Requirement(text) for text in requires(one.name) or []]
    except PackageNotFoundError:
        return []
    extras = ["", *one.extras]
    return [row for row in rows if row.marker is None or any(row.marker.evaluate({"extra": two}) for two in extras)]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_row_has_its_hashes(lock: str) -> None:
    """A row without a hash, or with the place it came from: pip would take any file, or only that index."""
    text = (FOLDER / lock).read_text(encoding="utf-8")
    rows = _ROW.findall(text)
    assert [name for name, _, rest in rows if not re.search(r"--hash=sha256:[0-9a-f]{64}", rest)] == []
    assert len(rows) == len(pinned(text))
    assert "://" not in text
    assert not re.search(r"^\s*-{1,2}(?!hash)\w", text, re.MULTILINE)


def test_both_locks_agree() -> None:
    """Two versions of one package: what users run is not what the tests ran."""
    small, large = locked("run.lock"), locked("test.lock")
    assert small == {name: large[name] for name in small}
    assert all(Version(one) for one in large.values())


class Index:
    """A package index that answers as told and remembers what it was asked."""

    def __init__(self, *answers: tuple[bool, str]) -> None:
        """Keep the answers, first one first."""
        self.answers, self.asked = list(answers), list[list[str]]()

    def __call__(self, words: list[str]) -> tuple[bool, str]:
        """Return the next answer; remember the rows of a file of requirements."""
        self.asked.append([words[0], *Path(words[-1]).read_text(encoding="utf-8").splitlines()])
        return self.answers.pop(0)


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """Return a small lock."""
    path = tmp_path / "run.lock"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def test_hashes_come_first(lock: Path) -> None:
    """An installation that works from its hashes says nothing and asks once."""
    index = Index((True, ""))
    assert furnish(lock, strict=False, install=index) == []
    assert [one[0] for one in index.asked] == ["--require-hashes"]


def test_a_version_that_is_not_offered_is_told(lock: Path) -> None:
    """A mirror without a locked version: the same versions without hashes, then the bounds, each with a warning."""
    index = Index((False, "no matching distribution"), (False, "still none"), (True, ""))
    warnings = furnish(lock, strict=False, install=index)
    assert ["same versions" in warnings[0], "whatever" in warnings[1]] == [True, True]
    assert index.asked[1] == ["-r", "a==1.0", "b==2.0 ; sys_platform == 'win32'"]
    assert index.asked[2] == ["-r", *wanted("run.lock")]


@pytest.mark.parametrize(("said", "strict"), [(f"THESE PACKAGES {WRONG}", False), ("no matching distribution", True)])
def test_a_wrong_file_stops_everything(said: str, strict: bool, lock: Path) -> None:
    """A file that was swapped on its way must not be taken with a warning."""
    index = Index((False, said))
    with pytest.raises(SystemExit, match=re.escape(said)):
        furnish(lock, strict=strict, install=index)
    assert len(index.asked) == 1
