"""What the user does now: a present position, or the headline where no positions are known."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from netscout.app.own_trade import OwnTrade, own_trade
from netscout.model.owner import Owner, Position
from netscout.model.settled import Settled
from netscout.model.target import Target

if TYPE_CHECKING:
    from netscout.app.pipeline import Study

EVENTS = Target(name="events", roles=("Event Manager",))
PAST = Position(company="Halden Foods", title="Accountant", started_on="2011", finished_on="2015")
NOW = Position(company="Tagwerk Events", title="Event Manager | Speaker | Runner", started_on="2016", current=True)


def mine(headline: str, *positions: Position) -> OwnTrade:
    """Return what a user with this headline and these positions does now."""
    owner = SimpleNamespace(owner=Owner(name="Sam Ode", headline=headline, positions=positions))
    found = SimpleNamespace(owner=owner, settled=Settled(), employer_of=lambda _company: "")
    return own_trade(cast("Study", found), EVENTS)


def test_a_present_position_speaks() -> None:
    """What the user hopes for in the headline would be told as what they do."""
    assert mine("Data Analyst", PAST, NOW) == OwnTrade("Event Manager", is_it=True, source="Positions.csv")


def test_a_headline_beside_positions_that_are_over_says_nothing() -> None:
    """Somebody between two jobs would be said to work as what the old headline names."""
    assert mine("Accountant", PAST).words == ""


@pytest.mark.parametrize(
    ("headline", "words", "is_it"),
    [
        ("Event Manager | Data enthusiast", "Event Manager", True),
        ("Accountant · Halden Foods", "Accountant", False),
        ("Accountant | Event Manager at weekends", "Accountant", False),
        ("Looking for new things", "", False),
        ("Aspiring Event Manager", "", False),
        ("Former Event Manager", "", False),
        ("Coordinating the worldwide harmonisation of everything that can possibly be harmonised", "", False),
        ("", "", False),
    ],
)
def test_without_positions_the_headline_speaks(headline: str, words: str, *, is_it: bool) -> None:
    """A stranger would not learn who writes though the profile says it, or read a hope as a job."""
    assert mine(headline) == OwnTrade(words, is_it=is_it, source="Profile.csv")
