"""Readers of titles, companies, cells and letters timed on long texts: twice the text takes at most 2.5 times as long.

Texts are a piece of a spoiled good one said again and again, which is what makes a careless pattern or loop slow. A
time is the least of several, of the process alone; each measurement gets a text of its own, for readers remember.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from tests.fuzz.mutate import mutated
from tests.fuzz.readers import READERS, taken

if TYPE_CHECKING:
    from collections.abc import Callable

TIMED = ("title", "company", "cell", "letter", "card", "plan", "vcard", "header and rows")
LENGTHS = {"letter": 9_000}
"""Reader -> letters of the shorter text where the longer one would be refused as too long."""
_LENGTH = 20_000
MOST = 2.5
_SLACK = 0.02
"""Seconds below which a time says nothing."""
_TIMES = 2
_TRIES = 3
_ALONE: tuple[str, ...] = (*"()\"' ,-&/\\a\u0301\u200d{=\n:@.!", "A ", "a ", "the ", "a job. ")
"""Pieces of a letter or a word, tried by the first seeds."""


def piece(name: str, seed: int) -> str:
    """Return what the texts of a reader and a seed are made of."""
    if seed < len(_ALONE):
        return _ALONE[seed]
    draw = random.Random(f"{name} grows {seed}")  # noqa: S311  # the same text each time
    text = mutated(READERS[name].good(draw), draw).decode("utf-8", "replace") or "x"
    start = draw.randrange(len(text))
    return text[start : start + draw.choice((2, 3, 5, 8, 13, 30, 80))]


def grown(name: str, seed: int, take: Callable[[str, bytes], object] = taken) -> str:
    """Return what is wrong with how the time of a reader grows with a text, "" if nothing is."""
    part, head = piece(name, seed), _head(name)
    lengths = (LENGTHS.get(name, _LENGTH), 2 * LENGTHS.get(name, _LENGTH))
    for _ in range(_TRIES):
        short, long = (_seconds(name, part, head, length, take) for length in lengths)
        if long <= MOST * short + _SLACK:
            return ""
    return f"{name} {seed}: {lengths[0]} letters take {short:.3f} s, twice as many {long:.3f} s ({part!r})"


def _head(name: str) -> str:
    """Return what a text begins with: a letter, card or table is none without it."""
    good = READERS[name].good(random.Random(0)).decode()  # noqa: S311  # the same text each time
    return good if name in ("letter", "card", "vcard", "header and rows") else ""


def _seconds(name: str, part: str, head: str, length: int, take: Callable[[str, bytes], object]) -> float:
    best = float("inf")
    for turn in range(_TIMES):
        text = head + f"{turn} " + part * (length // len(part) + 1)
        began = time.process_time()
        take(name, text[: len(head) + length].encode("utf-8", "replace"))
        best = min(best, time.process_time() - began)
    return best
