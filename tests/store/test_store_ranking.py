"""What the agenda reads of a stored list: whom it chose, in order, and where people work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.matching.identity import resolve
from netscout.store import ranking
from netscout.store.imports import import_export
from netscout.store.workspace import Workspace
from tests.store.store_builders import sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROWS = [
    {"id": "p0004", "rank": 0, "at": "acme", "name": 'says "p0003":{ in a text'},
    {"id": "p0003", "rank": 2, "at": ""},
    {"id": "p0002", "rank": 1, "at": "northwind"},
    *({"id": f"p1{place:03}", "rank": 0, "at": f"firm {place}"} for place in range(30)),
]


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give a workspace with the first sample."""
    with Workspace.open(tmp_path / "ws", create=True) as one:
        import_export(one, sample()[0], today="2026-03-24", resolve=resolve)
        yield one


@pytest.fixture
def listed(ws: Workspace) -> Workspace:
    """Keep a list whose rows come in no order."""
    ranking.save(ws, target="data", kind="practitioners", settings_digest="s", day="2026-03-24", rows=ROWS)
    return ws


@pytest.mark.parametrize("others", [0, 3, 30])
def test_the_chosen_come_in_their_order_with_companies(listed: Workspace, others: int) -> None:
    """`today` would propose somebody the list passed over, or miss the limit of a company."""
    asked = [f"p1{place:03}" for place in range(others)]
    found = ranking.chosen(listed, "data", "practitioners", [*asked, "p0004", "p9999"])
    assert found.people == ("p0002", "p0003")
    firms = {"p0002": "northwind", "p0003": "", "p0004": "acme"}
    assert found.companies == firms | {one: f"firm {place}" for place, one in enumerate(asked)}
    assert (found.day, found.settings, found.stale) == ("2026-03-24", "s", False)


def test_a_list_of_nobody_and_none_at_all(ws: Workspace) -> None:
    """A first morning would end in a traceback."""
    assert ranking.chosen(ws, "data", "practitioners") == ranking.Chosen()
    ranking.save(ws, target="data", kind="practitioners", settings_digest="s", day="2026-03-24", rows=[])
    assert ranking.chosen(ws, "data", "practitioners", ["p0002"]).people == ()


def test_rows_without_companies_name_none(ws: Workspace) -> None:
    """A list of an earlier version would say that everybody works for themselves."""
    rows = [{"id": "p0002", "rank": 1}]
    ranking.save(ws, target="data", kind="practitioners", settings_digest="s", day="2026-03-24", rows=rows)
    assert ranking.chosen(ws, "data", "practitioners").companies == {}
