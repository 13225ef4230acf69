"""The price of variety: each point is what the chosen list really keeps and reaches."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.selection import choose, price_curve
from tests.selection.test_selection_greedy import SETTINGS, pool


@given(st.integers(0, 300), st.sampled_from([0.0, 0.3, 0.5, 1.0]))
@pytest.mark.slow
def test_points_are_those_of_the_lists(seed: int, weight: float) -> None:
    """The curve would tell of lists that nobody is shown."""
    table = pool(40, seed)
    settings = replace(SETTINGS, diversity=weight)
    company = dict(zip(table["id"], table["company"], strict=True))
    for point in price_curve(table, settings, (5, 10, 20)):
        if point.weight is None:
            ids = [one for one in choose(table, 0, settings).pure if one in set(table.loc[table["listed"], "id"])]
            assert point.kept == 1.0
        else:
            ids = [pick.id for pick in choose(table, point.count, replace(settings, diversity=point.weight)).picks]
        assert point.companies == len({company[one] for one in ids[: point.count]} - {""})
        assert 0 <= point.kept <= 1
        assert point.chosen == (point.weight == weight)


@given(st.integers(0, 300))
def test_price_of_the_first_ten_is_that_of_the_list(seed: int) -> None:
    """The chart would name another price than the sentence above the list."""
    table = pool(40, seed)
    own = [one for one in price_curve(table, SETTINGS) if one.chosen and one.count == 10]
    assert [1 - one.kept for one in own] == pytest.approx([choose(table, 20, SETTINGS).price])


def test_row_order_changes_nothing() -> None:
    """Same people, same curve."""
    table = pool(30, 4, value=1.0, score=1.0)
    turned = table.sample(frac=1, random_state=4).reset_index(drop=True)
    assert price_curve(table, SETTINGS) == price_curve(turned, SETTINGS)


def test_lists_that_take_everybody_have_no_price() -> None:
    """Where nobody can be left out there is nothing to weigh."""
    assert price_curve(pool(5, listed=True), SETTINGS) == ()
    assert {one.count for one in price_curve(pool(12, listed=True), SETTINGS)} == {5, 10}
