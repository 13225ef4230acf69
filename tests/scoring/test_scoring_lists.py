"""The two lists: sums, eligibility, exclusions, reach, and what they may look at."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.model.goodwill import Goodwill
from netscout.model.graph import Link
from netscout.scoring import Inputs, connectors, inputs, pool, practitioners
from netscout.scoring.reach import reach
from netscout.settings import Settings
from netscout.tables import CANDIDATES, PEOPLE, TIES

if TYPE_CHECKING:
    from netscout.scoring import Scores
    from tests.scoring.conftest import MakeTies, MakeWorld

SETTINGS = Settings()


def parts(scores: Scores) -> list[float]:
    """Return the sum of the parts of each row."""
    shown = [name for name in scores.table.columns if name.startswith("part.")]
    return [float(total) for total in scores.table[shown].to_numpy(float).sum(axis=1)]


@given(st.integers(0, 1_000))
def test_parts_sum_to_the_score(world: MakeWorld, seed: int) -> None:
    """For every row of both lists, the excluded and the unknown too; no score is ever null."""
    found = replace(world(40, seed), asks={"p0003": Goodwill(asks=1, waits=True)})
    for score in (practitioners, connectors):
        scores = score(found, SETTINGS)
        assert parts(scores) == pytest.approx(scores.table["score"].tolist(), abs=1e-9)
        assert scores.table[["score", "p_reply", "warmth"]].notna().all(axis=None)


def test_utility_of_practitioners(world: MakeWorld) -> None:
    """The printed formula, read once more from its factors."""
    made = world(200)
    table = practitioners(made, replace(SETTINGS, info_slider=0.0)).table
    close = (made.ties["label"] == "close").to_numpy(float)
    fit = np.fmax(np.nan_to_num(table["fit"].to_numpy(float)), 0.01)
    known = 100 * np.log(table["p_reply"].to_numpy(float)) + 100 * np.log(fit) - 25 * close
    assert table["score"].to_numpy(float) == pytest.approx(known, abs=1e-7)


def test_slider_is_bounded(world: MakeWorld) -> None:
    """The inverted U is a preference of at most 25 %, nothing where warmth is unknown, off at 0."""
    made = world(300)
    full = practitioners(made, replace(SETTINGS, info_slider=1.0)).table
    assert full["part.info"].between(100 * np.log(0.75), 100 * np.log(1.25)).all()
    assert (full.loc[~full["warmth_known"].to_numpy(bool), "part.info"] == 0).all()
    assert (practitioners(made, replace(SETTINGS, info_slider=0.0)).table["part.info"] == 0).all()


def test_who_stands_on_the_practitioners_list(world: MakeWorld) -> None:
    """Diversity may lift nobody who does not fit, whatever their warmth."""
    made = world(300)
    table = practitioners(made, SETTINGS).table
    listed = table[table["listed"].to_numpy(bool)]
    assert set(listed["verdict"]) == {"match", "related"}
    assert (listed["fit"] > 0).all()
    assert (listed["excluded"] == "").all()
    rest = table[~table["listed"].to_numpy(bool) & (table["excluded"] == "").to_numpy(bool)]
    assert set(rest["verdict"]) == {"no", "unknown"}


def test_recruiters_of_a_target_company(world: MakeWorld) -> None:
    """Rule X9 keeps them off the practitioners list alone, with its reason."""
    made = world(3, verdict="match", level="holds", excluded="", flags=["X9", "", "X9x"])
    assert practitioners(made, SETTINGS).table["listed"].tolist() == [False, True, True]
    assert connectors(made, SETTINGS).table["excluded"].tolist() == ["", "", ""]


def test_eligible_connectors(world: MakeWorld, ties_table: MakeTies) -> None:
    """Knowing the ego needs evidence: a popular stranger is no connector."""
    ties = ties_table(
        8,
        label=["close", "know", "met", "", "", "", "", ""],
        recommended_me=[False] * 3 + [True] + [False] * 4,
        recommended_by_me=[False] * 4 + [True] + [False] * 3,
        sent=[0, 0, 9, 0, 0, 1, 1, 0],
        received=[0, 0, 0, 0, 0, 2, 1, 50],
    )
    made = world(8, excluded="")
    table = connectors(inputs(made.people, ties, made.candidates, target=made.target), SETTINGS).table
    assert table["known"].tolist() == [True, True, False, True, True, True, False, False]


def test_reach_by_hand(world: MakeWorld) -> None:
    """Colleagues who fit, not the person, not at the ego's own or a one-person company; role; thread; own work."""
    fits = np.array([0.9, 0.6, 0.2, 0.9, 0.9, np.nan, 0.9])
    made = world(
        7,
        company_key=["mill", "mill", "mill", "self:p0003", "own", "own", "sea"],
        role_kind=["", "", "alumni", "", "", "", ""],
        flags=["", "", "", "", "", "X3", ""],
    )
    links = (Link("p0002", "p0000", "conversation", 0.8, 0.5, "messages.csv"),)
    made = replace(made, links=links, own_company="own")
    found = reach(made, fits)
    assert found["colleagues"].tolist() == [1, 1, 2, 0, 0, 0, 0]
    assert found["threads"].tolist() == [0, 0, 1, 0, 0, 0, 0]
    assert found["expected"].tolist() == pytest.approx([1.5, 1.5, 1.0 + 2.0 + 0.4, 1, 1, 0, 1])
    people = made.people.assign(known_from=["contacts", *["connections"] * 6])
    assert reach(replace(made, people=people), fits)["colleagues"].tolist() == [1, 0, 1, 0, 0, 0, 0]


