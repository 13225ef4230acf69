"""What a caller may ask of a ranking."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RankOptions:
    """Options of `rank`: the target's name (None = highest motivation), which lists, order, length and spread.

    `kind` is practitioners, connectors or both; `by` value or strength; `per_company` and `diversity` None for the
    settings' defaults.
    """

    target: str | None = None
    kind: str = "both"
    by: str = "value"
    count: int = 10
    per_company: int | None = None
    diversity: float | None = None
