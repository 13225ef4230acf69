"""What takes most of a page, reckoned once for each input: hundreds of tests draw the map of the same few networks."""

from __future__ import annotations

from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from netscout.reports.arranging import Shape
    from netscout.reports.crowds import Crowd, Packed

MOST = 2048
"""Answers kept of each kind."""


@contextmanager
def maps() -> Iterator[None]:
    """Remember how areas are filled and where they lie; both depend on nothing but what they are given."""
    from netscout.reports import arranging, crowds, territories

    @lru_cache(maxsize=MOST)
    def filled(those: tuple[Crowd, ...], pixel: float) -> tuple[Packed, ...]:
        return tuple(crowds.sized(those, pixel))

    @lru_cache(maxsize=MOST)
    def placed(shapes: tuple[Shape, ...]) -> tuple[tuple[float, float], ...]:
        return arranging.arrange(shapes)

    def sized(those: Sequence[Crowd], pixel: float) -> list[Packed]:
        return list(filled(tuple(those), pixel))

    def arrange(shapes: Sequence[Shape]) -> tuple[tuple[float, float], ...]:
        return placed(tuple(shapes))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(territories, "sized", sized)
        patch.setattr(territories, "arrange", arrange)
        yield
