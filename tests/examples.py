"""How much a law is tried with: little in `make test`, all of it where the slow tests run too."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence


def examples(full: int) -> int:
    """Return `full` on the server, a quarter of it elsewhere."""
    return full if os.environ.get("CI") else max(10, full // 4)


def some(few: int, cases: Sequence[Any], *marks: pytest.MarkDecorator) -> list[Any]:
    """Return `cases` for parametrize, all but the first `few` marked slow and `marks`: several ways to one end."""
    later = ((one if isinstance(one, tuple) else (one,)) for one in cases[few:])
    return [*cases[:few], *(pytest.param(*one, marks=(pytest.mark.slow, *marks)) for one in later)]
