"""The chart of the price of variety, and the line that says what a score consists of."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from netscout.model.ranking import Part, PricePoint
from netscout.model.report import ReportData
from netscout.reports import view
from netscout.reports.figure_price import steps
from netscout.reports.rows import consists_of, waterfall
from tests.reports.sample_report import report
from tests.reports.sample_time import CURVE


def with_curve(*curve: PricePoint) -> ReportData:
    """Return a report whose first list has this curve."""
    data = report(60)
    first, *rest = data.lists
    return replace(data, lists=((replace(first[0], curve=curve), first[1]), *rest))


def chart(data: ReportData) -> dict[str, Any] | None:
    """Return the chart of the first target."""
    echo = next(one for one in view.build(data)["sections"] if one["id"] == "echo")
    return next(iter(echo["groups"][0]["charts"]), None)


def test_title_names_the_price_of_the_first_ten() -> None:
    """The title would speak of another length or weight than the list's own."""
    found = chart(with_curve(*CURVE))
    assert found is not None
    assert found["title"] == (
        "Choosing for variety costs 7 % of the score of the first ten and reaches "
        "ten companies instead of seven and five fields of business instead of three"
    )


def test_nothing_gained_is_said() -> None:
    """A price without a gain would be sold as a gain."""
    own = replace(CURVE[6], companies=7, fields=3)
    found = chart(with_curve(CURVE[4], own))
    assert found is not None
    assert found["title"].endswith("of the score of the first ten; the first ten reach seven companies either way")


def test_no_price_no_chart() -> None:
    """A flat line would be drawn where variety costs nothing."""
    assert chart(with_curve()) is None
    assert chart(with_curve(*(replace(one, kept=1.0) for one in CURVE))) is None


def test_equal_lists_stand_once() -> None:
    """The same list would stand in the table several times, or the user's own weight be lost among them."""
    found = [(one.count, words, one.chosen) for one, words in steps(CURVE)]
    assert found == [
        (5, "by score alone, variety 0", False),
        (5, "variety 0.5 to 1 (yours)", True),
        (10, "by score alone", False),
        (10, "variety 0", False),
        (10, "variety 0.5 (yours)", True),
        (10, "variety 1", False),
    ]


def test_points_are_the_numbers_of_the_table() -> None:
    """The figure would show other numbers than the table beside it."""
    found = chart(with_curve(*CURVE))
    assert found is not None
    *lines, own = found["figure"]["data"]
    marks = [pair for line in lines for pair in zip(line["x"], line["y"], strict=True)]
    rows = [(sum(int(cell) for cell in row[3:]), row[2]) for row in found["table"]["rows"]]
    assert [(x, f"{round(100 * y)} %") for x, y in marks] == rows
    assert list(zip(own["x"], own["y"], strict=True)) == [(10, 0.96), (18, 0.93)]


@pytest.mark.parametrize("points", [(-35.04, -41.04, 37.44, -18.66), (0.04, 0.04, 0.04, 0.04), ()])
def test_a_score_consists_of_sums_that_add_up(points: tuple[float, ...]) -> None:
    """The line above the bars would not sum to the score below them."""
    keys = ("reply.base", "reply.start", "fit.role", "cost")
    made = waterfall([Part(key, value, "") for key, value in zip(keys, points, strict=False)], sum(points))
    told = consists_of(made)
    if not points:
        assert told == ""
        return
    numbers = re.findall(r"-?\d+\.\d", told.replace("\u2212", "-"))
    *kinds, total = [round(10 * float(one)) for one in numbers]
    assert len(kinds) == 3
    assert sum(kinds) == total
    assert told.startswith("Chance to answer ")
