"""Inferred ties stand apart from observed ones, and say how likely they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pandas as pd

from netscout.tables import CANDIDATES, PEOPLE
from netscout.ties import inferred
from netscout.ties.inferred import MOST_LINKS

if TYPE_CHECKING:
    from netscout.tables import Candidates, People


def world(keys: list[str], titles: list[str], days: list[str | None]) -> tuple[People, Candidates]:
    """Return people with these company keys, titles and days of connection."""
    ids = [f"p{n:0{3 if len(keys) < 1_000 else 4}d}" for n in range(len(keys))]
    people = pd.DataFrame({**dict.fromkeys(PEOPLE.names(), ""), "id": ids}).assign(
        title=titles, connected_on=pd.Series(days, dtype=object)
    )
    candidates = pd.DataFrame({**dict.fromkeys(CANDIDATES.names(), ""), "id": ids}).assign(company_key=keys)
    return cast("People", people), cast("Candidates", candidates)


def test_probability_by_hand() -> None:
    """A twentieth for fifty contacts at one employer, twice that for twins, nothing for few or the self-employed."""
    keys = ["mill"] * 50 + ["self:p050", "self:p051", "", "sea", "sea"]
    titles = ["Baker", "baker "] + [f"Job {n}" for n in range(53)]
    days = ["2024-01-01", "2024-01-15", *([None] * 53)]
    found = {(one.one, one.other): one for one in inferred(*world(keys, titles, days))}
    assert len(found) == 50 * 49 // 2
    assert found["p000", "p001"].probability == 0.1
    assert found["p002", "p003"].probability == 0.05
    assert {(one.kind, one.source, one.weight) for one in found.values()} == {("shared-employer", "Connections.csv", 0)}


def test_bounds_and_order() -> None:
    """Likeliest first; in a crowd nobody but people of one title who connected together, however large it is."""
    days = ["2024-01-01"] * 2 + [None] * 148
    found = inferred(*world(["mill"] * 150, ["Baker"] * 2 + ["x"] * 148, days))
    assert (found[0].one, found[0].other, found[0].probability) == ("p000", "p001", 0.3)
    assert {one.probability for one in found[1:]} == {0.15}
    crowd = inferred(*world(["mill"] * 5_000, ["Baker"] * 2 + ["x"] * 4_998, ["2024-01-01"] * 2 + [None] * 4_998))
    assert [(one.one, one.other, one.probability) for one in crowd] == [("p0000", "p0001", 0.6)]


def test_a_crowd_of_twins_ends_at_the_most_links() -> None:
    """Thousands of one title at one employer, connected on one day, would be millions of pairs."""
    crowd = inferred(*world(["mill"] * 400, ["Baker"] * 400, ["2024-01-01"] * 400))
    assert len(crowd) == MOST_LINKS < 400 * 399 // 2
    assert len({(one.one, one.other) for one in crowd}) == MOST_LINKS
