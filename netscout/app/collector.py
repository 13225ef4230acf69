"""The cyclic garbage collector, held back while rows are many."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Hold the cyclic garbage collector back: rows hold no cycles, and looking for some costs a third of an import."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # with its counterpart: all that lives counts as old, so that nothing is looked over at once
        gc.unfreeze()
        if was_on:
            gc.enable()
