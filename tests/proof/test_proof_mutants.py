"""The hunt for mutants: a planted slip is noticed, one that no test looks at is told, and nothing else is blamed."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from tests.proof.mutants import PACKAGES, ROOT, Mutant, modules, mutants, sample
from tests.proof.reached import Reached
from tests.proof.survivors import job, short, tried_apart

_MODULE = dedent(
    '''
    """A planted module."""
    from functools import cache

    LEAST = 3

    @cache
    def enough(number: int) -> bool:
        """Return whether it is enough."""
        return number >= LEAST

    def sent(number: int) -> str:
        if number > 9:
            raise ValueError("That is too much, sorry.")
        left = number
        while left > 0:
            left -= 1
        return "sent"
    '''
)
_TESTS = dedent(
    """
    from planted.thing import enough, sent

    assert enough(4)

    def test_enough():
        assert enough(3) and not enough(2)

    def test_sent():
        assert sent(2)

    def test_broken():
        assert False
    """
)


def _planted(folder: Path) -> list[Mutant]:
    (folder / "planted").mkdir()
    (folder / "planted" / "thing.py").write_text(_MODULE, encoding="utf-8")
    (folder / "test_thing.py").write_text(_TESTS, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    return mutants("planted/thing.py", _MODULE)


@pytest.mark.slow
def test_planted_mutants_are_killed_and_survive_as_they_should(tmp_path: Path) -> None:
    """A driver whose mutants never get into the code, all alive, or whose tests fail for another reason, all dead."""
    found = {one.what: one for one in _planted(tmp_path)}
    killed = ("3 -> 4", "number >= LEAST -> number > LEAST", "return 'sent' -> return None", "left -= 1 -> pass")
    alive = ("number > 9 -> number >= 9", "'sent' -> 'XXsent'")
    first = f"{_MODULE[: _MODULE.index('def sent')]}".count("\n")
    reached = Reached(
        {f"test_thing.py::{name}": 0.01 for name in ("test_broken", "test_enough", "test_sent")},
        lines={
            "planted/thing.py": {
                str(line): [
                    "test_thing.py::test_broken",
                    "test_thing.py::" + ("test_sent", "test_enough")[line < first],
                ]
                for line in range(1, 30)
            }
        },
    )
    told = tried_apart(job([found[what] for what in (*killed, *alive)], reached, 0.5), tmp_path)
    assert told["killed"] == len(killed), told
    assert [one.partition(": ")[2] for one in told["survived"]] == list(alive)
    assert told["broken"] == ["test_thing.py::test_broken"]


def test_what_nobody_sees_is_no_mutant(tmp_path: Path) -> None:
    """A score made better by slips that fail at once, or worse by words in a message."""
    told = [one.what for one in _planted(tmp_path)]
    assert not [one for one in told if one.startswith("'That is")]
    assert not [one for one in told if "cache" in one.partition(" -> ")[0]]
    assert "raise ValueError('That is too much, sorry.') -> pass" in told


@pytest.mark.slow
def test_a_sample_is_that_of_its_seed() -> None:
    """A survivor that nobody finds again, or a package of which a part is never tried."""
    assert [len(sample(package, 1, 30)) for package in PACKAGES] == [30, 30, 30]
    assert sample("store", 1, 30) == sample("store", 1, 30) != sample("store", 2, 30)
    assert {one.path for package in PACKAGES for one in sample(package, 3, 40)} < {
        path for package in PACKAGES for path in modules(package)
    }
    assert all((ROOT / path).is_file() for package in PACKAGES for path in modules(package))


def test_too_many_survivors_are_wrong() -> None:
    """A long run that ends well though a tenth of the slips went unnoticed."""
    counts = {"store mutants": 200, "store killed": 179, "sources mutants": 200, "sources killed": 180}
    assert short(counts) == ["store: 89.5 % killed, 90 are wanted"]
