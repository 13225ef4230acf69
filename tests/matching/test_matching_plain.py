"""Plain forms: variants of one title are one question, and an answer never reaches a title that says more."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.matching.occupations import classify_people
from netscout.matching.plain import answer_for, plain
from netscout.matching.verdicts import TargetMatcher, judge_people
from netscout.model.settled import Settled, title_key


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("Growth Wizard", "Growth Wizard"),
        ("Growth Wizard 🧙 | Dad of 3", "Growth Wizard"),
        ("Growth Wizard - we are hiring!", "Growth Wizard"),
        ("Growth Wizard at Northmoor Labs", "Growth Wizard"),
        ("Growth Wizard (she/her)", "Growth Wizard"),
        ("Fair Builder, MBA", "Fair Builder"),
    ],
)
def test_ornament_is_left_out(title: str, form: str) -> None:
    """Twenty variants of one title that fill the list of questions."""
    assert plain(title) == form


@pytest.mark.parametrize(
    "title",
    [
        "Former Growth Wizard",
        "Assistant to the Growth Wizard",
        "MD | Data Analyst",
        "Nurse | Data Analyst",
        "Partner at Halden Law",
        "Aspiring Growth Wizard",
        "",
        "🚀",
    ],
)
def test_where_it_says_more_the_whole_title_stands(title: str) -> None:
    """A word about growth wizards that reaches their assistants, their past, or a second job."""
    assert plain(title) == title


@given(st.text(max_size=60))
def test_any_text_has_a_plain_form(title: str) -> None:
    """A strange title that ends the list with a traceback, or whose plain form holds other words than it."""
    assert plain(title) in title


def test_an_answer_holds_for_variants_and_a_longer_title_goes_its_own_way() -> None:
    """An answer for a variant that changes what was said of the title itself."""
    said = {"growth wizard": "Marketing Specialist", "growth wizard | dad of 3": "Parent"}
    assert answer_for(said, "Growth Wizard at Northmoor") == "Marketing Specialist"
    assert answer_for(said, "Growth Wizard | Dad of 3") == "Parent"
    assert answer_for(said, "Senior Growth Wizard") is None
    assert answer_for({"growth wizard | dad of 3": "Parent"}, "Growth Wizard") is None


TITLES = pd.Series(
    ["Growth Wizard", "GROWTH WIZARD 🧙 | Dad of 3", "Former Growth Wizard", "Data Analyst", "Growth Wizard (he/him)"]
)
EMPLOYERS = pd.Series([""] * len(TITLES))


def test_a_settled_job_changes_family_and_verdict_of_all_who_hold_it() -> None:
    """An answer that holds for one person, or changes the verdict and not the family."""
    settled = Settled({"growth wizard": "Data Analyst"})
    before = classify_people(TITLES, EMPLOYERS, None, {})
    after = classify_people(TITLES, EMPLOYERS, None, settled.jobs)
    assert list(after["family"] == before["family"]) == [False, False, True, True, False]
    assert after["name"].iloc[0] == "Data Analyst"
    assert after["reason"].iloc[0].startswith("you read it as Data Analyst")
    judged = judge_people(TITLES, EMPLOYERS, TargetMatcher(["data analyst"], settled, "data"))
    assert list(judged["verdict"] == "match") == [True, True, False, True, True]


def test_a_settled_fit_holds_for_its_target_alone_and_wins_over_a_job() -> None:
    """A no for one target that takes people off another, or loses against the rules."""
    settled = Settled({"growth wizard": "Data Analyst"}, {"data": {"growth wizard": "no", "data analyst": "related"}})
    data = judge_people(TITLES, EMPLOYERS, TargetMatcher(["data analyst"], settled, "Data"))
    assert list(data["verdict"].iloc[[0, 3]]) == ["no", "related"]
    assert list(data["probability"].iloc[[0, 3]]) == [1.0, 1.0]
    other = judge_people(TITLES, EMPLOYERS, TargetMatcher(["data analyst"], settled, "ux"))
    assert list(other["verdict"].iloc[[0, 3]]) == ["match", "match"]


def test_one_title_and_many_are_judged_alike() -> None:
    """A person whose verdict in `why` differs from the one on the list."""
    settled = Settled({"growth wizard": "Data Analyst"}, {"data": {"data analyst": "related"}})
    matcher = TargetMatcher(["data analyst"], settled, "data")
    many = judge_people(TITLES, EMPLOYERS, matcher)
    for title, verdict, reason in zip(TITLES, many["verdict"], many["reason"], strict=True):
        one = matcher.judge(title)
        assert (one.verdict, one.reason) == (verdict, reason)


def test_the_printed_form_settles_what_it_was_printed_for() -> None:
    """A question whose answer has another key than the titles it was asked about."""
    for title in TITLES:
        assert answer_for({title_key(plain(title)): "x"}, title) == "x"
