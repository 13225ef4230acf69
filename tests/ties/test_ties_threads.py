"""Observed ties between alters, and the communities they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pandas as pd

from netscout.model.graph import Link
from netscout.tables import INTERACTIONS
from netscout.ties import communities, links

if TYPE_CHECKING:
    from netscout.tables import Interactions, People, Ties


def table(threads: dict[str, tuple[str, int]]) -> Interactions:
    """Return one message for each thread from its first member to the rest: members, recipients."""
    rows = []
    for name, (members, recipients) in threads.items():
        for place, person in enumerate(members):
            way = "co" if place else "in"
            rows.append((person, "message", way, 1.0, recipients, name, ""))
    return cast("Interactions", pd.DataFrame(rows, columns=INTERACTIONS.names()))


def somebody(ids: str) -> People:
    """Return people with ids only."""
    return cast("People", pd.DataFrame({"id": list(ids)}))


def test_pairs_of_small_threads() -> None:
    """A large thread shows an audience; a pair in two threads is one tie, of the smaller thread."""
    found = links(
        somebody("abcd"), table({"one": ("abc", 3), "two": ("ab", 2), "big": ("abcd", 8), "direct": ("d", 1)})
    )
    assert [(link.one, link.other, round(link.weight, 3)) for link in found] == [
        ("a", "b", 0.5),
        ("a", "c", 0.333),
        ("b", "c", 0.333),
    ]
    assert {(link.kind, link.probability, link.source) for link in found} == {("conversation", 0.8, "messages.csv")}


def test_members_outside_the_people_are_left_out() -> None:
    """A tie to nobody on record cannot be drawn."""
    assert links(somebody("a"), table({"one": ("ab", 2)})) == ()


def test_row_order_does_not_matter() -> None:
    """Links are bytes of a report."""
    what = table({"one": ("abc", 3), "two": ("cd", 2)})
    assert links(somebody("abcd"), what) == links(somebody("dcba"), what.iloc[::-1])


def test_communities_by_employer_and_thread() -> None:
    """A shared employer in tenure says more than a thread; a thread group needs three people."""
    ties = cast(
        "Ties",
        pd.DataFrame(
            {
                "id": list("abcdefgh"),
                "shared_employer": ["Old Mill"] + [""] * 7,
                "shared_in_tenure": [True] + [False] * 7,
            }
        ),
    )
    pairs = ("ab", "bc", "de", "ef", "gh")
    made = [Link(one, other, "conversation", 0.8, 0.5, "messages.csv") for one, other in map(tuple, pairs)]
    labels = {"d": "Lantern Works", "e": "Lantern Works", "b": "Harbour", "c": "Quay"}
    assert communities(ties, made, labels) == {
        "a": "worked at Old Mill",
        "b": "group conversation 1",
        "c": "group conversation 1",
        "d": "group conversation around Lantern Works",
        "e": "group conversation around Lantern Works",
        "f": "group conversation around Lantern Works",
        "g": "",
        "h": "",
    }
