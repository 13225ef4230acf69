"""Axes of the small charts: whole people, months by name, and a bar that is no wall, however little is drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netscout.model.exchange import Month
from netscout.model.ranking import PricePoint
from netscout.reports.figure_axes import step, year_axis
from netscout.reports.figure_price import price
from netscout.reports.figure_time import growth, messages

DAY = 24 * 60 * 60 * 1000


def test_one_month_of_messages() -> None:
    """The only month would be told in hours, or its bar would fill the whole chart."""
    figure = messages([Month("2026-10", 4, 4, 1)])
    axis = figure["layout"]["xaxis"]
    assert axis["ticktext"][-1] == "October 2026"
    assert axis["tickvals"][-1] == figure["data"][0]["x"][0] == "2026-10-01"
    assert all(trace["width"] <= 28 * DAY for trace in figure["data"])
    assert axis["range"][0] < "2026-10-01" < axis["range"][1]


def test_few_quarters_and_few_people() -> None:
    """Half a person would stand at the side of the chart."""
    layout = growth([("2026-04-01", 1), ("2026-07-01", 0), ("2026-10-01", 1)])["layout"]
    assert layout["yaxis"]["dtick"] == 1
    assert layout["xaxis"]["ticktext"] == ["April 2026", "October 2026"]
    many = growth([(f"{year}-01-01", 3 * year) for year in range(2015, 2020)])["layout"]
    assert "tickvals" not in many["xaxis"]


def test_price_is_drawn_in_whole_groups() -> None:
    """The chart of what variety costs would count half a company."""
    curve = (PricePoint(None, 3, 1.0, 2, 1, 1), PricePoint(0.5, 3, 0.95, 3, 1, 1, chosen=True))
    assert price(curve)["layout"]["xaxis"]["dtick"] == 1
    assert price((replace(curve[1], companies=2),))["layout"]["xaxis"]["dtick"] == 1


@given(st.integers(1, 10**7))
def test_steps_are_whole_and_few(most: int) -> None:
    """An axis would bear fractions, or so many marks that none can be read."""
    apart = step(most)
    assert isinstance(apart, int)
    assert apart >= 1
    assert most <= 3 * apart


@given(st.integers(0, 11), st.integers(12 * 1990, 12 * 2040), st.sampled_from([4, 6]))
def test_a_year_holds_all_its_bars_and_names(months: int, first: int, apart: int) -> None:
    """A bar or the name of a month would lie beyond the edge."""
    days = [date(place // 12, place % 12 + 1, 1).isoformat() for place in (first, first + months)]
    axis = year_axis(days, apart)
    low, high = axis["range"]
    assert all(low < one < high for one in (*days, *axis["tickvals"]))
    assert axis["tickvals"][-1] == days[-1]
    assert len(axis["tickvals"]) == 12 // apart
    assert year_axis([days[0], days[0].replace(days[0][:4], str(int(days[0][:4]) + 1))], apart) == {}
