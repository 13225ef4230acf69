"""The fuzzer that is steered by lines, and the growth of times: each sees what it is there to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.proof.growth import grown, piece
from tests.proof.guided import Lines, guided, shortened

if TYPE_CHECKING:
    import pytest


def test_steps_that_are_new_are_seen() -> None:
    """A fuzzer that takes every text for new, or none."""
    from netscout.sources.dates import parse_date

    lines = Lines()
    assert lines.grew(lambda: parse_date("09 Jun 2018"))
    lines.grew(lambda: parse_date("09 Jun 2018"))
    assert not lines.grew(lambda: parse_date("09 Jun 2018"))
    assert lines.grew(lambda: parse_date("2024-02-29 23:59:59 UTC"))


def test_a_find_is_told_once_and_short() -> None:
    """A find of pages, told a thousand times, that nobody reads."""
    fed = guided("title", 40, lambda _name, text: ["IndexError: here"] if b"a" in text else [])
    assert fed.files == 40
    assert fed.wrong == ["title guided: IndexError: here: b'a'"]
    assert shortened(b"xxaxxbxx", lambda less: b"a" in less and b"b" in less) == b"ab"


def test_a_time_that_grows_with_the_square_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern that is slow on long texts and that nobody notices."""
    clock = [0.0]
    monkeypatch.setattr("time.process_time", lambda: clock[0])

    def take(power: int) -> str:
        def runs(_name: str, text: bytes) -> None:
            clock[0] += (len(text) / 10_000) ** power

        return grown("title", 3, runs)

    assert "twice as many" in take(2)
    assert take(1) == ""
    assert {piece("title", seed) for seed in range(3)} == {"(", ")", '"'}