def test_friends_in_another_world_come_after(world: MakeWorld, ties_table: MakeTies) -> None:
    """Who opens nobody stands below everybody who does, and only while the first ten are not full."""
    size = 30
    role = ["alumni"] * 12 + [""] * 18
    made = world(size, excluded="", flags="", verdict="no", level="no", role_kind=role)
    ties = ties_table(size, label=["know"] * 12 + ["close"] * 18)
    made = inputs(made.people, ties, made.candidates, target=made.target)
    assert connectors(made, SETTINGS).table["listed"].tolist() == [True] * 12 + [False] * 18
    few = inputs(made.people, ties, made.candidates.assign(role_kind=["alumni"] * 3 + [""] * 27))
    table = connectors(replace(few, target=made.target), SETTINGS).table
    assert int(table["listed"].sum()) == 10
    assert table.loc[:2, "listed"].all()
    assert table["tier"].tolist() == [0] * 3 + [1] * 27


def test_parts_of_connectors_by_hand(world: MakeWorld, ties_table: MakeTies) -> None:
    """Warmth', Willing and Reach as the formulas say."""
    made = world(2, excluded="", verdict="no", level="no", role_kind=["alumni", ""])
    ties = ties_table(2, label=["close", "stranger"], recommended_me=True, opened=[1, 0], reciprocal=5.0)
    table = connectors(inputs(made.people, ties, made.candidates, target=made.target), SETTINGS).table
    assert table["part.warmth"].tolist() == pytest.approx([0.0, 100 * np.log(0.25 + 0.75 * table["warmth_data"][1])])
    assert table["part.willing"].tolist() == pytest.approx([100 * np.log(2.0), 100 * np.log(1.5)])
    assert table["part.reach"].tolist() == pytest.approx([100 * np.log(1 + np.log(3)), 0.0])


def test_order_of_rows_is_no_input(world: MakeWorld) -> None:
    """The same people in another order have the same scores, to the last digit."""
    made = world(80)
    turned = made.people.iloc[::-1].reset_index(drop=True)
    other = inputs(turned, made.ties, made.candidates, target=made.target)
    for score in (practitioners, connectors):
        one, two = (score(each, SETTINGS).table.set_index("id") for each in (made, other))
        pd.testing.assert_frame_equal(one, two.loc[one.index], check_exact=True)


def test_a_person_without_facts_is_a_fault_of_ours(world: MakeWorld) -> None:
    """Tables about different people must not be zipped together."""
    made = world(3)
    with pytest.raises(KeyError):
        inputs(made.people, made.ties.iloc[:2], made.candidates)


def test_pool_by_strength_and_without_a_target(world: MakeWorld) -> None:
    """By strength the user's word counts; without a target everybody not excluded is listed so."""
    made = world(60)
    scores = practitioners(made, SETTINGS)
    by = pool(made, scores, "strength")
    assert by["value"].tolist() == np.where(scores.table["warmth_known"], scores.table["warmth"], 0.0).tolist()
    free = replace(made, target=None)
    free_scores = practitioners(free, SETTINGS)
    assert pool(free, free_scores)["value"].tolist() == by["value"].tolist()
    assert free_scores.table["listed"].tolist() == (made.candidates["excluded"] == "").tolist()
    assert not [name for name in free_scores.table.columns if name.startswith("part.fit")]


def test_allowed_inputs() -> None:
    """No name, photo, age, gender or nationality may enter a score: the inputs are these and no others."""
    assert {one.name for one in fields(Inputs)} == {
        *("people", "ties", "candidates", "target", "links", "asks", "own_company", "origin")
    }
    columns = " ".join([*TIES.names(), *CANDIDATES.names()])
    assert not [word for word in ("name", "photo", "age", "gender", "nation") if f" {word}" in columns]
    assert [one for one in PEOPLE.names() if "name" in one] == ["name"]


def test_names_do_not_move_anybody(world: MakeWorld) -> None:
    """Other names, same scores and same order."""
    made = world(40)
    renamed = replace(made, people=made.people.assign(name="Zoltan", headline="x"))
    for score in (practitioners, connectors):
        one, two = score(made, SETTINGS), score(renamed, SETTINGS)
        pd.testing.assert_frame_equal(one.table, two.table, check_exact=True)
        pd.testing.assert_frame_equal(pool(made, one), pool(renamed, two), check_exact=True)
