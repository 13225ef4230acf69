"""What asking costs: its points, and its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from netscout.model.goodwill import Goodwill
from netscout.scoring import assemble, pool, practitioners, why
from netscout.scoring.goodwill import points
from netscout.selection import choose
from netscout.settings import Settings

if TYPE_CHECKING:
    from tests.scoring.conftest import MakeWorld

SETTINGS = Settings()


@pytest.mark.parametrize(
    ("spent", "wanted"),
    [
        (Goodwill(), 0),
        (Goodwill(asks=1), 15),
        (Goodwill(asks=1, waits=True), 15 + 30),
        (Goodwill(asks=2, waits=True, favours=1), 15 + 15 + 30 + 10),
        (Goodwill(favours=3), 30),
        (Goodwill(favours=4), 30),
        (Goodwill(owes=12), 0),
    ],
)
def test_points_by_hand(spent: Goodwill, wanted: float) -> None:
    """15 a request of the last half-year, 30 while one waits, 10 a favour not returned, at most 30."""
    assert points(spent, SETTINGS) == wanted


def test_the_cost_is_told(world: MakeWorld) -> None:
    """A part of the score, with its fact, and what is owed in `why`."""
    made = world(30, verdict="match", level="holds", excluded="")
    first = made.people["id"][0]
    made = replace(made, asks={first: Goodwill(asks=1, favours=1, owes=12)})
    scores = practitioners(made, SETTINGS)
    chosen = choose(pool(made, scores), 10, SETTINGS)
    row = next(row for row in assemble(made, scores, chosen, SETTINGS, explain=[first]).rows if row.id == first)
    (part,) = (one for one in row.parts if one.key == "cost")
    assert part.points == -25
    assert part.sentence == "you asked 1 time in the last 180 days; 1 favour of theirs not yet returned"
    assert why(made, scores, chosen, SETTINGS, person=first).owed == "You owe them thanks for a talk, since 12 days."
