"""Targets in a certain field, and jobs named by what is done."""

from __future__ import annotations

import pytest

from netscout.matching.lexicon import lexicon
from netscout.matching.verdicts import TargetMatcher


@pytest.mark.parametrize(
    ("target", "title", "verdict"),
    [
        ("Aquaculture Project Manager", "Project Manager, Aquaculture", "match"),
        ("Aquaculture Project Manager", "Project Manager, Shopfitting", "no"),
        ("Aquaculture Project Manager", "Scrum Master", "no"),
        ("Opera Marketing Manager", "Marketing Manager (Opera)", "match"),
        ("Opera Marketing Manager", "Marketing Manager", "related"),
    ],
)
def test_a_field_narrows_a_target(target: str, title: str, verdict: str) -> None:
    """Every project manager would match somebody who asks for those of one trade."""
    assert TargetMatcher([target]).judge(title).verdict == verdict


def test_the_employer_may_be_the_field() -> None:
    """A marketing manager of an opera house would not be found by "opera marketing manager"."""
    matcher = TargetMatcher(["Opera Marketing Manager"])
    assert matcher.judge("Marketing Manager", "", "Example Opera").verdict == "match"
    assert matcher.judge("Marketing Manager", "", "Example Bakery").verdict == "related"
    assert matcher.narrowed


@pytest.mark.parametrize(
    ("target", "title", "verdict"),
    [
        ("Graphic Designer", "Graphic Design", "match"),
        ("Graphic Designer", "Specialist in graphic design", "match"),
        ("Graphic Designer", "Head of Graphic Design", "related"),
        ("Graphic Designer", "Intern, Graphic Design", "related"),
        ("Graphic Designer", "Graphic Design Trainer", "no"),
        ("Graphic Designer", "Account Executive, graphic design software", "no"),
        ("Project Manager", "Projektleitung", "match"),
    ],
)
def test_an_activity_names_its_doer(target: str, title: str, verdict: str) -> None:
    """Who writes what they do instead of who they are would be nobody, and who leads or sells it a doer."""
    assert TargetMatcher([target]).judge(title).verdict == verdict


def test_activities_are_no_labels() -> None:
    """A phrase that is both would be read in two ways, by the order of the code."""
    known = lexicon()
    assert not set(known.activities) & set(known.labels)
    assert set(known.activities.values()) <= set(known.roles)
