"""How many examples a law is tried with: few in `make test`, all of them where the slow tests run too."""

from __future__ import annotations

import os


def examples(full: int) -> int:
    """Return `full` on the server, a quarter of it elsewhere."""
    return full if os.environ.get("CI") else max(10, full // 4)
