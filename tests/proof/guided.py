"""A small coverage-guided fuzzer: a spoiled text that reaches a line no other reached is kept, and spoiled further.

It needs nothing that is not in Python, and does the same each time. A find is shortened and told as Python bytes, to
be kept in `tests/fuzz/test_fuzz_found.py`.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.fuzz.feeding import Fed
from tests.fuzz.mutate import mutated
from tests.fuzz.readers import READERS, taken

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_OURS = str(Path(__file__).resolve().parents[2] / "netscout")
_LONGEST = 6_000
_SEEDS = 12


class Lines:
    """The steps from line to line inside netscout that were ever made."""

    def __init__(self) -> None:
        """Begin with none."""
        self.seen: set[tuple[str, int, int]] = set()
        self._ours: dict[str, bool] = {}
        self._last = 0

    def grew(self, call: Callable[[], object]) -> bool:
        """Run a call and return whether it made a step that is new."""
        before, tracer = len(self.seen), sys.gettrace()
        sys.settrace(self._enter)
        try:
            call()
        finally:
            sys.settrace(tracer)
        return len(self.seen) > before

    def _enter(self, frame: FrameType, _event: str, _value: Any) -> Callable[..., Any] | None:
        name = frame.f_code.co_filename
        ours = self._ours.get(name)
        if ours is None:
            ours = self._ours[name] = name.startswith(_OURS)
        return self._step if ours else None

    def _step(self, frame: FrameType, event: str, _value: Any) -> Callable[..., Any]:
        if event == "line":
            self.seen.add((frame.f_code.co_filename, self._last, frame.f_lineno))
            self._last = frame.f_lineno
        return self._step


def guided(name: str, count: int, take: Callable[[str, bytes], list[str]] = taken) -> Fed:
    """Return what came of so many texts given to a reader; `read` counts those that reached something new."""
    draw = random.Random(f"{name} guided")  # noqa: S311  # the same texts each time
    pool = [READERS[name].good(draw) for _ in range(_SEEDS)]
    fed, lines, told = Fed(), Lines(), set[str]()
    for number in range(count):
        text = pool[number] if number < _SEEDS else _next(pool, draw)
        wrong: list[str] = []
        fed.files += 1
        if lines.grew(lambda text=text, wrong=wrong: wrong.extend(take(name, text))):  # type: ignore[misc]
            fed.read += 1
            pool.append(text)
        for one in wrong:
            if one[-80:] not in told:
                told.add(one[-80:])
                fed.wrong.append(f"{name} guided: {one}: {shortened(text, lambda less: bool(take(name, less)))!r}")
    return fed


def _next(pool: list[bytes], draw: random.Random) -> bytes:
    """Return a spoiled text of the pool, the latest ones twice as often; now and then the halves of two."""
    text = pool[max(draw.randrange(len(pool)), draw.randrange(len(pool)))]
    if draw.random() < 0.2:
        other = draw.choice(pool)
        text = text[: draw.randrange(len(text) + 1)] + other[draw.randrange(len(other) + 1) :]
    return mutated(text, draw)[:_LONGEST]


def shortened(text: bytes, is_wrong: Callable[[bytes], bool]) -> bytes:
    """Return as little of a text as is still wrong."""
    size = len(text) // 2
    while size:
        at = 0
        while at < len(text):
            less = text[:at] + text[at + size :]
            if is_wrong(less):
                text = less
            else:
                at += size
        size //= 2
    return text
