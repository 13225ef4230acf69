"""Ties between people other than the ego, each with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two alters.

    `kind` is `conversation` (observed co-presence in one thread of n <= 8 people, drawn solid and thin) or
    `shared-employer` (inferred, drawn dashed). `probability` that they know each other; `weight` 1/(n-1) for
    threads; `source` the file. Never worded "knows".
    """

    one: str
    other: str
    kind: str
    probability: float
    weight: float
    source: str
