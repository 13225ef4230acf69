"""The data in the page: smaller than the view, and nothing lost that a figure is made from."""

from __future__ import annotations

import json
from typing import Any

import pytest

from netscout.reports import view
from netscout.reports.embedded import DERIVED, PLACES, embed, parts
from tests.reports.sample_report import report


@pytest.fixture(scope="module")
def pair() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a view and the same as the page carries it."""
    made = view.build(report(200))
    return made, embed(made)


def _rows(value: dict[str, Any]) -> list[dict[str, Any]]:
    whom = next(one for one in value["sections"] if one["id"] == "whom")
    return [row for group in whom["groups"] for one in group["lists"] for row in one["rows"]]


def test_parts_read_back(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """A part of a score would lose its sentence, its source or its points."""
    whole, told = pair
    for row, short in zip(_rows(whole), _rows(told), strict=True):
        for key in ("parts", "gains"):
            wanted = [
                (one["key"], one["sentence"], one["source"], round(one["points"], PLACES)) for one in row[key]["lines"]
            ]
            assert parts(told, short[key]) == wanted
        assert [told["legend"][place][1:] for place in short["reasons"]] == [
            [one["text"], one["source"]] for one in row["reasons"]
        ]


def test_each_sentence_stands_once(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """The sentences of a score would be carried again for every person."""
    _, told = pair
    legend = [tuple(one) for one in told["legend"]]
    assert len(set(legend)) == len(legend)
    assert len(json.dumps(told)) < 0.8 * len(json.dumps(pair[0]))


def test_nothing_derived_is_carried(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """A rounded number would stand beside the number it was made from."""

    def keys(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*(keys(one) for one in value.values()))
        return set().union(*(keys(one) for one in value)) if isinstance(value, list) else set()

    assert not keys(pair[1]) & set(DERIVED)
    assert keys(pair[0]) & set(DERIVED)


def test_names_and_titles_stay(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """A title of a section or the name of a person listed would be gone from the data."""
    whole, told = pair
    assert [one["title"] for one in told["sections"]] == [one["title"] for one in whole["sections"]]
    assert [(row["name"], row["id"]) for row in _rows(told)] == [(row["name"], row["id"]) for row in _rows(whole)]
