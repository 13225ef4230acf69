"""Talks with invented people, for the tests of the sheet."""

from __future__ import annotations

from dataclasses import replace

from netscout.model.own_question import OwnQuestion
from netscout.model.sheet import TalkFacts

PLAIN = TalkFacts(
    "p0042",
    "Nora Quill",
    "Grid Analyst",
    "Brightwater Grid",
    ("practitioner",),
    (("Connected on LinkedIn since May 2019.", "Connections.csv"),),
    target="energy",
    field_of_work="as a grid analyst",
    asked_companies=("Halden Freight", "Marlow Grid"),
    introduction=("I am Sam Ode.",),
)
AUDIENCES = (
    *("practitioner", "recent entrant", "career changer", "senior", "manager"),
    *("connector", "internal", "shared history", "referred", "close"),
)


def talk(**changes: object) -> TalkFacts:
    """Return the plain talk with some of its facts changed."""
    return replace(PLAIN, **changes)  # type: ignore[arg-type]  # each test names fields with values of their kind


NORA = talk(
    outcome="decide yes or no about grid analysis",
    day="2026-03-23",
    at="14:30",
    zone="Europe/Berlin",
    place="Café Elbe",
    audiences=("practitioner", "senior"),
    found={"news": "the grid will be rebuilt by 2030", "field": "food logistics", "unknown": "how a shift feels"},
    own=(OwnQuestion("What happens on a night when the forecast is wrong?"),),
    slots={"place": "Hamburg"},
)
"""A talk of which much is known."""
