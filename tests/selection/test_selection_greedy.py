"""The diversified list: its order of rules, its sums, its ties."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.model.ranking import Over
from netscout.selection import choose, plain_pool
from netscout.settings import Settings
from tests.examples import some

if TYPE_CHECKING:
    from netscout.tables import Pool

SETTINGS = Settings()
PURE = replace(SETTINGS, diversity=0.0, per_company=0)
COVER = replace(SETTINGS, per_company=0, dormant_slots=0, unexpected_slots=0, entry_level_least=0)


def pool(size: int, seed: int = 0, **columns: Any) -> Pool:
    """Return a random pool, the columns given replaced."""
    rng = np.random.default_rng(seed)
    table = plain_pool([f"p{n:03d}" for n in range(size)], rng.uniform(-300, 0, size).tolist(), [""] * size)
    facets = {name: rng.choice(["", *"abcd"], size) for name in ("company", "community", "industry", "seniority")}
    flags = {name: rng.random(size) < 0.2 for name in ("dormant", "entry")}
    flags |= {"slot_fit": rng.random(size) < 0.7, "listed": rng.random(size) < 0.9}
    return table.assign(**facets, **flags).assign(**columns)


@given(st.integers(0, 500), st.integers(1, 60))
def test_gains_sum_and_prefixes_hold(seed: int, size: int) -> None:
    """Each gain is the sum of its parts, a shorter list begins a longer one, everybody listed has one place."""
    table = pool(size, seed)
    whole = choose(table, 10_000, SETTINGS)
    for pick in whole.picks:
        assert pick.gain == pytest.approx(sum(points for _, points, _ in pick.gains), abs=1e-9)
    for n in (1, 5, 12):
        assert choose(table, n, SETTINGS).picks == whole.picks[:n]
    assert sorted(pick.id for pick in whole.picks) == sorted(table.loc[table["listed"], "id"])
    assert len(whole.pure) == size
    assert 0 <= whole.price <= 1


@given(st.integers(0, 300))
def test_row_order_changes_nothing(seed: int) -> None:
    """Same bytes for the same people."""
    table = pool(30, seed, value=1.0, score=1.0)
    turned = table.sample(frac=1, random_state=seed).reset_index(drop=True)
    assert choose(table, 30, SETTINGS) == choose(turned, 30, SETTINGS)


@given(st.integers(0, 300))
def test_quota_holds_in_the_first_ten(seed: int) -> None:
    """No more than two of one company, unknown ones not counted together, while anybody else is left."""
    rng = np.random.default_rng(seed)
    company = rng.choice(["", *"abcdefghij"], 60)
    table = pool(60, seed, company=company, listed=True)
    first = [pick.id for pick in choose(table, 10, SETTINGS).picks]
    counts = table.set_index("id").loc[first, "company"].value_counts()
    assert counts.drop("", errors="ignore").max() <= SETTINGS.per_company


def test_quota_gives_way_when_nobody_else_is_left() -> None:
    """Three people who fit from one company are still three people who fit."""
    table = plain_pool(["a", "b", "c"], [3.0, 2.0, 1.0], ["x"] * 3)
    assert [pick.id for pick in choose(table, 10, SETTINGS).picks] == ["a", "b", "c"]


def test_no_diversity_is_the_pure_list() -> None:
    """`--diversity 0 --per-company 0` lifts everything but the exclusions."""
    table = pool(50, 4)
    found = choose(table, 50, PURE)
    listed = [one for one in found.pure if table.set_index("id").loc[one, "listed"]]
    assert [pick.id for pick in found.picks] == listed
    assert found.price == 0.0


def test_coverage_by_hand() -> None:
    """Second of a company gains sqrt(2) - 1, half of it at the default strength."""
    table = plain_pool(["a", "b", "c"], [1.0, 0.9, 0.0], ["x", "x", "y"])
    picks = choose(table, 3, replace(COVER, diversity=1.0)).picks
    assert [pick.id for pick in picks] == ["a", "b", "c"]
    company = [pick.gains[1] for pick in picks]
    assert [points for _, points, _ in company] == pytest.approx([100.0, 100 * (2**0.5 - 1), 100.0])
    assert [(key, before) for key, _, before in company] == [("company", 0), ("company", 1), ("company", 0)]


def test_ties_by_score_then_day_then_url() -> None:
    """Equal gains need a fixed order: higher score, earlier connection (unknown last), URL."""
    table = plain_pool(["d", "c", "b", "a"], [1.0] * 4, [""] * 4)
    table = table.assign(connected_on=["9", "2020-01-01", "2019-01-01", "2020-01-01"])
    table = table.assign(score=[5.0, 1.0, 1.0, 1.0])
    assert [pick.id for pick in choose(table, 4, PURE).picks] == ["d", "b", "a", "c"]


def test_tiers_come_first() -> None:
    """A friend who opens nobody comes after all who do, whatever the score."""
    table = plain_pool(["a", "b"], [9.0, 1.0], ["", ""]).assign(tier=[1, 0])
    assert [pick.id for pick in choose(table, 2, SETTINGS).picks] == ["b", "a"]


def test_excluded_and_unlisted_have_no_place() -> None:
    """The pure order names everybody not excluded; the list only those who may stand on it."""
    table = plain_pool(["a", "b", "c"], [3.0, 2.0, 1.0], ["", "", ""])
    table = table.assign(excluded=[True, False, False], listed=[False, False, True])
    found = choose(table, 9, SETTINGS)
    assert [pick.id for pick in found.picks] == ["c"]
    assert found.pure == ("c", "b")


def slots(**columns: Any) -> tuple[list[str], list[str]]:
    """Return ids and slots of the first ten of 30 people in falling order of value."""
    ids = [f"p{n:02d}" for n in range(30)]
    table = plain_pool(ids, [float(30 - n) for n in range(30)], [f"self:{one}" for one in ids])
    table = table.assign(**columns)
    picks = choose(table, 10, replace(SETTINGS, unexpected_slots=0)).picks
    return [pick.id for pick in picks], [pick.slot for pick in picks]


def test_dormant_and_entry_places() -> None:
    """Two dormant and three entry-level people enter the first ten, as late as possible, if they fit."""
    dormant = [n in (20, 22, 24) for n in range(30)]
    entry = [n in (5, 21, 25) for n in range(30)]
    fits = [n not in (20, 21) for n in range(30)]
    ids, named = slots(dormant=dormant, entry=entry, slot_fit=fits)
    assert ids == [f"p{n:02d}" for n in (0, 1, 2, 3, 4, 5, 6, 22, 24, 25)]
    assert named[-3:] == ["dormant", "dormant", "entry-level"]
    assert not any(named[:-3])


def test_nobody_to_reserve_for() -> None:
    """A place kept for nobody would be lost."""
    ids, named = slots(dormant=True, slot_fit=False)
    assert ids == [f"p{n:02d}" for n in range(10)]
    assert not any(named)


def test_unexpected_place() -> None:
    """The tenth place goes to the best of a company and field not yet on the list."""
    ids = [f"p{n:02d}" for n in range(30)]
    industry = ["Food"] * 20 + ["Steel"] * 10
    table = plain_pool(ids, [100.0 - n for n in range(20)] + [1.0 - n for n in range(10)], [f"c{n}" for n in range(30)])
    table = table.assign(industry=industry)
    picks = choose(table, 10, replace(SETTINGS, diversity=0.001)).picks
    assert (picks[-1].id, picks[-1].slot) == ("p20", "unexpected")


def test_passed_over_by_quota() -> None:
    """A high scorer kept off must be told by what."""
    ids = [f"p{n:02d}" for n in range(30)]
    table = plain_pool(ids, [float(30 - n) for n in range(30)], ["x"] * 4 + [f"c{n}" for n in range(26)])
    found = choose(table, 10, replace(SETTINGS, unexpected_slots=0))
    assert found.passed_over == {"p02": Over("quota", 2), "p03": Over("quota", 2)}


def test_passed_over_for_a_reserved_place() -> None:
    """Who would have stood last on the list must hear of the place kept for somebody unexpected."""
    ids = [f"p{n:02d}" for n in range(30)]
    industry = ["Food"] * 20 + ["Steel"] * 10
    table = plain_pool(ids, [100.0 - n for n in range(20)] + [1.0 - n for n in range(10)], [f"c{n}" for n in range(30)])
    found = choose(table.assign(industry=industry), 10, replace(SETTINGS, diversity=0.001))
    assert found.passed_over == {"p09": Over("slot")}


@pytest.mark.parametrize("facet", ["company", "community", "industry", "seniority", "place"])
def test_passed_over_by_what_they_share(facet: str) -> None:
    """Everybody left out would be told the same, whatever it was that they share with those chosen."""
    ids = [f"p{n:02d}" for n in range(30)]
    table = plain_pool(ids, [30.0 - 0.1 * n for n in range(30)], [f"c{n}" for n in range(30)])
    table = table.assign(**{facet: ["x"] * 9 + [f"y{n}" for n in range(21)]})
    found = choose(table, 10, replace(SETTINGS, unexpected_slots=0, per_company=0, diversity=5.0))
    told = set(found.passed_over.values())
    assert told == {Over(facet, sum(pick.id < "p09" for pick in found.picks))}
    assert found.passed_over.keys() < set(ids[:9])


def test_passed_over_without_anything_shared() -> None:
    """Who shares nothing, because nothing is known of them, must not be told of a company of nobody."""
    ids = [f"p{n:02d}" for n in range(30)]
    company = ["x"] * 9 + [""] + ["c1", "c2", "c3"] + ["x"] * 17
    table = plain_pool(ids, [30.0 - 0.1 * n for n in range(30)], company)
    found = choose(table, 10, replace(SETTINGS, unexpected_slots=0, per_company=0, diversity=5.0))
    assert found.passed_over == {"p07": Over("company", 7), "p08": Over("company", 7), "p09": Over("spread")}


@pytest.mark.parametrize("facet", some(1, ["company", "industry", "seniority"]))
def test_unknown_values_are_no_handicap(facet: str) -> None:
    """The share of people with an unknown facet on the list is not below their share among equals."""
    shares = []
    skewed = 1 / np.arange(1, 9) / (1 / np.arange(1, 9)).sum()
    for seed in range(150):
        rng = np.random.default_rng(seed)
        values = np.where(rng.random(80) < 0.3, "", rng.choice(list("abcdefgh"), 80, p=skewed))
        table = plain_pool([f"p{n:02d}" for n in range(80)], rng.random(80).tolist(), [""] * 80)
        table = table.assign(**{facet: values})
        first = {pick.id for pick in choose(table, 10, COVER).picks}
        shares.append(float((table.loc[table["id"].isin(first), facet] == "").mean() - (values == "").mean()))
    error = float(np.std(shares) / np.sqrt(len(shares)))
    assert np.mean(shares) > -2 * error


def test_empty_pool() -> None:
    """Nobody to choose from is a list without places."""
    empty = plain_pool(["a"], [1.0], [""]).iloc[:0]
    found = choose(empty, 10, SETTINGS)
    assert (found.picks, found.pure, found.price) == ((), (), 0.0)
