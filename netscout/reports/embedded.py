"""The view as the page carries it: each number and sentence once, nothing that follows from what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DERIVED = ("bars", "table", "alt", "shown", "pair")
"""Keys of what follows from the numbers beside them: places of bars, tables of charts, rounded numbers."""
PLACES = 6
"""Decimals that are kept of a number."""


def embed(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return the view without what is only its wording, and under `legend` each `[key, sentence, source]` once.

    A row of a list leaves out what it has nothing to say of. The lines of a waterfall become
    `[[place in the legend, points], ...]` under `parts`, beside their `total`; a reason is its place in the legend,
    there without a key.
    """
    legend: dict[tuple[str, str, str], int] = {}
    told: dict[str, Any] = _told(content, legend)
    return told | {"legend": [list(one) for one in legend]}


def parts(data: Mapping[str, Any], chart: Mapping[str, Any]) -> list[tuple[str, str, str, float]]:
    """Return the lines of a waterfall of embedded data again: key, sentence, source, points."""
    return [(*data["legend"][place], points) for place, points in chart["parts"]]


def _told(value: Any, legend: dict[tuple[str, str, str], int]) -> Any:  # noqa: ANN401  # any part of the view
    if isinstance(value, Mapping):
        if value.keys() >= {"bars", "lines", "total"}:
            return _waterfall(value, legend)
        if value.keys() == {"text", "source"}:
            return legend.setdefault(("", value["text"], value["source"]), len(legend))
        bare = "rank" in value
        return {
            key: _told(one, legend)
            for key, one in value.items()
            if not (_is_wording(key, one) or (bare and one in ("", [], None)))
        }
    if isinstance(value, float):
        return round(value, PLACES)
    return [_told(one, legend) for one in value] if isinstance(value, list | tuple) else value


def _is_wording(key: str, value: Any) -> bool:  # noqa: ANN401  # any part of the view
    return key in DERIVED or (key.endswith("_words") and isinstance(value, str))


def _waterfall(chart: Mapping[str, Any], legend: dict[tuple[str, str, str], int]) -> dict[str, Any]:
    lines = [((one["key"], one["sentence"], one["source"]), one["points"]) for one in chart["lines"]]
    return {
        "total": round(chart["total"], PLACES),
        "parts": [[legend.setdefault(words, len(legend)), round(points, PLACES)] for words, points in lines],
    }
